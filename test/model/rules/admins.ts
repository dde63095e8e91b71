import { AccountStatus, Op, OrgStatus } from "../../data/codes.js";
import { notItsAccount } from "./accounts.js";
import { roleEvent } from "./events.js";
import { recordAccount } from "./orgs.js";
import { mayBecomeAdmin, mayBeRemoved } from "./outcomes.js";
import { approve, notProposing, propose } from "./proposals.js";
import { electorate, given, guardianAccount, isNetworkAdmin, resolveRole, unknownOrg } from "./standing.js";
import { about, type Verdict, when } from "./verdict.js";
import { accountOf, isAdminOrg, orgOf } from "./lookup.js";
import { NOBODY, type Org, type Role, type World } from "./world.js";

/** Rule 3: proposes a network admin or an organisation's admin. */
export function assignAdminRole(w: World, caller: string, orgId: string, address: string, name: string): Verdict {
  const org = orgOf(w, orgId);
  const account = accountOf(w, address);
  const role = org && resolveRole(w, name, org);
  const former = w.accounts.find((known) => known.address === address);
  // Rule 23: a vote overrides what another organisation has claimed by hand.
  const isClaimed = account !== undefined && account.org !== org && !account.byVote;
  return {
    against: [
      ...notProposing(w, caller, Op.ASSIGN_ADMIN, { org, role, account: former }, account?.proposal),
      ...when(address === NOBODY, "ZeroAddress"),
      ...unknownOrg(w, orgId),
      ...when(role === undefined, "RoleUnknown", name, orgId),
      ...about(org, (known) => [
        ...when(role !== undefined && !givenByVote(w, role, known), "RoleNotAnAdminRole", name),
        ...when(known.status === OrgStatus.PROPOSED, "OrgNotActive", orgId),
      ]),
      ...(account === undefined || isClaimed ? [] : notItsAccount(w, address, orgId)),
      ...about(isClaimed ? undefined : account, (known) => [
        ...when(known.byVote, "AccountIsAdmin", address),
        ...when(!mayBecomeAdmin(known), "AccountStatusNotAllowed", address, known.status, 0n),
      ]),
      ...(role?.kind === "network admin" || (account !== undefined && !isClaimed) ? [] : guardianAccount(w, address)),
    ],
    happens: () => {
      if (org === undefined || role === undefined) return [];
      const candidate = recordAccount(w, address);
      const subject = { org, role, account: candidate, generation: role.generation };
      if (account !== undefined) return propose(w, caller, Op.ASSIGN_ADMIN, subject);
      const marked = roleEvent(Object.assign(candidate, given(role, true), { org, status: AccountStatus.PROPOSED }));
      return [marked, ...propose(w, caller, Op.ASSIGN_ADMIN, subject)];
    },
  };
}

function givenByVote(w: World, { kind, admin }: Role, org: Org): boolean {
  return admin && (kind !== "network admin" || isAdminOrg(w, org));
}

export function approveAdminRole(w: World, caller: string, orgId: string, address: string): Verdict {
  const account = accountOf(w, address);
  const open = account?.proposal ?? 0;
  const named = { op: Op.ASSIGN_ADMIN, org: orgOf(w, orgId), account };
  const isCustom = w.proposals[open - 1]?.role?.kind === "custom";
  return approve(w, caller, open, named, [...unknownOrg(w, orgId), ...when(isCustom, "ProposalDiffers", open)]);
}

/** Proposes to unmake an admin. */
export function proposeAdminRemoval(w: World, caller: string, orgId: string, address: string): Verdict {
  const account = accountOf(w, address);
  const subject = { org: account?.org, role: account?.role, account };
  const isAdmin = account?.admin === true && mayBeRemoved(account);
  const isLast = isNetworkAdmin(w, address) && electorate(w) === 1n;
  return {
    against: [
      ...notProposing(w, caller, Op.REMOVE_ADMIN, subject, account?.proposal),
      ...unknownOrg(w, orgId),
      ...notItsAccount(w, address, orgId),
      ...when(!isAdmin, "AccountNotAdmin", address),
      ...when(isLast, "LastNetworkAdmin", address),
    ],
    happens: () => propose(w, caller, Op.REMOVE_ADMIN, subject),
  };
}
