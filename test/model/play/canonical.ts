import { Result } from "ethers";
import { type Happening, OneOf } from "../rules/verdict.js";

/** One text for values that are the same, whether they are numbers or big ones, lists or ethers' results. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${(value as unknown[]).map(canonical).join(", ")}]`;
  if (value instanceof Result) return canonical(value.toArray());
  if (typeof value === "object" && value !== null) {
    return `{${Object.entries(value)
      .map(([name, each]) => `${name}: ${canonical(each)}`)
      .join(", ")}}`;
  }
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}

/** Whether what happened is what was expected. */
export function areAlike(expected: readonly Happening[], happened: readonly Happening[]): boolean {
  const isAlike = (given: unknown, wanted: unknown): boolean =>
    wanted instanceof OneOf
      ? wanted.values.some((one) => canonical(one) === canonical(given))
      : canonical(wanted) === canonical(given);
  return (
    expected.length === happened.length &&
    expected.every((event, i) => {
      const given = happened[i] ?? [];
      return event.length === given.length && event.every((wanted, j) => isAlike(given[j], wanted));
    })
  );
}
