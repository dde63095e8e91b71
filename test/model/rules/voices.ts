import { Op, RuleKind } from "../../data/codes.js";
import { accountOf } from "./lookup.js";
import { countsOrgs, ruleOf, speakerFor, voteBy } from "./policies.js";
import { type Org, type Proposal, type Rule, type Voice, type World } from "./world.js";

/** How organisations vote: each once, by one of its accounts. */

/** The rules by which a proposal is decided, its own first. What organisations do alone adds nothing to a resolution. */
export function decidingOn(w: World, { op, resolution }: Proposal): Rule[] {
  const others = op === Op.RESOLVE ? (resolution?.operations ?? []) : [];
  const voted = [...new Set(others)].filter((each) => ruleOf(w, each).kind !== RuleKind.SELF);
  return [op, ...voted.sort((a, b) => Number(a - b))].map((each) => ruleOf(w, each));
}

type Turn = "no voter" | "has voted" | "may vote";

/** Whether a vote of the account would count, by at least one of the rules. */
export function turnOf(w: World, proposal: Proposal, address: string): Turn {
  const turns = decidingOn(w, proposal).map((rule) => turnBy(w, rule, proposal, address));
  return (["may vote", "has voted"] as const).find((turn) => turns.includes(turn)) ?? "no voter";
}

function turnBy(w: World, rule: Rule, proposal: Proposal, address: string): Turn {
  const { speaker } = voteBy(w, rule, address) ?? {};
  if (speaker === undefined) return "no voter";
  const hasVoted = typeof speaker === "string" ? proposal.votes.has(address) : isSpokenFor(w, rule, proposal, speaker);
  return hasVoted ? "has voted" : "may vote";
}

/** Whether somebody has spoken for an organisation, and still may. */
function isSpokenFor(w: World, rule: Rule, proposal: Proposal, speaker: Org): boolean {
  const voice = voicesIn(proposal, rule).find((each) => each.speaker === speaker && each.weight !== 0n);
  return voice !== undefined && speakerFor(w, rule, voice.account)?.speaker === speaker;
}

export function voicesIn(proposal: Proposal, { op }: Rule): readonly Voice[] {
  return proposal.polls.get(op) ?? [];
}

/** Records a vote wherever organisations are counted. The voice of one who may speak no longer is taken off. */
export function speak(w: World, proposal: Proposal, address: string, support: boolean): void {
  const account = accountOf(w, address);
  if (account === undefined) return;
  for (const rule of decidingOn(w, proposal).filter(countsOrgs)) {
    const voice = speakerFor(w, rule, account);
    if (voice === undefined || turnBy(w, rule, proposal, address) !== "may vote") continue;
    const voices = voicesIn(proposal, rule);
    const place = voices.findIndex(({ speaker }) => speaker === voice.speaker);
    const former = voices[place];
    const cast = { account, ...voice, support, losses: former === undefined ? 0n : takenOff(former).losses };
    proposal.polls.set(rule.op, former === undefined ? [...voices, cast] : voices.with(place, cast));
  }
}

function takenOff(voice: Voice): Voice {
  return voice.weight === 0n ? voice : { ...voice, weight: 0n, losses: voice.losses + 1n };
}

/** Rule 9: what the voices weigh now. One whose account may not speak any more is taken off. */
export function lookAgain(w: World, rule: Rule, voices: readonly Voice[]): Voice[] {
  return voices.map((voice) => {
    const { speaker, weight = 0n } = speakerFor(w, rule, voice.account) ?? {};
    return voice.weight !== 0n && speaker === voice.speaker ? { ...voice, weight } : takenOff(voice);
  });
}

/** For whom an account speaks where organisations are counted, and how many voices of that one have been taken off. */
export function standingOn(
  w: World,
  proposal: Proposal,
  address: string,
): { speaker: Org | undefined; losses: bigint } {
  const account = accountOf(w, address);
  const heard = decidingOn(w, proposal)
    .filter(countsOrgs)
    .map((rule) => ({ rule, speaker: account && speakerFor(w, rule, account)?.speaker }));
  const losses = heard
    .flatMap(({ rule, speaker }) => voicesIn(proposal, rule).filter((voice) => voice.speaker === speaker))
    .reduce((sum, voice) => sum + voice.losses, 0n);
  return { speaker: heard.find(({ speaker }) => speaker !== undefined)?.speaker, losses };
}

/** Whether others than its proposer have voted on a proposal. */
export function hasVotesOfOthers(w: World, proposal: Proposal, support: boolean): boolean {
  const isOther = (voter: string, its: boolean): boolean => its === support && voter !== proposal.proposer;
  const counted = decidingOn(w, proposal)
    .filter(countsOrgs)
    .flatMap((rule) => voicesIn(proposal, rule).filter(({ weight }) => weight !== 0n));
  return (
    [...proposal.votes].some(([voter, its]) => isOther(voter, its)) ||
    counted.some((voice) => isOther(voice.account.address, voice.support))
  );
}
