import { expect } from "chai";
import { toQuantity } from "ethers";
import { countTransactions, openChain } from "../../../src/chain/chain.js";
import { waitForReceipt } from "../../../src/chain/waiting.js";
import { type Enode, formatEnode } from "../../../src/model/enode.js";
import { readTopOrgs, readUse } from "../../../src/read/limits.js";
import type { Network } from "../../../src/network/network.js";
import { eventually } from "../eventually.js";
import { type Person, walletOf, withKey } from "../people.js";
import type { Consortium } from "../consortium.js";
import { nodeStatus, roleOf } from "./records.js";
import { send } from "./transactions.js";

/** Hosts that nodes' parsers stumble over, or that no peer can come from. */
const HOSTS = ["%", ":", "..", "a:b", "no.such.host.invalid", "0.0.0.0", "224.0.0.1", "127.0.0.1 ", "[::1]", "1.2.3"];

/** No point of the curve. */
const OFF_CURVE = "0".repeat(128);

const NODE_LIMIT = 50;
const MOVE_LIMIT = 10;

/** What one organisation's admin, or one network admin, can do to the others and their nodes. The letters are those of
 *  the weaknesses that were found: A crashes, B floods, C outlives votes, D takes the government's nodes. */
export function attacks(consortium: () => Consortium): void {
  const sleeper = (): Person => withKey(walletOf("sleeper"), consortium().node4);

  it("A: a node that a node's parser stumbles over is refused, and any other may be blacklisted", async () => {
    const { orgAdmin, nodes } = consortium();
    const network = await consortium().network();
    const node = nodes.imagine("node of an attacker");
    const odd = [...HOSTS.map((ip) => ({ ...node, ip })), { ...node, enodeId: OFF_CURVE }];
    expect(await all(orgAdmin, await Promise.all(odd.map((each) => adding(network, each))))).to.deep.equal(
      odd.map(() => "failed"),
    );

    const ordinary = { ...node, ip: "2001:db8::1" };
    expect(await all(orgAdmin, [await adding(network, ordinary)])).to.deep.equal(["succeeded"]);
    // Consoles have no word for an IPv6 address.
    await consortium().act(orgAdmin, "node", "blacklist", formatEnode(ordinary));
    expect(await nodeStatus(ordinary)(network)).to.equal("blacklisted");
  });

  it("B: an organisation adds and moves no more nodes than its limits, and the others' nodes still take transactions", async () => {
    const { orgAdmin, nodes, clerk } = consortium();
    const network = await consortium().network();
    const flood = Array.from({ length: NODE_LIMIT + 5 }, (_, i) => nodes.imagine(`node ${i} of a flood`));
    const added = await all(orgAdmin, await Promise.all(flood.map((each) => adding(network, each))));
    expect(added.at(-1)).to.equal("failed");
    expect(await nodesAddedBy("ORG1")).to.equal(NODE_LIMIT);

    const places = Array.from({ length: MOVE_LIMIT + 2 }, (_, i) => ({
      ...nodes.imagine("node 0 of a flood"),
      port: 100 + i,
    }));
    const moved = await all(orgAdmin, await Promise.all(places.map((each) => moving(network, each))));
    expect(moved.filter((each) => each === "succeeded").length).to.be.within(1, MOVE_LIMIT);
    expect(moved.at(-1)).to.equal("failed");

    expect(await worksForEverybody()).to.deep.equal(["succeeded", "succeeded", "succeeded"]);
    expect(await send(clerk, { to: orgAdmin.address })).to.equal("succeeded");
  });

  it("A, B: with all that on their disks and in the contracts, the nodes start again and take transactions", async () => {
    await consortium().nodes.restartAll();
    await consortium().agreesInFull();
    expect(await worksForEverybody()).to.deep.equal(["succeeded", "succeeded", "succeeded"]);
  });

  it("C: who was made an admin by hand is none any more when the vote replaces the admin, and a custom admin role of the admin organisation takes a vote", async () => {
    const { orgAdmin, admin1 } = consortium();
    const network = await consortium().network();
    await consortium().act(orgAdmin, "role", "add", "ORG1", "BOSS", "--access", "full", "--admin");
    await consortium().act(orgAdmin, "account", "assign", "ORG1", sleeper().address, "BOSS");
    await consortium().act(sleeper(), "role", "add", "ORG1", "BY-THE-SLEEPER", "--access", "call");

    // By the rule any, each is approved at once.
    for (const next of [walletOf("successor of the org admin"), orgAdmin]) {
      await consortium().act(admin1, "admin", "propose", "ORG1", next.address);
      // Until they start again, nodes show an admin by hand as one.
      await eventually(() => roleOf(next)(network), "ORGADMIN");
    }
    expect(await consortium().compareLists()).to.include("A vote has replaced or removed the admin");
    expect(await consortium().refusal(sleeper(), "role", "add", "ORG1", "AGAIN", "--access", "call")).to.match(
      /not an admin|no admin|not accept transactions/,
    );

    await consortium().act(admin1, "role", "add", "ADMINORG", "BOSS", "--access", "full", "--admin");
    const refusal = await consortium().refusal(
      admin1,
      "account",
      "assign",
      "ADMINORG",
      walletOf("minion").address,
      "BOSS",
    );
    expect(refusal).to.match(/vote|propos/);
  });

  it("D: one network admin alone does not take a node from the admin organisation", async () => {
    const { admin1, admin2, admin3 } = consortium();
    const network = await consortium().network();
    await consortium().inConsole(admin1, "updateNodeStatus", "ADMINORG", admin2.node.enodeUrl, 3);
    const open = async (): Promise<{ id: number }[]> =>
      JSON.parse(await consortium().read(admin1, "proposal", "list", "--json")) as { id: number }[];
    await eventually(async () => (await open()).length, 1);
    expect(await nodeStatus(admin2.node.enode)(network)).to.equal("approved");
    expect(await worksForEverybody()).to.deep.equal(["succeeded", "succeeded", "succeeded"]);
    const [proposal] = await open();
    for (const admin of [admin2, admin3]) await consortium().act(admin, "proposal", "reject", String(proposal?.id));
    expect(await nodeStatus(admin2.node.enode)(network)).to.equal("approved");
  });

  /** Each network admin sends from a node of its own. */
  function worksForEverybody(): Promise<string[]> {
    const { admin1, admin2, admin3, stranger } = consortium();
    return Promise.all([admin1, admin2, admin3].map((admin) => send(admin, { to: stranger.address })));
  }

  async function nodesAddedBy(org: string): Promise<number | undefined> {
    const network = await consortium().network();
    const uses = await readUse(network, "node-limit", await readTopOrgs(network));
    return uses.find((use) => use.org === org)?.added;
  }
}

