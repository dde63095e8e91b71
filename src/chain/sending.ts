import { sleep } from "../util/sleep.js";
import { explainRevert } from "./explain-revert.js";
import { messageOf, PortcullisError } from "../errors/error.js";
import { refusal } from "../errors/refusal.js";
import { prepare, type Signer } from "./signers.js";
import type { Chain } from "./chain.js";
import { isNodeError, retryAfterOf } from "./node-errors.js";
import { RpcError } from "./rpc-error.js";
import { type Prepared, type Receipt, submit, type Transaction } from "./transactions.js";
import { until, waitForReceipt } from "./waiting.js";
import { observe, type TransactionStatus } from "./transaction-status.js";

/** A transaction that the node has received, or may have. The hash of one that the node signs is known once it has. */
export type PendingTransaction = { from: string; nonce: number } & (
  { isSent: false; hash: string | undefined } | { isSent: true; hash: string }
);

/** Called with a transaction when it is about to be sent, and with nothing once it has arrived or is given up. */
export type OnPending = (pending: PendingTransaction | undefined) => void;

/** Signs a transaction, sends it exactly once, and returns its receipt once the node can read its block. Throws what
 *  the node refused, NONCE_TAKEN, SENDING_UNCERTAIN or TIMED_OUT. */
export async function sendOnce(
  chain: Chain,
  signer: Signer,
  tx: Transaction,
  { summary = "", onPending = () => undefined }: { summary?: string; onPending?: OnPending | undefined } = {},
): Promise<Receipt> {
  const prepared = await prepare(chain, signer, tx, summary);
  const { from, nonce } = tx;
  try {
    onPending({ from, nonce, hash: prepared.hash, isSent: false });
    const hash = await deliver(chain, tx, prepared);
    onPending({ from, nonce, hash, isSent: true });
    return await waitForReceipt(chain, hash);
  } catch (error) {
    throw explainRevert(error);
  } finally {
    onPending(undefined);
  }
}

/** Sends a prepared transaction to the node and returns its hash. Only the very same one, with the same nonce, is ever sent
 *  again, and only once the node has said that it has none with that nonce. `before` says that it may have been sent
 *  earlier. Throws what the node refused as it stands, NONCE_TAKEN or SENDING_UNCERTAIN. */
export async function deliver(chain: Chain, tx: Transaction, prepared: Prepared, before = false): Promise<string> {
  const look = await observe(chain, tx, prepared);
  const deadline = Date.now() + chain.waits.sending;
  let doubted = before;
  for (let pause = 50; ; pause = Math.min(pause * 2, 2_000)) {
    try {
      return await submit(chain, tx, prepared);
    } catch (error) {
      const meaning = meaningOf(error);
      if (meaning === "refused" && !(error instanceof RpcError)) throw error;
      if (meaning === "taken" && !doubted) return await requireOwn(look, tx, prepared, error);
      const where = await resolve(chain, meaning === "refused" ? lasting(chain, look) : look, tx, prepared, error);
      if (where.state === "found") return where.hash;
      if (where.state === "taken") throw nonceTaken(tx, error, where);
      // A proxy may refuse what it passes on, so a refusal counts once the node has had nothing with that nonce for a while.
      if (meaning === "refused") throw error;
      // A busy node itself says that it did not accept it.
      doubted ||= !isBusy(error);
      const wait = Math.max(pause, retryAfterOf(error));
      if (Date.now() + wait > deadline) throw doubted ? sendingUncertain(tx, prepared, error) : error;
      await sleep(wait);
    }
  }
}

/** The hash of a transaction that has itself taken its nonce: a proxy may send twice, and give the second answer. Throws
 *  NONCE_TAKEN, or SENDING_UNCERTAIN. */
async function requireOwn(look: Look, tx: Transaction, prepared: Prepared, cause: unknown): Promise<string> {
  const where = await look().catch((error: unknown) => {
    throw error instanceof PortcullisError ? sendingUncertain(tx, prepared, cause) : error;
  });
  if (where?.state === "found") return where.hash;
  throw nonceTaken(tx, cause, where);
}

/** How nodes word it: geth and GoQuorum from 1.9 on, anvil, Hardhat. */
const WORDINGS: readonly (readonly [RegExp, Meaning])[] = [
  [/already known|known transaction|already imported/i, "known"],
  [/nonce( is)? too low|replacement transaction underpriced/i, "taken"],
  [/timed? ?out/i, "doubtful"],
];

/** What a failure to send means: the node already has the transaction, another one has its nonce, it is unknown, or it was
 *  refused, by the node or by a proxy that has passed it on. */
type Meaning = "known" | "taken" | "doubtful" | "refused";

function meaningOf(error: unknown): Meaning {
  if (isNodeError(error) || (error instanceof RpcError && error.isFailure)) return "doubtful";
  const said = error instanceof RpcError ? error.answer : messageOf(error);
  return WORDINGS.find(([wording]) => wording.test(said))?.[1] ?? "refused";
}

type Look = () => Promise<TransactionStatus | undefined>;

/** A lookup that accepts that there is nothing only once this has lasted as long as nodes lag. */
function lasting(chain: Chain, look: Look): Look {
  return async () =>
    (await until(chain.waits.lag, async () => {
      const where = await look();
      return where?.state === "absent" ? undefined : where;
    })) ?? look();
}

/** Asks until the node says what became of it. */
async function resolve(
  chain: Chain,
  look: Look,
  tx: Transaction,
  prepared: Prepared,
  cause: unknown,
): Promise<TransactionStatus> {
  try {
    const found = await until(chain.waits.receipt, look);
    if (found !== undefined) return found;
  } catch (error) {
    if (!(error instanceof PortcullisError)) throw error;
  }
  throw sendingUncertain(tx, prepared, cause);
}

function isBusy(error: unknown): boolean {
  return error instanceof PortcullisError && error.code === "NODE_BUSY";
}

function nonceTaken(
  { from, nonce }: Transaction,
  cause: unknown,
  where: Exclude<TransactionStatus, { state: "found" }> | undefined,
): PortcullisError {
  if (where === undefined) return refusal("NONCE_TAKEN", { cause: "waiting", from, nonce }, { cause });
  if (where.state === "absent") return refusal("NONCE_TAKEN", { cause: "unknown", from, nonce }, { cause });
  return refusal("NONCE_TAKEN", { cause: "executed", from, nonce, hash: where.hash }, { cause });
}

function sendingUncertain({ from, nonce }: Transaction, { hash }: Prepared, cause: unknown): PortcullisError {
  const facts = { from, nonce, failure: messageOf(cause) };
  if (hash === undefined) return refusal("SENDING_UNCERTAIN", { cause: "hashUnknown", ...facts }, { cause });
  return refusal("SENDING_UNCERTAIN", { cause: "hashKnown", ...facts, hash }, { cause });
}

/** The error for not having waited for a transaction. */
export function interrupted({ isSent, from, nonce, hash }: PendingTransaction): PortcullisError {
  if (hash === undefined) return refusal("INTERRUPTED", { cause: "hashUnknown", from, nonce });
  return refusal("INTERRUPTED", { cause: isSent ? "sent" : "hashKnown", from, nonce, hash });
}
