import { type Node, Rule } from "../rule.js";

const FOREIGN = new Set(["delegatecall", "callcode", "selfdestruct"]);

/** There is no delegatecall, so no other contract's code works on our storage, and no contract can be destroyed. */
export class NoForeignCode extends Rule {
  ruleId = "no-foreign-code";

  MemberAccess(node: Node & { readonly memberName: string }): void {
    this.look(node, node.memberName);
  }

  Identifier(node: Node & { readonly name: string }): void {
    this.look(node, node.name);
  }

  AssemblyCall(node: Node & { readonly functionName: string }): void {
    this.look(node, node.functionName);
  }

  private look(node: Node, name: string): void {
    if (FOREIGN.has(name)) this.report(node, `No contract of the suite uses ${name}.`);
  }
}
