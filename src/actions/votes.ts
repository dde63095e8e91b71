import { type Actor, type Done, perform } from "./perform.js";

/** Votes for or against a proposal. */
export function vote(actor: Actor, { id, support }: { id: bigint; support: boolean }): Promise<Done> {
  const tx = actor.network.contracts.rules.vote.populateTransaction(id, support);
  return perform(actor, `Vote ${support ? "for" : "against"} proposal ${id.toString()}.`, tx);
}

/** Takes back a proposal of one's own. */
export function withdraw(actor: Actor, id: bigint): Promise<Done> {
  const tx = actor.network.contracts.rules.withdraw.populateTransaction(id);
  return perform(actor, `Withdraw proposal ${id.toString()}.`, tx);
}

/** Ends a proposal that has expired, or that is decided because the network admins changed. */
export function close(actor: Actor, id: bigint): Promise<Done> {
  const tx = actor.network.contracts.rules.close.populateTransaction(id);
  return perform(actor, `Close proposal ${id.toString()}.`, tx);
}
