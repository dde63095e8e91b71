import { Action, NodeStatus, Op, Setting } from "../../data/codes.js";
import { badAddress, badEnodeId } from "./clean.js";
import { nodeEvent } from "./events.js";
import { atLimit, countOne } from "./limits.js";
import { approve, notProposing, propose } from "./proposals.js";
import { notAdminOf, unknownOrg } from "./standing.js";
import { about, type Refusal, type Verdict, when } from "./verdict.js";
import { nodeOf, orgOf } from "./lookup.js";
import type { Address, Node, Org, World } from "./world.js";

export type NodeArgs = [enodeId: string, ip: string, port: number, raftPort: number];

export const addressIn = ([, ip, port, raftPort]: NodeArgs): Address => ({ ip, port, raftPort });

/* RECORDS */

export function nodeTaken(w: World, enodeId: string): Refusal[] {
  return when(nodeOf(w, enodeId)?.free === false, "NodeExists", enodeId);
}

/** A free node keeps its place in the list. */
export function recordNode(w: World, org: Org, enodeId: string, address: Address, status: bigint): Node {
  const former = nodeOf(w, enodeId);
  if (former !== undefined) return Object.assign(former, address, { org, status, free: false });
  const node: Node = { index: w.nodes.length + 1, enodeId, ...address, org, status, free: false, proposal: 0 };
  w.nodes.push(node);
  return node;
}

/** What speaks against naming a node of an organisation. */
function notItsNode(w: World, orgId: string, enodeId: string): Refusal[] {
  const node = nodeOf(w, enodeId);
  return [
    ...when(node === undefined || node.free, "NodeUnknown", enodeId),
    ...when(node !== undefined && (node.free || node.org.id !== orgId), "NodeOfOtherOrg", enodeId, orgId),
  ];
}

/** The same for one that is named with its address; a Raft port of 0 is any. */
export function nodeDiffers(w: World, orgId: string, enodeId: string, given: Address): Refusal[] {
  const { ip, port, raftPort } = given;
  return [
    ...notItsNode(w, orgId, enodeId),
    ...about(nodeOf(w, enodeId), (node) => {
      const same = node.ip === ip && node.port === port && (raftPort === 0 || node.raftPort === raftPort);
      return when(!same, "NodeAddressDiffers", enodeId, ip, port, raftPort);
    }),
  ];
}

/* BY AN ORGANISATION'S ADMIN */

export function addNode(w: World, caller: string, orgId: string, ...node: NodeArgs): Verdict {
  const [enodeId] = node;
  const org = orgOf(w, orgId);
  return {
    against: [
      ...notAdminOf(w, caller, orgId),
      ...badEnodeId(enodeId),
      ...badAddress(w, addressIn(node)),
      ...nodeTaken(w, enodeId),
      ...atLimit(w, Setting.NODES, org),
    ],
    happens: () => {
      if (org === undefined) return [];
      countOne(w, Setting.NODES, org);
      const added = recordNode(w, org, enodeId, addressIn(node), NodeStatus.APPROVED);
      return [nodeEvent("NodeApproved", added, added)];
    },
  };
}

/** Rule 4: which status an action leads to, from which ones. */
const MOVES: readonly { action: bigint; from: readonly bigint[]; to: bigint; event: string }[] = [
  { action: Action.SUSPEND, from: [NodeStatus.APPROVED], to: NodeStatus.DEACTIVATED, event: "NodeDeactivated" },
  { action: Action.ACTIVATE, from: [NodeStatus.DEACTIVATED], to: NodeStatus.APPROVED, event: "NodeActivated" },
  {
    action: Action.BLACKLIST,
    from: [NodeStatus.APPROVED, NodeStatus.DEACTIVATED],
    to: NodeStatus.BLACKLISTED,
    event: "NodeBlacklisted",
  },
];

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
      ...notAdminOf(w, caller, orgId, action !== Action.ACTIVATE),
      ...nodeDiffers(w, orgId, enodeId, { ip, port, raftPort }),
      ...when(move === undefined, "ActionNotAllowed", action),
      ...about(node, ({ status }) =>
        when(move?.from.includes(status) !== true, "NodeStatusNotAllowed", enodeId, status, action),
      ),
    ],
    happens: () => {
      if (node === undefined || move === undefined) return [];
      node.status = move.to;
      return [nodeEvent(move.event, node, node)];
    },
  };
}

export function changeNodeAddress(w: World, caller: string, orgId: string, ...rest: NodeArgs): Verdict {
  const [enodeId] = rest;
  const next = addressIn(rest);
  const node = nodeOf(w, enodeId);
  return {
    against: [
      ...notAdminOf(w, caller, orgId),
      ...notItsNode(w, orgId, enodeId),
      ...badAddress(w, next),
      ...about(node, ({ ip, port, raftPort, status }) => [
        ...when(ip === next.ip && port === next.port && raftPort === next.raftPort, "NothingChanges"),
        ...when(
          status !== NodeStatus.APPROVED && status !== NodeStatus.DEACTIVATED,
          "NodeStatusNotAllowed",
          enodeId,
          status,
          0n,
        ),
      ]),
      ...atLimit(w, Setting.MOVES, orgOf(w, orgId)),
    ],
    happens: () => {
      if (node === undefined) return [];
      countOne(w, Setting.MOVES, node.org);
      const { ip, port, raftPort, status } = node;
      Object.assign(node, next);
      const gone = nodeEvent("NodeDeactivated", node, { ip, port, raftPort });
      const deactivated = status === NodeStatus.DEACTIVATED;
      return [gone, nodeEvent(deactivated ? "NodeDeactivated" : "NodeActivated", node, node)];
    },
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
