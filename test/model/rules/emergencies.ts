import { Op, OrgStatus } from "../../data/codes.js";
import { notItsAccount } from "./accounts.js";
import { isRepairer } from "./checks.js";
import { hold, holdOf, isRested, lastHold, otherNodesHeld, type Target } from "./holding.js";
import { lasts } from "./holds.js";
import { DAY } from "./limits.js";
import { isAdminOrg, nodeOf, orgOf, recordedAccount } from "./lookup.js";
import { notItsNode } from "./nodes.js";
import { notProposing, propose } from "./proposals.js";
import { isTheNetwork, unknownOrg } from "./standing.js";
import { about, type Refusal, type Verdict, when } from "./verdict.js";
import { NOBODY, type World } from "./world.js";

/** What is suspended at once, and ends by itself. */

const LONGEST = 7n * DAY;

type Named = [orgId: string, address: string, enodeId: string];

/** Proposes a measure, or that one ends. */
export function proposeHold(
  w: World,
  caller: string,
  ...[orgId, address, enodeId, duration]: [...Named, bigint]
): Verdict {
  const named: Named = [orgId, address, enodeId];
  const target = targetOf(w, named);
  const byResolution = isTheNetwork(w, caller);
  const subject = { ...target, hold: { duration, byResolution } };
  return {
    against: [
      ...notProposing(w, caller, Op.EMERGENCY, subject),
      ...badTarget(w, named),
      ...when(duration > LONGEST, "HoldTooLong", duration, LONGEST),
      ...(duration === 0n ? when(!lasts(w, holdOf(w, target)), "NothingChanges") : ofGovernment(w, named)),
      ...(duration === 0n || byResolution ? [] : notRested(w, target)),
    ],
    happens: () => propose(w, caller, Op.EMERGENCY, subject),
  };
}

/** Records that what was held until now is held no longer. */
export function endHold(w: World, _: string, ...named: Named): Verdict {
  const target = targetOf(w, named);
  const { until, isMarked } = holdOf(w, target);
  return {
    against: [...badTarget(w, named), ...when(until > w.now, "HoldLasts", until), ...when(!isMarked, "NothingChanges")],
    happens: () => hold(w, target, { until, isMarked: false }),
  };
}

function targetOf(w: World, [orgId, address, enodeId]: Named): Target {
  const account = address === NOBODY ? undefined : recordedAccount(w, address);
  return { org: orgOf(w, orgId), account, node: nodeOf(w, enodeId) };
}

/** An account or a node of an organisation, an organisation without parent, or admissions. */
function badTarget(w: World, [orgId, address, enodeId]: Named): Refusal[] {
  const [ofAccount, ofNode, ofNone] = [address !== NOBODY, enodeId !== "", orgId === ""];
  const isMixed = (ofAccount && ofNode) || (ofNone && (ofAccount || ofNode));
  return [
    ...when(isMixed, "HoldNotAllowed", orgId, address, enodeId),
    ...(ofNone ? [] : unknownOrg(w, orgId)),
    ...(ofAccount ? notItsAccount(w, address, orgId) : []),
    ...(ofNode ? notItsNode(w, orgId, enodeId) : []),
    ...about(ofAccount || ofNode ? undefined : orgOf(w, orgId), (org) => [
      ...when(isAdminOrg(w, org), "AdminOrgNotAllowed", orgId),
      ...when(org.parent !== undefined, "OrgNotTopLevel", orgId),
      ...when(org.status === OrgStatus.PROPOSED, "OrgNotActive", orgId),
    ]),
  ];
}

/** Rule 12: the guardian is not held, and no node through which network admins send. */
function ofGovernment(w: World, [orgId, address, enodeId]: Named): Refusal[] {
  const org = orgOf(w, orgId);
  const isNode = enodeId !== "" && org !== undefined && isAdminOrg(w, org);
  return [
    ...when(isRepairer(w, address), "AccountIsGuardian", address),
    ...when(isNode, "HoldNotAllowed", orgId, address, enodeId),
  ];
}

function notRested(w: World, target: Target): Refusal[] {
  const until = lastHold(w, target);
  return [
    ...otherNodesHeld(w, target).map(({ enodeId, hold: other }): Refusal => ["OtherNodeHeld", enodeId, other.until]),
    ...when(!isRested(w, until), "HeldLately", until),
  ];
}
