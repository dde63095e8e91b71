import type { Source } from "../../network/network-file/source.js";
import type { Path } from "../../network/placed-text.js";
import type { Agency, ConsortiumNode, Group, Run } from "./consortium.js";

/** Something of a file as far as it is there, and where it stands. */
type Placed<T> = { readonly [Key in keyof T]?: T[Key] | undefined } & { readonly path: Path };

/** A node's part in one group, with what the node says for all its parts. */
export type DraftRun = Placed<Omit<Run, "validator"> & Pick<ConsortiumNode, "agency" | "host"> & { node: string }> &
  Pick<Run, "validator">;

/** What a file says, right or wrong: so that mistakes do not hide each other. */
export interface DraftConsortium {
  source: Source;
  agencies: (Placed<Pick<Agency, "name">> & { admins: (string | undefined)[] })[];
  groups: Placed<Pick<Group, "name" | "chainId"> & { consensus: string }>[];
  nodes: Placed<Pick<ConsortiumNode, "name" | "agency" | "host">>[];
  runs: DraftRun[];
}

/** The entries of a list, each with its place. */
export function placed<T>(list: readonly T[], path: Path): (T & { readonly path: Path })[] {
  return list.map((each, index) => ({ ...each, path: [...path, index] }));
}

type Partly<Key extends keyof ConsortiumNode> = { readonly [K in Key]?: ConsortiumNode[K] | undefined };

/** A node's parts, each with its place and with what the node says for all of them. */
export function placedRuns<R>(nodes: readonly (Partly<"name" | "agency" | "host"> & { runs: readonly R[] })[]) {
  return nodes.flatMap(({ name: node, agency, host, runs }, index) =>
    placed(runs, ["nodes", index, "runs"]).map((run) => ({ ...run, node, agency, host })),
  );
}
