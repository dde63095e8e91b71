import { refusal } from "../errors/refusal.js";
import type { Certificate } from "./certificate.js";
import type { KeyUse } from "./extensions.js";
import { type CertificateKey, isSameKey } from "./keys.js";

/** Throws CERTIFICATE_ISSUER_NOT_ALLOWED or CERTIFICATE_OUT_OF_DATE for a certificate that may not sign this, or not now. */
export function requireAuthority(issuer: Certificate, use: KeyUse, time: Date): void {
  const facts = { place: issuer.place, issuer: issuer.subject.text };
  if (!issuer.isAuthority) throw refusal("CERTIFICATE_ISSUER_NOT_ALLOWED", { cause: "noAuthority", ...facts });
  if (!mayBeUsedFor(issuer, use)) throw refusal("CERTIFICATE_ISSUER_NOT_ALLOWED", { cause: "use", ...facts, use });
  requireInDate(issuer, time);
}

/** Whether the key of a certificate may be used for this: also where nothing is said of its use. */
export function mayBeUsedFor({ uses }: Certificate, use: KeyUse): boolean {
  return uses?.includes(use) ?? true;
}

/** Throws CERTIFICATE_OUT_OF_DATE. */
export function requireInDate({ subject, notBefore, notAfter }: Certificate, time: Date): void {
  const name = subject.text;
  if (time < notBefore)
    throw refusal("CERTIFICATE_OUT_OF_DATE", { cause: "early", name, since: notBefore.toISOString() });
  if (time > notAfter)
    throw refusal("CERTIFICATE_OUT_OF_DATE", { cause: "expired", name, since: notAfter.toISOString() });
}

/** Throws CERTIFICATE_ISSUER_NOT_ALLOWED if a key is not the one of a certificate. */
export function requireOwnKey(issuer: Certificate, { publicKey }: CertificateKey): void {
  const { place, subject } = issuer;
  if (!isSameKey(issuer.publicKey, publicKey))
    throw refusal("CERTIFICATE_ISSUER_NOT_ALLOWED", { cause: "otherKey", place, issuer: subject.text });
}
