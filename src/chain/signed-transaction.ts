import { keccak256, type SigningKey, Transaction as EthersTransaction } from "ethers";
import { refusal } from "../errors/refusal.js";
import type { Prepared, Transaction } from "./transactions.js";

/** All that is signed of a transaction. */
export function fieldsOf({ to, data, gas, gasPrice, nonce }: Transaction, chainId: bigint) {
  return { type: 0, chainId, to: to ?? null, data, gasLimit: gas, gasPrice, nonce, value: 0n };
}

export function signWith(key: SigningKey, tx: Transaction, chainId: bigint): Prepared {
  const signed = EthersTransaction.from(fieldsOf(tx, chainId));
  signed.signature = key.sign(signed.unsignedHash);
  const raw = signed.serialized;
  return { raw, hash: keccak256(raw) };
}

/** Makes sure that what came back from a signer is what was to be signed, by whoever was to sign it; `source` says where it
 *  came from. Throws SIGNED_TRANSACTION_NOT_ALLOWED. */
export function requireAsked(
  raw: string,
  tx: Transaction,
  chainId: bigint,
  source: string,
): Prepared & { raw: string } {
  const signed = parse(raw, source);
  const asked = { from: tx.from, ...fieldsOf(tx, chainId) };
  const differences = (Object.keys(asked) as (keyof typeof asked)[])
    .filter((field) => !isSame(signed[field], asked[field]))
    .map((field) => `${WORDS[field]} ${shown(signed[field])} instead of ${shown(asked[field])}`);
  if (differences.length === 0 && signed.hash !== null) return { raw: signed.serialized, hash: signed.hash };
  throw refusal("SIGNED_TRANSACTION_NOT_ALLOWED", { cause: "differs", source, differences });
}

function parse(raw: string, source: string): EthersTransaction {
  try {
    const signed = EthersTransaction.from(raw);
    if (signed.isSigned()) return signed;
  } catch {
    // What is wrong with it, no one can do anything about.
  }
  throw refusal("SIGNED_TRANSACTION_NOT_ALLOWED", { cause: "none", source });
}

const WORDS = {
  from: "the sender",
  type: "the type",
  chainId: "the chain",
  to: "the recipient",
  data: "the data",
  gasLimit: "the gas limit",
  gasPrice: "the gas price",
  nonce: "the nonce",
  value: "the value",
} as const;

type Field = string | number | bigint | null;

function isSame(one: Field, other: Field): boolean {
  return String(one).toLowerCase() === String(other).toLowerCase();
}

/** Data may have thousands of digits. */
function shown(field: Field): string {
  const text = field === null ? "none" : String(field);
  return text.length > 80 ? `${text.slice(0, 40)}… (${text.length} characters)` : text;
}
