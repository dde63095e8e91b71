import { Action, NodeChange, NodeStatus, Op, Setting } from "../../data/codes.js";
import { badAddress, badEnodeId } from "./clean.js";
import { badEnd } from "./ends.js";
import { nodeEvent } from "./events.js";
import { atLimit, countOne } from "./limits.js";
import { freeNode, moveNode, MOVES } from "./outcomes.js";
import { approve, notProposing, propose } from "./proposals.js";
import { notActing, notByHand } from "./acting.js";
import { unknownOrg } from "./standing.js";
import { about, type Refusal, type Verdict, when } from "./verdict.js";
import { adminOrgId, isAdminOrg, isLostBy, nodeOf, orgOf } from "./lookup.js";
import { type Address, NEVER_HELD, type Node, type Org, type World } from "./world.js";

export type NodeArgs = [enodeId: string, ip: string, port: number, raftPort: number];

export const addressIn = ([, ip, port, raftPort]: NodeArgs): Address => ({ ip, port, raftPort });

/* RECORDS */

export function nodeTaken(w: World, enodeId: string): Refusal[] {
  return when(nodeOf(w, enodeId)?.free === false, "NodeExists", enodeId);
}

/** Rule 23: a free node that a vote has taken from the organisation does not come back to it by hand. */
export function nodeLost(w: World, org: Org | undefined, enodeId: string, orgId: string): Refusal[] {
  const node = nodeOf(w, enodeId);
  return when(node?.free === true && isLostBy(org, node.lostBy), "NodeLostByVote", enodeId, orgId);
}

/** A free node keeps its place in the list. */
export function recordNode(w: World, org: Org, enodeId: string, address: Address, status: bigint): Node {
  const former = nodeOf(w, enodeId);
  if (former !== undefined) return Object.assign(former, address, { org, status, free: false });
  const node: Node = {
    index: w.nodes.length + 1,
    enodeId,
    ...address,
    org,
    status,
    free: false,
    proposal: 0,
    endsAt: 0n,
    proposed: undefined,
    lostBy: undefined,
    hold: NEVER_HELD,
  };
  w.nodes.push(node);
  return node;
}

/** What speaks against naming a node of an organisation. */
export function notItsNode(w: World, orgId: string, enodeId: string): Refusal[] {
  const node = nodeOf(w, enodeId);
  return [
    ...when(node === undefined || node.free, "NodeUnknown", enodeId),
    ...when(node !== undefined && (node.free || node.org.id !== orgId), "NodeOfOtherOrg", enodeId, orgId),
  ];
}

/** The same for one that is named with its address; a Raft port of 0 is any. */
export function nodeDiffers(w: World, orgId: string, enodeId: string, given: Address): Refusal[] {
  return [
    ...notItsNode(w, orgId, enodeId),
    ...about(nodeOf(w, enodeId), (node) => addressDiffers(enodeId, node, given)),
  ];
}

export function addressDiffers(enodeId: string, known: Address | undefined, given: Address): Refusal[] {
  const { ip, port, raftPort } = given;
  const same = known?.ip === ip && known.port === port && (raftPort === 0 || known.raftPort === raftPort);
  return when(!same, "NodeAddressDiffers", enodeId, ip, port, raftPort);
}

/* BY AN ORGANISATION'S ADMIN */

export function addNode(w: World, caller: string, orgId: string, ...node: NodeArgs): Verdict {
  const [enodeId] = node;
  const org = orgOf(w, orgId);
  return {
    against: [
      ...notActing(w, caller, orgId, Op.ADD_NODE),
      ...badEnodeId(enodeId),
      ...badAddress(w, addressIn(node)),
      ...nodeTaken(w, enodeId),
      ...atLimit(w, Setting.NODES, org),
      ...nodeLost(w, org, enodeId, orgId),
    ],
    happens: () => {
      if (org === undefined) return [];
      countOne(w, Setting.NODES, org);
      const added = recordNode(w, org, enodeId, addressIn(node), NodeStatus.APPROVED);
      return [nodeEvent("NodeApproved", added, added)];
    },
  };
}

