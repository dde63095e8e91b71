import { expect } from "chai";
import { getAddress } from "ethers";
import { type QuietOptions, requireQuiet } from "../../../src/actions/quiet.js";
import { addRole, assignRole } from "../../../src/actions/roles.js";
import { getBlockNumber } from "../../../src/chain/chain.js";
import { connectionBroken } from "../../../src/chain/connection-errors.js";
import { toEndpoint } from "../../../src/chain/endpoint.js";
import type { NamedNodes } from "../../../src/chain/named-nodes.js";
import type { Network } from "../../../src/network/network.js";
import type { RightsChange } from "../../../src/read/rights-change.js";
import { caught } from "../../helpers/caught.js";
import { GoQuorumLookalike, notOffered } from "../../helpers/goquorum-lookalike.js";
import { actorOf, openNetwork, PEOPLE, through } from "../../helpers/in-process-network.js";

/** One question to each node: no test waits. */
const AT_ONCE = { standstill: 0, pause: 1 };

describe("a right that is about to be taken away", () => {
  const { clerk } = PEOPLE;
  const suspension: RightsChange = { about: "account", account: clerk };

  let network: Network;
  let first: GoQuorumLookalike;
  let second: GoQuorumLookalike;
  let nodes: NamedNodes;

  beforeEach(async () => {
    const plain = await openNetwork();
    await addRole(actorOf(plain, "admin"), { org: "ADMINORG", role: "CLERK", access: "transfer" });
    await assignRole(actorOf(plain, "admin"), { org: "ADMINORG", account: clerk, role: "CLERK" });
    [first, second] = [new GoQuorumLookalike(), new GoQuorumLookalike()];
    network = through(plain, (rpc) => first.rpc(rpc));
    nodes = [
      { name: "http://one", rpc: network.chain.rpc },
      { name: "http://two", rpc: second.rpc(plain.chain.rpc) },
    ];
  });

  const look = (options: QuietOptions = {}, change: RightsChange = suspension) =>
    requireQuiet(network, change, { nodes, length: AT_ONCE, ...options });

  /** The clerk sends at the next question for the latest block, and a block has it. */
  function sendsOnce(): void {
    let sent = false;
    first.instead = async (method) => {
      if (method !== "eth_blockNumber" || sent) return undefined;
      sent = true;
      const before = await getBlockNumber(network.chain.rpc);
      const transfer = { from: clerk, to: PEOPLE.admin, gas: "0x5208", gasPrice: "0x0" };
      await network.chain.rpc.send("eth_sendTransaction", [transfer]);
      return `0x${before.toString(16)}`;
    };
  }

  it("is taken when the pools hold nothing and no block does", async () => {
    const silence = await look();
    expect(silence).to.deep.equal({
      accounts: [clerk],
      contracts: [],
      seen: [],
      nodes: ["http://one", "http://two"],
      silent: [],
      withoutPool: [],
    });
  });

  it("is not taken while a pool holds a transaction, be it that of another node", async () => {
    second.pending = { [clerk.toLowerCase()]: { 4: "…", 5: "…", 6: "…" }, [PEOPLE.admin]: { 1: "…" } };
    const error = await caught(look());
    expect(error.code).to.equal("RIGHT_UNDER_TRAFFIC");
    expect(error.message).to.equal(
      `Nothing was sent: these accounts would lose a right while they are sending.\n  ${clerk}: nonces 4 to 6 at http://two`,
    );
    expect(error.facts.seen).to.deep.include({ account: clerk, nonce: 4, node: "http://two", block: null });
    expect(error.hint).to.match(/in this order[^]*1\. Stop [^]*2\. At the nodes [^]*3\. Wait [^]*4\. Send this/);
  });

  it("is not taken while a transaction waits for an earlier one", async () => {
    first.queued = { [clerk]: { 9: "…" } };
    expect((await caught(look())).message).to.include(`${clerk}: nonce 9 at http://one`);
  });

  it("is not taken when a block has a transaction that was made meanwhile", async () => {
    sendsOnce();
    expect((await caught(look({ length: { blocks: 1, pause: 1 } }))).message).to.match(
      new RegExp(`${clerk}: nonce 0 in block \\d+$`),
    );
  });

  it("is judged by counts at a node that does not show its pool, which is said", async () => {
    second.showsPool = false;
    expect((await look())?.withoutPool).to.deep.equal(["http://two"]);
    second.instead = (method, [, tag]) =>
      method === "eth_getTransactionCount" && tag === "pending" ? "0x2" : undefined;
    expect((await caught(look())).message).to.include(`${clerk}: nonces 0 to 1 at http://two`);
  });

  it("is judged without a node that does not answer, which is said", async () => {
    second.instead = () => connectionBroken(toEndpoint("http://two"));
    expect(await look()).to.deep.include({ nodes: ["http://one"], silent: ["http://two"] });
    first.instead = (method) => (method === "txpool_inspect" ? connectionBroken(toEndpoint("http://one")) : undefined);
    expect((await caught(look())).code).to.equal("NODE_UNREACHABLE");
  });

  it("is looked at over five blocks, and waits for the blocks that come", async () => {
    first.instead = async (method) => {
      if (method === "eth_blockNumber") await network.chain.rpc.send("evm_mine", []);
      return undefined;
    };
    await look({ length: { pause: 1 } });
    const looks = first.asked.filter((method) => method === "txpool_inspect");
    expect(looks).to.have.length(5);
  });

  it("waits for the pools to drain where that is wanted, and no longer than that", async () => {
    second.pending = { [clerk]: { 4: "…" } };
    let looks = 0;
    second.instead = (method) => {
      if (method === "txpool_inspect" && (looks += 1) === 3) second.pending = {};
      return undefined;
    };
    expect((await look({ within: 60_000 }))?.accounts).to.deep.equal([clerk]);
    expect(looks).to.equal(3);

    second.pending = { [clerk]: { 4: "…" } };
    const error = await caught(look({ within: 0 }));
    expect(error.code).to.equal("TIMED_OUT");
    expect(error.message).to.match(/^Nothing was sent: after 0 s, accounts .* are still sending\.\n {2}0x/);
  });

  it("is that of whoever is sending to a contract, member or not, and of nobody else", async () => {
    const contract = PEOPLE.successor;
    const closing: RightsChange = { about: "contract", contract };
    const stranger = `0x${"ab".repeat(20)}`;
    second.pending = { [clerk]: { 4: `${PEOPLE.admin}: 0 wei + 21000 gas × 0 wei` } };
    expect(await look({ sender: clerk }, closing)).to.deep.include({ accounts: [], contracts: [contract], seen: [] });
    second.pending = {
      [stranger]: { 5: `${contract.toLowerCase()}: 0 wei + 21000 gas × 0 wei`, 6: "contract creation: …" },
    };
    const { code, message } = await caught(look({}, closing));
    expect([code, message]).to.deep.equal([
      "RIGHT_UNDER_TRAFFIC",
      `Nothing was sent: these accounts would lose a right while they are sending.\n  ${getAddress(stranger)}: nonce 5 at http://two`,
    ]);
    const both: RightsChange = { about: "several", changes: [closing, suspension] };
    second.pending = { [clerk]: { 4: "…" } };
    expect((await caught(look({}, both))).message).to.include(`${clerk}: nonce 4 at http://two`);
  });

  it("is not taken by its own holder, whose transaction nodes may then not allow", async () => {
    const error = await caught(look({ sender: clerk }));
    expect(error.message).to.include(`${clerk} would take a right away from itself`);
    expect(error.facts.cause).to.equal("sender");
  });

  it("is none where no account may send less afterwards", async () => {
    first.pending = { [PEOPLE.orgAdmin]: { 0: "…" } };
    expect(await look({}, { about: "account", account: PEOPLE.orgAdmin })).to.equal(undefined);
    expect(first.asked).to.not.include("txpool_inspect");
  });

  it("is taken at once on other nodes than GoQuorum's; one that does not say what it is may be one", async () => {
    second.pending = { [clerk]: { 4: "…" } };
    first.instead = (method) => (method === "web3_clientVersion" ? "anvil/v1.4.0" : undefined);
    expect(await look()).to.equal(undefined);
    expect(first.asked).to.deep.equal(["web3_clientVersion"]);
    first.showsPool = false;
    first.instead = (method) => (method === "web3_clientVersion" ? notOffered(method) : undefined);
    expect((await caught(look())).code).to.equal("RIGHT_UNDER_TRAFFIC");
  });

  it("is judged at the network's own node where no others are named", async () => {
    first.pending = { [clerk]: { 1: "…" } };
    const error = await caught(requireQuiet(network, suspension, { length: AT_ONCE }));
    expect(error.message).to.include(`${clerk}: nonce 1 at the node`);
  });
});
