import { Action } from "../codes.js";
import { type Actor, type Done, perform } from "./perform.js";

export type StatusChange = keyof typeof Action;

interface OrgAccount {
  org: string;
  account: string;
}

/** Suspends, activates or blacklists an account. */
export function changeAccountStatus(actor: Actor, p: OrgAccount & { change: StatusChange }): Promise<Done> {
  const { interface: face } = actor.network.contracts;
  const tx = face.updateAccountStatus.populateTransaction(p.org, p.account, Action[p.change]);
  return perform(actor, `${capital(p.change)} the account ${p.account} of ${p.org}.`, tx);
}

/** Proposes to lift the blacklisting of an account. */
export function proposeAccountRecovery(actor: Actor, { org, account }: OrgAccount): Promise<Done> {
  const tx = actor.network.contracts.interface.startBlacklistedAccountRecovery.populateTransaction(org, account);
  return perform(actor, `Propose to recover the account ${account} of ${org}.`, tx);
}

export function approveAccountRecovery(actor: Actor, { org, account }: OrgAccount): Promise<Done> {
  const tx = actor.network.contracts.interface.approveBlacklistedAccountRecovery.populateTransaction(org, account);
  return perform(actor, `Vote to recover the account ${account} of ${org}.`, tx);
}

/** Proposes a network admin or an organisation's admin, by the name of the admin role. */
export function proposeAdmin(actor: Actor, { org, account, role }: OrgAccount & { role: string }): Promise<Done> {
  const tx = actor.network.contracts.interface.assignAdminRole.populateTransaction(org, account, role);
  return perform(actor, `Propose ${account} as ${role} of ${org}.`, tx);
}

export function approveAdmin(actor: Actor, { org, account }: OrgAccount): Promise<Done> {
  const tx = actor.network.contracts.interface.approveAdminRole.populateTransaction(org, account);
  return perform(actor, `Vote for ${account} as an admin of ${org}.`, tx);
}

/** Proposes to take an account's admin role away. */
export function proposeAdminRemoval(actor: Actor, { org, account }: OrgAccount): Promise<Done> {
  const tx = actor.network.contracts.rules.proposeAdminRemoval.populateTransaction(org, account);
  return perform(actor, `Propose to remove the admin ${account} of ${org}.`, tx);
}

export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
