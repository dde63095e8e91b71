import Table from "cli-table3";
import { compareReading } from "./reading.js";

/** Organisations, nodes and accounts: the snapshot of a network of this size takes no more calls than this. */
const SIZES = [10_000, 10_000, 50_000];
const MOST_CALLS = 200;

const [orgs = 0, nodes = 0, accounts = 0] = SIZES.map((size, index) => Number(process.argv[index + 2] ?? size));
const { snapshot, records } = await compareReading({ orgs, nodes, accounts, voters: 1 });

const round = (value: number, digits: number): string => value.toLocaleString("en", { maximumFractionDigits: digits });
const { found } = snapshot;
console.log(
  `A network of ${round(found.orgs, 0)} organisations, ${round(found.roles, 0)} roles, ${round(found.nodes, 0)} nodes ` +
    `and ${round(found.accounts, 0)} accounts on anvil, read in a process of its own.\n`,
);
const table = new Table({
  head: ["", "snapshot", "record by record, as nodes do"],
  colAligns: ["left", "right", "right"],
});
table.push(["calls", round(snapshot.calls, 0), round(records.calls, 0)]);
table.push(["seconds", round(snapshot.seconds, 1), round(records.seconds, 1)]);
table.push(["memory before, MiB", round(snapshot.memory.before, 0), round(records.memory.before, 0)]);
table.push(["memory at its peak, MiB", round(snapshot.memory.peak, 0), round(records.memory.peak, 0)]);
console.log(table.toString());

if (JSON.stringify(found) !== JSON.stringify(records.found)) throw new Error("the two have read different numbers");
if (snapshot.calls > MOST_CALLS) throw new Error(`a snapshot took ${snapshot.calls} calls, more than ${MOST_CALLS}`);
