import type { Network } from "../../src/network/network.js";
import {
  type AccountEntry,
  accountList,
  endedAccounts,
  type NodeEntry,
  nodeList,
  type RoleEntry,
  roleList,
} from "../../src/read/node-lists/record-lists.js";
import { readMarkedNodes } from "../../src/read/read-records.js";
import { type OrgListEntry, orgList, returnedOrgs } from "../../src/read/node-lists/org-list.js";

/** Everything that a node lists, each record under its key. */
export interface Lists {
  orgs: Map<string, OrgListEntry>;
  roles: Map<string, RoleEntry>;
  accounts: Map<string, AccountEntry>;
  nodes: Map<string, NodeEntry>;
}

/** What the contracts hold. */
export interface ListsHeld extends Lists {
  /** The enode ids of nodes that an emergency measure holds, or held without a record of its end. */
  markedNodes: readonly string[];
  /** The full ids of organisations whose suspension has ended without a record of that. */
  returnedOrgs: readonly string[];
  /** The addresses, in lower case, of accounts whose role was given until a time and is in effect no more. */
  endedAccounts: readonly string[];
}

export const KEYS = {
  org: ({ fullOrgId }: OrgListEntry): string => fullOrgId,
  role: ({ orgId, roleId }: Pick<RoleEntry, "orgId" | "roleId">): string => `${orgId} ${roleId}`,
  account: ({ acctId }: AccountEntry): string => acctId,
  node: ({ orgId, url }: NodeEntry): string => `${orgId} ${url}`,
};

export async function listsHeld(network: Network): Promise<ListsHeld> {
  return {
    orgs: keyed(await orgList(network), KEYS.org),
    roles: keyed(await roleList(network), KEYS.role),
    accounts: keyed(await accountList(network), KEYS.account),
    nodes: keyed(await nodeList(network), KEYS.node),
    markedNodes: (await readMarkedNodes(network)).map(({ enodeId }) => enodeId),
    returnedOrgs: await returnedOrgs(network),
    endedAccounts: await endedAccounts(network),
  };
}

function keyed<T>(list: readonly T[], key: (each: T) => string): Map<string, T> {
  return new Map(list.map((each) => [key(each), each]));
}

/** The lists in an order of their own, to be laid side by side. */
export function sorted({ orgs, roles, accounts, nodes }: Lists): unknown {
  const entries = Object.entries({ orgs, roles, accounts, nodes }) as [string, Map<string, unknown>][];
  return Object.fromEntries(
    entries.map(([name, list]) => [name, Object.fromEntries([...list].sort(([a], [b]) => (a < b ? -1 : 1)))]),
  );
}
