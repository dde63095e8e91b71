import { type Certificate, isSignedBy, namesAsIssuer } from "./certificate.js";
import { isSame } from "./keys.js";

/** A certificate with those that vouch for it, one after the other. */
export interface Chain {
  /** From the certificate itself to the last one that was found. */
  readonly certificates: readonly Certificate[];
  /** Why the last one is none that is trusted: the one that is named as its issuer is not there, or has not signed it, or it names
   *  itself. Undefined where the chain leads to a root. */
  readonly broken: "noIssuer" | "notSigned" | "notTrusted" | undefined;
}

export interface Known {
  /** Those that are trusted. */
  readonly roots: readonly Certificate[];
  /** Others that may stand between. */
  readonly intermediates: readonly Certificate[];
}

/** Looks for the way from a certificate to a root. Where an issuer has several certificates, the one that counts longest is taken. */
export function findChain(certificate: Certificate, { roots, intermediates }: Known): Chain {
  const others = [...roots, ...intermediates].sort((a, b) => b.notAfter.getTime() - a.notAfter.getTime());
  const certificates = [certificate];
  for (let last = certificate; !roots.some((each) => isSameCertificate(each, last));) {
    const named = others.filter((each) => namesAsIssuer(last, each));
    const issuer = named.find((each) => isSignedBy(last, each) && !certificates.includes(each));
    if (issuer === undefined) return { certificates, broken: causeOf(last, named) };
    certificates.push(issuer);
    last = issuer;
  }
  return { certificates, broken: undefined };
}

function causeOf(last: Certificate, named: readonly Certificate[]): Chain["broken"] {
  if (namesAsIssuer(last, last) && isSignedBy(last, last)) return "notTrusted";
  return named.length === 0 ? "noIssuer" : "notSigned";
}

function isSameCertificate(one: Certificate, other: Certificate): boolean {
  return isSame(one.der, other.der);
}
