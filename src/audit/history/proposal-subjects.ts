import { askEach } from "../../chain/ask-each.js";
import type { Network } from "../../network/network.js";
import type { Proposal } from "../../model/records.js";
import { readProposal } from "../../read/read-proposals.js";

/** What of a proposal never changes. A node's url is the present one. */
export type ProposalSubject = Pick<Proposal, "operation" | "about" | "proposer">;

export type ProposalSubjects = ReadonlyMap<bigint, ProposalSubject>;

/** Reads what proposals are about, each of them once. Throws PROPOSAL_UNKNOWN. */
export function proposalReader(network: Network): (ids: readonly bigint[]) => Promise<ProposalSubjects> {
  const known = new Map<bigint, ProposalSubject>();
  return async (ids) => {
    const unknown = [...new Set(ids)].filter((id) => !known.has(id));
    await askEach(unknown, async (id) => {
      const { operation, about, proposer } = await readProposal(network, Number(id));
      known.set(id, { operation, about, proposer });
    });
    return known;
  };
}
