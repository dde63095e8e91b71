import { type Network, networkAt } from "../../network/network.js";
import { readSettings } from "../../read/read-settings.js";
import type { Snapshot } from "../../read/read-snapshot.js";
import { LISTS } from "./record-pages.js";

/** What an export holds: a snapshot (src/read/read-snapshot.ts, its records in src/model/records.ts) and the number of its format,
 *  which changes when a program that reads it must. Fields may be added without that. */
export interface NetworkExport extends Snapshot {
  format: typeof FORMAT;
}

const FORMAT = 1;

/** Everything that a network held after a block, as the consecutive pieces of a JSON text. Each record of a list
 *  has a line of its own; no more than a page of them is held at a time. */
export async function* exportJson(network: Network, { block }: { block: bigint }): AsyncGenerator<string, void> {
  const then = networkAt(network, block);
  const settings = await readSettings(then);
  const { chainId } = network.chain;
  const head: Partial<NetworkExport> = { format: FORMAT, chainId: Number(chainId), block: Number(block), settings };
  yield JSON.stringify(head, null, 2).replace(/\n}$/, "");
  for (const [name, pages] of Object.entries(LISTS)) {
    yield `,\n  "${name}": [`;
    yield* lines(pages(then));
    yield "\n  ]";
  }
  yield "\n}\n";
}

async function* lines(pages: AsyncIterable<readonly unknown[]>): AsyncGenerator<string, void> {
  let before = "\n    ";
  for await (const page of pages) {
    if (page.length === 0) continue;
    yield before + page.map((record) => JSON.stringify(record)).join(",\n    ");
    before = ",\n    ";
  }
}
