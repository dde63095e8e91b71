import { AccountStatus, Action, NodeChange, NodeStatus, Op, OrgStatus, Setting, State } from "../../data/codes.js";
import { nodeEvent, roleCreated, roleEvent, statusEvent, voterEvent } from "./events.js";
import { impose, mayImpose } from "./holding.js";
import { isLimit, managerOf, setOwnLimit, valueOf } from "./limits.js";
import { lineOf, ultimateOf } from "./lookup.js";
import { wordOf } from "./rule-word.js";
import { locksRules, mayBePolicy } from "./rule-limits.js";
import { electorate, given, isNetworkAdmin } from "./standing.js";
import { turn, turnBack } from "./suspensions.js";
import type { Happening } from "./verdict.js";
import {
  type Account,
  type Address,
  type NewSetting,
  NO_ROLE,
  type Node,
  type Org,
  type Proposal,
  type Role,
  type Rule,
  type World,
} from "./world.js";

/** Whether what was proposed can still be done when its votes have been counted. */
export function isPossible(w: World, proposal: Proposal): boolean {
  const { op, role, account, setting, generation } = proposal;
  switch (op) {
    case Op.ASSIGN_ADMIN:
      return role?.active === true && role.generation === generation;
    case Op.REMOVE_ADMIN:
      return account !== undefined && mayBeUnmade(w, account);
    case Op.CHANGE_RULE:
      return maySet(w, setting as Rule);
    case Op.EMERGENCY:
      return mayImpose(w, proposal);
    case Op.SUSPEND_ORG_UNTIL:
      return proposal.until > w.now;
    case Op.CHANGE_SETTING: {
      const { setting: name, org, value } = setting as NewSetting;
      return valueOf(w, name, org) !== value;
    }
    default:
      return true;
  }
}

function maySet(w: World, rule: Rule): boolean {
  const { terms } = rule;
  return !isRule(w, rule) && !locksRules(w, rule) && (terms === undefined || mayBePolicy(w, rule, terms));
}

/** Whether an operation is decided by this very rule. */
export function isRule(w: World, rule: Rule): boolean {
  const present = w.rules[Number(rule.op)];
  return present !== undefined && wordOf(present) === wordOf(rule);
}

/** In good standing, as far as it has any. */
export function mayBecomeAdmin({ status }: Account): boolean {
  return status === AccountStatus.ACTIVE || status === AccountStatus.REVOKED;
}

/** Not voted out already, nor blacklisted, from which it comes back by vote only. */
export function mayBeRemoved({ status }: Account): boolean {
  return status === AccountStatus.ACTIVE || status === AccountStatus.SUSPENDED;
}

/** Rule 3: one network admin stays. */
function mayBeUnmade(w: World, account: Account): boolean {
  return mayBeRemoved(account) && (!isNetworkAdmin(w, account.address) || electorate(w) > 1n);
}

/** What an approved proposal brings about. */
export function carryOut(w: World, proposal: Proposal): Happening[] {
  const { op, org, node, role, account, setting } = proposal;
  switch (op) {
    case Op.ADD_ORG:
      return found(proposal);
    case Op.SUSPEND_ORG:
      return org === undefined ? [] : [turn(org, OrgStatus.SUSPENDED)];
    case Op.RESTORE_ORG:
      return org === undefined ? [] : [turn(org, OrgStatus.APPROVED)];
    case Op.SUSPEND_ORG_UNTIL:
      return org === undefined ? [] : suspendUntil(org, proposal.until);
    case Op.ASSIGN_ADMIN:
      return org === undefined || role === undefined || account === undefined ? [] : appoint(w, org, role, account);
    case Op.REMOVE_ADMIN:
      return account === undefined ? [] : unmake(w, account);
    case Op.RECOVER_NODE:
      if (node === undefined) return [];
      node.status = NodeStatus.APPROVED;
      return [nodeEvent("NodeRecoveryCompleted", node, node)];
    case Op.RECOVER_ACCOUNT:
      if (account === undefined) return [];
      account.status = account.role === undefined ? AccountStatus.REVOKED : AccountStatus.ACTIVE;
      return [statusEvent(account, account.org)];
    case Op.CHANGE_RULE:
      return [setRule(w, setting as Rule)];
    case Op.EMERGENCY:
      return impose(w, proposal);
    case Op.CHANGE_NODE:
      return node === undefined ? [] : changeNode(node, proposal.change);
    case Op.RELEASE:
      return node === undefined ? (account === undefined ? [] : [release(account, true)]) : freeNode(node, true);
    default:
      return [set(w, setting as NewSetting)];
  }
}

