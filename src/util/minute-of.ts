/** "2026-11-21 10:15" of a time in ISO 8601, in the same time zone. */
export function minuteOf(iso: string): string {
  return iso.slice(0, 16).replace("T", " ");
}
