import { computeAddress, getAddress, SigningKey, TypedDataEncoder } from "ethers";
import { refusal } from "../errors/refusal.js";
import * as z from "zod";
import { type TypedVote, typedVoteJson } from "../model/vote-message.js";
import { checked, hex } from "./check-answer.js";
import type { Chain } from "./chain.js";
import { RpcError } from "./rpc-error.js";
import { signWith } from "./signed-transaction.js";
import { NOTHING_SIGNED, type Prepared, type Transaction } from "./transactions.js";

/** What a transaction is for, so that whoever signs it elsewhere can be told. */
export interface Purpose {
  /** One sentence that says what it does. */
  readonly summary: string;
  /** The hash of the chain's first block. */
  readonly genesis: string;
}

/** Who sends. Without `sign`, the node holds the key and signs. */
export interface Signer {
  readonly address: string;
  readonly sign?: (tx: Transaction, chainId: bigint, purpose: Purpose) => Promise<Prepared>;
  /** In words where `sign` has it signed, if that is not in this process: it may take its time, or never come to it. */
  readonly elsewhere?: string;
  /** Signs an EIP-712 message. Without it, only an account of the node signs any. */
  readonly signTyped?: (typed: TypedVote) => Promise<string>;
}

/** An account that the node has unlocked. */
export function nodeSigner(address: string): Signer {
  return { address: getAddress(address) };
}

/** A key of 0x and 64 hex digits; `source` says where it is from. Throws KEY_NOT_ALLOWED, which does not show it. */
export function keySigner(privateKey: string, source = "What was given"): Signer {
  const { key, address } = toKey(privateKey, source);
  return {
    address,
    sign: (tx, chainId) => Promise.resolve(signWith(key, tx, chainId)),
    signTyped: ({ domain, types, message }) =>
      Promise.resolve(key.sign(TypedDataEncoder.hash(domain, types, message)).serialized),
  };
}

function toKey(privateKey: string, source: string): { key: SigningKey; address: string } {
  try {
    const key = new SigningKey(privateKey.startsWith("0x") ? privateKey : `0x${privateKey}`);
    // What is no key is found out here at the latest.
    return { key, address: computeAddress(key) };
  } catch {
    // The cause is left out: it would show the key.
    throw refusal("KEY_NOT_ALLOWED", { source });
  }
}

/** Signs a transaction, unless the node will. */
export function prepare(chain: Chain, signer: Signer, tx: Transaction, summary: string): Promise<Prepared> {
  const { chainId, genesis } = chain;
  return signer.sign === undefined ? Promise.resolve(NOTHING_SIGNED) : signer.sign(tx, chainId, { summary, genesis });
}

/** Signs a message. Throws SIGNING_NOT_OFFERED. */
export async function signTyped(chain: Chain, signer: Signer, typed: TypedVote): Promise<string> {
  const { address } = signer;
  if (signer.signTyped !== undefined) return signer.signTyped(typed);
  if (signer.sign !== undefined) throw refusal("SIGNING_NOT_OFFERED", { cause: "signer", address });
  const method = "eth_signTypedData_v4";
  try {
    return checked(method, hex, await chain.rpc.send(method, [address, JSON.stringify(typedVoteJson(typed))]));
  } catch (cause) {
    if (!(cause instanceof RpcError)) throw cause;
    throw refusal("SIGNING_NOT_OFFERED", { cause: "node", address, said: cause.answer }, { cause });
  }
}

/** The accounts that the node signs for. */
export async function nodeAccounts(chain: Chain): Promise<string[]> {
  const accounts = checked("eth_accounts", z.array(hex), await chain.rpc.send("eth_accounts", []));
  return accounts.map((account) => getAddress(account));
}
