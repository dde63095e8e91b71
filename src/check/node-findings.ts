import type { TextSource } from "../basics/text-source.js";
import { isSameEnode } from "../model/enode.js";
import { type ListedNode, parseStaticNodes } from "../network/network-file/static-nodes.js";
import type { NodeRecord } from "../model/records.js";
import { type Finding, ok, thrown } from "./finding.js";

/** What a static-nodes.json or permissioned-nodes.json says differently from the contracts. */
export function nodeFindings(source: TextSource, listed: readonly NodeRecord[]): Finding[] {
  try {
    const nodes = parseStaticNodes(source);
    const findings = listFindings(source.name, nodes, listed);
    return findings.length > 0 ? findings : [ok(`${source.name} names ${nodes.length} approved nodes.`)];
  } catch (error) {
    return [thrown(error)];
  }
}

/** Where a file differs from the contracts about nodes. */
export function listFindings(file: string, nodes: readonly ListedNode[], listed: readonly NodeRecord[]): Finding[] {
  return nodes.flatMap((each) => {
    return finding(
      file,
      each,
      listed.find(({ enodeId }) => enodeId === each.node.enodeId),
    );
  });
}

function finding(file: string, { url, node }: ListedNode, record: NodeRecord | undefined): Finding[] {
  const place = `${file} names the node ${url}`;
  if (record?.status !== "approved") {
    return [
      {
        level: "warning",
        code: "NODE_NOT_APPROVED",
        what: `${place}, which is ${record?.status ?? "unknown to the contracts"}.`,
        wayOut: "Have an admin of its organisation add or activate it, or remove it from the list.",
      },
    ];
  }
  if (record.url === url) return [];
  // Connections find a node under any spelling of its address; what events do to permissioned-nodes.json does not.
  const level = isSameEnode(record, node) ? "info" : "warning";
  const what = `${place}, and the contracts say ${record.url}.`;
  const wayOut = "Write the URL from the contracts: nodes compare URLs as text. Or have the node's address changed.";
  return [{ level, code: "NODE_URL_DIFFERS", what, wayOut }];
}
