import { ACCESS_LEVELS, type AccessLevel } from "../model/codes.js";
import type { Network } from "../network/network.js";
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
}

/** Gives an account a role of its organisation or of one above. */
export function assignRole(actor: Actor, p: Assignment): Promise<ActionResult> {
  return perform(actor, ...roleAssignment(actor.network, p));
}

/** What giving a role says and sends. */
export function roleAssignment({ contracts }: Network, { org, account, role }: Assignment): Proceeding {
  const tx = contracts.interface.assignAccountRole.populateTransaction(account, org, role);
  return [`Give ${account} the role ${role} in ${org}.`, tx];
}
