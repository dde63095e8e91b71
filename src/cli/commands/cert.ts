import {
  CERTIFICATE_DAYS,
  type CertificateUse,
  draftCertificate,
  makeRoot,
  signCertificate,
} from "../../certificates/issue.js";
import { requireHosts } from "../../certificates/hosts.js";
import { requireSubject } from "../../certificates/names.js";
import { makeRequest } from "../../certificates/request.js";
import { USES } from "../../certificates/use.js";
import { verifyCertificate } from "../../certificates/verify.js";
import { refusal } from "../../errors/refusal.js";
import {
  readCertificate,
  readCertificates,
  readContents,
  readRequest,
  readRevocationLists,
  writeNewPem,
} from "../../nodejs/certificate-files.js";
import { requireAbsent } from "../../nodejs/files.js";
import {
  asFileName,
  days,
  ISSUER_OPTIONS,
  issuerKey,
  OWN_KEY_OPTIONS,
  ownKey,
  withEnding,
} from "../certificate-options.js";
import { command, group } from "../command.js";
import { contentsAnswer } from "../json/certificates.js";
import { printAnswer } from "../json/print-answer.js";
import { paint, print, say } from "../output.js";
import { present } from "../presentation.js";
import { confirm } from "../questions.js";
import { showContents, showDraft } from "../show/certificates.js";
import { printSections, sectionOf } from "../show/sections.js";
import { SHOWING_OPTIONS } from "../showing-options.js";
import { fileName, flag, instant, many, oneOf, optional, text } from "../specs.js";
import { crl, revoke } from "./cert-revocation.js";

const organisation = text("full id of the organisation (O)", "id");

const USE_WORDS = Object.keys(USES) as CertificateUse[];

/** For whom the root of a consortium vouches: the authority of another organisation. */
const AGENCY = "agency" as const;

/** The role that authorities have in their certificates. */
const AUTHORITY = "CA";

const root = command(
  {
    name: "cert root",
    does: "Make the root of an organisation: a key, and the certificate with which it issues others.",
    args: { organisation },
    options: {
      name: optional(text('name in the certificate (CN; default: the organisation and "root")', "name")),
      days: days(`how long it counts (default: ${CERTIFICATE_DAYS.root})`),
      out: optional(fileName("file of the certificate (default: the organisation and -root.crt)")),
      ...OWN_KEY_OPTIONS,
    },
    examples: ["cert root ORG1", "cert root ORG1 --curve P-256 --out ORG1-tls.crt --name ORG1-TLS"],
  },
  async ({ organisation, name = `${organisation} root`, out, days, ...given }) => {
    const subject = { organisation, role: AUTHORITY, name };
    requireSubject(subject);
    const file = out ?? `${asFileName(organisation)}-root.crt`;
    const { key, write } = await ownKey(given, file);
    const made = await makeRoot(key, { subject, days });
    write();
    writeNewPem(file, "certificate", made);
    print(file);
    say("Keep the key where no one else gets at it, and give the certificate to whoever is to trust it.");
  },
);

const request = command(
  {
    name: "cert request",
    does: "Make a key, and a request for a certificate that the organisation's authority signs.",
    args: { organisation },
    options: {
      role: text("role in the organisation (OU)", "role"),
      name: text("who it is for, or which node (CN)", "name"),
      host: many(text("host names and IP addresses of the node, for TLS; a new key is on P-256 then", "host")),
      out: optional(fileName("file of the request (default: the organisation, the name and .csr)")),
      ...OWN_KEY_OPTIONS,
    },
    examples: [
      "cert request ORG1 --role admin --name alice",
      "cert request ORG1 --role admin --name alice --key UTC--2026-12-01-alice",
      "cert request ORG1 --role node --name node1 --host node1.org1.example.com 10.0.0.1",
    ],
  },
  async ({ organisation, role, name, host = [], out, ...given }) => {
    const subject = { organisation, role, name };
    requireSubject(subject);
    requireHosts(host);
    const file = out ?? `${asFileName(organisation)}-${asFileName(name)}.csr`;
    // TLS does not work with keys on secp256k1.
    const { key, write } = await ownKey(given, file, host.length > 0 ? "P-256" : "secp256k1");
    const made = await makeRequest(key, subject, host);
    write();
    writeNewPem(file, "certificate request", made);
    print(file);
    say("Give the request to the authority of the organisation, and the key to no one.");
  },
);

