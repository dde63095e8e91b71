import { stringify } from "csv-stringify/browser/esm/sync";
import { type Network, networkAt } from "../../network/network.js";
import { type CsvTable, TABLES } from "./csv-tables.js";

/** RFC 4180 asks for this end of lines. Cells that a spreadsheet would take for a formula get a ' in front; the names of a list are
 *  separated by semicolons. */
const OPTIONS = {
  record_delimiter: "windows",
  escape_formulas: true,
  cast: { boolean: String, object: (list: object) => (list as readonly string[]).join("; ") },
} as const;

/** One kind of a network's records after a block, as the consecutive pieces of a CSV file: a line of
 *  names, then a line for each record. What is null is empty. No more than a page of records is held at a time. */
export async function* exportCsv(
  network: Network,
  { table, block }: { table: CsvTable; block: bigint },
): AsyncGenerator<string, void> {
  const { columns, pages } = TABLES[table];
  yield stringify([columns], OPTIONS);
  for await (const page of pages(networkAt(network, block))) {
    if (page.length > 0) yield stringify(page, { ...OPTIONS, columns });
  }
}
