import { existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { encryptKeystoreJsonSync, Wallet } from "ethers";
import { CommandNetwork, type Person, wordsOf } from "../helpers/command-network.js";
import type { Gatekeeper } from "../helpers/breakage/request-gate.js";
import { runGuarded } from "../helpers/breakage/killed-process.js";
import { enodeUrl } from "../../tools/shared/network-file.js";
import { type Running, startCommand } from "../../tools/shared/processes.js";
import { type Answer, hasTerminals, runOnTerminal } from "../helpers/terminal.js";

const ESCAPE = "\u001b[";
const ENTER = "\r";
const CTRL_C = "\u0003";
const CTRL_D = "\u0004";
const YES = `yes${ENTER}`;
const NO = `no${ENTER}`;
const PROPOSE = "setting set ip-check off --without-vote";

describe("the commands, with and without a terminal", function () {
  this.timeout(60_000);

  let network: CommandNetwork;

  before(async () => {
    network = await CommandNetwork.deploy();
  });

  after(() => network.stop());

  function atTerminal(line: string, environment: NodeJS.ProcessEnv, ...answers: Answer[]) {
    return runOnTerminal(wordsOf(line), { ...network.environment, ...environment }, answers);
  }

  const from = ({ address }: Person): string => `${PROPOSE} --from ${address}`;

  describe("without one", () => {
    it("--dry-run asks nothing, sends nothing, and shows what it would send on stderr", async () => {
      const before = await network.blockNumber();
      const { code, stdout, stderr } = await network.run(`${PROPOSE} --dry-run`, network.people.admin1);
      expect(code).to.equal(0);
      expect(stdout).to.match(/^It would succeed, with a gas limit of [\d,]+\. Nothing was sent\.\n$/);
      expect(stderr).to.match(/^Propose the setting ip-check off\.\n {2}as {3}0x/);
      expect(await network.blockNumber()).to.equal(before);
    });

    it("nothing is coloured, not even where colours are not switched off", async () => {
      const environment = { NO_COLOR: undefined };
      const lines = ["status", "can send 0x0fbdc686b912d7722dc86510934589e0aaf3b55a", "org show NOWHERE"];
      for (const { stdout, stderr } of await Promise.all(
        lines.map((line) => network.run(line, undefined, { environment })),
      )) {
        expect(stdout + stderr).to.not.include(ESCAPE);
      }
    });
  });

  it("a name that a node made up cannot clear the screen, nor turn around what stands behind it", async () => {
    const name = Buffer.from("ADMINORG").toString("hex");
    const instead = Buffer.from("\u001b[2J\u202eX").toString("hex");
    const keeper: Gatekeeper = async (_, forward) => (await forward()).replaceAll(name, instead);
    const told = (line: string) => {
      const start = (url: string): Running =>
        startCommand(wordsOf(line), { environment: { ...network.environment, PORTCULLIS_NETWORK: url } });
      return runGuarded(network.url, start, () => keeper);
    };
    const requireHarmless = (text: string, line: string): void => {
      expect(text, line).to.match(/(\ufffd|\\u001b)\[2J\ufffdX/);
      expect(text, line).to.not.include("\u001b");
    };
    const lines = ["org list", "org list --json", "graph", "graph --format svg", "graph --format mermaid", "history"];
    for (const line of [...lines, "history --json", "export", "export --format csv --table orgs"]) {
      requireHarmless((await told(line)).stdout, line);
    }
    // What is no file of its own may be a terminal.
    const [drawing = "", link = ""] = ["drawing.txt", "link"].map((file) => path.join(network.directory, file));
    writeFileSync(drawing, "");
    symlinkSync(drawing, link);
    await told(`graph --out ${link}`);
    requireHarmless(readFileSync(drawing, "utf8"), "graph --out");
  });

  describe("on one", () => {
    before(function () {
      // Without it nothing here gets a terminal: what a question does then is tested without one.
      if (!hasTerminals()) this.skip();
    });

    it("what is good or bad has its colour, unless NO_COLOR is set", async () => {
      const [coloured, plain, refused] = await Promise.all([
        atTerminal("org list", {}),
        atTerminal("org list", { NO_COLOR: "1" }),
        atTerminal("org show NOWHERE", {}),
      ]);
      expect(coloured.screen).to.include(`${ESCAPE}32mapproved`);
      expect(plain.screen).to.include("approved").and.not.include(ESCAPE);
      expect(refused.screen).to.include(`${ESCAPE}31mThere is no organisation`);
      expect([coloured.code, plain.code, refused.code]).to.deep.equal([0, 0, 1]);
    });

    for (const [what, ...typed] of [
      ["no", NO],
      ["Enter, which means no", ENTER],
      ["Ctrl-C", CTRL_C],
      ["the end of the input", CTRL_D],
      ["something else, and Enter when it is asked again", `maybe${ENTER}`, ENTER],
    ] as const) {
      it(`nothing is sent when the answer is ${what}`, async () => {
        const before = await network.blockNumber();
        const answers = typed.map((type, index) => ({ after: index === 0 ? /Send it\?/ : /Type yes or no/, type }));
        const { code, screen } = await atTerminal(from(network.people.admin1), {}, ...answers);
        expect(screen).to.match(/gas .*at most [\d,]+[^]*Send it\?[^]*Nothing was sent\./);
        expect(code).to.equal(1);
        expect(await network.blockNumber()).to.equal(before);
      });
    }

    it("it is sent when the answer is yes", async () => {
      const before = await network.blockNumber();
      const { code, screen } = await atTerminal(from(network.people.admin1), {}, { after: /Send it\?/, type: YES });
      expect(screen).to.match(/Done in block \d+: /);
      expect(code).to.equal(0);
      expect(await network.blockNumber()).to.equal(before + 1n);
    });

    it("the vote that names what was proposed is sent without another question", async () => {
      const before = await network.blockNumber();
      const { admin1, clerk } = network.people;
      const line = `org propose ORG7 --node ${enodeUrl("c7", 21007)} --admin ${clerk.address} --from ${admin1.address}`;
      const { code, screen } = await atTerminal(line, {}, { after: /Send it\?/, type: YES });
      expect(screen).to.match(/Done in block \d+: [^]*Vote for the organisation ORG7 [^]*Done in block \d+: /);
      expect(code).to.equal(0);
      expect(await network.blockNumber()).to.equal(before + 2n);
    });

    it("a vote on what the node shows is asked for, also right after the proposal", async () => {
      const before = await network.blockNumber();
      const line = `rule set suspend-org all --from ${network.people.admin1.address}`;
      const answers = [
        { after: /Send it\?/, type: YES },
        { after: /Vote for proposal [^]*Send it\?/, type: NO },
      ];
      const { code, screen } = await atTerminal(line, {}, ...answers);
      expect(screen).to.match(/Proposal \d+ is open, but the vote for it may be missing[^]*Nothing was sent\./);
      expect(code).to.equal(1);
      expect(await network.blockNumber()).to.equal(before + 1n);
    });

    it("an upgrade asks before it deploys, and again before it confirms what it has deployed", async () => {
      const before = await network.blockNumber();
      const line = `upgrade --from ${network.people.guardian.address}`;
      const answers = [
        { after: /Send it\?/, type: YES },
        { after: /Make 0x[^]*To go on, type 0x/, type: NO },
        { after: /Type 0x/, type: ENTER },
      ];
      const { code, screen } = await atTerminal(line, {}, ...answers);
      expect(screen).to.match(
        /Deploy another [^]*Done in block \d+: [^]*Make 0x\w+ the current [^]*Nothing was sent\./,
      );
      expect(code).to.equal(1);
      expect(await network.blockNumber()).to.equal(before + 1n);
    });

    it("what cannot be undone is sent when its name is typed, and not for a yes", async () => {
      const { guardian, stranger } = network.people;
      const before = await network.blockNumber();
      const line = `guardian transfer ${stranger.address} --from ${guardian.address}`;
      const name = stranger.address.slice(0, 10);
      const refused = await atTerminal(
        line,
        {},
        { after: /To go on, type /, type: YES },
        { after: /Type 0x/, type: ENTER },
      );
      expect(refused.screen).to.match(new RegExp(`type ${name}[^]*Nothing was sent\\.`));
      expect(refused.code).to.equal(1);
      expect(await network.blockNumber()).to.equal(before);
      const sent = await atTerminal(line, {}, { after: /To go on, type /, type: name.toLowerCase() + ENTER });
      expect(sent.code, sent.screen).to.equal(0);
      expect(await network.blockNumber()).to.equal(before + 1n);
      await network.act(guardian, `guardian transfer ${guardian.address}`);
    });

    it("Ctrl-C ends init at its first question, and nothing is written", async () => {
      const nodes = path.join(network.directory, "static-nodes.json");
      const file = path.join(network.directory, "new.yaml");
      writeFileSync(nodes, JSON.stringify([enodeUrl("d1", 21_000)]));
      const { code, screen } = await atTerminal(
        `init ${nodes} --out ${file}`,
        {},
        { after: /Account of the guardian/, type: CTRL_C },
      );
      expect(code).to.equal(1);
      expect(screen)
        .to.include("Nothing was written.")
        .and.not.match(/Accounts of the first/);
      expect(existsSync(file)).to.equal(false);
    });

    it("init asks again where no network admin is named", async () => {
      const nodes = path.join(network.directory, "static-nodes.json");
      const file = path.join(network.directory, "asked.yaml");
      writeFileSync(nodes, JSON.stringify([enodeUrl("d1", 21_000)]));
      const { admin1, guardian } = network.people;
      const { code, screen } = await atTerminal(
        `init ${nodes} --out ${file} --guardian ${guardian.address}`,
        {},
        { after: /Accounts of the first/, type: ENTER },
        { after: /No account is named\./, type: admin1.address + ENTER },
      );
      expect(code, screen).to.equal(0);
      expect(readFileSync(file, "utf8")).to.include(`- "${admin1.address}"`);
    });

    it("init looks at its files before it asks", async () => {
      const file = path.join(network.directory, "there.yaml");
      writeFileSync(file, "");
      const { code, screen } = await atTerminal(`init nowhere.json --out ${file}`, {});
      expect(code).to.equal(1);
      expect(screen)
        .to.match(/there\.yaml already exists\./)
        .and.not.match(/Account of the guardian/);
    });

    it("a keystore's password is asked for and not shown", async () => {
      const keystore = path.join(network.directory, "key.json");
      const wallet = new Wallet(`0x${"4c".repeat(32)}`);
      writeFileSync(keystore, encryptKeystoreJsonSync(wallet, "horse", { scrypt: { N: 2, r: 8, p: 1 } }));
      const answer = { after: /Password of/, type: `horse${ENTER}` };
      const { code, screen } = await atTerminal(`rule set add-org all --keystore ${keystore}`, {}, answer);
      expect(screen)
        .to.include(`${wallet.address} is not a network admin, and no policy lets it decide this.`)
        .and.not.include("horse");
      expect(code).to.equal(1);
    });
  });
});
