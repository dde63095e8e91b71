import type { Network } from "../../network/network.js";
import { contractRecordPages } from "../../read/contract-records.js";
import { readRules } from "../../read/policies.js";
import { readOpenProposals } from "../../read/read-proposals.js";
import { accountPages, nodePages, orgPages, readVoters, rolePages } from "../../read/read-records.js";
import type { Snapshot } from "../../read/read-snapshot.js";

/** A list of a network, page by page. */
type Pages<T> = (network: Network) => AsyncIterable<T>;

type ListName = Exclude<keyof Snapshot, "chainId" | "block" | "settings">;

/** The lists of a snapshot, in its order. Those that may be long are read page by page. */
export const LISTS: { readonly [Name in ListName]: Pages<Snapshot[Name]> } = {
  orgs: orgPages,
  roles: rolePages,
  accounts: accountPages,
  nodes: nodePages,
  contracts: contractRecordPages,
  networkAdmins: onePage(readVoters),
  openProposals: onePage(readOpenProposals),
  rules: onePage(readRules),
};

function onePage<T>(read: (network: Network) => Promise<T>): Pages<T> {
  return async function* (network) {
    yield await read(network);
  };
}
