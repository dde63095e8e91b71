import { PortcullisError } from "../errors/error.js";
import { type Certificate, parseCertificate } from "./certificate.js";
import { badContent } from "./file-errors.js";
import { LABELS, pemBlocks, type PemContent } from "./pem.js";
import { type CertificateRequest, parseRequest } from "./request.js";
import { parseRevocationList, type RevocationList } from "./revocation-list.js";

/** Everything of certificates that a file may hold. */
export interface CertificateContents {
  readonly certificates: readonly Certificate[];
  readonly requests: readonly CertificateRequest[];
  readonly revocationLists: readonly RevocationList[];
}

/** Reads all certificates, requests and revocation lists in PEM, or a single one in DER; `place` is what messages call the file. Keys
 *  and other things are left out. Throws CERTIFICATE_FILE_NOT_ALLOWED if nothing is left, or for what is wrong in it. */
export function parseContents(bytes: Uint8Array, place: string): CertificateContents {
  const text = new TextDecoder("latin1").decode(bytes);
  const blocks = pemBlocks(text);
  const found = blocks.length === 0 ? fromDer(bytes, place) : fromBlocks(blocks, place);
  const { certificates, requests, revocationLists } = found;
  if (certificates.length + requests.length + revocationLists.length === 0)
    throw badContent({ cause: "nothing", place, found: foundIn(bytes, text) });
  return found;
}

function fromBlocks(blocks: ReturnType<typeof pemBlocks>, place: string): CertificateContents {
  const all = <T>(what: PemContent, parse: (der: Uint8Array, place: string) => T): T[] => {
    const labels: readonly string[] = LABELS[what];
    return blocks.flatMap(({ label, der }) => {
      if (!labels.includes(label)) return [];
      if (der === undefined) throw badContent({ cause: "damaged", place, what });
      return parse(der, place);
    });
  };
  return {
    certificates: all("certificate", parseCertificate),
    requests: all("certificate request", parseRequest),
    revocationLists: all("revocation list", parseRevocationList),
  };
}

/** What is none of a kind is damaged as one; it may still be one of another kind. */
function fromDer(bytes: Uint8Array, place: string): CertificateContents {
  const attempt = <T>(parse: (der: Uint8Array, place: string) => T): T[] => {
    try {
      return [parse(bytes, place)];
    } catch (error) {
      if (error instanceof PortcullisError && error.facts.cause === "damaged") return [];
      throw error;
    }
  };
  return {
    certificates: attempt(parseCertificate),
    requests: attempt(parseRequest),
    revocationLists: attempt(parseRevocationList),
  };
}

/** What a file holds instead. */
function foundIn(bytes: Uint8Array, text: string): string {
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) return "a private key";
  if (bytes.length === 0) return "nothing";
  return text.includes("-----BEGIN ") ? "something else in PEM, or what is not complete" : "something else";
}
