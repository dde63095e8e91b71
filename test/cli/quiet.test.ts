import { expect } from "chai";
import { once } from "node:events";
import { type Gate, openGate } from "../helpers/breakage/request-gate.js";
import { CommandNetwork, type Person } from "../helpers/command-network.js";
import { GoQuorumLookalike } from "../helpers/goquorum-lookalike.js";
import type { Outcome } from "../../tools/shared/processes.js";
import { enodeUrl } from "../../tools/shared/network-file.js";

const OTHER_HASH = `0x${"ee".repeat(32)}`;

describe("the commands that take a right away, on GoQuorum", function () {
  this.timeout(120_000);

  let network: CommandNetwork;
  let first: GoQuorumLookalike;
  let second: GoQuorumLookalike;
  let gates: [Gate, Gate];
  let clerk: string;

  before(async () => {
    network = await CommandNetwork.deploy();
    const { admin1, admin2, orgAdmin } = network.people;
    clerk = network.people.clerk.address;
    await network.propose(admin1, `org propose ORG1 --node ${enodeUrl("b1", 21_010)} --admin ${orgAdmin.address}`);
    await network.voteFor(1, admin2);
    await network.act(orgAdmin, "role add ORG1 CLERK --access transfer+call");
    await network.act(orgAdmin, "role add ORG1 READER --access read-only");
    await network.act(orgAdmin, `account assign ORG1 ${clerk} CLERK`);
  });

  beforeEach(async () => {
    [first, second] = [new GoQuorumLookalike(), new GoQuorumLookalike()];
    gates = [await openGate(network.url, first.keeper), await openGate(network.url, second.keeper)];
    // No test waits for blocks: each question for the latest makes one.
    first.instead = async (method) => {
      if (method === "eth_blockNumber") await network.chain.rpc.send("evm_mine", []);
      return undefined;
    };
  });

  afterEach(() => {
    for (const gate of gates) gate.close();
  });

  after(() => network.stop());

  /** At the first of two nodes, with the other one named. */
  function run(who: Person, line: string): Promise<Outcome> {
    const environment = { PORTCULLIS_NETWORK: gates[0].url, PORTCULLIS_NODE_URLS: gates[1].url };
    return network.run(`${line} --yes`, who, { environment });
  }

  function requireRefusal({ code, stdout, stderr }: Outcome, why: RegExp): void {
    expect([code, stdout], stderr).to.deep.equal([1, ""]);
    expect(stderr).to.match(why);
  }

  /** What is said of the clerk, whose transactions the second node holds. */
  const refusal = (): RegExp =>
    new RegExp(
      `\nNothing was sent: these accounts would lose a right while they are sending\\.\n {2}${clerk}: nonces 7 to 8 at ${gates[1].url}\n {2}Take [^]*\n {2}1\\. Stop [^]*\n {2}4\\. Send this, [^\n]*: --when-quiet\\.\n$`,
    );

  it("send nothing while an account that loses is sending, name it, and say in which order it is safe", async () => {
    second.pending = { [clerk]: { 7: "…", 8: "…" } };
    requireRefusal(await run(network.people.orgAdmin, `account suspend ${clerk}`), refusal());
  });

  for (const line of [
    "account blacklist CLERK",
    "account assign ORG1 CLERK READER",
    "role remove ORG1 CLERK",
    "account suspend CLERK --dry-run",
  ]) {
    it(`send nothing then, as ${line}`, async () => {
      second.pending = { [clerk]: { 7: "…", 8: "…" } };
      const words = line.replace(/(account \w+ (?:ORG1 )?)CLERK/, `$1${clerk}`);
      requireRefusal(await run(network.people.orgAdmin, words), refusal());
    });
  }

  it("send nothing then, where a vote decides; one that does not is cast", async () => {
    second.pending = { [clerk]: { 7: "…", 8: "…" } };
    const { admin1, admin2, admin3 } = network.people;
    const proposed = await run(admin1, "org suspend ORG1");
    expect(proposed.stdout, proposed.stderr).to.match(/Proposal 2 is open\./);
    requireRefusal(await run(admin2, "proposal approve 2"), refusal());
    for (const admin of [admin2, admin3]) {
      const rejected = await run(admin, "proposal reject 2");
      expect(rejected.code, rejected.stderr).to.equal(0);
    }
  });

  it("open no proposal for which the vote that follows would decide, while an account that loses is sending", async () => {
    const { admin1, admin2, orgAdmin } = network.people;
    const rule = await network.propose(admin1, "rule set suspend-org any");
    await network.voteFor(rule, admin2);
    second.pending = { [orgAdmin.address]: { 7: "…" } };
    // The first network admin waits with what the others have rejected.
    requireRefusal(await run(admin2, "org suspend ORG1"), /\nNothing was sent: these accounts would lose a right /);
    expect((await network.run("proposal list")).stdout).to.equal("No proposal is open.\n");
    const proposed = await run(admin2, "org suspend ORG1 --without-vote");
    expect(proposed.code, proposed.stderr).to.equal(0);
  });

  it("send what takes nothing away without a look", async () => {
    second.pending = { [clerk]: { 7: "…" } };
    const { code, stderr } = await run(network.people.orgAdmin, "role add ORG1 MORE --access full");
    expect([code, second.asked], stderr).to.deep.equal([0, []]);
  });

  it("send with --under-traffic, and say nothing of it", async () => {
    second.pending = { [clerk]: { 7: "…" } };
    const { orgAdmin } = network.people;
    const { code, stdout, stderr } = await run(orgAdmin, `account suspend ${clerk} --under-traffic`);
    expect(code, stderr).to.equal(0);
    expect(stdout).to.match(/^status +suspended$/m);
    expect(stderr).to.not.match(/quiet/i);
    await network.act(orgAdmin, `account activate ${clerk}`);
  });

  it("send with --when-quiet once the pools hold nothing more, and say what was looked at", async () => {
    second.pending = { [clerk]: { 7: "…" } };
    second.instead = (method) => {
      if (second.asked.filter((each) => each === method).length === 3) second.pending = {};
      return undefined;
    };
    const { orgAdmin } = network.people;
    const { code, stdout, stderr } = await run(orgAdmin, `account suspend ${clerk} --when-quiet --within 60`);
    expect(code, stderr).to.equal(0);
    expect(stdout).to.match(/^status +suspended$/m);
    expect(stderr).to.include(
      `Quiet: no transaction of the account that loses a right was seen at ${gates[0].url}, ${gates[1].url}.\n`,
    );
    await network.act(orgAdmin, `account activate ${clerk}`);
  });

  it("give up with --within, and send nothing", async () => {
    second.pending = { [clerk]: { 7: "…" } };
    const line = `account suspend ${clerk} --when-quiet --within 0`;
    requireRefusal(await run(network.people.orgAdmin, line), /\nNothing was sent: after 0 s, .* still sending\.\n/);
  });

  it("say so where only one node was looked at, or a pool is not shown", async () => {
    first.showsPool = false;
    const { orgAdmin } = network.people;
    const environment = { PORTCULLIS_NETWORK: gates[0].url };
    const { code, stderr } = await network.run(`account suspend ${clerk} --yes`, orgAdmin, { environment });
    expect(code, stderr).to.equal(0);
    expect(stderr).to.match(
      /\nOnly this node was looked at: name the others with --node-url\.\nNo pool is shown by http/,
    );
    await network.act(orgAdmin, `account activate ${clerk}`);
  });

  it("are used wrongly with options that exclude each other", async () => {
    const { orgAdmin } = network.people;
    const lines = [`account suspend ${clerk} --when-quiet --under-traffic`, `account suspend ${clerk} --within 5`];
    for (const line of lines) expect((await run(orgAdmin, line)).code, line).to.equal(2);
    const environment = { PORTCULLIS_NODE_URLS: `${network.url} nowhere` };
    const { code, stderr } = await network.run(`account suspend ${clerk} --yes`, orgAdmin, { environment });
    expect([code, stderr.split("\n")[0]]).to.deep.equal([
      2,
      "--node-url: The node's address is neither a URL nor the path of an IPC socket.",
    ]);
  });

  describe("and those that only look", () => {
    const forked = (method: string, params: readonly unknown[]): unknown =>
      method === "eth_getBlockByNumber" && params[0] !== "0x0" && params[0] !== "latest"
        ? { hash: OTHER_HASH, number: params[0], timestamp: "0x1", gasLimit: "0x1" }
        : undefined;

    beforeEach(() => {
      first.instead = () => undefined;
    });

    it("check: a node that has another block than the others", async () => {
      second.instead = forked;
      const line = `check --network ${gates[0].url} --node-url ${gates[1].url} ${network.url}`;
      const { code, stdout } = await network.run(line);
      expect(code).to.equal(1);
      expect(stdout).to.match(/\nThe nodes\n {2}✗ http\S+ has another block \d+ than the other nodes: 0xee/);
    });

    it("status: where each node stands, also for programs", async () => {
      second.instead = forked;
      const line = `status --network ${network.url} --node-url ${gates[0].url} ${gates[1].url}`;
      const [shown, json] = await Promise.all([network.read(line), network.json(line)]);
      expect(shown)
        .to.match(/^NODE +LATEST BLOCK +STATE$/m)
        .and.to.match(/^http\S+ +\d+ +other block$/m);
      const { nodeHeads } = json as { nodeHeads: { node: string; state: string }[] };
      expect(nodeHeads.map(({ state }) => state)).to.deep.equal(["same", "same", "other block"]);
    });

    it("watch: a node that leaves the chain of the others", async () => {
      second.instead = forked;
      const { child, ended } = network.start(`watch --node-url ${gates[0].url} ${gates[1].url}`);
      let said = "";
      const told = new Promise<void>((resolve) => {
        child.stderr?.on("data", (text: string) => {
          said += text;
          if (said.includes("has another block")) resolve();
        });
      });
      await Promise.race([told, once(child, "exit")]);
      child.kill("SIGINT");
      expect((await ended).code).to.equal(0);
      expect(said).to.match(
        /\nhttp\S+ has another block \d+ than the other nodes: 0xee\w+\.\n {2}It does not come back/,
      );
    });
  });
});
