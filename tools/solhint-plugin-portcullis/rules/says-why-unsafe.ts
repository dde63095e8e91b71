import { type Node, Rule } from "../rule.js";

/** The compiler checks less in an unchecked block and nothing in assembly, so a comment says what it does there. */
export class SaysWhyUnsafe extends Rule {
  ruleId = "says-why-unsafe";

  UncheckedStatement(node: Node): void {
    this.look(node);
  }

  InlineAssemblyStatement(node: Node): void {
    this.look(node);
  }

  private look(node: Node): void {
    for (let place: Node | undefined = node; place !== undefined; place = place.parent) {
      if (this.commentAbove(place) !== "") return;
      if (place.type === "FunctionDefinition") break;
    }
    this.report(node, "Say above this block, or above its function, what it does and why it is right.");
  }
}
