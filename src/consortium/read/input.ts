import type { TextSource } from "../../util/text-source.js";
import type { Found } from "./found.js";
import type { Leaves } from "./leaves.js";

/** A file that was recognised, about to be read. */
export interface Input {
  leaves: Leaves;
  found: Found;
  from: TextSource;
}

/** A kind of file that can be read. */
export interface Format {
  /** As people call it. */
  name: string;
  /** Whether a value that was parsed is one of these. */
  fits: (value: unknown, from: TextSource) => boolean;
  read: (input: Input) => void;
  /** Why a value is not used that nothing was said about. */
  whyNot: (where: string) => string;
}

/** Reasons by the beginnings of places; the longest that fits counts. */
export function reasons(table: Readonly<Record<string, string>>): (where: string) => string {
  return (where) => {
    const fitting = Object.keys(table).filter((place) => isAt(where, place));
    const [longest] = fitting.sort((a, b) => b.length - a.length);
    return (longest === undefined ? undefined : table[longest]) ?? "this is no key that is known";
  };
}

/** Whether a place is the named one or below it, whatever the numbers in lists. */
function isAt(where: string, place: string): boolean {
  const plain = where.replaceAll(/\[\d+\]/g, "");
  return plain === place || plain.startsWith(`${place}.`);
}
