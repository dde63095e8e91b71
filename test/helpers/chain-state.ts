import { toQuantity } from "ethers";
import { type Chain, getBlockNumber } from "../../src/chain/chain.js";
import { getReceipt } from "../../src/chain/transactions.js";

export interface RawTransaction {
  hash: string;
  from: string;
  to: string | null;
  type: string;
  gasPrice: string;
}

/** What is in the blocks of a chain, oldest first; from the first block on unless another is named. */
export async function transactionsOf(chain: Chain, from = 0n): Promise<RawTransaction[]> {
  const found: RawTransaction[] = [];
  for (let number = from; number <= (await getBlockNumber(chain.rpc)); number += 1n) {
    const block = await chain.rpc.send("eth_getBlockByNumber", [toQuantity(number), true]);
    found.push(...(block as { transactions: RawTransaction[] }).transactions);
  }
  return found;
}

/** How many transactions an account has sent, and how many of all failed: what was sent twice is in one of these. */
export async function sentSince(chain: Chain, from: bigint): Promise<{ sent: Record<string, number>; failed: number }> {
  const sent: Record<string, number> = {};
  let failed = 0;
  for (const each of await transactionsOf(chain, from)) {
    sent[each.from] = (sent[each.from] ?? 0) + 1;
    if ((await getReceipt(chain, each.hash))?.succeeded !== true) failed += 1;
  }
  return { sent, failed };
}
