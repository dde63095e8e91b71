import { call } from "../chain/call.js";
import { askEach } from "../chain/ask-each.js";
import { PortcullisError } from "../errors/error.js";
import { isOfNetworkAdmins } from "../model/policy.js";
import type { Proposal } from "../model/records.js";
import type { Network } from "../network/network.js";
import { isByPolicy, operationsOf, readRules } from "./policies.js";
import { electorateReader } from "./voices.js";

/** What would become of an account's vote on an open proposal: it would count, or the account, or another one that speaks for its
 *  organisation, has voted already, or it may not vote. */
export type VoteStanding = "may vote" | "has voted" | "may not vote" | "not open";

const STANDINGS: ReadonlyMap<string, VoteStanding> = new Map([
  ["AlreadyVoted", "has voted"],
  ["NotAVoter", "may not vote"],
  ["ProposalNotOpen", "not open"],
  ["ProposalExpired", "not open"],
]);

/** Asks the contracts what would become of a vote, which nobody casts: one against, which carries nothing out. */
export async function readVoteStanding(
  { chain, contracts, addresses }: Network,
  id: number,
  account: string,
): Promise<VoteStanding> {
  const { data } = await contracts.rules.vote.populateTransaction(id, false);
  try {
    await call(chain.rpc, { from: account, to: addresses.PermissionsInterface, data });
    return "may vote";
  } catch (error) {
    const standing = error instanceof PortcullisError ? STANDINGS.get(error.code) : undefined;
    if (standing === undefined) throw error;
    return standing;
  }
}

/** Whether an account has voted on a proposal, and so. */
export async function hasVoted(
  network: Network,
  { proposal, voter, support }: { proposal: Pick<Proposal, "id" | "operation">; voter: string; support: boolean },
): Promise<boolean> {
  const { voters, rules } = network.contracts;
  const { id } = proposal;
  if ((await voters.getVote(id, voter)) === (support ? 1n : 2n)) return true;
  for (const op of await operationsOf(network, proposal)) {
    if (!(await isByPolicy(network, op))) continue;
    const { votes } = await rules.getPoll(id, op);
    if (votes.some((vote) => vote.account === voter && vote.support === support)) return true;
  }
  return false;
}

/** Whether an account votes on anything now: a network admin, or one that the policy of an operation lets vote. */
export async function isAnyVoter(network: Network, account: string): Promise<boolean> {
  if (await network.contracts.voters.isVoter(account)) return true;
  const readVoices = electorateReader(network);
  for (const rule of await readRules(network)) {
    if (!isOfNetworkAdmins(rule) && (await readVoices(rule)).some(({ accounts }) => accounts.includes(account)))
      return true;
  }
  return false;
}

/** Whether an account alone may stop one of these proposals, which has passed and waits. */
export async function mayVetoAny(
  { contracts }: Network,
  proposals: readonly Proposal[],
  account: string,
): Promise<boolean> {
  const passed = proposals.filter(({ state }) => state === "passed");
  return (await askEach(passed, ({ id }) => contracts.rules.mayVetoAlone(id, account))).includes(true);
}

/** Those of some proposals on which an account's vote would count now, and which it has not cast; also what has passed and waits
 *  for being carried out. */
export async function waitingFor(
  network: Network,
  proposals: readonly Proposal[],
  account: string,
): Promise<Proposal[]> {
  const standings = await askEach(proposals, ({ id }) => readVoteStanding(network, id, account));
  return proposals.filter(({ state }, index) => state === "passed" || standings[index] === "may vote");
}
