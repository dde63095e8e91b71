/** Writes a value the way the console of a GoQuorum node prints it, so that the two can be laid side by side. */
export function formatForConsole(value: unknown, level = 0, inArray = false): string {
  if (Array.isArray(value)) {
    return `[${value.map((each) => formatForConsole(each, level + 1, true)).join(", ")}]`;
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const lines = Object.entries(value).map(
    ([key, each]) => `${indent(level + 1)}${key}: ${formatForConsole(each, level + 1)}`,
  );
  return `{\n${lines.join(",\n")}\n${indent(inArray ? level - 1 : level)}}`;
}

function indent(level: number): string {
  return "  ".repeat(level);
}
