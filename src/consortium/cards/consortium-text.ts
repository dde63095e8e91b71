import { stringify } from "yaml";
import type { Consortium } from "../file/consortium.js";

const HEAD = "# Made from the cards of its agencies: everybody who has the same cards makes the same.\n";

/** A consortium file in one order for everybody: agencies and nodes by their names, and the groups of a node in the order of all groups. */
export function consortiumText({ agencies, groups, nodes }: Consortium): string {
  const places = new Map(groups.map(({ name }, index) => [name, index]));
  const placeOf = ({ group }: { group: string }): number => places.get(group) ?? 0;
  const ordered: Consortium = {
    agencies: byName(agencies),
    groups,
    nodes: byName(nodes).map(({ runs, ...node }) => {
      return { ...node, runs: [...runs].sort((one, other) => placeOf(one) - placeOf(other)) };
    }),
  };
  const options = { defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN", lineWidth: 0 } as const;
  return HEAD + stringify(ordered, { ...options, aliasDuplicateObjects: false });
}

function byName<T extends { name: string }>(list: readonly T[]): T[] {
  return [...list].sort((one, other) => (one.name < other.name ? -1 : 1));
}
