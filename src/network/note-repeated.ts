import type { Path, PlacedText } from "./placed-text.js";

/** What a file names, and where. */
export interface Naming {
  readonly path: Path;
  /** In words, and in one spelling, as in "the role CLERK". */
  readonly subject: string;
}

/** Notes what names the same as something before it: the same twice is a slip. */
export function noteRepeated(source: PlacedText, all: readonly Naming[]): void {
  const known = new Set<string>();
  for (const { path, subject } of all) {
    if (known.has(subject)) source.mistake(path, `It names ${subject} twice.`, "Remove one of the two.");
    known.add(subject);
  }
}
