import { Op, RuleKind, State } from "../../data/codes.js";
import { electorate } from "./standing.js";
import { LAST_OP, type Proposal, type Rule, type World } from "./world.js";

/** Rule 10: how many votes a proposal needs; never enough where the operation has been forbidden since. */
function needed({ kind, count, outOf }: Rule, voters: bigint): bigint {
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
      return voters + 1n;
  }
}

export interface Count {
  votesFor: bigint;
  votesAgainst: bigint;
}

export function countOf({ votes }: Proposal): Count {
  const all = [...votes.values()];
  const votesFor = all.filter((support) => support).length;
  return { votesFor: BigInt(votesFor), votesAgainst: BigInt(all.length - votesFor) };
}

/** Where the votes leave a proposal. A resolution must meet the rules of all its operations, and its own. */
export function decision(w: World, proposal: Proposal): bigint {
  // What organisations do alone adds nothing.
  const isVoted = (op: bigint): boolean => w.rules[Number(op)]?.kind !== RuleKind.SELF;
  const voted = proposal.op === Op.RESOLVE ? (proposal.resolution?.operations ?? []).filter(isVoted) : [];
  const states = [proposal.op, ...voted].map((op) => decisionBy(w, op, proposal));
  return [State.REJECTED, State.OPEN].find((state) => states.includes(state)) ?? State.APPROVED;
}

/** Approved by the rule of an operation, rejected because the rest could not approve it, or open. */
function decisionBy(w: World, op: bigint, proposal: Proposal): bigint {
  const rule = w.rules[Number(op)];
  if (rule === undefined) throw new Error(`no rule for ${op}`);
  const { votesFor, votesAgainst } = countOf(proposal);
  const voters = electorate(w);
  const enough = needed(rule, voters);
  if (votesFor >= enough) return State.APPROVED;
  return voters - votesAgainst < enough ? State.REJECTED : State.OPEN;
}

/** Whether a rule could be met, and does not lock its own change. */
export function isSound(w: World, { op, kind, count, outOf }: Omit<Rule, "proposal">): boolean {
  if (kind === RuleKind.COUNT) return count >= 1n && count <= electorate(w) && outOf === 0n;
  if (kind === RuleKind.FRACTION) return count >= 1n && count <= outOf && outOf <= 0xffffffffn;
  if (kind === RuleKind.FORBIDDEN && op === Op.CHANGE_RULE) return false;
  if (kind === RuleKind.SELF) return op >= Op.ADD_SUB_ORG && op <= Op.LET_GO && count === 0n && outOf === 0n;
  return kind <= RuleKind.FORBIDDEN && count === 0n && outOf === 0n;
}

/** Rule 10: whether one lost key could keep the rules as they are for ever, once this one is set. */
export function locksRules(w: World, rule: Rule): boolean {
  const changing = rule.op === Op.CHANGE_RULE ? rule : w.rules[Number(Op.CHANGE_RULE)];
  const removing = rule.op === Op.REMOVE_ADMIN ? rule : w.rules[Number(Op.REMOVE_ADMIN)];
  if (rule !== changing && rule !== removing) return false;
  if (changing === undefined || removing === undefined || !needsEverybody(w, changing)) return false;
  return removing.kind === RuleKind.FORBIDDEN || needsEverybody(w, removing);
}

/** All, whatever their number; or everybody where a majority would be fewer. */
function needsEverybody(w: World, rule: Rule): boolean {
  const voters = electorate(w);
  const meansAll = rule.kind === RuleKind.ALL || (rule.kind === RuleKind.FRACTION && rule.count === rule.outOf);
  return meansAll || (voters > voters / 2n + 1n && needed(rule, voters) === voters);
}

export function isOperation(op: bigint): boolean {
  return op >= 1n && op <= LAST_OP;
}
