import type * as z from "zod";
import { nearest } from "../util/nearest.js";
import type { Source } from "./network-file/source.js";
import { inWords } from "./path-in-words.js";
import type { Path } from "./placed-text.js";

/** What a kind of file has. */
export interface FileShape {
  /** What is said of a file that has nothing of it, and what it has. */
  readonly nothing: string;
  readonly has: string;
  /** The keys of each record, by the list that it stands in; those of the whole file by "". */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  /** What to write, by key. */
  readonly hints: Readonly<Record<string, string>>;
}

/** Notes what a schema finds wrong with a file, or with the part of it below a path. */
export function noteIssues(
  source: Source,
  shape: FileShape,
  issues: readonly z.core.$ZodIssue[] = [],
  above: Path = [],
): void {
  for (const issue of issues) noteIssue(source, shape, issue, [...above, ...(issue.path as Path)]);
}

function noteIssue(source: Source, shape: FileShape, issue: z.core.$ZodIssue, path: Path): void {
  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys) noteUnknownKey(source, shape, path, key);
  } else if (path.length === 0) source.mistake(path, shape.nothing, shape.has);
  else source.mistake(path, `"${inWords(path)}" ${flawOf(source, path)}.`, hintFor(source, shape, path));
}

function noteUnknownKey(source: Source, { keys, has }: FileShape, path: Path, key: string): void {
  const known = keys[listOf(path)];
  const meant = known && nearest(key, known);
  const list = known === undefined ? has : `The known keys are ${known.join(", ")}.`;
  const hint = meant === undefined ? list : `Did you mean "${meant}"?`;
  source.mistakeAtKey(path, key, `The key "${key}" is unknown.`, hint);
}

function flawOf(source: Source, path: Path): string {
  if (source.lacks(path)) return "is missing";
  const written = source.written(path);
  if (written === undefined) return "is empty or of the wrong type";
  return `cannot be ${source.isQuoted(path) ? `"${written}"` : written}`;
}

/** What to write there. YAML takes an address or an enode id without quotes for a number. */
export function hintFor(source: Source, { hints, has }: FileShape, path: Path): string {
  const written = source.isQuoted(path) ? "" : (source.written(path) ?? "");
  if (/^(?:(?:0x)?[\da-f]{40}|[\de.]{128})$/i.test(written))
    return `YAML takes it for a number: write "${written}" in quotes.`;
  return hints[listOf(path)] ?? has;
}

/** The last key on a path. */
function listOf(path: Path): string {
  return path.findLast((step) => typeof step === "string") ?? "";
}
