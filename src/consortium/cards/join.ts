import { refusal } from "../../errors/refusal.js";
import { type Finding, finding, hasErrors, ok } from "../../errors/finding.js";
import type { TextSource } from "../../util/text-source.js";
import type { Consortium } from "../file/consortium.js";
import { groupGenesis } from "../genesis/group-genesis.js";
import type { AgencyPart } from "./agency-file.js";
import { canonicalHash } from "./canonical.js";
import { type GatheredFile, type MadeFile, makeConsortiumFile, NOTHING_MADE } from "./made-file.js";
import { inspectCard } from "./inspect-card.js";
import type { Invitation, InvitedAgency } from "./invitation.js";
import type { SignerOptions } from "./signer-findings.js";

/** An invitation of an agency to groups that there are already, which it names by their genesis. Throws GROUP_UNKNOWN. */
export function invitationToJoin(
  consortium: Consortium,
  { agency, groups, file }: { agency: InvitedAgency; groups: readonly string[]; file: string },
): Invitation {
  const known = consortium.groups.map(({ name }) => name);
  const invited = groups.map((name) => {
    const group = consortium.groups.find((each) => each.name === name);
    if (group === undefined) throw refusal("GROUP_UNKNOWN", { file, group: name, known });
    return { ...group, members: [agency.name], genesis: groupGenesis(consortium, group).fileHash.slice(2) };
  });
  return { agencies: [agency], groups: invited };
}

export interface AdmitOptions extends SignerOptions {
  consortium: Consortium;
  invitation: Invitation;
  /** What messages call the invitation. */
  place: string;
  card: TextSource;
  /** What messages call the consortium file with the new agency. */
  file: string;
}

/** What a card comes to that answers an invitation to join. */
export interface Admission extends MadeFile {
  files: GatheredFile[];
  /** What the agency says; as it wants its nodes to be. */
  part: AgencyPart | undefined;
}

/** Adds to a consortium what an agency says that joins some of its groups, whose genesis stays what it is. Throws
 *  INVITATION_NOT_FITTING. */
export function admitAgency({ consortium, invitation, place, card, file, ...options }: AdmitOptions): Admission {
  if (invitation.groups.some(({ genesis }) => genesis === undefined))
    throw refusal("INVITATION_NOT_FITTING", { cause: "founds", file: place });
  const { part, findings } = inspectCard(card, invitation, options);
  const files = [
    {
      subject: `The invitation ${place}`,
      findings: invitation.groups.map((group) => genesisFinding(consortium, group)),
    },
    { subject: `The card ${card.name}`, findings: [...findings, ...adminFindings(consortium, part)] },
  ];
  if (part === undefined || files.some((each) => hasErrors(each.findings))) return { files, part, ...NOTHING_MADE };
  const { checked, made } = makeConsortiumFile(file, withAgency(consortium, part));
  return { files: [...files, checked], part, ...made };
}

function genesisFinding(consortium: Consortium, { name, genesis }: Invitation["groups"][number]): Finding {
  const group = consortium.groups.find((each) => each.name === name);
  if (group === undefined || groupGenesis(consortium, group).fileHash !== `0x${genesis ?? ""}`)
    return finding("JOINS_OTHER_GROUP", { group: name });
  return ok(`It is an invitation to ${name} of this consortium file.`);
}

/** An agency that joins another group has the admins that it has. */
function adminFindings({ agencies }: Consortium, part: AgencyPart | undefined): Finding[] {
  const known = part && agencies.find(({ name }) => name === part.name);
  if (part === undefined || known === undefined) return [];
  const isSame = canonicalHash([...known.admins].sort()) === canonicalHash([...part.admins].sort());
  return isSame ? [] : [finding("ADMINS_OF_AGENCY_DIFFER", { agency: part.name })];
}

/** The validators of the first block are what they were; newcomers are voted in. On Raft every node makes blocks. */
function withAgency(consortium: Consortium, part: AgencyPart): Consortium {
  const isRaft = (group: string): boolean =>
    consortium.groups.some(({ name, consensus }) => name === group && consensus === "raft");
  const isNew = consortium.agencies.every(({ name }) => name !== part.name);
  const nodes = consortium.nodes.map((node) => ({ ...node, runs: [...node.runs] }));
  for (const { name, host, runs } of part.nodes) {
    const own = runs.map((run) => ({ ...run, validator: isRaft(run.group) }));
    const known = nodes.find((node) => node.name === name && node.agency === part.name && node.host === host);
    if (known === undefined) nodes.push({ name, agency: part.name, host, runs: own });
    else known.runs.push(...own);
  }
  const agencies = isNew ? [...consortium.agencies, { name: part.name, admins: part.admins }] : consortium.agencies;
  return { ...consortium, agencies, nodes };
}
