import { AccountStatus, OrgStatus } from "../../data/codes.js";
import { covers } from "./checks.js";
import { countOf } from "./counting.js";
import { hasEnded } from "./ends.js";
import { lasts } from "./holds.js";
import { accountOf, nodeOf, orgOf, subOrgsOf, ultimateOf } from "./lookup.js";
import { openProposals, payloadOf } from "./proposals.js";
import { ask, type Others, type Question, TRANSACTIONS } from "./question.js";
import { termOf } from "./signed-votes.js";
import { electorate, isActive, isNetworkAdmin, resolveRole, roleHeld } from "./standing.js";
import {
  type Account,
  type Hold,
  type Node,
  NOBODY,
  type Org,
  type Proposal,
  type Role,
  type Voter,
  type World,
} from "./world.js";

/** What is answered about records. */

const ALL = [0n, 1000n] as const;
/** The one electorate that there is. */
const NETWORK_ADMINS = 0n;
const KINDS = ["custom", "network admin", "organisation admin"] as const;

/* LISTS */

export function lists(w: World): Question[] {
  const listed = w.voters.length;
  return [
    ask(
      "OrgManager",
      "getOrgPage",
      ALL,
      w.orgs.map((org) => orgInfo(w, org)),
    ),
    ask("OrgManager", "getNumberOfOrgs", [], w.orgs.length),
    ask("RoleManager", "getRolePage", ALL, w.roles.map(roleInfo)),
    ask("RoleManager", "getNumberOfRoles", [], w.roles.length),
    ask(
      "AccountManager",
      "getAccountPage",
      ALL,
      w.accounts.map((account) => accountInfo(w, account)),
    ),
    ask("AccountManager", "getNumberOfAccounts", [], w.accounts.length),
    ask(
      "NodeManager",
      "getNodePage",
      ALL,
      w.nodes.map((node) => nodeInfo(w, node)),
    ),
    ask("NodeManager", "getNumberOfNodes", [], w.nodes.length),
    ask("VoterManager", "getProposalPage", ALL, w.proposals.map(proposalInfo)),
    ask("VoterManager", "getNumberOfProposals", [], w.proposals.length),
    ask("VoterManager", "getOpenProposals", ALL, openProposals(w).map(proposalInfo)),
    ask(
      "VoterManager",
      "getVoterPage",
      ALL,
      w.voters.map(({ address, active }) => [address, active]),
    ),
    ask("VoterManager", "getNumberOfVoters", [], listed, electorate(w)),
  ];
}

function heldUntil(w: World, hold: Hold): bigint {
  return lasts(w, hold) ? hold.until : 0n;
}

function orgInfo(w: World, org: Org): unknown[] {
  const { id, parent, level, status, proposal, hold, suspendedUntil } = org;
  return [id, parent?.id ?? "", ultimateOf(org).id, level, status, proposal, heldUntil(w, hold), suspendedUntil];
}

function roleInfo({ name, org, access, voter, admin, active, kind, generation }: Role): unknown[] {
  return [name, org.id, access, voter, admin, active, KINDS.indexOf(kind), generation];
}

function accountInfo(w: World, account: Account): unknown[] {
  const { address, org, role, status, proposal, hold, endsAt } = account;
  const effective = roleHeld(w, account) !== undefined;
  const standing = [status, isShownAsAdmin(w, account), effective, proposal];
  return [address, org?.id ?? "", role?.name ?? "", ...standing, heldUntil(w, hold), endsAt];
}

/** What was given by hand ends with the admin that it came from, or by itself. */
function isShownAsAdmin(w: World, account: Account): boolean {
  return account.admin && !account.ended && !hasEnded(w, account);
}

function nodeInfo(w: World, node: Node): unknown[] {
  const { org, enodeId, ip, port, raftPort, status, proposal, free, hold, endsAt } = node;
  return [free ? "" : org.id, enodeId, ip, port, raftPort, status, proposal, heldUntil(w, hold), endsAt];
}

function proposalInfo(proposal: Proposal): unknown[] {
  const { id, op, org, node, role, account, proposer, expiresAt, state } = proposal;
  const { votesFor, votesAgainst } = countOf(proposal);
  const subject = [org, node, role, account].map((record) => record?.index ?? 0);
  return [id, op, NETWORK_ADMINS, ...subject, payloadOf(proposal), proposer, votesFor, votesAgainst, expiresAt, state];
}

/* ONE RECORD */

