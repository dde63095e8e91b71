import { RuleKind, State } from "../../data/codes.js";
import { notAdmitted } from "./holds.js";
import { ruleOf } from "./policies.js";
import { end, holdBack, notPassed } from "./proposals.js";
import { isNetworkAdmin } from "./standing.js";
import { type Happening, type Verdict, when } from "./verdict.js";
import { isVetoer, vetoShareOf } from "./vetoes.js";
import { lapsesAt, operationsOf } from "./waiting.js";
import type { Proposal, World } from "./world.js";
import { adminOrgId } from "./lookup.js";

/** What becomes of what has passed. */

/** Anybody carries it out once it has waited. */
export function carryOut(w: World, _: string, id: bigint): Verdict {
  const proposal = w.proposals[Number(id) - 1];
  if (proposal?.state !== State.PASSED) return { against: notPassed(proposal, id), happens: () => [] };
  const lapses = lapsesAt(w, proposal);
  return {
    against: [
      ...when(w.now < proposal.expiresAt, "ProposalWaits", id, proposal.expiresAt),
      ...when(w.now >= lapses, "ProposalExpired", id, lapses),
      ...operationsOf(proposal).flatMap((op) =>
        when(ruleOf(w, op).kind === RuleKind.FORBIDDEN, "OperationForbidden", op),
      ),
      ...notAdmitted(w, operationsOf(proposal)),
    ],
    happens: () => end(w, proposal, State.APPROVED),
  };
}

/** Stops it while it waits. */
export function veto(w: World, caller: string, id: bigint): Verdict {
  const proposal = w.proposals[Number(id) - 1];
  if (proposal?.state !== State.PASSED) return { against: notPassed(proposal, id), happens: () => [] };
  const isAlone = isVetoer(w, proposal, caller);
  const needed = vetoShareOf(w, proposal);
  const isOneOfMany = needed !== undefined && isNetworkAdmin(w, caller);
  const opposed = [...proposal.votes].filter(([voter, support]) => !support && voter !== caller).length + 1;
  const isStopped = isAlone || (needed !== undefined && BigInt(opposed) >= needed);
  const isAgain = !isAlone && !isStopped && proposal.votes.get(caller) === false;
  return {
    against: [
      ...when(w.now >= proposal.expiresAt, "VetoTooLate", id, proposal.expiresAt),
      ...when(!isAlone && !isOneOfMany, "NotAVetoer", id, caller),
      ...when(isAgain, "AlreadyVoted", id, caller),
    ],
    happens: () => [...(isAlone ? [] : oppose(w, proposal, caller)), ...(isStopped ? stop(w, proposal, caller) : [])],
  };
}

/** A network admin who was for it is so no longer. */
function oppose(w: World, proposal: Proposal, caller: string): Happening[] {
  proposal.gone.clear();
  if (proposal.votes.get(caller) === false) return [];
  proposal.votes.set(caller, false);
  return [
    ["VoterManager", "VoteProcessed", adminOrgId(w)],
    ["VoterManager", "VoteCast", proposal.id, caller, false],
  ];
}

function stop(w: World, proposal: Proposal, caller: string): Happening[] {
  holdBack(w, proposal);
  return [["VoterManager", "ProposalVetoed", proposal.id, caller], ...end(w, proposal, State.REJECTED)];
}
