import { drawMermaid } from "../../audit/graph/draw-mermaid.js";
import { drawSvg } from "../../audit/graph/draw-svg.js";
import { drawText, type Paint } from "../../audit/graph/draw-text.js";
import { buildTree, type Tree, type TreeBranch } from "../../audit/graph/tree.js";
import { readSnapshot } from "../../read/read-snapshot.js";
import { command } from "../command.js";
import { NETWORK_OPTIONS, withNetwork } from "../connection.js";
import { paint, say } from "../output.js";
import { labelled } from "../presentation.js";
import { toned } from "../show/table.js";
import { withProgress } from "../progress.js";
import { fileName, oneOf, optional, text } from "../specs.js";
import { writeTexts } from "../target.js";

const coloured: Paint = (style, word) => (style === "title" ? paint("bold", word) : toned(style, word));

const FORMS: Record<"text" | "mermaid" | "svg", (tree: Tree, isForFile: boolean) => string> = {
  text: (tree, isForFile) => drawText(tree, isForFile ? undefined : coloured),
  mermaid: drawMermaid,
  svg: drawSvg,
};

/** The same with people's names for accounts. */
function withLabels({ entry, items, branches }: TreeBranch): TreeBranch {
  return {
    entry,
    items: items.map((item) => ({ ...item, title: labelled(item.title) })),
    branches: branches.map(withLabels),
  };
}

export default command(
  {
    name: "graph",
    does: "Draw the organisations with their nodes, accounts and roles.",
    args: { org: optional(text("only this organisation and those below it")) },
    options: {
      format: optional(oneOf("form of the drawing (default: text)", ["text", "mermaid", "svg"])),
      out: optional(fileName("file to write (default: standard output)")),
      ...NETWORK_OPTIONS,
    },
    examples: ["graph", "graph ORG1", "graph --format svg --out network.svg"],
  },
  async ({ org, format = "text", out, ...given }) => {
    const tree = await withNetwork(given, (network) =>
      withProgress("Reading the network", async () => buildTree(await readSnapshot(network), org)),
    );
    const named = { ...tree, branches: tree.branches.map(withLabels) };
    await writeTexts([FORMS[format](named, out !== undefined)], out);
    if (out !== undefined) say(`Wrote ${out}.`);
  },
);
