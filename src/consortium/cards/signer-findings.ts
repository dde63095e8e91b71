import type { Certificate } from "../../certificates/certificate.js";
import type { PublicKey } from "../../certificates/keys.js";
import type { RevocationList } from "../../certificates/revocation-list.js";
import { verifyCertificate } from "../../certificates/verify.js";
import { type Finding, finding, ok } from "../../errors/finding.js";
import { isSameAccount } from "../../model/address.js";
import type { Card } from "./card.js";
import type { Invitation } from "./invitation.js";

export interface SignerOptions {
  /** Where some are given, there must be one of every issuer of a certificate. */
  readonly revocationLists?: readonly RevocationList[] | undefined;
  /** In place of now. */
  readonly time?: Date | undefined;
}

/** Whoever has signed a card. */
export interface Signatory {
  publicKey: PublicKey;
  certificates: readonly Certificate[];
}

/** Whether those who signed a card may speak for the agency: by a certificate of the root that the invitation names, or else as one of
 *  its admins. */
export function signerFindings(
  { name: agency, admins }: Card,
  { publicKey, certificates }: Signatory,
  invitation: Invitation,
  options: SignerOptions,
): Finding[] {
  const root = invitation.agencies.find(({ name }) => name === agency)?.root;
  if (root !== undefined) return certificateFindings(agency, root, certificates, options);
  const { account } = publicKey;
  if (!admins.some((each) => isSameAccount(each, account)))
    return [finding("CARD_SIGNER_NOT_ALLOWED", { cause: "noAdmin", agency })];
  return [ok(`The account ${account ?? ""}, an admin of ${agency}, has signed it.`)];
}

function certificateFindings(
  agency: string,
  root: string,
  certificates: readonly Certificate[],
  { revocationLists, time }: SignerOptions,
): Finding[] {
  const [own, ...intermediates] = certificates;
  if (own === undefined) return [finding("CARD_SIGNER_NOT_ALLOWED", { cause: "noCertificate", agency })];
  const name = own.subject.text;
  const roots = certificates.filter(({ fingerprint }) => fingerprint === root);
  if (roots.length === 0) return [finding("CARD_SIGNER_NOT_ALLOWED", { cause: "otherRoot", agency, name, root })];
  const wanted = { organisation: agency, use: "member" } as const;
  return verifyCertificate(own, { roots, intermediates, revocationLists, time, isRootOfOthers: true, ...wanted });
}
