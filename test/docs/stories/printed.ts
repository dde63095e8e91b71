import { expect } from "chai";

/** Compares what was printed with what a page says: "…" stands for anything within a line, a line of it alone for any lines. */
export function requirePrinted(actual: string, said: string, where: string): void {
  if (pattern(said).test(actual)) return;
  expect(actual, where).to.equal(said);
}

function pattern(said: string): RegExp {
  const lines = said
    .trimEnd()
    .split("\n")
    .map((line) => (line.trim() === "…" ? "(?:.*\n)*?" : `${lineSource(line)}\n`));
  return new RegExp(`^${lines.join("")}$`);
}

function lineSource(line: string): string {
  return line.trimEnd().split("…").map(escaped).join(".+?");
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
