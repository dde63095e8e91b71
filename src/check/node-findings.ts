import type { TextSource } from "../util/text-source.js";
import { type Finding, finding, ok } from "../errors/finding.js";
import { isSameEnode } from "../model/enode.js";
import { type ListedNode, parseNodesFile } from "../network/network-file/static-nodes.js";
import type { NodeRecord } from "../model/records.js";
import { thrown } from "./collect-findings.js";

/** What a static-nodes.json or permissioned-nodes.json says differently from the contracts. */
export function nodeFindings(source: TextSource, listed: readonly NodeRecord[]): Finding[] {
  try {
    const nodes = parseNodesFile(source);
    const findings = listFindings(source.name, nodes, listed);
    return findings.length > 0 ? findings : [ok(`${source.name} names ${nodes.length} approved nodes.`)];
  } catch (error) {
    return [thrown(error)];
  }
}

/** Where a file differs from the contracts about nodes. */
export function listFindings(file: string, nodes: readonly ListedNode[], listed: readonly NodeRecord[]): Finding[] {
  return nodes.flatMap((each) =>
    nodeFinding(
      file,
      each,
      listed.find(({ enodeId }) => enodeId === each.node.enodeId),
    ),
  );
}

function nodeFinding(file: string, { url, node }: ListedNode, record: NodeRecord | undefined): Finding[] {
  if (record === undefined) return [finding("NODE_NOT_APPROVED", { cause: "unknown", file, url })];
  const { status, enodeId, url: listed } = record;
  if (status !== "approved") return [finding("NODE_NOT_APPROVED", { cause: "status", file, url, status, enodeId })];
  if (record.ended) return [finding("NODE_NOT_APPROVED", { cause: "ended", file, url, enodeId })];
  if (listed === url) return [];
  return [
    finding("NODE_URL_DIFFERS", { cause: isSameEnode(record, node) ? "spelling" : "address", file, url, listed }),
  ];
}
