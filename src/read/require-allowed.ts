import { ZeroAddress } from "ethers";
import { allOf } from "../errors/action.js";
import { refusal } from "../errors/refusal.js";
import type { Network } from "../network/network.js";
import type { TransactionKind } from "./checks.js";
import { explainSending } from "./explain.js";

/** What of a transaction decides whether nodes take it. */
export interface Sending {
  account: string;
  /** None when it creates a contract. */
  to?: string | undefined;
  data: string;
}

/** The kind of a transaction, as contracts/libraries/AccessLevel.sol tells them apart. */
export function kindOf({ to = ZeroAddress, data }: Pick<Sending, "to" | "data">): TransactionKind {
  if (to === ZeroAddress) return "deploy";
  return data === "0x" ? "transfer" : "call";
}

/** "0x" and 8 digits. */
const SELECTOR = 10;

/** Throws SENDER_NOT_ALLOWED where nodes would not take a transaction. */
export async function requireAllowed(network: Network, { account, to, data }: Sending): Promise<void> {
  const kind = kindOf({ to, data });
  const method = data.length < SELECTOR ? undefined : { selector: data.slice(0, SELECTOR) };
  const { allowed, why, wayOut } = await explainSending(network, { account, kind, to, method });
  if (allowed) return;
  throw refusal("SENDER_NOT_ALLOWED", { cause: "explained", account, kind, why }, allOf(wayOut));
}
