import * as codes from "../../model/codes.js";
import { NodeStatus, OrgStatus } from "../../model/solidity-constants.js";
import { ROOM } from "../cache-use.js";
import type { DifferenceReason } from "./difference-reasons.js";
import type { OrgListEntry } from "./org-list.js";
import type { AccountEntry, NodeEntry, RoleEntry } from "./record-lists.js";

/** All that a node lists, or has to list. */
export interface Lists {
  organisations: readonly OrgListEntry[];
  nodes: readonly NodeEntry[];
  accounts: readonly AccountEntry[];
  roles: readonly RoleEntry[];
}

/** What the contracts hold. */
export interface ListsHeld extends Lists {
  /** The enode ids of nodes that an emergency measure holds, or held without a record of its end. */
  markedNodes: readonly string[];
  /** The full ids of organisations whose suspension has ended without a record of that. */
  returnedOrgs: readonly string[];
  /** The addresses, in lower case, of accounts whose role was given until a time and is in effect no more. */
  endedAccounts: readonly string[];
}

export const LIST_NAMES = ["organisations", "nodes", "accounts", "roles"] as const;

export type ListName = (typeof LIST_NAMES)[number];

/** Where a node's list and the contracts differ. */
export interface ListDifference {
  list: ListName;
  /** The full id of an organisation, an enode URL, an address, or an organisation and the name of a role. */
  subject: string;
  /** In words; null where it is not listed. */
  atNode: string | null;
  inContracts: string | null;
  /** Null where there is no known one. */
  reason: DifferenceReason | null;
}

/** How entries of one list are told apart, and what they say. */
interface Listed<Entry> {
  /** A node keeps nodes by organisation and URL. */
  key: (entry: Entry) => string;
  subject: (entry: Entry) => string;
  inWords: (entry: Entry) => string;
  /** Why a node lists `atNode` where the contracts hold `held`; one of them may be missing. */
  reason: (atNode: Entry | undefined, held: Entry | undefined, contracts: ListsHeld) => DifferenceReason | null;
}

/** Where the lists of a node differ from what the contracts hold. */
export function compareLists(atNode: Lists, contracts: ListsHeld): ListDifference[] {
  const told = withoutRaftPorts(atNode, atNode);
  const held = withoutRaftPorts(contracts, atNode);
  const compare = <Entry>(list: ListName, how: Listed<Entry>, listed: readonly Entry[], recorded: readonly Entry[]) =>
    differences(how, listed, recorded, held).map(({ reason, ...others }): ListDifference => {
      const isForgotten = others.atNode === null && recorded.length > ROOM[list];
      return { list, ...others, reason: isForgotten ? "cache-full" : reason };
    });
  return [
    ...compare("organisations", ORGANISATIONS, told.organisations, held.organisations),
    ...compare("nodes", NODES, told.nodes, held.nodes),
    ...compare("accounts", ACCOUNTS, told.accounts, held.accounts),
    ...compare("roles", ROLES, told.roles, held.roles),
  ];
}

function differences<Entry>(
  { key, subject, inWords, reason }: Listed<Entry>,
  listed: readonly Entry[],
  recorded: readonly Entry[],
  contracts: ListsHeld,
): Omit<ListDifference, "list">[] {
  const [atNode, held] = [listed, recorded].map((list) => new Map(list.map((each) => [key(each), each])));
  const words = (entry: Entry | undefined): string | null => (entry === undefined ? null : inWords(entry));
  return [...new Set([...recorded, ...listed].map(key))].flatMap((each) => {
    const [one, other] = [atNode?.get(each), held?.get(each)];
    const either = one ?? other;
    if (either === undefined || words(one) === words(other)) return [];
    const why = reason(one, other, contracts);
    return [{ subject: subject(either), atNode: words(one), inContracts: words(other), reason: why }];
  });
}

