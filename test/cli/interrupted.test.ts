import { mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { CommandNetwork, type Person, wordsOf } from "../helpers/command-network.js";
import { type Gatekeeper, isSending, type Request } from "../helpers/breakage/request-gate.js";
import { runGuarded } from "../helpers/breakage/killed-process.js";
import { writeNetworkFile } from "../../tools/shared/network-file.js";
import { type Running, startCommand } from "../../tools/shared/processes.js";

const KEY = `0x${"6d".repeat(32)}`;
const LOOK = /Before you send it again, ask the node with eth_getTransactionReceipt \["(0x[0-9a-f]{64})"\]/;

describe("Ctrl-C, or SIGTERM,", function () {
  this.timeout(60_000);

  let network: CommandNetwork;

  before(async () => {
    network = await CommandNetwork.deploy();
    await network.chain.rpc.send("evm_setAutomine", [false]);
  });

  after(() => network.stop());

  afterEach(() => network.chain.rpc.send("evm_mine", []));

  /** What comes of a command that is interrupted when its node is asked a certain thing, and gets no answer. */
  function interruptedAt(
    when: (request: Request) => boolean,
    line: string,
    who?: Person,
    signal: NodeJS.Signals = "SIGINT",
  ) {
    const keeper =
      ({ child, ended }: Running): Gatekeeper =>
      async (request, forward) => {
        const answer = await forward();
        if (!when(request)) return answer;
        child.kill(signal);
        await ended;
        return answer;
      };
    const start = (url: string): Running => {
      const environment = { ...network.environment, ...who?.environment, PORTCULLIS_NETWORK: url };
      return startCommand([...wordsOf(line), ...(who?.args ?? [])], { environment });
    };
    return runGuarded(network.url, start, keeper);
  }

  const waits = ({ method }: Request): boolean => method === "eth_getTransactionReceipt";

  for (const [signal, code, line] of [
    ["SIGINT", 130, "setting set ip-check off --without-vote --yes"],
    ["SIGTERM", 143, "setting set host-names on --without-vote --yes"],
  ] as const) {
    it(`while the block is waited for tells the transaction, that it may be executed, and how to look: ${signal}`, async () => {
      const told = await interruptedAt(waits, line, network.people.admin1, signal);
      const { stderr } = told;
      expect([told.code, told.stdout]).to.deep.equal([code, ""]);
      const hash = LOOK.exec(stderr)?.[1];
      expect(stderr).to.include(`\nSent as ${hash ?? "?"}.\n`);
      expect(stderr).to.include(`\nStopped. The transaction ${hash ?? "?"} was sent, and may still be executed.\n`);
      expect(stderr).to.include("The same command, run again, first waits for it.");
      expect(await network.chain.rpc.send("eth_getTransactionByHash", [hash])).to.be.an("object");
    });
  }

  it("is an error as any other for programs", async () => {
    const line = "rule set add-org all --without-vote --yes --json";
    const { code, stderr } = await interruptedAt(waits, line, network.people.admin1);
    expect(code).to.equal(130);
    const told = JSON.parse(stderr.slice(stderr.indexOf("{"))) as { code: string; facts: { hash: string } };
    expect(told.code).to.equal("INTERRUPTED");
    expect(told.facts.hash).to.match(/^0x[0-9a-f]{64}$/);
  });

  it("while the node has not answered says that the outcome is unknown, and how to find out", async () => {
    const { code, stderr } = await interruptedAt(isSending, "rule set suspend-org all --yes", network.people.admin2);
    expect(code).to.equal(130);
    const { address } = network.people.admin2;
    expect(stderr).to.match(
      new RegExp(`^Stopped\\. The transaction with nonce \\d+ of ${address} may or may not have been sent\\.$`, "m"),
    );
    expect(stderr).to.match(/eth_getTransactionCount \["0x\w+", "pending"\]; more than \d+ means that it was sent/);
  });

  it("names the hash of what is signed here although the node has not answered", async () => {
    const key: Person = { address: "", args: [], environment: { PORTCULLIS_PRIVATE_KEY: KEY } };
    const { code, stderr } = await interruptedAt(isSending, "upgrade --deploy-only --yes", key);
    expect(code).to.equal(130);
    expect(stderr).to.match(/^Stopped\. The transaction 0x[0-9a-f]{64} may or may not have been sent\.$/m);
    expect(stderr).to.match(/eth_getTransactionByHash \["0x[0-9a-f]{64}"\]; an answer means that it was sent/);
  });

  it("before anything is sent just ends it", async () => {
    const asks = ({ method }: Request): boolean => method === "eth_estimateGas";
    const { signal, stderr } = await interruptedAt(asks, "rule set recover-node all --yes", network.people.admin3);
    expect([signal, stderr]).to.deep.equal(["SIGINT", ""]);
  });

  it("that is not needed: a node that stops answering is said while its block is waited for", async () => {
    let release = (): void => undefined;
    const said = new Promise<void>((resolve) => (release = resolve));
    const keeper =
      ({ child }: Running): Gatekeeper =>
      async (request, forward) => {
        child.stderr?.on("data", (text: string) => {
          if (text.includes("has not answered for")) release();
        });
        if (waits(request)) await said;
        await network.chain.rpc.send("evm_mine", []);
        return forward();
      };
    const start = (url: string): Running => {
      const { environment, args } = network.people.admin3;
      const words = [...wordsOf("rule set restore-org all --without-vote --yes"), ...args];
      return startCommand(words, { environment: { ...network.environment, ...environment, PORTCULLIS_NETWORK: url } });
    };
    const { code, stderr } = await runGuarded(network.url, start, keeper);
    expect(code, stderr).to.equal(0);
    expect(stderr).to.match(
      /^Sent as 0x\w{64}\.\nhttp:\S+ has not answered for 5 s\. It is asked again\.\nhttp:\S+ answers again\.$/m,
    );
  });

  for (const [command, signal, expected] of [
    ["deploy", "SIGINT", 130],
    ["boot", "SIGTERM", 143],
  ] as const) {
    it(`in the middle of "${command}" tells the transaction, and says that it goes on: ${signal}`, async () => {
      const { guardian } = network.people;
      const directory = path.join(network.directory, command);
      mkdirSync(directory);
      const file = writeNetworkFile(directory, guardian.address);
      if (command === "boot") {
        await network.chain.rpc.send("evm_setAutomine", [true]);
        const deployed = await network.run(`deploy ${file} --without-boot --out ${directory} --yes`, guardian);
        expect(deployed.code, deployed.stderr).to.equal(0);
        await network.chain.rpc.send("evm_setAutomine", [false]);
      }
      const config = command === "boot" ? `--config ${path.join(directory, "permission-config.json")}` : "";
      const { code, stderr } = await interruptedAt(
        waits,
        `${command} ${file} ${config} --out ${directory} --yes`,
        guardian,
        signal,
      );
      expect(code, stderr).to.equal(expected);
      const hash = /^sent {3}(0x[0-9a-f]{64}) {2}(deploy|set the policy)/m.exec(stderr)?.[1];
      expect(stderr).to.match(new RegExp(`^The transaction ${hash ?? "?"} was sent, and may still be executed: `, "m"));
      expect(stderr).to.match(/^Stopped\. Nothing is lost: run the same command again, and it resumes from here\.$/m);
      // A lock that is left would hold up the same command in another container.
      expect(readdirSync(directory).filter((name) => name.endsWith(".lock"))).to.deep.equal([]);
    });
  }
});
