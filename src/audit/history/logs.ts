import { toQuantity } from "ethers";
import * as z from "zod";
import { checked, hash, log } from "../../chain/check-answer.js";
import { count } from "../../chain/quantities.js";
import { getBlock } from "../../chain/chain.js";
import type { Rpc } from "../../chain/rpc.js";
import { isTooMuch } from "../../read/pages.js";

const rawLog = log.extend({ transactionHash: hash, blockNumber: count });

export type RawLog = z.infer<typeof rawLog>;

/** All logs of some blocks, in their order. */
interface LogRange {
  from: bigint;
  to: bigint;
  logs: RawLog[];
}

/** Blocks that are asked for first. */
const FIRST = 1_000n;

/** Of a range with more logs than this, or that takes the node longer, the next one has half as many blocks. */
const MANY_LOGS = 5_000;
const LONG = 5_000;

/** Reads logs in ranges of blocks. A range that the node refuses is asked for in halves; as long as nothing is refused,
 *  ranges double, and afterwards they grow by a quarter, so that most of them stay below what the node allows. Throws
 *  what the node says when it refuses a single block, and BLOCK_UNKNOWN when it does not have the last one. With `topics` only the
 *  logs that begin with these; null stands for any. */
export async function* readLogs(
  rpc: Rpc,
  addresses: readonly string[],
  blocks: { from: bigint; to: bigint },
  topics?: readonly (string | null)[],
): AsyncGenerator<LogRange, void> {
  let { from } = blocks;
  let size = FIRST;
  let refused = false;
  while (from <= blocks.to) {
    const to = from + size > blocks.to ? blocks.to : from + size - 1n;
    const begun = Date.now();
    const logs = await getLogs(rpc, { addresses, topics }, from, to).catch((error: unknown) => {
      if (from === to || !isTooMuch(error)) throw error;
      return undefined;
    });
    if (logs === undefined) {
      size = half(to - from + 1n);
      refused = true;
      continue;
    }
    // A node that has fallen back answers no logs of blocks that it does not have, and says nothing.
    if (to === blocks.to) await getBlock(rpc, toQuantity(to));
    yield { from, to, logs };
    from = to + 1n;
    const heavy = logs.length > MANY_LOGS || Date.now() - begun > LONG;
    size = heavy ? half(size) : size + (refused ? size / 4n + 1n : size);
  }
}

function half(size: bigint): bigint {
  return (size + 1n) / 2n;
}

async function getLogs(
  rpc: Rpc,
  { addresses: address, topics }: { addresses: readonly string[]; topics: readonly (string | null)[] | undefined },
  from: bigint,
  to: bigint,
): Promise<RawLog[]> {
  const filter = { address, fromBlock: toQuantity(from), toBlock: toQuantity(to), ...(topics && { topics }) };
  return checked("eth_getLogs", z.array(rawLog), await rpc.send("eth_getLogs", [filter]));
}
