import type { Enode } from "../model/enode.js";
import type { Network } from "../network/network.js";
import { placeFindings } from "../network/node-places.js";
import { readNodes } from "../read/read-records.js";
import { findingOnOneLine } from "./show/finding.js";

/** Warns of a node at a place where it cannot be beside the nodes that are recorded. */
export async function warnOfPlace(network: Network, node: Enode | undefined): Promise<string[]> {
  if (node === undefined) return [];
  const others = (await readNodes(network)).filter(
    ({ enodeId, status }) => enodeId !== node.enodeId && (status === "approved" || status === "proposed"),
  );
  return placeFindings("The network then", [...others, node], [node]).map(findingOnOneLine);
}
