import { columnsOf } from "./fold.js";

/** What a column may give up where a line is too short: nothing, the middle of a name, that it stands on one line, or that and the middle
 *  of words that are too long even so. */
export type Yielding = "none" | "middle" | "lines" | "words";

/** Between two columns. */
export const GAP = 2;

const LEAST = { none: Infinity, middle: 12, lines: 12, words: 12 } as const;

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
  const short = rows.map((row) => row.map(shortHex));
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
  const cut = short.map((row) => row.map((cell, column) => CUT[yielding[column] ?? "none"](cell, widths[column] ?? 0)));
  return {
    rows: cut,
    widths: yielding.map((kind, column) => (kind === "lines" || kind === "words" ? (widths[column] ?? null) : null)),
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
  return text.split("\n").reduce((longest, line) => Math.max(longest, columnsOf(line)), 0);
}

/** A line that is too long has its addresses and hashes short. */
export function fitLine(line: string, room: number): string {
  return lengthOf(line) <= room ? line : shortHex(line);
}

/** "0x15d34A…6A65": enough to know an account, or a hash, again that one has seen in full. */
function shortHex(text: string): string {
  return text.replaceAll(/\b(0x[0-9a-fA-F]{6})(?:[0-9a-fA-F]{24})?[0-9a-fA-F]{30}([0-9a-fA-F]{4})\b/g, "$1…$2");
}

const CUT: Readonly<Record<Yielding, (cell: string, width: number) => string>> = {
  none: (cell) => cell,
  middle: (cell, width) => cell.replaceAll(/.+/g, (line) => withoutMiddle(line, width)),
  lines: (cell) => cell,
  words: (cell, width) => cell.replaceAll(/\S+/g, (word) => withoutMiddle(word, width)),
};

/** "ORG1.HARBOUR…TERMINALS": names that belong together begin alike, and differ at the end. */
function withoutMiddle(name: string, width: number): string {
  if (lengthOf(name) <= width) return name;
  const end = Math.floor((width - 1) / 2);
  return `${name.slice(0, width - 1 - end)}…${name.slice(name.length - end)}`;
}
