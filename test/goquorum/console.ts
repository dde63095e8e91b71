import type { Network } from "../../src/network.js";
import { getOrgDetails } from "../../src/read/org-details.js";
import { orgList } from "../../src/read/org-list.js";
import type { GoQuorumNode } from "./node.js";

type Details = Awaited<ReturnType<typeof getOrgDetails>>;
type Role = NonNullable<Details["roleList"]>[number];

/** All that a node's console can list, each list in an order of its own keys. */
interface Lists {
  orgs: { fullOrgId: string; status: number }[];
  nodes: unknown[];
  accounts: unknown[];
  roles: Role[];
  details: Record<string, Details>;
}

const EVERYTHING = `(function () {
  var permission = quorumPermission, details = {};
  permission.orgList.forEach(function (org) { details[org.fullOrgId] = permission.getOrgDetails(org.fullOrgId); });
  return { orgs: permission.orgList, nodes: permission.nodeList, accounts: permission.acctList,
    roles: permission.roleList, details: details };
})()`;

/** What a node shows, from its caches. */
export async function listsOfConsole(node: GoQuorumNode): Promise<Lists> {
  return comparable(await node.read<Lists>(EVERYTHING));
}

/** What a node must show, by what the contracts hold. */
export async function listsOfContracts(network: Network): Promise<Lists> {
  const orgs = await orgList(network);
  const details: Lists["details"] = {};
  for (const { fullOrgId } of orgs) details[fullOrgId] = await getOrgDetails(network, fullOrgId);
  const all = Object.values(details);
  return comparable({
    orgs,
    nodes: all.flatMap(({ nodeList }) => nodeList ?? []),
    accounts: all.flatMap(({ acctList }) => acctList ?? []),
    roles: all.flatMap(({ roleList }) => roleList ?? []),
    details,
  });
}

const PROPOSED = 1;

/** No event tells nodes of the role that a proposed organisation's admin will have: they see it once they are restarted, or
 *  with the approval. */
function comparable({ orgs, roles, details, ...others }: Lists): Lists {
  const proposed = orgs.filter(({ status }) => status === PROPOSED).map(({ fullOrgId }) => fullOrgId);
  const named = Object.entries(details).map(([id, each]) => [id, proposed.includes(id) ? { ...each, roleList: null } : each]);
  return sorted({
    ...others,
    orgs,
    roles: roles.filter(({ orgId }) => !proposed.includes(orgId)),
    details: Object.fromEntries(named) as Lists["details"],
  });
}

/** Nodes list in the order of last use. */
function sorted<T>(value: T): T {
  if (Array.isArray(value)) return value.map(sorted).sort((a, b) => (text(a) < text(b) ? -1 : 1)) as T;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted<unknown>(each)])) as T;
}

const text = (value: unknown): string => JSON.stringify(value);
