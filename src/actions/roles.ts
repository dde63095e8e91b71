import { ACCESS_LEVELS, type AccessLevel } from "../model/codes.js";
import { type Actor, type ActionResult, perform } from "./perform.js";

export interface NewRole {
  org: string;
  role: string;
  access: AccessLevel;
  admin?: boolean;
}

/** Adds a role to an organisation, or brings a removed one back. */
export function addRole(actor: Actor, { org, role, access, admin = false }: NewRole): Promise<ActionResult> {
  const level = ACCESS_LEVELS.findIndex((each) => each === access);
  const tx = actor.network.contracts.interface.addNewRole.populateTransaction(role, org, level, false, admin);
  return perform(actor, `Add the role ${role} (${access}${admin ? ", admin" : ""}) to ${org}.`, tx);
}

/** Removes a role: its holders lose the rights that it gives. */
export function removeRole(actor: Actor, { org, role }: { org: string; role: string }): Promise<ActionResult> {
  const tx = actor.network.contracts.interface.removeRole.populateTransaction(role, org);
  return perform(actor, `Remove the role ${role} of ${org}.`, tx);
}

/** Gives an account a role of its organisation or of one above. */
export function assignRole(actor: Actor, p: { org: string; account: string; role: string }): Promise<ActionResult> {
  const tx = actor.network.contracts.interface.assignAccountRole.populateTransaction(p.account, p.org, p.role);
  return perform(actor, `Give ${p.account} the role ${p.role} in ${p.org}.`, tx);
}
