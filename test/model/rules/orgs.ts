import { AccountStatus, Action, NodeStatus, Op, OrgStatus, Setting } from "../../data/codes.js";
import { notActing, notByHand } from "./acting.js";
import { badAddress, badEnodeId, badName } from "./clean.js";
import { badEnd } from "./ends.js";
import { nodeEvent, orgEvent, roleEvent } from "./events.js";
import { atLimit, countOne } from "./limits.js";
import { addressDiffers, addressIn, type NodeArgs, nodeDiffers, nodeLost, nodeTaken, recordNode } from "./nodes.js";
import { approve, notProposing, propose, type Subject } from "./proposals.js";
import { prepareOrgAdminRole } from "./roles.js";
import { given, guardianAccount, unknownOrg } from "./standing.js";
import { isOpen, turn } from "./suspensions.js";
import { about, type Happening, type Refusal, type Verdict, when } from "./verdict.js";
import { accountOf, isAdminOrg, nodeOf, orgOf, recordedAccount, roleIn, subOrgsOf } from "./lookup.js";
import { type Account, type Address, NEVER_HELD, NO_ROLE, NOBODY, type Node, type Org, type World } from "./world.js";

/** Proposes an organisation with its first node and its admin. */
export function addOrg(w: World, caller: string, orgId: string, ...rest: [...NodeArgs, account: string]): Verdict {
  const account = rest[4];
  const node = rest.slice(0, 4) as NodeArgs;
  return {
    against: [
      ...notProposing(w, caller, Op.ADD_ORG, formerSubject(w, orgId, node[0], account)),
      ...badName(orgId),
      ...when(orgOf(w, orgId) !== undefined, "OrgExists", orgId),
      ...badNode(w, node),
      ...notForTaking(w, nodeOf(w, node[0])),
      ...notObtainable(w, account),
      ...about(accountOf(w, account), ({ proposal }) => when(proposal !== 0, "SubjectHasProposal", proposal)),
      ...guardianAccount(w, account),
    ],
    happens: () => {
      const org = recordOrg(w, orgId, undefined, OrgStatus.PROPOSED);
      const role = prepareOrgAdminRole(w, org);
      const [first, wanted] = wantNode(w, org, node[0], addressIn(node));
      const admin = recordAccount(w, account);
      // Rule 6: what another organisation has stays with it until the vote has passed.
      const isFree = admin.status === AccountStatus.NONE;
      if (isFree) Object.assign(admin, given(role, true), { org, status: AccountStatus.PROPOSED });
      const marked = [orgEvent("OrgPendingApproval", org), wanted, ...(isFree ? [roleEvent(admin)] : [])];
      return [...marked, ...propose(w, caller, Op.ADD_ORG, { org, node: first, role, account: admin })];
    },
  };
}

/** What was proposed under these names before, as far as there was anything. */
function formerSubject(w: World, orgId: string, enodeId: string, address: string): Subject {
  const org = w.orgs.find(({ id }) => id === orgId);
  const account = w.accounts.find((known) => known.address === address);
  return { org, role: roleIn(w, w.policy?.orgAdmin ?? "", org), node: nodeOf(w, enodeId), account };
}

/** What keeps a vote from taking a node from its organisation. */
function notForTaking(w: World, node: Node | undefined): Refusal[] {
  if (node === undefined || node.free) return [];
  const { enodeId, org, proposal } = node;
  return [
    ...when(isAdminOrg(w, org), "NodeByVoteOnly", enodeId),
    ...when(proposal !== 0, "SubjectHasProposal", proposal),
  ];
}

/** The node that is proposed with an organisation. One of another organisation stays there until the vote has passed. */
function wantNode(w: World, org: Org, enodeId: string, address: Address): [Node, Happening] {
  const claimed = nodeOf(w, enodeId);
  if (claimed?.free === false) {
    claimed.proposed = address;
    return [claimed, nodeEvent("NodeAddressProposed", { enodeId, org }, address)];
  }
  const first = recordNode(w, org, enodeId, address, NodeStatus.PROPOSED);
  return [first, nodeEvent("NodeProposed", first, first)];
}

