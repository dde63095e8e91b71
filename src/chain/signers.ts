import { getAddress, keccak256, Wallet } from "ethers";
import { refusal } from "../errors/refusal.js";
import { z } from "zod";
import { checked, hex } from "./check-answer.js";
import type { Chain } from "./chain.js";
import { NOTHING_SIGNED, type Prepared, type Transaction } from "./transactions.js";

/** Who sends. Without `sign`, the node holds the key and signs. */
export interface Signer {
  readonly address: string;
  readonly sign?: (tx: Transaction, chainId: bigint) => Promise<Prepared>;
}

/** An account that the node has unlocked. */
export function nodeSigner(address: string): Signer {
  return { address: getAddress(address) };
}

/** A key of 0x and 64 hex digits; `source` says where it is from. Throws KEY_NOT_ALLOWED, which does not show it. */
export function keySigner(privateKey: string, source = "What was given"): Signer {
  const wallet = toWallet(privateKey, source);
  return {
    address: wallet.address,
    async sign({ to, data, gas, gasPrice, nonce }, chainId) {
      const tx = { type: 0, chainId, to: to ?? null, data, gasLimit: gas, gasPrice, nonce };
      const raw = await wallet.signTransaction(tx);
      return { raw, hash: keccak256(raw) };
    },
  };
}

function toWallet(privateKey: string, source: string): Wallet {
  try {
    return new Wallet(privateKey);
  } catch {
    // The cause is left out: it would show the key.
    throw refusal("KEY_NOT_ALLOWED", { source });
  }
}

/** Signs a transaction, unless the node will. */
export function prepare(chain: Chain, signer: Signer, tx: Transaction): Promise<Prepared> {
  return signer.sign === undefined ? Promise.resolve(NOTHING_SIGNED) : signer.sign(tx, chain.chainId);
}

/** The accounts that the node signs for. */
export async function nodeAccounts(chain: Chain): Promise<string[]> {
  const accounts = checked("eth_accounts", z.array(hex), await chain.rpc.send("eth_accounts", []));
  return accounts.map((account) => getAddress(account));
}
