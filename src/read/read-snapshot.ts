import { latestBlock, type Network, networkAt } from "../network/network.js";
import type { Account, NetworkSettings, NodeRecord, Org, Proposal, Role, VotingRule } from "../model/records.js";
import { readOpenProposals, readRules } from "./read-proposals.js";
import * as records from "./read-records.js";
import { readSettings } from "./read-settings.js";

/** Everything that a network holds after one block. */
export interface Snapshot {
  chainId: number;
  block: number;
  settings: NetworkSettings;
  orgs: Org[];
  roles: Role[];
  accounts: Account[];
  nodes: NodeRecord[];
  networkAdmins: string[];
  openProposals: Proposal[];
  rules: VotingRule[];
}

/** Reads everything as it was after one block, the latest if none is named, with one call for some hundreds of records. */
export async function readSnapshot(network: Network, { block }: { block?: bigint } = {}): Promise<Snapshot> {
  const number = block ?? (await latestBlock(network));
  const then = networkAt(network, number);
  return {
    chainId: Number(network.chain.chainId),
    block: Number(number),
    settings: await readSettings(then),
    orgs: await records.readOrgs(then),
    roles: await records.readRoles(then),
    accounts: await records.readAccounts(then),
    nodes: await records.readNodes(then),
    networkAdmins: await records.readVoters(then),
    openProposals: await readOpenProposals(then),
    rules: await readRules(then),
  };
}
