import { type Finding, finding } from "../../errors/finding.js";
import type { DraftConsortium } from "../file/draft.js";

/** Chain ids that two groups have. */
export function chainIdFindings({ source, groups }: DraftConsortium): Finding[] {
  return groups.flatMap(({ path, name: group = "", chainId }, index) => {
    const other = groups.slice(0, index).find((each) => each.chainId === chainId);
    if (chainId === undefined || other === undefined) return [];
    const place = source.placeOf([...path, "chainId"]);
    return [finding("CHAIN_ID_TWICE", { place, group, chainId, other: other.name ?? "" })];
  });
}

/** Groups that too few nodes make blocks for. With two thirds, rounded up, as with more than half, two must both be there. */
export function validatorFindings({ source, groups, runs }: DraftConsortium): Finding[] {
  return groups.flatMap(({ path, name, consensus }) => {
    const members = runs.filter(({ group }) => group !== undefined && group === name);
    if (name === undefined || members.length === 0) return [];
    const count = members.filter(({ validator }) => validator).length;
    const facts = { place: source.placeOf([...path, "name"]), group: name, count };
    if (count === 0) return [finding("FEW_VALIDATORS", { cause: "none", ...facts })];
    if (count <= ALL_NEEDED) return [finding("FEW_VALIDATORS", { cause: "all", ...facts })];
    const isHonest = count === HONEST && (consensus === "istanbul" || consensus === "qbft");
    return isHonest ? [finding("FEW_VALIDATORS", { cause: "honest", ...facts })] : [];
  });
}

/** So many, and fewer, are all needed for every block. */
const ALL_NEEDED = 2;

/** So many are too few to outvote one that lies. */
const HONEST = 3;
