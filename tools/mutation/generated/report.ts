import { table } from "../../../src/cli/show/table.js";
import type { Trial } from "../trial.js";
import type { GeneratedFault } from "./generate.js";

export type GeneratedTrial = Trial<GeneratedFault>;

/** How many faults of each contract were found, how many explained, and how many neither. */
export function generatedScore(trials: readonly GeneratedTrial[]): string {
  const files = [...new Set(trials.map(({ fault }) => fault.file))].sort();
  const rows = files.map((file) =>
    row(
      file,
      trials.filter(({ fault }) => fault.file === file),
    ),
  );
  return table(["contract", "faults", "found", "explained", "not found"], [...rows, row("all", trials)]);
}

function row(title: string, trials: readonly GeneratedTrial[]): string[] {
  const found = trials.filter(({ verdict }) => verdict === "found").length;
  const explained = trials.filter(({ verdict }) => verdict === "explained").length;
  return [title, ...[trials.length, found, explained, trials.length - found - explained].map(String)];
}
