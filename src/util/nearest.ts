import { closest, distance } from "fastest-levenshtein";

/** The name that a misspelled one stands for, if there is one: it differs by a slip or two, or only in capitals. */
export function nearest(given: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const wanted = given.toLowerCase();
  const lower = names.map((name) => name.toLowerCase());
  const near = closest(wanted, lower);
  const allowed = Math.min(SLIPS, Math.floor(wanted.length / LETTERS_TO_A_SLIP));
  return distance(wanted, near) <= allowed ? names[lower.indexOf(near)] : undefined;
}

const SLIPS = 2;

/** In a short word, two slips make any other. */
const LETTERS_TO_A_SLIP = 3;
