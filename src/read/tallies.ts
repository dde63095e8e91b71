import type { IBallotModule } from "../../typechain-types/interfaces/IBallotModule.js";
import { askEach } from "../chain/ask-each.js";
import * as codes from "../model/codes.js";
import { isOfNetworkAdmins, isSelf } from "../model/policy.js";
import type { Proposal, VotingRule } from "../model/records.js";
import type { Network } from "../network/network.js";
import type { Named } from "./pages.js";
import { type CastVotes, weightOf } from "./cast-votes.js";
import { operationsOf, readRule } from "./policies.js";
import { readVoters } from "./read-records.js";
import { electorateReader, type Voice } from "./voices.js";

/** The votes on a proposal by one policy. */
export interface Tally extends CastVotes {
  /** The policy in words. */
  policy: string;
  /** What votes for it must weigh together; more than all weigh where the policy forbids the operation. */
  needed: number;
  /** What the votes of all who vote weigh together. */
  electorate: number;
  missing: Voice[];
}

/** The votes on an open proposal that count now, by each policy that decides it: one, unless it is a resolution. Of the operations
 *  on which network admins vote, the strictest rule is told. None of one that is decided, since policies may have changed since:
 *  `readCastVotes` has its votes. */
export async function readTallies(network: Network, proposal: Proposal): Promise<Tally[]> {
  if (proposal.state !== "open") return [];
  const ops = await operationsOf(network, proposal);
  const all = await Promise.all(ops.map((op) => readRule(network, op)));
  // What organisations do alone adds nothing to how a resolution is decided.
  const rules = all.filter((rule) => !isSelf(rule) || rule.operation === proposal.operation);
  const [strictest] = rules.filter(isOfNetworkAdmins).sort((one, other) => other.needed - one.needed);
  const readVoices = electorateReader(network);
  const tallies = strictest === undefined ? [] : [await tallyOfNetworkAdmins(network, proposal, strictest, rules)];
  for (const each of rules.filter((rule) => !isOfNetworkAdmins(rule))) {
    const same = tallies.find(({ policy }) => policy === each.policy);
    if (same === undefined) tallies.push(await tallyByPolicy(network, proposal, each, await readVoices(each)));
    else same.operations.push(each.operation);
  }
  return tallies;
}

async function tallyOfNetworkAdmins(
  network: Network,
  { id }: Proposal,
  rule: VotingRule,
  rules: readonly VotingRule[],
): Promise<Tally> {
  const admins = await readVoters(network);
  const votes = await askEach(admins, (admin) => network.contracts.voters.getVote(id, admin));
  const who = (vote: bigint): Voice[] =>
    admins.filter((_, index) => votes[index] === vote).map((admin) => ({ org: null, accounts: [admin], weight: 1 }));
  return toTally(rule, rules.filter(isOfNetworkAdmins), { for: who(1n), against: who(2n), missing: who(0n) });
}

async function tallyByPolicy(
  network: Network,
  { id }: Proposal,
  rule: VotingRule,
  voices: readonly Voice[],
): Promise<Tally> {
  const { votes } = await network.contracts.rules.getPoll(id, codes.operationCode(rule.operation));
  const cast = votes.filter(({ weight }) => weight > 0n);
  const who = (wanted: boolean): Voice[] => cast.filter(({ support }) => support === wanted).map(toVoice);
  const spoken = new Set(cast.map(({ org }) => org));
  const missing = voices.filter(({ org }) => !spoken.has(org ?? ""));
  return toTally(rule, [rule], { for: who(true), against: who(false), missing });
}

function toTally(
  rule: VotingRule,
  rules: readonly VotingRule[],
  votes: Pick<Tally, "for" | "against" | "missing">,
): Tally {
  const { policy, counted, needed, electorate } = rule;
  return {
    operations: rules.map(({ operation }) => operation),
    policy,
    counted,
    needed,
    electorate,
    votesFor: weightOf(votes.for),
    votesAgainst: weightOf(votes.against),
    ...votes,
  };
}

function toVoice({ account, org, weight }: Named<IBallotModule.CountedVoteStructOutput>): Voice {
  return { org, accounts: [account], weight: Number(weight) };
}
