import { ZeroAddress } from "ethers";
import type { Method } from "../network/method.js";
import type { Network } from "../network/network.js";

/** The kinds of transactions that nodes tell apart, each with a payload that makes one. */
const PAYLOADS = { transfer: "0x", deploy: "0x00", call: "0x00" } as const;

export type TransactionKind = keyof typeof PAYLOADS;

export const TRANSACTION_KINDS = Object.keys(PAYLOADS) as TransactionKind[];

/** What is asked about a transaction. */
export interface SendQuestion {
  account: string;
  kind: TransactionKind;
  /** Left alone when it deploys. */
  to?: string | undefined;
  /** The method that it calls. */
  method?: Method | undefined;
}

/** Whether an account may send a transaction of a kind, as nodes ask before they take one. */
export function maySend(
  { contracts }: Network,
  { account, kind, to = account, method }: SendQuestion,
): Promise<boolean> {
  const target = kind === "deploy" ? ZeroAddress : to;
  const payload = kind === "call" && method !== undefined ? method.selector : PAYLOADS[kind];
  return contracts.rules.transactionAllowed(account, target, 0, 0, 0, payload);
}
