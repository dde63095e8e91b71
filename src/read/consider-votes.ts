import { type Operation, operationCode } from "../model/codes.js";
import { isSelf } from "../model/policy.js";
import type { VotingRule } from "../model/records.js";
import type { Network } from "../network/network.js";
import { readRule } from "./policies.js";
import { readElectorate, type Voice } from "./voices.js";

/** What the vote of an account would weigh. */
export interface ConsideredVote {
  account: string;
  /** The organisation for which it would speak; null where accounts are counted, or it may not vote. */
  org: string | null;
  /** 0 if it would not count. */
  weight: number;
  /** A sentence. */
  why: string;
}

/** Whether votes would suffice. */
export interface Decision {
  allowed: boolean;
  rule: VotingRule;
  /** What they weigh together. */
  weight: number;
  votes: ConsideredVote[];
}

/** Asks the contracts whether the votes of some accounts would suffice for an operation now, and says what each would weigh. */
export async function considerVotes(
  network: Network,
  operation: Operation,
  accounts: readonly string[],
): Promise<Decision> {
  const op = operationCode(operation);
  const rule = await readRule(network, op);
  const voices = isSelf(rule) ? [] : await readElectorate(network, rule);
  const spoken = new Set<Voice>();
  const votes = accounts.map((account) => considered(account, voices, spoken));
  const weight = votes.reduce((sum, vote) => sum + vote.weight, 0);
  return { allowed: await network.contracts.rules.wouldPass(op, [...accounts]), rule, weight, votes };
}

function considered(account: string, voices: readonly Voice[], spoken: Set<Voice>): ConsideredVote {
  const voice = voices.find((each) => each.accounts.includes(account));
  if (voice === undefined) return { account, org: null, weight: 0, why: "It may not vote on it." };
  const { org, weight } = voice;
  if (spoken.has(voice))
    return { account, org, weight: 0, why: `${org ?? "It"} has spoken already, and is counted once.` };
  spoken.add(voice);
  return {
    account,
    org,
    weight,
    why: org === null ? "It has one vote." : `It speaks for ${org}, and weighs ${weight}.`,
  };
}
