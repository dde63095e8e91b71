import { AccountFields, NodeFields } from "../model/solidity-constants.js";
import { id } from "ethers";
import type { IAccountManager } from "../../typechain-types/interfaces/IAccountManager.js";
import type { INodeManager } from "../../typechain-types/interfaces/INodeManager.js";
import type { IOrgManager } from "../../typechain-types/interfaces/IOrgManager.js";
import type { IRoleManager } from "../../typechain-types/interfaces/IRoleManager.js";
import * as codes from "../model/codes.js";
import { type Enode, formatEnode } from "../model/enode.js";
import type { Network } from "../network/network.js";
import { isoOf } from "../util/moment.js";
import type { Account, NodeRecord, Org, Role } from "../model/records.js";
import { endReader, type RecordedEnd } from "./ends.js";
import { type Named, whole } from "./pages.js";
import * as raw from "./raw-records.js";

/** All records of each kind, in the order in which they were created: as generators of pages, or whole. What was never
 *  approved has no status, and is left out. */

export async function* orgPages(network: Network): AsyncGenerator<Org[]> {
  for await (const page of raw.rawOrgs(network)) yield orgsOf(page);
}

export function orgsOf(found: readonly raw.RecordOf<typeof raw.rawOrgs>[]): Org[] {
  return found.filter(({ status }) => status !== 0n).map(toOrg);
}

export async function* rolePages(network: Network): AsyncGenerator<Role[]> {
  for await (const page of raw.rawRoles(network)) yield page.map(toRole);
}

export async function* accountPages(network: Network): AsyncGenerator<Account[]> {
  for await (const page of raw.rawAccounts(network))
    yield accountsOf(
      network,
      page.filter(({ status }) => status !== 0n),
    );
}

export async function* nodePages(network: Network): AsyncGenerator<NodeRecord[]> {
  for await (const page of raw.rawNodes(network)) yield nodesOf(network, page);
}

export const readOrgs = (network: Network) => whole(orgPages(network));
export const readRoles = (network: Network) => whole(rolePages(network));
export const readAccounts = (network: Network) => whole(accountPages(network));
export const readNodes = (network: Network) => whole(nodePages(network));

/** Nodes that an emergency measure holds, and those for which it has ended while their record does not say so. */
export async function readMarkedNodes(network: Network): Promise<NodeRecord[]> {
  return nodesOf(network, await network.contracts.nodes.getHeldNodes());
}

/** The network admins: those that may vote now. */
export async function readVoters(network: Network): Promise<string[]> {
  const voters = await whole(raw.rawVoters(network));
  return voters.filter(({ active }) => active).map(({ account }) => account);
}

/** The organisation with this full id; undefined when there is none. */
export async function readOrg(network: Network, orgId: string): Promise<Org | undefined> {
  const [place] = await network.contracts.orgs.getOrganisation(keyOf(orgId));
  const found = await orgAt(network, place);
  return found?.id === orgId ? found : undefined;
}

/** The node with this enode id; undefined when there is none. */
export async function readNode(network: Network, enodeId: string): Promise<NodeRecord | undefined> {
  const [word] = await network.contracts.nodes.fetchListeningNode(keyOf(enodeId), "", 0, 0);
  const found = await nodeAt(network, placeIn(word, NodeFields));
  return found?.enodeId === enodeId.toLowerCase() ? found : undefined;
}

/** By what the managers know an organisation or a node: the hash of its full id or enode id. */
export function keyOf(text: string): string {
  return id(text);
}

/** Places in lists have 24 bits in every word. */
const INDEX_BITS = 24;

function placeIn(word: bigint, { INDEX }: { INDEX: number }): bigint {
  return BigInt.asUintN(INDEX_BITS, word >> BigInt(INDEX));
}

/** The account of this address; undefined if there is none. */
export async function readAccount(network: Network, address: string): Promise<Account | undefined> {
  const word = await network.contracts.accounts.getEntryAtAddress(address);
  const found = await accountAt(network, placeIn(word, AccountFields));
  return found?.address === address && found.status !== "none" ? found : undefined;
}

