import { type Chain, countTransactions, getBlockNumber } from "./chain.js";
import { getTransactions, type Mined } from "./full-block.js";
import { getReceipt, type Prepared, type Transaction } from "./transactions.js";

/** What the node says about a transaction that it may or may not have received: it has it, another one of the account took its
 *  nonce, or it has none with that nonce. */
export type TransactionStatus =
  { state: "found"; hash: string } | { state: "taken"; hash: string } | { state: "absent" };

/** A way to ask what became of a transaction, prepared before it is sent for the first time. Its answer is undefined while
 *  that cannot be said: the pool has a transaction with its nonce, or the node lags behind. */
export async function observe(
  chain: Chain,
  tx: Transaction,
  prepared: Prepared,
): Promise<() => Promise<TransactionStatus | undefined>> {
  const findSuccessor = searchBlocks(chain, tx, await getBlockNumber(chain.rpc));
  return async () => {
    if (prepared.hash !== undefined && (await isKnown(chain, prepared.hash))) {
      return { state: "found", hash: prepared.hash };
    }
    if ((await countTransactions(chain.rpc, tx.from, "latest")) > tx.nonce) {
      const found = await findSuccessor();
      return found && { state: isSame(found, tx, prepared) ? "found" : "taken", hash: found.hash };
    }
    const waiting = (await countTransactions(chain.rpc, tx.from, "pending")) > tx.nonce;
    return waiting ? undefined : { state: "absent" };
  };
}

async function isKnown(chain: Chain, hash: string): Promise<boolean> {
  const known = await chain.rpc.send("eth_getTransactionByHash", [hash]);
  return known !== null || (await getReceipt(chain, hash)) !== undefined;
}

/** Looks for the executed transaction with this sender and nonce, in the blocks after `since` that have not been looked at
 *  yet. */
function searchBlocks(chain: Chain, { from, nonce }: Transaction, since: bigint): () => Promise<Mined | undefined> {
  let next = since + 1n;
  return async () => {
    for (; ; next += 1n) {
      const transactions = await getTransactions(chain.rpc, next);
      if (transactions === undefined) return undefined;
      const found = transactions.find((each) => isAlike(each.from, from) && each.nonce === BigInt(nonce));
      if (found !== undefined) return found;
    }
  };
}

/** A transaction that the node signed is known by what it does. */
function isSame(found: Mined, tx: Transaction, prepared: Prepared): boolean {
  if (prepared.hash !== undefined) return isAlike(found.hash, prepared.hash);
  return isAlike(found.to ?? "", tx.to ?? "") && isAlike(found.input, tx.data);
}

function isAlike(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
