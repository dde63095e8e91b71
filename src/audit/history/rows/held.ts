import { isoOf, minuteInWords } from "../../../util/moment.js";

/** "is held until 2026-11-21 10:15 UTC", or that it is held no longer. */
export function heldInWords(until: bigint, held: boolean): string {
  return held ? `is held until ${instantInWords(until)}` : "is held no longer";
}

export function instantInWords(seconds: bigint): string {
  return minuteInWords(isoOf(seconds));
}
