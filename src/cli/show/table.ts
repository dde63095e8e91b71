import Table from "cli-table3";
import type { NodeState } from "../../chain/compare-nodes.js";
import { type Tone, toneOf } from "../../model/tones.js";
import { paint } from "../output.js";

/** No lines: they would be in the way of grep and of copying. */
const PLAIN = Object.fromEntries(
  ["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left", "bottom-right"]
    .concat(["left", "left-mid", "mid", "mid-mid", "right", "right-mid"])
    .map((name) => [name, ""]),
);

/** A table without lines, coloured only in a terminal. Columns are aligned left unless stated otherwise. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  aligns: readonly ("left" | "right")[] = [],
): string {
  const drawn = new Table({
    head: head.map((title) => paint("bold", title.toUpperCase())),
    colAligns: [...aligns],
    chars: { ...PLAIN, middle: "  " },
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
  });
  drawn.push(...rows.map((row) => [...row]));
  return drawn.toString().replaceAll(/ +$/gm, "");
}

/** Names and values, one a line, the values below each other. */
export function facts(lines: readonly (readonly [name: string, value: string])[]): string {
  const width = Math.max(...lines.map(([name]) => name.length));
  return lines
    .map(
      ([name, value]) => `${paint("dim", name.padEnd(width))}  ${value.replaceAll("\n", `\n${" ".repeat(width + 2)}`)}`,
    )
    .join("\n");
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
