import { OPERATORS } from "./operators.js";
import type { EditedFile } from "../build.js";
import { placesIn, Text, type Node } from "./syntax.js";

/** A fault that no one thought of: made by an operator, wherever it applies. */
export interface GeneratedFault extends EditedFile {
  /** "contracts/rules/Voting.sol:182 `a >= b` becomes `a > b`". */
  readonly says: string;
  /** What stands there without the fault and with it, on one line. */
  readonly text: string;
  readonly becomes: string;
}

/** All faults that the operators make in a file, in the order of their places. */
export function faultsIn(file: string, source: string, ast: Node): GeneratedFault[] {
  const text = new Text(source);
  const edits = [...placesIn(ast)].flatMap((place) => OPERATORS.flatMap((operator) => operator(place, text)));
  const different = new Map(edits.map((edit) => [JSON.stringify(edit), edit]));
  return [...different.values()]
    .sort((a, b) => a.start - b.start)
    .map((edit) => {
      const before = onOneLine(text.between(edit.start, edit.end));
      const after = onOneLine(edit.becomes);
      const change = after === "" || after === "{}" ? "is left out" : `becomes \`${after}\``;
      return {
        says: `${file}:${text.lineAt(edit.start)} \`${before}\` ${change}`,
        file,
        text: before,
        becomes: after,
        replaced: { start: edit.start, end: edit.end },
        source: text.with(edit),
      };
    });
}

function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
