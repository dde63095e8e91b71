import { refusal } from "../../errors/refusal.js";
import type { Org } from "../../model/records.js";
import type { Snapshot } from "../../read/read-snapshot.js";
import { type Describer, describer, type TreeEntry } from "./tree-entry.js";

/** An organisation with what is in it and below it. A group that is no organisation has no branches. */
export interface TreeBranch {
  entry: TreeEntry;
  items: readonly TreeEntry[];
  branches: readonly TreeBranch[];
}

/** A network, or one organisation's branch of it, ready to be drawn. */
export interface Tree {
  /** "Chain 1337 after block 42" */
  title: string;
  /** "3 organisations, 4 roles, 2 nodes, 5 accounts" */
  summary: string;
  branches: readonly TreeBranch[];
}

/** The tree of all organisations, or of one and those below it, in the order in which they were created. Throws
 *  OrgUnknown. */
export function buildTree(snapshot: Snapshot, org?: string): Tree {
  const describe = describer(snapshot);
  const grow = grower(snapshot, describe);
  const branches =
    org === undefined
      ? [...snapshot.orgs.filter(({ parent }) => parent === null).map(grow), ...beside(snapshot, describe)]
      : [grow(findOrg(snapshot, org))];
  return { title: `Chain ${snapshot.chainId} after block ${snapshot.block}`, summary: summarise(branches), branches };
}

/** All entries of branches: each organisation, then what is in it, then what is below it. */
export function* entriesOf(branches: readonly TreeBranch[]): Generator<TreeEntry> {
  for (const { entry, items, branches: below } of branches) {
    yield entry;
    yield* items;
    yield* entriesOf(below);
  }
}

/** Draws an organisation from its record, whose branch grows with the organisations below it. */
function grower({ orgs, roles, nodes, accounts, contracts }: Snapshot, describe: Describer): (org: Org) => TreeBranch {
  const below = groupBy(orgs, ({ parent }) => parent);
  const rolesOf = groupBy(roles, ({ org }) => org);
  const nodesOf = groupBy(nodes, ({ org }) => org);
  const accountsOf = groupBy(accounts, ({ org }) => org);
  const contractsOf = groupBy(contracts, ({ org }) => org);
  return function grow(org: Org): TreeBranch {
    return {
      entry: describe.org(org),
      items: [
        ...rolesOf(org.id).map(describe.role),
        ...nodesOf(org.id).map(describe.node),
        ...accountsOf(org.id).map(describe.account),
        ...contractsOf(org.id).map(describe.contract),
      ],
      branches: below(org.id).map(grow),
    };
  };
}

function groupBy<T>(records: readonly T[], keyOf: (record: T) => string | null): (key: string) => readonly T[] {
  const groups = new Map<string | null, T[]>();
  for (const record of records) {
    const key = keyOf(record);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [record]);
    else group.push(record);
  }
  return (key) => groups.get(key) ?? [];
}

/** What belongs to no organisation: free nodes, and proposals about the network's settings. */
function beside({ nodes, openProposals }: Snapshot, describe: Describer): TreeBranch[] {
  const free = nodes.filter(({ org }) => org === null).map(describe.node);
  const settings = openProposals.flatMap((proposal) => describe.setting(proposal) ?? []);
  return [
    group({ title: "nodes without an organisation", status: "free", tone: "stopped" }, free),
    group({ title: "network settings", status: "change proposed", tone: "pending" }, settings),
  ].filter(({ items }) => items.length > 0);
}

function group(about: Pick<TreeEntry, "title" | "status" | "tone">, items: TreeEntry[]): TreeBranch {
  return { entry: { kind: "group", key: about.title, notes: [], proposal: null, ...about }, items, branches: [] };
}

function findOrg({ orgs }: Snapshot, id: string): Org {
  const found = orgs.find((each) => each.id === id);
  if (found !== undefined) return found;
  throw refusal("OrgUnknown", { orgId: id });
}

function summarise(branches: readonly TreeBranch[]): string {
  const counts = { organisation: 0, role: 0, node: 0, account: 0, contract: 0, proposal: 0, group: 0 };
  for (const { kind } of entriesOf(branches)) counts[kind] += 1;
  // Most networks have none.
  const kinds = [
    "organisation",
    "role",
    "node",
    "account",
    ...(counts.contract > 0 ? ["contract" as const] : []),
  ] as const;
  const named = kinds.map((kind) => `${counts[kind]} ${kind}${counts[kind] === 1 ? "" : "s"}`);
  return named.join(", ");
}
