import { AccountStatus, RuleKind } from "../../data/codes.js";
import { isAccountHeld, isOrgHeld, notAdmitted } from "./holds.js";
import { accountOf, lineOf, orgOf } from "./lookup.js";
import { holdsOne, ruleOf } from "./policies.js";
import { isActive, isAdminOf, isTheNetwork, unknownOrg } from "./standing.js";
import { type Refusal, when } from "./verdict.js";
import type { Org, World } from "./world.js";

/** Who acts for an organisation. */

/** Whether an account does something for an organisation at once: as its admin, or where a policy says so by a role there or
 *  above. */
export function mayActFor(w: World, address: string, org: Org, op: bigint): boolean {
  const { kind, terms } = ruleOf(w, op);
  if (kind !== RuleKind.SELF || terms === undefined) return isAdminOf(w, address, org);
  const account = accountOf(w, address);
  if (account?.status !== AccountStatus.ACTIVE || account.org === undefined || isAccountHeld(w, account)) return false;
  return lineOf(org).includes(account.org) && holdsOne(w, terms.roles, account);
}

/** What speaks against doing something for an organisation. Rule 21: an admin by vote, or the network, may take rights away
 *  while it is suspended. */
export function notActing(w: World, caller: string, orgId: string, op: bigint, takes = false): Refusal[] {
  const org = orgOf(w, orgId);
  const isNetwork = isTheNetwork(w, caller);
  // What the network has voted on is done for who is held all the same.
  const isOpen = (one: Org): boolean => isActive(one) && (isNetwork || !isOrgHeld(w, one));
  const mayTake = takes && (isNetwork || accountOf(w, caller)?.byVote === true);
  return [
    ...unknownOrg(w, orgId),
    ...when(org === undefined || !(isNetwork || mayActFor(w, caller, org, op)), "NotOrgAdmin", caller, orgId),
    ...when(org !== undefined && !isOpen(org) && !mayTake, "OrgNotActive", orgId),
    ...(isNetwork ? [] : notAdmitted(w, [op])),
  ];
}

/** What a policy decides is neither undone by hand nor done as a part of something else. */
export function notByHand(w: World, caller: string, op: bigint): Refusal[] {
  const { kind, terms } = ruleOf(w, op);
  const isAtFirst = kind === RuleKind.SELF && terms === undefined;
  return when(!isTheNetwork(w, caller) && !isAtFirst, "DecidedByPolicy", op);
}
