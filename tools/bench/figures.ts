import { table } from "../../src/cli/show/table.js";

/** A number with its thousands apart, and as many digits after the point at most. */
export function round(value: number, digits = 0): string {
  return value.toLocaleString("en", { maximumFractionDigits: digits });
}

/** A table whose columns hold figures, all but the first. */
export function figuresTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return table(
    head,
    rows,
    head.map((_, column) => (column === 0 ? "left" : "right")),
  );
}
