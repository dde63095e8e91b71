import { type Node, Rule } from "../rule.js";

/** A block's timestamp is in nanoseconds on some networks. */
export class TimeFromClock extends Rule {
  ruleId = "time-from-clock";

  MemberAccess(node: Node): void {
    if (this.textOf(node) === "block.timestamp") this.look(node);
  }

  AssemblyCall(node: Node & { readonly functionName: string }): void {
    if (node.functionName === "timestamp") this.look(node);
  }

  private look(node: Node): void {
    if (this.file.endsWith("contracts/libraries/Clock.sol")) return;
    this.report(node, "A timestamp has another unit on each consensus: ask Clock.nowSeconds().");
  }
}
