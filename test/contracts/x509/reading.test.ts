import { X509Certificate } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { concat, keccak256, sha256, ZeroAddress } from "ethers";
import { network } from "hardhat";
import { issuerKeyIdOf, parseCertificate } from "../../../src/certificates/certificate.js";
import type { KeyUse } from "../../../src/certificates/extensions.js";
import { makeScratch, removeScratch } from "../../../tools/shared/scratch.js";
import type { CertificateReader } from "../../../typechain-types/index.js";
import { factsByChain, factsByNode } from "../../helpers/certificate-facts.js";
import {
  attribute,
  AUTHORITY,
  certificateWith,
  ecdsa,
  extension,
  extensions,
  HOLDER_ACCOUNT,
  IDS,
  ISSUER,
  ISSUER_ACCOUNT,
  NO_AUTHORITY,
  nameOf,
  SIGNS,
  signatureOf,
  SOUND,
  validity,
} from "../../helpers/certificate-parts.js";
import { type Holder, issuedBy, rootOf } from "../../helpers/certificates.js";
import {
  bitString,
  type Der,
  element,
  generalizedTime,
  integer,
  NULL,
  oid,
  parse,
  printable,
  sequence,
  TRUE,
  utcTime,
  utf8,
} from "../../helpers/der.js";
import { authorityFile, openssled } from "../../helpers/openssl.js";

const ANY = 2n ** 256n - 1n;
const NO_END = Date.parse("9999-12-31T23:59:59Z");
const USES: Partial<Record<KeyUse, bigint>> = { digitalSignature: 0x8000n, keyCertSign: 0x0400n, crlSign: 0x0200n };
const KEY_ENCIPHERMENT = 0x2000n;
const ANY_USE = 0xffffn;

/** The signed part of a certificate of OpenSSL. */
const VERSION_1: Der = concat([
  "0x3081f7021448a6dc866dfe8513aeea9c51550a615b985cb085300a06082a8648ce3d0403023029310d300b060355040a0c04",
  "0x6f726731310b3009060355040b0c026361310b300906035504030c026361301e170d3236313132383137303135315a170d32",
  "0x36313232383137303135315a3030310d300b060355040a0c046f726731310e300c060355040b0c0561646d696e310f300d06",
  "0x035504030c0661646d696e313056301006072a8648ce3d020106052b8104000a0342000477861b9032a06236162197939800",
  "0x0e1fe1ac358e61839e96079fcf8e444b593c757c74a60a2c8df8bc9dfed549c9fded0a365f63d5494944eda35941e86ff90c",
]);
const VERSION_1_SIGNATURE = ecdsa(
  0xdbeb4cbdd89cde37778ad98a72a8cb37bd760748de3eb0d8949aee0562ea62c8n,
  0xa2876e0cfcf701e9441165fd809805b9fa682591e1a643365ec2ccf1eee71ae9n,
);