export function details(w: World, { people, enodeIds, orgIds }: Others): Question[] {
  return [
    ...[...new Set([...w.orgs.map(({ id }) => id), ...orgIds])].flatMap((id) => orgDetails(w, id)),
    ...w.orgs.map((org, place) => ask("OrgManager", "getOrgInfo", [place], ...orgDetail(org))),
    ask("OrgManager", "getOrgInfo", [w.orgs.length], "", "", "", 0, 0),
    ...w.roles.flatMap((role, place) => roleDetails(w, role, place)),
    ask("RoleManager", "getRoleDetailsFromIndex", [w.roles.length], "", "", 0, false, false, false),
    ...people.flatMap((address) => accountDetails(w, address)),
    ...w.accounts.map((account, place) =>
      ask("AccountManager", "getAccountDetailsFromIndex", [place], ...accountDetail(w, account, NOBODY)),
    ),
    ...enodeIds.map((enodeId) => ask("NodeManager", "getNodeDetails", [enodeId], ...nodeDetail(nodeOf(w, enodeId)))),
    ...enodeIds.map((enodeId) => {
      const { ip, port, raftPort } = nodeOf(w, enodeId)?.proposed ?? { ip: "", port: 0, raftPort: 0 };
      return ask("NodeManager", "getProposedAddress", [enodeId], ip, port, raftPort);
    }),
    ...w.nodes.map((node, place) => ask("NodeManager", "getNodeDetailsFromIndex", [place], ...nodeDetail(node))),
    ...w.proposals.flatMap((proposal) => [
      ask("VoterManager", "getProposal", [proposal.id], proposalInfo(proposal)),
      ...w.voters.map((voter) => ask("VoterManager", "getVote", [proposal.id, voter.address], voteOf(voter, proposal))),
    ]),
    ...people.map((address) => ask("VoterManager", "getTerm", [address], termOf(w, address))),
  ];
}

function orgDetails(w: World, id: string): Question[] {
  const org = orgOf(w, id);
  const recorded = w.orgs.find((candidate) => candidate.id === id);
  const places = recorded === undefined ? [] : subOrgsOf(w, recorded).map(({ index }) => index - 1);
  return [
    ask("OrgManager", "getOrgDetails", [id], ...(org === undefined ? ["", "", "", 0, 0] : orgDetail(org))),
    ask("OrgManager", "getSubOrgIndexes", [id], places),
    ask("OrgManager", "checkOrgActive", [id], org !== undefined && isActive(org)),
    ask("OrgManager", "checkOrgStatus", [id, OrgStatus.SUSPENDED], org?.status === OrgStatus.SUSPENDED),
    ask("OrgManager", "checkOrgExists", [id], org !== undefined),
    ask("AccountManager", "orgAdminExists", [id], org?.admin !== undefined),
  ];
}

function orgDetail(org: Org): unknown[] {
  return [org.name, org.parent?.id ?? "", ultimateOf(org).id, org.level, org.status];
}

function roleDetails(w: World, role: Role, place: number): Question[] {
  const { name, org, access, voter, admin, active } = role;
  const known = orgOf(w, org.id) !== undefined;
  const detail = [name, org.id, access, voter, admin, active];
  const resolved = known ? resolveRole(w, name, org) : undefined;
  const names = [name, org.id, ultimateOf(org).id];
  return [
    ask("RoleManager", "getRoleDetails", [name, org.id], ...(known ? detail : ["", "", 0, false, false, false])),
    ask("RoleManager", "getRoleDetailsFromIndex", [place], ...detail),
    ask("RoleManager", "roleExists", names, resolved !== undefined),
    ask("RoleManager", "isAdminRole", names, resolved?.admin ?? false),
    ask("RoleManager", "isVoterRole", names, resolved?.voter ?? false),
    ask("RoleManager", "roleAccess", names, resolved?.access ?? 0n),
    ...TRANSACTIONS.map((kind, type) => {
      const covered = resolved !== undefined && covers(resolved.access, kind);
      return ask("RoleManager", "transactionAllowed", [...names, type + 1], covered);
    }),
  ];
}

function accountDetails(w: World, address: string): Question[] {
  const account = accountOf(w, address);
  const detail = account === undefined ? [address, "", "", 0, false] : accountDetail(w, account);
  const [, orgId, roleId, status] = detail;
  return [
    ask("AccountManager", "getAccountDetails", [address], ...detail),
    ask("AccountManager", "getAccountOrgRole", [address], orgId, roleId),
    ask("AccountManager", "getAccountRole", [address], roleId),
    ask("AccountManager", "getAccountStatus", [address], status),
    ask("VoterManager", "isVoter", [address], isNetworkAdmin(w, address)),
  ];
}

function accountDetail(w: World, account: Account, nobody = account.address): unknown[] {
  const { address, org, role, status } = account;
  if (status === AccountStatus.NONE) return [nobody, "", "", 0, false];
  return [address, org?.id ?? "", role?.name ?? "", status, isShownAsAdmin(w, account)];
}

function nodeDetail(node: Node | undefined): unknown[] {
  if (node === undefined) return ["", "", "", 0, 0, 0];
  return [node.org.id, node.enodeId, node.ip, node.port, node.raftPort, node.status];
}

/** 0 not, 1 for, 2 against. */
function voteOf({ address }: Voter, { votes }: Proposal): number {
  const support = votes.get(address);
  if (support === undefined) return 0;
  return support ? 1 : 2;
}
