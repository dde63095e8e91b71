import { sleep } from "../util/sleep.js";
import { PortcullisError } from "../errors/error.js";
import { refusal } from "../errors/refusal.js";
import { type Chain, countTransactions, getBlockNumber } from "./chain.js";
import { isNodeError } from "./node-errors.js";
import { getReceipt, type Receipt } from "./transactions.js";
import { type Sent, whereabouts } from "./whereabouts.js";

/** Asks until there is an answer; undefined when there was none within `timeout` milliseconds. */
export async function until<T>(timeout: number, ask: () => Promise<T | undefined>): Promise<T | undefined> {
  const deadline = Date.now() + timeout;
  for (let pause = 20; ; pause = Math.min(pause * 2, 500)) {
    const answer = await ask();
    if (answer !== undefined || Date.now() >= deadline) return answer;
    await sleep(pause);
  }
}

/** The receipt of a transaction that was sent, once the node answers from its block or a later one. While the node is in
 *  trouble, or refuses to say, it is asked again. Throws TIMED_OUT. */
export async function waitForReceipt(chain: Chain, hash: string): Promise<Receipt> {
  const { receipt: timeout } = chain.waits;
  let trouble: unknown;
  const receipt = await until(timeout, () =>
    getReceipt(chain, hash).catch((error: unknown) => {
      if (!(error instanceof PortcullisError)) throw error;
      trouble = error;
      return undefined;
    }),
  );
  if (receipt === undefined) throw await notExecutedYet(chain, { hash }, trouble);
  await waitForBlock(chain, receipt);
  return receipt;
}

/** Waits until the node has the block of a receipt: behind one address there may be several nodes, and not all of them have
 *  the newest block. Throws TIMED_OUT. */
export async function waitForBlock(chain: Chain, { hash, block }: Receipt): Promise<void> {
  const { receipt: timeout } = chain.waits;
  const reached = await until(timeout, async () => {
    const number = await getBlockNumber(chain.rpc).catch((error: unknown) => {
      if (!isNodeError(error)) throw error;
      return -1n;
    });
    return number >= block ? true : undefined;
  });
  if (reached !== true) throw refusal("TIMED_OUT", { cause: "block", hash, block, timeout, seconds: timeout / 1000 });
}

/** How many transactions of an account are executed, once none of those that the node knows is still pending. Throws
 *  TIMED_OUT. */
export async function waitForEarlier(chain: Chain, account: string): Promise<number> {
  const known = await countTransactions(chain.rpc, account, "pending");
  const executed = await until(chain.waits.receipt, async () => {
    const count = await countTransactions(chain.rpc, account, "latest");
    return count >= known ? count : undefined;
  });
  if (executed === undefined) throw await notExecutedYet(chain, { from: account, nonce: known - 1 });
  return executed;
}

/** That a transaction was sent and there is no receipt, with what the node says of it now. */
export async function notExecutedYet(chain: Chain, sent: Sent, cause?: unknown): Promise<PortcullisError> {
  const { receipt: timeout } = chain.waits;
  const waited = { timeout, seconds: timeout / 1000, whereabouts: await whereabouts(chain.rpc, sent) };
  const facts = "hash" in sent ? ({ cause: "receipt", ...sent } as const) : ({ cause: "nonce", ...sent } as const);
  return refusal("TIMED_OUT", { ...facts, ...waited }, { cause });
}