/** Records name each other by place, from 1 on; 0 is none. */
export async function orgAt({ contracts }: Network, place: bigint): Promise<Org | undefined> {
  const [found] = place === 0n ? [] : await contracts.orgs.getOrgPage(place - 1n, 1);
  return found && toOrg(found);
}

/** Where an open proposal wants a node; undefined where none does. */
export async function readProposedAddress({ contracts }: Network, enodeId: string): Promise<Enode | undefined> {
  const [ip, port, raftPort] = await contracts.nodes.getProposedAddress(enodeId);
  return ip === "" ? undefined : { enodeId, ip, port: Number(port), raftPort: Number(raftPort) };
}

export async function nodeAt(network: Network, place: bigint): Promise<NodeRecord | undefined> {
  const page = place === 0n ? [] : await network.contracts.nodes.getNodePage(place - 1n, 1);
  return (await nodesOf(network, page))[0];
}

export async function accountAt(network: Network, place: bigint): Promise<Account | undefined> {
  const page = place === 0n ? [] : await network.contracts.accounts.getAccountPage(place - 1n, 1);
  return (await accountsOf(network, page))[0];
}

export async function roleAt({ contracts }: Network, place: bigint): Promise<Role | undefined> {
  const [found] = place === 0n ? [] : await contracts.roles.getRolePage(place - 1n, 1);
  return found && toRole(found);
}

function toOrg(record: Named<IOrgManager.OrgInfoStructOutput>): Org {
  const { fullId, parentId, ultimateId, level, status, proposal } = record;
  return {
    id: fullId,
    parent: parentId === "" ? null : parentId,
    top: ultimateId,
    level: Number(level),
    status: codes.orgStatusName(status),
    heldUntil: timeOrNull(record.heldUntil),
    suspendedUntil: timeOrNull(record.endsAt),
    proposal: orNull(proposal),
  };
}

function toRole(record: Named<IRoleManager.RoleInfoStructOutput>): Role {
  const { roleId, orgId, access, admin, voter, active } = record;
  const kind = codes.roleKindName(record.kind);
  return {
    org: orgId,
    name: roleId,
    access: codes.accessName(access),
    kind,
    admin,
    voter,
    active,
    status: codes.roleStatusOf({ active, kind }),
  };
}

type RawAccount = Named<IAccountManager.AccountInfoStructOutput>;

async function accountsOf(network: Network, page: readonly RawAccount[]): Promise<Account[]> {
  const endOf = await endReader(network, page);
  return page.map((record) => toAccount(record, endOf(record)));
}

function toAccount(record: RawAccount, end: RecordedEnd): Account {
  return {
    address: record.account,
    org: record.orgId,
    role: record.roleId,
    status: codes.accountStatusName(record.status),
    orgAdmin: record.orgAdmin,
    effective: record.effective,
    heldUntil: timeOrNull(record.heldUntil),
    ...end,
    proposal: orNull(record.proposal),
  };
}

type RawNode = Named<INodeManager.NodeInfoStructOutput>;

async function nodesOf(network: Network, page: readonly RawNode[]): Promise<NodeRecord[]> {
  const endOf = await endReader(network, page);
  return page.map((record) => toNode(record, endOf(record)));
}

function toNode(record: RawNode, end: RecordedEnd): NodeRecord {
  const { enodeId, ip, orgId } = record;
  const where = { enodeId, ip, port: Number(record.port), raftPort: Number(record.raftPort) };
  return {
    enodeId,
    url: formatEnode(where),
    org: orgId === "" ? null : orgId,
    ip,
    port: where.port,
    raftPort: where.raftPort,
    status: codes.nodeStatusName(record.status),
    heldUntil: timeOrNull(record.heldUntil),
    ...end,
    proposal: orNull(record.proposal),
  };
}

function timeOrNull(seconds: bigint): string | null {
  return seconds === 0n ? null : isoOf(seconds);
}

function orNull(proposal: bigint): number | null {
  return proposal === 0n ? null : Number(proposal);
}
