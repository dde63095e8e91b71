import { existsSync } from "node:fs";
import { isSignedBy } from "../../certificates/certificate.js";
import { type Revocation, REVOCATION_REASONS } from "../../certificates/revocation.js";
import type { RevocationList } from "../../certificates/revocation-list.js";
import { LIST_DAYS, renewRevocationList, withoutHold, withRevocation } from "../../certificates/revoke.js";
import { secondOf } from "../../certificates/period.js";
import { refusal } from "../../errors/refusal.js";
import { readCertificate, writeNewPem } from "../../nodejs/certificate-files.js";
import { requireAbsent } from "../../nodejs/files.js";
import { signListAnew } from "../../nodejs/revocation-list-file.js";
import { days, ISSUER_OPTIONS, issuerKey } from "../certificate-options.js";
import { command } from "../command.js";
import { print, say } from "../output.js";
import { fileName, flag, many, oneOf, optional, type Spec, text } from "../specs.js";
import { UsageError } from "../usage-error.js";

const DAYS_OPTION = { days: days(`when there is a newer list at the latest (default: in ${LIST_DAYS} days)`) } as const;

const serial: Spec<string> = {
  ...text("serial numbers, in hex digits as cert show prints them", "serial"),
  parse: toSerial,
};

/** As in a certificate, however it is written. */
function toSerial(given: string): string {
  const digits = given.replace(/^0x/i, "").replaceAll(/[:\s]/g, "").toLowerCase();
  if (!/^[0-9a-f]{1,40}$/.test(digits))
    throw new UsageError(`"${given}" is not a serial number.`, "Give up to 40 hex digits.");
  const octets = digits.length % 2 === 0 ? digits : `0${digits}`;
  const short = octets.replace(/^(?:00)+(?=..)/, "");
  // A first bit that is set would make it negative.
  return /^[89a-f]/.test(short) ? `00${short}` : short;
}

export const revoke = command(
  {
    name: "cert revoke",
    does: "Revoke certificates of an issuer, or put them on hold, and sign its revocation list anew.",
    args: { certificate: optional(fileName("file of the certificate")) },
    options: {
      serial: many(serial),
      crl: fileName("the revocation list, which is written anew"),
      ...ISSUER_OPTIONS,
      reason: optional(oneOf("why (default: unspecified); a hold can end", REVOCATION_REASONS)),
      lift: flag("end the hold instead"),
      ...DAYS_OPTION,
    },
    examples: [
      "cert revoke ORG1-alice.crt --crl ORG1.crl --issuer ORG1-root.crt --key ORG1-root.key --reason key-compromise",
      "cert revoke --serial 5f3a1c0de8b7249650d1e2f3a4b5c6d7 --crl ORG1.crl --issuer ORG1-root.crt --key ORG1-root.key --reason hold",
      "cert revoke ORG1-alice.crt --lift --crl ORG1.crl --issuer ORG1-root.crt --key ORG1-root.key",
    ],
  },
  async ({ certificate, serial = [], crl, issuer, reason = "unspecified", lift, days, ...given }) => {
    if ((certificate === undefined) === (serial.length === 0))
      throw new UsageError(
        "It is not said what is revoked.",
        "Name the file of the certificate, or --serial, and not both.",
      );
    if (lift && reason !== "unspecified")
      throw new UsageError("--lift and --reason exclude each other.", "Leave one of them out.");
    const authority = readCertificate(issuer);
    requireList(crl);
    const serials = certificate === undefined ? serial : [serialIn(certificate, issuer)];
    const key = await issuerKey(given);
    const since = secondOf(new Date());
    const before = await signListAnew(crl, (before) => {
      const revocations = serials.reduce<readonly Revocation[]>(
        (all, each) => (lift ? withoutHold(all, each) : withRevocation(all, { serial: each, since, reason })),
        before.revocations,
      );
      return renewRevocationList(before, { issuer: authority, key, days }, revocations);
    });
    print(crl);
    sayEnd(before);
    say("Give the list to everybody who verifies certificates of this issuer.");
  },
);

/** An issuer's list must not begin anew because a path is mistyped. */
function requireList(file: string): void {
  if (existsSync(file)) return;
  const hint = `Check the path. If this issuer never had one, make the first one: portcullis cert crl ${file} --first.`;
  throw refusal("FILE_NOT_READ", { cause: "missing", file, reason: "" }, { hint });
}

/** Whoever has the list of before may not have noticed for long that it is out of date. */
function sayEnd({ nextUpdate }: RevocationList): void {
  if (nextUpdate === undefined)
    say("The list before did not say until when it counts; this one does. Have it replaced wherever that one is used.");
}

/** The serial number of a certificate of this issuer. */
function serialIn(file: string, issuer: string): string {
  const [certificate, authority] = [readCertificate(file), readCertificate(issuer)];
  if (!isSignedBy(certificate, authority))
    throw refusal("REVOCATION_NOT_ALLOWED", { cause: "otherIssuer", place: file, issuer: authority.subject.text });
  return certificate.serial;
}

export const crl = command(
  {
    name: "cert crl",
    does: "Make the first revocation list of an issuer, or sign its list anew before it is out of date.",
    args: { file: fileName("file of the revocation list") },
    options: {
      ...ISSUER_OPTIONS,
      first: flag("make the first one, in which nothing is revoked"),
      ...DAYS_OPTION,
    },
    examples: [
      "cert crl ORG1.crl --issuer ORG1-root.crt --key ORG1-root.key --first",
      "cert crl ORG1.crl --issuer ORG1-root.crt --key ORG1-root.key --days 7",
    ],
  },
  async ({ file, issuer, first, days, ...given }) => {
    if (first) requireAbsent(file);
    else requireList(file);
    const authority = readCertificate(issuer);
    const key = await issuerKey(given);
    const sign = (before?: RevocationList) => renewRevocationList(before, { issuer: authority, key, days });
    if (first) writeNewPem(file, "revocation list", await sign());
    else sayEnd(await signListAnew(file, sign));
    print(file);
  },
);
