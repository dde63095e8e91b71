import { type Finding, finding, hasErrors, ok } from "../../errors/finding.js";
import { refusal } from "../../errors/refusal.js";
import type { TextSource } from "../../util/text-source.js";
import type { Consortium } from "../file/consortium.js";
import type { AgencyPart } from "./agency-file.js";
import { canonicalHash, spokenHash } from "./canonical.js";
import { type GatheredFile, type MadeFile, makeConsortiumFile, NOTHING_MADE } from "./made-file.js";
import { inspectCard } from "./inspect-card.js";
import { groupsOf, type Invitation, invitationHash } from "./invitation.js";
import type { SignerOptions } from "./signer-findings.js";

export interface GatherOptions extends SignerOptions {
  /** What messages call the invitation. */
  place: string;
  invitation: Invitation;
  cards: readonly TextSource[];
  /** Only some of the groups, which need no more cards than those of their members. */
  groups?: readonly string[] | undefined;
  /** What messages call the consortium file. */
  file: string;
}

/** What the cards that are there come to. */
export interface Gathering extends MadeFile {
  files: GatheredFile[];
  /** Who has not answered, and the groups that wait for it. */
  missing: { agency: string; groups: string[] }[];
}

/** Puts the cards of agencies together to a consortium: the same text for everybody, whatever the order of the cards. Throws
 *  GROUP_UNKNOWN and INVITATION_NOT_FITTING. */
export function gatherCards({ place, invitation, cards, groups, file, ...options }: GatherOptions): Gathering {
  if (invitation.groups.some(({ genesis }) => genesis !== undefined))
    throw refusal("INVITATION_NOT_FITTING", { cause: "joins", file: place });
  const wanted = withGroups(invitation, place, groups);
  const parts = new Map<string, AgencyPart>();
  const answered = new Set<string>();
  const files = cards.map((card) => {
    const { agency, part, findings } = inspectCard(card, invitation, options);
    if (agency !== undefined) answered.add(agency);
    const other = part && parts.get(part.name);
    const isTwice = other !== undefined && canonicalHash(other) !== canonicalHash(part);
    if (part !== undefined && other === undefined) parts.set(part.name, part);
    const twice = isTwice ? [finding("CARD_TWICE", { place: card.name, agency: agency ?? "" })] : [];
    return { subject: `The card ${card.name}`, findings: [...findings, ...twice] };
  });
  const missing = wanted.agencies
    .filter(({ name }) => !answered.has(name))
    .map(({ name }) => ({ agency: name, groups: groupsOf(wanted, name).map((group) => group.name) }));
  const invited = { subject: `The invitation ${place}`, findings: invitationFindings(invitation, missing) };
  const soFar = [invited, ...files];
  if (soFar.some(({ findings }) => hasErrors(findings))) return { files: soFar, missing, ...NOTHING_MADE };
  const { checked, made } = makeConsortiumFile(file, consortiumOf(wanted, parts));
  return { files: [...soFar, checked], missing, ...made };
}

/** An invitation as if only some of its groups were in it. */
function withGroups(invitation: Invitation, file: string, names: readonly string[] | undefined): Invitation {
  const known = invitation.groups.map(({ name }) => name);
  for (const group of names ?? []) if (!known.includes(group)) throw refusal("GROUP_UNKNOWN", { file, group, known });
  const groups = invitation.groups.filter(({ name }) => names?.includes(name) ?? true);
  const agencies = invitation.agencies.filter(({ name }) => groups.some(({ members }) => members.includes(name)));
  return { agencies, groups };
}

function invitationFindings(invitation: Invitation, missing: Gathering["missing"]): Finding[] {
  const hash = spokenHash(invitationHash(invitation));
  return [
    ok(`It is the one that the cards must answer: ${hash}.`),
    ...missing.map(({ agency, groups }) => finding("CARD_MISSING", { agency, groups })),
  ];
}

/** What the members of these groups say, of these groups alone. */
function consortiumOf({ agencies, groups }: Invitation, parts: ReadonlyMap<string, AgencyPart>): Consortium {
  const names = groups.map(({ name }) => name);
  const members = agencies.flatMap(({ name }) => parts.get(name) ?? []);
  const nodes = members.flatMap(({ name: agency, nodes: own }) =>
    own.map(({ name, host, runs }) => {
      return { name, agency, host, runs: runs.filter(({ group }) => names.includes(group)) };
    }),
  );
  return {
    agencies: members.map(({ name, admins }) => ({ name, admins })),
    groups: groups.map(({ name, chainId, consensus, blockPeriod, gasLimit }) => {
      return { name, chainId, consensus, blockPeriod, gasLimit };
    }),
    nodes: nodes.filter(({ runs }) => runs.length > 0),
  };
}
