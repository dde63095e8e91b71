import { DAILY_PROPOSALS, isMadeByHand, Op, PROPOSAL_LIFETIME, RuleKind, State, WAIT } from "../../data/codes.js";
import { countOf, decision } from "./counting.js";
import { DAY } from "./limits.js";
import { carryOut, isPossible, undo } from "./outcomes.js";
import { payloadOfResolution, sayChanges } from "./resolution-payload.js";
import { mayProposeBy, ruleOf } from "./policies.js";
import { wordOf } from "./rule-word.js";
import { electorate, isAdminByVote, isNetworkAdmin, isTheNetwork, notNetworkAdmin } from "./standing.js";
import { type Happening, present, type Refusal, type Verdict, when } from "./verdict.js";
import { accountOf, adminOrgId, ultimateOf } from "./lookup.js";
import { isStopped } from "./holds.js";
import { delayOf, lapsesAt, letPass, operationsOf } from "./waiting.js";
import { hasVotesOfOthers, speak, turnOf } from "./voices.js";
import { NOBODY, type Proposal, type World } from "./world.js";

const LATEST_EXPIRY = 0xffffffffn;
const BY_RESOLUTION = 1n << 32n;

type Resolve = (w: World, proposal: Proposal, state: bigint) => Happening[];

let resolve: Resolve;

/** How a resolution ends: by the rules of all functions, which for their part propose and end proposals. */
export function setResolve(how: Resolve): void {
  resolve = how;
}

/** What a proposal is about. */
export type Subject = Partial<
  Pick<
    Proposal,
    "org" | "node" | "role" | "account" | "setting" | "generation" | "change" | "resolution" | "hold" | "until"
  >
>;

/** What speaks against proposing; `open` is the proposal that is linked to the subject, or 0. Who is entitled need not be one
 *  who votes. */
export function notProposing(
  w: World,
  caller: string,
  op: bigint,
  subject: Subject,
  open = 0,
  isEntitled = false,
): Refusal[] {
  const expiresAt = w.now + BigInt(PROPOSAL_LIFETIME);
  return [
    ...when(!w.booted, "NotBooted"),
    ...when(!isEntitled && !isTheNetwork(w, caller) && !mayPropose(w, caller, op), "NotAVoter", caller),
    ...when(expiresAt > LATEST_EXPIRY, "ExpiryNotAllowed", expiresAt),
    ...when(w.rules[Number(op)]?.kind === RuleKind.FORBIDDEN, "OperationForbidden", op),
    ...when(open !== 0, "SubjectHasProposal", open),
    ...notYet(w, caller, op, subject),
  ];
}

function mayPropose(w: World, address: string, op: bigint): boolean {
  return isNetworkAdmin(w, address) || mayProposeBy(w, ruleOf(w, op), address);
}

/** Rule 22: one proposer's proposals of a day are limited, and what the others have rejected waits. */
function notYet(w: World, caller: string, op: bigint, subject: Subject): Refusal[] {
  const today = w.now / DAY;
  const own = w.proposals.filter(({ proposer }) => proposer === caller);
  const madeToday = own.filter(({ madeAt }) => madeAt / DAY === today).length;
  const waits = own.filter((made) => made.op === op && isSame(made, subject)).map(({ waitsUntil }) => waitsUntil);
  const until = waits.reduce((latest, one) => (one > latest ? one : latest), 0n);
  return [
    ...when(madeToday >= DAILY_PROPOSALS, "TooManyProposals", caller, DAILY_PROPOSALS, (today + 1n) * DAY),
    ...when(until > w.now, "RejectedLately", caller, op, until),
  ];
}

/** Whether two proposals of an operation are about the same, whatever it is to become. */
function isSame(made: Proposal, { org, node, role, account, setting, resolution, hold }: Subject): boolean {
  const isAlike = made.org === org && made.node === node && made.role === role && made.account === account;
  const isSameHold = (made.hold?.duration === 0n) === (hold?.duration === 0n);
  const isSameChange = sayChanges(made.resolution) === sayChanges(resolution);
  return isAlike && isSameHold && isSameChange && nameOf(made.setting) === nameOf(setting);
}

/** Which rule or setting it is. */
function nameOf(setting: Subject["setting"]): bigint | undefined {
  if (setting === undefined) return undefined;
  return "setting" in setting ? setting.setting : setting.op;
}

/** Rule 22: who proposed what others have voted against waits. */
function letWait(w: World, proposal: Proposal): void {
  if (hasVotesOfOthers(w, proposal, false)) holdBack(w, proposal);
}

export function holdBack(w: World, proposal: Proposal): void {
  proposal.waitsUntil = w.now + BigInt(WAIT);
}

