import { anyExtendedKeyUsage, id_kp_clientAuth, id_kp_serverAuth } from "@peculiar/asn1-x509";
import { type Finding, finding, ok } from "../errors/finding.js";
import { mayBeUsedFor } from "./authority.js";
import type { Certificate } from "./certificate.js";
import type { CertificateUse } from "./issue.js";

/** What certificates are there to do. */
export const USES = {
  member: "sign for its organisation",
  intermediate: "issue certificates",
  tls: "encrypt connections (TLS)",
} as const satisfies Readonly<Record<CertificateUse, string>>;

const TLS: readonly string[] = [id_kp_serverAuth, id_kp_clientAuth];

/** What a certificate is for, by what its key may be used for, its purposes and hosts; undefined if it is nothing that is known here.
 *  A root is for what intermediates are for. */
export function useOf(certificate: Certificate): CertificateUse | undefined {
  const { isAuthority, hosts } = certificate;
  if (!mayBeUsedFor(certificate, isAuthority ? "keyCertSign" : "digitalSignature")) return undefined;
  if (isAuthority) return "intermediate";
  // Only certificates for TLS name hosts.
  const possible = hosts.length > 0 ? (["tls"] as const) : (["member", "tls"] as const);
  return possible.find((use) => isMeantFor(certificate, use));
}

/** Whether the purposes of a certificate, or of an authority that vouches for one, leave a use open. */
function isMeantFor({ purposes }: Certificate, use: CertificateUse): boolean {
  if (purposes === undefined || purposes.includes(anyExtendedKeyUsage)) return true;
  return use === "tls" && purposes.some((each) => TLS.includes(each));
}

/** What the first certificate of a chain is there to do, whether that is what is wanted, and whether those above vouch for it. */
export function useFindings(
  [first, ...issuers]: readonly Certificate[],
  wanted: CertificateUse | undefined,
): Finding[] {
  if (first === undefined) return [];
  const name = first.subject.text;
  const use = useOf(first);
  if (use === undefined) return [finding("CERTIFICATE_USE_DIFFERS", { cause: "nothing", name })];
  if (wanted !== undefined && use !== wanted)
    return [finding("CERTIFICATE_USE_DIFFERS", { cause: "other", name, found: USES[use], wanted: USES[wanted] })];
  const found = issuers
    .filter((issuer) => !isMeantFor(issuer, use))
    .map(({ subject }) =>
      finding("CERTIFICATE_USE_DIFFERS", { cause: "issuer", name, issuer: subject.text, found: USES[use] }),
    );
  return found.length > 0 ? found : [ok(`It is there to ${USES[use]}.`)];
}
