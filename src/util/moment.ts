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

/** Seconds since 1970 in ISO 8601, UTC. */
export function isoOf(seconds: bigint): string {
  return new Date(Number(seconds) * 1000).toISOString();
}
