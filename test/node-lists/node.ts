import { listedUrl } from "../../src/model/enode.js";
import type { Network } from "../../src/network/network.js";
import { AccountStatus, NodeStatus, OrgStatus } from "../data/codes.js";
import { KEYS, type Lists } from "./lists.js";
import { type Heard, recordsByPlace } from "./reference.js";

type Values = readonly unknown[];

/** What a GoQuorum node keeps of the contracts. It reads them record by record when it starts, and from then on lives from
 *  events. Its caches are taken to be large enough: a full one asks the contracts, and is right. On a network without Raft it
 *  lists no Raft ports, so there should be none. */
export class ListeningNode {
  readonly lists: Lists = { orgs: new Map(), roles: new Map(), accounts: new Map(), nodes: new Map() };
  /** The URLs in its files permissioned-nodes.json and disallowed-nodes.json, as far as it wrote them. */
  readonly files = { permissioned: new Set<string>(), disallowed: new Set<string>() };

  /** A node that starts after a block. One that was there from the first block on has nothing to read. */
  static async start(network: Network, block: bigint): Promise<ListeningNode> {
    const node = new ListeningNode();
    const read = recordsByPlace.bind(undefined, network, block);
    for (const each of await read("OrgManager", "getNumberOfOrgs", "getOrgInfo")) node.putOrg(each, each[4]);
    for (const [orgId, enodeId, ip, port, raftPort, status] of await read(
      "NodeManager",
      "getNumberOfNodes",
      "getNodeDetailsFromIndex",
    )) {
      node.putNode([enodeId, ip, port, raftPort, orgId], status);
    }
    for (const [roleId, orgId, access, voter, admin, active] of await read(
      "RoleManager",
      "getNumberOfRoles",
      "getRoleDetailsFromIndex",
    )) {
      node.putRole([roleId, orgId, access, voter, admin], active === true);
    }
    for (const [account, orgId, roleId, status, admin] of await read(
      "AccountManager",
      "getNumberOfAccounts",
      "getAccountDetailsFromIndex",
    )) {
      node.putAccount([account, orgId, roleId, admin], status);
    }
    return node;
  }

  /** Takes an event in. Those about records that it has never heard of are ignored. */
  hear({ name, values }: Heard): void {
    HANDLERS[name]?.(this, values);
    this.write(name, values);
  }

  /** A file takes a URL in, and gives it up, at these events alone. */
  private write(name: string, [enodeId, ip, port, raftPort]: Values): void {
    const known = FILES[name];
    if (known === undefined) return;
    const url = listedUrl({
      enodeId: String(enodeId),
      ip: String(ip),
      port: Number(port),
      raftPort: Number(raftPort),
    });
    for (const [file, has] of Object.entries(known) as [keyof typeof this.files, boolean][]) {
      if (has) this.files[file].add(url);
      else this.files[file].delete(url);
    }
  }

  /** A new entry knows of no sub-organisations, also where it takes the place of an old one. */
  putOrg([id, parentId, ultimateId, level]: Values, status: unknown): void {
    const [orgId, parentOrgId] = [String(id), String(parentId)];
    const fullOrgId = parentOrgId === "" ? orgId : `${parentOrgId}.${orgId}`;
    const parent = this.lists.orgs.get(parentOrgId);
    if (parent !== undefined && parent.subOrgList?.includes(fullOrgId) !== true) {
      parent.subOrgList = [...(parent.subOrgList ?? []), fullOrgId];
    }
    this.lists.orgs.set(fullOrgId, {
      fullOrgId,
      level: Number(level),
      orgId,
      parentOrgId,
      status: Number(status),
      subOrgList: null,
      ultimateParent: String(ultimateId),
    });
  }

  putRole([role, org, access, voter, admin]: Values, active: boolean): void {
    const [orgId, roleId] = [String(org), String(role)];
    const entry = { access: Number(access), active, isAdmin: admin === true, isVoter: voter === true, orgId, roleId };
    this.lists.roles.set(KEYS.role(entry), entry);
  }

  revokeRole([role, org]: Values): void {
    const known = this.lists.roles.get(KEYS.role({ roleId: String(role), orgId: String(org) }));
    if (known !== undefined) known.active = false;
  }

  putAccount([account, org, role, admin]: Values, status: unknown): void {
    const acctId = String(account).toLowerCase();
    const entry = {
      acctId,
      isOrgAdmin: admin === true,
      orgId: String(org),
      roleId: String(role),
      status: Number(status),
    };
    this.lists.accounts.set(acctId, entry);
  }

  putAccountStatus([account, org, status]: Values): void {
    const known = this.lists.accounts.get(String(account).toLowerCase());
    if (known !== undefined) this.putAccount([account, org, known.roleId, known.isOrgAdmin], status);
  }

  /** Told apart by organisation and URL: another organisation, or another address, is another entry. */
  putNode([enodeId, ip, port, raftPort, org]: Values, status: unknown): void {
    const enode = { enodeId: String(enodeId), ip: String(ip), port: Number(port), raftPort: Number(raftPort) };
    const entry = { orgId: String(org), status: Number(status), url: listedUrl(enode) };
    this.lists.nodes.set(KEYS.node(entry), entry);
  }
}

const FILES: Record<string, { permissioned?: boolean; disallowed?: boolean } | undefined> = {
  NodeApproved: { permissioned: true },
  NodeActivated: { permissioned: true },
  NodeDeactivated: { permissioned: false },
  NodeBlacklisted: { permissioned: false, disallowed: true },
  NodeRecoveryCompleted: { permissioned: true, disallowed: false },
};

type Handler = (node: ListeningNode, values: Values) => void;

const org =
  (status?: bigint): Handler =>
  (node, values) => {
    node.putOrg(values, status ?? values[4]);
  };

const node =
  (status: bigint): Handler =>
  (listening, values) => {
    listening.putNode(values, status);
  };

const HANDLERS: Record<string, Handler | undefined> = {
  OrgPendingApproval: org(),
  OrgApproved: org(OrgStatus.APPROVED),
  OrgSuspended: org(OrgStatus.SUSPENDED),
  OrgSuspensionRevoked: org(OrgStatus.APPROVED),
  RoleCreated: (listening, values) => {
    listening.putRole(values, true);
  },
  RoleRevoked: (listening, values) => {
    listening.revokeRole(values);
  },
  AccountAccessModified: (listening, values) => {
    listening.putAccount(values, values[4]);
  },
  AccountAccessRevoked: (listening, values) => {
    listening.putAccount(values, AccountStatus.ACTIVE);
  },
  AccountStatusChanged: (listening, values) => {
    listening.putAccountStatus(values);
  },
  NodeProposed: node(NodeStatus.PROPOSED),
  NodeApproved: node(NodeStatus.APPROVED),
  NodeDeactivated: node(NodeStatus.DEACTIVATED),
  NodeActivated: node(NodeStatus.APPROVED),
  NodeBlacklisted: node(NodeStatus.BLACKLISTED),
  NodeRecoveryInitiated: node(NodeStatus.RECOVERY_PROPOSED),
  NodeRecoveryCompleted: node(NodeStatus.APPROVED),
};
