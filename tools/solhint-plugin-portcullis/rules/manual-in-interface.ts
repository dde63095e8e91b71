import { type Node, Rule } from "../rule.js";

interface Callable extends Node {
  readonly visibility: string;
  readonly isConstructor: boolean;
  readonly isFallback: boolean;
  readonly isReceiveEther: boolean;
  readonly parent?: Node & { readonly kind: string };
}

/** What can be called from outside is declared, and described, in an interface. */
export class ManualInInterface extends Rule {
  ruleId = "manual-in-interface";

  FunctionDefinition(node: Callable): void {
    const isOpen = node.visibility === "external" || node.visibility === "public";
    const hasName = !node.isConstructor && !node.isFallback && !node.isReceiveEther;
    if (!isOpen || !hasName || node.parent?.kind === "interface") return;
    if (this.commentAbove(node).includes("@inheritdoc")) return;
    this.report(node, "Declare and describe this function in an interface, and say @inheritdoc here.");
  }
}
