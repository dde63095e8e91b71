import type { TransactionRequest } from "../chain/call.js";
import { Action } from "../model/codes.js";
import { INTERFACES } from "../model/contracts.js";
import type { Network } from "../network/network.js";
import { once } from "../util/once.js";
import { readOpenProposals } from "./read-proposals.js";
import { readChangeBy, type RightsChange } from "./rights-taken.js";

const KNOWN = once(() => [
  INTERFACES.PermissionsInterface.createInterface(),
  INTERFACES.PermissionsImplementation.createInterface(),
]);

type Reader = (network: Network, args: readonly unknown[]) => Promise<RightsChange | undefined>;

const account: Reader = (_, [, given]) => Promise.resolve({ about: "account", account: String(given) });

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

/** What each function may take away, from what it is given. */
const READERS: Readonly<Record<string, Reader>> = {
  updateAccountStatus: (network, args) =>
    Number(args[2]) === Action.activate ? Promise.resolve(undefined) : account(network, args),
  assignAccountRole: (_, [address, org, role]) =>
    Promise.resolve({ about: "assignment", account: String(address), org: String(org), role: String(role) }),
  removeRole: (_, [role, org]) => Promise.resolve({ about: "role", org: String(org), role: String(role) }),
  releaseAccount: account,
  vote: (network, [id, support]) =>
    readChangeBy(network, { id: Number(id), vote: support === true ? "for" : "against" }),
  voteByHash: (network, [id, , support]) =>
    readChangeBy(network, { id: Number(id), vote: support === true ? "for" : "against" }),
  voteBySignatures: signedVotes,
  close: (network, [id]) => readChangeBy(network, { id: Number(id), vote: "none" }),
  approveOrgStatus: namedVote,
  approveAdminRole: namedVote,
};

/** What a call to a network's contracts takes away, read from the call alone; undefined where that is nothing. */
export async function readChangeByCall(
  network: Network,
  { to, data }: TransactionRequest,
): Promise<RightsChange | undefined> {
  if (to !== network.addresses.PermissionsInterface) return undefined;
  for (const known of KNOWN()) {
    const call = known.parseTransaction({ data });
    if (call !== null) return READERS[call.name]?.(network, [...(call.args as unknown[])]);
  }
  return undefined;
}
