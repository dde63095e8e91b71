import type { OrgAccount } from "./accounts.js";
import { type Actor, type ActionResult, perform } from "./perform.js";

/** An account, the admin role that it is to have, and where. */
export interface NewAdmin extends OrgAccount {
  role: string;
}

/** Proposes a network admin or an organisation's admin, by the name of the admin role. */
export function proposeAdmin(actor: Actor, { org, account, role }: NewAdmin): Promise<ActionResult> {
  const tx = actor.network.contracts.interface.assignAdminRole.populateTransaction(org, account, role);
  return perform(actor, `Propose ${account} as ${role} of ${org}.`, tx);
}

/** Votes for exactly this account as admin of this organisation: of the admin organisation, as a network admin. */
export function approveAdmin(actor: Actor, { org, account }: OrgAccount): Promise<ActionResult> {
  const tx = actor.network.contracts.interface.approveAdminRole.populateTransaction(org, account);
  return perform(actor, `Vote for ${account} as admin of ${org}.`, tx);
}

/** Proposes to take an account's admin role away. */
export function proposeAdminRemoval(actor: Actor, { org, account }: OrgAccount): Promise<ActionResult> {
  const tx = actor.network.contracts.rules.proposeAdminRemoval.populateTransaction(org, account);
  return perform(actor, `Propose to remove the admin ${account} of ${org}.`, tx);
}
