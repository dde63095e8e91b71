import type { HistoryEntry } from "./history-entry.js";

/** Reads what happened in some blocks, oldest first. */
type ReadForwards = (blocks: { from: bigint; to: bigint }) => AsyncIterable<{ entries: HistoryEntry[] }>;

/** Blocks that are read first; each time twice as many as before, since what is sought may be long ago. */
const FIRST = 1_000n;

/** Reads what happened in some blocks from the last one to the first, newest first. */
export async function* readBackwards(
  read: ReadForwards,
  blocks: { from: bigint; to: bigint },
): AsyncGenerator<HistoryEntry[], void> {
  let [to, size] = [blocks.to, FIRST];
  while (to >= blocks.from) {
    const from = to - size + 1n > blocks.from ? to - size + 1n : blocks.from;
    const found: HistoryEntry[] = [];
    for await (const { entries } of read({ from, to })) found.push(...entries);
    if (found.length > 0) yield found.reverse();
    to = from - 1n;
    size *= 2n;
  }
}
