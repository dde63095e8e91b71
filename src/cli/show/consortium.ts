import type { ConsortiumReading, FileReading } from "../../consortium/read/read-consortium.js";
import type { GroupGenesis } from "../../consortium/genesis/group-genesis.js";
import type { SkippedFile } from "../../nodejs/consortium-inputs.js";
import { paint } from "../output.js";
import { fold } from "./fold.js";
import { count, facts } from "./table.js";

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

const LINE = 118;

function titled(title: string, lines: readonly string[]): string {
  return [paint("bold", title), ...lines.flatMap((line) => fold(`    ${line}`, LINE, "      "))].join("\n");
}

/** "GoQuorum has no such setting: block.block_size, core": each sentence once, with all places that it is about. */
function together(told: readonly (readonly [sentence: string, place: string])[]): string[] {
  const places = new Map<string, string[]>();
  for (const [sentence, place] of told) places.set(sentence, [...(places.get(sentence) ?? []), place]);
  return [...places].map(([sentence, all]) => `${sentence}: ${all.join(", ")}`);
}

export function showGenesis({ group, validators, hash, fileHash }: GroupGenesis, file: string | undefined): string {
  return facts([
    ["group", group.name],
    ["chain id", String(group.chainId)],
    ["consensus", group.consensus],
    ["validators", validators.join("\n")],
    ["first block", hash],
    ["SHA-256 of the file", fileHash.slice(2)],
    ...(file === undefined ? [] : [["written to", file] as const]),
  ]);
}
