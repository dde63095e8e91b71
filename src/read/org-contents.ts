import type { Network } from "../network/network.js";
import { findOrg } from "./find.js";
import type { Account, NodeRecord, Org, Role } from "../model/records.js";
import { readAccounts, readNodes, readOrgs, readRoles } from "./read-records.js";

/** An organisation with what is its own, and the organisations right below it. */
export interface OrgContents {
  org: Org;
  subOrgs: Org[];
  roles: Role[];
  accounts: Account[];
  nodes: NodeRecord[];
}

/** Throws OrgUnknown. */
export async function readOrgContents(network: Network, id: string): Promise<OrgContents> {
  const org = await findOrg(network, id);
  const isOwn = (record: { org: string | null }): boolean => record.org === id;
  return {
    org,
    subOrgs: (await readOrgs(network)).filter(({ parent }) => parent === id),
    roles: (await readRoles(network)).filter(isOwn),
    accounts: (await readAccounts(network)).filter(isOwn),
    nodes: (await readNodes(network)).filter(isOwn),
  };
}