/** Adds a node until a time, or gives a node of the organisation another end. Network admins send through the nodes of the
 *  admin organisation, which have none. */
export function addNodeUntil(w: World, caller: string, orgId: string, ...rest: [...NodeArgs, until: bigint]): Verdict {
  const [enodeId, ip, port, raftPort, until] = rest;
  const org = orgOf(w, orgId);
  const node = nodeOf(w, enodeId);
  const isOwn = org !== undefined && node?.free === false && node.org === org;
  const { against, happens } = isOwn
    ? prolong(w, caller, node, { ip, port, raftPort }, until)
    : addNode(w, caller, orgId, enodeId, ip, port, raftPort);
  return {
    against: [
      ...against,
      ...when(org !== undefined && isAdminOrg(w, org), "NodeByVoteOnly", enodeId),
      ...badEnd(w, until),
    ],
    happens: () => {
      const added = happens();
      const given = nodeOf(w, enodeId);
      if (given === undefined || (!isOwn && until === 0n)) return added;
      given.endsAt = until;
      return [...added, ["NodeManager", "NodeEnds", enodeId, orgId, until]];
    },
  };
}

function prolong(w: World, caller: string, node: Node, address: Address, until: bigint): Verdict {
  return {
    against: [
      ...notActing(w, caller, node.org.id, Op.ADD_NODE),
      ...addressDiffers(node.enodeId, node, address),
      ...notInUse(node),
      ...when(node.endsAt === until, "NothingChanges"),
    ],
    happens: () => [],
  };
}

export function updateNodeStatus(
  w: World,
  caller: string,
  orgId: string,
  ...rest: [...NodeArgs, action: bigint]
): Verdict {
  const [enodeId, ip, port, raftPort, action] = rest;
  const node = nodeOf(w, enodeId);
  const move = MOVES.find((candidate) => candidate.action === action);
  return {
    against: [
      ...notActing(w, caller, orgId, byHandOr(w, orgId, Op.SET_NODE_STATUS), action !== Action.ACTIVATE),
      ...nodeDiffers(w, orgId, enodeId, { ip, port, raftPort }),
      ...when(move === undefined, "ActionNotAllowed", action),
      ...about(node, ({ status }) =>
        when(move?.from.includes(status) !== true, "NodeStatusNotAllowed", enodeId, status, action),
      ),
      ...notChanging(w, caller, orgId, node),
    ],
    happens: () => {
      if (node === undefined || move === undefined) return [];
      if (isAdminOrg(w, node.org)) return propose(w, caller, Op.CHANGE_NODE, { org: node.org, node, change: action });
      node.status = move.to;
      return [nodeEvent(move.event, node, node)];
    },
  };
}

/** The operation, or the vote on the nodes of the admin organisation. */
export function byHandOr(w: World, orgId: unknown, op: bigint): bigint {
  return orgId === adminOrgId(w) ? Op.CHANGE_NODE : op;
}

/** Rule 22: a node of the admin organisation changes by vote, which a network admin proposes. */
function notChanging(w: World, caller: string, orgId: string, node: Node | undefined): Refusal[] {
  const org = orgOf(w, orgId);
  const isGovernments = org !== undefined && isAdminOrg(w, org);
  return isGovernments ? notProposing(w, caller, Op.CHANGE_NODE, { org, node }, node?.proposal) : [];
}

const isInUse = ({ status }: Node): boolean => status === NodeStatus.APPROVED || status === NodeStatus.DEACTIVATED;

