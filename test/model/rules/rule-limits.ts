import { isMadeByHand, Op, RuleKind } from "../../data/codes.js";
import { needed } from "./counting.js";
import { isAdminOrg } from "./lookup.js";
import { countsOrgs, electorateOf, listedIn, RoleWord, ruleOf, votersBy, weigh } from "./policies.js";
import { electorate } from "./standing.js";
import type { Rule, Terms, Veto, World } from "./world.js";

/** Which rules can be set, and which would lock the rules. */

const MOST = 0xffffffffn;

/** Whether so many voters could meet a rule. */
function isSound({ kind, count, outOf }: Pick<Rule, "kind" | "count" | "outOf">, voters: bigint): boolean {
  if (kind === RuleKind.COUNT) return count >= 1n && count <= voters && outOf === 0n;
  if (kind === RuleKind.FRACTION) return count >= 1n && count <= outOf && outOf <= MOST;
  return kind <= RuleKind.FORBIDDEN && count === 0n && outOf === 0n;
}

/** Whether the network admins could meet a rule, and could change it again. */
export function mayBeRule(w: World, rule: Rule): boolean {
  const { op, kind, count, outOf } = rule;
  if (kind === RuleKind.FORBIDDEN && op === Op.CHANGE_RULE) return false;
  if (kind === RuleKind.SELF) return isMadeByHand(op) && count === 0n && outOf === 0n;
  return isSound(rule, electorate(w)) && !locksRules(w, rule);
}

/** Rule 10: whether one lost key could keep the rules as they are for ever, once this one is set. */
export function locksRules(w: World, rule: Rule): boolean {
  if (rule.op !== Op.CHANGE_RULE && rule.op !== Op.REMOVE_ADMIN) return false;
  const changing = rule.op === Op.CHANGE_RULE ? rule : ruleOf(w, Op.CHANGE_RULE);
  const removing = rule.op === Op.REMOVE_ADMIN ? rule : ruleOf(w, Op.REMOVE_ADMIN);
  if (countsOrgs(changing) || !needsEverybody(w, changing)) return false;
  return removing.kind === RuleKind.FORBIDDEN || (!countsOrgs(removing) && needsEverybody(w, removing));
}

/** All, whatever their number; or everybody where a majority would be fewer. */
function needsEverybody(w: World, rule: Rule): boolean {
  const voters = electorate(w);
  const meansAll = rule.kind === RuleKind.ALL || (rule.kind === RuleKind.FRACTION && rule.count === rule.outOf);
  return meansAll || (voters > voters / 2n + 1n && needed(rule, voters) === voters);
}

/* POLICIES */

/** Whether those who vote could meet a policy, and change it again. */
export function mayBePolicy(w: World, rule: Rule, terms: Terms): boolean {
  const { op, kind } = rule;
  if (kind === RuleKind.FORBIDDEN || !isSoundVeto(op, terms.veto)) return false;
  if (kind === RuleKind.SELF) return mayBeRule(w, rule) && terms.orgs.length === 0;
  if (!countsOrgs(rule)) {
    const [role, ...others] = terms.roles;
    const isOfNetworkAdmins = role === RoleWord.NETWORK_ADMIN && others.length === 0 && terms.orgs.length === 0;
    return isOfNetworkAdmins && mayBeRule(w, rule);
  }
  const voters = electorateOf(w, { ...rule, terms });
  if (!isSound(rule, voters) || listsOneUnheard(w, terms)) return false;
  if (op !== Op.CHANGE_RULE && op !== Op.REMOVE_ADMIN) return voters > 0n;
  const [enough, certain] = [needed(rule, voters), certainVoices(w, terms)];
  return voters > 0n && (op === Op.CHANGE_RULE ? enough < certain : enough <= certain);
}

/** Network admins are of the admin organisation alone, and it has no organisation admin. */
function listsOneUnheard(w: World, { orgs, roles }: Terms): boolean {
  const { networkAdmins, orgAdmins, others } = votersBy(w, roles);
  if (others || (networkAdmins && orgAdmins)) return false;
  if (orgAdmins) return orgs.some((org) => isAdminOrg(w, org));
  return orgs.length === 0 || !orgs.every((org) => isAdminOrg(w, org));
}

/** What the voices weigh that nobody can keep from speaking by removing a role. */
function certainVoices(w: World, { orgs, roles }: Terms): bigint {
  const { networkAdmins, orgAdmins } = votersBy(w, roles);
  return weigh(
    w,
    listedIn(w, orgs).filter((org) => (isAdminOrg(w, org) ? networkAdmins : orgAdmins)),
  );
}

/** Nobody alone stops a change of rules. */
function isSoundVeto(op: bigint, { by, count, outOf }: Veto): boolean {
  const isSoundShare = (count === 0n && outOf === 0n) || isSound({ kind: RuleKind.FRACTION, count, outOf }, 0n);
  return isSoundShare && (op !== Op.CHANGE_RULE || by.length === 0);
}

const WORDS: readonly string[] = Object.values(RoleWord);

export const isWord = (role: string): boolean => WORDS.includes(role);
