import { LIMITS } from "../../../src/model/codes.js";
import type { Operation } from "../../../src/model/codes.js";
import type { Account, NodeRecord, Org, Proposal, Role, Subject } from "../../../src/model/records.js";
import type { Snapshot } from "../../../src/read/read-snapshot.js";

/** Made-up records; what is not given is as usual. */

export function anOrg(id: string, other: Partial<Org> = {}): Org {
  const names = id.split(".");
  const parent = names.length === 1 ? null : names.slice(0, -1).join(".");
  return {
    id,
    parent,
    top: names[0] ?? id,
    level: names.length,
    status: "approved",
    heldUntil: null,
    suspendedUntil: null,
    proposal: null,
    ...other,
  };
}

export function aRole(org: string, name: string, other: Partial<Role> = {}): Role {
  return {
    org,
    name,
    access: "transfer",
    kind: "custom",
    admin: false,
    voter: false,
    active: true,
    status: "active",
    ...other,
  };
}

export function anAccount(number: number, org: string, other: Partial<Account> = {}): Account {
  const address = addressNo(number);
  const usual = {
    role: "CLERK",
    status: "active",
    orgAdmin: false,
    effective: true,
    heldUntil: null,
    endsAt: null,
    ended: false,
    proposal: null,
  } as const;
  return { address, org, ...usual, ...other };
}

export function aNode(number: number, org: string | null, other: Partial<NodeRecord> = {}): NodeRecord {
  const enodeId = number.toString(16).padStart(4, "0").repeat(32);
  const ip = `10.0.${Math.floor(number / 256)}.${number % 256}`;
  const url = `enode://${enodeId}@${ip}:30303?discport=0`;
  return {
    enodeId,
    url,
    org,
    ip,
    port: 30303,
    raftPort: 0,
    status: "approved",
    heldUntil: null,
    endsAt: null,
    ended: false,
    proposal: null,
    ...other,
  };
}

/** No checksum: drawings take addresses as they are. */
export function addressNo(number: number): string {
  return `0x${number.toString(16).padStart(4, "0").repeat(10)}`;
}

/** An open proposal to do this, about nothing in particular. */
export function aProposal(id: number, operation: Operation, about: Partial<Subject> = {}): Proposal {
  return {
    id,
    operation,
    about: {
      org: null,
      node: null,
      account: null,
      role: null,
      roleOrg: null,
      rule: null,
      setting: null,
      change: null,
      resolution: null,
      hold: null,
      suspendedUntil: null,
      ...about,
    },
    proposer: addressNo(1),
    votesFor: 0,
    votesAgainst: 0,
    state: "open",
    expiresAt: "2030-01-01T00:00:00.000Z",
    waiting: null,
    lapsesAt: null,
  };
}

const ADMIN_ROLES = [
  aRole("ADMINORG", "ADMIN", { access: "full", kind: "network admin", admin: true, voter: true }),
  aRole("ADMINORG", "ORGADMIN", { access: "full", kind: "organisation admin", admin: true }),
];

/** The snapshot of an admin organisation with these records besides. */
export function aSnapshot(records: Partial<Snapshot>): Snapshot {
  return {
    chainId: 1337,
    block: 42,
    settings: {
      adminOrg: "ADMINORG",
      networkAdminRole: "ADMIN",
      orgAdminRole: "ORGADMIN",
      booted: true,
      ipCheck: true,
      hostNames: false,
      registeredOnly: false,
      restrictDeploying: false,
      limits: LIMITS,
      breadth: 3,
      depth: 4,
      admissionsStoppedUntil: null,
      guardian: addressNo(0xfff0),
      proposedGuardian: null,
      implementation: addressNo(0xfff1),
    },
    networkAdmins: [addressNo(1)],
    openProposals: [],
    rules: [],
    contracts: [],
    ...records,
    orgs: [anOrg("ADMINORG"), ...(records.orgs ?? [])],
    roles: [...ADMIN_ROLES, ...(records.roles ?? [])],
    nodes: [aNode(1, "ADMINORG"), ...(records.nodes ?? [])],
    accounts: [anAccount(1, "ADMINORG", { role: "ADMIN", orgAdmin: true }), ...(records.accounts ?? [])],
  };
}
