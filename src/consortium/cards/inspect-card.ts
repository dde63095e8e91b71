import { getBytes, toUtf8Bytes } from "ethers";
import { parseContents } from "../../certificates/contents.js";
import { hasSigned, toPublicKey } from "../../certificates/keys.js";
import { ofMistake, thrown } from "../../check/collect-findings.js";
import { type Finding, finding, hasErrors } from "../../errors/finding.js";
import { refusal } from "../../errors/refusal.js";
import { inOrder } from "../../network/network-file/mistakes.js";
import { Source } from "../../network/network-file/source.js";
import type { TextSource } from "../../util/text-source.js";
import { nodeInOneSpelling } from "../file/consortium-file.js";
import { checkShape } from "../file/note-shape.js";
import { type AgencyPart, noteAgency } from "./agency-file.js";
import { type Card, CARD_SHAPE, signedPart } from "./card.js";
import { type Invitation, invitationHash } from "./invitation.js";
import { type Signatory, signerFindings, type SignerOptions } from "./signer-findings.js";

/** What was found of a card; its part is there only if nothing is wrong with it. */
export interface InspectedCard {
  findings: Finding[];
  /** Whose it says that it is. */
  agency: string | undefined;
  part: AgencyPart | undefined;
}

/** Everything that speaks against a card: changed on its way, for another invitation, signed by somebody who may not, or wrong in what
 *  it says. */
export function inspectCard(from: TextSource, invitation: Invitation, options: SignerOptions = {}): InspectedCard {
  try {
    const source = new Source(from.name, from.read());
    const card = source.mistakes.length === 0 ? checkShape(source, CARD_SHAPE) : undefined;
    if (card === undefined) return { findings: mistakesOf(source), agency: undefined, part: undefined };
    const findings = findingsOf(card, source, invitation, options);
    const { name, admins } = card;
    const part = hasErrors(findings) ? undefined : { name, admins, nodes: card.nodes.map(nodeInOneSpelling) };
    return { findings, agency: name, part };
  } catch (error) {
    return { findings: [thrown(error)], agency: undefined, part: undefined };
  }
}

function findingsOf(card: Card, source: Source, invitation: Invitation, options: SignerOptions): Finding[] {
  const { name: agency, signature } = card;
  const facts = { place: source.file, agency };
  const signatory = signatoryOf(card, source.file);
  if (!hasSigned(signatory.publicKey, signedPart(source.value), getBytes(`0x${signature}`)))
    return [finding("CARD_CHANGED", facts)];
  if (card.invitation !== invitationHash(invitation)) return [finding("CARD_OF_OTHER_INVITATION", facts)];
  noteAgency(source, invitation);
  return [...signerFindings(card, signatory, invitation, options), ...mistakesOf(source)];
}

/** Throws CERTIFICATE_FILE_NOT_ALLOWED or CARD_SIGNER_NOT_ALLOWED. */
function signatoryOf({ certificates: texts = [], key = "", name: agency }: Card, place: string): Signatory {
  const certificates = texts.flatMap((text) => parseContents(toUtf8Bytes(text), place).certificates);
  const publicKey = certificates[0]?.publicKey ?? toPublicKey("secp256k1", getBytes(`0x${key}`));
  if (publicKey === undefined) throw refusal("CARD_SIGNER_NOT_ALLOWED", { cause: "noKey", agency });
  return { publicKey, certificates };
}

function mistakesOf({ mistakes }: Source): Finding[] {
  return inOrder(mistakes).map((mistake) => ofMistake("CARD_NOT_ALLOWED", mistake));
}
