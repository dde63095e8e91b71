import { ACCESS_LEVELS, type AccessLevel } from "../model/codes.js";
import { refusal } from "../errors/refusal.js";
import type { Network } from "../network/network.js";
import { findAccount } from "../read/find.js";
import { type End, endInWords, endSeconds } from "./end.js";
import { type Actor, type ActionResult, perform, type Proceeding } from "./perform.js";

export interface NewRole {
  org: string;
  role: string;
  access: AccessLevel;
  admin?: boolean;
}

/** Adds a role to an organisation, or brings a removed one back. */
export function addRole(actor: Actor, p: NewRole): Promise<ActionResult> {
  return perform(actor, ...roleAddition(actor.network, p));
}

/** What adding a role says and sends. */
export function roleAddition({ contracts }: Network, { org, role, access, admin = false }: NewRole): Proceeding {
  const level = ACCESS_LEVELS.findIndex((each) => each === access);
  const tx = contracts.interface.addNewRole.populateTransaction(role, org, level, false, admin);
  return [`Add the role ${role} (${access}${admin ? ", admin" : ""}) to ${org}.`, tx];
}

/** Removes a role: its holders lose the rights that it gives. */
export function removeRole(actor: Actor, { org, role }: { org: string; role: string }): Promise<ActionResult> {
  const tx = actor.network.contracts.interface.removeRole.populateTransaction(role, org);
  return perform(actor, `Remove the role ${role} of ${org}.`, tx);
}

export interface Assignment {
  org: string;
  account: string;
  role: string;
  /** When it ends; without an end where none is given. */
  until?: End | undefined;
}

/** Gives an account a role of its organisation or of one above. */
export function assignRole(actor: Actor, p: Assignment): Promise<ActionResult> {
  return perform(actor, ...roleAssignment(actor.network, p));
}

/** What giving a role says and sends. */
export function roleAssignment({ contracts }: Network, { org, account, role, until }: Assignment): Proceeding {
  const what = `Give ${account} the role ${role} in ${org}`;
  if (until === undefined)
    return [`${what}.`, contracts.interface.assignAccountRole.populateTransaction(account, org, role)];
  const tx = contracts.rules.assignAccountRoleUntil.populateTransaction(account, org, role, endSeconds(until));
  return [`${what} ${endInWords(until)}.`, tx];
}

/** Gives the role that an account has another end. Throws ACCOUNT_UNKNOWN, AccountWithoutRole. */
export async function renewRole(
  actor: Actor,
  { account, until }: { account: string; until: End },
): Promise<ActionResult> {
  const { org, role } = await findAccount(actor.network, account);
  if (role === "") throw refusal("AccountWithoutRole", { account });
  return assignRole(actor, { org, account, role, until });
}
