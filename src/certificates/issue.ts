import * as x509 from "@peculiar/asn1-x509";
import { getBytes, hexlify, randomBytes } from "ethers";
import { refusal } from "../errors/refusal.js";
import { publicKeyInfo, signatureAlgorithm } from "./algorithms.js";
import { requireAuthority, requireOwnKey } from "./authority.js";
import { type Certificate, issuerKeyIdOf } from "./certificate.js";
import { bufferOf, encode } from "./der.js";
import { extensionsOf, keyIdOf, PROFILES } from "./extensions.js";
import { requireHosts } from "./hosts.js";
import { type CertificateKey, isSameKey, type PublicKey } from "./keys.js";
import { nameOf, rawName, requireSubject, type CertificateSubject, subjectOf } from "./names.js";
import { endOf, secondOf } from "./period.js";
import type { CertificateRequest } from "./request.js";

/** What a certificate is for: "member" signs in the name of an organisation, "intermediate" issues certificates of members, and "tls"
 *  is for the encrypted connections of a node. */
export type CertificateUse = Exclude<keyof typeof PROFILES, "root">;

/** How long certificates count unless it is said otherwise, in days. */
export const CERTIFICATE_DAYS = { root: 3_650, intermediate: 1_825, member: 365, tls: 365 } as const;

