import type { Chain } from "../chain/chain.js";
import { requireAsked } from "../chain/signed-transaction.js";
import type { Signer } from "../chain/signers.js";
import { getReceipt, type Prepared, stillSuffices } from "../chain/transactions.js";
import { waitForBlock, waitForEarlier } from "../chain/waiting.js";
import { PortcullisError } from "../errors/error.js";
import { refusal } from "../errors/refusal.js";
import type { TransactionFile } from "../network/transaction-file.js";
import { type ActionResult, execute, resultOf, type Sender } from "./perform.js";

/** What came of a transaction that was signed elsewhere. */
export interface SentSigned {
  done: ActionResult;
  /** Whether it had been executed before. */
  wasThere: boolean;
}

/** Sends a transaction that was signed elsewhere, after what is asked before any other: whether the contracts accept it now, and
 *  the account has sent nothing else meanwhile. One that was executed before is only told of. Throws TRANSACTION_OF_OTHER_CHAIN,
 *  SIGNATURE_AWAITED, SIGNED_TRANSACTION_NOT_ALLOWED, SIGNATURE_OUT_OF_DATE, and what every action throws. */
export async function sendSigned(
  sender: Omit<Sender, "signer">,
  given: TransactionFile,
  source: string,
): Promise<SentSigned> {
  const { chain } = sender;
  const { summary, transaction } = given;
  requireChain(chain, given);
  const prepared = signedOf(given, source);
  const executed = await waitForEarlier(chain, transaction.from);
  if (executed > transaction.nonce) {
    const receipt = await getReceipt(chain, prepared.hash);
    if (receipt === undefined) throw outOfDate(given);
    await waitForBlock(chain, receipt);
    return { done: await resultOf(sender, summary, transaction, receipt), wasThere: true };
  }
  if (executed < transaction.nonce)
    throw refusal("SIGNATURE_OUT_OF_DATE", { cause: "ahead", ...factsOf(given), next: executed });
  const signer = signerOfOne(given, prepared);
  const { gasPrice } = transaction;
  const done = await execute({ ...sender, chain: { ...chain, gasPrice }, signer }, summary, transaction).catch(
    (error: unknown) => {
      if (!isOfPrice(error)) throw error;
      throw refusal("SIGNATURE_OUT_OF_DATE", { cause: "price", ...factsOf(given), gasPrice }, { cause: error });
    },
  );
  return { done, wasThere: false };
}

/** What is signed cannot offer another price. */
function isOfPrice(error: unknown): error is PortcullisError {
  return error instanceof PortcullisError && error.code === "GAS_PRICE_NOT_ALLOWED";
}

function requireChain({ chainId, genesis }: Chain, given: TransactionFile): void {
  if (chainId === given.chainId && genesis.toLowerCase() === given.genesis.toLowerCase()) return;
  throw refusal("TRANSACTION_OF_OTHER_CHAIN", { chainId: given.chainId, genesis: given.genesis, found: chainId });
}

function signedOf(given: TransactionFile, source: string) {
  const { signed, transaction, chainId } = given;
  if (signed !== undefined) return requireAsked(signed, transaction, chainId, source);
  throw refusal("SIGNATURE_AWAITED", { cause: "first", file: source, ...factsOf(given) });
}

/** Who has signed this one transaction, and signs no other. */
function signerOfOne(given: TransactionFile, prepared: Prepared): Signer {
  const { from, nonce, gas } = given.transaction;
  return {
    address: from,
    sign: (tx) =>
      Promise.resolve().then(() => {
        if (tx.nonce !== nonce) throw outOfDate(given);
        if (stillSuffices(gas, tx.gas)) return prepared;
        throw refusal("SIGNATURE_OUT_OF_DATE", { cause: "gas", ...factsOf(given), gas, needed: tx.gas });
      }),
  };
}

function outOfDate(given: TransactionFile) {
  return refusal("SIGNATURE_OUT_OF_DATE", { cause: "taken", ...factsOf(given) });
}

function factsOf({ summary, transaction: { from, nonce } }: TransactionFile) {
  return { summary, from, nonce };
}
