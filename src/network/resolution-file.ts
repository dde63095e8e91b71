import type { TextSource } from "../util/text-source.js";
import { Source } from "./network-file/source.js";
import type { Path } from "./placed-text.js";
import { type Refuse, refusing } from "./refusing.js";

/** A change as the command that would make it, without "portcullis". */
export interface ListedChange {
  readonly path: Path;
  readonly command: string;
}

/** The changes of a resolution, in their order. */
export interface ResolutionFile {
  readonly changes: readonly ListedChange[];
  /** All that is wrong with it as one error, where what is found later is noted in the same way. */
  readonly refuse: Refuse;
}

const SHAPE = 'It has a list "changes" of commands, each in quotes, as in "org suspend ORG1".';

/** Reads the changes of a resolution from YAML or JSON. Throws RESOLUTION_FILE_NOT_ALLOWED with all its mistakes. */
export function parseResolutionFile(from: TextSource): ResolutionFile {
  const source = new Source(from.name, from.read());
  const changes = source.mistakes.length > 0 ? [] : changesOf(source);
  const refuse = refusing(source, "RESOLUTION_FILE_NOT_ALLOWED");
  refuse([]);
  return { changes, refuse };
}

function changesOf(source: Source): ListedChange[] {
  const value = source.value;
  const { changes, ...others } = isRecord(value) ? value : {};
  for (const key of Object.keys(others)) source.mistakeAtKey([], key, `The key "${key}" is unknown.`, SHAPE);
  if (!Array.isArray(changes) || changes.length === 0) {
    source.mistake([], "The file has no changes.", SHAPE);
    return [];
  }
  return changes.flatMap((command: unknown, index) => {
    const path = ["changes", index];
    if (typeof command === "string" && command.trim() !== "") return { path, command };
    source.mistake(path, "This is no command.", SHAPE);
    return [];
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
