import type { Network } from "../../src/network/network.js";
import { getOrgDetails } from "../../src/read/node-lists/org-details.js";
import { orgList } from "../../src/read/node-lists/org-list.js";
import type { GoQuorumNode } from "./node.js";

type Details = Awaited<ReturnType<typeof getOrgDetails>>;
type Listed<List extends "acctList" | "nodeList" | "roleList"> = NonNullable<Details[List]>;

/** All that a node's console can list, each list in an order of its own keys. */
export interface Lists {
  orgs: { fullOrgId: string; status: number }[];
  nodes: Listed<"nodeList">;
  accounts: Listed<"acctList">;
  roles: Listed<"roleList">;
  details: Record<string, Details>;
}

/** What a console answers when it has sent something, whatever the contracts say of that. */
export const SENT = "Action completed successfully";

const EVERYTHING = `(function () {
  var permission = quorumPermission, details = {};
  permission.orgList.forEach(function (org) { details[org.fullOrgId] = permission.getOrgDetails(org.fullOrgId); });
  return { orgs: permission.orgList, nodes: permission.nodeList, accounts: permission.acctList,
    roles: permission.roleList, details: details };
})()`;

/** What a node shows, from its caches. */
export async function listsOfConsole(node: GoQuorumNode): Promise<Lists> {
  return sorted(withoutVotedDown(await node.read<Lists>(EVERYTHING)));
}

/** What a node must show, by what the contracts hold. */
export async function listsOfContracts(network: Network): Promise<Lists> {
  const orgs = await orgList(network);
  const details: Lists["details"] = {};
  for (const { fullOrgId } of orgs) details[fullOrgId] = await getOrgDetails(network, fullOrgId);
  const all = Object.values(details);
  return sorted({
    orgs,
    nodes: all.flatMap(({ nodeList }) => nodeList ?? []),
    accounts: all.flatMap(({ acctList }) => acctList ?? []),
    roles: all.flatMap(({ roleList }) => roleList ?? []),
    details,
  });
}

/** An organisation that was voted down stays on the lists with status 0, and with it its node and the account; once
 *  restarted, a node lists the zero address for that account. */
function withoutVotedDown({ orgs, nodes, accounts, roles, details }: Lists): Lists {
  const gone = orgs.filter(({ status }) => status === 0).map(({ fullOrgId }) => fullOrgId);
  const isThere = ({ orgId }: { orgId: string }): boolean => !gone.includes(orgId);
  return {
    orgs: orgs.filter(({ status }) => status !== 0),
    nodes: nodes.filter(isThere),
    accounts: accounts.filter(isThere).filter(({ status }) => status !== 0),
    roles: roles.filter(isThere),
    details: Object.fromEntries(Object.entries(details).filter(([id]) => !gone.includes(id))),
  };
}

const PROPOSED = 1;

/** The same without what events do not tell a node until it is restarted. */
export function asTold({ orgs, roles, details, ...others }: Lists): Lists {
  const proposed = orgs.filter(({ status }) => status === PROPOSED).map(({ fullOrgId }) => fullOrgId);
  // A proposed organisation has the role of its admin already, and no event says so before the approval.
  const roleList = (id: string, list: Details["roleList"]) => (proposed.includes(id) ? null : list);
  // A node forgets which sub-organisations an organisation has whenever that one's status changes.
  const told = Object.entries(details).map(([id, each]): [string, Details] => [
    id,
    { ...each, roleList: roleList(id, each.roleList), subOrgList: null },
  ]);
  return {
    ...others,
    orgs: orgs.map((org) => ({ ...org, subOrgList: null })),
    roles: roles.filter(({ orgId }) => !proposed.includes(orgId)),
    details: Object.fromEntries(told),
  };
}

/** Nodes list in the order of last use. */
function sorted<T>(value: T): T {
  if (Array.isArray(value)) return value.map(sorted).sort((a, b) => (text(a) < text(b) ? -1 : 1)) as T;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted<unknown>(each)])) as T;
}

const text = (value: unknown): string => JSON.stringify(value);
