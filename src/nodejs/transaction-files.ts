import { existsSync } from "node:fs";
import { getAddress } from "ethers";
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
  const [a, b] = [one.transaction, other.transaction];
  return isSameSender(one, other) && a.to === b.to && a.data.toLowerCase() === b.data.toLowerCase();
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