export function changeNodeAddress(w: World, caller: string, orgId: string, ...rest: NodeArgs): Verdict {
  const [enodeId] = rest;
  const next = addressIn(rest);
  const node = nodeOf(w, enodeId);
  return {
    against: [
      ...notActing(w, caller, orgId, byHandOr(w, orgId, Op.MOVE_NODE)),
      ...notItsNode(w, orgId, enodeId),
      ...badAddress(w, next),
      ...about(node, ({ ip, port, raftPort }) =>
        when(ip === next.ip && port === next.port && raftPort === next.raftPort, "NothingChanges"),
      ),
      ...notInUse(node),
      ...notChanging(w, caller, orgId, node),
      ...(node !== undefined && isAdminOrg(w, node.org) ? [] : atLimit(w, Setting.MOVES, orgOf(w, orgId))),
    ],
    happens: () => {
      if (node === undefined) return [];
      const { org } = node;
      if (!isAdminOrg(w, org)) {
        countOne(w, Setting.MOVES, org);
        return moveNode(node, next);
      }
      const opened = propose(w, caller, Op.CHANGE_NODE, { org, node, change: NodeChange.MOVE });
      node.proposed = next;
      return [...opened, nodeEvent("NodeAddressProposed", node, next)];
    },
  };
}

function notInUse(node: Node | undefined): Refusal[] {
  return about(node, (known) => when(!isInUse(known), "NodeStatusNotAllowed", known.enodeId, known.status, 0n));
}

/* RELEASE */

/** Rule 23: an organisation's admin lets a node go. */
export function releaseNode(w: World, caller: string, orgId: string, enodeId: string): Verdict {
  const [node, org] = [nodeOf(w, enodeId), orgOf(w, orgId)];
  return {
    against: [
      ...notActing(w, caller, orgId, Op.LET_GO, true),
      ...when(org !== undefined && isAdminOrg(w, org), "NodeByVoteOnly", enodeId),
      ...notItsNode(w, orgId, enodeId),
      ...about(node, ({ proposal }) => when(proposal !== 0, "SubjectHasProposal", proposal)),
      ...notInUse(node),
      ...(node?.status === NodeStatus.DEACTIVATED ? notByHand(w, caller, Op.SET_NODE_STATUS) : []),
    ],
    happens: () => (node === undefined ? [] : freeNode(node)),
  };
}

/** Rule 23: a vote takes a node from its organisation. */
export function proposeNodeRelease(w: World, caller: string, orgId: string, enodeId: string): Verdict {
  const node = nodeOf(w, enodeId);
  return {
    against: [
      ...notProposing(w, caller, Op.RELEASE, { org: node?.org, node }, node?.proposal),
      ...unknownOrg(w, orgId),
      ...notItsNode(w, orgId, enodeId),
    ],
    happens: () => propose(w, caller, Op.RELEASE, { org: node?.org, node }),
  };
}

/* RECOVERY */

export function startBlacklistedNodeRecovery(w: World, caller: string, orgId: string, ...rest: NodeArgs): Verdict {
  const [enodeId] = rest;
  const node = nodeOf(w, enodeId);
  return {
    against: [
      ...notProposing(w, caller, Op.RECOVER_NODE, { org: node?.org, node }, node?.proposal),
      ...unknownOrg(w, orgId),
      ...nodeDiffers(w, orgId, enodeId, addressIn(rest)),
      ...about(node, ({ status }) =>
        when(status !== NodeStatus.BLACKLISTED, "NodeStatusNotAllowed", enodeId, status, 0n),
      ),
    ],
    happens: () => {
      if (node === undefined) return [];
      const opened = propose(w, caller, Op.RECOVER_NODE, { org: node.org, node });
      node.status = NodeStatus.RECOVERY_PROPOSED;
      return [...opened, nodeEvent("NodeRecoveryInitiated", node, node)];
    },
  };
}

export function approveBlacklistedNodeRecovery(w: World, caller: string, orgId: string, ...rest: NodeArgs): Verdict {
  const [enodeId] = rest;
  const node = nodeOf(w, enodeId);
  const others = [...unknownOrg(w, orgId), ...nodeDiffers(w, orgId, enodeId, addressIn(rest))];
  return approve(w, caller, node?.proposal ?? 0, { op: Op.RECOVER_NODE, node, org: orgOf(w, orgId) }, others);
}
