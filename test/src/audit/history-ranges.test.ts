import { expect } from "chai";
import { toQuantity } from "ethers";
import type { HistoryEntry } from "../../../src/audit/history/history-entry.js";
import { readHistory } from "../../../src/audit/history/read-history.js";
import type { Rpc } from "../../../src/chain/rpc.js";
import { RpcError } from "../../../src/chain/rpc-error.js";
import type { Network } from "../../../src/network/network.js";
import { whole } from "../../../src/read/pages.js";
import { caught } from "../../helpers/caught.js";
import { openNetwork, through } from "../../helpers/in-process-network.js";

interface Range {
  from: number;
  to: number;
}

/** Blocks without events after those of the deployment. */
const QUIET = 20_000;

describe("the ranges in which history is read", () => {
  let network: Network;
  let all: HistoryEntry[];

  before(async () => {
    network = await openNetwork();
    await network.chain.rpc.send("hardhat_mine", [toQuantity(QUIET)]);
    all = await whole(readHistory(network));
    expect(all).not.to.be.empty;
  });

  /** The history as a node tells it, and the ranges that it was asked for. */
  async function readThrough(refuses: (range: Range) => boolean): Promise<{ entries: HistoryEntry[]; asked: Range[] }> {
    const asked: Range[] = [];
    const watched = through(network, (rpc) => ({
      send: (method, params) => {
        if (method !== "eth_getLogs") return rpc.send(method, params);
        const range = rangeOf(params);
        asked.push(range);
        if (refuses(range)) return Promise.reject(new RpcError("query returned more than 10 results", -32005, null));
        return rpc.send(method, params);
      },
    }));
    return { entries: await whole(readHistory(watched)), asked };
  }

  function rangeOf([filter]: readonly unknown[]): Range {
    const { fromBlock, toBlock } = filter as { fromBlock: string; toBlock: string };
    return { from: Number(fromBlock), to: Number(toBlock) };
  }

  const sizeOf = ({ from, to }: Range): number => to - from + 1;

  it("double as long as the node answers", async () => {
    const { entries, asked } = await readThrough(() => false);
    expect(entries).to.deep.equal(all);
    expect(asked.slice(0, 3).map(sizeOf)).to.deep.equal([1000, 2000, 4000]);
    expect(asked.length).to.be.lessThan(7);
  });

  it("are halved where the node refuses, and nothing is lost or told twice", async () => {
    const { entries, asked } = await readThrough((range) => sizeOf(range) > 300);
    expect(entries).to.deep.equal(all);
    expect(asked.slice(0, 4).map(sizeOf)).to.deep.equal([1000, 500, 250, 313]);
  });

  it("shrink to a single block where that alone is answered, and grow again after it", async () => {
    const busy = (range: Range): boolean => range.from <= 10 && sizeOf(range) > 1;
    const { entries, asked } = await readThrough(busy);
    expect(entries).to.deep.equal(all);
    expect(Math.max(...asked.slice(-3).map(sizeOf))).to.be.greaterThan(1000);
  });

  it("end with the node's own words when it refuses a single block", async () => {
    const refused = readThrough(() => true);
    expect((await caught(refused)).message).to.equal("The node refused: query returned more than 10 results");
  });

  it("are not believed when the node has lost the last block meanwhile", async () => {
    const { number } = (await network.chain.rpc.send("eth_getBlockByNumber", ["latest", false])) as { number: string };
    const forgetful = through(network, (rpc: Rpc) => ({
      send: (method, params) =>
        method === "eth_getBlockByNumber" && params[0] === number ? Promise.resolve(null) : rpc.send(method, params),
    }));
    const failure = await caught(whole(readHistory(forgetful)));
    expect(failure.message).to.equal(`The node has no block ${Number(number)}.`);
  });
});

describe("the times of history", () => {
  it("are right on Raft, whose blocks count nanoseconds", async () => {
    const network = await openNetwork();
    const raft = through(network, (rpc) => ({
      async send(method, params) {
        const answer = await rpc.send(method, params);
        if (method !== "eth_getBlockByNumber" || answer === null) return answer;
        const block = answer as { timestamp: string };
        return { ...block, timestamp: toQuantity(BigInt(block.timestamp) * 1_000_000_000n) };
      },
    }));
    const all = await whole(readHistory(network));
    expect(await whole(readHistory(raft))).to.deep.equal(all);
    const [last] = all.slice(-1);
    expect(await whole(readHistory(raft, { since: new Date(last?.time ?? 0) }))).to.deep.equal([last]);
  });
});
