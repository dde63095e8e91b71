import { id } from "ethers";
import type { Snapshot } from "../../src/read/read-snapshot.js";

const KINDS = ["orgs", "roles", "nodes", "accounts", "voters"] as const;

/** What tells the records of each kind apart. */
export type RecordKeys = Record<(typeof KINDS)[number], readonly string[]>;

export function recordKeys({ orgs, roles, nodes, accounts, networkAdmins }: Snapshot): RecordKeys {
  return {
    orgs: orgs.map((org) => org.id),
    roles: roles.map(({ org, name }) => `${org} ${name}`),
    nodes: nodes.map(({ enodeId }) => enodeId),
    accounts: accounts.map(({ address }) => address),
    voters: networkAdmins,
  };
}

/** The same for two lists only when each has every record of the other, and as often. */
export function digestOf(keys: RecordKeys): Record<string, string> {
  return Object.fromEntries(KINDS.map((kind) => [kind, id([...keys[kind]].sort().join("\n"))]));
}
