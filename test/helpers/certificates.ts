import {
  Certificate as RawCertificate,
  CertificateList,
  type TBSCertificate,
  type TBSCertList,
} from "@peculiar/asn1-x509";
import { bufferOf, decode, encode } from "../../src/certificates/der.js";
import { type Certificate, parseCertificate } from "../../src/certificates/certificate.js";
import { type CertificateUse, draftCertificate, makeRoot, signCertificate } from "../../src/certificates/issue.js";
import type { CertificateKey, Curve } from "../../src/certificates/keys.js";
import { makeRequest, parseRequest } from "../../src/certificates/request.js";
import type { Revocation } from "../../src/certificates/revocation.js";
import {
  makeRevocationList,
  parseRevocationList,
  type RevocationList,
} from "../../src/certificates/revocation-list.js";
import { daysAfter } from "../../src/certificates/period.js";
import { certificateKey, newPrivateKey } from "../../src/nodejs/private-keys.js";

/** When everything here is made, unless it says otherwise. */
export const MADE = new Date("2026-12-01T09:00:00Z");

export function newKey(curve: Curve = "secp256k1"): CertificateKey {
  return certificateKey(newPrivateKey(curve), "a new key");
}

/** A certificate and its key. */
export interface Holder {
  certificate: Certificate;
  key: CertificateKey;
}

interface Wishes {
  curve?: Curve;
  key?: CertificateKey;
  organisation?: string;
  role?: string;
  name?: string;
  time?: Date;
  days?: number;
  /** By the root of a consortium. */
  isOfAgency?: boolean;
  /** Of a certificate for TLS. */
  hosts?: readonly string[];
}

export async function rootOf(
  organisation: string,
  { curve, key = newKey(curve), ...wishes }: Wishes = {},
): Promise<Holder> {
  const { role = "CA", name = `${organisation} root`, time = MADE, days } = wishes;
  const der = await makeRoot(key, { subject: { organisation, role, name }, time, days });
  return { certificate: parseCertificate(der, "root.crt"), key };
}

/** What an issuer issues for somebody else of its organisation. */
export async function issuedBy(issuer: Holder, use: CertificateUse, wishes: Wishes = {}): Promise<Holder> {
  const [own = ""] = issuer.certificate.subject.values.organisation;
  const { organisation = own, role = "admin", name = use, curve, key = newKey(curve), time = MADE, days } = wishes;
  const { hosts = use === "tls" ? ["localhost"] : [], isOfAgency } = wishes;
  const request = parseRequest(await makeRequest(key, { organisation, role, name }, hosts), "request.csr");
  const draft = draftCertificate({ request, issuer: issuer.certificate, use, isOfAgency, time, days });
  return { certificate: parseCertificate(await signCertificate(draft, issuer.key), `${name}.crt`), key };
}

/** A certificate as an issuer would have signed it that keeps to no rule. */
export async function forged(
  { certificate }: Holder,
  issuer: Holder,
  change: (tbs: TBSCertificate) => void,
): Promise<Certificate> {
  const raw = decode(RawCertificate, certificate.der);
  if (raw === undefined) throw new Error("The certificate cannot be read.");
  change(raw.tbsCertificate);
  raw.signatureValue = bufferOf(await issuer.key.sign(encode(raw.tbsCertificate)));
  return parseCertificate(encode(raw), certificate.place);
}

export async function listOf(
  issuer: Holder,
  revocations: readonly Revocation[] = [],
  number = 1n,
): Promise<RevocationList> {
  const made = { number, thisUpdate: MADE, nextUpdate: daysAfter(MADE, 30), revocations };
  return parseRevocationList(await makeRevocationList(issuer.certificate, issuer.key, made), "list.crl");
}

/** A list as an issuer would have signed it that keeps to no rule. */
export async function forgedList(
  list: RevocationList,
  issuer: Holder,
  change: (tbs: TBSCertList) => void,
): Promise<RevocationList> {
  const raw = rawList(list);
  change(raw.tbsCertList);
  raw.signature = bufferOf(await issuer.key.sign(encode(raw.tbsCertList)));
  return parseRevocationList(encode(raw), list.place);
}

export function rawList({ der }: RevocationList): CertificateList {
  const raw = decode(CertificateList, der);
  if (raw === undefined) throw new Error("The list cannot be read.");
  return raw;
}
