import { getAddress } from "ethers";
import type { CallRequest } from "../chain/call.js";
import { getTransactions } from "../chain/full-block.js";
import type { Proposal } from "../model/records.js";
import { parseInterfaceCall } from "../network/interface-call.js";
import type { Network } from "../network/network.js";
import { whole } from "../read/pages.js";
import { isPutToVote } from "../read/put-to-vote.js";
import { rawOpenProposals } from "../read/raw-records.js";
import { readProposal } from "../read/read-proposals.js";
import { voterEvents } from "./proposal-trail.js";

/** The open proposal that an account has opened by the very same call, which the contracts would take again; undefined where there
 *  is none, and where the node has no events of that time any more. */
export async function findProposedBefore(
  network: Network,
  { from, data }: Pick<CallRequest, "data"> & { from: string },
): Promise<Proposal | undefined> {
  if (!(await opensProposal(network, data))) return undefined;
  const proposer = getAddress(from);
  const own = (await whole(rawOpenProposals(network))).filter((proposal) => proposal.proposer === proposer);
  if (own.length === 0) return undefined;
  const ids = new Set(own.map(({ id }) => id));
  const id = await findOpenedBy(network, ids, { proposer, data }).catch(() => undefined);
  return id === undefined ? undefined : readProposal(network, id);
}

/** The six operations of nodes are not asked about: a second proposal is refused there. */
async function opensProposal(network: Network, data: string): Promise<boolean> {
  return parseInterfaceCall(data)?.name.startsWith("propose") === true || isPutToVote(network, data);
}

/** The number of the one of these that was opened by this call. */
async function findOpenedBy(
  network: Network,
  ids: ReadonlySet<bigint>,
  { proposer, data }: { proposer: string; data: string },
): Promise<number | undefined> {
  for await (const { values, log } of voterEvents(network, "ProposalCreated", [null, null, proposer])) {
    if (!ids.has(values.id)) continue;
    const block = (await getTransactions(network.chain.rpc, log.blockNumber)) ?? [];
    if (block.find(({ hash }) => hash === log.transactionHash)?.input === data) return Number(values.id);
  }
  return undefined;
}
