import type { Source } from "../../network/network-file/source.js";
import type { Path } from "../../network/placed-text.js";
import { nearest } from "../../util/nearest.js";
import type { DraftConsortium } from "./draft.js";

interface Named {
  readonly path: Path;
  readonly name?: string | undefined;
}

/** Notes names that two have, and names that nobody has. */
export function noteNames(draft: DraftConsortium): void {
  const { source, agencies, groups, nodes, runs } = draft;
  noteTwice(source, "agency", agencies);
  noteTwice(source, "group", groups);
  for (const { path, agency } of nodes) noteUnknown(source, [...path, "agency"], "agency", agency, agencies);
  noteNodeNames(draft);
  for (const { path, name } of groups)
    if (name !== undefined && !runs.some(({ group }) => group === name))
      source.mistake([...path, "name"], `No node runs in the group ${name}.`, "Add it to a node's runs, or remove it.");
}

/** The same, of nodes and their groups. */
export function noteNodeNames({ source, groups, nodes, runs }: DraftConsortium): void {
  noteTwice(source, "node", nodes);
  for (const { path, group } of runs) noteUnknown(source, [...path, "group"], "group", group, groups);
  const places = runs.map(({ path, node, group }) => ({ path, name: node && group && `${node} ${group}` }));
  for (const { path } of twice(places))
    source.mistake([...path, "group"], "The node runs in this group already.", "Remove one of the two.");
}

/** Notes names that two of a list have. */
export function noteTwice(source: Source, what: string, list: readonly Named[]): void {
  for (const { path, name = "" } of twice(list))
    source.mistake([...path, "name"], `There is another ${what} ${name}.`, "Give one of the two another name.");
}

/** Those that have the name of one before. */
function twice<T extends Named>(list: readonly T[]): T[] {
  return list.filter(({ name }, index) => name !== undefined && list.findIndex((each) => each.name === name) < index);
}

/** Notes a name that none of a list has. */
export function noteUnknown(
  source: Source,
  path: Path,
  what: string,
  given: string | undefined,
  known: readonly Named[],
): void {
  const names = known.flatMap(({ name }) => name ?? []);
  if (given === undefined || names.includes(given)) return;
  const meant = nearest(given, names);
  const hint = meant === undefined ? `Name one of these: ${names.join(", ")}.` : `Did you mean ${meant}?`;
  source.mistake(path, `There is no ${what} ${given}.`, hint);
}
