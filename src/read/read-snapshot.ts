import { latestBlock, type Network, networkAt } from "../network/network.js";
import type { Account, NetworkSettings, NodeRecord, Org, Proposal, Role, VotingRule } from "../model/records.js";
import { type CacheUse, readCacheUse } from "./cache-use.js";
import { type ContractRecord, readContractRecords } from "./contract-records.js";
import { topOrgsOf } from "./limits.js";
import { whole } from "./pages.js";
import { rawOrgs } from "./raw-records.js";
import { readRules } from "./policies.js";
import { readPendingProposals } from "./read-proposals.js";
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
  contracts: ContractRecord[];
  networkAdmins: string[];
  /** Open ones, and what has passed and waits for being carried out. */
  openProposals: Proposal[];
  rules: VotingRule[];
}

/** Reads everything as it was after one block, the latest if none is named, with one call for some hundreds of records. */
export async function readSnapshot(network: Network, { block }: { block?: bigint } = {}): Promise<Snapshot> {
  const number = block ?? (await latestBlock(network));
  const then = networkAt(network, number);
  return snapshotAt(then, { block: number, orgs: await records.readOrgs(then) });
}

/** The same, and how full the caches of nodes are: the organisations are read once for both. */
export async function readStatus(network: Network): Promise<Snapshot & { caches: CacheUse[] }> {
  const block = await latestBlock(network);
  const then = networkAt(network, block);
  const found = await whole(rawOrgs(then));
  const snapshot = await snapshotAt(then, { block, orgs: records.orgsOf(found) });
  return { ...snapshot, caches: await readCacheUse(then, snapshot.settings.limits, topOrgsOf(found)) };
}

async function snapshotAt(then: Network, { block, orgs }: { block: bigint; orgs: Org[] }): Promise<Snapshot> {
  return {
    chainId: Number(then.chain.chainId),
    block: Number(block),
    settings: await readSettings(then),
    orgs,
    roles: await records.readRoles(then),
    accounts: await records.readAccounts(then),
    nodes: await records.readNodes(then),
    contracts: await readContractRecords(then),
    networkAdmins: await records.readVoters(then),
    openProposals: await readPendingProposals(then),
    rules: await readRules(then),
  };
}
