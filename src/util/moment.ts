/** Reads "2026-12-06", which is its first moment, "2026-12-06T17:58" or any other time in ISO 8601, in UTC unless it says otherwise;
 *  undefined for anything else. */
export function parseInstant(text: string): Date | undefined {
  const time = new Date(/^\d{4}-\d{2}-\d{2}T[\d:.]+$/.test(text) ? `${text}Z` : text);
  const isReal = !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text.slice(0, 10));
  return /^\d{4}-\d{2}-\d{2}(T|$)/.test(text) && isReal ? time : undefined;
}

/** "2026-12-06 17:58:09 UTC" */
export function momentInWords(time: Date): string {
  return `${time.toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

/** "2026-12-06 17:58 UTC" of a time in ISO 8601, UTC. */
export function minuteInWords(iso: string): string {
  return `${minuteOf(iso)} UTC`;
}

/** The same without the time zone. */
export function minuteOf(iso: string): string {
  return iso.slice(0, 16).replace("T", " ");
}

/** The last second of the year 9999. */
const LAST = 253_402_300_799n;

/** Seconds since 1970 as "2027-01-31 12:00 UTC", or as the number that they are where that is beyond the year 9999: anybody can
 *  propose any. */
export function secondsInWords(seconds: bigint): string {
  return seconds > LAST ? `${seconds.toString()} seconds after 1970` : minuteInWords(isoOf(seconds));
}

/** Seconds since 1970 in ISO 8601, UTC. */
export function isoOf(seconds: bigint): string {
  return new Date(Number(seconds) * 1000).toISOString();
}
