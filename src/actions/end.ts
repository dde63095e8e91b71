import { isoOf, secondsInWords } from "../util/moment.js";

/** When what is given ends by itself; null for no end. */
export type End = Date | null;

/** As the contracts have it: in seconds since 1970, 0 for none. */
export function endSeconds(end: End): bigint {
  return end === null ? 0n : BigInt(Math.floor(end.getTime() / 1000));
}

/** "until 2027-01-31 12:00 UTC", or "without an end". */
export function endInWords(end: End): string {
  return end === null ? "without an end" : `until ${secondsInWords(endSeconds(end))}`;
}

/** Whether a record has this end: its own is in ISO 8601. */
export function isSameEnd(endsAt: string | null, end: End): boolean {
  return endsAt === (end === null ? null : isoOf(endSeconds(end)));
}
