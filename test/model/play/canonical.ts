import { Result } from "ethers";

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
