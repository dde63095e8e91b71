import { NodeStatus } from "../../data/codes.js";
import { isRepairer } from "./checks.js";
import { nodeEvent } from "./events.js";
import { lasts } from "./holds.js";
import { DAY } from "./limits.js";
import { isAdminOrg, ultimateOf } from "./lookup.js";
import type { Happening } from "./verdict.js";
import type { Hold, Node, Proposal, World } from "./world.js";

/** How emergency measures are taken. */

/** How long after a measure the next one about the same needs a resolution. */
export const REST = 30n * DAY;

/** What a measure is about: an account or a node of an organisation, the organisation itself, or admissions. */
export type Target = Pick<Proposal, "org" | "account" | "node">;

export function holdOf(w: World, { org, account, node }: Target): Hold {
  return (account ?? node ?? org)?.hold ?? w.stop;
}

/** Until when the target was held last, or the organisation at the top that it belongs to. */
export function lastHold(w: World, target: Target): bigint {
  const { org, account, node } = target;
  const { until } = holdOf(w, target);
  const ofOrg = org === undefined || (account ?? node) === undefined ? 0n : ultimateOf(org).hold.until;
  return ofOrg > until ? ofOrg : until;
}

export function isRested(w: World, until: bigint): boolean {
  return until === 0n || w.now >= until + REST;
}

/** One node is held at a time. */
export function otherNodesHeld(w: World, { node }: Target): Node[] {
  return node === undefined ? [] : w.nodes.filter((other) => other !== node && lasts(w, other.hold));
}

/** Whether a measure can still be taken, or ended. */
export function mayImpose(w: World, proposal: Proposal): boolean {
  const target = targetNow(proposal);
  const { org, account, node } = target;
  const { duration = 0n, byResolution = false } = proposal.hold ?? {};
  if (duration === 0n) return lasts(w, holdOf(w, target));
  const isNodeOfAdmins = node !== undefined && org !== undefined && isAdminOrg(w, org);
  if (isNodeOfAdmins || (account !== undefined && isRepairer(w, account.address))) return false;
  return byResolution || (otherNodesHeld(w, target).length === 0 && isRested(w, lastHold(w, target)));
}

/** It may have come to another organisation since it was proposed. */
function targetNow({ org, account, node }: Proposal): Target {
  if (account !== undefined) return { org: account.org, account, node };
  return { org: node === undefined ? org : node.free ? undefined : node.org, account, node };
}

export function impose(w: World, proposal: Proposal): Happening[] {
  const { duration = 0n } = proposal.hold ?? {};
  return hold(w, targetNow(proposal), { until: w.now + duration, isMarked: duration !== 0n });
}

/** Other nodes drop a node that is held, and take it in again when that has been recorded as ended. */
export function hold(w: World, { org, account, node }: Target, next: Hold): Happening[] {
  const { until, isMarked } = next;
  const said = [until, isMarked];
  if (account !== undefined) {
    account.hold = next;
    return [["AccountManager", "AccountHeld", account.address, org?.id ?? "", ...said]];
  }
  if (node !== undefined) {
    node.hold = next;
    const told = nodeEvent(isMarked ? "NodeDeactivated" : "NodeActivated", node, node);
    const held: Happening = ["NodeManager", "NodeHeld", node.enodeId, org?.id ?? "", ...said];
    return node.status === NodeStatus.APPROVED ? [held, told] : [held];
  }
  if (org !== undefined) {
    org.hold = next;
    return [["OrgManager", "OrgHeld", org.id, ...said]];
  }
  w.stop = next;
  return [["OrgManager", "AdmissionsStopped", ...said]];
}
