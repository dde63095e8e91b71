import * as z from "zod";
import { askEach } from "./ask-each.js";
import { countTransactions } from "./chain.js";
import { checked } from "./check-answer.js";
import { isNodeError } from "./node-errors.js";
import type { Rpc } from "./rpc.js";

/** Transactions of one account that a node holds and no block has. */
export interface Held {
  account: string;
  nonces: number[];
}

export interface Pool {
  held: Held[];
  /** Whether the node shows its pool. Otherwise its counts tell only of transactions without a gap before them. */
  isShown: boolean;
}

/** By account and nonce, for the transactions that can be executed, and for those that wait for an earlier one. */
const byAccount = z.record(z.string(), z.record(z.string().regex(/^\d{1,15}$/), z.unknown()));

const content = z.object({ pending: byAccount, queued: byAccount });

/** What a node's pool holds of these accounts. */
export async function readPool(rpc: Rpc, accounts: readonly string[]): Promise<Pool> {
  const method = "txpool_inspect";
  try {
    const { pending, queued } = checked(method, content, await rpc.send(method, []));
    return { held: heldOf([...Object.entries(pending), ...Object.entries(queued)], accounts), isShown: true };
  } catch (error) {
    if (isNodeError(error)) throw error;
    const held = await askEach(accounts, (account) => heldByCount(rpc, account));
    return { held: held.filter(({ nonces }) => nonces.length > 0), isShown: false };
  }
}

function heldOf(entries: readonly [string, Record<string, unknown>][], accounts: readonly string[]): Held[] {
  const sought = new Map(accounts.map((account) => [account.toLowerCase(), account]));
  return entries.flatMap(([holder, transactions]) => {
    const account = sought.get(holder.toLowerCase());
    return account === undefined ? [] : [{ account, nonces: Object.keys(transactions).map(Number) }];
  });
}

async function heldByCount(rpc: Rpc, account: string): Promise<Held> {
  const executed = await countTransactions(rpc, account, "latest");
  const known = await countTransactions(rpc, account, "pending");
  return { account, nonces: Array.from({ length: Math.max(0, known - executed) }, (_, index) => executed + index) };
}
