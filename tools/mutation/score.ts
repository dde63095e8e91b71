import path from "node:path";
import { table } from "../../src/cli/show/table.js";
import type { Trial } from "./trial.js";

/** How many faults of each rule were found, and by the tests of which files. */
export function score(trials: readonly Trial[]): string {
  const rules = [...new Set(trials.flatMap(({ fault }) => fault.rules))].sort((a, b) => a - b);
  const rows = rules.map((rule) =>
    row(
      String(rule),
      trials.filter(({ fault }) => fault.rules.includes(rule)),
    ),
  );
  const others = trials.filter(({ fault }) => fault.rules.length === 0);
  if (others.length > 0) rows.push(row("none", others));
  const all = ["all", String(trials.length), String(foundAmong(trials)), ""];
  return table(["rule", "faults", "found", "by the tests of"], [...rows, all]);
}

function row(title: string, trials: readonly Trial[]): string[] {
  const files = new Set(trials.flatMap(({ fault }) => fault.tests.map((test) => path.basename(test, ".test.ts"))));
  return [title, String(trials.length), String(foundAmong(trials)), [...files].sort().join(", ")];
}

function foundAmong(trials: readonly Trial[]): number {
  return trials.filter(({ verdict }) => verdict === "found").length;
}