function suspendUntil(org: Org, until: bigint): Happening[] {
  const suspended = turn(org, OrgStatus.SUSPENDED);
  org.suspendedUntil = until;
  return [suspended, ["OrgManager", "OrgSuspensionEnds", org.id, until]];
}

/** The organisation joins with its role, its node and its admin. */
function found({ org, node, role, account }: Proposal): Happening[] {
  if (org === undefined || node === undefined || role === undefined || account === undefined) return [];
  const joined = turn(org, OrgStatus.APPROVED);
  role.active = true;
  const gone = node.org === org ? [] : leave(node);
  if (node.org !== org)
    Object.assign(node, node.proposed, { org, proposed: undefined, endsAt: 0n, lostBy: ultimateOf(node.org) });
  node.status = NodeStatus.APPROVED;
  Object.assign(account, given(role, true), { org, status: AccountStatus.ACTIVE, lostBy: loserOf(account, org) });
  org.admin = account;
  return [joined, roleCreated(role), ...gone, nodeEvent("NodeApproved", node, node), roleEvent(account)];
}

/* RULES 22 AND 23: WHAT ORGANISATIONS HAVE */

/** The organisation at the top that has lost the account when it becomes one of `org`. */
function loserOf({ org: former, lostBy }: Account, org: Org): Org | undefined {
  const isLost = former !== undefined && ultimateOf(former) !== ultimateOf(org);
  return isLost ? ultimateOf(former) : lostBy;
}

/** What nodes hear of a node that its organisation has no more. */
function leave(node: Node): Happening[] {
  const isDisallowed = node.status === NodeStatus.BLACKLISTED;
  return [
    ...(isDisallowed ? [nodeEvent("NodeRecoveryCompleted", node, node)] : []),
    nodeEvent("NodeDeactivated", node, node),
  ];
}

export function freeNode(node: Node, byVote = false): Happening[] {
  const gone = leave(node);
  Object.assign(node, { status: NodeStatus.DEACTIVATED, free: true, endsAt: 0n });
  if (byVote) node.lostBy = ultimateOf(node.org);
  return gone;
}

export function moveNode(node: Node, next: Address): Happening[] {
  const gone = nodeEvent("NodeDeactivated", node, node);
  Object.assign(node, next);
  const deactivated = node.status === NodeStatus.DEACTIVATED;
  return [gone, nodeEvent(deactivated ? "NodeDeactivated" : "NodeActivated", node, node)];
}

/** Rule 4: which status an action leads to, from which ones. */
export const MOVES: readonly { action: bigint; from: readonly bigint[]; to: bigint; event: string }[] = [
  { action: Action.SUSPEND, from: [NodeStatus.APPROVED], to: NodeStatus.DEACTIVATED, event: "NodeDeactivated" },
  { action: Action.ACTIVATE, from: [NodeStatus.DEACTIVATED], to: NodeStatus.APPROVED, event: "NodeActivated" },
  {
    action: Action.BLACKLIST,
    from: [NodeStatus.APPROVED, NodeStatus.DEACTIVATED],
    to: NodeStatus.BLACKLISTED,
    event: "NodeBlacklisted",
  },
];

function changeNode(node: Node, change: bigint): Happening[] {
  const { proposed } = node;
  node.proposed = undefined;
  if (change === NodeChange.MOVE && proposed !== undefined) return moveNode(node, proposed);
  const move = MOVES.find(({ action }) => action === change);
  if (move === undefined) return [];
  node.status = move.to;
  return [nodeEvent(move.event, node, node)];
}

/* ADMINS AND SETTINGS */

/** An organisation's admin takes the place of the one before. */
function appoint(w: World, org: Org, role: Role, account: Account): Happening[] {
  Object.assign(account, given(role, true), { org, status: AccountStatus.ACTIVE, lostBy: loserOf(account, org) });
  if (role.kind === "network admin") return [roleEvent(account), admit(w, account.address)];
  if (role.kind === "custom") return [roleEvent(account)];
  const former = org.admin;
  const replaced = former === undefined ? [] : unmake(w, former);
  org.admin = account;
  return [roleEvent(account), ...replaced];
}

