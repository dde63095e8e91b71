import type { Network } from "../network.js";
import type { ProposalRecord } from "./records.js";

const PAGE = 50n;

/** The open proposals, oldest first; expired ones are among them until somebody closes them. */
export async function readOpenProposals({ contracts }: Network): Promise<ProposalRecord[]> {
  const open: ProposalRecord[] = [];
  for (;;) {
    const page = await contracts.voters.getOpenProposals(open.at(-1)?.id ?? 0n, PAGE);
    open.push(...page);
    if (BigInt(page.length) < PAGE) return open;
  }
}
