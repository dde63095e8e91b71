import type { Happening } from "./verdict.js";
import { adminOrgId, ultimateOf } from "./lookup.js";
import type { Account, Address, Node, Org, Role, World } from "./world.js";

/** Rule 18: everything that changes leaves an event. Here is what the events say of a record. */

type OrgEvent = "OrgApproved" | "OrgPendingApproval" | "OrgSuspended" | "OrgSuspensionRevoked";

export function orgEvent(name: OrgEvent, org: Org): Happening {
  const where = [org.name, org.parent?.id ?? "", ultimateOf(org).id, org.level];
  const withStatus = name === "OrgApproved" || name === "OrgPendingApproval";
  return ["OrgManager", name, ...where, ...(withStatus ? [org.status] : [])];
}

export function roleCreated({ name, org, access, voter, admin }: Role): Happening {
  return ["RoleManager", "RoleCreated", name, org.id, access, voter, admin];
}

export function roleEvent(account: Account): Happening {
  const { address, org, role, admin, status } = account;
  return ["AccountManager", "AccountAccessModified", address, org?.id, role?.name ?? "", admin, status];
}

export function endEvent({ address, org, endsAt }: Account): Happening[] {
  return endsAt === 0n ? [] : [["AccountManager", "AccountEnds", address, org?.id, endsAt]];
}

export function statusEvent({ address, status }: Account, org: Org | undefined): Happening {
  return ["AccountManager", "AccountStatusChanged", address, org?.id ?? "", status];
}

export function nodeEvent(
  name: string,
  { enodeId, org }: Pick<Node, "enodeId" | "org">,
  { ip, port, raftPort }: Address,
): Happening {
  return ["NodeManager", name, enodeId, ip, port, raftPort, org.id];
}

export function voterEvent(w: World, name: "VoterAdded" | "VoterDeleted", address: string): Happening {
  return ["VoterManager", name, adminOrgId(w), address];
}