export function admit(w: World, address: string): Happening {
  const former = w.voters.find((voter) => voter.address === address);
  if (former === undefined) w.voters.push({ address, active: true, term: 0n });
  else former.active = true;
  return voterEvent(w, "VoterAdded", address);
}

/** Rule 21: what was given by hand there, or below, ends as well. */
function unmake(w: World, account: Account): Happening[] {
  const left = account.role?.kind === "network admin" ? [dismiss(w, account.address)] : [];
  for (const other of w.accounts) {
    const isBelow = other.org !== undefined && account.org !== undefined && lineOf(other.org).includes(account.org);
    if (isBelow && other.admin && !other.byVote) other.ended = true;
  }
  if (account.org?.admin === account) account.org.admin = undefined;
  Object.assign(account, NO_ROLE, { status: AccountStatus.REVOKED });
  return [roleEvent(account), ...left];
}

/** Rule 9: votes of an admin who has left no longer count. */
function dismiss(w: World, address: string): Happening {
  const voter = w.voters.find((candidate) => candidate.address === address);
  w.departures += 1n;
  if (voter !== undefined) Object.assign(voter, { active: false, term: w.departures });
  for (const proposal of w.proposals) takeOff(proposal, address);
  return voterEvent(w, "VoterDeleted", address);
}

function takeOff({ state, votes, gone }: Proposal, address: string): void {
  const support = votes.get(address);
  if (state === State.PASSED && support !== undefined) gone.set(address, support);
  if (state === State.PASSED || state === State.OPEN) votes.delete(address);
}

/** What is set, at the boot or by vote. */
export function set(w: World, { setting, org, value }: NewSetting): Happening {
  if (org === undefined) w.settings.set(setting, value);
  else setOwnLimit(w, setting, org, value);
  if (setting === Setting.WEIGHT) return ["OrgManager", "OrgWeightChanged", org?.id ?? "", value];
  if (isLimit(setting)) return [managerOf(setting), "LimitChanged", setting, org?.id ?? "", value];
  if (setting === Setting.DEPLOYING) return ["ContractManager", "DeployingChanged", org?.id ?? "", value];
  if (setting === Setting.REGISTERED_ONLY) return ["ContractManager", "RegisteredOnlyChanged", value === 1n];
  return ["NodeManager", setting === Setting.IP_CHECK ? "IpCheckChanged" : "HostNamesChanged", value === 1n];
}

function setRule(w: World, rule: Rule): Happening {
  const { op, kind, count, outOf } = rule;
  w.rules[Number(op)] = rule;
  if (op === Op.SUSPEND_ORG) w.rules[Number(Op.SUSPEND_ORG_UNTIL)] = { ...rule, op: Op.SUSPEND_ORG_UNTIL };
  return ["VoterManager", "RuleChanged", op, kind, count, outOf];
}

/** What a proposal that was not approved marked is as it was before. */
export function undo({ op, org, node, account }: Proposal): Happening[] {
  switch (op) {
    case Op.ADD_ORG:
      if (org === undefined || node === undefined || account === undefined) return [];
      node.proposed = undefined;
      return [
        turn(org, OrgStatus.NONE),
        ...(node.org === org ? freeNode(node) : []),
        ...(account.status === AccountStatus.PROPOSED ? [release(account)] : []),
      ];
    case Op.SUSPEND_ORG:
    case Op.RESTORE_ORG:
    case Op.SUSPEND_ORG_UNTIL:
      return org === undefined ? [] : [turnBack(org)];
    case Op.ASSIGN_ADMIN:
      return account?.status === AccountStatus.PROPOSED ? [release(account)] : [];
    case Op.CHANGE_NODE:
      if (node !== undefined) node.proposed = undefined;
      return [];
    case Op.RECOVER_NODE:
      if (node === undefined) return [];
      node.status = NodeStatus.BLACKLISTED;
      return [nodeEvent("NodeBlacklisted", node, node)];
    case Op.RECOVER_ACCOUNT:
      if (account === undefined) return [];
      account.status = AccountStatus.BLACKLISTED;
      return [statusEvent(account, account.org)];
    default:
      return [];
  }
}

/** An account is free again. */
export function release(account: Account, byVote = false): Happening {
  const { org } = account;
  if (byVote && org !== undefined) account.lostBy = ultimateOf(org);
  Object.assign(account, NO_ROLE, { status: AccountStatus.NONE, org: undefined });
  return statusEvent(account, org);
}
