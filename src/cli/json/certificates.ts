import { hexlify } from "ethers";
import * as z from "zod";
import type { Certificate } from "../../certificates/certificate.js";
import type { CertificateContents } from "../../certificates/contents.js";
import { CURVES } from "../../certificates/keys.js";
import { REVOCATION_REASONS } from "../../certificates/revocation.js";
import { exampleOf, record } from "./record.js";
import { address, choice, flag, number, text, time } from "./values.js";

const subject = text.describe("whom it is for, as the certificate says it");
const organisation = text.nullable().describe("full id of the organisation (O); null where there is none, or several");
const role = text.nullable().describe("role (OU); null where there is none, or several");
const name = text.nullable().describe("who it is for (CN); null where there is none, or several");
const curve = choice(CURVES).describe("the curve of its key");
const publicKey = text.describe("its key: 04, x and y in hex digits");
const account = address.nullable().describe("the account of its key; null unless it is on secp256k1");
const hosts = z.array(text).describe("host names and IP addresses, for TLS");
const serial = text.describe("serial number, in lower-case hex digits");

export const certificate = record(
  "Certificate",
  {
    subject,
    organisation,
    role,
    name,
    issuer: text.describe("who has issued it, as the certificate says it"),
    serial,
    notBefore: time.describe("from when on it counts"),
    notAfter: time.describe("until when it counts"),
    curve,
    publicKey,
    account,
    authority: flag.describe("whether it may issue certificates"),
    pathLength: number.nullable().describe("how many intermediate certificates may be below it; null where any number"),
    uses: z
      .array(text)
      .nullable()
      .describe("what its key may be used for, in the words of RFC 5280; null where that is not said"),
    purposes: z.array(text).nullable().describe("object identifiers of its purposes; null where they are not said"),
    hosts,
    fingerprint: text.describe("SHA-256 of it in DER, in lower-case hex digits"),
  },
  {
    example: {
      subject: "O=ORG1, OU=admin, CN=alice",
      organisation: "ORG1",
      role: "admin",
      name: "alice",
      issuer: "O=ORG1, OU=CA, CN=ORG1 root",
      serial: "5f3a1c0de8b7249650d1e2f3a4b5c6d7",
      notBefore: "2026-12-01T09:00:00.000Z",
      notAfter: "2027-12-01T09:00:00.000Z",
      curve: "secp256k1",
      publicKey:
        "04ba5734d8f7091719471e7f7ed6b9df170dc70cc661ca05e688601ad984f068b0d67351e5f06073092499336ab0839ef8a521afd334e53807205fa2f08eec74f4",
      account: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
      authority: false,
      pathLength: null,
      uses: ["digitalSignature"],
      purposes: null,
      hosts: [],
      fingerprint: "9a0c3f7b1d5e6f8a2b4c6d8e0f1a3b5c7d9e0f2a4b6c8d0e1f3a5b7c9d0e2f4a",
    },
  },
);

export const certificateRequest = record(
  "Certificate request",
  {
    subject,
    organisation,
    role,
    name,
    curve,
    publicKey,
    account,
    hosts,
    signed: flag.describe("whether it is signed with the key that it is for"),
  },
  {
    example: {
      subject: "O=ORG1, OU=node, CN=node1",
      organisation: "ORG1",
      role: "node",
      name: "node1",
      curve: "P-256",
      publicKey:
        "0461dfd1d3730bf781eb941fa54884da658ef524b747a7f3338c0e7fede8c60ccf7b30c042bac3af8031f4ae9d7fc95fd7eb507df3a5cb100945fa8b92773838aac7",
      account: null,
      hosts: ["node1.org1.example.com", "10.0.0.1"],
      signed: true,
    },
  },
);

export const revocation = record(
  "Revocation",
  {
    serial,
    since: time.describe("since when it counts no longer"),
    reason: choice(REVOCATION_REASONS).describe("why; only a hold can end"),
  },
  {
    example: {
      serial: "5f3a1c0de8b7249650d1e2f3a4b5c6d7",
      since: "2026-12-05T10:30:00.000Z",
      reason: "key-compromise",
    },
  },
);

export const revocationList = record(
  "Revocation list",
  {
    issuer: text.describe("whose list it is"),
    number: text.nullable().describe("its number, which grows with each list of the issuer; null where it has none"),
    thisUpdate: time.describe("when it was made"),
    nextUpdate: time.nullable().describe("when there is a newer one at the latest; null where that is not said"),
    revocations: z.array(revocation).describe("what is revoked"),
  },
  {
    example: {
      issuer: "O=ORG1, OU=CA, CN=ORG1 root",
      number: "2",
      thisUpdate: "2026-12-05T10:30:00.000Z",
      nextUpdate: "2027-01-04T10:30:00.000Z",
      revocations: [exampleOf(revocation)],
    },
  },
);

export const certificateContents = record(
  "Certificate file",
  {
    certificates: z.array(certificate).describe("the certificates in the file"),
    requests: z.array(certificateRequest).describe("the requests for one"),
    revocationLists: z.array(revocationList).describe("the revocation lists"),
  },
  { example: { certificates: [exampleOf(certificate)], requests: [], revocationLists: [] } },
);

export function contentsAnswer(contents: CertificateContents): z.output<typeof certificateContents> {
  return {
    certificates: contents.certificates.map(certificateAnswer),
    requests: contents.requests.map(({ isSigned, ...request }) => ({ ...whose(request), signed: isSigned })),
    revocationLists: contents.revocationLists.map(({ issuer, number, thisUpdate, nextUpdate, revocations }) => ({
      issuer: issuer.text,
      number: number?.toString() ?? null,
      thisUpdate: thisUpdate.toISOString(),
      nextUpdate: nextUpdate?.toISOString() ?? null,
      revocations: revocations.map(({ serial, since, reason }) => ({ serial, since: since.toISOString(), reason })),
    })),
  };
}

function certificateAnswer(given: Certificate): z.output<typeof certificate> {
  const { issuer, serial, notBefore, notAfter, isAuthority, pathLength, uses, purposes, fingerprint } = given;
  return {
    ...whose(given),
    issuer: issuer.text,
    serial,
    notBefore: notBefore.toISOString(),
    notAfter: notAfter.toISOString(),
    authority: isAuthority,
    pathLength: pathLength ?? null,
    uses: uses === undefined ? null : [...uses],
    purposes: purposes === undefined ? null : [...purposes],
    fingerprint,
  };
}

/** What certificates and requests have in common. */
function whose({ subject, publicKey, hosts }: Pick<Certificate, "subject" | "publicKey" | "hosts">) {
  const { organisation, role, name } = subject.values;
  return {
    subject: subject.text,
    organisation: onlyOf(organisation),
    role: onlyOf(role),
    name: onlyOf(name),
    curve: publicKey.curve,
    publicKey: hexlify(publicKey.point).slice(2),
    account: publicKey.account ?? null,
    hosts: [...hosts],
  };
}

function onlyOf([value, ...others]: readonly string[]): string | null {
  return others.length > 0 ? null : (value ?? null);
}
