import type { Network } from "../network/network.js";
import { findOrg } from "./find.js";
import { type Stoppable, stopper } from "../model/stopped.js";
import type { Account, NodeRecord, Org, Role } from "../model/records.js";
import { readAccounts, readNodes, readOrgs, readRoles } from "./read-records.js";

/** An organisation with what is its own, and the organisations right below it; each with what stops it. */
export interface OrgContents {
  org: Stoppable<Org>;
  subOrgs: Stoppable<Org>[];
  roles: Stoppable<Role>[];
  accounts: Stoppable<Account>[];
  nodes: Stoppable<NodeRecord>[];
}

/** Throws OrgUnknown. */
export async function readOrgContents(network: Network, id: string): Promise<OrgContents> {
  const org = await findOrg(network, id);
  const isOwn = (record: { org: string | null }): boolean => record.org === id;
  const orgs = await readOrgs(network);
  const stoppable = stopper(orgs);
  return {
    org: stoppable(org),
    subOrgs: orgs.filter(({ parent }) => parent === id).map(stoppable),
    roles: (await readRoles(network)).filter(isOwn).map(stoppable),
    accounts: (await readAccounts(network)).filter(isOwn).map(stoppable),
    nodes: (await readNodes(network)).filter(isOwn).map(stoppable),
  };
}
