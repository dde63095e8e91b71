import { listedUrl } from "../../model/enode.js";
import type { Network } from "../../network/network.js";
import { whole } from "../pages.js";
import * as raw from "../raw-records.js";

/** Records as the lists of a node's console print them. What belongs to no organisation is left out. */

/** One of quorumPermission.acctList. */
export interface AccountEntry {
  acctId: string;
  isOrgAdmin: boolean;
  orgId: string;
  roleId: string;
  status: number;
}

/** One of quorumPermission.nodeList. */
export interface NodeEntry {
  orgId: string;
  status: number;
  url: string;
}

/** One of quorumPermission.roleList. */
export interface RoleEntry {
  access: number;
  active: boolean;
  isAdmin: boolean;
  isVoter: boolean;
  orgId: string;
  roleId: string;
}

export async function accountList(network: Network): Promise<AccountEntry[]> {
  return (await whole(raw.rawAccounts(network))).map(toAccount).filter(isSomebodys);
}

/** The addresses, in lower case, of accounts whose role was given until a time and is in effect no more. */
export async function endedAccounts(network: Network): Promise<string[]> {
  const ended = (await whole(raw.rawAccounts(network))).filter(({ endsAt, effective }) => endsAt !== 0n && !effective);
  return ended.map(({ account }) => account.toLowerCase());
}

export async function nodeList(network: Network): Promise<NodeEntry[]> {
  return (await whole(raw.rawNodes(network))).map(toNode).filter(isSomebodys);
}

export async function roleList(network: Network): Promise<RoleEntry[]> {
  return (await whole(raw.rawRoles(network))).map(toRole);
}

function isSomebodys({ orgId }: { orgId: string }): boolean {
  return orgId !== "";
}

function toAccount({ account, orgAdmin, orgId, roleId, status }: raw.RecordOf<typeof raw.rawAccounts>): AccountEntry {
  return { acctId: account.toLowerCase(), isOrgAdmin: orgAdmin, orgId, roleId, status: Number(status) };
}

function toNode({ enodeId, ip, port, raftPort, orgId, status }: raw.RecordOf<typeof raw.rawNodes>): NodeEntry {
  const url = listedUrl({ enodeId, ip, port: Number(port), raftPort: Number(raftPort) });
  return { orgId, status: Number(status), url };
}

function toRole({ access, active, admin, voter, orgId, roleId }: raw.RecordOf<typeof raw.rawRoles>): RoleEntry {
  return { access: Number(access), active, isAdmin: admin, isVoter: voter, orgId, roleId };
}
