import { toQuantity } from "ethers";
import { getBlock } from "../../chain/chain.js";
import type { Rpc } from "../../chain/rpc.js";

/** Tells when a block was made, in ISO 8601, UTC; each block is read once. */
export function blockTimes(rpc: Rpc): (block: number) => Promise<string> {
  const read = async (block: number): Promise<string> => (await getBlock(rpc, toQuantity(block))).time.toISOString();
  const known = new Map<number, Promise<string>>();
  return (block) => {
    const time = known.get(block) ?? read(block);
    known.set(block, time);
    return time;
  };
}

/** The first block up to `last` that was made at a time or later; the one after `last` when there is none. */
export async function firstBlockSince(rpc: Rpc, since: Date, last: bigint): Promise<bigint> {
  let [low, high] = [0n, last + 1n];
  while (low < high) {
    const middle = (low + high) / 2n;
    if ((await getBlock(rpc, toQuantity(middle))).time < since) low = middle + 1n;
    else high = middle;
  }
  return low;
}
