import { figuresTable, round } from "./figures.js";
import { compareReading } from "./reader.js";

/** Organisations, nodes and accounts: the snapshot of a network of this size takes no more calls than this. */
const SIZES = [10_000, 10_000, 50_000];
const MOST_CALLS = 200;

const [orgs = 0, nodes = 0, accounts = 0] = SIZES.map((size, index) => Number(process.argv[index + 2] ?? size));
const { snapshot, records } = await compareReading({ orgs, nodes, accounts, voters: 1 });

const { found } = snapshot;
console.log(
  `A network of ${round(found.orgs)} organisations, ${round(found.roles)} roles, ${round(found.nodes)} nodes ` +
    `and ${round(found.accounts)} accounts on anvil, read in a process of its own.\n`,
);
console.log(
  figuresTable(
    ["", "snapshot", "record by record, as nodes do"],
    [
      ["calls", round(snapshot.calls), round(records.calls)],
      ["seconds", round(snapshot.seconds, 1), round(records.seconds, 1)],
      ["memory before, MiB", round(snapshot.memory.before), round(records.memory.before)],
      ["memory at its peak, MiB", round(snapshot.memory.peak), round(records.memory.peak)],
    ],
  ),
);

if (JSON.stringify(found) !== JSON.stringify(records.found)) throw new Error("the two have read different numbers");
if (snapshot.calls > MOST_CALLS) throw new Error(`a snapshot took ${snapshot.calls} calls, more than ${MOST_CALLS}`);
