import { PortcullisError } from "../errors/error.js";
import { type Finding, finding, found as refused, isError, ok } from "../errors/finding.js";
import { momentInWords } from "../util/moment.js";
import { mayBeUsedFor, requireInDate } from "./authority.js";
import type { Certificate } from "./certificate.js";
import { type Chain, findChains } from "./chain.js";
import type { CertificateUse } from "./issue.js";
import { revocationFindings } from "./revocation-findings.js";
import type { RevocationList } from "./revocation-list.js";
import { subjectOf } from "./names.js";
import { useFindings } from "./use.js";

export interface VerifyOptions {
  /** The certificates that are trusted. */
  readonly roots: readonly Certificate[];
  /** Others that may stand between them and the certificate. */
  readonly intermediates?: readonly Certificate[] | undefined;
  /** Where some are given, there must be one of every issuer in the chain. */
  readonly revocationLists?: readonly RevocationList[] | undefined;
  /** Full id of the organisation that it must be of. */
  readonly organisation?: string | undefined;
  /** The role that it must have. */
  readonly role?: string | undefined;
  /** What it must be for; that of a member where a role is wanted and nothing is said here. */
  readonly use?: CertificateUse | undefined;
  /** Whether the roots may vouch for other organisations than their own, as that of a consortium does. */
  readonly isRootOfOthers?: boolean | undefined;
  /** In place of now. What was revoked later counts then. */
  readonly time?: Date | undefined;
}

/** More ways to a root than this are not tried: somebody could give certificates that vouch for each other in very many ways. */
const MOST_CHAINS = 100;

/** Everything that speaks against a certificate, and what speaks for it: its chain to a root, what it is for, dates, names, and whether
 *  one of the chain is revoked. It is good if no finding is an error. Where several chains lead to a root, it is told of the best. */
export function verifyCertificate(certificate: Certificate, options: VerifyOptions): Finding[] {
  const { roots, intermediates = [] } = options;
  let best: Outcome | undefined;
  let count = 0;
  for (const chain of findChains(certificate, { roots, intermediates })) {
    const findings = chainFindings(chain, options);
    const errors = findings.filter(isError).length;
    const outcome = { findings, errors, isBroken: chain.broken !== undefined };
    if (best === undefined || isBetter(outcome, best)) best = outcome;
    if (best.errors === 0 || ++count === MOST_CHAINS) break;
  }
  return best?.findings ?? [];
}

interface Outcome {
  readonly findings: Finding[];
  readonly errors: number;
  readonly isBroken: boolean;
}

function isBetter(one: Outcome, other: Outcome): boolean {
  return one.isBroken === other.isBroken ? one.errors < other.errors : other.isBroken;
}

function chainFindings(chain: Chain, options: VerifyOptions): Finding[] {
  const { certificates } = chain;
  const { revocationLists = [], role, isRootOfOthers = false, time = new Date() } = options;
  const { use = role === undefined ? undefined : "member" } = options;
  return [
    ...(chain.broken === undefined ? authorityFindings(certificates) : [brokenFinding(chain)]),
    ...certificates.flatMap(shapeFindings),
    ...useFindings(certificates, use),
    ...nameFindings(certificates, options),
    ...organisationFindings(isRootOfOthers ? withoutRoot(chain) : certificates),
    ...dateFindings(certificates, time),
    ...revocationFindings(chain, revocationLists, time),
  ];
}

/** Only a chain that is not broken ends with a root. */
function withoutRoot({ certificates, broken }: Chain): readonly Certificate[] {
  return broken === undefined ? certificates.slice(0, -1) : certificates;
}

function brokenFinding({ certificates, broken = "noIssuer" }: Chain): Finding {
  const last = certificates.at(-1);
  const facts = { name: last?.subject.text ?? "", issuer: last?.issuer.text ?? "" };
  return finding("CERTIFICATE_CHAIN_BROKEN", { cause: broken, ...facts });
}

