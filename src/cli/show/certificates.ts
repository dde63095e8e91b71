import type { Certificate } from "../../certificates/certificate.js";
import type { CertificateContents } from "../../certificates/contents.js";
import type { CertificateDraft } from "../../certificates/issue.js";
import type { PublicKey } from "../../certificates/keys.js";
import type { DistinguishedName } from "../../certificates/names.js";
import type { CertificateRequest } from "../../certificates/request.js";
import type { RevocationList } from "../../certificates/revocation-list.js";
import { USES, useOf } from "../../certificates/use.js";
import { momentInWords } from "../../util/moment.js";
import { paint } from "../output.js";
import { count, facts, table } from "./table.js";

/** Everything of certificates in a file, one below the other. */
export function showContents({ certificates, requests, revocationLists }: CertificateContents, now: Date): string {
  const parts = [
    ...certificates.map((each) => showCertificate(each, now)),
    ...requests.map(showRequest),
    ...revocationLists.map((each) => showList(each, now)),
  ];
  return parts.join("\n\n");
}

type Line = readonly [name: string, value: string];

function showCertificate(certificate: Certificate, now: Date): string {
  const { subject, issuer, serial, notBefore, notAfter, publicKey, hosts, fingerprint } = certificate;
  return titled("Certificate", [
    ...naming(subject),
    ["issuer", issuer.text],
    ["may", rightsOf(certificate)],
    ["valid", validity(notBefore, notAfter, now)],
    ["serial", serial],
    ...keyLines(publicKey),
    ...hostLines(hosts),
    ["SHA-256", fingerprintInWords(fingerprint)],
  ]);
}

function showRequest({ subject, publicKey, hosts, isSigned }: CertificateRequest): string {
  return titled("Request for a certificate", [
    ...naming(subject),
    ...keyLines(publicKey),
    ...hostLines(hosts),
    ["signed", isSigned ? "with this key" : paint("red", "not with this key: issue nothing for it")],
  ]);
}

/** What is about to be signed. */
export function showDraft({
  subject,
  use,
  publicKey,
  hosts,
  issuer,
  serial,
  notBefore,
  notAfter,
}: CertificateDraft): string {
  return facts([
    ["organisation", subject.organisation],
    ["role", subject.role],
    ["name", subject.name],
    ["issuer", issuer.subject.text],
    ["may", use === "intermediate" ? `${USES[use]} of members` : USES[use]],
    ["valid", `from ${momentInWords(notBefore)} to ${momentInWords(notAfter)}`],
    ["serial", serial],
    ...keyLines(publicKey),
    ...hostLines(hosts),
  ]);
}

function showList({ issuer, number, thisUpdate, nextUpdate, revocations }: RevocationList, now: Date): string {
  const next =
    nextUpdate === undefined
      ? `not said: ${paint("yellow", "nobody sees whether it is out of date")}`
      : `${momentInWords(nextUpdate)}${nextUpdate < now ? `, ${paint("red", "which is over")}` : ""}`;
  const head = titled("Revocation list", [
    ["issuer", issuer.text],
    ["number", String(number ?? "none")],
    ["made", momentInWords(thisUpdate)],
    ["next one by", next],
    ["revoked", revocations.length === 0 ? "nothing" : count(revocations.length, "certificate")],
  ]);
  if (revocations.length === 0) return head;
  const rows = revocations.map(({ serial, since, reason }) => [serial, momentInWords(since), reason]);
  return `${head}\n\n${table([["serial", "middle"], "since", "reason"], rows)}`;
}

function titled(title: string, lines: readonly Line[]): string {
  return `${paint("bold", title)}\n${facts(lines)}`;
}

function naming({ values, text }: DistinguishedName): Line[] {
  const lines = (["organisation", "role", "name"] as const).map((part): Line => [part, values[part].join(", ")]);
  const isPlain = lines.every(([, value]) => value !== "") && text.split(", ").length === lines.length;
  return [...lines.filter(([, value]) => value !== ""), ...(isPlain ? [] : [["in full", text] as const])];
}

function keyLines({ curve, account }: PublicKey): Line[] {
  return [["key", `on ${curve}`], ...(account === undefined ? [] : [["account", account] as const])];
}

function hostLines(hosts: readonly string[]): Line[] {
  return hosts.length === 0 ? [] : [["hosts", hosts.join(", ")]];
}

function rightsOf(certificate: Certificate): string {
  const { isAuthority, pathLength } = certificate;
  if (isAuthority) return `${USES.intermediate} of ${pathLength === 0 ? "members" : intermediates(pathLength)}`;
  const use = useOf(certificate);
  return use === undefined ? "nothing that is known here" : USES[use];
}

function intermediates(pathLength: number | undefined): string {
  return `members and of ${pathLength === undefined ? "" : `${pathLength} level${pathLength === 1 ? "" : "s"} of `}intermediate ones`;
}

function validity(notBefore: Date, notAfter: Date, now: Date): string {
  const period = `from ${momentInWords(notBefore)} to ${momentInWords(notAfter)}`;
  if (now < notBefore) return `${period}: ${paint("yellow", "not yet")}`;
  if (now > notAfter) return `${period}: ${paint("red", "expired")}`;
  const days = Math.floor((notAfter.getTime() - now.getTime()) / 86_400_000);
  return `${period}: ${days === 0 ? "less than a day" : count(days, "day")} left`;
}

/** As OpenSSL prints it. */
function fingerprintInWords(fingerprint: string): string {
  return (fingerprint.toUpperCase().match(/../g) ?? []).join(":");
}
