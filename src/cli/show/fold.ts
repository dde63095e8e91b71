import { stripVTControlCharacters } from "node:util";

/** The words of a text on lines of at most so many columns, all but the first with an indent. A longer word has a line of its own. */
export function fold(text: string, columns: number, indent = ""): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.pop();
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || columnsOf(longer) <= columns) lines.push(longer);
    else lines.push(last, `${indent}${word}`);
  }
  return lines;
}

/** As it stands on a screen. */
export function columnsOf(line: string): number {
  return stripVTControlCharacters(line).length;
}
