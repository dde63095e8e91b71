import * as x509 from "@peculiar/asn1-x509";
import { getBytes, hexlify } from "ethers";
import { bufferOf, decode } from "./der.js";
import { extension, rawExtension, type RawExtension } from "./extensions.js";
import { ListEntry } from "./list-shape.js";

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
  /** What else is said of it, such as since when its key may have been lost; it is kept when the list is signed anew. */
  readonly others?: readonly OtherExtension[] | undefined;
}

/** An extension that is kept as it is. */
export interface OtherExtension {
  /** Object identifier. */
  readonly id: string;
  /** In DER. */
  readonly value: Uint8Array;
}

export function readEntry({ userCertificate, revocationDate, crlEntryExtensions = [] }: ListEntry): Revocation {
  const found = crlEntryExtensions.find(({ extnID }) => extnID === x509.id_ce_cRLReasons);
  const number = found && decode(x509.CRLReason, found.extnValue.buffer)?.reason;
  const reason = REVOCATION_REASONS.find((each) => REASON_NUMBERS[each] === number);
  // A reason that has no word here is kept as it is.
  const others = crlEntryExtensions.filter((each) => each !== found || reason === undefined);
  return {
    serial: hexlify(new Uint8Array(userCertificate)).slice(2),
    since: revocationDate.getTime(),
    reason: reason ?? "unspecified",
    ...(others.length === 0 ? {} : { others: others.map(otherExtension) }),
  };
}

export function listEntry({ serial, since, reason, others = [] }: Revocation): ListEntry {
  const entry = new ListEntry();
  entry.userCertificate = bufferOf(getBytes(`0x${serial}`));
  entry.revocationDate = new x509.Time(since);
  // RFC 5280 wants no reason in the place of one that is not specified.
  const named =
    reason === "unspecified" ? [] : [extension(x509.id_ce_cRLReasons, new x509.CRLReason(REASON_NUMBERS[reason]))];
  const all = [...named, ...others.map(asExtension)];
  if (all.length > 0) entry.crlEntryExtensions = all;
  return entry;
}

export function otherExtension({ extnID, extnValue }: RawExtension): OtherExtension {
  return { id: extnID, value: new Uint8Array(extnValue.buffer) };
}

export function asExtension({ id, value }: OtherExtension): RawExtension {
  return rawExtension(id, bufferOf(value));
}

/** What is to be done with a certificate on hold, which says nothing of one that is revoked for good. */
const HOLD_INSTRUCTION = "2.5.29.23";

/** A certificate that was on hold and is revoked for good, since the hold began. */
export function revokedForGood({ serial, since, others = [] }: Revocation, reason: RevocationReason): Revocation {
  const kept = others.filter(({ id }) => id !== HOLD_INSTRUCTION);
  return { serial, since, reason, ...(kept.length === 0 ? {} : { others: kept }) };
}
