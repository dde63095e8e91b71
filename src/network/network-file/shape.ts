import type * as z from "zod";
import { type FileShape, noteIssues } from "../note-issue.js";
import { HINTS, KEYS, networkFileSchema } from "./file-schema.js";
import type { Source } from "./source.js";

export type RawNetworkFile = z.infer<typeof networkFileSchema>;

const SHAPE: FileShape = {
  nothing: "The file contains no settings.",
  has: `It needs ${KEYS.slice(0, 8).join(", ")}.`,
  keys: { "": KEYS },
  hints: HINTS,
};

/** Compares the text with the schema, and records every mistake of shape. */
export function checkShape(source: Source): RawNetworkFile | undefined {
  const { data, error } = networkFileSchema.safeParse(source.value);
  noteIssues(source, SHAPE, error?.issues);
  return data;
}
