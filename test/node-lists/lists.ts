import type { Network } from "../../src/network/network.js";
import {
  type AccountEntry,
  accountList,
  type NodeEntry,
  nodeList,
  type RoleEntry,
  roleList,
} from "../../src/read/node-lists/record-lists.js";
import { type OrgListEntry, orgList } from "../../src/read/node-lists/org-list.js";

/** Everything that a node lists, each record under its key. */
export interface Lists {
  orgs: Map<string, OrgListEntry>;
  roles: Map<string, RoleEntry>;
  accounts: Map<string, AccountEntry>;
  nodes: Map<string, NodeEntry>;
}

export const KEYS = {
  org: ({ fullOrgId }: OrgListEntry): string => fullOrgId,
  role: ({ orgId, roleId }: Pick<RoleEntry, "orgId" | "roleId">): string => `${orgId} ${roleId}`,
  account: ({ acctId }: AccountEntry): string => acctId,
  node: ({ orgId, url }: NodeEntry): string => `${orgId} ${url}`,
};

/** What the contracts hold. */
export async function listsHeld(network: Network): Promise<Lists> {
  return {
    orgs: keyed(await orgList(network), KEYS.org),
    roles: keyed(await roleList(network), KEYS.role),
    accounts: keyed(await accountList(network), KEYS.account),
    nodes: keyed(await nodeList(network), KEYS.node),
  };
}

function keyed<T>(list: readonly T[], key: (each: T) => string): Map<string, T> {
  return new Map(list.map((each) => [key(each), each]));
}

/** The lists in an order of their own, to be laid side by side. */
export function sorted(lists: Lists): unknown {
  const entries = Object.entries(lists) as [string, Map<string, unknown>][];
  return Object.fromEntries(
    entries.map(([name, list]) => [name, Object.fromEntries([...list].sort(([a], [b]) => (a < b ? -1 : 1)))]),
  );
}