/** Opens a proposal, and links it to its subject (rule 8). */
export function propose(w: World, caller: string, op: bigint, subject: Subject): Happening[] {
  const id = w.proposals.length + 1;
  const proposal: Proposal = {
    org: undefined,
    node: undefined,
    role: undefined,
    account: undefined,
    setting: undefined,
    generation: 0,
    change: 0n,
    resolution: undefined,
    hold: undefined,
    until: 0n,
    ...subject,
    id,
    op,
    // The network's have ended when the call ends.
    proposer: isTheNetwork(w, caller) ? NOBODY : caller,
    votes: new Map(),
    gone: new Map(),
    polls: new Map(),
    state: State.OPEN,
    expiresAt: w.now + BigInt(PROPOSAL_LIFETIME),
    madeAt: w.now,
    waitsUntil: 0n,
  };
  w.proposals.push(proposal);
  // Whoever proposes has a place in the list, so that it is known who it was.
  const isListed = isTheNetwork(w, caller) || w.voters.some(({ address }) => address === caller);
  if (!isListed) w.voters.push({ address: caller, active: false, term: 0n });
  link(proposal, id);
  const { org, node, account } = proposal;
  const named = [org?.index ?? 0, node?.index ?? 0, account?.address ?? NOBODY, payloadOf(proposal)];
  return [
    ["VoterManager", "VotingItemAdded", adminOrgId(w)],
    ["VoterManager", "ProposalCreated", id, op, caller, ...named],
  ];
}

export function payloadOf({ setting, generation, change, resolution, hold, until }: Proposal): bigint {
  if (hold !== undefined) return hold.duration | (hold.byResolution ? BY_RESOLUTION : 0n);
  if (resolution !== undefined) return payloadOfResolution(resolution);
  if (setting === undefined) return BigInt(generation) + change + until;
  if ("setting" in setting) return (setting.setting << 32n) | setting.value;
  return wordOf(setting);
}

const OF_ORGS: readonly bigint[] = [Op.ADD_ORG, Op.SUSPEND_ORG, Op.RESTORE_ORG, Op.SUSPEND_ORG_UNTIL];

function link({ op, org, node, account }: Proposal, id: number): void {
  const linked: { proposal: number }[] = [];
  if (OF_ORGS.includes(op)) linked.push(...present(org));
  // An open proposal would keep an emergency measure from being proposed.
  if (op === Op.EMERGENCY) return;
  linked.push(...present(node));
  if (op !== Op.SUSPEND_ORG) linked.push(...present(account));
  for (const record of linked) record.proposal = id;
}

/** Rule 7: it ends, and what it marked is as it was unless it was approved. */
export function end(w: World, proposal: Proposal, state: bigint): Happening[] {
  // What lets somebody in waits while nobody is.
  if (state === State.APPROVED && isStopped(w, operationsOf(proposal))) return letPass(proposal, w.now);
  for (const [voter, support] of proposal.gone) proposal.votes.set(voter, support);
  const outcome = proposal.resolution === undefined ? conclude(w, proposal, state) : resolve(w, proposal, state);
  return [...outcome, ["VoterManager", "ProposalStateChanged", proposal.id, proposal.state]];
}

function conclude(w: World, proposal: Proposal, state: bigint): Happening[] {
  proposal.state = state === State.APPROVED && !isPossible(w, proposal) ? State.REJECTED : state;
  link(proposal, 0);
  return proposal.state === State.APPROVED ? carryOut(w, proposal) : undo(proposal);
}

export const hasExpired = (w: World, { expiresAt }: Proposal): boolean => w.now >= expiresAt;

/** The proposals that nodes may still vote on, oldest first. */
export function openProposals(w: World): Proposal[] {
  return w.proposals.filter((proposal) => proposal.state === State.OPEN && !hasExpired(w, proposal));
}

/** Whoever may propose it; what an organisation's admin does alone at first also an admin by vote of its tree. */
export function mayStillPropose(w: World, { op, org, proposer }: Proposal): boolean {
  if (mayPropose(w, proposer, op)) return true;
  const own = accountOf(w, proposer)?.org;
  if (!isMadeByHand(op) || org === undefined || own === undefined) return false;
  return isAdminByVote(w, proposer) && ultimateOf(own) === ultimateOf(org);
}

/* VOTING */

export function vote(w: World, caller: string, id: bigint, support: boolean): Verdict {
  const proposal = w.proposals[Number(id) - 1];
  return {
    against: notVoting(w, caller, proposal, id),
    happens: () => (proposal === undefined ? [] : cast(w, caller, proposal, support)),
  };
}

