import { sleep } from "../util/sleep.js";
import { mayPass } from "../chain/node-errors.js";
import { PortcullisError } from "../errors/error.js";
import type { Network } from "../network/network.js";
import type { HistoryEntry } from "./history/history-entry.js";
import type { HistoryFilter } from "./history/filter.js";
import { historyReader } from "./history/read-history.js";
import { headReader } from "./latest-block.js";

export interface WatchNetworkOptions extends HistoryFilter {
  /** Ends the watching, as soon as the node has answered what it was asked last. */
  signal: AbortSignal;
  /** First block; without it, the one after the latest. */
  from?: bigint | undefined;
  /** Milliseconds between two looks at the chain. */
  interval?: number | undefined;
  /** Hears that the node began to fail: it is unreachable, refuses, or lacks blocks that it had. It is asked again. */
  onTrouble?: (trouble: PortcullisError) => void;
  /** Hears that it answers again. */
  onRecovery?: () => void;
}

const INTERVAL = 2_000;

/** What a node says that has fallen behind: it gets over that by itself. */
const BEHIND = ["NODE_REFUSED", "BLOCK_UNKNOWN", "PROPOSAL_UNKNOWN"];

/** What happens in a network from now on, each call once, in order, however often the node fails meanwhile. Throws
 *  CHAIN_REPLACED when the chain is another one than before. */
export async function* watchNetwork(
  network: Network,
  options: WatchNetworkOptions,
): AsyncGenerator<HistoryEntry, void> {
  const { signal, interval = INTERVAL } = options;
  const readHead = headReader(network.chain);
  const readBlocks = historyReader(network, options);
  const ended = (): boolean => signal.aborted;
  let next = options.from;
  // Nothing happened before the deployment.
  if (next !== undefined && network.deploymentBlock !== undefined && next < network.deploymentBlock)
    next = network.deploymentBlock;
  let troubled = false;
  const recovered = (): void => {
    if (troubled) options.onRecovery?.();
    troubled = false;
  };
  while (!ended()) {
    try {
      const head = await readHead();
      next ??= head + 1n;
      if (head >= next) {
        for await (const { to, entries } of readBlocks({ from: next, to: head })) {
          next = to + 1n;
          recovered();
          for (const entry of entries) {
            if (ended()) return;
            yield entry;
          }
        }
      }
      recovered();
    } catch (error) {
      if (!isPassing(error)) throw error;
      if (!troubled) options.onTrouble?.(error);
      troubled = true;
    }
    await sleep(interval, signal);
  }
}

function isPassing(error: unknown): error is PortcullisError {
  return error instanceof PortcullisError && (mayPass(error, true) || BEHIND.includes(error.code));
}
