import { State } from "../../data/codes.js";
import { admits } from "./holds.js";
import { DAY } from "./limits.js";
import { decidingOn } from "./voices.js";
import type { Happening } from "./verdict.js";
import type { Proposal, World } from "./world.js";

/** What has passed, and waits for being carried out. */

const CARRYING_OUT = 7n * DAY;
const LATEST = 0xffffffffn;

/** How long it waits: as long as the longest of its policies says. */
export function delayOf(w: World, proposal: Proposal): bigint {
  const delays = decidingOn(w, proposal).map(({ terms }) => terms?.delay ?? 0n);
  return delays.reduce((longest, one) => (one > longest ? one : longest), 0n);
}

export function letPass(proposal: Proposal, from: bigint): Happening[] {
  proposal.state = State.PASSED;
  proposal.expiresAt = from < LATEST ? from : LATEST;
  return [["VoterManager", "ProposalStateChanged", proposal.id, State.PASSED]];
}

/** Until when it can be carried out. The time in which nobody is let in does not count for what lets somebody in, unless that has
 *  lapsed long before. */
export function lapsesAt(w: World, proposal: Proposal): bigint {
  const { expiresAt: from } = proposal;
  const { until } = w.stop;
  const isExtended = admits(operationsOf(proposal)) && until > from && until < from + 2n * CARRYING_OUT;
  return (isExtended ? until : from) + CARRYING_OUT;
}

/** Its operation, and those of its changes. */
export function operationsOf({ op, resolution }: Proposal): bigint[] {
  return [...new Set([op, ...(resolution?.operations ?? [])])];
}
