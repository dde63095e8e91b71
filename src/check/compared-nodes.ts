import { compareNodes, type NodeHead } from "../chain/compare-nodes.js";
import type { NamedNode } from "../chain/named-nodes.js";
import { type Finding, finding, ok } from "../errors/finding.js";
import { thrown } from "./collect-findings.js";

/** Whether nodes of one network have the same blocks. */
export async function checkNodes(nodes: readonly NamedNode[], options?: { lag?: number }): Promise<Finding[]> {
  const heads = await compareNodes(nodes, options);
  const findings = heads.flatMap((head) => headFinding(head) ?? []);
  const compared = heads[0]?.compared ?? 0;
  return findings.length > 0 ? findings : [ok(`${heads.length} nodes have the same block ${compared}.`)];
}

/** What is wrong with where a node stands among others; nothing where it has their blocks. */
export function headFinding({ node, state, block, highest, compared, hash, trouble }: NodeHead): Finding | undefined {
  switch (state) {
    case "same":
      return undefined;
    case "behind":
      return finding("NODE_BEHIND", { node, block: block ?? 0, highest: highest ?? 0 });
    case "other block":
      return finding("NODE_ON_OTHER_BLOCK", { node, block: compared ?? 0, hash: hash ?? "" });
    case "other chain":
      return finding("NODE_OF_OTHER_CHAIN", { node });
    case "silent":
      return trouble === null ? undefined : thrown(trouble);
  }
}
