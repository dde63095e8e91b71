import { OPERATORS } from "./operators.js";
import { placesIn, span, Text, type Node, type Place } from "./syntax.js";

export interface Extent {
  readonly start: number;
  readonly end: number;
}

const DEFINITIONS = new Set(["FunctionDefinition", "ModifierDefinition"]);

/** A fault that no one thought of: made by an operator, wherever it applies. */
export interface GeneratedFault {
  /** "contracts/rules/Voting.sol:182 `a >= b` becomes `a > b`". */
  readonly says: string;
  /** From the repository's root. */
  readonly file: string;
  /** What stands there without the fault and with it, on one line. */
  readonly text: string;
  readonly becomes: string;
  /** The function, modifier or constant that it is in, in bytes. */
  readonly definition: Extent;
  /** The whole file with the fault. */
  readonly source: string;
}

/** All faults that the operators make in a file, in the order of their places. */
export function faultsIn(file: string, source: string, ast: Node): GeneratedFault[] {
  const text = new Text(source);
  const edits = [...placesIn(ast)].flatMap((place) =>
    OPERATORS.flatMap((operator) => operator(place, text)).map((edit) => ({ edit, definition: definitionOf(place) })),
  );
  const different = new Map(edits.map((each) => [JSON.stringify(each.edit), each]));
  return [...different.values()]
    .sort((a, b) => a.edit.start - b.edit.start)
    .map(({ edit, definition }) => {
      const before = onOneLine(text.between(edit.start, edit.end));
      const after = onOneLine(edit.becomes);
      const change = after === "" || after === "{}" ? "is left out" : `becomes \`${after}\``;
      return {
        says: `${file}:${text.lineAt(edit.start)} \`${before}\` ${change}`,
        file,
        text: before,
        becomes: after,
        definition,
        source: text.with(edit),
      };
    });
}

function definitionOf({ node, around }: Place): Extent {
  const outermost = around.at(-1) ?? node;
  const definition = [node, ...around].find(
    ({ nodeType, constant }) => DEFINITIONS.has(nodeType) || (nodeType === "VariableDeclaration" && constant === true),
  );
  const [start, end] = span((definition ?? outermost).src);
  return { start, end };
}

function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
