import { AccountStatus, NodeStatus, OrgStatus } from "../../data/codes.js";
import { badAddress, badEnodeId, badName } from "./clean.js";
import { nodeEvent, orgEvent, roleCreated, roleEvent } from "./events.js";
import { nodeTaken, recordNode } from "./nodes.js";
import { notObtainable, recordAccount, recordOrg } from "./orgs.js";
import { admit, set } from "./outcomes.js";
import { recordRole } from "./roles.js";
import { notSettable } from "./settings.js";
import { electorate, given } from "./standing.js";
import { type Refusal, type Verdict, when } from "./verdict.js";
import type { World } from "./world.js";

/** Rule 13: boot operators alone, until the network has booted. */
function notBooting(w: World, caller: string): Refusal[] {
  return [...when(!w.bootOperators.includes(caller), "NotBootOperator", caller), ...when(w.booted, "AlreadyBooted")];
}

export function setPolicy(w: World, caller: string, adminOrg: string, networkAdmin: string, orgAdmin: string): Verdict {
  return {
    against: [
      ...notBooting(w, caller),
      ...when(w.limits !== undefined, "AlreadySetUp"),
      ...[adminOrg, networkAdmin, orgAdmin].flatMap(badName),
      ...when(networkAdmin === orgAdmin, "AdminRolesAlike", networkAdmin),
    ],
    happens: () => {
      w.policy = { adminOrg, networkAdmin, orgAdmin };
      return [];
    },
  };
}

const MAX_BREADTH = 4294967295n;
const MAX_DEPTH = 32n;

/** Creates the admin organisation and the network admin role. */
export function init(w: World, caller: string, breadth: bigint, depth: bigint): Verdict {
  const allowed = breadth >= 1n && breadth <= MAX_BREADTH && depth >= 1n && depth <= MAX_DEPTH;
  return {
    against: [
      ...notBooting(w, caller),
      ...when(w.policy === undefined, "PolicyMissing"),
      ...when(w.limits !== undefined, "AlreadySetUp"),
      ...when(!allowed, "LimitsNotAllowed", breadth, depth),
    ],
    happens: () => {
      const { adminOrg = "", networkAdmin = "" } = w.policy ?? {};
      w.limits = { breadth, depth };
      const org = recordOrg(w, adminOrg, undefined, OrgStatus.PROPOSED);
      const role = Object.assign(recordRole(w, networkAdmin, org, "network admin"), { active: true });
      return [orgEvent("OrgPendingApproval", org), roleCreated(role)];
    },
  };
}

export function setAtBoot(w: World, caller: string, setting: bigint, value: bigint): Verdict {
  return {
    against: [
      ...notBooting(w, caller),
      ...when(w.limits === undefined, "NotSetUp"),
      ...notSettable(w, setting, undefined, value),
    ],
    happens: () => [set(w, { setting, org: undefined, value })],
  };
}

export function addAdminNode(
  w: World,
  caller: string,
  enodeId: string,
  ip: string,
  port: number,
  raftPort: number,
): Verdict {
  const address = { ip, port, raftPort };
  const [org] = w.orgs;
  return {
    against: [
      ...notBooting(w, caller),
      ...when(org === undefined, "NotSetUp"),
      ...badEnodeId(enodeId),
      ...badAddress(w, address),
      ...nodeTaken(w, enodeId),
    ],
    happens: () => {
      if (org === undefined) return [];
      const node = recordNode(w, org, enodeId, address, NodeStatus.APPROVED);
      return [nodeEvent("NodeApproved", node, node)];
    },
  };
}

export function addAdminAccount(w: World, caller: string, address: string): Verdict {
  const [org] = w.orgs;
  const [role] = w.roles;
  return {
    against: [...notBooting(w, caller), ...when(org === undefined, "NotSetUp"), ...notObtainable(w, address)],
    happens: () => {
      const account = Object.assign(recordAccount(w, address), role && given(role, true), {
        org,
        status: AccountStatus.ACTIVE,
      });
      return [roleEvent(account), admit(w, address)];
    },
  };
}

export function updateNetworkBootStatus(w: World, caller: string): Verdict {
  return {
    against: [...notBooting(w, caller), ...when(electorate(w) === 0n, "NoNetworkAdmin")],
    happens: () => {
      const [org] = w.orgs;
      w.booted = true;
      if (org === undefined) return [];
      Object.assign(org, { status: OrgStatus.APPROVED, recorded: OrgStatus.APPROVED });
      return [orgEvent("OrgApproved", org), ["PermissionsImplementation", "PermissionsInitialized", true]];
    },
  };
}
