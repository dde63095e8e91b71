import { toQuantity } from "ethers";
import { askEach } from "../../chain/ask-each.js";
import { getBlock } from "../../chain/chain.js";
import type { Network } from "../../network/network.js";
import { requireDeploymentBlock } from "../deployment-block.js";
import { callsOf, type HistoryEntry, proposalsOf, undated } from "./history-entry.js";
import { eventReader } from "./events.js";
import { type HistoryFilter, matcher } from "./filter.js";
import { readLogs } from "./logs.js";
import { proposalReader } from "./proposal-subjects.js";
import { blockTimes, firstBlockSince } from "./times.js";

export interface HistoryOptions extends HistoryFilter {
  /** First block; without it, that of the deployment, or the chain's first one where that is not known. */
  from?: bigint | undefined;
  /** First time. */
  since?: Date | undefined;
  /** Last block; without it, the latest one. */
  to?: bigint | undefined;
}

/** What happened in a network, oldest first, from its deployment on. Throws NODE_REFUSED when the node answers no logs, and
 *  BLOCK_UNKNOWN when it does not have the first block, and DEPLOYMENT_BLOCK_DIFFERS. */
export async function* readHistory(
  network: Network,
  options: HistoryOptions = {},
): AsyncGenerator<HistoryEntry[], void> {
  const { rpc } = network.chain;
  const head = (await getBlock(rpc, "latest")).number;
  await requireDeploymentBlock(network);
  const first = latest(options.from, network.deploymentBlock);
  const last = first > head ? (await getBlock(rpc, toQuantity(first))).number : head;
  const to = options.to === undefined || options.to > last ? last : options.to;
  const since = options.since === undefined ? undefined : await firstBlockSince(rpc, options.since, to);
  const from = latest(first, since);
  for await (const { entries } of historyReader(network, options)({ from, to })) {
    if (entries.length > 0) yield entries;
  }
}

/** The latest of some blocks, where any is known. */
function latest(...blocks: readonly (bigint | undefined)[]): bigint {
  return blocks.reduce<bigint>((one, other = 0n) => (other > one ? other : one), 0n);
}

/** Some blocks, up to `to`, and what happened in them. */
interface HistoryRange {
  to: bigint;
  entries: HistoryEntry[];
}

type HistoryReader = (blocks: { from: bigint; to: bigint }) => AsyncGenerator<HistoryRange, void>;

/** Reads what happened in some blocks, again and again, and remembers what proposals are about. Events that an earlier
 *  implementation emitted are left out: they are echoes. */
export function historyReader(network: Network, filter: HistoryFilter): HistoryReader {
  const { chain, addresses } = network;
  const readEvent = eventReader(addresses);
  const readProposals = proposalReader(network);
  const matches = matcher(filter);
  return async function* (blocks) {
    for await (const { to, logs } of readLogs(chain.rpc, Object.values(addresses), blocks)) {
      const calls = callsOf(logs, readEvent);
      const proposals = await readProposals(proposalsOf(calls));
      const found = calls.map((call) => undated(call, proposals)).filter(matches);
      const timeOf = blockTimes(chain.rpc);
      const entries = await askEach(found, async ({ block, ...call }) => ({
        block,
        time: await timeOf(block),
        ...call,
      }));
      yield { to, entries };
    }
  };
}
