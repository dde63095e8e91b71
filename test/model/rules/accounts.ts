import { AccountStatus, Action, Op, Setting } from "../../data/codes.js";
import { badEnd, outlives } from "./ends.js";
import { endEvent, roleEvent, statusEvent } from "./events.js";
import { atLimit, countOne } from "./limits.js";
import { recordAccount } from "./orgs.js";
import { release } from "./outcomes.js";
import { approve, notProposing, propose } from "./proposals.js";
import { notActing, notByHand } from "./acting.js";
import { given, guardianAccount, isTheNetwork, resolveRole, unknownOrg } from "./standing.js";
import { about, type Refusal, type Verdict, when } from "./verdict.js";
import { accountOf, isAdminOrg, isLostBy, orgOf, recordedAccount } from "./lookup.js";
import { type Account, NOBODY, type Org, type Role, type World } from "./world.js";

/** What speaks against an account that must be the organisation's. */
export function notItsAccount(w: World, address: string, orgId: string): Refusal[] {
  return when(accountOf(w, address)?.org?.id !== orgId, "AccountOfOtherOrg", address, orgId);
}

/** Gives an account a role, and a free account to the organisation. */
export function assignAccountRole(w: World, caller: string, ...what: [string, string, string]): Verdict {
  return assignAccountRoleUntil(w, caller, ...what, 0n);
}

export function assignAccountRoleUntil(
  w: World,
  caller: string,
  address: string,
  orgId: string,
  name: string,
  until: bigint,
): Verdict {
  const account = accountOf(w, address);
  const org = orgOf(w, orgId);
  const role = org && resolveRole(w, name, org);
  const ofNetwork = org !== undefined && isAdminOrg(w, org);
  const giver = accountOf(w, caller);
  // A policy may let accounts give roles that are no admins.
  const mayMakeAdmin = isTheNetwork(w, caller) || giver?.admin === true;
  return {
    against: [
      ...notActing(w, caller, orgId, Op.ASSIGN_ROLE),
      ...when(address === NOBODY, "ZeroAddress"),
      ...badEnd(w, until),
      ...about(giver, (known) => outlives(known, until)),
      ...when(role === undefined, "RoleUnknown", name, orgId),
      ...about(role, ({ kind, admin }) => when(kind !== "custom" || (admin && ofNetwork), "AdminRoleByVoteOnly", name)),
      ...when(role?.admin === true && !mayMakeAdmin, "NotOrgAdmin", caller, orgId),
      ...(account === undefined
        ? [...notClaimable(w, address, org, orgId), ...atLimit(w, Setting.ACCOUNTS, org)]
        : notItsAccount(w, address, orgId)),
      ...about(account, (known) => [
        ...notAtHand(known, ofNetwork),
        ...when(role !== undefined && isGiven(known, role, until), "AccountHasRole", address, name),
      ]),
    ],
    happens: () => {
      if (org === undefined || role === undefined) return [];
      if (account === undefined) countOne(w, Setting.ACCOUNTS, org);
      const status = account?.status ?? AccountStatus.ACTIVE;
      const record = Object.assign(recordAccount(w, address), given(role, false, until), { org, status });
      return [roleEvent(record), ...endEvent(record)];
    },
  };
}

/** Whether it has this very role with this very end already. */
function isGiven({ role, generation, ended, endsAt }: Account, given: Role, until: bigint): boolean {
  return role === given && generation === given.generation && !ended && endsAt === until;
}

/** Rule 23: an account of nobody's that a vote has taken from the organisation does not come back to it by hand. */
function notClaimable(w: World, address: string, org: Org | undefined, orgId: string): Refusal[] {
  const isLost = isLostBy(org, recordedAccount(w, address)?.lostBy);
  return [...guardianAccount(w, address), ...when(isLost, "AccountLostByVote", address, orgId)];
}

/** What keeps an organisation's admins from giving an account of theirs a role, or from letting it go. */
function notAtHand({ address, status, byVote }: Account, ofNetwork: boolean): Refusal[] {
  const isSettled = !isBlacklisted(status) && !(ofNetwork && status === AccountStatus.REVOKED);
  return [
    ...when(byVote, "AccountIsAdmin", address),
    ...when(!isSettled, "AccountStatusNotAllowed", address, status, 0n),
  ];
}

export function isBlacklisted(status: bigint): boolean {
  return status === AccountStatus.BLACKLISTED || status === AccountStatus.RECOVERY_PROPOSED;
}

