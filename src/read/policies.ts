import * as codes from "../model/codes.js";
import { isOfNetworkAdmins, isSelf, policyInWords, ruleInWords, toPolicy, votesNeeded } from "../model/policy.js";
import type { Proposal, VotingRule } from "../model/records.js";
import { PayloadFields, RuleFields } from "../model/solidity-constants.js";
import type { Network } from "../network/network.js";
import { once } from "../util/once.js";

/** Stands for no proposal: nobody has voted on it, and what would be needed is answered all the same. */
const NO_PROPOSAL = 0;

/** How an operation (its number) is decided, and what that needs now. */
export function readRule(network: Network, op: number): Promise<VotingRule> {
  return ruleReader(network)(op);
}

/** How all operations are decided. */
export function readRules(network: Network): Promise<VotingRule[]> {
  const read = ruleReader(network);
  return Promise.all(codes.DECIDED_OPERATIONS.map((name) => read(codes.operationCode(name))));
}

/** Counts the network admins once for all operations on which they vote. */
function ruleReader({ contracts }: Network): (op: number) => Promise<VotingRule> {
  const networkAdmins = once(async () => (await contracts.voters.getNumberOfVoters()).active);
  return async (op) => {
    const policy = toPolicy(await contracts.rules.getPolicy(op));
    const electorate = async (): Promise<bigint> => {
      if (isSelf(policy)) return 0n;
      return isOfNetworkAdmins(policy) ? networkAdmins() : (await contracts.rules.getPoll(NO_PROPOSAL, op)).electorate;
    };
    const voices = Number(await electorate());
    return {
      operation: codes.operationName(op),
      ...policy,
      rule: ruleInWords(policy),
      policy: policyInWords(policy),
      needed: votesNeeded(policy, voices),
      electorate: voices,
    };
  };
}

/** The operations by whose policies a proposal is decided, as numbers: a resolution also by those of what it changes. */
export async function operationsOf(
  { contracts }: Network,
  { id, operation }: Pick<Proposal, "id" | "operation">,
): Promise<number[]> {
  const own = codes.operationCode(operation);
  if (operation !== "resolve") return [own];
  const { payload } = await contracts.voters.getProposal(id);
  const others = Number(BigInt.asUintN(32, payload >> BigInt(PayloadFields.OPERATIONS)));
  return codes.OPERATIONS.map((_, op) => op).filter((op) => op === own || (op > 0 && (others & (1 << op)) !== 0));
}

/** Whether a policy says who votes on an operation (its number), instead of network admins. */
export async function isByPolicy({ contracts }: Network, op: number): Promise<boolean> {
  return saysWhoVotes(await contracts.voters.ruleOf(op));
}

/** The same, asked once for each operation. */
export function policyAsker(network: Network): (op: number) => Promise<boolean> {
  const answers = new Map<number, Promise<boolean>>();
  return (op) => {
    const answer = answers.get(op) ?? isByPolicy(network, op);
    answers.set(op, answer);
    return answer;
  };
}

/** The same of a rule in one word. */
export function saysWhoVotes(word: bigint): boolean {
  return BigInt.asUintN(8, word >> BigInt(RuleFields.COUNTED)) !== 0n;
}

/** Whether a rule in one word says only a part of its policy. */
export function hasTerms(word: bigint): boolean {
  return BigInt.asUintN(160, word >> BigInt(RuleFields.TERMS)) !== 0n;
}
