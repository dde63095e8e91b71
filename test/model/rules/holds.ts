import { Op } from "../../data/codes.js";
import { ultimateOf } from "./lookup.js";
import { type Refusal, when } from "./verdict.js";
import type { Account, Hold, Org, World } from "./world.js";

/** What an emergency measure holds. */

export function lasts(w: World, { until }: Hold): boolean {
  return until > w.now;
}

/** An organisation is held with the one at the top. */
export function isOrgHeld(w: World, org: Org): boolean {
  return lasts(w, ultimateOf(org).hold);
}

export function isAccountHeld(w: World, { hold }: Account): boolean {
  return lasts(w, hold);
}

/** What lets somebody in. */
const ADMITTING: readonly bigint[] = [Op.ADD_ORG, Op.ASSIGN_ADMIN, Op.ADD_SUB_ORG, Op.ASSIGN_ROLE, Op.ADD_NODE];

export function admits(operations: readonly bigint[]): boolean {
  return operations.some((op) => ADMITTING.includes(op));
}

export function isStopped(w: World, operations: readonly bigint[]): boolean {
  return admits(operations) && lasts(w, w.stop);
}

export function notAdmitted(w: World, operations: readonly bigint[]): Refusal[] {
  return when(isStopped(w, operations), "AdmissionsAreStopped", w.stop.until);
}
