import type { TreeEntry } from "./tree-entry.js";
import type { Tone } from "../../model/tones.js";
import type { TreeBranch, Tree } from "./tree.js";

/** Fill, border and letters, which can be read on light and on dark pages. */
const CLASSES: Record<Tone, string> = {
  active: "fill:#dafbe1,stroke:#1a7f37,color:#1f2328",
  pending: "fill:#ddf4ff,stroke:#0969da,color:#1f2328",
  stopped: "fill:#fff8c5,stroke:#9a6700,color:#1f2328",
  blacklisted: "fill:#ffebe9,stroke:#cf222e,color:#1f2328",
};

const SHAPES: Record<TreeEntry["kind"], readonly [open: string, close: string]> = {
  organisation: ["[", "]"],
  group: ["[", "]"],
  role: ["[/", "/]"],
  node: ["{{", "}}"],
  account: ["([", "])"],
  contract: ["[[", "]]"],
  proposal: [">", "]"],
};

/** Draws a tree as a Mermaid flowchart, with a final newline. Mermaid itself refuses more than 50,000 characters or 500
 *  edges unless maxTextSize and maxEdges are raised: draw the branches of a larger network one by one. */
export function drawMermaid({ title, summary, branches }: Tree): string {
  const head = [
    "---",
    `title: ${title}`,
    "---",
    "flowchart LR",
    `accTitle: ${title}`,
    `accDescr: ${summary}`,
    ...Object.entries(CLASSES).map(([tone, style]) => `classDef ${tone} ${style}`),
  ];
  return `${[...head, ...branches.flatMap((branch) => branchLines(branch))].join("\n")}\n`;
}

function branchLines({ entry, items, branches }: TreeBranch, parent?: string): string[] {
  const id = idOf(entry);
  return [
    `${parent === undefined ? "" : `${parent} --> `}${box(entry, entry.title)}`,
    ...items.map((item) => `${id} --- ${box(item, `${item.kind} ${item.title}`)}`),
    ...branches.flatMap((branch) => branchLines(branch, id)),
  ];
}

function box(entry: TreeEntry, name: string): string {
  const { kind, notes, status, tone, proposal } = entry;
  const [open, close] = SHAPES[kind];
  const lines = [name, [...notes, status].join(", "), ...(proposal === null ? [] : [proposal])];
  return `${idOf(entry)}${open}"${lines.map(escapeLabel).join("<br/>")}"${close}:::${tone}`;
}

/** Letters and digits stay; everything else becomes its code, so that no two keys get the same id and no id reads as a
 *  word of Mermaid's. */
function idOf({ kind, key }: TreeEntry): string {
  return `${kind}_${key.replace(/[^A-Za-z0-9]/g, (sign) => `_${sign.charCodeAt(0).toString(16)}_`)}`;
}

/** Names need none of it today; Mermaid reads # as the start of a sign's name. */
function escapeLabel(text: string): string {
  return text.replace(/[#"<>&]/g, (sign) => `#${sign.charCodeAt(0)};`);
}
