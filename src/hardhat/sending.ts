import { type AddressLike, resolveAddress } from "ethers";
import type { Network } from "../network/network.js";
import { explainSending, type Explanation } from "../read/explain.js";
import { kindOf, requireAllowed, type Sending } from "../read/require-allowed.js";
import { accountOf } from "./plan.js";

/** What of a transaction decides whether nodes take it. */
export interface SentTransaction {
  from: AddressLike;
  /** None when it creates a contract. */
  to?: AddressLike | null | undefined;
  data?: string | null | undefined;
}

async function question({ from, to, data }: SentTransaction): Promise<Sending> {
  const target = to == null ? undefined : await resolveAddress(to);
  return { account: await accountOf(from), to: target, data: data ?? "0x" };
}

/** Whether nodes would take a transaction, why, and who could change it. */
export async function maySend(network: Network, transaction: SentTransaction): Promise<Explanation> {
  const { account, to, data } = await question(transaction);
  return explainSending(network, { account, kind: kindOf({ to, data }), to });
}

/** Throws SENDER_NOT_ALLOWED where nodes would not take a transaction. */
export async function requireTaken(network: Network, transaction: SentTransaction): Promise<void> {
  await requireAllowed(network, await question(transaction));
}

/** A signer of ethers', as `ethers.getSigners()` has them. */
export interface Sender {
  getAddress(): Promise<string>;
  sendTransaction(transaction: never): Promise<unknown>;
}

/** The same signer, which sends only what nodes would take. */
export function obeying<S extends Sender>(network: Network, signer: S): S {
  const sendTransaction = async (transaction: Omit<SentTransaction, "from">): Promise<unknown> => {
    await requireTaken(network, { ...transaction, from: await signer.getAddress() });
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
