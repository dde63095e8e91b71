/** A node of the syntax tree, as far as the rules look at it. */
export interface Node {
  readonly type: string;
  readonly range: readonly [number, number];
  readonly loc: unknown;
  readonly parent?: Node;
}

export interface Reporter {
  error(node: Node, rule: string, message: string): void;
}

/** What every rule of ours stands on. Solhint calls the method that is named like the node that it visits, and gives each rule
 *  its whole id. It swallows what such a method throws. */
export abstract class Rule {
  abstract ruleId: string;

  readonly meta = { type: "portcullis", docs: {}, schema: null };
  protected readonly file: string;

  constructor(
    private readonly reporter: Reporter,
    _config: unknown,
    protected readonly source: string,
    file: string,
  ) {
    this.file = file.replaceAll("\\", "/");
  }

  protected report(node: Node, message: string): void {
    this.reporter.error(node, this.ruleId, message);
  }

  protected textOf({ range: [from, to] }: Node): string {
    return this.source.slice(from, to + 1);
  }

  /** The comment that ends right above a node; empty when there is none. */
  protected commentAbove({ range: [from] }: Node): string {
    const lines = this.source.slice(0, from).split("\n").slice(0, -1);
    const other = lines.findLastIndex((line) => !line.trim().startsWith("//"));
    return lines.slice(other + 1).join("\n");
  }
}