const { ACTIVE, SUSPENDED, BLACKLISTED, REVOKED } = AccountStatus;

/** Rule 4: which status an action leads to, from which ones. */
const MOVES: readonly { action: bigint; from: readonly bigint[]; to: bigint }[] = [
  { action: Action.SUSPEND, from: [ACTIVE], to: SUSPENDED },
  { action: Action.ACTIVATE, from: [SUSPENDED, REVOKED], to: ACTIVE },
  { action: Action.BLACKLIST, from: [ACTIVE, SUSPENDED, REVOKED], to: BLACKLISTED },
];

export function updateAccountStatus(w: World, caller: string, orgId: string, address: string, action: bigint): Verdict {
  const account = accountOf(w, address);
  const move = MOVES.find((candidate) => candidate.action === action);
  const org = orgOf(w, orgId);
  return {
    against: [
      ...notActing(w, caller, orgId, Op.SET_ACCOUNT_STATUS, action !== Action.ACTIVATE),
      ...notItsAccount(w, address, orgId),
      ...(org !== undefined && isAdminOrg(w, org) ? guardianAccount(w, address) : []),
      ...when(move === undefined, "ActionNotAllowed", action),
      ...about(account, (known) => [
        ...when(known.byVote, "AccountIsAdmin", address),
        ...when(action === Action.ACTIVATE && known.role === undefined, "AccountWithoutRole", address),
        ...when(move?.from.includes(known.status) !== true, "AccountStatusNotAllowed", address, known.status, action),
      ]),
    ],
    happens: () => {
      if (account === undefined || move === undefined) return [];
      account.status = move.to;
      return [statusEvent(account, account.org)];
    },
  };
}

/* RELEASE */

/** Rule 23: an organisation's admin lets an account go. */
export function releaseAccount(w: World, caller: string, orgId: string, address: string): Verdict {
  const account = accountOf(w, address);
  const org = orgOf(w, orgId);
  return {
    against: [
      ...notActing(w, caller, orgId, Op.LET_GO, true),
      ...notItsAccount(w, address, orgId),
      ...about(account, (known) => [
        ...notAtHand(known, org !== undefined && isAdminOrg(w, org)),
        ...when(known.proposal !== 0, "SubjectHasProposal", known.proposal),
      ]),
      ...(account?.status === AccountStatus.SUSPENDED ? notByHand(w, caller, Op.SET_ACCOUNT_STATUS) : []),
    ],
    happens: () => (account === undefined ? [] : [release(account)]),
  };
}

/** Rule 23: a vote takes an account from its organisation. */
export function proposeAccountRelease(w: World, caller: string, orgId: string, address: string): Verdict {
  const account = accountOf(w, address);
  return {
    against: [
      ...notProposing(w, caller, Op.RELEASE, { org: account?.org, account }, account?.proposal),
      ...unknownOrg(w, orgId),
      ...notItsAccount(w, address, orgId),
      ...about(account, ({ byVote }) => when(byVote, "AccountIsAdmin", address)),
    ],
    happens: () => propose(w, caller, Op.RELEASE, { org: account?.org, account }),
  };
}

/* RECOVERY */

export function startBlacklistedAccountRecovery(w: World, caller: string, orgId: string, address: string): Verdict {
  const account = accountOf(w, address);
  return {
    against: [
      ...notProposing(w, caller, Op.RECOVER_ACCOUNT, { org: account?.org, account }, account?.proposal),
      ...unknownOrg(w, orgId),
      ...notItsAccount(w, address, orgId),
      ...about(account, ({ status }) => when(status !== BLACKLISTED, "AccountStatusNotAllowed", address, status, 0n)),
    ],
    happens: () => {
      if (account === undefined) return [];
      const opened = propose(w, caller, Op.RECOVER_ACCOUNT, { org: account.org, account });
      account.status = AccountStatus.RECOVERY_PROPOSED;
      return [...opened, statusEvent(account, account.org)];
    },
  };
}

export function approveBlacklistedAccountRecovery(w: World, caller: string, orgId: string, address: string): Verdict {
  const account = accountOf(w, address);
  const named = { op: Op.RECOVER_ACCOUNT, org: orgOf(w, orgId), account };
  return approve(w, caller, account?.proposal ?? 0, named, unknownOrg(w, orgId));
}
