import { describeInFull } from "../read/describe-proposal.js";
import { readProposal } from "../read/read-proposals.js";
import { readVotable } from "../read/votable.js";
import { type Actor, type ActionResult, perform } from "./perform.js";

/** Votes for or against a proposal, and names what is voted on by its hash: what a node shows under a number is then what is
 *  voted on, or nothing is. Throws PROPOSAL_UNKNOWN, PROPOSAL_SHOWN_WRONG, and what the contract refuses. */
export async function castVote(actor: Actor, { id, support }: { id: number; support: boolean }): Promise<ActionResult> {
  const { proposal, hash } = await readVotable(actor.network, id, support);
  const tx = actor.network.contracts.rules.voteByHash.populateTransaction(id, hash, support);
  return perform(actor, `Vote ${support ? "for" : "against"} ${describeInFull(proposal)}.`, tx);
}

/** Stops what has passed, while it waits. Throws PROPOSAL_UNKNOWN, and what the contract refuses. */
export async function vetoProposal(actor: Actor, { id }: { id: number }): Promise<ActionResult> {
  const tx = actor.network.contracts.rules.veto.populateTransaction(id);
  return perform(actor, `Veto ${describeInFull(await readProposal(actor.network, id))}.`, tx);
}

/** Takes back a proposal of one's own. Throws PROPOSAL_UNKNOWN, and what the contract refuses. */
export async function withdrawProposal(actor: Actor, { id }: { id: number }): Promise<ActionResult> {
  const tx = actor.network.contracts.rules.withdraw.populateTransaction(id);
  return perform(actor, `Withdraw ${describeInFull(await readProposal(actor.network, id))}.`, tx);
}

/** Ends a proposal that has expired, or that is decided because the network admins changed. Throws as `withdrawProposal`
 *  does. */
export async function closeProposal(actor: Actor, { id }: { id: number }): Promise<ActionResult> {
  const tx = actor.network.contracts.rules.close.populateTransaction(id);
  return perform(actor, `Close ${describeInFull(await readProposal(actor.network, id))}.`, tx);
}
