import type { GroupPolicies } from "../../consortium/read/group-policies.js";
import type { ConsortiumReading, FileReading } from "../../consortium/read/read-consortium.js";
import type { SkippedFile } from "../../nodejs/consortium-inputs.js";
import { paint } from "../output.js";
import { textWidth } from "../presentation.js";
import { fold } from "./fold.js";
import { count } from "./table.js";

/** What was understood, what was not used and why, and what is missing. */
export function showReading(reading: ConsortiumReading, skipped: readonly SkippedFile[]): string {
  const { files, gaps, notes, agencies, groups, nodes } = reading;
  const sums = [agencies === 1 ? "1 agency" : `${agencies} agencies`, count(groups, "group"), count(nodes, "node")];
  return [
    ...files.map(showFile),
    ...(skipped.length === 0 ? [] : [titled("Not read", together(skipped.map(({ file, whyNot }) => [whyNot, file])))]),
    titled("The consortium", [`${sums.join(", ")}.`, ...notes]),
    ...(gaps.length === 0
      ? []
      : [titled(`To be filled in: ${gaps.length}`, together(gaps.map(({ where, why }) => [why, where])))]),
  ].join("\n\n");
}

function showFile({ file, format, values, recovered }: FileReading): string {
  const used = values.flatMap(({ where, becomes }): [string, string][] => (becomes === null ? [] : [[becomes, where]]));
  const unused = values.flatMap(({ where, whyNot }): [string, string][] => (whyNot === null ? [] : [[whyNot, where]]));
  return [
    titled(`${file} is ${format}.`, together(used)),
    ...(unused.length === 0 ? [] : [titled("  Not used", together(unused))]),
    ...(recovered === null
      ? []
      : [`${paint("bold", "  It has lost its indentation, and was read as")}\n${recovered.trimEnd()}`]),
  ].join("\n");
}

function titled(title: string, lines: readonly string[]): string {
  const width = textWidth();
  return [
    ...fold(title, width, "  ").map((line) => paint("bold", line)),
    ...lines.flatMap((line) => fold(`    ${line}`, width, "      ")),
  ].join("\n");
}

/** "GoQuorum has no such setting: block.block_size, core": each sentence once, with all places that it is about. */
function together(told: readonly (readonly [sentence: string, place: string])[]): string[] {
  const places = new Map<string, string[]>();
  for (const [sentence, place] of told) places.set(sentence, [...(places.get(sentence) ?? []), place]);
  return [...places].map(([sentence, all]) => `${sentence}: ${all.join(", ")}`);
}

/** What was written, and what is to be done with it; without a file to write, what would be. */
export function showWritten(
  out: string | undefined,
  policies: readonly GroupPolicies[],
  files: ReadonlyMap<string, string>,
): string {
  const groups = policies.map(({ group }) => group);
  if (out === undefined)
    return titled("Policies", [
      `--out also writes a file for "policy set" with the policies of each of these groups: ${groups.join(", ")}.`,
    ]);
  const steps = groups.map((group) => `Once ${group} runs:\n  portcullis policy set ${files.get(group) ?? ""}`);
  return [[out, ...files.values()].join("\n"), ...(steps.length === 0 ? [] : [steps.join("\n")])].join("\n\n");
}
