import type * as z from "zod";
import { HINTS, KEYS, networkFileSchema } from "./file-schema.js";
import type { Path } from "../placed-text.js";
import { nearest } from "../../util/nearest.js";
import type { Source } from "./source.js";

export type RawNetworkFile = z.infer<typeof networkFileSchema>;

/** Compares the text with the schema, and records every mistake of shape. */
export function checkShape(source: Source): RawNetworkFile | undefined {
  const parsed = networkFileSchema.safeParse(source.value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) noteIssue(source, issue);
  return undefined;
}

function noteIssue(source: Source, issue: z.core.$ZodIssue): void {
  const path = issue.path as Path;
  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys) noteUnknownKey(source, path, key);
  } else if (path.length === 0) {
    source.mistake(path, "The file contains no settings.", `It needs ${KEYS.slice(0, 8).join(", ")}.`);
  } else {
    source.mistake(path, describe(source, path), hintFor(source, path));
  }
}

function noteUnknownKey(source: Source, path: Path, key: string): void {
  const meant = nearest(key, KEYS);
  const hint = meant === undefined ? `The known keys are ${KEYS.join(", ")}.` : `Did you mean "${meant}"?`;
  source.mistakeAtKey(path, key, `The key "${key}" is unknown.`, hint);
}

/** YAML takes an address without quotes for a number. */
function hintFor(source: Source, path: Path): string {
  const written = source.isQuoted(path) ? "" : (source.written(path) ?? "");
  if (/^(0x)?[0-9a-f]{40}$/i.test(written)) return `YAML takes it for a number: write "${written}" in quotes.`;
  return HINTS[String(path[0])] ?? "Correct it.";
}

function describe(source: Source, path: Path): string {
  const what = path.map(String).join(".");
  const written = source.written(path);
  if (written === undefined) {
    return path.length === 1 && source.lacks(path)
      ? `"${what}" is missing.`
      : `"${what}" is empty or of the wrong type.`;
  }
  return `"${what}" cannot be ${source.isQuoted(path) ? `"${written}"` : written}.`;
}
