import type { Found, FoundNode, Listing } from "./found.js";

/** Notes where lists of nodes contradict each other. A node that joins makes no blocks at first, whatever other lists say. */
export function noteContradictions(found: Found): void {
  for (const group of found.groups.keys()) {
    const all = found.listings.filter((listing) => listing.group === group);
    noteJoining(found, all);
    notePutTogether(found, all);
    noteStrangers(found, all);
  }
}

function noteJoining(found: Found, all: readonly Listing[]): void {
  for (const { file, group, nodes } of all.filter(({ as }) => as === "joining")) {
    for (const node of nodes) found.run(node, group).validator = false;
    for (const other of all) {
      const twice = [...nodes].filter((node) => other.as !== "joining" && other.nodes.has(node));
      if (twice.length === 0) continue;
      const where = other.file === file ? `[members] of ${file}` : other.file;
      found.notes.add(
        `${file} has ${namesOf(twice)} join ${group} later, and ${where} says that it is there already. It makes no blocks at first. If that is right, take it out of ${where}; or else out of the nodes of ${file}.`,
      );
    }
  }
}

/** Each agency may have a list of its own nodes, which the list of all members covers; and two groups may have the same number by
 *  mistake. */
function notePutTogether(found: Found, all: readonly Listing[]): void {
  for (const as of ["nodes", "members"] as const) {
    const lists = all.filter((each) => each.as === as);
    const [first] = lists;
    const isCovered = as === "nodes" && all.some((each) => each.as === "members");
    if (first === undefined || isCovered || lists.every(({ nodes }) => isSame(nodes, first.nodes))) continue;
    const parts = lists.map(({ file, nodes }) => `${file} has ${namesOf(nodes)}`);
    found.notes.add(
      `${first.group} is put together of files that list different nodes: ${parts.join("; ")}. If each is of one agency, that is right. If these are two groups, give one of them another group_id; if nodes are left over from an older list, take them out.`,
    );
  }
}

/** Nodes that only one kind of list has, where another one says who is in the group. */
function noteStrangers(found: Found, all: readonly Listing[]): void {
  const setUp = all.filter(({ as }) => as === "nodes");
  const members = all.filter(({ as }) => as === "members");
  const joining = new Set(all.flatMap(({ as, nodes }) => (as === "joining" ? [...nodes] : [])));
  const neighbours = all.filter(({ as }) => as === "neighbours");
  noteMissing(found, { lists: setUp, others: members, joining });
  noteMissing(found, { lists: neighbours, others: [...setUp, ...members], joining });
}

interface Compared {
  lists: readonly Listing[];
  others: readonly Listing[];
  /** Nodes of which more is said elsewhere. */
  joining: ReadonlySet<FoundNode>;
}

function noteMissing(found: Found, { lists, others, joining }: Compared): void {
  if (others.length === 0) return;
  const known = new Set([...joining, ...others.flatMap(({ nodes }) => [...nodes])]);
  for (const { file, group, nodes } of lists) {
    const strangers = [...nodes].filter((node) => !known.has(node));
    if (strangers.length === 0) continue;
    const where = others.map((other) => other.file).join(" and ");
    found.notes.add(
      `${file} names ${namesOf(strangers)} in ${group}, and ${where} not. All are taken into ${group}: take out of ${file} what is not in it, or add it there.`,
    );
  }
}

function isSame(one: ReadonlySet<FoundNode>, other: ReadonlySet<FoundNode>): boolean {
  return one.size === other.size && [...one].every((node) => other.has(node));
}

function namesOf(nodes: Iterable<FoundNode>): string {
  return [...nodes].map(({ name, host }) => name ?? host ?? "a node").join(", ");
}