function notVoting(w: World, caller: string, proposal: Proposal | undefined, id: bigint): Refusal[] {
  const turn = proposal && turnOf(w, proposal, caller);
  return [
    ...(turn === undefined ? notNetworkAdmin(w, caller) : when(turn === "no voter", "NotAVoter", caller)),
    ...notOpen(proposal, id),
    ...(proposal === undefined ? [] : when(hasExpired(w, proposal), "ProposalExpired", id, proposal.expiresAt)),
    ...when(turn === "has voted", "AlreadyVoted", id, caller),
  ];
}

export function notPassed(proposal: Proposal | undefined, id: bigint): Refusal[] {
  return when(proposal?.state !== State.PASSED, "ProposalNotPassed", id, proposal?.state ?? State.NONE);
}

function notOpen(proposal: Proposal | undefined, id: bigint): Refusal[] {
  return when(proposal?.state !== State.OPEN, "ProposalNotOpen", id, proposal?.state ?? State.NONE);
}

function cast(w: World, caller: string, proposal: Proposal, support: boolean): Happening[] {
  return [...record(w, caller, proposal, support), ...decide(w, proposal)];
}

/** A vote that counts. */
export function record(w: World, caller: string, proposal: Proposal, support: boolean): Happening[] {
  speak(w, proposal, caller, support);
  if (isNetworkAdmin(w, caller) && !proposal.votes.has(caller)) proposal.votes.set(caller, support);
  return [
    ["VoterManager", "VoteProcessed", adminOrgId(w)],
    ["VoterManager", "VoteCast", proposal.id, caller, support],
  ];
}

/** What the votes bring about; those that count no longer are taken off. */
export function decide(w: World, proposal: Proposal, anew = false): Happening[] {
  const { state, lookedAt } = decision(w, proposal, anew);
  for (const [op, voices] of lookedAt) proposal.polls.set(op, voices);
  if (state === State.REJECTED) letWait(w, proposal);
  if (state === State.OPEN) return [];
  const delay = state === State.APPROVED ? delayOf(w, proposal) : 0n;
  return delay > 0n ? letPass(proposal, w.now + delay) : end(w, proposal, state);
}

/** Rule 5: a vote by naming what is proposed. `open` is the proposal about the subject, `named` all that is named. */
export function approve(
  w: World,
  caller: string,
  open: number,
  named: Pick<Proposal, "op"> & Subject,
  others: Refusal[],
): Verdict {
  const proposal = w.proposals[open - 1];
  const differs = Object.entries(named).some(([part, thing]) => proposal?.[part as keyof Subject] !== thing);
  return {
    against: [
      ...others,
      ...when(proposal === undefined, "NothingToApprove"),
      ...notVoting(w, caller, proposal, BigInt(open)),
      ...when(proposal !== undefined && differs, "ProposalDiffers", open),
    ],
    happens: () => (proposal === undefined ? [] : cast(w, caller, proposal, true)),
  };
}

export function withdraw(w: World, caller: string, id: bigint): Verdict {
  const proposal = w.proposals[Number(id) - 1];
  const others = proposal !== undefined && hasVotesOfOthers(w, proposal, true);
  return {
    against: [
      ...notOpen(proposal, id),
      ...when(proposal?.proposer !== caller || !mayStillPropose(w, proposal), "NotProposer", id, caller),
      ...when(others, "ProposalHasVotes", id),
    ],
    happens: () => {
      if (proposal === undefined) return [];
      letWait(w, proposal);
      return end(w, proposal, State.WITHDRAWN);
    },
  };
}

export function close(w: World, _: string, id: bigint): Verdict {
  const proposal = w.proposals[Number(id) - 1];
  if (proposal?.state === State.PASSED) return closePassed(w, proposal);
  if (proposal?.state !== State.OPEN) return { against: notOpen(proposal, id), happens: () => [] };
  if (hasExpired(w, proposal)) return { against: [], happens: () => end(w, proposal, State.EXPIRED) };
  const isUndecided = decision(w, proposal, true).state === State.OPEN;
  const isHeldOpen = isUndecided && mayStillPropose(w, proposal);
  const { votesFor, votesAgainst } = countOf(proposal);
  return {
    against: isHeldOpen ? [["ProposalUndecided", id, votesFor, votesAgainst, electorate(w)]] : [],
    happens: () => (isUndecided ? end(w, proposal, State.WITHDRAWN) : decide(w, proposal, true)),
  };
}

/** It lapses if nobody carries it out. */
function closePassed(w: World, proposal: Proposal): Verdict {
  const lapses = lapsesAt(w, proposal);
  return {
    against: when(w.now < lapses, "ProposalPassed", proposal.id, lapses),
    happens: () => end(w, proposal, State.EXPIRED),
  };
}
