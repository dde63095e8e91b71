import * as z from "zod";
import { checked } from "../../chain/check-answer.js";
import type { NamedNode } from "../../chain/named-nodes.js";
import { isNodeError } from "../../chain/node-errors.js";
import { until } from "../../chain/waiting.js";
import { messageOf } from "../../errors/error.js";
import { refusal } from "../../errors/refusal.js";
import { latestBlock, type Network, networkAt } from "../../network/network.js";
import {
  compareLists,
  LIST_NAMES,
  type ListDifference,
  type ListName,
  type Lists,
  type ListsHeld,
} from "./compare-lists.js";
import { readMarkedNodes } from "../read-records.js";
import { orgList, returnedOrgs } from "./org-list.js";
import { accountList, endedAccounts, nodeList, roleList } from "./record-lists.js";

const text = z.string();

const LISTS = {
  organisations: {
    method: "quorumPermission_orgList",
    shape: z.array(
      z.object({
        ...{ fullOrgId: text, orgId: text, parentOrgId: text, ultimateParent: text, level: z.number() },
        ...{ status: z.number(), subOrgList: z.array(text).nullable() },
      }),
    ),
  },
  nodes: {
    method: "quorumPermission_nodeList",
    shape: z.array(z.object({ orgId: text, status: z.number(), url: text })),
  },
  accounts: {
    method: "quorumPermission_acctList",
    shape: z.array(z.object({ acctId: text, isOrgAdmin: z.boolean(), orgId: text, roleId: text, status: z.number() })),
  },
  roles: {
    method: "quorumPermission_roleList",
    shape: z.array(
      z.object({
        ...{ access: z.number(), active: z.boolean(), isAdmin: z.boolean(), isVoter: z.boolean() },
        ...{ orgId: text, roleId: text },
      }),
    ),
  },
} as const satisfies Record<ListName, { method: string; shape: z.ZodType }>;

/** A node's own lists, which it keeps in its caches. Throws NODE_LISTS_NOT_SHOWN. */
export async function readNodeLists(node: NamedNode): Promise<Lists> {
  const { organisations, nodes, accounts, roles } = LISTS;
  return {
    organisations: await readList(node, organisations),
    nodes: await readList(node, nodes),
    accounts: await readList(node, accounts),
    roles: await readList(node, roles),
  };
}

async function readList<T>({ name, rpc }: NamedNode, list: { method: string; shape: z.ZodType<T> }): Promise<T> {
  const { method, shape } = list;
  try {
    return checked(method, shape, await rpc.send(method, []));
  } catch (error) {
    if (isNodeError(error)) throw error;
    const said = messageOf(error);
    // A node that does not enforce permissions yet has no lists, and stumbles over that.
    const cause = /crashed/i.test(said) ? "notEnforcing" : "notOffered";
    throw refusal("NODE_LISTS_NOT_SHOWN", { cause, node: name, said }, { cause: error });
  }
}

/** The lists that a node has to have, by what the contracts hold in their latest block. */
export async function listsHeld(network: Network): Promise<ListsHeld> {
  const then = networkAt(network, await latestBlock(network));
  return {
    organisations: await orgList(then),
    nodes: await nodeList(then),
    accounts: await accountList(then),
    roles: await roleList(then),
    markedNodes: (await readMarkedNodes(then)).map(({ enodeId }) => enodeId),
    returnedOrgs: await returnedOrgs(then),
    endedAccounts: await endedAccounts(then),
  };
}

/** What a node lists, next to what the contracts hold. */
export interface NodeListsCompared {
  node: string;
  /** How many entries the node lists. */
  listed: Record<ListName, number>;
  differences: ListDifference[];
}

/** Compares a node's own lists with the contracts. What differs without a known reason is looked at again for a while: the node
 *  may be about to hear of it. Throws NODE_LISTS_NOT_SHOWN. */
export async function compareNodeLists(network: Network, node: NamedNode): Promise<NodeListsCompared> {
  const look = async (): Promise<NodeListsCompared> => {
    const lists = await readNodeLists(node);
    const counts = LIST_NAMES.map((name) => [name, lists[name].length]);
    const listed = Object.fromEntries(counts) as Record<ListName, number>;
    return { node: node.name, listed, differences: compareLists(lists, await listsHeld(network)) };
  };
  const settled = await until(network.chain.waits.lag, async () => {
    const found = await look();
    return found.differences.every(({ reason }) => reason !== null) ? found : undefined;
  });
  return settled ?? look();
}