const ORGANISATIONS: Listed<OrgListEntry> = {
  key: ({ fullOrgId }) => fullOrgId,
  subject: ({ fullOrgId }) => fullOrgId,
  inWords: ({ status, parentOrgId, ultimateParent, level, subOrgList }) => {
    const place = parentOrgId === "" ? "" : `, below ${parentOrgId}`;
    const below = subOrgList === null ? "" : `, above ${[...subOrgList].sort().join(", ")}`;
    return `${codes.orgStatusName(status)}, level ${level}${place}, top ${ultimateParent}${below}`;
  },
  reason: (atNode, held, { returnedOrgs }) => {
    if (held === undefined) return atNode?.status === OrgStatus.NONE ? "voted-down" : null;
    if (atNode === undefined) return null;
    const isReturned = returnedOrgs.includes(held.fullOrgId) && atNode.status !== held.status;
    if (isReturned) return "suspension-ended";
    const all = held.subOrgList ?? [];
    const isForgetful = (atNode.subOrgList ?? []).every((each) => all.includes(each));
    const others = ORGANISATIONS.inWords({ ...atNode, subOrgList: held.subOrgList });
    return isForgetful && others === ORGANISATIONS.inWords(held) ? "sub-orgs-forgotten" : null;
  },
};

const NODES: Listed<NodeEntry> = {
  key: ({ orgId, url }) => `${orgId} ${url}`,
  subject: ({ url }) => url,
  inWords: ({ orgId, status }) => `${orgId}, ${codes.nodeStatusName(status)}`,
  reason: (atNode, held, contracts) => {
    if (atNode?.status !== NodeStatus.DEACTIVATED) return null;
    if (held !== undefined) return isMarked(held, contracts) && held.status === NodeStatus.APPROVED ? "held" : null;
    const present = contracts.nodes.find((each) => idIn(each) === idIn(atNode));
    if (present === undefined) return "free-node";
    return present.orgId === atNode.orgId ? "former-address" : "former-org";
  },
};

const ACCOUNTS: Listed<AccountEntry> = {
  key: ({ acctId }) => acctId.toLowerCase(),
  subject: ({ acctId }) => acctId.toLowerCase(),
  inWords: ({ orgId, roleId, status, isOrgAdmin }) =>
    [orgId, roleId, codes.accountStatusName(status), ...(isOrgAdmin ? ["admin"] : [])].join(", "),
  reason: (atNode, held, contracts) => {
    if (atNode === undefined) return null;
    if (held === undefined) return atNode.status === 0 ? "let-go" : null;
    const hasEnded = ACCOUNTS.inWords({ ...atNode, isOrgAdmin: false }) === ACCOUNTS.inWords(held);
    const isAdminRole = contracts.roles.some(({ roleId, isAdmin }) => isAdmin && roleId === held.roleId);
    if (!hasEnded || !isAdminRole) return null;
    return contracts.endedAccounts.includes(ACCOUNTS.key(held)) ? "ended" : "admin-ended";
  },
};

const ROLES: Listed<RoleEntry> = {
  key: ({ orgId, roleId }) => `${orgId} ${roleId}`,
  subject: ({ orgId, roleId }) => `${orgId} ${roleId}`,
  inWords: ({ access, active, isAdmin, isVoter }) => {
    const marks = [
      ...(active ? ["active"] : ["not active"]),
      ...(isAdmin ? ["admin"] : []),
      ...(isVoter ? ["voter"] : []),
    ];
    return `${codes.accessName(access)} access, ${marks.join(", ")}`;
  },
  reason: (atNode, held, contracts) => {
    if (atNode !== undefined || held === undefined || held.active) return null;
    const status = contracts.organisations.find(({ fullOrgId }) => fullOrgId === held.orgId)?.status ?? OrgStatus.NONE;
    return status === OrgStatus.NONE || status === OrgStatus.PROPOSED ? "role-not-told" : null;
  },
};

function isMarked(node: NodeEntry, { markedNodes }: ListsHeld): boolean {
  return markedNodes.some((enodeId) => idIn(node) === `enode://${enodeId}`);
}

function idIn({ url }: NodeEntry): string {
  return url.slice(0, url.indexOf("@"));
}

/** On a network without Raft nodes list no Raft ports, though the contracts may hold some. */
function withoutRaftPorts<Some extends Lists>(lists: Some, { nodes }: Lists): Some {
  if (nodes.some(({ url }) => url.includes("raftport="))) return lists;
  return { ...lists, nodes: lists.nodes.map((each) => ({ ...each, url: each.url.replace(/&raftport=\d+/, "") })) };
}
