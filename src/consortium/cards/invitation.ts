import * as z from "zod";
import { mistakesError } from "../../network/network-file/mistakes.js";
import { Source } from "../../network/network-file/source.js";
import { noteRepeated } from "../../network/note-repeated.js";
import type { TextSource } from "../../util/text-source.js";
import type { Group } from "../file/consortium.js";
import { placed } from "../file/draft.js";
import { groupSchema, HINTS, KEYS, name } from "../file/file-schema.js";
import { noteTwice, noteUnknown } from "../file/note-names.js";
import { checkShape, type SchemaShape } from "../file/note-shape.js";
import { canonicalHash } from "./canonical.js";

/** An agency that is invited. */
export interface InvitedAgency {
  name: string;
  /** SHA-256 of the certificate that vouches for it, in lower-case hex digits; without it an admin's account signs its card. */
  root?: string | undefined;
}

/** A group that is to be, and who is invited to it. */
export interface InvitedGroup extends Group {
  members: string[];
  /** SHA-256 of the genesis.json of a group that there is already, in lower-case hex digits. */
  genesis?: string | undefined;
}

/** What somebody who founds groups proposes to the others. */
export interface Invitation {
  agencies: InvitedAgency[];
  groups: InvitedGroup[];
}

/** A fingerprint as programs print it, with colons or without. */
const fingerprint = z
  .string()
  .regex(/^(?:[\da-f]{2}:?){31}[\da-f]{2}$/i)
  .transform((given) => given.replaceAll(":", "").toLowerCase());

const SHAPE: SchemaShape<Invitation> = {
  schema: z.strictObject({
    agencies: z.array(z.strictObject({ name, root: fingerprint.optional() })).min(1),
    groups: z
      .array(groupSchema.extend({ members: z.array(z.string()).min(1), genesis: fingerprint.optional() }))
      .min(1),
  }),
  nothing: "The file is no invitation.",
  has: "It has the lists agencies and groups.",
  keys: {
    "": ["agencies", "groups"],
    agencies: ["name", "root"],
    groups: [...(KEYS.groups ?? []), "members", "genesis"],
  },
  hints: {
    ...HINTS,
    agencies: "List the agencies that are invited, each with its name.",
    groups: "List the groups, each with name, chainId, consensus and members.",
    members: "List the names of the agencies that are invited to the group.",
    genesis: "Give the SHA-256 of the group's genesis.json, 64 hex digits in quotes.",
    root: "Give the SHA-256 fingerprint of a certificate, 64 hex digits in quotes.",
  },
};

/** Reads an invitation in YAML or JSON. Throws INVITATION_NOT_ALLOWED with all its mistakes. */
export function parseInvitation(from: TextSource): Invitation {
  const source = new Source(from.name, from.read());
  const invitation = source.mistakes.length === 0 ? checkShape(source, SHAPE) : undefined;
  if (invitation !== undefined) noteMembers(source, invitation);
  if (invitation === undefined || source.mistakes.length > 0)
    throw mistakesError(from.name, source.mistakes, "INVITATION_NOT_ALLOWED");
  return invitation;
}

function noteMembers(source: Source, invitation: Invitation): void {
  const [agencies, groups] = [placed(invitation.agencies, ["agencies"]), placed(invitation.groups, ["groups"])];
  noteTwice(source, "agency", agencies);
  noteTwice(source, "group", groups);
  for (const [index, { path, name, chainId, members }] of groups.entries()) {
    const other = groups.slice(0, index).find((each) => each.chainId === chainId);
    if (other !== undefined)
      source.mistake([...path, "chainId"], `The group ${other.name} has this chain id.`, `Give ${name} another one.`);
    const named = members.map((member, place) => ({ path: [...path, "members", place], member }));
    for (const each of named) noteUnknown(source, each.path, "agency", each.member, agencies);
    noteRepeated(
      source,
      named.map((each) => ({ path: each.path, subject: `the agency ${each.member}` })),
    );
  }
  for (const { path, name } of agencies)
    if (!groups.some(({ members }) => members.includes(name)))
      source.mistake(
        [...path, "name"],
        `${name} is invited to no group.`,
        "Add it to a group's members, or remove it.",
      );
}

/** By what cards name the invitation that they answer: 64 hex digits, which no spelling of the file changes. */
export function invitationHash(invitation: Invitation): string {
  return canonicalHash(invitation);
}

/** The groups that an agency is invited to. */
export function groupsOf({ groups }: Invitation, agency: string): InvitedGroup[] {
  return groups.filter(({ members }) => members.includes(agency));
}
