import type * as z from "zod";
import { type FileShape, hintFor, noteIssues } from "../../network/note-issue.js";
import { PLACEHOLDER } from "../../network/network-file/readers.js";
import type { Source } from "../../network/network-file/source.js";
import type { Path } from "../../network/placed-text.js";
import { inWords } from "../../network/path-in-words.js";
import { consortiumSchema, HINTS, KEYS } from "./file-schema.js";

const SHAPE: FileShape = {
  nothing: "The file describes no consortium.",
  has: "It has the lists agencies, groups and nodes.",
  keys: KEYS,
  hints: HINTS,
};

type RawConsortium = z.output<typeof consortiumSchema>;

/** Compares the text with the schema, and notes every mistake of shape, and what is still to be filled in. */
export function checkShape(source: Source): RawConsortium | undefined {
  const parsed = consortiumSchema.safeParse(source.value);
  const gaps = placeholders(source.value, []);
  for (const path of gaps)
    source.mistake(path, `"${inWords(path)}" is still to be filled in.`, hintFor(source, SHAPE, path));
  const others = parsed.error?.issues.filter(({ path }) => source.written(path as Path) !== PLACEHOLDER);
  noteIssues(source, SHAPE, others);
  return parsed.success && gaps.length === 0 ? parsed.data : undefined;
}

function placeholders(value: unknown, path: Path): Path[] {
  if (value === PLACEHOLDER) return [path];
  if (Array.isArray(value)) return value.flatMap((each, index) => placeholders(each, [...path, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => placeholders(each, [...path, key]));
}
