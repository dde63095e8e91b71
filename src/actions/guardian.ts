import { type Actor, type ActionResult, perform } from "./perform.js";
import { requireGuardian } from "./require-guardian.js";

/** Proposes the next guardian. */
export async function transferGuardian(actor: Actor, { account }: { account: string }): Promise<ActionResult> {
  await requireGuardian(actor);
  const tx = actor.network.contracts.upgradable.transferGuardian.populateTransaction(account);
  return perform(actor, `Propose ${account} as the next guardian.`, tx);
}

/** Takes the guardian's office over. */
export function acceptGuardian(actor: Actor): Promise<ActionResult> {
  const tx = actor.network.contracts.upgradable.acceptGuardian.populateTransaction();
  return perform(actor, `Make ${actor.signer.address} the guardian.`, tx);
}

/** Names or dismisses an account that may boot the network. */
export async function setBootOperator(actor: Actor, p: { operator: string; allowed: boolean }): Promise<ActionResult> {
  await requireGuardian(actor);
  const tx = actor.network.contracts.upgradable.setBootOperator.populateTransaction(p.operator, p.allowed);
  return perform(actor, `${p.allowed ? "Name" : "Dismiss"} the boot operator ${p.operator}.`, tx);
}
