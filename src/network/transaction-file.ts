import { getAddress } from "ethers";
import * as z from "zod";
import { fieldsOf } from "../chain/signed-transaction.js";
import type { Transaction } from "../chain/transactions.js";
import { refusal } from "../errors/refusal.js";
import { toJson } from "../util/json.js";
import type { TextSource } from "../util/text-source.js";

const FORMAT = 1;

/** A transaction that is signed elsewhere, with what whoever signs it has to know. */
export interface TransactionFile {
  /** What it does, as whoever wrote the file says: what is signed tells for sure. */
  readonly summary: string;
  readonly chainId: bigint;
  /** The hash of the chain's first block. */
  readonly genesis: string;
  readonly transaction: Transaction;
  /** As it is sent, once it is signed. */
  readonly signed?: string | undefined;
}

const address = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/)
  .transform(getAddress);
const hex = z.string().regex(/^0x(?:[0-9a-f]{2})*$/i);
const decimal = z.string().regex(/^\d+$/).transform(BigInt);

const shape = z.strictObject({
  format: z.literal(FORMAT),
  does: z.string(),
  chainId: decimal,
  genesis: z.string().regex(/^0x[0-9a-f]{64}$/i),
  from: address,
  nonce: z.int().min(0),
  to: address.nullable(),
  value: z.literal("0"),
  gas: decimal,
  gasPrice: decimal,
  data: hex,
  signed: hex.nullable(),
});

/** Reads what `transactionText` has written. Throws TRANSACTION_FILE_NOT_ALLOWED or FORMAT_NEWER. */
export function parseTransactionFile(from: TextSource): TransactionFile {
  const given = parseJson(from);
  const { format } = (given ?? {}) as { format?: unknown };
  if (typeof format === "number" && format > FORMAT)
    throw refusal("FORMAT_NEWER", { cause: "format", file: from.name, found: format, known: FORMAT });
  const parsed = shape.safeParse(given);
  if (!parsed.success) {
    const list = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "the file"}: ${message}`);
    throw refusal("TRANSACTION_FILE_NOT_ALLOWED", { cause: "values", file: from.name, list });
  }
  const { does, chainId, genesis, from: sender, nonce, to, gas, gasPrice, data, signed } = parsed.data;
  const transaction = { from: sender, to: to ?? undefined, data, gas, gasPrice, nonce };
  return { summary: does, chainId, genesis, transaction, signed: signed ?? undefined };
}

function parseJson(from: TextSource): unknown {
  try {
    return JSON.parse(from.read()) as unknown;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw refusal("TRANSACTION_FILE_NOT_ALLOWED", { cause: "noJson", file: from.name }, { cause });
  }
}

/** The text of a transaction file. */
export function transactionText({ summary, chainId, genesis, transaction, signed }: TransactionFile): string {
  const { to, value, gasLimit, gasPrice, nonce, data } = fieldsOf(transaction, chainId);
  const fields = { from: transaction.from, nonce, to, value, gas: gasLimit, gasPrice, data };
  return toJson({ format: FORMAT, does: summary, chainId, genesis, ...fields, signed: signed ?? null });
}
