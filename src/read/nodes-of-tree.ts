import { topOf } from "../model/org-id.js";
import type { NodeRecord } from "../model/records.js";
import type { Network } from "../network/network.js";
import { readNodes } from "./read-records.js";

/** Whether GoQuorum takes an account's transactions at a node: an approved one of the account's organisation, or of any other
 *  below the same top. */
export function takesFrom({ org, status }: NodeRecord, orgOfAccount: string): boolean {
  return status === "approved" && org !== null && topOf(org) === topOf(orgOfAccount);
}

/** The nodes at which GoQuorum takes the transactions of an organisation's accounts. */
export async function nodesOfTree(network: Network, org: string): Promise<NodeRecord[]> {
  return (await readNodes(network)).filter((node) => takesFrom(node, org));
}
