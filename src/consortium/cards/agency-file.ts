import * as z from "zod";
import { mistakesError } from "../../network/network-file/mistakes.js";
import { Source } from "../../network/network-file/source.js";
import type { TextSource } from "../../util/text-source.js";
import type { Agency, ConsortiumNode, Run } from "../file/consortium.js";
import { type DraftConsortium, placed, placedRuns } from "../file/draft.js";
import { agencySchema, HINTS, KEYS, looseSchema, nodeSchema, runSchema } from "../file/file-schema.js";
import { noteNodeNames } from "../file/note-names.js";
import { checkShape, type SchemaShape } from "../file/note-shape.js";
import { noteValues } from "../file/note-values.js";
import { groupsOf, type Invitation } from "./invitation.js";

/** A node of the agency whose file or card it is in. */
export type AgencyNode = Omit<ConsortiumNode, "agency">;

/** What an agency says of itself and its nodes. */
export interface AgencyPart extends Agency {
  nodes: AgencyNode[];
}

/** The same, before its nodes have keys. */
export interface AgencyPlan extends Agency {
  nodes: (Omit<AgencyNode, "runs"> & { runs: PlannedRun[] })[];
}

export interface PlannedRun extends Omit<Run, "enodeId"> {
  /** Only where the key is on another machine. */
  enodeId?: string | undefined;
}

/** The keys of what an agency says, and what to write for each. */
export const AGENCY_KEYS = {
  "": ["name", "admins", "nodes"],
  nodes: ["name", "host", "runs"],
  runs: KEYS.runs ?? [],
} as const;

export const AGENCY_HINTS = {
  ...HINTS,
  nodes: "List the agency's nodes, each with name, host and runs.",
  runs: "List the groups in which the node runs, each with group, port and rpcPort.",
  group: "Give the name of a group of the invitation.",
} as const;

const plannedNode = nodeSchema.extend({ runs: z.array(runSchema.partial({ enodeId: true })).min(1) });

const SHAPE: SchemaShape<AgencyPlan> = {
  schema: agencySchema.extend({ nodes: z.array(plannedNode).min(1) }),
  nothing: "The file describes no agency.",
  has: "It has name, admins and the list nodes.",
  keys: AGENCY_KEYS,
  hints: AGENCY_HINTS,
};

/** Reads what an agency has written of itself to answer an invitation, in YAML or JSON. Throws AGENCY_FILE_NOT_ALLOWED with all its
 *  mistakes. */
export function parseAgencyFile(from: TextSource, invitation: Invitation): AgencyPlan {
  const source = new Source(from.name, from.read());
  const isReadable = source.mistakes.length === 0;
  const plan = isReadable ? checkShape(source, SHAPE) : undefined;
  if (isReadable) noteAgency(source, invitation);
  if (plan === undefined || source.mistakes.length > 0)
    throw mistakesError(from.name, source.mistakes, "AGENCY_FILE_NOT_ALLOWED");
  return plan;
}

/** Notes what is wrong with an agency's names, accounts, hosts and nodes, and where it does not fit the invitation. */
export function noteAgency(source: Source, invitation: Invitation): void {
  const value = source.value as { nodes?: unknown } | null;
  const { agencies, nodes } = looseSchema.parse({ agencies: [value], nodes: value?.nodes, groups: [] });
  const [own] = agencies;
  const draft: DraftConsortium = {
    source,
    agencies: own === undefined ? [] : [{ ...own, path: [] }],
    groups: placed(invitation.groups, []),
    nodes: placed(nodes, ["nodes"]),
    runs: placedRuns(nodes),
  };
  noteNodeNames(draft);
  noteValues(draft);
  if (own?.name !== undefined) noteMembership(draft, own.name, invitation);
}

function noteMembership({ source, runs }: DraftConsortium, agency: string, invitation: Invitation): void {
  if (!invitation.agencies.some(({ name }) => name === agency)) {
    const names = invitation.agencies.map(({ name }) => name).join(", ");
    source.mistake(["name"], `${agency} is not invited.`, `The invitation names ${names}.`);
    return;
  }
  const own = groupsOf(invitation, agency);
  for (const { path, group } of runs)
    if (invitation.groups.some(({ name }) => name === group) && !own.some(({ name }) => name === group))
      source.mistake(
        [...path, "group"],
        `${agency} is not invited to the group ${group ?? ""}.`,
        "Remove the node from it, or ask whoever invites.",
      );
  for (const { name } of own)
    if (!runs.some(({ group }) => group === name))
      source.mistake(["nodes"], `No node of ${agency} runs in the group ${name}.`, "Add the group to a node's runs.");
}
