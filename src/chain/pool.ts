import { getAddress, isAddress } from "ethers";
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

/** What is looked for in a pool. */
export interface Sought {
  /** The transactions of these accounts, whatever they are. */
  accounts: readonly string[];
  /** Transactions to these contracts, whoever has sent them. */
  contracts: readonly string[];
  /** The accounts that are asked for where a pool is not shown. */
  counted: readonly string[];
}

const content = z.object({ pending: byAccount, queued: byAccount });

/** What a node's pool holds of what is sought. */
export async function readPool(rpc: Rpc, sought: Sought): Promise<Pool> {
  const method = "txpool_inspect";
  try {
    const { pending, queued } = checked(method, content, await rpc.send(method, []));
    return { held: heldOf([...Object.entries(pending), ...Object.entries(queued)], sought), isShown: true };
  } catch (error) {
    if (isNodeError(error)) throw error;
    const held = await askEach(sought.counted, (account) => heldByCount(rpc, account));
    return { held: held.filter(({ nonces }) => nonces.length > 0), isShown: false };
  }
}

function heldOf(entries: readonly [string, Record<string, unknown>][], { accounts, contracts }: Sought): Held[] {
  const named = new Map(accounts.map((account) => [account.toLowerCase(), account]));
  const targets = contracts.map((contract) => contract.toLowerCase());
  // "0x…: 0 wei + 21000 gas × 1 wei"
  const isSought = (text: unknown): boolean => targets.includes(String(text).split(":")[0]?.toLowerCase() ?? "");
  return entries.flatMap(([holder, transactions]) => {
    const account = named.get(holder.toLowerCase());
    const sought = Object.entries(transactions).filter(([, text]) => account !== undefined || isSought(text));
    const nonces = sought.map(([nonce]) => Number(nonce));
    return nonces.length === 0 ? [] : [{ account: account ?? withChecksum(holder), nonces }];
  });
}

function withChecksum(given: string): string {
  return isAddress(given) ? getAddress(given) : given;
}

async function heldByCount(rpc: Rpc, account: string): Promise<Held> {
  const executed = await countTransactions(rpc, account, "latest");
  const known = await countTransactions(rpc, account, "pending");
  return { account, nonces: Array.from({ length: Math.max(0, known - executed) }, (_, index) => executed + index) };
}
