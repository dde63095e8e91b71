/** The record that a value is; an empty one where it is none. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** The list that a value is; a scalar stands for a list of one, and an empty value for an empty list. */
export function asList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === null || value === undefined ? [] : [value];
}

/** The text or the number that a value is. */
export function asText(value: unknown): string | undefined {
  if (typeof value === "string") return value.trim() === "" ? undefined : value.trim();
  return typeof value === "number" ? String(value) : undefined;
}

export function asWhole(value: unknown): number | undefined {
  const number = Number(asText(value) ?? NaN);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** A number that is a port. */
export function asPort(value: unknown): number | undefined {
  const port = asWhole(value);
  return port !== undefined && port > 0 && port <= 65_535 ? port : undefined;
}
