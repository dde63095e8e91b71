import { type AgencyPart, type AgencyPlan, parseAgencyFile } from "../consortium/cards/agency-file.js";
import { type CardSigner, makeCard } from "../consortium/cards/card.js";
import { gatherCards, type Gathering, type GatherOptions } from "../consortium/cards/gather.js";
import { inspectCard } from "../consortium/cards/inspect-card.js";
import { type Invitation, type InvitedAgency, parseInvitation } from "../consortium/cards/invitation.js";
import { admitAgency, type Admission, invitationToJoin } from "../consortium/cards/join.js";
import { type JoinStep, joinSteps } from "../consortium/cards/join-steps.js";
import type { SignerOptions } from "../consortium/cards/signer-findings.js";
import { errorLines } from "../errors/finding.js";
import { refusal } from "../errors/refusal.js";
import { toJson } from "../util/json.js";
import { textAtHand } from "../util/text-source.js";
import { readSoundConsortium } from "./consortium-files.js";
import { fileAt, writeNew, writeUnlessSame } from "./files.js";

/** Reads an invitation. Throws FILE_NOT_READ, and INVITATION_NOT_ALLOWED with all its mistakes. */
export function readInvitation(file: string): Invitation {
  return parseInvitation(fileAt(file));
}

/** Reads what an agency has written of itself. Throws FILE_NOT_READ, and AGENCY_FILE_NOT_ALLOWED with all its mistakes. */
export function readAgencyFile(file: string, invitation: Invitation): AgencyPlan {
  return parseAgencyFile(fileAt(file), invitation);
}

/** Signs and writes a card that others will accept. Throws CERTIFICATE_ISSUER_NOT_ALLOWED, CARD_NOT_SOUND, FILE_EXISTS and
 *  FILE_NOT_WRITTEN. */
export async function writeCard(
  file: string,
  part: AgencyPart,
  invitation: Invitation,
  signer: CardSigner,
): Promise<void> {
  const text = await makeCard(part, invitation, signer);
  const list = errorLines(inspectCard(textAtHand(file, text), invitation).findings);
  if (list.length > 0) throw refusal("CARD_NOT_SOUND", { agency: part.name, list });
  writeNew(file, text);
}

/** Puts the cards in these files together, and writes the consortium file unless something is wrong or missing. One that is there and the
 *  same stays. Throws what reading the invitation throws, GROUP_UNKNOWN, FILE_EXISTS and FILE_NOT_WRITTEN. */
export function gatherCardFiles(
  invitation: string,
  cards: readonly string[],
  options: Omit<GatherOptions, "place" | "invitation" | "cards">,
): Gathering {
  const gathering = gatherCards({
    ...options,
    place: invitation,
    invitation: readInvitation(invitation),
    cards: cards.map(fileAt),
  });
  if (gathering.text !== undefined) writeUnlessSame(options.file, gathering.text);
  return gathering;
}

export interface InviteToJoinOptions {
  agency: InvitedAgency;
  groups: readonly string[];
  /** Where the invitation goes. */
  out: string;
}

/** Writes an invitation of an agency to groups of a consortium file. Throws what `readSoundConsortium` throws, GROUP_UNKNOWN, FILE_EXISTS
 *  and FILE_NOT_WRITTEN. */
export function writeInvitationToJoin(file: string, { agency, groups, out }: InviteToJoinOptions): Invitation {
  const invitation = invitationToJoin(readSoundConsortium(file), { agency, groups, file });
  writeNew(out, toJson(invitation));
  return invitation;
}

/** What comes of an answer to it, and what is to be done then. */
export interface AdmissionInFull extends Admission {
  file: string;
  steps: JoinStep[];
}

/** Adds the agency of a card to a consortium, and writes a new consortium file unless something is wrong. Throws what reading the files
 *  throws, INVITATION_NOT_FITTING, FILE_EXISTS and FILE_NOT_WRITTEN. */
export function admitCardFile(
  file: string,
  place: string,
  card: string,
  { out, ...options }: SignerOptions & { out?: string | undefined },
): AdmissionInFull {
  const consortium = readSoundConsortium(file);
  const invitation = readInvitation(place);
  const made = out ?? `consortium-${invitation.agencies.map(({ name }) => name).join("-")}.yaml`;
  const admission = admitAgency({ ...options, consortium, invitation, place, card: fileAt(card), file: made });
  const { text, part } = admission;
  if (text !== undefined) writeUnlessSame(made, text);
  return { ...admission, file: made, steps: text === undefined || !part ? [] : joinSteps(consortium, part) };
}
