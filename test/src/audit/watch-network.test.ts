import { expect } from "chai";
import { setBootOperator } from "../../../src/actions/guardian.js";
import type { HistoryEntry } from "../../../src/audit/history/history-entry.js";
import { watchNetwork, type WatchNetworkOptions } from "../../../src/audit/watch-network.js";
import { getBlockNumber } from "../../../src/chain/chain.js";
import type { PortcullisError } from "../../../src/errors/error.js";
import type { Network } from "../../../src/network/network.js";
import { caught } from "../../helpers/caught.js";
import { actorOf, openNetwork, PEOPLE, through } from "../../helpers/in-process-network.js";
import { UnsteadyNode } from "../../helpers/breakage/unsteady-node.js";

describe("watching a network", () => {
  let network: Network;
  let node: UnsteadyNode;
  let ending: AbortController;
  let seen: AsyncGenerator<HistoryEntry, void>;
  let allowed: boolean;

  beforeEach(async () => {
    network = await openNetwork();
    node = new UnsteadyNode(network.chain.rpc);
    ending = new AbortController();
    allowed = true;
  });

  afterEach(() => {
    ending.abort();
  });

  /** Something happens on the chain; its transaction. */
  async function act(): Promise<string | null> {
    allowed = !allowed;
    const { hash } = await setBootOperator(actorOf(network, "guardian"), { operator: PEOPLE.guardian, allowed });
    return hash;
  }

  async function next(): Promise<string | undefined> {
    return ((await seen.next()).value as HistoryEntry | undefined)?.transaction;
  }

  function begin(options: Partial<WatchNetworkOptions> = {}): void {
    seen = watchNetwork(
      through(network, () => node),
      { signal: ending.signal, interval: 1, ...options },
    );
  }

  /** Begins to watch, and is back when the watcher knows the latest block; what it will see first. */
  async function begun(options?: Partial<WatchNetworkOptions>): Promise<{ first: Promise<string | undefined> }> {
    begin(options);
    const told = node.toldLatest();
    const first = next();
    await told;
    return { first };
  }

  /** What the watcher says while its node fails. */
  function listener() {
    const heard: string[] = [];
    const options: Partial<WatchNetworkOptions> = {};
    const trouble = new Promise<PortcullisError>((resolve) => {
      options.onTrouble = (error) => {
        heard.push(error.code);
        resolve(error);
      };
    });
    options.onRecovery = () => heard.push("recovered");
    return { options, heard, trouble };
  }

  const latest = (): Promise<bigint> => getBlockNumber(network.chain.rpc);

  it("tells what happens from now on, once and in order", async () => {
    const { first } = await begun();
    const hashes = [await act(), await act(), await act()];
    expect([await first, await next(), await next()]).to.deep.equal(hashes);
    const later = next();
    const hash = await act();
    expect(await later).to.equal(hash);
  });

  it("begins at a block that is named, also in the past", async () => {
    begin({ from: 1n });
    const { value } = await seen.next();
    expect(value).to.deep.include({ block: 1, function: "constructor" });
  });

  it("tells only what the filter lets through", async () => {
    const { first } = await begun({ org: "ORG1" });
    await act();
    const { first: all } = await begun();
    const hash = await act();
    expect(await all).to.equal(hash);
    ending.abort();
    expect(await first).to.equal(undefined);
  });

  it("outlives a node that is unreachable for a while", async () => {
    const { options, heard, trouble } = listener();
    const { first } = await begun(options);
    node.vanishes();
    expect((await trouble).code).to.equal("NODE_UNREACHABLE");
    const hashes = [await act(), await act()];
    node.recovers();
    expect([await first, await next()]).to.deep.equal(hashes);
    expect(heard).to.deep.equal(["NODE_UNREACHABLE", "recovered"]);
  });

  it("never goes back when the node does, and repeats nothing", async () => {
    const { options, heard, trouble } = listener();
    const { first } = await begun(options);
    const hashes = [await act(), await act()];
    expect([await first, await next()]).to.deep.equal(hashes);
    node.fallsBackTo((await latest()) - 1n);
    const later = next();
    expect((await trouble).message).to.match(/^The node is at block \d+, and was at block \d+ before\.$/);
    node.recovers();
    const hash = await act();
    expect(await later).to.equal(hash);
    expect(heard).to.deep.equal(["BLOCK_UNKNOWN", "recovered"]);
  });

  it("misses nothing when the node loses a block that it named", async () => {
    const { options, trouble } = listener();
    const { first } = await begun(options);
    node.loses((await latest()) + 1n);
    const hash = await act();
    expect((await trouble).code).to.equal("BLOCK_UNKNOWN");
    node.recovers();
    expect(await first).to.equal(hash);
  });

  it("ends with an error when blocks are replaced", async () => {
    const { rpc } = network.chain;
    const snapshot = await rpc.send("evm_snapshot", []);
    const { first } = await begun();
    await act();
    await first;
    const later = next();
    await rpc.send("evm_revert", [snapshot]);
    await rpc.send("evm_increaseTime", [1_000]);
    await rpc.send("hardhat_mine", ["0x5"]);
    const failure = await caught(later);
    expect(failure.code).to.equal("CHAIN_REPLACED");
    expect(failure.message).to.match(/^Block \d+ of the chain is not the same as before\.$/);
  });

  it("ends with an error when another chain runs at the node's place, however short it is", async () => {
    const { first } = await begun();
    node.beginsAnewUpTo(3n);
    expect((await caught(first)).message).to.equal("Block 0 of the chain is not the same as before.");
  });

  it("ends at once when it is told to while it waits", async () => {
    const { first } = await begun({ interval: 600_000 });
    ending.abort();
    expect(await first).to.equal(undefined);
  });

  it("ends between two entries when it is told to", async () => {
    begin({ from: 1n });
    await seen.next();
    ending.abort();
    expect(await seen.next()).to.deep.equal({ value: undefined, done: true });
  });
});
