import { sleep } from "../basics/sleep.js";
import { PortcullisError } from "../errors/error.js";
import { type Chain, countTransactions, getBlockNumber } from "./chain.js";
import { isNodeError } from "./node-errors.js";
import { getReceipt, type Receipt } from "./transactions.js";

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
  if (receipt === undefined) throw notExecutedYet(chain, hash, trouble);
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
  if (reached === true) return;
  const executed = `The transaction ${hash} was executed in block ${block.toString()}`;
  const message = `${executed}, which the node did not reach within ${timeout / 1000} s.`;
  throw new PortcullisError("TIMED_OUT", message, {
    facts: { hash, block, timeout },
    hint: "Do not send it again. Check that the node is synchronising, and look at the network once it has that block.",
  });
}

/** How many transactions of an account are executed, once none of those that the node knows is still pending. Throws
 *  TIMED_OUT. */
export async function waitForEarlier(chain: Chain, account: string): Promise<number> {
  const known = await countTransactions(chain.rpc, account, "pending");
  const executed = await until(chain.waits.receipt, async () => {
    const count = await countTransactions(chain.rpc, account, "latest");
    return count >= known ? count : undefined;
  });
  if (executed === undefined) throw notExecutedYet(chain, `${known - 1} of ${account}`);
  return executed;
}

/** That a transaction was sent and there is no receipt. It is named by its hash, or by sender and nonce. */
export function notExecutedYet(chain: Chain, which: string, cause?: unknown): PortcullisError {
  const { receipt: timeout } = chain.waits;
  const message = `The transaction ${which} was sent, but not seen to be executed within ${timeout / 1000} s.`;
  const look = which.startsWith("0x") ? ` with eth_getTransactionReceipt ["${which}"]` : "";
  return new PortcullisError("TIMED_OUT", message, {
    facts: { hash: which, timeout },
    hint: `It may still be executed: ask the node${look} before sending it again, and check that the network makes blocks.`,
    cause,
  });
}
