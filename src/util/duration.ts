const UNITS = [
  ["day", 24 * 60 * 60],
  ["hour", 60 * 60],
  ["minute", 60],
  ["second", 1],
] as const;

/** A number of seconds in the largest unit that divides it: "2 days", "36 hours". */
export function durationInWords(seconds: number): string {
  const [unit, size] = UNITS.find(([, each]) => seconds % each === 0) ?? ["second", 1];
  const count = seconds / size;
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

/** Reads what `durationInWords` writes, or "2d", "36h", "30m", "10s", in seconds; undefined for anything else. */
export function parseDuration(text: string): number | undefined {
  const [, count, word = ""] = /^(\d{1,9})(?: (day|hour|minute|second)s?|([dhms]))$/.exec(text)?.filter(Boolean) ?? [];
  const size = UNITS.find(([unit]) => word !== "" && unit.startsWith(word))?.[1];
  return count === undefined || size === undefined ? undefined : Number(count) * size;
}
