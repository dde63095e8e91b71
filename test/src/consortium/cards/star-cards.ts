import { readFileSync } from "node:fs";
import path from "node:path";
import { parse, stringify } from "yaml";
import type { CertificateKey } from "../../../../src/certificates/keys.js";
import { type AgencyPart, parseAgencyFile } from "../../../../src/consortium/cards/agency-file.js";
import { type CardSigner, makeCard } from "../../../../src/consortium/cards/card.js";
import { gatherCards, type GatherOptions } from "../../../../src/consortium/cards/gather.js";
import { type Invitation, parseInvitation } from "../../../../src/consortium/cards/invitation.js";
import { accountPrivateKey, certificateKey } from "../../../../src/nodejs/private-keys.js";
import { textAtHand } from "../../../../src/util/text-source.js";
import { enodeIdOf } from "../../../../tools/shared/network-file.js";
import { MADE } from "../../../helpers/certificates.js";

const EXAMPLES = path.join(import.meta.dirname, "../../../../examples/star");

const example = (name: string) => parse(readFileSync(path.join(EXAMPLES, `${name}.yaml`), "utf8")) as object;

export const AGENCIES = ["A", "B", "C", "D"] as const;
export type AgencyName = (typeof AGENCIES)[number];

/** The star's invitation, after a change. */
export function invitationAfter(change: (invitation: Invitation) => void = () => undefined): Invitation {
  const invitation = example("invitation") as Invitation;
  change(invitation);
  return parseInvitation(textAtHand("invitation.yaml", stringify(invitation, { aliasDuplicateObjects: false })));
}

/** The key of the only admin of an agency. */
export function adminKey(agency: AgencyName): CertificateKey {
  return certificateKey(accountPrivateKey(`0x${`${agency}1`.toLowerCase().repeat(32)}`), "admin.key");
}

/** What an agency says of itself, with keys of its own, after a change. */
export function partOf(agency: AgencyName, change: (part: AgencyPart) => void = () => undefined): AgencyPart {
  const part = example(agency) as AgencyPart;
  part.admins = [adminKey(agency).publicKey.account ?? ""];
  for (const { runs } of part.nodes)
    for (const [index, run] of runs.entries()) {
      run.enodeId = enodeIdOf(`${agency}${index + 2}`.toLowerCase());
      run.validator = true;
    }
  change(part);
  return part;
}

interface CardWishes {
  invitation?: Invitation;
  signer?: CardSigner;
  change?: (part: AgencyPart) => void;
}

/** The text of an agency's card; an admin signs it unless it is said. */
export function cardOf(agency: AgencyName, { invitation, signer, change }: CardWishes = {}): Promise<string> {
  const signs = signer ?? { key: adminKey(agency), certificates: [] };
  return makeCard(partOf(agency, change), invitation ?? invitationAfter(), signs);
}

/** What comes of some cards. */
export function gathered(cards: readonly string[], options: Partial<GatherOptions> = {}) {
  return gatherCards({
    place: "invitation.yaml",
    invitation: invitationAfter(),
    cards: cards.map((text, index) => textAtHand(`${index + 1}.card.json`, text)),
    file: "consortium.yaml",
    time: MADE,
    ...options,
  });
}

/** What is wrong with some cards: level, code and sentence. */
export function wrongWith(cards: readonly string[], options: Partial<GatherOptions> = {}): string[] {
  const findings = gathered(cards, options).files.flatMap((file) => file.findings);
  return findings.filter(({ level }) => level === "error").map(({ code, what }) => `${code}: ${what}`);
}

/** Reads what an agency has written, without the enode ids. */
export function plan(text: string) {
  return parseAgencyFile(textAtHand("B.yaml", text), invitationAfter());
}