const issue = command(
  {
    name: "cert issue",
    does: "Issue a certificate for a request, after showing what is signed.",
    args: { request: fileName("file of the request") },
    options: {
      ...ISSUER_OPTIONS,
      for: optional(
        oneOf(
          "what it is for; agency: the authority of another organisation, by the root of a consortium (default: member)",
          [...USE_WORDS, AGENCY],
        ),
      ),
      days: days(
        `how long it counts (default: ${CERTIFICATE_DAYS.member}, an intermediate ${CERTIFICATE_DAYS.intermediate}, and never longer than its issuer)`,
      ),
      out: optional(fileName("file of the certificate (default: that of the request, with .crt)")),
      yes: flag("sign without asking"),
    },
    examples: [
      "cert issue ORG1-alice.csr --issuer ORG1-root.crt --key ORG1-root.key",
      "cert issue ORG1-node1.csr --issuer ORG1-tls.crt --key ORG1-tls.key --for tls --days 90",
      "cert issue ORG1-CA.csr --issuer STAR-root.crt --key STAR-root.key --for agency",
    ],
  },
  async ({ request, issuer, for: wanted = "member", days, out = withEnding(request, "crt"), yes, ...given }) => {
    requireAbsent(out);
    const asked = readRequest(request);
    const isOfAgency = wanted === AGENCY;
    const use = wanted === AGENCY ? "intermediate" : wanted;
    const draft = draftCertificate({ request: asked, issuer: readCertificate(issuer), use, isOfAgency, days });
    say(showDraft(draft));
    if (use === "tls" && draft.issuer.publicKey.curve === "secp256k1")
      say(paint("yellow", NOT_FOR_ALL, process.stderr));
    const question = { ask: "Sign it?", verb: "sign", otherwise: "use portcullis cert show to look at the request" };
    if (!yes && !(await confirm(question))) throw refusal("CANCELLED", { cause: "notSigned" });
    writeNewPem(out, "certificate", await signCertificate(draft, await issuerKey(given)));
    print(out);
  },
);

const NOT_FOR_ALL =
  "Browsers, and programs in Go, do not know the curve of this issuer, secp256k1: for TLS use a root of its own on P-256.";

const show = command(
  {
    name: "cert show",
    does: "Show the certificates, requests and revocation lists in a file.",
    args: { file: fileName("file in PEM or DER") },
    options: SHOWING_OPTIONS,
    examples: ["cert show ORG1-alice.crt", "cert show ORG1.crl --json"],
  },
  ({ file, json, wide }) => {
    present({ wide });
    const contents = readContents(file);
    if (json) printAnswer("cert show", contentsAnswer(contents));
    else print(showContents(contents, new Date()));
    return Promise.resolve();
  },
);

const verify = command(
  {
    name: "cert verify",
    does: "Find everything that speaks against a certificate: its chain, use, dates, names, and what is revoked.",
    args: { certificate: fileName("file of the certificate, and maybe of those between it and a root") },
    options: {
      root: { ...many(fileName("certificates of the roots that are trusted")), required: true },
      between: many(fileName("certificates between it and a root")),
      crl: many(fileName("revocation lists; where some are given, there must be one of every issuer")),
      org: optional(text("organisation that it must be of", "id")),
      role: optional(text("role that it must have, as a member unless --for says otherwise", "role")),
      for: optional(oneOf("what it must be for", USE_WORDS)),
      consortium: flag("the roots are those of a consortium, which vouch for other organisations than their own"),
      at: optional(instant("time at which it must count (default: now)")),
      json: flag("print JSON"),
    },
    examples: [
      "cert verify ORG1-alice.crt --root ORG1-root.crt --crl ORG1.crl",
      "cert verify ORG1-alice.crt --root ORG1-root.crt --org ORG1 --role admin --at 2026-12-01",
    ],
  },
  ({ certificate, root = [], between = [], crl = [], org, role, for: use, consortium, at, json }) => {
    const [first, ...others] = readCertificates(certificate);
    const findings = verifyCertificate(first, {
      roots: root.flatMap(readCertificates),
      intermediates: [...others, ...between.flatMap(readCertificates)],
      revocationLists: crl.flatMap(readRevocationLists),
      organisation: org,
      role,
      use,
      isRootOfOthers: consortium,
      time: at,
    });
    printSections("cert verify", [sectionOf(`The certificate ${certificate}`, findings)], { json });
    return Promise.resolve();
  },
);

export default group("cert", "certificates (X.509): make, issue, verify and revoke them", [
  root,
  request,
  issue,
  show,
  verify,
  revoke,
  crl,
]);
