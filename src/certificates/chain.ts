import { type Certificate, isSignedBy, namesAsIssuer } from "./certificate.js";
import { isSame, isSameKey } from "./keys.js";

/** A certificate with those that vouch for it, one after the other. */
export interface Chain {
  /** From the certificate itself to the last one that was found. */
  readonly certificates: readonly Certificate[];
  /** Why the last one is none that is trusted: the one that is named as its issuer is not there, or has not signed it, or stands
   *  below it, or it names itself. Undefined where the chain leads to a root. */
  readonly broken: "noIssuer" | "notSigned" | "circle" | "notTrusted" | undefined;
}

export interface Known {
  /** Those that are trusted. */
  readonly roots: readonly Certificate[];
  /** Others that may stand between. */
  readonly intermediates: readonly Certificate[];
}

/** The ways from a certificate to a root, and those that lead to none: an issuer may have several certificates, of one key or of a
 *  renewed one. The roots come first, then what counts longest. */
export function* findChains(certificate: Certificate, { roots, intermediates }: Known): Generator<Chain> {
  const others = [...longestFirst(roots), ...longestFirst(intermediates)];
  const known = new Map<Certificate, Issuers>();
  const issuersOf = (last: Certificate): Issuers => {
    const found = known.get(last) ?? lookFor(last, others);
    known.set(last, found);
    return found;
  };
  const isRoot = (last: Certificate): boolean => roots.some((each) => isSameCertificate(each, last));
  yield* waysUp([], certificate, isRoot, issuersOf);
}

function longestFirst(certificates: readonly Certificate[]): Certificate[] {
  return [...certificates].sort((a, b) => b.notAfter.getTime() - a.notAfter.getTime());
}

/** Those that a certificate names as its issuer, and those of them that have signed it. */
interface Issuers {
  readonly named: readonly Certificate[];
  readonly signed: readonly Certificate[];
}

function lookFor(last: Certificate, others: readonly Certificate[]): Issuers {
  const named = others.filter((each) => namesAsIssuer(last, each));
  return { named, signed: named.filter((each) => isSignedBy(last, each)) };
}

function* waysUp(
  below: readonly Certificate[],
  last: Certificate,
  isRoot: (last: Certificate) => boolean,
  issuersOf: (last: Certificate) => Issuers,
): Generator<Chain> {
  const certificates = [...below, last];
  if (isRoot(last)) {
    yield { certificates, broken: undefined };
    return;
  }
  const issuers = issuersOf(last);
  // Nobody stands above itself, with whichever of its certificates.
  const above = issuers.signed.filter((each) => !certificates.some((one) => isSameHolder(one, each)));
  if (above.length === 0) yield { certificates, broken: causeOf(last, issuers) };
  for (const issuer of above) yield* waysUp(certificates, issuer, isRoot, issuersOf);
}

function causeOf(last: Certificate, { named, signed }: Issuers): Chain["broken"] {
  if (namesAsIssuer(last, last) && isSignedBy(last, last)) return "notTrusted";
  if (signed.length > 0) return "circle";
  return named.length === 0 ? "noIssuer" : "notSigned";
}

function isSameHolder(one: Certificate, other: Certificate): boolean {
  return isSame(one.subject.der, other.subject.der) && isSameKey(one.publicKey, other.publicKey);
}

function isSameCertificate(one: Certificate, other: Certificate): boolean {
  return isSame(one.der, other.der);
}
