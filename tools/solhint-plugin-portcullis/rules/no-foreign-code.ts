import { type Node, Rule } from "../rule.js";

const FOREIGN = new Set(["delegatecall", "callcode", "selfdestruct"]);

const ROUTER = /(?:^|\/)contracts\/PermissionsImplementation\.sol$/;

/** No other contract's code works on our storage, and no contract can be destroyed: the only delegatecall is the one by which
 *  the implementation runs its modules, and neither has storage. */
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
    if (!FOREIGN.has(name) || (name === "delegatecall" && ROUTER.test(this.file))) return;
    this.report(node, `No contract of the suite uses ${name}, but for the implementation that runs its modules.`);
  }
}
