import { OctetString } from "@peculiar/asn1-schema";
import {
  AttributeTypeAndValue,
  AttributeValue,
  ExtendedKeyUsage,
  Extension,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  KeyUsage,
  KeyUsageFlags,
  Name,
  RelativeDistinguishedName,
} from "@peculiar/asn1-x509";
import { expect } from "chai";
import { PortcullisError } from "../../../src/errors/error.js";
import { type Certificate, parseCertificate } from "../../../src/certificates/certificate.js";
import { bufferOf, encode } from "../../../src/certificates/der.js";
import { hostExtension } from "../../../src/certificates/extensions.js";
import { nameOf, rawName } from "../../../src/certificates/names.js";
import { daysAfter } from "../../../src/certificates/period.js";
import type { RevocationReason } from "../../../src/certificates/revocation.js";
import { verifyCertificate, type VerifyOptions } from "../../../src/certificates/verify.js";
import { forged, forgedList, type Holder, issuedBy, listOf, MADE, newKey, rootOf } from "../../helpers/certificates.js";

const LATER = daysAfter(MADE, 1);

describe("a certificate that is verified", () => {
  let root: Holder;
  let intermediate: Holder;
  let member: Holder;
  let other: Holder;

  before(async () => {
    root = await rootOf("ORG1");
    intermediate = await issuedBy(root, "intermediate", { role: "CA" });
    member = await issuedBy(intermediate, "member", { name: "alice" });
    other = await rootOf("ORG2");
  });

  /** What is found, with its level and code. */
  function found(certificate: Certificate, options: Partial<VerifyOptions> = {}): string[] {
    const trusted = { roots: [root.certificate], intermediates: [intermediate.certificate], time: LATER };
    const all = verifyCertificate(certificate, { ...trusted, ...options });
    return all.map(({ level, code, what }) => `${level} ${code}: ${what}`);
  }

  /** What speaks against it. */
  function against(certificate: Certificate, options?: Partial<VerifyOptions>): string[] {
    return found(certificate, options).filter((each) => each.startsWith("error "));
  }

  /** One thing speaks against it, and nothing else. */
  function refused(certificate: Certificate, says: RegExp, options?: Partial<VerifyOptions>): void {
    const all = against(certificate, options);
    expect(all).to.have.length(1);
    expect(all[0]).to.match(says);
  }

  it("is refused if nothing that is trusted vouches for it", async () => {
    const twin = await rootOf("ORG1");
    refused(member.certificate, /CERTIFICATE_CHAIN_BROKEN: Nothing that is given is the issuer of .*CN=intermediate/, {
      roots: [other.certificate],
    });
    refused(member.certificate, /Nothing that is given is the issuer of .*CN=alice/, { intermediates: [] });
    refused(twin.certificate, /CN=ORG1 root vouches for itself, and is none of the roots/);
    refused(intermediate.certificate, /CN=ORG1 root has not signed .*CN=intermediate, which names it/, {
      roots: [twin.certificate],
    });
  });

  it("is refused with any bit of its signed part changed", () => {
    const { der, signed } = member.certificate;
    // The head of the outer sequence is before it.
    const begin = der.findIndex((_, index) => index > 0 && signed.every((byte, at) => der[index + at] === byte));
    for (let at = begin; at < begin + signed.length; at++) {
      const changed = new Uint8Array(der);
      changed[at] = (der[at] ?? 0) ^ (1 << (at % 8));
      expect(isRefused(changed), `octet ${at}`).to.equal(true);
    }
  });

  function isRefused(der: Uint8Array): boolean {
    try {
      return against(parseCertificate(der, "changed.crt")).length > 0;
    } catch (error) {
      if (error instanceof PortcullisError) return error.code === "CERTIFICATE_FILE_NOT_ALLOWED";
      throw error;
    }
  }

  it("is refused from a member", async () => {
    const { certificate } = member;
    const below = await forged(await issuedBy(intermediate, "member", { name: "bob" }), member, (tbs) => {
      tbs.issuer = nameOf({ organisation: "ORG1", role: "admin", name: "alice" });
    });
    const all = against(below, { intermediates: [intermediate.certificate, certificate] });
    expect(all.join("\n"))
      .to.match(/CN=alice may not vouch for others: it is no authority/)
      .and.to.not.match(/has not signed/);
  });

  it("is refused from one whose key may not sign certificates", async () => {
    const listsOnly = await forged(root, root, (tbs) => {
      const use = tbs.extensions?.find(({ extnID }) => extnID === id_ce_keyUsage);
      if (use !== undefined) use.extnValue = new OctetString(encode(new KeyUsage(KeyUsageFlags.cRLSign)));
    });
    refused(intermediate.certificate, /The key of .*CN=ORG1 root may not sign certificates/, { roots: [listsOnly] });
  });

  it("is refused below more intermediates than one of them allows", async () => {
    const second = await issuedBy(root, "intermediate", { name: "second", role: "CA" });
    const below = await forged(second, intermediate, (tbs) => {
      tbs.issuer = nameOf({ organisation: "ORG1", role: "CA", name: "intermediate" });
    });
    const deep = await issuedBy({ certificate: below, key: second.key }, "member", { name: "deep" });
    const all = against(deep.certificate, { intermediates: [intermediate.certificate, below] });
    expect(all).to.have.length(2);
    expect(all[0]).to.match(/CN=intermediate allows 0 intermediate certificates below it, and there are 1/);
    expect(all[1]).to.match(/CN=ORG1 root allows 1 intermediate certificates below it, and there are 2/);
  });

  it("is refused before and after its time, and that of its issuers", async () => {
    const early = { time: new Date(MADE.getTime() - 1000) };
    expect(against(member.certificate, early)).to.have.length(3);
    expect(against(member.certificate, early)[0]).to.match(
      /CN=alice is valid from 2026-12-01 09:00:00 UTC on, and not yet/,
    );
    refused(member.certificate, /CERTIFICATE_OUT_OF_DATE.*CN=alice expired on 2027-12-01 09:00:00 UTC/, {
      time: daysAfter(MADE, 366),
    });
    expect(against(member.certificate, { time: member.certificate.notAfter })).to.deep.equal([]);
    const lasting = await forged(member, intermediate, (tbs) => {
      tbs.validity.notAfter.utcTime = daysAfter(MADE, 3000);
    });
    refused(lasting, /CN=intermediate expired on/, { time: daysAfter(MADE, 2000) });
  });

  it("is refused for another organisation, and from an issuer of another one", async () => {
    refused(member.certificate, /CERTIFICATE_NAME_DIFFERS.*is of the organisation ORG1, not of ORG2/, {
      organisation: "ORG2",
    });
    refused(member.certificate, /has the role admin, not client/, { role: "client" });
    const stolen = await forged(await issuedBy(root, "member"), other, (tbs) => {
      tbs.issuer = nameOf({ organisation: "ORG2", role: "CA", name: "ORG2 root" });
    });
    refused(stolen, /CN=member is vouched for by O=ORG2, OU=CA, CN=ORG2 root, of another organisation/, {
      roots: [root.certificate, other.certificate],
    });
  });

  it("is refused if organisation, role or name is missing, doubled or odd", async () => {
    const attribute = (type: string, utf8String: string): RelativeDistinguishedName =>
      new RelativeDistinguishedName([new AttributeTypeAndValue({ type, value: new AttributeValue({ utf8String }) })]);
    const names: [parts: [string, string][], says: RegExp][] = [
      [
        [
          ["2.5.4.10", "ORG1"],
          ["2.5.4.3", "eve"],
        ],
        /CERTIFICATE_NAME_NOT_ALLOWED.*has no OU/,
      ],
      [
        [
          ["2.5.4.10", "ORG1"],
          ["2.5.4.11", "admin"],
          ["2.5.4.11", "client"],
          ["2.5.4.3", "eve"],
        ],
        /has OU several times/,
      ],
      [
        [
          ["2.5.4.10", "ORG1"],
          ["2.5.4.11", "admin"],
          ["2.5.4.3", "alice"],
          ["2.5.4.3", "eve"],
        ],
        /has CN several times/,
      ],
      [
        [
          ["2.5.4.10", "ORG1"],
          ["2.5.4.11", "ad min"],
          ["2.5.4.3", "eve"],
        ],
        /"ad min" is no role/,
      ],
      [
        [
          ["2.5.4.10", "ORG1"],
          ["2.5.4.11", "admin"],
          ["2.5.4.3", "eve\u202e"],
        ],
        /is no name for a certificate/,
      ],
      [
        [
          ["2.5.4.10", "ORG1"],
          ["2.5.4.11", "admin"],
          ["2.5.4.3", " eve"],
        ],
        /is no name for a certificate/,
      ],
    ];
    for (const [parts, says] of names) {
      const odd = await forged(member, intermediate, (tbs) => {
        tbs.subject = new Name(parts.map(([type, value]) => attribute(type, value)));
      });
      refused(odd, says);
    }
    const twice = await forged(member, intermediate, (tbs) => {
      tbs.subject = new Name([...tbs.subject, attribute("2.5.4.10", "ORG2")]);
    });
    expect(against(twice).join("\n")).to.match(/has O several times/);
  });

  it("is refused with a serial number or with extensions that would be read in different ways", async () => {
    const serials: [octets: number[], says: RegExp][] = [
      [[0x85, 1], /the serial number 8501, which is not positive/],
      [[0], /the serial number 00, which is not positive/],
      [new Array<number>(21).fill(0x11), /which is longer than 20 octets/],
    ];
    for (const [octets, says] of serials) {
      const odd = await forged(member, intermediate, (tbs) => {
        tbs.serialNumber = new Uint8Array(octets).buffer;
      });
      refused(odd, says);
    }
    const extra: [extension: Extension, says: RegExp][] = [
      [
        new Extension({ extnID: "1.2.3.4", critical: true, extnValue: new OctetString() }),
        /understood and are not: 1\.2\.3\.4/,
      ],
      [new Extension({ extnID: id_ce_keyUsage, extnValue: new OctetString() }), /extensions twice.*2\.5\.29\.15/],
    ];
    for (const [extension, says] of extra) {
      const odd = await forged(member, intermediate, (tbs) => {
        tbs.extensions?.push(extension);
      });
      refused(odd, says);
    }
    const broken = await forged(member, intermediate, (tbs) => {
      const use = tbs.extensions?.find(({ extnID }) => extnID === id_ce_keyUsage);
      if (use !== undefined) use.extnValue = new OctetString(bufferOf(new Uint8Array([5])));
    });
    refused(broken, /damaged.*2\.5\.29\.15/);
  });

  describe("by what it is for", () => {
    const SERVER = "1.3.6.1.5.5.7.3.1";
    const MAIL = "1.3.6.1.5.5.7.3.4";
    const ANY = "2.5.29.37.0";

    /** The same with these purposes (extended key usage). */
    const purposed = (holder: Holder, issuer: Holder, ...purposes: string[]): Promise<Certificate> =>
      forged(holder, issuer, (tbs) => {
        const extnValue = new OctetString(encode(new ExtendedKeyUsage(purposes)));
        tbs.extensions?.push(new Extension({ extnID: id_ce_extKeyUsage, extnValue }));
      });

    it("is none of a member with the purposes of a server, of others, or with hosts", async () => {
      const server = await purposed(member, intermediate, SERVER);
      refused(server, /CERTIFICATE_USE_DIFFERS.*CN=alice is there to encrypt connections \(TLS\), not to sign/, {
        role: "admin",
      });
      refused(await purposed(member, intermediate, MAIL), /CN=alice is there for nothing that is known here/);
      const hosted = await forged(member, intermediate, (tbs) => {
        tbs.extensions?.push(hostExtension(["node1.example.com"]));
      });
      refused(hosted, /is there to encrypt connections/, { use: "member" });
      expect(against(hosted)).to.deep.equal([]);
      expect(against(await purposed(member, intermediate, ANY), { role: "admin" })).to.deep.equal([]);
    });

    it("is none of a member if its key may not sign", async () => {
      const agreeing = await forged(member, intermediate, (tbs) => {
        const use = tbs.extensions?.find(({ extnID }) => extnID === id_ce_keyUsage);
        if (use !== undefined) use.extnValue = new OctetString(encode(new KeyUsage(KeyUsageFlags.keyAgreement)));
      });
      refused(agreeing, /CN=alice is there for nothing that is known here/);
    });

    it("is refused from an issuer that is there for something else", async () => {
      const forServers = await purposed(intermediate, root, SERVER);
      refused(
        member.certificate,
        /CERTIFICATE_USE_DIFFERS.*CN=intermediate vouches for other purposes than to sign for its organisation/,
        { intermediates: [forServers] },
      );
    });
  });

  describe("where there are revocation lists", () => {
    const entry = ({ certificate }: Holder, reason: RevocationReason = "unspecified", since = MADE) => ({
      serial: certificate.serial,
      since,
      reason,
    });

    const clean = async () => [await listOf(root), await listOf(intermediate)];

    it("is refused if it is on that of its issuer, or its issuer is on one", async () => {
      const frozen = [await listOf(root), await listOf(intermediate, [entry(member, "hold")])];
      refused(member.certificate, /CERTIFICATE_REVOKED.*CN=alice is on hold since 2026-12-01/, {
        revocationLists: frozen,
      });
      const lost = [await listOf(root, [entry(intermediate, "key-compromise")]), await listOf(intermediate)];
      refused(member.certificate, /CN=intermediate is revoked since .*\(key-compromise\)/, { revocationLists: lost });
      const rootLost = [await listOf(root, [entry(root, "ca-compromise")]), await listOf(intermediate)];
      refused(member.certificate, /CN=ORG1 root is revoked since/, { revocationLists: rootLost });
    });

    it("counts the time of a revocation", async () => {
      const since = daysAfter(MADE, 2);
      const revocationLists = [await listOf(root), await listOf(intermediate, [entry(member, "superseded", since)])];
      expect(against(member.certificate, { revocationLists, time: LATER })).to.deep.equal([]);
      refused(member.certificate, /is revoked since 2026-12-03/, { revocationLists, time: since });
    });

    it("takes the list with the highest number, and none of anybody else", async () => {
      const [first, second] = await Promise.all([
        listOf(intermediate, [entry(member, "hold")], 9n),
        listOf(intermediate, [], 10n),
      ]);
      expect(against(member.certificate, { revocationLists: [await listOf(root), second, first] })).to.deep.equal([]);
      const pretender = await rootOf("ORG1", { name: "intermediate" });
      const foreign = await listOf(pretender, [entry(member)], 99n);
      expect(against(member.certificate, { revocationLists: [...(await clean()), foreign] })).to.deep.equal([]);
      refused(member.certificate, /no revocation list of O=ORG1, OU=CA, CN=intermediate among/, {
        revocationLists: [await listOf(root), foreign],
      });
    });

    it("is refused where one is out of date", async () => {
      const all = against(member.certificate, { revocationLists: await clean(), time: daysAfter(MADE, 31) });
      expect(all).to.have.length(2);
      expect(all[0]).to.match(
        /should be a newer revocation list of .*CN=intermediate than that in list\.crl since 2026-12-31/,
      );
    });

    it("is good with a warning where one does not say when there is a newer one", async () => {
      const endless = await forgedList(await listOf(intermediate), intermediate, (tbs) => {
        delete tbs.nextUpdate;
      });
      const all = found(member.certificate, { revocationLists: [await listOf(root), endless] });
      expect(all.filter((each) => !each.startsWith("ok "))).to.deep.equal([
        "warning REVOCATION_LIST_ENDLESS: The revocation list of O=ORG1, OU=CA, CN=intermediate in list.crl does not say until when it counts: there may be a newer one since 2026-12-01 09:00:00 UTC.",
      ]);
    });

    it("is good if nothing speaks against it, and says why", async () => {
      expect(
        found(member.certificate, { revocationLists: await clean(), organisation: "ORG1", role: "admin" }),
      ).to.deep.equal([
        "ok OK: The root O=ORG1, OU=CA, CN=ORG1 root vouches for O=ORG1, OU=admin, CN=alice, by O=ORG1, OU=CA, CN=intermediate.",
        "ok OK: It is there to sign for its organisation.",
        "ok OK: It names alice, with the role admin of ORG1.",
        "ok OK: It is valid until 2027-12-01 09:00:00 UTC.",
        "ok OK: Nothing of it is revoked.",
      ]);
    });
  });

  it("is good without revocation lists, with a warning", () => {
    const warnings = found(member.certificate).filter((each) => each.startsWith("warning"));
    expect(against(member.certificate)).to.deep.equal([]);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.match(/REVOCATION_NOT_CHECKED: Whether .*CN=alice is revoked is not known/);
  });

  it("is found below a renewed root, even if the old one is there, too", async () => {
    const old = await rootOf("ORG3", { days: 10 });
    const renewed = await rootOf("ORG3", { key: old.key });
    const made = await issuedBy(old, "member");
    const roots = [old.certificate, renewed.certificate];
    expect(against(made.certificate, { roots, time: daysAfter(MADE, 9) })).to.deep.equal([]);
    const lasting = await issuedBy(renewed, "member");
    expect(against(lasting.certificate, { roots, time: daysAfter(MADE, 20) })).to.deep.equal([]);
  });

  describe("below an issuer with several certificates of one name", () => {
    const named = { name: "issuing", role: "CA" };

    it("is good if one of them leads to a root, whichever lasts longer and whichever is given first", async () => {
      const untrusted = await rootOf("ORG1", { name: "old root" });
      for (const days of [30, 300]) {
        const key = newKey();
        const one = await issuedBy(untrusted, "intermediate", { ...named, key, days });
        const two = await issuedBy(root, "intermediate", { ...named, key, days: 100 });
        const { certificate } = await issuedBy(two, "member", { days: 20 });
        for (const intermediates of [
          [one.certificate, two.certificate],
          [two.certificate, one.certificate],
        ])
          expect(against(certificate, { intermediates }), `${days} days`).to.deep.equal([]);
        refused(certificate, /Nothing that is given is the issuer of .*CN=issuing: .*CN=old root/, {
          intermediates: [one.certificate],
        });
      }
    });

    it("is good below a renewed key, and below the one before", async () => {
      const [one, two] = [
        await issuedBy(root, "intermediate", { ...named, days: 100 }),
        await issuedBy(root, "intermediate", { ...named, days: 200 }),
      ];
      for (const issuer of [one, two]) {
        const { certificate } = await issuedBy(issuer, "member", { days: 20 });
        expect(against(certificate, { intermediates: [one.certificate, two.certificate] })).to.deep.equal([]);
      }
    });

    it("is good if one of them is not revoked, has not expired, or may sign; and refused by what is wrong with the best", async () => {
      const key = newKey();
      const one = await issuedBy(root, "intermediate", { ...named, key, days: 200 });
      const two = await issuedBy(root, "intermediate", { ...named, key, days: 100 });
      const { certificate } = await issuedBy(two, "member", { days: 20 });
      const intermediates = [one.certificate, two.certificate];
      const entry = { serial: one.certificate.serial, since: MADE, reason: "superseded" } as const;
      const lists = [await listOf(root, [entry]), await listOf(two)];
      expect(against(certificate, { intermediates, revocationLists: lists })).to.deep.equal([]);
      const both = { ...entry, serial: two.certificate.serial };
      refused(certificate, /CN=issuing is revoked/, {
        intermediates,
        revocationLists: [await listOf(root, [entry, both]), await listOf(two)],
      });
      const early = await issuedBy(root, "intermediate", { ...named, key, time: daysAfter(MADE, 10), days: 300 });
      expect(against(certificate, { intermediates: [early.certificate, two.certificate] })).to.deep.equal([]);
    });

    it("is looked at to an end, however many of them vouch for each other", async () => {
      const names = Array.from({ length: 7 }, (_, index) => `issuing ${index}`);
      const holders = await Promise.all(
        names.map((name) => issuedBy(other, "intermediate", { organisation: "ORG2", role: "CA", name })),
      );
      const crossed = await Promise.all(
        holders.flatMap((below) =>
          holders
            .filter((above) => above !== below)
            .map((above) =>
              forged(below, above, (tbs) => {
                tbs.issuer = rawName(above.certificate.subject);
              }),
            ),
        ),
      );
      const [first] = holders;
      if (first === undefined) throw new Error("no issuer");
      const { certificate } = await issuedBy(first, "member");
      expect(against(certificate, { intermediates: crossed }).join("\n")).to.match(/CERTIFICATE_CHAIN_BROKEN/);
    });
  });

  for (const curve of ["secp256k1", "P-256"] as const) {
    it(`may be on ${curve}`, async () => {
      const authority = await rootOf("ORG4", { curve });
      const { certificate } = await issuedBy(authority, "member", { curve });
      expect(against(certificate, { roots: [authority.certificate] })).to.deep.equal([]);
      expect(certificate.publicKey.account === undefined).to.equal(curve === "P-256");
    });
  }
});
