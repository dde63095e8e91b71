import { hexlify } from "ethers";
import * as z from "zod";
import type { Certificate } from "../../certificates/certificate.js";
import type { CertificateKey } from "../../certificates/keys.js";
import { requireOwnKey } from "../../certificates/authority.js";
import { pemText } from "../../certificates/pem.js";
import { toJson } from "../../util/json.js";
import { agencySchema, nodeSchema } from "../file/file-schema.js";
import type { SchemaShape } from "../file/note-shape.js";
import { AGENCY_HINTS, AGENCY_KEYS, type AgencyPart } from "./agency-file.js";
import { canonicalBytes } from "./canonical.js";
import { type Invitation, invitationHash } from "./invitation.js";

/** With what an agency answers an invitation: its part, signed. Nothing in it is secret. */
export interface Card extends AgencyPart {
  format: 1;
  /** The hash of the invitation. */
  invitation: string;
  /** The certificate of whoever has signed, and those above it up to the root, in PEM. */
  certificates?: string[] | undefined;
  /** Without certificates, the public key of the account that has signed: 04, x and y. */
  key?: string | undefined;
  /** ECDSA with SHA-256 in DER, over everything else in the form of RFC 8785. */
  signature: string;
}

/** Who signs a card. */
export interface CardSigner {
  key: CertificateKey;
  /** Its certificate first; none where an admin's account signs. */
  certificates: readonly Certificate[];
}

const hex = z.string().regex(/^(?:[\da-f]{2})+$/);

const AS_MADE = "Ask for the card as it was made.";

export const CARD_SHAPE: SchemaShape<Card> = {
  schema: agencySchema.extend({
    format: z.literal(1),
    invitation: z.string().regex(/^[\da-f]{64}$/),
    nodes: z.array(nodeSchema).min(1),
    certificates: z.array(z.string()).min(1).optional(),
    key: hex.optional(),
    signature: hex,
  }),
  nothing: "The file is no card.",
  has: AS_MADE,
  keys: {
    ...AGENCY_KEYS,
    "": ["format", "invitation", ...AGENCY_KEYS[""], "certificates", "key", "signature"],
  },
  hints: {
    ...AGENCY_HINTS,
    ...Object.fromEntries(["invitation", "certificates", "key", "signature"].map((key) => [key, AS_MADE])),
    format: "Use the version of Portcullis that made the card.",
  },
};

/** Signs an agency's part in answer to an invitation; the text of the card. Throws CERTIFICATE_ISSUER_NOT_ALLOWED if the key is not that
 *  of the certificate. */
export async function makeCard(
  { name, admins, nodes }: AgencyPart,
  invitation: Invitation,
  { key, certificates }: CardSigner,
): Promise<string> {
  const [own] = certificates;
  if (own !== undefined) requireOwnKey(own, key);
  const signer =
    own === undefined
      ? { key: hexlify(key.publicKey.point).slice(2) }
      : { certificates: certificates.map(({ der }) => pemText("certificate", der)) };
  const content = { format: 1, invitation: invitationHash(invitation), name, admins, nodes, ...signer };
  return toJson({ ...content, signature: hexlify(await key.sign(canonicalBytes(content))).slice(2) });
}

/** What the signature of a card covers, of what its text says. */
export function signedPart(value: unknown): Uint8Array {
  return canonicalBytes({ ...(value as Card), signature: undefined });
}
