import { AccountStatus, Op, RuleKind, State } from "../../data/codes.js";
import { mayActFor } from "./acting.js";
import { electorateOf, mayProposeBy, countsOrgs, voteBy } from "./policies.js";
import { isOperation, needed } from "./counting.js";
import { accountOf, orgOf, ultimateOf } from "./lookup.js";
import { describe, isRuleOf, NO_POLICY, policyOf } from "./policy-words.js";
import { mayStillPropose, openProposals } from "./proposals.js";
import { ask, type Others, type Question } from "./question.js";
import { termIn } from "./signed-votes.js";
import { isVetoer, vetoShareOf } from "./vetoes.js";
import { decidingOn, lookAgain, voicesIn } from "./voices.js";
import { NOBODY, type Proposal, type Rule, type World } from "./world.js";

/** What is answered about policies, and about votes by them. */

const AT = "PermissionsImplementation";

export function policies(w: World, { people, orgIds }: Others): Question[] {
  const actors = actorsAmong(w, people);
  const rules = w.rules.filter(({ op }) => isOperation(op));
  return [
    ...rules.map((rule) => ask(AT, "getPolicy", [rule.op], describe(policyOf(rule)))),
    ...rules
      .filter(({ kind, terms }) => kind === RuleKind.SELF && terms !== undefined)
      .flatMap((rule) =>
        orgIds.flatMap((orgId) =>
          actors.map((address) => ask(AT, "mayActFor", [rule.op, orgId, address], mayAct(w, address, orgId, rule))),
        ),
      ),
    ...w.proposals.map((proposal) => ask(AT, "getProposedPolicy", [proposal.id], ...proposed(proposal))),
    ...rules
      .filter(countsOrgs)
      .flatMap((rule) => [
        ...actors.map((address) => ask(AT, "isProposer", [rule.op, address], mayProposeBy(w, rule, address))),
        ask(AT, "wouldPass", [rule.op, people], wouldPass(w, rule, people)),
      ]),
  ];
}

function mayAct(w: World, address: string, orgId: string, { op }: Rule): boolean {
  const org = orgOf(w, orgId);
  return org !== undefined && mayActFor(w, address, org, op);
}

function proposed({ op, setting }: Proposal): unknown[] {
  if (op !== Op.CHANGE_RULE || !isRuleOf(setting)) return [0n, NO_POLICY];
  return [setting.op, describe(policyOf(setting))];
}

/** Others have no say anywhere. */
function actorsAmong(w: World, people: readonly string[]): string[] {
  return people.filter((address) => accountOf(w, address)?.status === AccountStatus.ACTIVE);
}

/** Whether they would do, each organisation once. */
function wouldPass(w: World, rule: Rule, people: readonly string[]): boolean {
  const votes = people.flatMap((address) => voteBy(w, rule, address) ?? []);
  const weights = new Map(votes.map(({ speaker, weight }) => [speaker, weight]));
  const voters = electorateOf(w, rule);
  return voters > 0n && [...weights.values()].reduce((sum, weight) => sum + weight, 0n) >= needed(rule, voters);
}

export function ballots(w: World, { people }: Others): Question[] {
  const actors = actorsAmong(w, people);
  return [
    ...openProposals(w).flatMap((proposal) => votes(w, proposal, actors)),
    ...w.proposals
      .filter(mayBeVetoed)
      .flatMap((proposal) => [
        ask(AT, "vetoShareOf", [proposal.id], vetoShareOf(w, proposal) ?? 0n),
        ...[w.guardian, ...actors].map((address) =>
          ask(AT, "mayVetoAlone", [proposal.id, address], isVetoer(w, proposal, address)),
        ),
      ]),
  ];
}

/** Nobody is asked who may stop what cannot be read. */
function mayBeVetoed({ state, resolution }: Proposal): boolean {
  return state === State.PASSED && resolution?.changes.some(({ isBroken }) => isBroken) !== true;
}

function votes(w: World, proposal: Proposal, actors: readonly string[]): Question[] {
  const { id, proposer } = proposal;
  const deciding = decidingOn(w, proposal);
  return [
    ask(AT, "activeProposerOf", [id], mayStillPropose(w, proposal) ? proposer : NOBODY),
    ...deciding.map((rule) => ask(AT, "getPoll", [id, rule.op], pollOf(w, proposal, rule))),
    ...(deciding.some(countsOrgs) ? actors : []).flatMap((address) => [
      ask(
        AT,
        "mayVoteOn",
        [id, address],
        deciding.some((rule) => voteBy(w, rule, address) !== undefined),
      ),
      ask(AT, "getTermIn", [id, address], termIn(w, proposal, address)),
    ]),
  ];
}

function pollOf(w: World, proposal: Proposal, rule: Rule): unknown[] {
  const voters = electorateOf(w, rule);
  const votes = lookAgain(w, rule, voicesIn(proposal, rule)).map(({ account: { address, org }, support, weight }) => [
    address,
    org === undefined ? "" : ultimateOf(org).id,
    support,
    weight,
  ]);
  return [needed(rule, voters), voters, countsOrgs(rule) ? votes : []];
}
