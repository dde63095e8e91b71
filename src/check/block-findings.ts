import { toQuantity } from "ethers";
import * as z from "zod";
import { askEach } from "../chain/ask-each.js";
import { type Block, getBlock, getBlockNumber } from "../chain/chain.js";
import { checked } from "../chain/check-answer.js";
import { isNodeError } from "../chain/node-errors.js";
import { count } from "../chain/quantities.js";
import type { Rpc } from "../chain/rpc.js";
import { until } from "../chain/waiting.js";
import { messageOf } from "../errors/error.js";
import { type Finding, finding, ok } from "../errors/finding.js";
import { ageInWords } from "../util/age.js";

const SECOND = 1_000;
/** How long to wait for a block before a chain is said to make none. */
const WATCH = 10 * SECOND;
/** A chain that makes blocks at its own pace may be late by so much, or by twice its pace. */
const GRACE = 15 * SECOND;
/** The same for a chain that does not show a pace. */
const QUIET = 300 * SECOND;

/** How far the clocks of two machines may be apart before a warning. */
const AHEAD = 60 * SECOND;

/** How many of the latest blocks show the pace of a chain, and how many of them must be empty. */
const SAMPLE = 20n;
const LEAST_EMPTY = 3;

/** Whether a chain makes blocks, judged by how it has made them so far: some only when somebody sends. */
export async function* blockFindings(rpc: Rpc, { watch = WATCH }: { watch?: number | undefined } = {}) {
  const latest = await getBlock(rpc, "latest");
  const age = Date.now() - latest.time.getTime();
  if (age < -AHEAD) {
    const time = latest.time.toISOString();
    yield finding("BLOCK_OF_FUTURE", { block: latest.number, time, ahead: ageInWords(-age) });
    return;
  }
  if (latest.number === 0n) {
    yield finding("NO_NEW_BLOCKS", { cause: "never", block: latest.number });
    return;
  }
  const facts = { block: latest.number, age: ageInWords(age) };
  const fine = ok(`The chain makes blocks: ${latest.number.toString()} is the latest.`);
  // The clock of this machine may be another one than that of the nodes.
  const comesInTime = (): Promise<boolean> => isFollowed(rpc, latest, watch);

  const pace = await paceOf(rpc, latest);
  if (pace !== undefined) {
    const isFine = age <= Math.max(3 * pace, GRACE) || (await comesInTime());
    yield isFine ? fine : finding("NO_NEW_BLOCKS", { cause: "halted", ...facts, pace: ageInWords(pace) });
    return;
  }
  const waiting = await countWaiting(rpc);
  if (waiting > 0n && !(await comesInTime())) yield finding("NO_NEW_BLOCKS", { cause: "waiting", ...facts, waiting });
  else yield await unpaced(rpc, age <= QUIET ? fine : finding("NO_NEW_BLOCKS", { cause: "lately", ...facts }), facts);
}

/** What there is to say of a chain without a pace of its own. On Raft the cluster has a leader, or makes no block. */
async function unpaced(rpc: Rpc, otherwise: Finding, { block, age }: { block: bigint; age: string }): Promise<Finding> {
  const leader = await raftLeader(rpc);
  if (leader === undefined) return otherwise;
  if (leader === null) return finding("NO_NEW_BLOCKS", { cause: "noLeader", block, age });
  return ok(`The chain makes blocks when somebody sends: ${block.toString()} is the latest, ${age} old.`);
}

/** The longest that the chain took lately for a block that nobody asked for; undefined where it makes hardly any such. */
async function paceOf(rpc: Rpc, latest: Block): Promise<number | undefined> {
  const first = latest.number > SAMPLE ? latest.number - SAMPLE : 1n;
  const numbers = Array.from({ length: Number(latest.number - first) }, (_, index) => first + BigInt(index));
  const blocks = [...(await askEach(numbers, (number) => getBlock(rpc, toQuantity(number)))), latest];
  const intervals = blocks.flatMap(({ isEmpty, time }, index) => {
    const before = blocks[index - 1];
    return isEmpty && before !== undefined ? [time.getTime() - before.time.getTime()] : [];
  });
  return intervals.length < LEAST_EMPTY ? undefined : Math.max(...intervals);
}

async function isFollowed(rpc: Rpc, { number }: Block, watch: number): Promise<boolean> {
  return (await until(watch, async () => (await getBlockNumber(rpc)) > number || undefined)) ?? false;
}

const poolStatus = z.object({ pending: count });

/** The transactions in the node's pool that could be executed; none where it does not show its pool. */
async function countWaiting(rpc: Rpc): Promise<bigint> {
  const method = "txpool_status";
  try {
    return checked(method, poolStatus, await rpc.send(method, [])).pending;
  } catch (error) {
    if (isNodeError(error)) throw error;
    return 0n;
  }
}

/** The leader of a Raft cluster, null while it has none; undefined where the node does not say. */
async function raftLeader(rpc: Rpc): Promise<string | null | undefined> {
  const method = "raft_leader";
  try {
    return checked(method, z.string(), await rpc.send(method, []));
  } catch (error) {
    if (isNodeError(error)) throw error;
    return /no leader/i.test(messageOf(error)) ? null : undefined;
  }
}
