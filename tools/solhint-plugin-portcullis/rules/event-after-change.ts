import { type Node, Rule } from "../rule.js";

interface Operation extends Node {
  readonly operator: string;
  readonly left: Node;
}

const COMPARISONS = ["==", "!=", "<=", ">="];

/** An event tells what has happened, so nothing of the contract's storage changes behind it in its function. */
export class EventAfterChange extends Rule {
  ruleId = "event-after-change";

  private events: Node[] = [];

  FunctionDefinition(): void {
    this.events = [];
  }

  EmitStatement(node: Node): void {
    this.events.push(node);
  }

  BinaryOperation(node: Operation): void {
    if (node.operator.endsWith("=") && !COMPARISONS.includes(node.operator)) this.look(node, node.left);
  }

  UnaryOperation(node: Node & { readonly operator: string; readonly subExpression: Node }): void {
    if (["delete", "++", "--"].includes(node.operator)) this.look(node, node.subExpression);
  }

  /** The underscore marks what is not local. */
  private look(node: Node, changed: Node): void {
    if (this.events.length === 0 || !this.textOf(changed).startsWith("_")) return;
    if (this.events.every((event) => inAnotherBranch(event, node))) return;
    this.report(node, "Tell of a change once it is made: emit the event behind it.");
  }
}

/** Whether the two stand in the two branches of an if. */
function inAnotherBranch(left: Node, right: Node): boolean {
  const above = (node: Node): Node[] => (node.parent === undefined ? [node] : [node, ...above(node.parent)]);
  const shared = above(left).find((node) => above(right).includes(node));
  return shared?.type === "IfStatement";
}
