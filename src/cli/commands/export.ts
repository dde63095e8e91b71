import path from "node:path";
import { toQuantity } from "ethers";
import { exportCsv } from "../../audit/export/export-csv.js";
import { CSV_TABLES } from "../../audit/export/csv-tables.js";
import { exportJson } from "../../audit/export/export-json.js";
import { getBlock } from "../../chain/chain.js";
import { latestBlock, type Network } from "../../network/network.js";
import { command } from "../command.js";
import { RECORDS_OPTIONS, openRecords } from "../connection.js";
import { say } from "../output.js";
import { withProgress } from "../progress.js";
import { blockNumber, fileName, oneOf, optional } from "../specs.js";
import { writeTexts, writeFilesTogether } from "../target.js";
import { UsageError } from "../usage-error.js";

function tables(network: Network, block: bigint, directory: string) {
  return CSV_TABLES.map((each) => ({
    file: path.join(directory, `${each}.csv`),
    texts: exportCsv(network, { table: each, block }),
  }));
}

/** Throws BLOCK_UNKNOWN. */
async function existing({ chain }: Network, block: bigint): Promise<bigint> {
  return (await getBlock(chain.rpc, toQuantity(block))).number;
}

export default command(
  {
    name: "export",
    does: "Write all records of the network, as of one block.",
    options: {
      format: optional(oneOf("json, or csv with a table for each kind (default: json)", ["json", "csv"])),
      table: optional(oneOf("the one table to write, for csv", CSV_TABLES)),
      out: optional(fileName("file to write; for csv without --table a directory (default: standard output)", "path")),
      block: optional(blockNumber("number of the block (default: the latest)")),
      ...RECORDS_OPTIONS,
    },
    examples: ["export --out network.json", "export --format csv --out tables", "export --format csv --table accounts"],
  },
  async ({ format = "json", table, out, ...given }) => {
    if (format === "json" && table !== undefined) {
      throw new UsageError("Only csv has tables.", "Add --format csv, or leave --table out.");
    }
    if (format === "csv" && table === undefined && out === undefined) {
      throw new UsageError(
        "The tables cannot all go into one output.",
        "Choose one with --table, or name a directory with --out.",
      );
    }
    const network = await openRecords(given);
    const block = given.block === undefined ? await latestBlock(network) : await existing(network, given.block);
    await withProgress("Reading the network", async () => {
      if (format === "json") await writeTexts(exportJson(network, { block }), out);
      else if (table !== undefined) await writeTexts(exportCsv(network, { table, block }), out);
      else await writeFilesTogether(tables(network, block, out ?? ""));
    });
    if (out !== undefined) say(`Wrote ${out}, as of block ${block.toString()}.`);
  },
);
