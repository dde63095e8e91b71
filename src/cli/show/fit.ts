import { stripVTControlCharacters } from "node:util";

/** What a column may give up where a line is too short: nothing, the middle of its words, or that it stands on one line. */
export type Yielding = "none" | "middle" | "lines";

/** Between two columns. */
export const GAP = 2;

const LEAST = { none: Infinity, middle: 12, lines: 12 } as const;

interface Fitted {
  rows: string[][];
  /** Of the columns; null for one that takes what it needs. */
  widths: (number | null)[];
  /** Whether something is not shown in full. */
  shortened: boolean;
}

/** Makes rows fit into a line: first addresses become short, then the widest columns that may yield do. */
export function fit(
  head: readonly string[],
  rows: readonly string[][],
  yielding: readonly Yielding[],
  room: number,
): Fitted {
  const natural = { rows: rows.map((row) => [...row]), widths: head.map(() => null), shortened: false };
  if (room === Infinity || total(widthsOf(head, rows)) <= room) return natural;
  const short = rows.map((row) => row.map(shortAddresses));
  const widths = widthsOf(head, short);
  const least = yielding.map((kind, column) =>
    Math.min(widths[column] ?? 0, Math.max(LEAST[kind], lengthOf(head[column] ?? ""))),
  );
  while (total(widths) > room) {
    const widest = widths.reduce(
      (best, width, column) => (width > (least[column] ?? width) && width > (widths[best] ?? 0) ? column : best),
      -1,
    );
    if (widest < 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  const cut = short.map((row) =>
    row.map((cell, column) => (yielding[column] === "middle" ? withoutMiddle(cell, widths[column] ?? 0) : cell)),
  );
  return {
    rows: cut,
    widths: yielding.map((kind, column) => (kind === "lines" ? (widths[column] ?? null) : null)),
    shortened: cut.some((row, index) => row.some((cell, column) => cell !== rows[index]?.[column])),
  };
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, GAP * (widths.length - 1));
}

function widthsOf(head: readonly string[], rows: readonly string[][]): number[] {
  return head.map((title, column) =>
    rows.reduce((widest, row) => Math.max(widest, lengthOf(row[column] ?? "")), lengthOf(title)),
  );
}

/** Of the longest line, as it stands on a screen. */
function lengthOf(text: string): number {
  const lines = stripVTControlCharacters(text).split("\n");
  return lines.reduce((longest, line) => Math.max(longest, line.length), 0);
}

/** "0x15d34A…6A65": enough to know an account again that one has seen in full. */
function shortAddresses(cell: string): string {
  return cell.replaceAll(/\b(0x[0-9a-fA-F]{6})[0-9a-fA-F]{30}([0-9a-fA-F]{4})\b/g, "$1…$2");
}

/** "ORG1.HARBOUR…TERMINALS": names that belong together begin alike, and differ at the end. */
function withoutMiddle(cell: string, width: number): string {
  return cell
    .split("\n")
    .map((line) => {
      if (lengthOf(line) <= width) return line;
      const end = Math.floor((width - 1) / 2);
      return `${line.slice(0, width - 1 - end)}…${line.slice(line.length - end)}`;
    })
    .join("\n");
}
