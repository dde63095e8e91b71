import { AccountStatus, Counting, Setting } from "../../data/codes.js";
import { valueOf } from "./limits.js";
import { accountOf, isAdminOrg, ultimateOf } from "./lookup.js";
import { electorate, isActive, isNetworkAdmin, roleHeld } from "./standing.js";
import { isHeard } from "./suspensions.js";
import type { Account, Org, Rule, World } from "./world.js";

/** What a rule means that says who votes. */

/** What a policy can say instead of the name of a role. */
export const RoleWord = {
  NETWORK_ADMIN: "network admin",
  ORG_ADMIN: "organisation admin",
  ANY_ADMIN: "any admin",
} as const;

export function ruleOf(w: World, op: bigint): Rule {
  const rule = w.rules[Number(op)];
  if (rule === undefined) throw new Error(`There is no rule for ${op}.`);
  return rule;
}

export function countsOrgs({ counted }: Rule): boolean {
  return counted === Counting.ORGANISATIONS;
}

/* VOICES */

function weightOf(w: World, org: Org): bigint {
  return valueOf(w, Setting.WEIGHT, org) || 1n;
}

/** The organisations of a list; all without parent if there are none in it. */
export function listedIn(w: World, orgs: readonly Org[]): readonly Org[] {
  return orgs.length === 0 ? w.orgs.filter(({ parent }) => parent === undefined) : orgs;
}

/** What the voices of organisations weigh, as far as they are active, and known to be. */
export function weigh(w: World, orgs: readonly Org[]): bigint {
  return orgs.filter(isHeard).reduce((sum, org) => sum + weightOf(w, org), 0n);
}

/** How many voters there are, or what all voices weigh. */
export function electorateOf(w: World, rule: Rule): bigint {
  if (!countsOrgs(rule)) return electorate(w);
  const { orgs = [], roles = [] } = rule.terms ?? {};
  const { networkAdmins, others } = votersBy(w, roles);
  // The admin organisation has no organisation admin.
  const isLeftOut = orgs.length === 0 && !networkAdmins && !others;
  return weigh(w, isLeftOut ? listedIn(w, []).filter((org) => !isAdminOrg(w, org)) : listedIn(w, orgs));
}

/** Whose accounts have one of these roles: network admins, admins by vote of other organisations, or others. */
export function votersBy(
  { policy }: World,
  roles: readonly string[],
): { networkAdmins: boolean; orgAdmins: boolean; others: boolean } {
  const isOf = (...words: (string | undefined)[]): boolean =>
    roles.length === 0 || roles.some((role) => words.includes(role));
  const isAny = roles.includes(RoleWord.ANY_ADMIN);
  const known = [RoleWord.NETWORK_ADMIN, RoleWord.ORG_ADMIN, policy?.networkAdmin, policy?.orgAdmin];
  return {
    networkAdmins: isAny || isOf(RoleWord.NETWORK_ADMIN, policy?.networkAdmin),
    orgAdmins: isAny || isOf(RoleWord.ORG_ADMIN, policy?.orgAdmin),
    others: roles.length === 0 || !roles.every((role) => known.includes(role)),
  };
}

/** The organisation without parent for which an account speaks, and how much that weighs. */
export function speakerFor(w: World, { terms }: Rule, account: Account): { speaker: Org; weight: bigint } | undefined {
  const { org, status } = account;
  if (terms === undefined || org === undefined || status !== AccountStatus.ACTIVE || !isActive(org)) return undefined;
  const speaker = ultimateOf(org);
  const isListed = isHeard(speaker) && (terms.orgs.length === 0 || terms.orgs.includes(speaker));
  return isListed && holdsOne(w, terms.roles, account) ? { speaker, weight: weightOf(w, speaker) } : undefined;
}

/** Whether it holds one of these roles in effect, or any if there are none. */
export function holdsOne(w: World, roles: readonly string[], account: Account): boolean {
  const role = roleHeld(w, account);
  if (role === undefined || (account.admin && account.ended)) return false;
  const names = [
    role.name,
    ...(role.kind === "network admin" ? [RoleWord.NETWORK_ADMIN] : []),
    ...(role.kind === "organisation admin" ? [RoleWord.ORG_ADMIN] : []),
    ...(account.admin ? [RoleWord.ANY_ADMIN] : []),
  ];
  return roles.length === 0 || names.some((name) => roles.includes(name));
}

/* RIGHTS */

/** For whom an account votes by a rule, and how much that weighs: a network admin for itself. */
export function voteBy(w: World, rule: Rule, address: string): { speaker: Org | string; weight: bigint } | undefined {
  if (!countsOrgs(rule)) return isNetworkAdmin(w, address) ? { speaker: address, weight: 1n } : undefined;
  const account = accountOf(w, address);
  return account && speakerFor(w, rule, account);
}

/** Rule 20: who votes may also propose, if a vote has made it an admin. */
export function mayProposeBy(w: World, rule: Rule, address: string): boolean {
  const isByVote = accountOf(w, address)?.byVote === true;
  return countsOrgs(rule) && isByVote && voteBy(w, rule, address) !== undefined;
}
