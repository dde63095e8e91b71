import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { JournalEntry } from "../../src/steps/journal.js";

/** What the journal in a directory says; nothing while there is none. */
export function entriesIn(directory: string): JournalEntry[] {
  const file = path.join(directory, "deployment.json");
  if (!existsSync(file)) return [];
  return (JSON.parse(readFileSync(file, "utf8")) as { entries: JournalEntry[] }).entries;
}
