import { ZeroAddress } from "ethers";
import type { Network } from "../network/network.js";

/** The kinds of transactions that nodes tell apart, each with a payload that makes one. */
const PAYLOADS = { transfer: "0x", deploy: "0x00", call: "0x00" } as const;

export type TransactionKind = keyof typeof PAYLOADS;

export const TRANSACTION_KINDS = Object.keys(PAYLOADS) as TransactionKind[];

/** Whether an account may send a transaction of a kind, as nodes ask before they take one. `to` is left alone when it
 *  deploys. */
export function maySend(
  { contracts }: Network,
  { account, kind, to = account }: { account: string; kind: TransactionKind; to?: string | undefined },
): Promise<boolean> {
  const target = kind === "deploy" ? ZeroAddress : to;
  return contracts.rules.transactionAllowed(account, target, 0, 0, 0, PAYLOADS[kind]);
}
