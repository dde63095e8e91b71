import Table from "cli-table3";
import type { NodeState } from "../../chain/compare-nodes.js";
import { type Status, statusInWords, statusWithoutTimes, type Stoppable } from "../../model/stopped.js";
import { type Tone, toneOf } from "../../model/tones.js";
import { paint } from "../output.js";
import { canBeWide, labelled, tableWidth } from "../presentation.js";
import { fit, fitLine, GAP, type Yielding } from "./fit.js";
import { fold } from "./fold.js";

/** No lines: they would be in the way of grep and of copying. */
const PLAIN = Object.fromEntries(
  ["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left", "bottom-right"]
    .concat(["left", "left-mid", "mid", "mid-mid", "right", "right-mid"])
    .map((name) => [name, ""]),
);

/** A column: its title, and what it may give up where a line is too short. */
type Column = string | readonly [title: string, yielding: Yielding];

/** A table without lines, coloured only in a terminal, and shortened only there. Columns are aligned left unless stated otherwise. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  aligns: readonly ("left" | "right")[] = [],
): string {
  const head = columns.map((column) => (typeof column === "string" ? column : column[0]).toUpperCase());
  const yielding = columns.map((column) => (typeof column === "string" ? "none" : column[1]));
  const fitted = fit(
    head,
    rows.map((row) => row.map(labelled)),
    yielding,
    tableWidth() ?? Infinity,
  );
  const drawn = new Table({
    head: head.map((title) => paint("bold", title)),
    colAligns: [...aligns],
    colWidths: fitted.widths,
    wordWrap: true,
    chars: { ...PLAIN, middle: " ".repeat(GAP) },
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
  });
  drawn.push(...fitted.rows);
  const text = drawn.toString().replaceAll(/ +$/gm, "");
  return fitted.shortened && canBeWide() ? `${text}\n${shortenedNote()}` : text;
}

/** How to see what is not shown in full. */
export function shortenedNote(): string {
  return paint("dim", "Shortened to fit; --wide shows all.");
}

/** The columns that a line may take, where --wide would show it in full. */
export function lineWidth(): number {
  return (canBeWide() ? tableWidth() : undefined) ?? Infinity;
}

/** Names and values, one a line, the values below each other. On a terminal they are shortened and folded where --wide shows all. */
export function facts(lines: readonly (readonly [name: string, value: string])[]): string {
  const indent = Math.max(...lines.map(([name]) => name.length)) + GAP;
  const room = lineWidth() - indent;
  const shown = lines.map(([name, value]) => {
    const whole = labelled(value).split("\n");
    const fitted = whole.map((line) => fitLine(line, room));
    const text = fitted.flatMap((line) => fold(line, room)).join(`\n${" ".repeat(indent)}`);
    return {
      text: `${paint("dim", name.padEnd(indent - GAP))}${" ".repeat(GAP)}${text}`,
      shortened: fitted.some((line, index) => line !== whole[index]),
    };
  });
  const texts = shown.map(({ text }) => text);
  return [...texts, ...(shown.some(({ shortened }) => shortened) ? [shortenedNote()] : [])].join("\n");
}

const COLOURS = { active: "green", pending: "blue", stopped: "yellow", blacklisted: "red" } as const;

/** Text in the colour of a tone. */
export function toned(tone: Tone, text: string): string {
  return paint(COLOURS[tone], text);
}

/** A status, in the colour of what it means. */
export function status(word: string): string {
  return toned(toneOf(word), word);
}

/** The status of a record, and what takes away what it says. */
export function standing(record: Stoppable<Status>): string {
  return toned(toneNow(record), statusInWords(record));
}

/** The same for several records, whose times may differ. */
export function standingTogether(record: Stoppable<Status>): string {
  return toned(toneNow(record), statusWithoutTimes(record));
}

function toneNow(record: Stoppable<Status>): Tone {
  const isStopped = record.stoppedBy !== null || record.heldUntil != null || record.ended === true;
  return isStopped ? "stopped" : toneOf(record.status);
}

const NODE_TONES = {
  same: "active",
  behind: "stopped",
  silent: "stopped",
  "other block": "blacklisted",
  "other chain": "blacklisted",
} as const satisfies Record<NodeState, Tone>;

/** Where a node stands among others, in the colour of what it means. */
export function nodeState(state: NodeState): string {
  return toned(NODE_TONES[state], state);
}

/** "3 nodes", "1 node". */
export function count(number: number, noun: string): string {
  return `${number.toLocaleString("en-US")} ${noun}${number === 1 ? "" : "s"}`;
}
