import { existsSync } from "node:fs";
import { getAddress } from "ethers";
import type { CallRequest } from "../chain/call.js";
import { requireAsked } from "../chain/signed-transaction.js";
import type { Purpose, Signer } from "../chain/signers.js";
import { type Prepared, stillSuffices, type Transaction } from "../chain/transactions.js";
import { refusal } from "../errors/refusal.js";
import { parseTransactionFile, type TransactionFile, transactionText } from "../network/transaction-file.js";
import { fileAt, writeAtomically } from "./files.js";

/** Reads a transaction that is signed elsewhere. Throws FILE_NOT_READ, TRANSACTION_FILE_NOT_ALLOWED or FORMAT_NEWER. */
export function readTransactionFile(file: string): TransactionFile {
  return parseTransactionFile(fileAt(file));
}

export function writeTransactionFile(file: string, content: TransactionFile): void {
  writeAtomically(file, transactionText(content));
}

/** The nonce of the signed transaction in a file, provided that it is this one; undefined where there is none. */
export function signedNonceIn(file: string, wanted: CallRequest): number | undefined {
  if (!existsSync(file)) return undefined;
  const { signed, transaction } = readTransactionFile(file);
  return signed !== undefined && isSameCall(transaction, wanted) ? transaction.nonce : undefined;
}

/** An account that signs elsewhere: what it has to sign is written to a file, and SIGNATURE_AWAITED is thrown. Once the file
 *  holds the signature, doing the same again sends it. A signature that is out of date, because its nonce is taken or its
 *  gas or gas price no longer suffices, is not used: the file is written anew. A file that holds another transaction, which may not have
 *  been sent yet, is left alone. */
export function elsewhereSigner(address: string, file: string): Signer {
  return {
    address: getAddress(address),
    elsewhere: `through the file ${file}`,
    sign(tx, chainId, purpose) {
      return Promise.resolve().then(() => signedIn(file, tx, chainId, purpose));
    },
  };
}

function signedIn(file: string, tx: Transaction, chainId: bigint, purpose: Purpose): Prepared {
  const wanted: TransactionFile = { ...purpose, chainId, transaction: tx };
  const found = existsSync(file) ? readTransactionFile(file) : undefined;
  if (found !== undefined && !isSameRequest(found, wanted)) requireReplaceable(file, found, wanted);
  else if (found !== undefined && isCurrent(found, tx)) {
    if (found.signed !== undefined) return requireAsked(found.signed, found.transaction, chainId, file);
    throw refusal("SIGNATURE_AWAITED", { cause: "first", ...factsOf(file, wanted) });
  }
  writeTransactionFile(file, wanted);
  if (found?.signed === undefined || !isSameRequest(found, wanted))
    throw refusal("SIGNATURE_AWAITED", { cause: "first", ...factsOf(file, wanted) });
  throw refusal("SIGNATURE_AWAITED", { cause: "again", ...factsOf(file, wanted) });
}

function factsOf(file: string, { summary, transaction: { from, nonce } }: TransactionFile) {
  return { file, summary, from, nonce };
}

function isSameRequest(one: TransactionFile, other: TransactionFile): boolean {
  return isSameSender(one, other) && isSameCall(one.transaction, other.transaction);
}

function isSameCall(one: CallRequest, other: CallRequest): boolean {
  return one.from === other.from && one.to === other.to && one.data.toLowerCase() === other.data.toLowerCase();
}

function isSameSender(one: TransactionFile, other: TransactionFile): boolean {
  const isSameChain = one.chainId === other.chainId && one.genesis.toLowerCase() === other.genesis.toLowerCase();
  return isSameChain && one.transaction.from === other.transaction.from;
}

function isCurrent({ transaction }: TransactionFile, tx: Transaction): boolean {
  const isPriceEnough = transaction.gasPrice >= tx.gasPrice;
  return transaction.nonce === tx.nonce && isPriceEnough && stillSuffices(transaction.gas, tx.gas);
}

/** What has a nonce that is taken is over, or can never be sent any more. Throws FILE_EXISTS. */
function requireReplaceable(file: string, found: TransactionFile, wanted: TransactionFile): void {
  if (isSameSender(found, wanted) && found.transaction.nonce < wanted.transaction.nonce) return;
  throw refusal("FILE_EXISTS", { cause: "otherTransaction", file, does: found.summary });
}
