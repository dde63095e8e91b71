import { OrgStatus } from "../../data/codes.js";
import type { Happening } from "./verdict.js";
import { orgEvent } from "./events.js";
import type { Org, World } from "./world.js";

/** How the status of organisations changes: by votes, and by time. */

const OPEN: readonly bigint[] = [OrgStatus.APPROVED, OrgStatus.SUSPENSION_PROPOSED];

/** Whether the status of an organisation, seen alone, lets it act. */
export function isOpen({ status }: Pick<Org, "status">): boolean {
  return OPEN.includes(status);
}

/** Whether its voice is counted: from the record of an end on, not from the end. */
export function isHeard({ recorded }: Org): boolean {
  return OPEN.includes(recorded);
}

/** Whether its suspension has ended, and nobody has recorded that. */
export function isBack(org: Org): boolean {
  return isOpen(org) && !isHeard(org);
}

/** A suspension that ends does so by itself. */
export function passTime({ orgs, now }: World): void {
  for (const org of orgs) {
    if (org.suspendedUntil !== 0n && now >= org.suspendedUntil && !isOpen(org)) org.status = OrgStatus.APPROVED;
  }
}

/** Changes a status, with the event that tells nodes. */
export function turn(org: Org, status: bigint): Happening {
  const isRestored = status === OrgStatus.APPROVED && org.recorded === OrgStatus.RESTORATION_PROPOSED;
  Object.assign(org, { status, recorded: status });
  if (isOpen(org)) org.suspendedUntil = 0n;
  if (isRestored) return orgEvent("OrgSuspensionRevoked", org);
  if (status === OrgStatus.APPROVED) return orgEvent("OrgApproved", org);
  return orgEvent(status === OrgStatus.SUSPENDED ? "OrgSuspended" : "OrgPendingApproval", org);
}

/** What fails leaves a suspension as it is, unless it has ended. */
export function turnBack(org: Org): Happening {
  return turn(org, isOpen(org) ? OrgStatus.APPROVED : OrgStatus.SUSPENDED);
}
