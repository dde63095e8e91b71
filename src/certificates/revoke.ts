import { refusal } from "../errors/refusal.js";
import type { Certificate } from "./certificate.js";
import { requireAuthority, requireOwnKey } from "./authority.js";
import type { CertificateKey } from "./keys.js";
import { endOf, secondOf } from "./period.js";
import { type Revocation, revokedForGood } from "./revocation.js";
import { isListOf, makeRevocationList, type RevocationList } from "./revocation-list.js";

/** How long a revocation list counts unless it is said otherwise, in days. */
export const LIST_DAYS = 30;

export interface RenewListOptions {
  /** Whose list it is, and its key. */
  readonly issuer: Certificate;
  readonly key: CertificateKey;
  /** Days until there is a new one at the latest. */
  readonly days?: number | undefined;
  /** In place of now. */
  readonly time?: Date | undefined;
}

/** The next revocation list of an issuer, in DER: its number is one higher than that of the one before, or 1 if there is none. What
 *  is revoked stays so, unless `revocations` says otherwise. Throws CERTIFICATE_ISSUER_NOT_ALLOWED, CERTIFICATE_OUT_OF_DATE,
 *  CERTIFICATE_PERIOD_NOT_ALLOWED or REVOCATION_LIST_NOT_USABLE. */
export async function renewRevocationList(
  before: RevocationList | undefined,
  { issuer, key, days = LIST_DAYS, time = new Date() }: RenewListOptions,
  revocations = before?.revocations ?? [],
): Promise<Uint8Array> {
  requireAuthority(issuer, "crlSign", time);
  requireOwnKey(issuer, key);
  if (before !== undefined) requireOwnList(before, issuer);
  const thisUpdate = secondOf(time);
  const number = (before?.number ?? 0n) + 1n;
  const nextUpdate = endOf(thisUpdate, days);
  return makeRevocationList(issuer, key, { number, thisUpdate, nextUpdate, revocations, others: before?.others });
}

/** Whoever signs a list that somebody has changed would sign the change, too. Throws REVOCATION_LIST_NOT_USABLE. */
export function requireOwnList(list: RevocationList, issuer: Certificate): void {
  const facts = { place: list.place, issuer: issuer.subject.text };
  if (!isListOf(list, issuer)) throw refusal("REVOCATION_LIST_NOT_USABLE", { cause: "otherIssuer", ...facts });
  if (list.odd.length > 0) throw refusal("REVOCATION_LIST_NOT_USABLE", { cause: "odd", ...facts, odd: list.odd });
}

/** Some revocations with another one. What is on hold can be revoked for good, and counts from when it was put on hold. Throws
 *  REVOCATION_NOT_ALLOWED. */
export function withRevocation(revocations: readonly Revocation[], added: Revocation): readonly Revocation[] {
  const { serial, reason } = added;
  const found = revocations.find((each) => each.serial === serial);
  if (found === undefined) return [...revocations, added];
  const since = found.since.toISOString();
  if (found.reason !== "hold")
    throw refusal("REVOCATION_NOT_ALLOWED", { cause: "revoked", serial, since, reason: found.reason });
  if (reason === "hold") throw refusal("REVOCATION_NOT_ALLOWED", { cause: "held", serial, since });
  return revocations.map((each) => (each === found ? revokedForGood(found, reason) : each));
}

/** Some revocations without the hold of a certificate. What is revoked for good stays so. Throws REVOCATION_NOT_ALLOWED. */
export function withoutHold(revocations: readonly Revocation[], serial: string): readonly Revocation[] {
  const found = revocations.find((each) => each.serial === serial);
  if (found === undefined) throw refusal("REVOCATION_NOT_ALLOWED", { cause: "notHeld", serial });
  if (found.reason !== "hold")
    throw refusal("REVOCATION_NOT_ALLOWED", {
      cause: "forGood",
      serial,
      since: found.since.toISOString(),
      reason: found.reason,
    });
  return revocations.filter((each) => each !== found);
}