export function approveOrg(w: World, caller: string, orgId: string, ...rest: [...NodeArgs, account: string]): Verdict {
  const org = orgOf(w, orgId);
  const [enodeId] = rest;
  const named = { op: Op.ADD_ORG, org, node: nodeOf(w, enodeId), account: accountOf(w, rest[4]) };
  const node = rest.slice(0, 4) as NodeArgs;
  const others = [...unknownOrg(w, orgId), ...proposedNodeDiffers(w, orgId, enodeId, addressIn(node))];
  return approve(w, caller, org?.proposal ?? 0, named, others);
}

/** A node that is still another organisation's is named with the address that is proposed for it. */
function proposedNodeDiffers(w: World, orgId: string, enodeId: string, given: Address): Refusal[] {
  const [node, org] = [nodeOf(w, enodeId), orgOf(w, orgId)];
  const isWanted = node?.free === false && node.org !== org && org?.proposal !== 0 && node.proposal === org?.proposal;
  return isWanted ? addressDiffers(enodeId, node.proposed, given) : nodeDiffers(w, orgId, enodeId, given);
}

/** Adds a sub-organisation, with a node if one is named. */
export function addSubOrg(w: World, caller: string, parentId: string, name: string, ...node: NodeArgs): Verdict {
  const parent = orgOf(w, parentId);
  const id = `${parentId}.${name}`;
  const [enodeId] = node;
  const { breadth, depth } = w.limits ?? { breadth: 0n, depth: 0n };
  return {
    against: [
      ...notActing(w, caller, parentId, Op.ADD_SUB_ORG),
      ...(enodeId === "" ? [] : notByHand(w, caller, Op.ADD_NODE)),
      ...badName(name),
      ...when(orgOf(w, id) !== undefined, "OrgExists", id),
      ...about(parent, (org) => when(BigInt(org.level) >= depth, "OrgTooDeep", parentId, org.level, depth)),
      ...about(parent, (org) => {
        const subs = BigInt(subOrgsOf(w, org).length);
        return when(subs >= breadth, "OrgTooBroad", parentId, subs, breadth);
      }),
      ...atLimit(w, Setting.SUB_ORGS, parent),
      // The node is the new organisation's: the limit names that one.
      ...(enodeId === "" || parent === undefined
        ? []
        : [
            ...badNode(w, node),
            ...nodeTaken(w, enodeId),
            ...nodeLost(w, parent, enodeId, id),
            ...atLimit(w, Setting.NODES, { ...parent, id }),
          ]),
    ],
    happens: () => {
      const org = recordOrg(w, name, parent, OrgStatus.APPROVED);
      countOne(w, Setting.SUB_ORGS, org);
      if (enodeId !== "") countOne(w, Setting.NODES, org);
      const added = orgEvent("OrgApproved", org);
      if (enodeId === "") return [added];
      const first = recordNode(w, org, enodeId, addressIn(node), NodeStatus.APPROVED);
      return [added, nodeEvent("NodeApproved", first, first)];
    },
  };
}

function badNode(w: World, node: NodeArgs): Refusal[] {
  const [enodeId] = node;
  return [...badEnodeId(enodeId), ...badAddress(w, addressIn(node))];
}

/** Rule 23: only what a vote has given, or may give, keeps an account from a newcomer. */
export function notObtainable(w: World, address: string): Refusal[] {
  return [
    ...when(address === NOBODY, "ZeroAddress"),
    ...about(accountOf(w, address), ({ byVote, status }) => when(byVote, "AccountInUse", address, status)),
  ];
}

/** The record of an account; one that had become free again gets its old place in the list. */
export function recordAccount(w: World, address: string): Account {
  const former = recordedAccount(w, address);
  if (former !== undefined) return former;
  const index = w.accounts.length + 1;
  const nothing = {
    status: AccountStatus.NONE,
    org: undefined,
    ...NO_ROLE,
    proposal: 0,
    lostBy: undefined,
    hold: NEVER_HELD,
  };
  const account: Account = { index, address, ...nothing };
  w.accounts.push(account);
  return account;
}

