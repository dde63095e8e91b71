import { Action, type StatusChange } from "../model/codes.js";
import { capital } from "../util/capital.js";
import { type Actor, type ActionResult, perform } from "./perform.js";

/** An account and its organisation. */
export interface OrgAccount {
  org: string;
  account: string;
}

/** Suspends, activates or blacklists an account. */
export function changeAccountStatus(actor: Actor, p: OrgAccount & { change: StatusChange }): Promise<ActionResult> {
  const { interface: permInterface } = actor.network.contracts;
  const tx = permInterface.updateAccountStatus.populateTransaction(p.org, p.account, Action[p.change]);
  return perform(actor, `${capital(p.change)} the account ${p.account} of ${p.org}.`, tx);
}

/** Lets an account go: it belongs to no organisation any more. */
export function releaseAccount(actor: Actor, { org, account }: OrgAccount): Promise<ActionResult> {
  const tx = actor.network.contracts.rules.releaseAccount.populateTransaction(org, account);
  return perform(actor, `Let the account ${account} of ${org} go.`, tx);
}

/** Proposes that an organisation loses an account. */
export function proposeAccountRelease(actor: Actor, { org, account }: OrgAccount): Promise<ActionResult> {
  const tx = actor.network.contracts.rules.proposeAccountRelease.populateTransaction(org, account);
  return perform(actor, `Propose to release the account ${account} from ${org}.`, tx);
}

/** Proposes to lift the blacklisting of an account. */
export function proposeAccountRecovery(actor: Actor, { org, account }: OrgAccount): Promise<ActionResult> {
  const tx = actor.network.contracts.interface.startBlacklistedAccountRecovery.populateTransaction(org, account);
  return perform(actor, `Propose to recover the account ${account} of ${org}.`, tx);
}

/** Votes to lift the blacklisting of exactly this account. */
export function approveAccountRecovery(actor: Actor, { org, account }: OrgAccount): Promise<ActionResult> {
  const { interface: permInterface } = actor.network.contracts;
  const tx = permInterface.approveBlacklistedAccountRecovery.populateTransaction(org, account);
  return perform(actor, `Vote to recover the account ${account} of ${org}.`, tx);
}
