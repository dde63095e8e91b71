import * as x509 from "@peculiar/asn1-x509";
import { fromBER, Integer } from "asn1js";
import { getBytes, hexlify } from "ethers";
import { otherAlgorithm, signatureAlgorithm } from "./algorithms.js";
import { type Certificate, issuerKeyIdOf } from "./certificate.js";
import { bufferOf, decode, encode } from "./der.js";
import { authorityKeyId, extension, rawExtension, type RawExtension } from "./extensions.js";
import { badContent } from "./file-errors.js";
import { type CertificateKey, hasSigned, isSame } from "./keys.js";
import { type DistinguishedName, rawName, readName } from "./names.js";

/** Why a certificate is revoked: the reasons of RFC 5280, section 5.3.1, by their numbers. "hold" is a freeze that can end. */
const REASON_NUMBERS = {
  unspecified: x509.CRLReasons.unspecified,
  "key-compromise": x509.CRLReasons.keyCompromise,
  "ca-compromise": x509.CRLReasons.cACompromise,
  "affiliation-changed": x509.CRLReasons.affiliationChanged,
  superseded: x509.CRLReasons.superseded,
  "cessation-of-operation": x509.CRLReasons.cessationOfOperation,
  hold: x509.CRLReasons.certificateHold,
  "privilege-withdrawn": x509.CRLReasons.privilegeWithdrawn,
} as const;

export type RevocationReason = keyof typeof REASON_NUMBERS;

export const REVOCATION_REASONS = Object.keys(REASON_NUMBERS) as readonly RevocationReason[];

/** A certificate that counts no longer. */
export interface Revocation {
  /** Hex digits in lower case, as in the certificate. */
  readonly serial: string;
  readonly since: Date;
  /** A number that has no word here counts as "unspecified". */
  readonly reason: RevocationReason;
}

/** A list of what an issuer has revoked: a CRL of RFC 5280. */
export interface RevocationList {
  /** What messages call the place where it was read. */
  readonly place: string;
  readonly der: Uint8Array;
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
  readonly issuer: DistinguishedName;
  /** Grows with each list of the issuer; undefined if it has none. */
  readonly number: bigint | undefined;
  readonly thisUpdate: Date;
  /** When there is a new one at the latest; undefined if that is not said. */
  readonly nextUpdate: Date | undefined;
  readonly revocations: readonly Revocation[];
  /** Object identifiers of extensions that cannot be read, or must be understood and are not, such as that of a list that has only a
   *  part. */
  readonly odd: readonly string[];
}

/** Reads a revocation list in DER. Throws CERTIFICATE_FILE_NOT_ALLOWED. */
export function parseRevocationList(der: Uint8Array, place: string): RevocationList {
  const what = "revocation list";
  const raw = decode(x509.CertificateList, der);
  const tbs = raw?.tbsCertList;
  if (tbs === undefined || raw?.tbsCertListRaw === undefined) throw badContent({ cause: "damaged", place, what });
  const found = otherAlgorithm(raw.signatureAlgorithm, tbs.signature);
  if (found !== undefined) throw badContent({ cause: "algorithm", place, what, found });
  const entries = tbs.revokedCertificates ?? [];
  const all = [...(tbs.crlExtensions ?? []), ...entries.flatMap(({ crlEntryExtensions = [] }) => crlEntryExtensions)];
  const critical = all.filter((each) => each.critical);
  const number = numberIn(tbs.crlExtensions ?? []);
  return {
    place,
    der,
    signed: new Uint8Array(raw.tbsCertListRaw),
    signature: new Uint8Array(raw.signature),
    issuer: readName(tbs.issuer),
    number: number === "odd" ? undefined : number,
    thisUpdate: tbs.thisUpdate.getTime(),
    nextUpdate: tbs.nextUpdate?.getTime(),
    revocations: entries.map(({ userCertificate, revocationDate, crlEntryExtensions = [] }) => ({
      serial: hexlify(new Uint8Array(userCertificate)).slice(2),
      since: revocationDate.getTime(),
      reason: reasonIn(crlEntryExtensions),
    })),
    odd: [...new Set([...critical.map(({ extnID }) => extnID), ...(number === "odd" ? [x509.id_ce_cRLNumber] : [])])],
  };
}

/** The number of a list; "odd" if there is one that is none. It may be longer than a number here can be. */
function numberIn(extensions: readonly RawExtension[]): bigint | "odd" | undefined {
  const found = extensions.find(({ extnID }) => extnID === x509.id_ce_cRLNumber);
  if (found === undefined) return undefined;
  const content = new Uint8Array(found.extnValue.buffer);
  const { result } = fromBER(content);
  const isPlain = result instanceof Integer && isSame(new Uint8Array(result.toBER()), content);
  return isPlain && result.toBigInt() >= 0n ? result.toBigInt() : "odd";
}

function reasonIn(extensions: readonly RawExtension[]): RevocationReason {
  const found = extensions.find(({ extnID }) => extnID === x509.id_ce_cRLReasons);
  const number = found && decode(x509.CRLReason, found.extnValue.buffer)?.reason;
  return REVOCATION_REASONS.find((each) => REASON_NUMBERS[each] === number) ?? "unspecified";
}

/** Whether a certificate is that of the issuer of a list, and its key has signed it. */
export function isListOf({ issuer, signed, signature }: RevocationList, authority: Certificate): boolean {
  return isSame(issuer.der, authority.subject.der) && hasSigned(authority.publicKey, signed, signature);
}

export interface NewRevocationList {
  readonly number: bigint;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date;
  readonly revocations: readonly Revocation[];
}

/** Makes a revocation list in DER, signed with the key of the issuer. */
export async function makeRevocationList(
  issuer: Certificate,
  key: CertificateKey,
  { number, thisUpdate, nextUpdate, revocations }: NewRevocationList,
): Promise<Uint8Array> {
  const revokedCertificates = revocations.map(
    ({ serial, since, reason }) =>
      new x509.RevokedCertificate({
        userCertificate: bufferOf(getBytes(`0x${serial}`)),
        revocationDate: new x509.Time(since),
        // RFC 5280 wants no reason in the place of one that is not specified.
        ...(reason === "unspecified"
          ? {}
          : { crlEntryExtensions: [extension(x509.id_ce_cRLReasons, new x509.CRLReason(REASON_NUMBERS[reason]))] }),
      }),
  );
  const tbsCertList = new x509.TBSCertList({
    version: x509.Version.v2,
    signature: signatureAlgorithm(),
    issuer: rawName(issuer.subject),
    thisUpdate: new x509.Time(thisUpdate),
    nextUpdate: new x509.Time(nextUpdate),
    ...(revokedCertificates.length === 0 ? {} : { revokedCertificates }),
    crlExtensions: [
      authorityKeyId(issuerKeyIdOf(issuer)),
      rawExtension(x509.id_ce_cRLNumber, Integer.fromBigInt(number).toBER()),
    ],
  });
  const signature = await key.sign(encode(tbsCertList));
  return encode(
    new x509.CertificateList({ tbsCertList, signatureAlgorithm: signatureAlgorithm(), signature: bufferOf(signature) }),
  );
}
