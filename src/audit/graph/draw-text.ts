import type { TreeEntry } from "./tree-entry.js";
import type { Tone } from "../../model/tones.js";
import type { TreeBranch, Tree } from "./tree.js";

/** Colours a word of a drawing: a status by its tone, and the titles of organisations. */
export type Paint = (style: Tone | "title", text: string) => string;

const plain: Paint = (_, text) => text;

/** Draws a tree for a terminal, with a final newline. Enode ids are shortened, addresses are not. */
export function drawText({ title, summary, branches }: Tree, paint: Paint = plain): string {
  const drawn = branches.map((branch) => branchLines(branch, paint).join("\n"));
  return `${[`${title}: ${summary}`, ...drawn].join("\n\n")}\n`;
}

function branchLines({ entry, items, branches }: TreeBranch, paint: Paint): string[] {
  const children = [
    ...items.map((item) => [`${item.kind.padEnd(KIND_WIDTH)}${words(item, item.title, paint)}`]),
    ...branches.map((branch) => branchLines(branch, paint)),
  ];
  const title = words(entry, paint("title", entry.title), paint);
  return [title, ...children.flatMap((lines, index) => hang(lines, index === children.length - 1))];
}

const KIND_WIDTH = "proposal ".length;

function words({ notes, status, tone, proposal }: TreeEntry, title: string, paint: Paint): string {
  const about = proposal === null ? [] : [paint("pending", proposal)];
  return [title, ...notes, paint(tone, status), ...about].join(" · ");
}

/** Hangs lines on the line of their parent. */
function hang([first = "", ...others]: readonly string[], last: boolean): string[] {
  const [corner, edge] = last ? ["└─ ", "   "] : ["├─ ", "│  "];
  return [`${corner}${first}`, ...others.map((line) => `${edge}${line}`)];
}
