import type { TransactionRequest } from "../chain/call.js";
import { parseInterfaceCall } from "../network/interface-call.js";
import type { Network } from "../network/network.js";
import { readOpenProposals } from "./read-proposals.js";
import { rightsTakenAtOnce } from "./rights-by-call.js";
import type { RightsChange } from "./rights-change.js";
import { readChangeBy, readChangeOfPassed } from "./rights-taken.js";

type Reader = (network: Network, args: readonly unknown[]) => Promise<RightsChange | undefined>;

/** A vote that names what it is about decides an open proposal of the organisation. */
const namedVote: Reader = async (network, [org]) => {
  for (const { id, about } of await readOpenProposals(network)) {
    const change = about.org === org ? await readChangeBy(network, { id, vote: "for" }) : undefined;
    if (change !== undefined) return change;
  }
  return undefined;
};

/** Votes that were signed may decide several proposals. */
const signedVotes: Reader = async (network, [given]) => {
  const votes = [...(given as Iterable<{ id: bigint; support: boolean }>)];
  for (const id of new Set(votes.map((vote) => vote.id))) {
    const count = votes.filter((vote) => vote.id === id && vote.support).length;
    const change = await readChangeBy(network, { id: Number(id), vote: "for", count });
    if (change !== undefined) return change;
  }
  return undefined;
};

/** What each function that has a proposal decided may take away. */
const DECIDING: Readonly<Record<string, Reader>> = {
  vote: (network, [id, support]) =>
    readChangeBy(network, { id: Number(id), vote: support === true ? "for" : "against" }),
  voteByHash: (network, [id, , support]) =>
    readChangeBy(network, { id: Number(id), vote: support === true ? "for" : "against" }),
  voteBySignatures: signedVotes,
  close: (network, [id]) => readChangeBy(network, { id: Number(id), vote: "none" }),
  carryOut: (network, [id]) => readChangeOfPassed(network, Number(id)),
  approveOrgStatus: namedVote,
  approveAdminRole: namedVote,
};

/** What a call to a network's contracts takes away, read from the call alone; undefined where that is nothing. */
export async function readChangeByCall(
  network: Network,
  { to, data }: TransactionRequest,
): Promise<RightsChange | undefined> {
  if (to !== network.addresses.PermissionsInterface) return undefined;
  const call = parseInterfaceCall(data);
  return call && (rightsTakenAtOnce(call) ?? DECIDING[call.name]?.(network, call.args));
}
