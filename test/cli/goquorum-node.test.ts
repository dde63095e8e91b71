import { expect } from "chai";
import { formatEnode } from "../../src/model/enode.js";
import { compareLists } from "../../src/read/node-lists/compare-lists.js";
import { listsHeld } from "../../src/read/node-lists/node-lists.js";
import { enodeIdOf, enodeUrl } from "../../tools/shared/network-file.js";
import type { Outcome } from "../../tools/shared/processes.js";
import { type Gate, openGate } from "../helpers/breakage/request-gate.js";
import { CommandNetwork, type Person } from "../helpers/command-network.js";
import { GoQuorumLookalike, notOffered } from "../helpers/goquorum-lookalike.js";

const STRANGER = formatEnode({ enodeId: enodeIdOf("e1"), ip: "10.0.9.9", port: 21_000, raftPort: 0 });

describe("the commands at a GoQuorum node", function () {
  this.timeout(120_000);

  let network: CommandNetwork;
  let node: GoQuorumLookalike;
  let gate: Gate;
  /** What the node says of itself. */
  let says: Record<string, unknown>;

  before(async () => {
    network = await CommandNetwork.deploy();
    const { admin1, admin2, orgAdmin } = network.people;
    await network.propose(admin1, `org propose ORG1 --node ${enodeUrl("b1", 21_010)} --admin ${orgAdmin.address}`);
    await network.voteFor(1, admin2);
  });

  beforeEach(async () => {
    node = new GoQuorumLookalike();
    says = {};
    node.instead = (method) => says[method];
    gate = await openGate(network.url, node.keeper);
  });

  afterEach(() => {
    gate.close();
  });

  after(() => network.stop());

  const run = (line: string, who?: Person): Promise<Outcome> =>
    network.run(line, who, { environment: { PORTCULLIS_NETWORK: gate.url } });

  async function refusal(line: string, who: Person): Promise<string> {
    const before = await network.blockNumber();
    const { code, stdout, stderr } = await run(line, who);
    expect([code, stdout], stderr).to.deep.equal([1, ""]);
    expect(await network.blockNumber()).to.equal(before);
    return stderr;
  }

  for (const option of ["--dry-run", "--yes"]) {
    it(`upgrade ${option}: the guardian is told who deploys for it`, async () => {
      const { guardian, admin1 } = network.people;
      const said = await refusal(`upgrade ${option}`, guardian);
      expect(said).to.include(`Nodes do not take a deployment of ${guardian.address}. The account belongs to no `);
      expect(said).to.match(
        new RegExp(
          `Let a network admin \\(${admin1.address}, .*\\) deploy the .* then: portcullis upgrade --deploy-only\\.`,
        ),
      );
    });

    it(`role add ${option}: the node of another organisation does not take it, and the own ones are named`, async () => {
      says.admin_nodeInfo = { enode: STRANGER };
      const { orgAdmin } = network.people;
      const said = await refusal(`role add ORG1 CLERK --access call ${option}`, orgAdmin);
      expect(said).to.match(
        /belongs to ORG1, and this node \(\w{8}…\) is unknown to the contracts: it does not accept/,
      );
      expect(said).to.match(/own organisation: \S+:21010 \(\w{8}…\)\.$/m);
    });
  }

  it("role add --dry-run: the own node would take it", async () => {
    says.admin_nodeInfo = { enode: enodeUrl("b1", 21_010) };
    const { code, stderr } = await run("role add ORG1 CLERK --access call --dry-run", network.people.orgAdmin);
    expect(code, stderr).to.equal(0);
    expect(stderr).to.not.include("Not checked");
  });

  it("role add --dry-run: a node that does not say which one it is may not take it, and that is said", async () => {
    const { code, stderr } = await run("role add ORG1 CLERK --access call --dry-run", network.people.orgAdmin);
    expect(code, stderr).to.equal(0);
    expect(stderr).to.match(/^Not checked: whether this node is one of the account's organisation, /m);
  });

  it("role add --dry-run: a node of Istanbul BFT that the contracts do not know cannot be told either", async () => {
    says.istanbul_nodeAddress = `0x${"e1".repeat(20)}`;
    const { code, stderr } = await run("role add ORG1 CLERK --access call --dry-run", network.people.orgAdmin);
    expect(code, stderr).to.equal(0);
    expect(stderr).to.match(/^Not checked: .* It does not say which one it is, or the contracts do not know it\.$/m);
  });

  it("can send: says at which nodes", async () => {
    const { orgAdmin, stranger } = network.people;
    const shown = await network.read(`can send ${orgAdmin.address}`);
    expect(shown).to.match(
      /^Yes: [^]*\nGoQuorum takes it only at the nodes of its organisation's tree:\n {2}enode:\S+:21010\?discport=0\n$/,
    );
    expect(shown.match(/GoQuorum takes it/g)).to.have.length(1);
    expect(await network.readNo(`can send ${stranger.address} call`)).to.not.include("GoQuorum");
    expect(await network.json(`can send ${orgAdmin.address} call`)).to.containSubset([
      { allowed: true, nodes: [enodeUrl("b1", 21_010)] },
    ]);
  });

  describe("node-lists compare", () => {
    /** The node lists what the contracts hold, in an order of its own, and changed by a test. */
    async function listAsContracts(): Promise<
      Record<"orgs" | "nodes" | "accounts" | "roles", Record<string, unknown>[]>
    > {
      const { organisations, nodes, accounts, roles } = JSON.parse(
        JSON.stringify(await listsHeld(await network.now())),
      ) as Record<"organisations" | "nodes" | "accounts" | "roles", Record<string, unknown>[]>;
      const lists = { orgs: organisations, nodes, accounts, roles };
      for (const list of Object.values(lists)) list.reverse();
      says.quorumPermission_orgList = lists.orgs;
      says.quorumPermission_nodeList = lists.nodes;
      says.quorumPermission_acctList = lists.accounts;
      says.quorumPermission_roleList = lists.roles;
      return lists;
    }

    it("finds nothing in lists of another order", async () => {
      await listAsContracts();
      const { code, stdout, stderr } = await run("node-lists compare");
      expect(stdout, stderr).to.match(
        /^http\S+ {2}2 organisations, \d nodes, 4 accounts, 2 roles: all as in the contracts\n$/,
      );
      expect(code).to.equal(0);
    });

    it("says what differs, and that it may", async () => {
      const { nodes } = await listAsContracts();
      const former = enodeUrl("b1", 21_999);
      nodes.push({ orgId: "ORG1", status: 3, url: former });
      const { code, stdout } = await run("node-lists compare");
      expect(stdout)
        .to.include("roles: 0 differences without a known reason, 1 with one\n")
        .and.include(
          `i nodes: ${former}\n      the node       ORG1, deactivated\n      the contracts  do not have it\n`,
        )
        .and.match(/^ {6}The node was moved\. .*restarted\.$/m);
      expect(code).to.equal(0);
      const json = JSON.parse((await run("node-lists compare --json")).stdout) as unknown;
      expect(json).to.containSubset([{ node: gate.url, differences: [{ subject: former, reason: "former-address" }] }]);
    });

    it("finds what differs without a known reason, and exits with 1", async () => {
      const { accounts } = await listAsContracts();
      const [account] = accounts;
      if (account === undefined) throw new Error("no account");
      account.status = 4;
      const { code, stdout } = await run("node-lists compare");
      expect(stdout)
        .to.match(
          /^ {2}✗ accounts: 0x\w+\n {6}the node {7}\w+, \w+, suspended.*\n {6}the contracts {2}\w+, \w+, active/m,
        )
        .and.include("There is no known reason for this.\nWhat has no known reason:\n");
      expect(code).to.equal(1);
    });

    it("waits for what the node is about to hear of", async () => {
      const { accounts } = await listAsContracts();
      const late = accounts.shift();
      let asked = 0;
      node.instead = (method) => {
        if (method === "quorumPermission_acctList") asked += 1;
        return method === "quorumPermission_acctList" && asked > 1 ? [...accounts, late] : says[method];
      };
      const { code, stdout } = await run("node-lists compare");
      expect([code, stdout]).to.satisfy(
        ([status, said]: [number, string]) => status === 0 && said.includes("all as in"),
      );
    });

    it("is told by a node that does not show its lists, or has none", async () => {
      says.quorumPermission_orgList = notOffered("quorumPermission_orgList");
      const hidden = await run("node-lists compare");
      expect(hidden.code).to.equal(1);
      expect(hidden.stderr).to.match(/^http\S+ does not show its lists: .*\n.*--rpcapi/m);
      says.quorumPermission_orgList = notOffered("method handler crashed");
      const without = await run("node-lists compare");
      expect(without.stderr).to.match(
        /^http\S+ has no lists: it does not enforce permissions\.\n {2}Start it with --perm/m,
      );
    });

    it("leaves Raft ports alone on a network whose nodes list none", async () => {
      const held = await listsHeld(await network.now());
      const raft = held.nodes.map((each) => ({ ...each, url: `${each.url}&raftport=50400` }));
      expect(compareLists(held, { ...held, nodes: raft })).to.deep.equal([]);
    });
  });
});