describe("A certificate is read on the chain", function () {
  this.timeout(60_000);

  let reader: CertificateReader;

  before(async () => {
    const { ethers } = await network.create();
    reader = await ethers.deployContract("CertificateReader");
  });

  const readWith = (changes: Parameters<typeof certificateWith>[0]): ReturnType<CertificateReader["read"]> =>
    reader.read(certificateWith(changes));

  /** Every field is what Node and the library say of it. */
  async function agree(der: Uint8Array): Promise<void> {
    const read = await reader.read(der);
    const ours = parseCertificate(der, "a certificate");
    expect(await factsByChain(reader, der)).to.deep.equal(factsByNode(der));

    expect([read.issuer, read.subject]).to.deep.equal([ours.issuer, ours.subject].map((name) => keccak256(name.der)));
    expect(read.pathLength).to.equal(ours.pathLength === undefined ? ANY : BigInt(ours.pathLength));
    expect(read.key).to.equal(keccak256(ours.publicKey.point.slice(1)));
    for (const [use, bit] of Object.entries(USES))
      expect((read.uses & bit) !== 0n, use).to.equal(ours.uses?.includes(use as KeyUse) ?? true);
    expect(read.isLimited).to.equal(ours.purposes !== undefined);
    expect(read.digest).to.equal(sha256(ours.signed));
  }

  /** The issuer has signed it, says Node as well, and nobody else has. */
  async function agreeOnSignature(certificate: Uint8Array, issuer: Uint8Array): Promise<void> {
    const { account } = await reader.read(issuer);
    expect(new X509Certificate(certificate).verify(new X509Certificate(issuer).publicKey)).to.equal(true);
    expect(await reader.isSignedBy(certificate, account)).to.equal(true);
    for (const other of [HOLDER_ACCOUNT, ZeroAddress]) {
      expect(await reader.isSignedBy(certificate, other)).to.equal(false);
    }
  }

  describe("that our own tool has made:", () => {
    let root: Holder;

    before(async () => {
      root = await rootOf("ORG1");
    });

    it("of a root, an intermediate authority and members, each signed by its issuer", async () => {
      const authority = await issuedBy(root, "intermediate", { role: "CA", name: "ORG1 operations" });
      const members = await Promise.all(
        ["alice", "Zoë", "張三", "😀 node", "a".repeat(64), "ë".repeat(64)].map((name) =>
          issuedBy(authority, "member", { name, role: "trader" }),
        ),
      );
      for (const { certificate } of [root, authority, ...members]) await agree(certificate.der);
      await agreeOnSignature(root.certificate.der, root.certificate.der);
      await agreeOnSignature(authority.certificate.der, root.certificate.der);
      for (const { certificate } of members) await agreeOnSignature(certificate.der, authority.certificate.der);
      expect(issuerKeyIdOf(authority.certificate)).to.equal(members[0]?.certificate.issuerKeyId);
    });

    it("at any time until the year 9999", async () => {
      for (const [time, days] of [
        ["2026-12-01T09:00:00Z", 8_000],
        ["2049-12-31T23:59:59Z", 1],
        ["2050-01-01T00:00:00Z", 365],
        ["2096-02-29T12:30:15Z", 1_461],
        ["1999-12-31T23:59:59Z", 60],
        ["9999-12-30T23:59:59Z", 1],
      ] as const) {
        await agree((await rootOf("ORG1", { time: new Date(time), days })).certificate.der);
      }
    });

    it("and costs less than 40,000 gas to read", async () => {
      const authority = await issuedBy(root, "intermediate", { role: "CA", name: "ORG1 operations" });
      const member = await issuedBy(authority, "member", { name: "alice" });
      for (const [{ certificate }, issuer] of [
        [root, root],
        [authority, root],
        [member, authority],
      ] as const) {
        const account = issuer.certificate.publicKey.account ?? "";
        const { reading, both } = await reader.costs(certificate.der, account);
        expect(Number(reading)).to.be.at.most(40_000);
        expect(Number(both - reading)).to.be.at.most(9_000);
      }
    });

    it("but not where it is on another curve", async () => {
      const { certificate } = await rootOf("ORG1", { curve: "P-256" });
      await expect(reader.read(certificate.der)).to.be.revertedWithCustomError(reader, "X509KeyAlgorithmNotAllowed");
    });
  });

  describe("that OpenSSL has made:", () => {
    let directory: string;
    const derOf = (file: string): Uint8Array => readFileSync(path.join(directory, file));

    const EXTENSIONS = `
[member]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature,keyEncipherment
extendedKeyUsage = clientAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid,issuer
subjectAltName = DNS:node1.example.com,email:alice@example.com
certificatePolicies = 1.2.3.4
1.3.6.1.4.1.99999.1 = ASN1:UTF8String:of our own
[intermediate]
basicConstraints = critical,CA:TRUE,pathlen:0
keyUsage = critical,keyCertSign,cRLSign
`;

    before(async () => {
      directory = makeScratch();
      mkdirSync(directory, { recursive: true });
      writeFileSync(path.join(directory, "ca.cnf"), authorityFile(directory) + EXTENSIONS);
      writeFileSync(path.join(directory, "index.txt"), "");
      const signed = "ca -batch -config ca.cnf -cert root.crt -keyfile root.key";
      await openssled(
        directory,
        ...["root", "alice", "operations"].map((name) => `ecparam -name secp256k1 -genkey -noout -out ${name}.key`),
        "req -x509 -new -key root.key -sha256 -days 30 -subj /C=SG/O=ORG1/OU=CA/OU=second/CN=ORG1~root -out root.crt",
        "req -new -key alice.key -sha256 -subj /O=ORG1/OU=admin/CN=Zoë -utf8 -out alice.csr",
        "req -new -key operations.key -sha256 -subj /O=ORG1/OU=CA/CN=operations -out operations.csr",
        `${signed} -in alice.csr -extensions member -out alice.crt`,
        `${signed} -in operations.csr -extensions intermediate -enddate 99991231235959Z -out operations.crt`,
        ...["root", "alice", "operations"].map((name) => `x509 -in ${name}.crt -outform DER -out ${name}.der`),
      );
    });

    after(() => {
      removeScratch(directory);
    });

    it("of a root, of which nothing says what it may be used for", async () => {
      const root = derOf("root.der");
      const read = await reader.read(root);
      expect([read.organisation, read.role, read.name]).to.deep.equal(["ORG1", "CA", "ORG1 root"]);
      expect([read.isAuthority, read.pathLength, read.uses, read.isLimited]).to.deep.equal([true, ANY, ANY_USE, false]);
      expect(read.issuer).to.equal(read.subject);
      await agreeOnSignature(root, root);
    });

    it("of a member, with extensions that are passed over", async () => {
      await agree(derOf("alice.der"));
      const read = await reader.read(derOf("alice.der"));
      expect([read.uses, read.isLimited]).to.deep.equal([0x8000n | KEY_ENCIPHERMENT, true]);
      await agreeOnSignature(derOf("alice.der"), derOf("root.der"));
    });

    it("of an authority that has no end", async () => {
      await agree(derOf("operations.der"));
      const read = await reader.read(derOf("operations.der"));
      expect([read.notAfter, read.isAuthority, read.pathLength]).to.deep.equal([ANY, true, 0n]);
      expect(read.issuer).to.equal((await reader.read(derOf("root.der"))).subject);
      await agreeOnSignature(derOf("operations.der"), derOf("root.der"));
    });
  });

  describe("that somebody else has made:", () => {
    const named = (...parts: readonly Der[]): Der => sequence(...parts);
    const O = attribute(IDS.organisation, utf8("ORG1"));
    const CN = attribute(IDS.name, utf8("alice"));
    const role = (text: string): Der => attribute(IDS.role, utf8(text));

    it("with both values of s, and for both points of r", async () => {
      const seen = new Set<number>();
      for (let serial = 1; seen.size < 2; ++serial) {
        const signed = parse(certificateWith({ serial: integer(serial) }))[0]?.children[0]?.der ?? "";
        seen.add(ISSUER.sign(sha256(signed)).v);
        for (const isOther of [false, true]) {
          const der = certificateWith({ serial: integer(serial), signature: signatureOf(signed, ISSUER, isOther) });
          expect(await reader.isSignedBy(der, ISSUER_ACCOUNT)).to.equal(true);
          expect(await reader.isSignedBy(der, HOLDER_ACCOUNT)).to.equal(false);
        }
      }
    });

    it("with a signature that is of nobody, not even of the zero address", async () => {
      // No point has this x.
      const der = certificateWith({ signature: bitString(sequence(integer(5), integer(1))) });
      expect(await reader.isSignedBy(der, ZeroAddress)).to.equal(false);
    });

    it("with several roles, of which the first counts", async () => {
      expect((await readWith({ subject: named(CN, role("admin"), O, role("CA")) })).role).to.equal("admin");
      expect((await readWith({ subject: named(CN, role("CA"), role("admin"), O) })).role).to.equal("CA");
    });

    it("with a role in other letters, which is another role", async () => {
      const [one, other] = await Promise.all(
        ["admin", "Admin"].map((text) => readWith({ subject: nameOf("ORG1", text, "alice") })),
      );
      expect([one?.role, other?.role]).to.deep.equal(["admin", "Admin"]);
      expect(one?.subject).to.not.equal(other?.subject);
    });

    it("with other attributes, which are not looked into", async () => {
      const country = attribute(IDS.country, printable("SG"));
      const mail = attribute("1.2.840.113549.1.9.1", element(0x16, "0x61406f7267"));
      const long = attribute(`2.25.${"1.".repeat(20)}1`, element(0x1e, "0x0061"));
      const {
        organisation,
        role: first,
        name,
      } = await readWith({ subject: named(country, O, role("admin"), mail, CN, long) });
      expect([organisation, first, name]).to.deep.equal(["ORG1", "admin", "alice"]);
    });

    it("with every character of a printable text", async () => {
      const texts = ["ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", " '()+,-./:=?"];
      for (const text of texts) {
        const subject = named(O, role("admin"), attribute(IDS.name, printable(text)));
        expect((await readWith({ subject })).name).to.equal(text);
      }
    });

    it("with characters of one to four octets, the first and the last of each kind", async () => {
      const text =
        " ~\u00a0\u07ff\u0800\u200a\u2010\u2027\u202f\u205f\u2070\ud7ff\ue000\ufefe\uffff\u{10000}\u{10ffff}";
      const subject = named(O, role("admin"), attribute(IDS.name, utf8(text)));
      expect((await readWith({ subject })).name).to.equal(text);
    });

    it("with the largest serial number", async () => {
      expect((await readWith({ serial: integer(2n ** 159n - 1n) })).serial).to.equal(2n ** 159n - 1n);
      expect((await readWith({ serial: integer(1) })).serial).to.equal(1n);
    });

    it("on every day of a leap year and of one that is none", async () => {
      const digits = (date: Date, from: number): string =>
        date
          .toISOString()
          .replaceAll(/[-:T]|\.000/g, "")
          .slice(from);
      const days = [Date.UTC(2027, 0, 1), Date.UTC(2028, 0, 1)].flatMap((start) =>
        Array.from({ length: 366 }, (_, day) => new Date(start + day * 86_400_000 + day * 1_000)),
      );
      for (const day of days) {
        const { notBefore } = await readWith({
          validity: validity(utcTime(digits(day, 2)), generalizedTime("20991231235959Z")),
        });
        expect(Number(notBefore) * 1000, day.toISOString()).to.equal(day.getTime());
      }
    });

    it("at the first and the last moments that can be written", async () => {
      const times: [Der, string][] = [
        [utcTime("700101000000Z"), "1970-01-01T00:00:00Z"],
        [utcTime("991231235959Z"), "1999-12-31T23:59:59Z"],
        [utcTime("000101000000Z"), "2000-01-01T00:00:00Z"],
        [utcTime("000229000000Z"), "2000-02-29T00:00:00Z"],
        [utcTime("491231235959Z"), "2049-12-31T23:59:59Z"],
        [generalizedTime("20500101000000Z"), "2050-01-01T00:00:00Z"],
        [generalizedTime("21000301000000Z"), "2100-03-01T00:00:00Z"],
        [generalizedTime("24000229235959Z"), "2400-02-29T23:59:59Z"],
        [generalizedTime("99991231235958Z"), "9999-12-31T23:59:58Z"],
      ];
      for (const [time, moment] of times) {
        const { notBefore, notAfter } = await readWith({ validity: validity(time, time) });
        expect([notBefore, notAfter], moment).to.deep.equal(Array(2).fill(BigInt(Date.parse(moment)) / 1000n));
      }
      const never = generalizedTime("99991231235959Z");
      const { notBefore, notAfter } = await readWith({ validity: validity(never, never) });
      expect([notBefore, notAfter]).to.deep.equal([BigInt(NO_END) / 1000n, ANY]);
    });

    it("with basicConstraints and keyUsage, critical or not, or without", async () => {
      const said = async (...all: readonly Der[]): Promise<unknown[]> => {
        const { isAuthority, pathLength, uses, isLimited } = await readWith({ extensions: extensions(...all) });
        return [isAuthority, pathLength, uses, isLimited];
      };
      const other = extension("1.2.3.4", NULL);
      const purposes = (...ids: readonly string[]): Der => extension(IDS.purposes, sequence(...ids.map(oid)));
      expect(await said(other)).to.deep.equal([false, ANY, ANY_USE, false]);
      expect(await said(NO_AUTHORITY, SIGNS)).to.deep.equal([false, ANY, 0x8000n, false]);
      expect(await said(AUTHORITY)).to.deep.equal([true, 1n, ANY_USE, false]);
      expect(await said(extension(IDS.basicConstraints, sequence(TRUE)))).to.deep.equal([true, ANY, ANY_USE, false]);
      expect(await said(extension(IDS.keyUsage, bitString("0x06", 1)))).to.deep.equal([false, ANY, 0x0600n, false]);
      expect(await said(extension(IDS.keyUsage, bitString("0x8080", 7)))).to.deep.equal([false, ANY, 0x8080n, false]);
      expect(await said(purposes("1.3.6.1.5.5.7.3.2"))).to.deep.equal([false, ANY, ANY_USE, true]);
      expect(await said(purposes("1.3.6.1.5.5.7.3.2", "2.5.29.37.0"))).to.deep.equal([false, ANY, ANY_USE, false]);
    });

    it("with many extensions", async () => {
      const many = Array.from({ length: 40 }, (_, i) => extension(`1.2.3.${i}`, "0x0500"));
      expect((await readWith({ extensions: extensions(...many) })).name).to.equal("alice");
    });
  });

  it("but not of version 1, as OpenSSL makes it where nothing is said of extensions", async () => {
    await expect(reader.read(sequence(VERSION_1, SOUND.outside, VERSION_1_SIGNATURE)))
      .to.be.revertedWithCustomError(reader, "X509VersionNotAllowed")
      .withArgs(0);
  });
});
