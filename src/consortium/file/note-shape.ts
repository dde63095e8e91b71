import type * as z from "zod";
import { PLACEHOLDER } from "../../network/network-file/readers.js";
import type { Source } from "../../network/network-file/source.js";
import type { Path } from "../../network/placed-text.js";
import { nearest } from "../../util/nearest.js";
import { inWords } from "../path-in-words.js";
import { consortiumSchema, HINTS, KEYS } from "./file-schema.js";

type RawConsortium = z.output<typeof consortiumSchema>;

/** Compares the text with the schema, and notes every mistake of shape, and what is still to be filled in. */
export function checkShape(source: Source): RawConsortium | undefined {
  const parsed = consortiumSchema.safeParse(source.value);
  const gaps = placeholders(source.value, []);
  for (const path of gaps) source.mistake(path, `"${inWords(path)}" is still to be filled in.`, hintFor(source, path));
  for (const issue of parsed.error?.issues ?? [])
    if (source.written(issue.path as Path) !== PLACEHOLDER) noteIssue(source, issue);
  return parsed.success && gaps.length === 0 ? parsed.data : undefined;
}

function placeholders(value: unknown, path: Path): Path[] {
  if (value === PLACEHOLDER) return [path];
  if (Array.isArray(value)) return value.flatMap((each, index) => placeholders(each, [...path, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => placeholders(each, [...path, key]));
}

function noteIssue(source: Source, issue: z.core.$ZodIssue): void {
  const path = issue.path as Path;
  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys) noteUnknownKey(source, path, key);
    return;
  }
  if (path.length === 0) {
    source.mistake(path, "The file describes no consortium.", "It has the lists agencies, groups and nodes.");
    return;
  }
  const written = source.written(path);
  const what = source.lacks(path)
    ? "is missing"
    : written === undefined
      ? "is empty or of the wrong type"
      : `cannot be ${source.isQuoted(path) ? `"${written}"` : written}`;
  source.mistake(path, `"${inWords(path)}" ${what}.`, hintFor(source, path));
}

function noteUnknownKey(source: Source, path: Path, key: string): void {
  const list = path.findLast((step) => typeof step === "string") ?? "";
  const known = KEYS[list] ?? [];
  const meant = nearest(key, known);
  const hint = meant === undefined ? `The known keys are ${known.join(", ")}.` : `Did you mean "${meant}"?`;
  source.mistakeAtKey(path, key, `The key "${key}" is unknown.`, hint);
}

/** YAML takes an address or an enode id without quotes for a number. */
function hintFor(source: Source, path: Path): string {
  const written = source.isQuoted(path) ? "" : (source.written(path) ?? "");
  if (/^(?:(?:0x)?[\da-f]{40}|[\de.]{128})$/i.test(written))
    return `YAML takes it for a number: write "${written}" in quotes.`;
  return HINTS[path.findLast((step) => typeof step === "string") ?? ""] ?? "Correct it.";
}
