import { AccountStatus } from "../../data/codes.js";
import { hasEnded } from "./ends.js";
import { isAccountHeld } from "./holds.js";
import { isOpen } from "./suspensions.js";
import { type Refusal, when } from "./verdict.js";
import { accountOf, lineOf, orgOf, roleIn, ultimateOf } from "./lookup.js";
import type { Account, NO_ROLE, Org, Role, World } from "./world.js";

/** Rules 6 and 15: approved or only proposed to be suspended, and so is the organisation at the top. */
export function isActive(org: Org): boolean {
  return isOpen(org) && isOpen(ultimateOf(org));
}

/** Rule 14: the role that the account holds, if it still is the one that was given and active, and has not ended. */
export function roleHeld(w: World, account: Account): Role | undefined {
  const { role, generation } = account;
  return role?.active === true && role.generation === generation && !hasEnded(w, account) ? role : undefined;
}

/** What an account's record says of the role that it is given. */
export function given(role: Role, byVote: boolean, endsAt = 0n): Pick<Account, keyof typeof NO_ROLE> {
  return { role, generation: role.generation, admin: role.admin, byVote, ended: false, endsAt };
}

/** Rule 1: which powers an account has where. */
export function isAdminOf(w: World, address: string, org: Org): boolean {
  const account = accountOf(w, address);
  if (account?.status !== AccountStatus.ACTIVE || roleHeld(w, account)?.admin !== true || account.ended) return false;
  if (isAccountHeld(w, account)) return false;
  return account.org !== undefined && lineOf(org).includes(account.org);
}

/** Whether a vote has made it an admin of its organisation. */
export function isAdminByVote(w: World, address: string): boolean {
  const account = accountOf(w, address);
  return account?.status === AccountStatus.ACTIVE && account.byVote && roleHeld(w, account)?.admin === true;
}

/** Rule 2. */
export function isNetworkAdmin(w: World, address: string): boolean {
  const account = accountOf(w, address);
  return account?.status === AccountStatus.ACTIVE && account.role?.kind === "network admin";
}

/** The implementation calls the interface as an account would, to do what a resolution has decided. */
export function isTheNetwork(w: World, address: string): boolean {
  return address === w.implementation;
}

/** How many network admins there are: the electorate. */
export function electorate(w: World): bigint {
  return BigInt(w.voters.filter(({ active }) => active).length);
}

/** The nearest active role of this name, from the organisation upwards. */
export function resolveRole(w: World, name: string, org: Org): Role | undefined {
  for (const level of lineOf(org)) {
    const role = roleIn(w, name, level);
    if (role?.active === true) return role;
  }
  return undefined;
}

/* REASONS */

export function unknownOrg(w: World, orgId: string): Refusal[] {
  return when(orgOf(w, orgId) === undefined, "OrgUnknown", orgId);
}

export function notNetworkAdmin(w: World, caller: string): Refusal[] {
  return when(!isNetworkAdmin(w, caller), "NotAVoter", caller);
}

/** The guardian and the proposed one: no organisation takes their accounts in. */
export function guardianAccount(w: World, address: string): Refusal[] {
  return when(address === w.guardian || address === w.proposedGuardian, "AccountIsGuardian", address);
}
