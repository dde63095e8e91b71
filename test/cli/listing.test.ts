import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { expect } from "chai";
import { CommandNetwork, wordsOf } from "../helpers/command-network.js";
import { hasTerminals, runOnTerminal } from "../helpers/terminal.js";
import { enodeIdOf, enodeUrl } from "../../tools/shared/network-file.js";

const SUSPENDED = "approved, ORG1 suspended";
const LONG = "HARBOUR_AUTHORITY_OF_THE_NORTHERN_ISLANDS_AND_TERMINALS";

describe("what is listed and shown", function () {
  this.timeout(240_000);

  let network: CommandNetwork;

  before(async () => {
    network = await CommandNetwork.deploy();
    const { admin1, admin2, orgAdmin, clerk } = network.people;
    const node = enodeUrl("b1", 21_010);
    const id = await network.propose(admin1, `org propose ORG1 --node ${node} --admin ${orgAdmin.address}`);
    await network.voteFor(id, admin2);
    await network.act(orgAdmin, `org add-sub ORG1 SUB1 --node ${enodeUrl("b2", 21_011)}`);
    await network.act(orgAdmin, `org add-sub ORG1 ${LONG}`);
    await network.act(orgAdmin, "role add ORG1 CLERK --access transfer+call");
    await network.act(orgAdmin, `account assign ORG1.SUB1 ${clerk.address} CLERK`);
    await network.propose(admin1, "rule set add-org fraction --count 2 --out-of 3");
    const suspension = await network.propose(admin1, "org suspend ORG1 --under-traffic");
    await network.voteFor(suspension, admin2);
  });

  after(() => network.stop());

  const lineOf = (text: string, word: string): string => text.split("\n").find((line) => line.includes(word)) ?? "";

  describe("below an organisation that is suspended", () => {
    it("says so in every list, beside the status", async () => {
      const { clerk } = network.people;
      const rows = [
        ["org list", "  ORG1.SUB1", SUSPENDED],
        ["node list", enodeIdOf("b2").slice(0, 8), SUSPENDED],
        ["account list", clerk.address, "active, ORG1 suspended"],
        ["role list", "CLERK", "active, ORG1 suspended"],
        ["admin list", network.people.orgAdmin.address, "active, ORG1 suspended"],
      ];
      for (const [line = "", word = "", status = ""] of rows) {
        expect(lineOf(await network.read(line), word), line).to.include(status);
      }
      expect(lineOf(await network.read("org list"), "ORG1 ")).to.match(/^ORG1 +suspended +1 +1$/);
    });

    it("says so of each that is shown, in the status of the network and in the drawing", async () => {
      const { clerk } = network.people;
      const rows = [
        ["org show ORG1.SUB1", SUSPENDED],
        [`node show ${enodeIdOf("b2")}`, SUSPENDED],
        [`account show ${clerk.address}`, "active, ORG1 suspended"],
        ["role show ORG1 CLERK", "active, ORG1 suspended"],
        ["status", "active, ORG1 suspended"],
        ["graph", SUSPENDED],
      ];
      for (const [line = "", status] of rows) expect(await network.read(line), line).to.include(status);
    });

    it("names what stops it in JSON", async () => {
      const accounts = (await network.json("account list --org ORG1.SUB1")) as object[];
      expect(accounts).to.have.length(1);
      expect(accounts[0]).to.include({ address: network.people.clerk.address, status: "active", stoppedBy: "ORG1" });
      expect(await network.json("org show ORG1")).to.have.nested.property("org.stoppedBy", null);
    });

    it("is explained by can: its accounts send nothing, its nodes stay connected", async () => {
      const send = await network.run(`can send ${network.people.clerk.address} call`);
      expect([send.code, send.stdout]).to.deep.equal([1, send.stdout]);
      expect(send.stdout).to.include("The organisation ORG1 is suspended.");
      expect(await network.read(`can connect ${enodeUrl("b2", 21_011)}`)).to.include(
        "The node is approved, of ORG1.SUB1.\n  ORG1 is suspended: its nodes may connect, but none of its accounts may send.",
      );
    });
  });

  it("is that of an organisation with all below it, and of one status", async () => {
    const idsOf = async (line: string): Promise<unknown[]> =>
      ((await network.json(line)) as { id?: string; org?: string }[]).map(({ id, org }) => id ?? org);
    expect(await idsOf("org list --org ORG1")).to.deep.equal(["ORG1", "ORG1.SUB1", `ORG1.${LONG}`]);
    expect(await idsOf("org list --status suspended")).to.deep.equal(["ORG1"]);
    expect(await idsOf("node list --org ORG1")).to.deep.equal(["ORG1", "ORG1.SUB1"]);
    expect(await idsOf("account list --org ORG1.SUB1 --status active")).to.deep.equal(["ORG1.SUB1"]);
    expect(await idsOf("account list --status blacklisted")).to.deep.equal([]);
    expect(await idsOf("role list --org ORG1 --status removed")).to.deep.equal([]);
    expect(await idsOf("admin list --org ORG1")).to.deep.equal(["ORG1"]);
    expect(await network.read("proposal list --org ORG1 --status approved")).to.match(/suspend an organisation/);
    expect(await network.read("proposal list --org ORG1")).to.equal("There is no proposal like that.\n");
  });

  it("counts the nodes and accounts of each organisation", async () => {
    expect(await network.json("org list --org ORG1.SUB1")).to.deep.include.members([
      {
        id: "ORG1.SUB1",
        parent: "ORG1",
        top: "ORG1",
        level: 2,
        status: "approved",
        heldUntil: null,
        suspendedUntil: null,
        proposal: null,
        stoppedBy: "ORG1",
        nodes: 1,
        accounts: 1,
      },
    ]);
  });

  it("is a role with its holders, and an admin with what it has yet to vote on", async () => {
    const { admin3, clerk, orgAdmin } = network.people;
    expect(await network.read("role show ORG1 CLERK"))
      .to.include("1 holder")
      .and.include(clerk.address);
    expect(await network.read(`admin show ${admin3.address}`)).to.match(/^decides as +network admin$/m);
    expect(await network.read(`admin show ${orgAdmin.address}`)).to.match(/^decides as +admin of its organisation$/m);
    const none = await network.run(`admin show ${clerk.address}`);
    expect(none.code).to.equal(1);
    expect(none.stderr).to.include("is no admin").and.include("portcullis admin list");
  });

  it("is named as people call it, wherever an account stands but in commands and JSON", async () => {
    const { clerk, admin1 } = network.people;
    const labels = path.join(network.directory, "people.json");
    writeFileSync(labels, JSON.stringify({ [clerk.address]: "Anna", [admin1.address.toLowerCase()]: "Port of Hull" }));
    const [anna, port] = [`${clerk.address} (Anna)`, `${admin1.address} (Port of Hull)`];
    const rows = [
      ["account list", anna],
      [`account show ${clerk.address}`, anna],
      ["history", anna],
      ["graph", anna],
      ["graph --format svg", anna],
      ["status", port],
      ["proposal show 1", port],
    ];
    for (const [line = "", named = ""] of rows) {
      expect(await network.read(`${line} --labels ${labels}`), line).to.include(named);
    }
    const config = path.join(network.directory, "others.json");
    const accounts = [network.people.admin2.address, clerk.address];
    writeFileSync(
      config,
      JSON.stringify({ ...(JSON.parse(readFileSync(network.configFile, "utf8")) as object), accounts }),
    );
    const others = [
      [`can send ${clerk.address} call`, `${anna} may not call`],
      [`check --config ${config}`, `does not name ${port}`],
      [`boot ${network.directory}/network.json --dry-run`, port],
    ];
    for (const [line = "", named] of others) {
      expect((await network.run(`${line} --labels ${labels}`)).stdout, line).to.include(named);
    }
    const unsigned = path.join(network.directory, "unsigned.json");
    await network.run(`setting set node-limit 77 --org ORG1 --from ${admin1.address} --unsigned ${unsigned}`);
    expect(await network.read(`transaction show ${unsigned} --labels ${labels}`)).to.include(port);
    for (const line of [`transaction sign ${unsigned} --yes`, `transaction send ${unsigned} --dry-run`]) {
      expect((await network.run(`${line} --labels ${labels}`)).stderr, line).to.include(port);
    }
    const environment = { PORTCULLIS_LABELS: labels };
    const json = await network.run("account list --json", undefined, { environment });
    expect(json.stdout).to.include(clerk.address).and.not.include("Anna");
    writeFileSync(labels, JSON.stringify({ [clerk.address]: "\u001b[2J" }));
    const refused = await network.run("account list", undefined, { environment });
    expect([refused.code, refused.stderr.split("\n")[0]]).to.deep.equal([
      1,
      `${labels} has an entry that is not an address and a name of 1 to 40 characters: ${clerk.address}.`,
    ]);
  });

  it("is an address alone in an export and a bundle, which are for programs and do not ask for names", async () => {
    const labels = path.join(network.directory, "labels.json");
    const out = path.join(network.directory, "nodes");
    const lines = ["export", "export --format csv --table accounts", `bundle --out ${out}`];
    writeFileSync(labels, "no JSON");
    for (const line of lines) {
      expect((await network.run(`${line} --labels ${labels}`)).stderr, line).to.include("unknown option '--labels'");
      const { code, stdout } = await network.run(line, undefined, { environment: { PORTCULLIS_LABELS: labels } });
      expect(code, line).to.equal(0);
      if (line.startsWith("export")) expect(stdout).to.include(network.people.clerk.address);
    }
    rmSync(labels);
  });

  describe("of the history", () => {
    const blocksOf = async (line: string): Promise<number[]> =>
      (await network.read(`${line} --json`))
        .trim()
        .split("\n")
        .filter((entry) => entry !== "")
        .map((entry) => (JSON.parse(entry) as { block: number }).block);

    it("is the newest, newest first, one block, and what came before a time", async () => {
      const all = await blocksOf("history");
      expect(all.length).to.be.greaterThan(10);
      expect(await blocksOf("history --last 3")).to.deep.equal(all.slice(-3));
      expect(await blocksOf("history --reverse")).to.deep.equal([...all].reverse());
      expect(await blocksOf("history --last 3 --reverse")).to.deep.equal(all.slice(-3).reverse());
      const one = all.at(-4) ?? 0;
      expect(new Set(await blocksOf(`history --block ${one}`))).to.deep.equal(new Set([one]));
      expect(await blocksOf("history --until 2020-01-01")).to.deep.equal([]);
      expect(await blocksOf("history --until 2999-01-01")).to.deep.equal(all);
      const wrong = await network.run("history --block 3 --from-block 2");
      expect([wrong.code, wrong.stderr]).to.deep.equal([
        2,
        "--block says where it begins and ends.\n  Leave --from-block and --to-block out.\n",
      ]);
    });

    it("says that its times are in UTC", async () => {
      expect(await network.read("history --last 1")).to.match(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2} UTC {2}block \d+/);
    });
  });

  describe("where nothing has the name that was given", () => {
    it("suggests what may be meant, with a command that lists what there is", async () => {
      const rows = [
        ["org show org1", 'There is no organisation "org1".', "Did you mean ORG1?"],
        ["node list --org ORG11", 'There is no organisation "ORG11".', "Did you mean ORG1?"],
        ["org show SUB1", 'There is no organisation "SUB1".', "Did you mean ORG1.SUB1?"],
        ["graph sub1", 'There is no organisation "sub1".', "Did you mean ORG1.SUB1?"],
        ["history --org 0rg1", 'There is no organisation "0rg1".', "Did you mean ORG1?"],
        ["role show ORG1 clerk", 'ORG1 has no role "clerk".', "Did you mean CLERK?"],
        [
          `org add-sub org1 NEW --from ${network.people.admin1.address} --dry-run`,
          'There is no organisation "org1".',
          "Did you mean ORG1?",
        ],
      ];
      const outcomes = await Promise.all(rows.map(([line = ""]) => network.run(line)));
      for (const [index, { code, stderr }] of outcomes.entries()) {
        const [line, what = "", meant = ""] = rows[index] ?? [];
        expect(code, line).to.equal(1);
        expect(stderr, line)
          .to.include(what)
          .and.include(meant)
          .and.match(/: portcullis (org|role) list\.$/m);
      }
    });

    it("names nothing where nothing is near", async () => {
      const { stderr } = await network.run("org show NOWHERE");
      expect(stderr).to.not.include("Did you mean");
    });
  });

  describe("on a terminal", () => {
    before(function () {
      if (!hasTerminals()) this.skip();
    });

    const LINES = ["org list", "node list", "account list", "role list", "admin list", "proposal list --all"];

    /** What stays on the screen: without what moves the cursor, and what only says that something is being read. */
    async function seen(line: string): Promise<string[]> {
      const { screen } = await runOnTerminal(wordsOf(line), { ...network.environment, NO_COLOR: "1" }, [], 80);
      return stripVTControlCharacters(screen)
        .replaceAll(/\S Reading the network/g, "")
        .split(/[\r\n]+/);
    }

    it("fits into 80 columns, by shortening addresses and names, and says how to see all", async () => {
      for (const line of [...LINES, "policy list", "setting show"]) {
        for (const each of await seen(line)) expect(each.length, `${line}: ${each}`).to.be.at.most(80);
      }
      const { address } = network.people.clerk;
      const accounts = (await seen("account list")).join("\n");
      expect(accounts)
        .to.include(`${address.slice(0, 8)}…${address.slice(-4)}`)
        .and.include("--wide shows all");
    });

    it("fits what is shown of one, and the history, too", async () => {
      for (const line of ["guardian show", "history", "status", "proposal show 1"]) {
        const screen = await seen(line);

        for (const each of screen)
          if (!each.includes("enode:")) expect(each.length, `${line}: ${each}`).to.be.at.most(80);
      }
      const modules = (await seen("guardian show")).join("\n");
      expect(modules).to.match(/^boot and settings +0x\w{6}…\w{4}, code hash 0x\w{6}…\w{4}$/m);
      expect(modules).to.include("Shortened to fit; --wide shows all.");
      expect((await seen("history")).at(-2)).to.equal("Shortened to fit; --wide shows all.");
    });

    it("cuts names and not what a proposal says", async () => {
      const screen = (await seen("proposal list --all")).join("\n");
      expect(screen)
        .to.match(/fraction 2 of 3/)
        .and.not.match(/…anisation/);
    });

    it("shows all with --wide, and shortens nothing where no one looks at a screen", async () => {
      for (const line of [...LINES, "policy list", "setting show", "org show ORG1", "guardian show", "history"]) {
        const piped = await network.read(line);
        expect(piped, line).to.not.include("--wide");
        if (!/^(proposal|history)/.test(line)) expect(piped, line).to.not.include("…");
        expect(await seen(`${line} --wide`), line).to.include.members(piped.split(/\n+/));
      }
    });
  });

  it("is what the way out of a refusal is about: the state of the record, not the command", async () => {
    const { orgAdmin } = network.people;
    const enodeId = enodeIdOf("b1");
    // Its organisation is suspended, and its admin may still take rights away.
    await network.act(orgAdmin, `node deactivate ${enodeId}`);
    const { code, stderr } = await network.run(`node deactivate ${enodeId} --yes`, orgAdmin);
    expect(code).to.equal(1);
    expect(stderr).to.include("is deactivated, so it cannot be deactivated now.");
    expect(stderr).to.include(
      `an admin of its organisation can activate it: portcullis node activate ${enodeId.slice(0, 8)}.`,
    );
  });
});
