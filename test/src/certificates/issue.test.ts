import { Certificate as RawCertificate } from "@peculiar/asn1-x509";
import { CertificationRequest } from "@peculiar/asn1-csr";
import { expect } from "chai";
import { parseCertificate } from "../../../src/certificates/certificate.js";
import { bufferOf, decode, encode } from "../../../src/certificates/der.js";
import { draftCertificate, type DraftOptions, makeRoot, signCertificate } from "../../../src/certificates/issue.js";
import { nameOf, type CertificateSubject } from "../../../src/certificates/names.js";
import { daysAfter } from "../../../src/certificates/period.js";
import { type CertificateRequest, makeRequest, parseRequest } from "../../../src/certificates/request.js";
import { verifyCertificate } from "../../../src/certificates/verify.js";
import { caught } from "../../helpers/caught.js";
import { forged, type Holder, issuedBy, MADE, newKey, rootOf } from "../../helpers/certificates.js";

const ALICE: CertificateSubject = { organisation: "ORG1", role: "admin", name: "alice" };

describe("a certificate that is issued", () => {
  let root: Holder;
  let request: CertificateRequest;
  let forTls: CertificateRequest;

  before(async () => {
    root = await rootOf("ORG1");
    request = parseRequest(await makeRequest(newKey(), ALICE), "alice.csr");
    forTls = parseRequest(await makeRequest(newKey("P-256"), ALICE, ["node1", "::ffff:10.0.0.1"]), "node1.csr");
  });

  const draft = (options: Partial<DraftOptions> = {}) =>
    draftCertificate({ request, issuer: root.certificate, use: "member", time: MADE, ...options });

  /** The code and the cause with which a draft is refused. */
  const refused = async (options: Partial<DraftOptions>): Promise<string> => {
    const { code, facts } = await caught(Promise.resolve().then(() => draft(options)));
    return `${code} ${String(facts.cause)}`;
  };

  it("is refused for a request that somebody has changed", async () => {
    const raw = decode(CertificationRequest, request.der);
    if (raw === undefined) expect.fail("The request cannot be read.");
    raw.certificationRequestInfo.subject = nameOf({ ...ALICE, name: "eve" });
    const changed = parseRequest(encode(raw), "changed.csr");
    expect(await refused({ request: changed })).to.equal("CERTIFICATE_REQUEST_NOT_ALLOWED signature");
  });

  it("is refused for another organisation, for the key of the issuer, and for what does not go together", async () => {
    const asked = async (subject: CertificateSubject, key = newKey()): Promise<CertificateRequest> =>
      parseRequest(await makeRequest(key, subject), "asked.csr");
    const rows: [options: Partial<DraftOptions>, refusal: string][] = [
      [{ request: await asked({ ...ALICE, organisation: "ORG2" }) }, "CERTIFICATE_REQUEST_NOT_ALLOWED organisation"],
      [
        { request: await asked({ ...ALICE, organisation: "ORG1.SUB" }) },
        "CERTIFICATE_REQUEST_NOT_ALLOWED organisation",
      ],
      [{ request: await asked(ALICE, root.key) }, "CERTIFICATE_REQUEST_NOT_ALLOWED issuerKey"],
      [{ request: forTls }, "CERTIFICATE_REQUEST_NOT_ALLOWED hosts"],
      [{ request: forTls, use: "intermediate" }, "CERTIFICATE_REQUEST_NOT_ALLOWED hosts"],
      [{ use: "tls" }, "CERTIFICATE_REQUEST_NOT_ALLOWED tlsKey"],
      [{ request: await asked(ALICE, newKey("P-256")), use: "tls" }, "CERTIFICATE_REQUEST_NOT_ALLOWED noHosts"],
    ];
    for (const [options, refusal] of rows) expect(await refused(options)).to.equal(refusal);
  });

  it("is refused from whoever may not issue it, or not now", async () => {
    const intermediate = await issuedBy(root, "intermediate", { role: "CA" });
    const member = await issuedBy(root, "member");
    const rows: [options: Partial<DraftOptions>, refusal: string][] = [
      [{ issuer: member.certificate }, "CERTIFICATE_ISSUER_NOT_ALLOWED noAuthority"],
      [{ issuer: intermediate.certificate, use: "intermediate" }, "CERTIFICATE_ISSUER_NOT_ALLOWED pathLength"],
      [{ time: daysAfter(MADE, -1) }, "CERTIFICATE_OUT_OF_DATE early"],
      [{ time: daysAfter(MADE, 3651) }, "CERTIFICATE_OUT_OF_DATE expired"],
      [{ days: 3651 }, "CERTIFICATE_PERIOD_NOT_ALLOWED outlives"],
      [{ days: 0 }, "CERTIFICATE_PERIOD_NOT_ALLOWED days"],
      [{ days: 999_999_999 }, "CERTIFICATE_PERIOD_NOT_ALLOWED days"],
    ];
    for (const [options, refusal] of rows) expect(await refused(options)).to.equal(refusal);
    const { code, facts } = await caught(signCertificate(draft(), member.key));
    expect([code, facts.cause]).to.deep.equal(["CERTIFICATE_ISSUER_NOT_ALLOWED", "otherKey"]);
  });

  it("of the root of a consortium is for the authority of another organisation, which then issues by itself", async () => {
    const star = await rootOf("STAR");
    const key = newKey("P-256");
    const asked = parseRequest(await makeRequest(key, { organisation: "A", role: "CA", name: "A-CA" }), "A.csr");
    const options = { request: asked, issuer: star.certificate, use: "intermediate" } as const;
    expect(await refused(options)).to.equal("CERTIFICATE_REQUEST_NOT_ALLOWED organisation");
    const issued = await signCertificate(draft({ ...options, isOfAgency: true }), star.key);
    const agency: Holder = { certificate: parseCertificate(issued, "A.crt"), key };
    const carol = await issuedBy(agency, "member", { name: "carol" });
    const trusted = { roots: [star.certificate], intermediates: [agency.certificate], time: MADE, organisation: "A" };
    const wrong = (isRootOfOthers: boolean) =>
      verifyCertificate(carol.certificate, { ...trusted, isRootOfOthers }).filter(({ level }) => level === "error");
    expect(wrong(true)).to.deep.equal([]);
    expect(wrong(false).map(({ code }) => code)).to.deep.equal(["CERTIFICATE_NAME_DIFFERS"]);
    expect(await refused({ ...options, issuer: agency.certificate, use: "member", isOfAgency: true })).to.equal(
      "CERTIFICATE_ISSUER_NOT_ALLOWED noRoot",
    );
  });

  it("names an organisation, a role and a name that are ones", async () => {
    const wrong: Partial<CertificateSubject>[] = [
      ...["", "ORG 1", "ORG1.", ".ORG1", "ORG1..SUB", "ÖRG", "O".repeat(65)].map((organisation) => ({ organisation })),
      ...["", "ad min", "r".repeat(65), "admin.x"].map((role) => ({ role })),
      ...["", " alice", "alice ", "a\nb", "a\u202eb", "a\u0000", "n".repeat(65)].map((name) => ({ name })),
    ];
    for (const part of wrong) {
      const error = await caught(makeRequest(newKey(), { ...ALICE, ...part }));
      expect(error.code, JSON.stringify(part)).to.equal("CERTIFICATE_NAME_NOT_ALLOWED");
    }
    for (const part of [{ organisation: "ORG1.SUB_2" }, { name: "Zoë O'Neil, CFO" }, { name: "节点一" }])
      expect(await makeRequest(newKey(), { ...ALICE, ...part })).not.to.have.length(0);
  });

  it("names hosts that are ones", async () => {
    for (const host of ["", "node 1", "-node", "a..b", "10.0.0.256", "10.0.0", "node:22000", "https://node", "*.*.x"]) {
      const error = await caught(makeRequest(newKey("P-256"), ALICE, ["good.example.com", host]));
      expect([error.code, error.facts.host], host).to.deep.equal(["CERTIFICATE_HOST_NOT_ALLOWED", host]);
    }
    expect(forTls.hosts).to.deep.equal(["node1", "10.0.0.1"]);
  });

  it("is plain: O, OU and CN once, a short positive serial number, and the extensions of its use", async () => {
    const serials = new Set<string>();
    for (let round = 0; round < 20; round++) {
      const { certificate } = await issuedBy(root, "member");
      const raw = decode(RawCertificate, certificate.der)?.tbsCertificate;
      expect(certificate.subject.text).to.equal("O=ORG1, OU=admin, CN=member");
      expect(certificate.serial).to.match(/^[4-7][0-9a-f]{31}$/);
      expect(raw?.extensions?.map(({ extnID, critical }) => [extnID, critical])).to.deep.equal([
        ["2.5.29.19", true],
        ["2.5.29.15", true],
        ["2.5.29.14", false],
        ["2.5.29.35", false],
      ]);
      expect(certificate.issuerKeyId).to.equal(root.certificate.keyId);
      serials.add(certificate.serial);
    }
    expect(serials.size).to.equal(20);
    const tls = await issuedBy(root, "tls", { curve: "P-256" });
    expect([tls.certificate.uses, tls.certificate.hosts]).to.deep.equal([["digitalSignature"], ["localhost"]]);
    expect(tls.certificate.purposes).to.deep.equal(["1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2"]);
  });

  it("ends with its issuer where nothing else is said", () => {
    const late = draft({ time: daysAfter(MADE, 3600) });
    expect(late.notAfter).to.deep.equal(root.certificate.notAfter);
    expect(draft({ days: 30 }).notAfter).to.deep.equal(daysAfter(MADE, 30));
    expect(draft({ time: new Date(MADE.getTime() + 999) }).notBefore).to.deep.equal(MADE);
  });

  it("has times as RFC 5280 wants them: in another form from 2050 on", async () => {
    const end = async (time: string): Promise<[boolean, Date]> => {
      const last = new Date(time);
      const days = Math.round((last.getTime() - MADE.getTime()) / 86_400_000);
      const der = await makeRoot(newKey(), { subject: ALICE, time: daysAfter(last, -days), days });
      const { utcTime } = decode(RawCertificate, der)?.tbsCertificate.validity.notAfter ?? {};
      return [utcTime !== undefined, parseCertificate(der, "root.crt").notAfter];
    };
    for (const [time, isShort] of [
      ["2049-12-31T23:59:59Z", true],
      ["2050-01-01T00:00:00Z", false],
      ["9999-12-31T23:59:59Z", false],
    ] as const)
      expect(await end(time)).to.deep.equal([isShort, new Date(time)]);
  });

  it("names the key of an issuer as that names it itself", async () => {
    const named = await forged(root, root, (tbs) => {
      const own = tbs.extensions?.find(({ extnID }) => extnID === "2.5.29.14");
      if (own !== undefined) own.extnValue.buffer = bufferOf(new Uint8Array([4, 2, 0xab, 0xcd]));
    });
    const { certificate } = await issuedBy({ certificate: named, key: root.key }, "member");
    expect(certificate.issuerKeyId).to.equal("abcd");
  });
});
