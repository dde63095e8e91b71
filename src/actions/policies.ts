import { decodeRevert } from "../errors/contract-errors.js";
import type { PortcullisError } from "../errors/error.js";
import { refusal } from "../errors/refusal.js";
import { type Operation, operationCode } from "../model/codes.js";
import { isOfNetworkAdmins, isSamePolicy, type Policy } from "../model/policy.js";
import type { Network } from "../network/network.js";
import { readRule } from "../read/policies.js";
import { proposePolicy, proposeRule } from "./network-settings.js";
import type { Actor, ActionResult } from "./perform.js";
import { collectChanges, proposeResolution, tryChanges } from "./resolutions.js";

/** How an operation is to be decided. */
export interface NewPolicy {
  readonly operation: Operation;
  readonly policy: Policy;
}

/** Those that are not in force already. */
export async function policiesToSet<P extends NewPolicy>(network: Network, policies: readonly P[]): Promise<P[]> {
  const present = await Promise.all(policies.map(({ operation }) => readRule(network, operationCode(operation))));
  return policies.filter(({ policy }, index) => {
    const rule = present[index];
    return rule === undefined || !isSamePolicy(policy, rule);
  });
}

/** A policy that the contracts would refuse, and why. */
export interface RefusedPolicy<P extends NewPolicy> {
  policy: P;
  why: PortcullisError;
}

/** The policies that the contracts would refuse, each for itself, as the network is now. */
export async function refusedPolicies<P extends NewPolicy>(
  network: Network,
  policies: readonly P[],
): Promise<RefusedPolicy<P>[]> {
  const found: RefusedPolicy<P>[] = [];
  for (const policy of policies) {
    const changes = await collectChanges(network, (actor) => proposeOne(actor, policy));
    const refused = await tryChanges(network, changes);
    if (refused !== undefined) found.push({ policy, why: decodeRevert(refused.reason) ?? refused.error });
  }
  return found;
}

/** Proposes how operations are decided: of several as one resolution, and what is in force already is left alone. Throws
 *  NothingChanges if all is, CHANGE_REFUSED, and what the contract refuses. */
export async function proposePolicies(actor: Actor, policies: readonly NewPolicy[]): Promise<ActionResult> {
  return proposeNewPolicies(actor, await policiesToSet(actor.network, policies));
}

/** The same where none is in force already. */
export async function proposeNewPolicies(
  actor: Actor,
  [first, ...others]: readonly NewPolicy[],
): Promise<ActionResult> {
  if (first === undefined) throw refusal("NothingChanges", {});
  if (others.length === 0) return proposeOne(actor, first);
  const changes = await collectChanges(actor.network, async (collecting) => {
    for (const each of [first, ...others]) await proposeOne(collecting, each);
  });
  return proposeResolution(actor, changes);
}

function proposeOne(actor: Actor, { operation, policy }: NewPolicy): Promise<ActionResult> {
  return isOfNetworkAdmins(policy) && policy.delay === 0
    ? proposeRule(actor, { operation, ...policy })
    : proposePolicy(actor, operation, policy);
}
