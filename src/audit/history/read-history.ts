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
import { readBackwards } from "./read-backwards.js";
import { blockTimes, firstBlockSince } from "./times.js";

export interface HistoryOptions extends HistoryFilter {
  /** First block; without it, that of the deployment, or the chain's first one where that is not known. */
  from?: bigint | undefined;
  /** First time. */
  since?: Date | undefined;
  /** Last block; without it, the latest one. */
  to?: bigint | undefined;
  /** Up to this time, which is not included. */
  until?: Date | undefined;
  /** Newest first. */
  reverse?: boolean | undefined;
  /** Only so many, the newest ones. */
  last?: number | undefined;
}

/** What happened in a network, oldest first unless it is wanted otherwise, from its deployment on. Throws NODE_REFUSED when the
 *  node answers no logs, BLOCK_UNKNOWN when it does not have the first block, and DEPLOYMENT_BLOCK_DIFFERS. */
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
  const read = historyReader(network, options);
  const blocks = { from: latest(first, since), to: await lastBlock(network, options, to) };
  if (options.last !== undefined) {
    const newest = await take(options.last, readBackwards(read, blocks));
    if (newest.length > 0) yield options.reverse === true ? newest : newest.reverse();
  } else if (options.reverse === true) yield* readBackwards(read, blocks);
  else
    for await (const { entries } of read(blocks)) {
      if (entries.length > 0) yield entries;
    }
}

async function lastBlock({ chain }: Network, { until }: HistoryOptions, to: bigint): Promise<bigint> {
  return until === undefined ? to : (await firstBlockSince(chain.rpc, until, to)) - 1n;
}

/** The first ones of some pages; what comes after them is not read. */
async function take<T>(wanted: number, source: AsyncIterable<readonly T[]>): Promise<T[]> {
  const all: T[] = [];
  for await (const page of source) {
    all.push(...page);
    if (all.length >= wanted) break;
  }
  return all.slice(0, wanted);
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
      const found = calls.map((call) => undated(call, proposals, calls)).filter(matches);
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
