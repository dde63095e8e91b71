import { type Node, Rule } from "../rule.js";

/** A refusal is part of the manual: an interface names each of its errors where it says what is refused, or explains it where it
 *  is declared. */
export class ErrorIsExplained extends Rule {
  ruleId = "error-is-explained";

  CustomErrorDefinition(node: Node & { readonly name: string }): void {
    if (!this.file.includes("contracts/interfaces/")) return;
    if (this.commentAbove(node) !== "") return;
    const comments = this.source.split("\n").filter((line) => line.trim().startsWith("//"));
    if (comments.some((line) => new RegExp(`\\b${node.name}\\b`).test(line))) return;
    this.report(node, `Name ${node.name} where this interface says what is refused.`);
  }
}
