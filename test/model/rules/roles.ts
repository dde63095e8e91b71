import { Access, Op, Setting } from "../../data/codes.js";
import { badName } from "./clean.js";
import { roleCreated } from "./events.js";
import { atLimit, countOne } from "./limits.js";
import { notActing } from "./acting.js";
import { about, type Verdict, when } from "./verdict.js";
import { orgOf, roleIn } from "./lookup.js";
import type { Org, Role, RoleKind, World } from "./world.js";

const LAST_ACCESS = 7n;

export function addNewRole(
  w: World,
  caller: string,
  name: string,
  orgId: string,
  access: bigint,
  voter: boolean,
  admin: boolean,
): Verdict {
  const org = orgOf(w, orgId);
  const former = roleIn(w, name, org);
  return {
    against: [
      ...notActing(w, caller, orgId, Op.ADD_ROLE),
      ...when(access > LAST_ACCESS, "AccessNotAllowed", access),
      ...badName(name),
      ...when(name === w.policy?.networkAdmin || name === w.policy?.orgAdmin, "RoleReserved", name),
      ...when(former?.active === true, "RoleExists", name, orgId),
      ...(former === undefined ? atLimit(w, Setting.ROLES, org) : []),
    ],
    happens: () => {
      if (org === undefined) return [];
      if (former === undefined) countOne(w, Setting.ROLES, org);
      const role = former ?? recordRole(w, name, org, "custom");
      return [roleCreated(Object.assign(role, { access, voter, admin, active: true }))];
    },
  };
}

export function removeRole(w: World, caller: string, name: string, orgId: string): Verdict {
  const role = roleIn(w, name, orgOf(w, orgId));
  return {
    against: [
      ...notActing(w, caller, orgId, Op.REMOVE_ROLE, true),
      ...when(role?.active !== true, "RoleUnknown", name, orgId),
      ...about(role, ({ kind }) => when(kind !== "custom", "AdminRoleByVoteOnly", name)),
    ],
    happens: () => {
      if (role === undefined) return [];
      role.active = false;
      role.generation++;
      return [["RoleManager", "RoleRevoked", name, orgId]];
    },
  };
}

/** A role that is not active yet; the two admin roles cover everything. */
export function recordRole(w: World, name: string, org: Org, kind: RoleKind): Role {
  const role: Role = {
    index: w.roles.length + 1,
    name,
    org,
    kind,
    active: false,
    generation: 0,
    access: Access.FULL,
    voter: true,
    admin: true,
  };
  w.roles.push(role);
  return role;
}

/** The organisation admin role of one that is proposed; it is there already when it is proposed again. */
export function prepareOrgAdminRole(w: World, org: Org): Role {
  const name = w.policy?.orgAdmin ?? "";
  return roleIn(w, name, org) ?? recordRole(w, name, org, "organisation admin");
}
