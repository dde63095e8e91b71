const SECOND = 1_000;

const UNITS = [
  { unit: "s", length: SECOND },
  { unit: "minutes", length: 60 * SECOND },
  { unit: "hours", length: 3_600 * SECOND },
  { unit: "days", length: 86_400 * SECOND },
] as const;

/** "95 s", "12 minutes", "30 hours": of at least two of its unit. */
export function ageInWords(milliseconds: number): string {
  const { unit, length } = UNITS.findLast((each) => milliseconds >= 2 * each.length) ?? UNITS[0];
  return `${Math.max(0, Math.floor(milliseconds / length))} ${unit}`;
}
