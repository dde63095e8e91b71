import { describeProposal } from "../read/describe.js";
import { readProposal } from "../read/proposals.js";
import { type Actor, type Done, perform } from "./perform.js";

/** Votes for or against a proposal. Throws PROPOSAL_UNKNOWN, and what the contract refuses. */
export async function vote(actor: Actor, { id, support }: { id: number; support: boolean }): Promise<Done> {
  const tx = actor.network.contracts.rules.vote.populateTransaction(id, support);
  return perform(actor, `Vote ${support ? "for" : "against"} ${await described(actor, id)}.`, tx);
}

/** Takes back a proposal of one's own. Throws as `vote` does. */
export async function withdraw(actor: Actor, id: number): Promise<Done> {
  const tx = actor.network.contracts.rules.withdraw.populateTransaction(id);
  return perform(actor, `Withdraw ${await described(actor, id)}.`, tx);
}

/** Ends a proposal that has expired, or that is decided because the network admins changed. Throws as `vote` does. */
export async function close(actor: Actor, id: number): Promise<Done> {
  const tx = actor.network.contracts.rules.close.populateTransaction(id);
  return perform(actor, `Close ${await described(actor, id)}.`, tx);
}

async function described({ network }: Actor, id: number): Promise<string> {
  return describeProposal(await readProposal(network, id));
}
