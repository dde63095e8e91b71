import { Counting, Op, OrgStatus, RuleKind } from "../../data/codes.js";
import { canonical } from "../play/canonical.js";
import { badName } from "./clean.js";
import { hasPolicy } from "./counting.js";
import { isAdminOrg, orgOf } from "./lookup.js";
import { countsOrgs, RoleWord } from "./policies.js";
import { describe, type Policy, policyOf } from "./policy-words.js";
import { notProposing, propose } from "./proposals.js";
import { newContract } from "./new-contract.js";
import { isWord, mayBePolicy } from "./rule-limits.js";
import { unknownOrg } from "./standing.js";
import { about, present, type Refusal, type Verdict, when } from "./verdict.js";
import { VetoWord } from "./veto-word.js";
import { plainRule, type Rule, type Terms, type World } from "./world.js";

const MOST = 32;
const LARGEST = 0xffffffffn;
const LONGEST_DELAY = 30n * 24n * 60n * 60n;

const VETO_WORDS: readonly string[] = Object.values(VetoWord);

/** Rule 10: proposes who decides an operation, and how. */
export function proposePolicy(w: World, caller: string, op: bigint, policy: Policy): Verdict {
  const { kind, count, outOf, counted, orgs, roles } = policy;
  const known = hasPolicy(op);
  const numbers = { op, kind, count, outOf, counted: kind === RuleKind.SELF ? Counting.ORGANISATIONS : counted };
  const fits = kind <= RuleKind.SELF && counted <= Counting.ORGANISATIONS && count <= LARGEST && outOf <= LARGEST;
  const terms = termsOf(w, policy, "");
  const rule = settle({ ...numbers, terms });
  const isSound = fits && known && mayBePolicy(w, { ...numbers, terms }, terms);
  return {
    against: [
      ...notProposing(w, caller, Op.CHANGE_RULE, { setting: rule }),
      ...when(!known, "OperationUnknown", op),
      ...tooLong(orgs),
      ...twice(orgs),
      ...orgs.flatMap((orgId) => notTopLevel(w, orgId)),
      ...tooLong(roles),
      ...twice(roles),
      ...roles.flatMap((role) => (isWord(role) ? [] : badName(role))),
      ...badDelay(w, op, policy),
      ...when(!isSound, "RuleNotAllowed", op, kind, count, outOf),
      ...when(known && saysTheSame(w, rule), "NothingChanges"),
    ],
    happens: () => {
      if (numbers.counted === Counting.ORGANISATIONS && orgs.length === 0) w.counted = true;
      const kept = rule.terms && { ...rule.terms, content: newContract(w) };
      return propose(w, caller, Op.CHANGE_RULE, { setting: { ...rule, terms: kept } });
    },
  };
}

function termsOf(w: World, { orgs, roles, delay, veto }: Policy, content: string): Terms {
  return { orgs: orgs.flatMap((orgId) => present(orgOf(w, orgId))), roles, delay, veto, content };
}

/** What is as it was at first, or says no more than a rule of the network admins, needs no terms. */
function settle(rule: Rule & { terms: Terms }): Rule {
  const { op, kind, count, outOf, terms } = rule;
  const [role, ...others] = terms.roles;
  const isAsAtFirst = kind === RuleKind.SELF && role === RoleWord.ANY_ADMIN && others.length === 0;
  const isPlain = isAsAtFirst || (!countsOrgs(rule) && terms.delay === 0n);
  return isPlain ? plainRule(op, kind, count, outOf) : rule;
}

/** Whatever keeps it. */
function saysTheSame(w: World, rule: Rule): boolean {
  const present = w.rules[Number(rule.op)];
  return present !== undefined && canonical(describe(policyOf(present))) === canonical(describe(policyOf(rule)));
}

/* LISTS */

function tooLong(list: readonly string[]): Refusal[] {
  return when(list.length > MOST, "ListTooLong", list.length, MOST);
}

function twice(list: readonly string[]): Refusal[] {
  return list.filter((entry, i) => list.indexOf(entry) < i).map((entry) => ["ListedTwice", entry]);
}

function notTopLevel(w: World, orgId: string): Refusal[] {
  return [
    ...unknownOrg(w, orgId),
    ...about(orgOf(w, orgId), ({ parent, status }) => [
      ...when(parent !== undefined, "OrgNotTopLevel", orgId),
      ...when(status === OrgStatus.PROPOSED, "OrgNotActive", orgId),
    ]),
  ];
}

/* DELAYS AND VETOES */

/** Not longer than a proposal lives, not without what it is for, and not in an emergency. */
function badDelay(w: World, op: bigint, { kind, delay, veto }: Policy): Refusal[] {
  const isVetoed = veto.by.length > 0 || veto.count > 0n || veto.outOf > 0n;
  const isForbidden = (delay > 0n || isVetoed) && (kind === RuleKind.SELF || op === Op.EMERGENCY);
  const orgs = veto.by.filter((by) => !VETO_WORDS.includes(by));
  return [
    ...when(delay > LONGEST_DELAY || (delay === 0n && isVetoed) || isForbidden, "DelayNotAllowed", delay),
    ...tooLong(veto.by),
    ...twice(veto.by),
    ...orgs.flatMap((by) => notTopLevel(w, by)),
    ...orgs.flatMap((by) => about(orgOf(w, by), (org) => when(isAdminOrg(w, org), "AdminOrgNotAllowed", by))),
  ];
}
