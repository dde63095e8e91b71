import type * as z from "zod";
import { type FileShape, hintFor, noteIssues } from "../../network/note-issue.js";
import { PLACEHOLDER } from "../../network/network-file/readers.js";
import type { Source } from "../../network/network-file/source.js";
import { inWords } from "../../network/path-in-words.js";
import type { Path } from "../../network/placed-text.js";

/** What a kind of file has, and the schema that tells. */
export interface SchemaShape<T> extends FileShape {
  readonly schema: z.ZodType<T>;
}

/** Compares a text with the shape that it must have, and notes every mistake of shape, and what is still to be filled in. */
export function checkShape<T>(source: Source, shape: SchemaShape<T>): T | undefined {
  const parsed = shape.schema.safeParse(source.value);
  const gaps = placeholders(source.value, []);
  for (const path of gaps)
    source.mistake(path, `"${inWords(path)}" is still to be filled in.`, hintFor(source, shape, path));
  const others = parsed.error?.issues.filter(({ path }) => source.written(path as Path) !== PLACEHOLDER);
  noteIssues(source, shape, others);
  return parsed.success && gaps.length === 0 ? parsed.data : undefined;
}

function placeholders(value: unknown, path: Path): Path[] {
  if (value === PLACEHOLDER) return [path];
  if (Array.isArray(value)) return value.flatMap((each, index) => placeholders(each, [...path, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => placeholders(each, [...path, key]));
}