/** A certificate that can be signed. */
export interface CertificateDraft {
  readonly subject: CertificateSubject;
  readonly publicKey: PublicKey;
  readonly use: CertificateUse;
  /** Host names and IP addresses of a node, which are only for TLS. */
  readonly hosts: readonly string[];
  readonly issuer: Certificate;
  /** 32 lower-case hex digits, at random: what was issued need not be kept in mind to find a new one. */
  readonly serial: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

export interface DraftOptions {
  readonly request: CertificateRequest;
  readonly issuer: Certificate;
  readonly use: CertificateUse;
  /** Whether the issuer is the root of a consortium, which certifies the authority of another organisation. */
  readonly isOfAgency?: boolean | undefined;
  /** Unless it is said, a year for members and TLS and five for an intermediate, but not longer than the issuer. */
  readonly days?: number | undefined;
  /** In place of now. */
  readonly time?: Date | undefined;
}

/** What would be issued for a request. Throws CERTIFICATE_REQUEST_NOT_ALLOWED, CERTIFICATE_NAME_NOT_ALLOWED,
 *  CERTIFICATE_HOST_NOT_ALLOWED, CERTIFICATE_ISSUER_NOT_ALLOWED, CERTIFICATE_OUT_OF_DATE or CERTIFICATE_PERIOD_NOT_ALLOWED. */
export function draftCertificate({
  request,
  issuer,
  use,
  isOfAgency = false,
  days,
  time = new Date(),
}: DraftOptions): CertificateDraft {
  const { place, publicKey } = request;
  if (!request.isSigned) throw refusal("CERTIFICATE_REQUEST_NOT_ALLOWED", { cause: "signature", place });
  const subject = subjectOf(request.subject);
  requireAuthority(issuer, "keyCertSign", time);
  if (use === "intermediate" && issuer.pathLength === 0)
    throw refusal("CERTIFICATE_ISSUER_NOT_ALLOWED", {
      cause: "pathLength",
      place: issuer.place,
      issuer: issuer.subject.text,
    });
  const [organisation, ...others] = issuer.subject.values.organisation;
  if (isOfAgency && issuer.subject.text !== issuer.issuer.text)
    throw refusal("CERTIFICATE_ISSUER_NOT_ALLOWED", {
      cause: "noRoot",
      place: issuer.place,
      issuer: issuer.subject.text,
    });
  if (!isOfAgency && (subject.organisation !== organisation || others.length > 0))
    throw refusal("CERTIFICATE_REQUEST_NOT_ALLOWED", {
      cause: "organisation",
      place,
      organisation: subject.organisation,
      issuer: issuer.subject.text,
    });
  if (isSameKey(publicKey, issuer.publicKey))
    throw refusal("CERTIFICATE_REQUEST_NOT_ALLOWED", { cause: "issuerKey", place });
  requireFitFor(use, request);
  const notBefore = secondOf(time);
  const notAfter = endOf(notBefore, days ?? CERTIFICATE_DAYS[use]);
  if (days !== undefined && notAfter > issuer.notAfter)
    throw refusal("CERTIFICATE_PERIOD_NOT_ALLOWED", {
      cause: "outlives",
      until: notAfter.toISOString(),
      issuer: issuer.subject.text,
      end: issuer.notAfter.toISOString(),
    });
  return {
    subject,
    publicKey,
    use,
    hosts: request.hosts,
    issuer,
    serial: newSerial(),
    notBefore,
    notAfter: notAfter > issuer.notAfter ? issuer.notAfter : notAfter,
  };
}

/** No implementation of TLS has signatures of keys on secp256k1. */
function requireFitFor(use: CertificateUse, { place, hosts, publicKey }: CertificateRequest): void {
  if (use === "tls" && publicKey.curve === "secp256k1")
    throw refusal("CERTIFICATE_REQUEST_NOT_ALLOWED", { cause: "tlsKey", place });
  if (use === "tls" && hosts.length === 0)
    throw refusal("CERTIFICATE_REQUEST_NOT_ALLOWED", { cause: "noHosts", place });
  if (use !== "tls" && hosts.length > 0)
    throw refusal("CERTIFICATE_REQUEST_NOT_ALLOWED", { cause: "hosts", place, hosts });
  requireHosts(hosts);
}

/** Signs a certificate with the key of its issuer; it is answered in DER. Throws CERTIFICATE_ISSUER_NOT_ALLOWED. */
export async function signCertificate(draft: CertificateDraft, key: CertificateKey): Promise<Uint8Array> {
  const { subject, publicKey, use, hosts, issuer } = draft;
  requireOwnKey(issuer, key);
  const extensions = extensionsOf({ ...PROFILES[use], hosts }, publicKey, issuerKeyIdOf(issuer));
  return sign({ ...draft, subject: nameOf(subject), issuer: rawName(issuer.subject), extensions }, key);
}

export interface RootOptions {
  readonly subject: CertificateSubject;
  /** Ten years unless it is said. */
  readonly days?: number | undefined;
  /** In place of now. */
  readonly time?: Date | undefined;
}

/** Makes the certificate of a root, in DER: it is signed with its own key. Throws CERTIFICATE_NAME_NOT_ALLOWED or
 *  CERTIFICATE_PERIOD_NOT_ALLOWED. */
export async function makeRoot(
  key: CertificateKey,
  { subject, days = CERTIFICATE_DAYS.root, time = new Date() }: RootOptions,
): Promise<Uint8Array> {
  requireSubject(subject);
  const { publicKey } = key;
  const notBefore = secondOf(time);
  const notAfter = endOf(notBefore, days);
  const extensions = extensionsOf(PROFILES.root, publicKey, keyIdOf(publicKey));
  const name = nameOf(subject);
  return sign({ subject: name, issuer: name, publicKey, serial: newSerial(), notBefore, notAfter, extensions }, key);
}

interface Unsigned {
  subject: x509.Name;
  issuer: x509.Name;
  publicKey: PublicKey;
  serial: string;
  notBefore: Date;
  notAfter: Date;
  extensions: x509.Extensions;
}

async function sign(
  { subject, issuer, publicKey, serial, notBefore, notAfter, extensions }: Unsigned,
  key: CertificateKey,
): Promise<Uint8Array> {
  const tbsCertificate = new x509.TBSCertificate({
    version: x509.Version.v3,
    serialNumber: bufferOf(getBytes(`0x${serial}`)),
    signature: signatureAlgorithm(),
    issuer,
    validity: new x509.Validity({ notBefore, notAfter }),
    subject,
    subjectPublicKeyInfo: publicKeyInfo(publicKey),
    extensions,
  });
  const signature = await key.sign(encode(tbsCertificate));
  return encode(
    new x509.Certificate({
      tbsCertificate,
      signatureAlgorithm: signatureAlgorithm(),
      signatureValue: bufferOf(signature),
    }),
  );
}

/** 126 random bits in 16 octets, of which the first two bits are 01: a positive number that needs no octet more. */
function newSerial(): string {
  const [first = 0, ...others] = randomBytes(16);
  return hexlify(new Uint8Array([(first & 0x3f) | 0x40, ...others])).slice(2);
}
