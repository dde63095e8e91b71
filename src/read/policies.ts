import * as codes from "../model/codes.js";
import { isOfNetworkAdmins, policyInWords, ruleInWords, toPolicy, votesNeeded } from "../model/policy.js";
import type { VotingRule } from "../model/records.js";
import { RuleFields } from "../model/solidity-constants.js";
import type { Network } from "../network/network.js";

/** Stands for no proposal: nobody has voted on it, and what would be needed is answered all the same. */
const NO_PROPOSAL = 0;

/** How an operation (its number) is decided, and what that needs now. */
export async function readRule({ contracts }: Network, op: number): Promise<VotingRule> {
  const policy = toPolicy(await contracts.rules.getPolicy(op));
  const electorate = isOfNetworkAdmins(policy)
    ? (await contracts.voters.getNumberOfVoters()).active
    : (await contracts.rules.getPoll(NO_PROPOSAL, op)).electorate;
  return {
    operation: codes.operationName(op),
    ...policy,
    rule: ruleInWords(policy),
    policy: policyInWords(policy),
    needed: votesNeeded(policy, Number(electorate)),
    electorate: Number(electorate),
  };
}

/** How all operations are decided. */
export function readRules(network: Network): Promise<VotingRule[]> {
  return Promise.all(codes.OPERATIONS.slice(1).map((_, index) => readRule(network, index + 1)));
}

/** Whether a policy says who votes on an operation (its number), instead of network admins. */
export async function isByPolicy({ contracts }: Network, op: number): Promise<boolean> {
  return saysWhoVotes(await contracts.voters.ruleOf(op));
}

/** The same of a rule in one word. */
export function saysWhoVotes(word: bigint): boolean {
  return BigInt.asUintN(160, word >> BigInt(RuleFields.VOTERS)) !== 0n;
}
