import { AsnIntegerArrayBufferConverter, AsnProp, AsnPropTypes } from "@peculiar/asn1-schema";
import { AlgorithmIdentifier, Extension, Name, Time } from "@peculiar/asn1-x509";

/** What is revoked, as it is written in a revocation list. */
export class ListEntry {
  userCertificate = new ArrayBuffer(0);
  revocationDate = new Time();
  crlEntryExtensions?: Extension[];
}

/** The part of a revocation list that its issuer signs. The package has it too, but reads no list without the time of the next one: it
 *  takes whatever is in the place of an optional time that may be written in two ways. */
export class ListBody {
  version?: number;
  signature = new AlgorithmIdentifier();
  issuer = new Name();
  thisUpdate = new Time();
  /** When there is a newer one at the latest: in one of the two ways, until the year 2049 and after it. */
  nextUtcTime?: Date;
  nextGeneralTime?: Date;
  revokedCertificates?: ListEntry[];
  crlExtensions?: Extension[];
}

/** A revocation list (CertificateList of RFC 5280). */
export class ListShape {
  body = new ListBody();
  /** As the issuer has signed it. */
  bodyRaw?: ArrayBuffer;
  signatureAlgorithm = new AlgorithmIdentifier();
  signature = new ArrayBuffer(0);
}

const { Integer, UTCTime, GeneralizedTime, BitString } = AsnPropTypes;
const optional = true;
const repeated = "sequence";

AsnProp({ type: Integer, converter: AsnIntegerArrayBufferConverter })(ListEntry.prototype, "userCertificate");
AsnProp({ type: Time })(ListEntry.prototype, "revocationDate");
AsnProp({ type: Extension, optional, repeated })(ListEntry.prototype, "crlEntryExtensions");

AsnProp({ type: Integer, optional })(ListBody.prototype, "version");
AsnProp({ type: AlgorithmIdentifier })(ListBody.prototype, "signature");
AsnProp({ type: Name })(ListBody.prototype, "issuer");
AsnProp({ type: Time })(ListBody.prototype, "thisUpdate");
AsnProp({ type: UTCTime, optional })(ListBody.prototype, "nextUtcTime");
AsnProp({ type: GeneralizedTime, optional })(ListBody.prototype, "nextGeneralTime");
AsnProp({ type: ListEntry, optional, repeated })(ListBody.prototype, "revokedCertificates");
AsnProp({ type: Extension, optional, repeated, context: 0 })(ListBody.prototype, "crlExtensions");

AsnProp({ type: ListBody, raw: true })(ListShape.prototype, "body");
AsnProp({ type: AlgorithmIdentifier })(ListShape.prototype, "signatureAlgorithm");
AsnProp({ type: BitString })(ListShape.prototype, "signature");
