import type { Org } from "../model/records.js";
import type { Network } from "../network/network.js";
import { readAccounts, readNodes } from "./read-records.js";

/** An organisation, and how much is its own. */
export type SizedOrg<T extends Org = Org> = T & { nodes: number; accounts: number };

/** Counts what each of these organisations has, without what is below it. */
export async function withSizes<T extends Org>(network: Network, orgs: readonly T[]): Promise<SizedOrg<T>[]> {
  const [nodes, accounts] = await Promise.all([readNodes(network), readAccounts(network)]);
  const [nodesOf, accountsOf] = [nodes, accounts].map(counter);
  return orgs.map((org) => ({ ...org, nodes: nodesOf?.(org.id) ?? 0, accounts: accountsOf?.(org.id) ?? 0 }));
}

function counter(records: readonly { org: string | null }[]): (org: string) => number {
  const counts = new Map<string | null, number>();
  for (const { org } of records) counts.set(org, (counts.get(org) ?? 0) + 1);
  return (org) => counts.get(org) ?? 0;
}
