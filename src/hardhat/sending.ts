import { type AddressLike, resolveAddress, ZeroAddress } from "ethers";
import { refusal } from "../errors/refusal.js";
import type { Network } from "../network/network.js";
import type { TransactionKind } from "../read/checks.js";
import { explainSending, type Explanation } from "../read/explain.js";
import { accountOf } from "./plan.js";

/** What of a transaction decides whether nodes take it. */
export interface SentTransaction {
  from: AddressLike;
  /** None when it creates a contract. */
  to?: AddressLike | null | undefined;
  data?: string | null | undefined;
}

/** As contracts/libraries/AccessLevel.sol tells them apart. */
async function question({ from, to, data }: SentTransaction) {
  const target = to == null ? ZeroAddress : await resolveAddress(to);
  const kind: TransactionKind = target === ZeroAddress ? "deploy" : (data ?? "0x") === "0x" ? "transfer" : "call";
  return { account: await accountOf(from), kind, to: target };
}

/** Whether nodes would take a transaction, why, and who could change it. */
export async function maySend(network: Network, transaction: SentTransaction): Promise<Explanation> {
  return explainSending(network, await question(transaction));
}

/** Throws SENDER_NOT_ALLOWED where nodes would not take a transaction. */
export async function requireAllowed(network: Network, transaction: SentTransaction): Promise<void> {
  const { account, kind, to } = await question(transaction);
  const { allowed, why, wayOut } = await explainSending(network, { account, kind, to });
  if (allowed) return;
  const known = { hint: wayOut.map(({ hint }) => hint).join(" "), actions: wayOut.flatMap(({ actions }) => actions) };
  throw refusal("SENDER_NOT_ALLOWED", { cause: "explained", account, kind, why }, wayOut.length > 0 ? known : {});
}

/** A signer of ethers', as `ethers.getSigners()` has them. */
export interface Sender {
  getAddress(): Promise<string>;
  sendTransaction(transaction: never): Promise<unknown>;
}

/** The same signer, which sends only what nodes would take. */
export function obeying<S extends Sender>(network: Network, signer: S): S {
  const sendTransaction = async (transaction: Omit<SentTransaction, "from">): Promise<unknown> => {
    await requireAllowed(network, { ...transaction, from: await signer.getAddress() });
    return signer.sendTransaction(transaction as never);
  };
  return new Proxy(signer, {
    get(target, name) {
      if (name === "sendTransaction") return sendTransaction;
      const value: unknown = Reflect.get(target, name, target);
      // Signers have private fields, which only the signer itself can reach.
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
}
