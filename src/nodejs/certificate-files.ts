import type { Certificate } from "../certificates/certificate.js";
import { type CertificateContents, parseContents } from "../certificates/contents.js";
import { badContent } from "../certificates/file-errors.js";
import { type PemContent, pemText } from "../certificates/pem.js";
import type { CertificateRequest } from "../certificates/request.js";
import type { RevocationList } from "../certificates/revocation-list.js";
import { readBytes, writeAtomically, writeNew } from "./files.js";

/** Everything of certificates in a file, in PEM or DER. Throws FILE_NOT_READ or CERTIFICATE_FILE_NOT_ALLOWED. */
export function readContents(file: string): CertificateContents {
  return parseContents(readBytes(file), file);
}

/** The certificates in a file, of which there is at least one. Throws the same. */
export function readCertificates(file: string): readonly [Certificate, ...Certificate[]] {
  return atLeastOne(file, "certificate", readContents(file).certificates);
}

/** The only certificate in a file. Throws the same. */
export function readCertificate(file: string): Certificate {
  return only(file, "certificate", readContents(file).certificates);
}

/** The only request in a file. Throws the same. */
export function readRequest(file: string): CertificateRequest {
  return only(file, "certificate request", readContents(file).requests);
}

/** The revocation lists in a file, of which there is at least one. Throws the same. */
export function readRevocationLists(file: string): readonly [RevocationList, ...RevocationList[]] {
  return atLeastOne(file, "revocation list", readContents(file).revocationLists);
}

/** The only revocation list in a file. Throws the same. */
export function readRevocationList(file: string): RevocationList {
  return only(file, "revocation list", readContents(file).revocationLists);
}

function atLeastOne<T>(place: string, what: PemContent, all: readonly T[]): readonly [T, ...T[]] {
  const [first, ...others] = all;
  if (first === undefined) throw badContent({ cause: "other", place, what, found: "something else of certificates" });
  return [first, ...others];
}

function only<T>(place: string, what: PemContent, all: readonly T[]): T {
  const [first, ...others] = atLeastOne(place, what, all);
  if (others.length > 0) throw badContent({ cause: "several", place, what, count: all.length });
  return first;
}

/** Writes what is in DER to a file of its own, in PEM. Throws FILE_EXISTS or FILE_NOT_WRITTEN. */
export function writeNewPem(file: string, content: PemContent, der: Uint8Array): void {
  writeNew(file, pemText(content, der));
}

/** The same in the place of an older one. Throws FILE_NOT_WRITTEN. */
export function replacePem(file: string, content: PemContent, der: Uint8Array): void {
  writeAtomically(file, pemText(content, der));
}
