import type { Journal, JournalEntry } from "./journal.js";

/** A journal for a chain that is gone when the process ends: there is nothing to go on with. */
export function memoryJournal(): Journal {
  const entries = new Map<string, JournalEntry>();
  return {
    name: "the journal in memory",
    find: (step) => entries.get(step),
    record: (...recorded) => {
      for (const entry of recorded) entries.set(entry.step, entry);
    },
  };
}
