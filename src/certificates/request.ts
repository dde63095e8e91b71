import { Attributes, CertificationRequest, CertificationRequestInfo } from "@peculiar/asn1-csr";
import { Attribute, Extensions as RawExtensions } from "@peculiar/asn1-x509";
import { otherAlgorithm, publicKeyInfo, readPublicKey, signatureAlgorithm } from "./algorithms.js";
import { bufferOf, decode, encode } from "./der.js";
import { type Extensions, hostExtension, readExtensions } from "./extensions.js";
import { badContent } from "./file-errors.js";
import { requireHosts } from "./hosts.js";
import { type CertificateKey, hasSigned, type PublicKey } from "./keys.js";
import { type DistinguishedName, nameOf, readName, requireSubject, type CertificateSubject } from "./names.js";

/** A request for a certificate: PKCS #10, RFC 2986. */
export interface CertificateRequest extends Extensions {
  /** What messages call the place where it was read. */
  readonly place: string;
  readonly der: Uint8Array;
  readonly subject: DistinguishedName;
  readonly publicKey: PublicKey;
  /** Whether whoever asks has the private key: it has signed the request. */
  readonly isSigned: boolean;
}

/** The attribute of a request that holds the extensions that are asked for: RFC 2985. */
const EXTENSION_REQUEST = "1.2.840.113549.1.9.14";

/** Reads a request in DER. Throws CERTIFICATE_FILE_NOT_ALLOWED. */
export function parseRequest(der: Uint8Array, place: string): CertificateRequest {
  const what = "certificate request";
  const raw = decode(CertificationRequest, der);
  if (raw?.certificationRequestInfoRaw === undefined) throw badContent({ cause: "damaged", place, what });
  const { subject, subjectPKInfo, attributes } = raw.certificationRequestInfo;
  const publicKey = readPublicKey(subjectPKInfo);
  if (typeof publicKey === "string") throw badContent({ cause: "algorithm", place, what, found: publicKey });
  const found = otherAlgorithm(raw.signatureAlgorithm);
  if (found !== undefined) throw badContent({ cause: "algorithm", place, what, found });
  const [asked] = [...attributes].find(({ type }) => type === EXTENSION_REQUEST)?.values ?? [];
  const extensions = asked === undefined ? new RawExtensions() : decode(RawExtensions, asked);
  if (extensions === undefined) throw badContent({ cause: "damaged", place, what });
  return {
    place,
    der,
    subject: readName(subject),
    publicKey,
    isSigned: hasSigned(publicKey, new Uint8Array(raw.certificationRequestInfoRaw), new Uint8Array(raw.signature)),
    ...readExtensions(extensions),
  };
}

/** Makes a request in DER, signed with the key that is to be certified. `hosts` are the host names and IP addresses of a node that
 *  others reach by TLS. Throws CERTIFICATE_NAME_NOT_ALLOWED or CERTIFICATE_HOST_NOT_ALLOWED. */
export async function makeRequest(
  key: CertificateKey,
  subject: CertificateSubject,
  hosts: readonly string[] = [],
): Promise<Uint8Array> {
  requireSubject(subject);
  requireHosts(hosts);
  const asked = new Attribute({
    type: EXTENSION_REQUEST,
    values: [bufferOf(encode(new RawExtensions(hosts.length === 0 ? [] : [hostExtension(hosts)])))],
  });
  const certificationRequestInfo = new CertificationRequestInfo({
    subject: nameOf(subject),
    subjectPKInfo: publicKeyInfo(key.publicKey),
    attributes: new Attributes(hosts.length === 0 ? [] : [asked]),
  });
  const signature = await key.sign(encode(certificationRequestInfo));
  return encode(
    new CertificationRequest({
      certificationRequestInfo,
      signatureAlgorithm: signatureAlgorithm(),
      signature: bufferOf(signature),
    }),
  );
}