interface Call {
  to: string;
  data: string;
}

function adding({ contracts }: Network, node: Enode): Promise<Call> {
  return contracts.interface.addNode.populateTransaction("ORG1", node.enodeId, node.ip, node.port, node.raftPort);
}

function moving({ contracts }: Network, node: Enode): Promise<Call> {
  return contracts.rules.changeNodeAddress.populateTransaction("ORG1", node.enodeId, node.ip, node.port, node.raftPort);
}

/** Sends one after the other without waiting, past the library, and says what became of each. */
async function all({ address, node: { rpc } }: Person, calls: readonly Call[]): Promise<string[]> {
  const chain = await openChain(rpc, { receipt: 60_000 });
  // Of what is executed: a node that has just taken over a block counts what waits in its pool a moment later.
  const first = await countTransactions(rpc, address, "latest");
  const hashes: string[] = [];
  for (const [i, { to, data }] of calls.entries()) {
    const transaction = { from: address, to, data, gas: "0x7a120", gasPrice: "0x0", nonce: toQuantity(first + i) };
    hashes.push((await rpc.send("eth_sendTransaction", [transaction])) as string);
  }
  return Promise.all(
    hashes.map(async (hash) => ((await waitForReceipt(chain, hash)).succeeded ? "succeeded" : "failed")),
  );
}
