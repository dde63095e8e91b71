import { readTrail } from "../audit/proposal-trail.js";
import type { Network } from "../network/network.js";
import { readCastVotes } from "../read/cast-votes.js";
import { readVoteStanding } from "../read/may-vote.js";
import { readProposal } from "../read/read-proposals.js";
import { readTallies } from "../read/tallies.js";
import { type ProposalInFull, showStanding } from "./show/proposal-tables.js";

/** How a proposal stands, in words for an account that has done something about it. */
export async function standingFor(network: Network, id: number, account: string): Promise<string> {
  const proposal = await readProposal(network, id);
  const standing = { proposal, tallies: await readTallies(network, proposal), ...(await readTrail(network, proposal)) };
  if (proposal.state !== "open") return showStanding(standing);
  // What it did has been done, whatever becomes of this question.
  return showStanding(standing, await readVoteStanding(network, id, account).catch(() => undefined));
}

/** All about a proposal. */
export async function readProposalInFull(network: Network, id: number): Promise<ProposalInFull> {
  const proposal = await readProposal(network, id);
  return {
    proposal,
    tallies: await readTallies(network, proposal),
    cast: proposal.state === "open" ? [] : await readCastVotes(network, proposal),
    ...(await readTrail(network, proposal)),
  };
}
