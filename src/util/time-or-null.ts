/** Seconds since 1970 in ISO 8601, UTC; null for 0. */
export function timeOrNull(seconds: bigint): string | null {
  return seconds === 0n ? null : new Date(Number(seconds) * 1000).toISOString();
}
