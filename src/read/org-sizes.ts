import type { Org } from "../model/records.js";
import type { Network } from "../network/network.js";
import { readAccounts, readNodes, readOrgs } from "./read-records.js";

/** An organisation, and how much is its own. */
export interface SizedOrg extends Org {
  nodes: number;
  accounts: number;
}

/** All organisations, each with how much it has without what is below it. */
export async function readSizedOrgs(network: Network): Promise<SizedOrg[]> {
  const [orgs, nodes, accounts] = await Promise.all([readOrgs(network), readNodes(network), readAccounts(network)]);
  const [nodesOf, accountsOf] = [counter(nodes), counter(accounts)];
  return orgs.map((org) => ({ ...org, nodes: nodesOf(org.id), accounts: accountsOf(org.id) }));
}

function counter(records: readonly { org: string | null }[]): (org: string) => number {
  const counts = new Map<string | null, number>();
  for (const { org } of records) counts.set(org, (counts.get(org) ?? 0) + 1);
  return (org) => counts.get(org) ?? 0;
}
