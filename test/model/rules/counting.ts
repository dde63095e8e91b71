import { Op, RuleKind, State } from "../../data/codes.js";
import { countsOrgs, electorateOf } from "./policies.js";
import { decidingOn, lookAgain, voicesIn } from "./voices.js";
import { LAST_OP, type Proposal, type Rule, type Voice, type World } from "./world.js";

const NEVER = 2n ** 256n - 1n;

/** Rule 10: how many votes a proposal needs; never enough where the operation is forbidden, or what organisations do alone. */
export function needed({ kind, count, outOf }: Pick<Rule, "kind" | "count" | "outOf">, voters: bigint): bigint {
  switch (kind) {
    case RuleKind.MAJORITY:
      return voters / 2n + 1n;
    case RuleKind.ALL:
      return voters;
    case RuleKind.ANY:
      return 1n;
    case RuleKind.COUNT:
      return count < voters ? count : voters;
    case RuleKind.FRACTION:
      return (voters * count + outOf - 1n) / outOf;
    default:
      return NEVER;
  }
}

export interface Count {
  votesFor: bigint;
  votesAgainst: bigint;
}

export function countOf({ votes }: Proposal): Count {
  return countAll([...votes.values()].map((support) => ({ support, weight: 1n })));
}

function countAll(votes: readonly Pick<Voice, "support" | "weight">[]): Count {
  const sumOf = (wanted: boolean): bigint =>
    votes.filter(({ support }) => support === wanted).reduce((sum, { weight }) => sum + weight, 0n);
  return { votesFor: sumOf(true), votesAgainst: sumOf(false) };
}

/** Where the votes leave a proposal, and the voices that were looked at again for that, by operation. */
export interface Decision {
  state: bigint;
  lookedAt: ReadonlyMap<bigint, readonly Voice[]>;
}

/** A resolution must meet the rules of all its operations, and its own. All voices are looked at anew, or those that would
 *  decide. */
export function decision(w: World, proposal: Proposal, anew = false): Decision {
  const lookedAt = new Map<bigint, readonly Voice[]>();
  let state: bigint = State.APPROVED;
  for (const rule of decidingOn(w, proposal)) {
    const voters = electorateOf(w, rule);
    let one = countsOrgs(rule)
      ? outcome(rule, countAll(voicesIn(proposal, rule)), voters)
      : outcome(rule, countOf(proposal), voters);
    if (countsOrgs(rule) && voters > 0n && (anew || one !== State.OPEN)) {
      const voices = lookAgain(w, rule, voicesIn(proposal, rule));
      lookedAt.set(rule.op, voices);
      one = outcome(rule, countAll(voices), voters);
    }
    if (one === State.REJECTED) return { state: one, lookedAt };
    if (one === State.OPEN) state = one;
  }
  return { state, lookedAt };
}

/** Approved, rejected because the rest could not approve it, or open. Nobody decides where there is nobody. */
function outcome(rule: Rule, { votesFor, votesAgainst }: Count, voters: bigint): bigint {
  if (voters === 0n) return State.OPEN;
  const enough = needed(rule, voters);
  if (votesFor >= enough) return State.APPROVED;
  return voters - votesAgainst < enough ? State.REJECTED : State.OPEN;
}

/** A suspension with an end is decided by the policy for suspensions. */
export function hasPolicy(op: bigint): boolean {
  return isOperation(op) && op !== Op.SUSPEND_ORG_UNTIL;
}

export function isOperation(op: bigint): boolean {
  return op >= 1n && op <= LAST_OP;
}
