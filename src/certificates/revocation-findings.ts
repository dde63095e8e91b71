import { type Finding, finding, hasErrors, ok } from "../errors/finding.js";
import { mayBeUsedFor } from "./authority.js";
import type { Certificate } from "./certificate.js";
import type { Chain } from "./chain.js";
import type { Revocation } from "./revocation.js";
import { isListOf, type RevocationList } from "./revocation-list.js";

/** What revocation lists say of the certificates in a chain: each is looked up in the list of its issuer, and a root in its own, where
 *  it has one. */
export function revocationFindings(
  { certificates, broken }: Chain,
  lists: readonly RevocationList[],
  time: Date,
): Finding[] {
  const [first, ...issuers] = certificates;
  if (first === undefined) return [];
  if (lists.length === 0) return [finding("REVOCATION_NOT_CHECKED", { name: first.subject.text })];
  const root = broken === undefined ? certificates.at(-1) : undefined;
  const found = [
    ...issuers.flatMap((issuer) => listFindings(latestOf(issuer, lists), issuer, time)),
    ...issuers.flatMap((issuer, index) => lookUp(certificates[index], latestOf(issuer, lists), time)),
    ...(root === undefined ? [] : lookUp(root, latestOf(root, lists), time)),
  ];
  return hasErrors(found) || issuers.length === 0 ? found : [...found, ok("Nothing of it is revoked.")];
}

/** Whether the list of an issuer can be relied on. */
function listFindings(list: RevocationList | undefined, issuer: Certificate, time: Date): Finding[] {
  const name = issuer.subject.text;
  if (list === undefined) return [finding("REVOCATION_LIST_NOT_USABLE", { cause: "missing", issuer: name })];
  const { place, thisUpdate, nextUpdate, odd } = list;
  const facts = { place, issuer: name };
  return [
    ...(odd.length > 0 ? [finding("REVOCATION_LIST_NOT_USABLE", { cause: "odd", ...facts, odd })] : []),
    ...(mayBeUsedFor(issuer, "crlSign") ? [] : [finding("REVOCATION_LIST_NOT_USABLE", { cause: "use", ...facts })]),
    ...(nextUpdate !== undefined && nextUpdate < time
      ? [finding("REVOCATION_LIST_NOT_USABLE", { cause: "expired", ...facts, end: nextUpdate.toISOString() })]
      : []),
    ...(nextUpdate === undefined
      ? [finding("REVOCATION_LIST_ENDLESS", { ...facts, since: thisUpdate.toISOString() })]
      : []),
  ];
}

function lookUp(certificate: Certificate | undefined, list: RevocationList | undefined, time: Date): Finding[] {
  const found = list?.revocations.find(({ serial }) => serial === certificate?.serial);
  if (certificate === undefined || found === undefined || found.since > time) return [];
  return [revokedFinding(certificate, found)];
}

function revokedFinding({ subject }: Certificate, { since, reason }: Revocation): Finding {
  const facts = { name: subject.text, since: since.toISOString() };
  return reason === "hold"
    ? finding("CERTIFICATE_REVOKED", { cause: "hold", ...facts })
    : finding("CERTIFICATE_REVOKED", { cause: "forGood", ...facts, reason });
}

/** An issuer's list with the highest number, and of those without one the latest. */
function latestOf(issuer: Certificate, lists: readonly RevocationList[]): RevocationList | undefined {
  const [latest] = lists
    .filter((each) => isListOf(each, issuer))
    .sort((a, b) => Number((b.number ?? -1n) - (a.number ?? -1n)) || b.thisUpdate.getTime() - a.thisUpdate.getTime());
  return latest;
}
