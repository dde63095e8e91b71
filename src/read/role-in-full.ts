import { refusal } from "../errors/refusal.js";
import type { Account, Role } from "../model/records.js";
import type { Stoppable } from "../model/stopped.js";
import type { Network } from "../network/network.js";
import { findOrg } from "./find.js";
import { readAccounts, readRoles } from "./read-records.js";
import { rolesCalled } from "./roles-called.js";
import { withStop, withStops } from "./stopped.js";

/** A role, and the accounts that hold it. */
export interface RoleInFull {
  role: Stoppable<Role>;
  holders: Stoppable<Account>[];
}

/** A role that an organisation has itself. Throws OrgUnknown, RoleUnknown. */
export async function readRoleInFull(network: Network, named: { org: string; role: string }): Promise<RoleInFull> {
  const { id } = await findOrg(network, named.org);
  const roles = await readRoles(network);
  const role = roles.find(({ org, name }) => org === id && name === named.role);
  if (role === undefined) throw refusal("RoleUnknown", { orgId: id, roleId: named.role });
  const holds = ({ org, role: held }: Account): boolean => {
    // Of several roles of a name, the nearest active one counts; a removed one only where no other is left.
    const [counting] = rolesCalled(held, org, roles);
    return held === role.name && (counting === undefined ? org === id : counting === role);
  };
  const holders = (await readAccounts(network)).filter(holds);
  return { role: await withStop(network, role), holders: await withStops(network, holders) };
}
