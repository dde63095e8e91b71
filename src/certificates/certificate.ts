import { Certificate as RawCertificate, Version } from "@peculiar/asn1-x509";
import { hexlify } from "ethers";
import { otherAlgorithm, readPublicKey } from "./algorithms.js";
import { decode } from "./der.js";
import { type Extensions, keyIdOf, readExtensions } from "./extensions.js";
import { badContent } from "./file-errors.js";
import { digest, hasSigned, isSame, type PublicKey } from "./keys.js";
import { type DistinguishedName, readName } from "./names.js";

/** A certificate of X.509, version 3. */
export interface Certificate extends Extensions {
  /** What messages call the place where it was read. */
  readonly place: string;
  readonly der: Uint8Array;
  /** The part of it that its issuer has signed, and the signature: ECDSA with SHA-256, in DER. */
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
  readonly subject: DistinguishedName;
  readonly issuer: DistinguishedName;
  /** Hex digits in lower case, two for each octet; as it is written, so that ff is a negative number. */
  readonly serial: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly publicKey: PublicKey;
  /** SHA-256 of all of it: 64 lower-case hex digits. */
  readonly fingerprint: string;
}

/** Reads a certificate in DER. Throws CERTIFICATE_FILE_NOT_ALLOWED. */
export function parseCertificate(der: Uint8Array, place: string): Certificate {
  const what = "certificate";
  const raw = decode(RawCertificate, der);
  const tbs = raw?.tbsCertificate;
  if (tbs === undefined || raw?.tbsCertificateRaw === undefined) throw badContent({ cause: "damaged", place, what });
  if (tbs.version !== Version.v3) throw badContent({ cause: "version", place, what, version: tbs.version + 1 });
  const publicKey = readPublicKey(tbs.subjectPublicKeyInfo);
  if (typeof publicKey === "string") throw badContent({ cause: "algorithm", place, what, found: publicKey });
  const found = otherAlgorithm(raw.signatureAlgorithm, tbs.signature);
  if (found !== undefined) throw badContent({ cause: "algorithm", place, what, found });
  return {
    place,
    der,
    signed: new Uint8Array(raw.tbsCertificateRaw),
    signature: new Uint8Array(raw.signatureValue),
    subject: readName(tbs.subject),
    issuer: readName(tbs.issuer),
    serial: hexlify(new Uint8Array(tbs.serialNumber)).slice(2),
    notBefore: tbs.validity.notBefore.getTime(),
    notAfter: tbs.validity.notAfter.getTime(),
    publicKey,
    fingerprint: hexlify(digest(der)).slice(2),
    ...readExtensions(tbs.extensions ?? []),
  };
}

/** Whether a certificate names another one as its issuer. Whether that is true its signature says. */
export function namesAsIssuer(certificate: Certificate, issuer: Certificate): boolean {
  return isSame(certificate.issuer.der, issuer.subject.der);
}

/** Whether a certificate was signed by the key of another one. */
export function isSignedBy({ signed, signature }: Certificate, issuer: Certificate): boolean {
  return hasSigned(issuer.publicKey, signed, signature);
}

/** What names the key of an issuer in what it issues. */
export function issuerKeyIdOf({ keyId, publicKey }: Certificate): string {
  return keyId ?? keyIdOf(publicKey);
}
