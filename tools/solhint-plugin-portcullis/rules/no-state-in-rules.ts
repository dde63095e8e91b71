import { type Node, Rule } from "../rule.js";

interface Variables extends Node {
  readonly variables: readonly { readonly isDeclaredConst: boolean; readonly isImmutable: boolean }[];
}

/** What a replaced implementation remembers is lost, and a module that remembered something would write over what the
 *  implementation does; a manager remembers it instead. */
export class NoStateInRules extends Rule {
  ruleId = "no-state-in-rules";

  StateVariableDeclaration(node: Variables): void {
    if (!/contracts\/(rules\/|modules\/|PermissionsImplementation\.sol$)/.test(this.file)) return;
    if (node.variables.every(({ isDeclaredConst, isImmutable }) => isDeclaredConst || isImmutable)) return;
    this.report(node, "An implementation is replaced with all that it stores: keep this in a manager.");
  }
}
