import { isSameEnode } from "../enode.js";
import { type ListedNode, readStaticNodes } from "../network-file/static-nodes.js";
import type { NodeRecord } from "../read/model.js";
import { type Finding, ok, thrown } from "./finding.js";

/** What in a static-nodes.json or permissioned-nodes.json the contracts do not say so. */
export function nodeFindings(file: string, listed: readonly NodeRecord[]): Finding[] {
  try {
    const nodes = readStaticNodes(file);
    const findings = listFindings(file, nodes, listed);
    return findings.length > 0 ? findings : [ok(`${file} names ${nodes.length} approved nodes.`)];
  } catch (error) {
    return [thrown(error)];
  }
}

/** What a file says otherwise of nodes than the contracts do. */
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
        wayOut: "Have an admin of its organisation add or activate it, or take it off the list.",
      },
    ];
  }
  if (record.url === url) return [];
  // Connections find a node under any spelling of its address; what events do to permissioned-nodes.json does not.
  const level = isSameEnode(record, node) ? "info" : "warning";
  const what = `${place}, and the contracts say ${record.url}.`;
  const wayOut = "Write the URL of the contracts: nodes compare URLs as texts. Or have the node's address changed.";
  return [{ level, code: "NODE_URL_DIFFERS", what, wayOut }];
}
