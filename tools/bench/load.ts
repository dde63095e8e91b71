import empty from "../../snapshots/gas.json" with { type: "json" };
import { compare, COUNTED, COUNTING, FLAT, referenceFigures } from "./compare.js";
import { figuresTable, round } from "./figures.js";
import { measureLoad } from "./loading.js";
import { measureSpeed, type Speed } from "./question-speed.js";

/** Network admins, organisations and accounts; there are as many nodes as organisations. */
const SIZES = [1_000, 10_000, 100_000];
const QUESTION = "view transactionAllowed org user call = true";

const [voters = 0, orgs = 0, accounts = 0] = SIZES.map((size, index) => Number(process.argv[index + 2] ?? size));
let speed: Speed = { inLargeCalls: 0, oneACall: 0 };
const { gas, votes, snapshot, incomplete } = await measureLoad(
  { voters, orgs, nodes: orgs, accounts },
  async (chain, large) => {
    speed = await measureSpeed(chain, large);
  },
);

console.log(
  `A network of ${round(voters)} network admins, ${round(orgs)} organisations and as many nodes, and ${round(accounts)} accounts ` +
    "on anvil, compared with a network of 3 network admins and nothing else.\n",
);

const lines = compare(gas, empty, Object.keys(gas));
console.log(
  figuresTable(
    ["Gas", "empty network", "this network", "ratio"],
    lines.map(({ operation, reference, ours, ratio }) => [operation, round(reference), round(ours), ratio.toFixed(4)]),
  ),
);
const others = lines.filter(({ operation }) => !COUNTED.includes(operation));
const highest = Math.max(...others.map(({ ratio }) => ratio));
const counted = lines.filter(({ operation }) => COUNTED.includes(operation));
const dearest = Math.max(...counted.map(({ ours, reference }) => ours - reference));
const range = votes.length === 0 ? "none" : `${round(Math.min(...votes))} to ${round(Math.max(...votes))} gas`;
console.log(`\nVotes in between                      ${range}`);
console.log(`Highest ratio of what is not counted  ${highest.toFixed(4)}; it must not be above ${FLAT}`);
console.log(
  `What is counted costs more            ${round(dearest)} gas at most; it must not be above ${round(2 * COUNTING)}`,
);

const { found, calls, seconds, memory } = snapshot;
console.log(
  `\nSnapshot                              ${round(found.orgs)} organisations, ${round(found.roles)} roles, ${round(found.nodes)} nodes, ` +
    `${round(found.accounts)} accounts in ${round(calls)} calls and ${round(seconds, 1)} s`,
);
console.log(
  `Memory of the reading process         ${round(memory.before)} MiB before, ${round(memory.peak)} MiB at its peak`,
);
console.log(`Records missing or read twice         ${incomplete.length === 0 ? "none" : incomplete.join(", ")}`);

const ask = gas[QUESTION] ?? 0;
const theirs = referenceFigures.gas[QUESTION] ?? 0;
console.log(
  `\ntransactionAllowed of a clerk          ${round(speed.inLargeCalls)} a second with a thousand a call, ${round(speed.oneACall)} a second with one a call`,
);
console.log(`Its gas                               ${round(ask)}; the reference suite's: ${round(theirs)}`);

if (dearest > 2 * COUNTING) throw new Error("what is counted costs too much in a large network");
if (highest > FLAT) throw new Error("an operation costs more in a large network");
if (incomplete.length > 0) throw new Error("the snapshot is not complete");