/** Whether those above the first may sign certificates, and so many below each other. */
function authorityFindings(certificates: readonly Certificate[]): Finding[] {
  const [, ...issuers] = certificates;
  const found = issuers.flatMap((issuer, index): Finding[] => {
    const name = issuer.subject.text;
    if (!issuer.isAuthority) return [finding("CERTIFICATE_CHAIN_BROKEN", { cause: "noAuthority", name })];
    if (!mayBeUsedFor(issuer, "keyCertSign")) return [finding("CERTIFICATE_CHAIN_BROKEN", { cause: "use", name })];
    // Those between it and the first one.
    const allowed = issuer.pathLength ?? Infinity;
    return index > allowed ? [finding("CERTIFICATE_CHAIN_BROKEN", { cause: "pathLength", name, allowed, index })] : [];
  });
  return found.length > 0 ? found : [ok(vouching(certificates.map(({ subject }) => subject.text)))];
}

function vouching([own = "", ...above]: readonly string[]): string {
  const [root, ...between] = above.toReversed();
  if (root === undefined) return `${own} is trusted itself.`;
  return `The root ${root} vouches for ${own}${between.length === 0 ? "" : `, by ${between.join(" and ")}`}.`;
}

/** What is odd would be read in different ways, or by some not at all. */
function shapeFindings({ subject, serial, odd, notBefore, notAfter }: Certificate): Finding[] {
  const name = subject.text;
  return [
    ...(odd.length > 0 ? [finding("CERTIFICATE_ODD", { cause: "extension", name, odd })] : []),
    ...(/^(?:00)*$|^[89a-f]/.test(serial) ? [finding("CERTIFICATE_ODD", { cause: "serial", name, serial })] : []),
    ...(serial.replace(/^00/, "").length > 40 ? [finding("CERTIFICATE_ODD", { cause: "length", name, serial })] : []),
    ...(notBefore > notAfter ? [finding("CERTIFICATE_ODD", { cause: "period", name })] : []),
  ];
}

/** Organisation, role and name, and whether they are the ones that are wanted. */
function nameFindings([first]: readonly Certificate[], wanted: VerifyOptions): Finding[] {
  if (first === undefined) return [];
  const { subject } = first;
  const { text } = subject;
  const found = attempt(() => subjectOf(subject));
  if ("level" in found) return [found];
  const { organisation, role, name } = found;
  const differences = [
    ...(wanted.organisation === undefined || wanted.organisation === organisation
      ? []
      : [
          finding("CERTIFICATE_NAME_DIFFERS", {
            cause: "organisation",
            name: text,
            organisation,
            wanted: wanted.organisation,
          }),
        ]),
    ...(wanted.role === undefined || wanted.role === role
      ? []
      : [finding("CERTIFICATE_NAME_DIFFERS", { cause: "role", name: text, role, wanted: wanted.role })]),
  ];
  return differences.length > 0 ? differences : [ok(`It names ${name}, with the role ${role} of ${organisation}.`)];
}

/** Nobody certifies members of another organisation. */
function organisationFindings([first, ...issuers]: readonly Certificate[]): Finding[] {
  if (first === undefined) return [];
  const own = first.subject.values.organisation;
  return issuers
    .filter(({ subject }) => subject.values.organisation.length !== 1 || subject.values.organisation[0] !== own[0])
    .map(({ subject }) =>
      finding("CERTIFICATE_NAME_DIFFERS", { cause: "issuer", name: first.subject.text, issuer: subject.text }),
    );
}

function dateFindings(certificates: readonly Certificate[], time: Date): Finding[] {
  const found = certificates.flatMap((each) => {
    const outcome = attempt(() => {
      requireInDate(each, time);
      return {};
    });
    return "level" in outcome ? [outcome] : [];
  });
  const end = new Date(Math.min(...certificates.map(({ notAfter }) => notAfter.getTime())));
  return found.length > 0 ? found : [ok(`It is valid until ${momentInWords(end)}.`)];
}

/** What work answers, or what it refuses. */
function attempt<T extends object>(work: () => T): T | Finding {
  try {
    return work();
  } catch (error) {
    if (error instanceof PortcullisError) return refused(error);
    throw error;
  }
}
