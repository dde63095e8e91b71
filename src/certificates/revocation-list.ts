import * as x509 from "@peculiar/asn1-x509";
import { fromBER, Integer } from "asn1js";
import { otherAlgorithm, signatureAlgorithm } from "./algorithms.js";
import { type Certificate, issuerKeyIdOf } from "./certificate.js";
import { bufferOf, decode, encode } from "./der.js";
import { authorityKeyId, rawExtension, type RawExtension } from "./extensions.js";
import { badContent } from "./file-errors.js";
import { type CertificateKey, hasSigned, isSame } from "./keys.js";
import { ListBody, ListShape } from "./list-shape.js";
import { type DistinguishedName, rawName, readName } from "./names.js";
import {
  asExtension,
  listEntry,
  type OtherExtension,
  otherExtension,
  readEntry,
  type Revocation,
} from "./revocation.js";

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
  /** What else it says of itself, such as where parts of it are; it is kept when the list is signed anew. */
  readonly others: readonly OtherExtension[];
  /** Object identifiers of extensions that cannot be read, or must be understood and are not, such as that of a list that has only a
   *  part. */
  readonly odd: readonly string[];
}

/** Reads a revocation list in DER. Throws CERTIFICATE_FILE_NOT_ALLOWED. */
export function parseRevocationList(der: Uint8Array, place: string): RevocationList {
  const what = "revocation list";
  const raw = decode(ListShape, der);
  const body = raw?.body;
  if (body === undefined || raw?.bodyRaw === undefined || (body.nextUtcTime && body.nextGeneralTime))
    throw badContent({ cause: "damaged", place, what });
  const found = otherAlgorithm(raw.signatureAlgorithm, body.signature);
  if (found !== undefined) throw badContent({ cause: "algorithm", place, what, found });
  const { revokedCertificates: entries = [], crlExtensions: own = [] } = body;
  const all = [...own, ...entries.flatMap(({ crlEntryExtensions = [] }) => crlEntryExtensions)];
  const critical = all.filter((each) => each.critical);
  const number = numberIn(own);
  return {
    place,
    der,
    signed: new Uint8Array(raw.bodyRaw),
    signature: new Uint8Array(raw.signature),
    issuer: readName(body.issuer),
    number: number === "odd" ? undefined : number,
    thisUpdate: body.thisUpdate.getTime(),
    nextUpdate: body.nextUtcTime ?? body.nextGeneralTime,
    revocations: entries.map(readEntry),
    others: own.filter(({ extnID }) => !OWN.includes(extnID)).map(otherExtension),
    odd: [...new Set([...critical.map(({ extnID }) => extnID), ...(number === "odd" ? [x509.id_ce_cRLNumber] : [])])],
  };
}

/** What is made anew with each list. */
const OWN: readonly string[] = [x509.id_ce_authorityKeyIdentifier, x509.id_ce_cRLNumber];

/** The number of a list; "odd" if there is one that is none. It may be longer than a number here can be. */
function numberIn(extensions: readonly RawExtension[]): bigint | "odd" | undefined {
  const found = extensions.find(({ extnID }) => extnID === x509.id_ce_cRLNumber);
  if (found === undefined) return undefined;
  const content = new Uint8Array(found.extnValue.buffer);
  const { result } = fromBER(content);
  const isPlain = result instanceof Integer && isSame(new Uint8Array(result.toBER()), content);
  return isPlain && result.toBigInt() >= 0n ? result.toBigInt() : "odd";
}

/** Whether a certificate is that of the issuer of a list, and its key has signed it. */
export function isListOf({ issuer, signed, signature }: RevocationList, authority: Certificate): boolean {
  return isSame(issuer.der, authority.subject.der) && hasSigned(authority.publicKey, signed, signature);
}

export interface NewRevocationList extends Pick<RevocationList, "thisUpdate" | "revocations"> {
  readonly number: bigint;
  readonly nextUpdate: Date;
  readonly others?: readonly OtherExtension[] | undefined;
}

/** Makes a revocation list in DER, signed with the key of the issuer. */
export async function makeRevocationList(
  issuer: Certificate,
  key: CertificateKey,
  { number, thisUpdate, nextUpdate, revocations, others = [] }: NewRevocationList,
): Promise<Uint8Array> {
  const body = new ListBody();
  body.version = x509.Version.v2;
  body.signature = signatureAlgorithm();
  body.issuer = rawName(issuer.subject);
  body.thisUpdate = new x509.Time(thisUpdate);
  const { utcTime, generalTime } = new x509.Time(nextUpdate);
  Object.assign(body, { nextUtcTime: utcTime, nextGeneralTime: generalTime });
  if (revocations.length > 0) body.revokedCertificates = revocations.map(listEntry);
  body.crlExtensions = [
    authorityKeyId(issuerKeyIdOf(issuer)),
    rawExtension(x509.id_ce_cRLNumber, Integer.fromBigInt(number).toBER()),
    ...others.map(asExtension),
  ];
  const list = new ListShape();
  list.body = body;
  list.signatureAlgorithm = signatureAlgorithm();
  list.signature = bufferOf(await key.sign(encode(body)));
  return encode(list);
}
