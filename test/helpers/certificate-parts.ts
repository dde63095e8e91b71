import { computeAddress, concat, hexlify, sha256, SigningKey } from "ethers";
import { bitString, context, type Der, integer, octetString, oid, sequence, set, TRUE, utcTime, utf8 } from "./der.js";

/** Whose certificates these are, and who issues them. */
export const ISSUER = new SigningKey(`0x${"11".repeat(32)}`);
export const HOLDER = new SigningKey(`0x${"22".repeat(32)}`);
export const ISSUER_ACCOUNT = computeAddress(ISSUER.publicKey);
export const HOLDER_ACCOUNT = computeAddress(HOLDER.publicKey);

export const IDS = {
  country: "2.5.4.6",
  organisation: "2.5.4.10",
  role: "2.5.4.11",
  name: "2.5.4.3",
  keyUsage: "2.5.29.15",
  basicConstraints: "2.5.29.19",
  purposes: "2.5.29.37",
  keyId: "2.5.29.14",
  ecdsaWithSha256: "1.2.840.10045.4.3.2",
  ecPublicKey: "1.2.840.10045.2.1",
  secp256k1: "1.3.132.0.10",
} as const;

/** The parts of a certificate, each with its tag and length. */
export interface CertificateParts {
  readonly version: Der;
  readonly serial: Der;
  readonly algorithm: Der;
  readonly issuer: Der;
  readonly validity: Der;
  readonly subject: Der;
  readonly key: Der;
  readonly uniqueIds: Der;
  readonly extensions: Der;
  /** What follows the signed part. */
  readonly outside: Der;
  /** Made of the signed part unless it is said. */
  readonly signature?: Der;
}

/** The type and the value of an attribute, in a place of its own. */
export const attribute = (id: string, value: Der): Der => set(sequence(oid(id), value));

export const nameOf = (organisation: string, role: string, name: string): Der =>
  sequence(
    attribute(IDS.organisation, utf8(organisation)),
    attribute(IDS.role, utf8(role)),
    attribute(IDS.name, utf8(name)),
  );

export const validity = (notBefore: Der, notAfter: Der): Der => sequence(notBefore, notAfter);

export const ecdsa = (r: bigint, s: bigint): Der => bitString(sequence(integer(r), integer(s)));

/** A public key: 65 octets of an uncompressed point unless it is said otherwise. */
export const keyInfo = (point: Der, algorithm = sequence(oid(IDS.ecPublicKey), oid(IDS.secp256k1))): Der =>
  sequence(algorithm, bitString(point));

export const extension = (id: string, value: Der, critical = false): Der =>
  sequence(oid(id), critical ? TRUE : "0x", octetString(value));

export const extensions = (...all: readonly Der[]): Der => context(3, sequence(...all));

export const NO_AUTHORITY = extension(IDS.basicConstraints, sequence(), true);
export const AUTHORITY = extension(IDS.basicConstraints, sequence(TRUE, integer(1)), true);
export const SIGNS = extension(IDS.keyUsage, bitString("0x80", 7), true);
export const KEY_ID = extension(IDS.keyId, octetString(`0x${"ab".repeat(20)}`));

const ALGORITHM = sequence(oid(IDS.ecdsaWithSha256));

export const SOUND: CertificateParts = {
  version: context(0, integer(2)),
  serial: integer(0x1234_5678_9abc_def0n),
  algorithm: ALGORITHM,
  issuer: nameOf("ORG1", "CA", "ORG1 root"),
  validity: validity(utcTime("261201090000Z"), utcTime("271201090000Z")),
  subject: nameOf("ORG1", "admin", "alice"),
  key: keyInfo(HOLDER.publicKey),
  uniqueIds: "0x",
  extensions: extensions(NO_AUTHORITY, SIGNS, KEY_ID),
  outside: ALGORITHM,
};

/** A certificate that is as it has to be, but for some parts. */
export function certificateWith(changes: Partial<CertificateParts> = {}): Der {
  const parts = { ...SOUND, ...changes };
  const { version, serial, algorithm, issuer, validity: period, subject, key, uniqueIds, extensions: all } = parts;
  const signed = sequence(version, serial, algorithm, issuer, period, subject, key, uniqueIds, all);
  return sequence(signed, parts.outside, parts.signature ?? signatureOf(signed));
}

/** What the issuer signs it with; with the other value of `s` that fits it as well if it is wanted. */
export function signatureOf(signed: Der, key = ISSUER, isOther = false): Der {
  const { r, s } = key.sign(sha256(signed));
  return ecdsa(BigInt(r), isOther ? ORDER - BigInt(s) : BigInt(s));
}

/** The order of secp256k1, and the number of its field. */
export const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
export const FIELD = 0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2fn;

/** Octets behind each other. */
export const joined = (...parts: readonly (Der | Uint8Array)[]): Der => concat(parts.map((part) => hexlify(part)));