/** One that was not approved gets its old place in the list. */
export function recordOrg(w: World, name: string, parent: Org | undefined, status: bigint): Org {
  const id = parent === undefined ? name : `${parent.id}.${name}`;
  const former = w.orgs.find((org) => org.id === id);
  if (former !== undefined) return Object.assign(former, { status, recorded: status });
  const level = (parent?.level ?? 0) + 1;
  const org: Org = {
    index: w.orgs.length + 1,
    name,
    id,
    parent,
    level,
    status,
    recorded: status,
    suspendedUntil: 0n,
    proposal: 0,
    admin: undefined,
    hold: NEVER_HELD,
  };
  w.orgs.push(org);
  return org;
}

/* SUSPENSION */

/** Which status an action leads away from, and to. */
const TURNS = new Map<bigint, { op: bigint; from: bigint; via: bigint }>([
  [Action.SUSPEND, { op: Op.SUSPEND_ORG, from: OrgStatus.APPROVED, via: OrgStatus.SUSPENSION_PROPOSED }],
  [Action.ACTIVATE, { op: Op.RESTORE_ORG, from: OrgStatus.SUSPENDED, via: OrgStatus.RESTORATION_PROPOSED }],
]);

export function updateOrgStatus(w: World, caller: string, orgId: string, action: bigint): Verdict {
  const org = orgOf(w, orgId);
  const way = TURNS.get(action);
  const ops: readonly bigint[] = way === undefined ? [Op.SUSPEND_ORG, Op.RESTORE_ORG] : [way.op];
  return {
    against: [
      ...unknownOrg(w, orgId),
      ...ops.flatMap((op) => notProposing(w, caller, op, { org }, org?.proposal)),
      ...badAction(action),
      ...about(org, (known) => [
        ...when(isAdminOrg(w, known), "AdminOrgNotAllowed", orgId),
        ...when(known.parent !== undefined, "OrgNotTopLevel", orgId),
        ...when(known.status !== way?.from, "OrgStatusNotAllowed", orgId, known.status, action),
      ]),
    ],
    happens: () => {
      if (org === undefined || way === undefined) return [];
      return [...propose(w, caller, way.op, { org }), turn(org, way.via)];
    },
  };
}

/** Suspends an organisation until a time, or says when its suspension ends. */
export function suspendOrgUntil(w: World, caller: string, orgId: string, until: bigint): Verdict {
  const org = orgOf(w, orgId);
  const from: readonly bigint[] = [OrgStatus.APPROVED, OrgStatus.SUSPENDED];
  return {
    against: [
      ...unknownOrg(w, orgId),
      ...notProposing(w, caller, Op.SUSPEND_ORG_UNTIL, { org }, org?.proposal),
      ...when(until === 0n, "EndNotAllowed", until),
      ...badEnd(w, until),
      ...about(org, (known) => [
        ...when(isAdminOrg(w, known), "AdminOrgNotAllowed", orgId),
        ...when(known.parent !== undefined, "OrgNotTopLevel", orgId),
        ...when(!from.includes(known.status), "OrgStatusNotAllowed", orgId, known.status, Action.SUSPEND),
        ...when(known.status === OrgStatus.SUSPENDED && known.suspendedUntil === until, "NothingChanges"),
      ]),
    ],
    happens: () => {
      if (org === undefined) return [];
      const via = isOpen(org) ? OrgStatus.SUSPENSION_PROPOSED : OrgStatus.SUSPENDED;
      return [...propose(w, caller, Op.SUSPEND_ORG_UNTIL, { org, until }), turn(org, via)];
    },
  };
}

/** Records that a suspension has ended. */
export function endSuspension(w: World, _: string, orgId: string): Verdict {
  const org = orgOf(w, orgId);
  return {
    against: [
      ...unknownOrg(w, orgId),
      ...about(org, (known) => [
        ...when(known.suspendedUntil === 0n, "NothingChanges"),
        ...when(!isOpen(known), "SuspensionLasts", orgId, known.suspendedUntil),
      ]),
    ],
    happens: () => (org === undefined ? [] : [turn(org, OrgStatus.APPROVED)]),
  };
}

export function approveOrgStatus(w: World, caller: string, orgId: string, action: bigint): Verdict {
  const org = orgOf(w, orgId);
  const op = TURNS.get(action)?.op ?? Op.NONE;
  return approve(w, caller, org?.proposal ?? 0, { op, org }, [...unknownOrg(w, orgId), ...badAction(action)]);
}

function badAction(action: bigint): Refusal[] {
  return when(!TURNS.has(action), "ActionNotAllowed", action);
}
