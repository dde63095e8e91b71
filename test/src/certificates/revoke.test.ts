import { CRLReason, CRLReasons, id_ce_cRLReasons } from "@peculiar/asn1-x509";
import { Integer } from "asn1js";
import { expect } from "chai";
import { encode } from "../../../src/certificates/der.js";
import { extension } from "../../../src/certificates/extensions.js";
import { daysAfter } from "../../../src/certificates/period.js";
import type { Revocation } from "../../../src/certificates/revocation.js";
import { parseRevocationList, type RevocationList } from "../../../src/certificates/revocation-list.js";
import { renewRevocationList, withoutHold, withRevocation } from "../../../src/certificates/revoke.js";
import { caught } from "../../helpers/caught.js";
import { forgedList, type Holder, issuedBy, listOf, MADE, rawList, rootOf } from "../../helpers/certificates.js";

const serial = "5f3a1c";
const since = MADE;
const held: Revocation = { serial, since, reason: "hold" };
const lost: Revocation = { serial, since, reason: "key-compromise" };

describe("a revocation list", () => {
  let root: Holder;

  before(async () => {
    root = await rootOf("ORG1");
  });

  const renewed = async (
    before: RevocationList | undefined,
    { certificate, key }: Holder = root,
    ...more: [revocations: readonly Revocation[]] | []
  ): Promise<RevocationList> =>
    parseRevocationList(
      await renewRevocationList(before, { issuer: certificate, key, time: MADE }, ...more),
      "new.crl",
    );

  const cause = async (work: () => unknown): Promise<string> => {
    const { code, facts } = await caught(Promise.resolve().then(work));
    return `${code} ${String(facts.cause)}`;
  };

  it("is not signed anew if it is of somebody else, or has been changed", async () => {
    const other = await listOf(await rootOf("ORG1"), [lost], 7n);
    expect(await cause(() => renewed(other))).to.equal("REVOCATION_LIST_NOT_USABLE otherIssuer");
    const own = await listOf(root, [lost], 7n);
    expect(await cause(() => renewed({ ...own, signed: own.signed.slice(1) }))).to.equal(
      "REVOCATION_LIST_NOT_USABLE otherIssuer",
    );
    expect(await cause(() => renewed({ ...own, odd: ["2.5.29.27"] }))).to.equal("REVOCATION_LIST_NOT_USABLE odd");
  });

  it("is not signed by a member, by another key, or out of its issuer's time", async () => {
    const member = await issuedBy(root, "member");
    expect(await cause(() => renewed(undefined, member))).to.equal("CERTIFICATE_ISSUER_NOT_ALLOWED noAuthority");
    const mixed = { certificate: root.certificate, key: member.key };
    expect(await cause(() => renewed(undefined, mixed))).to.equal("CERTIFICATE_ISSUER_NOT_ALLOWED otherKey");
    const late = { issuer: root.certificate, key: root.key, time: daysAfter(MADE, 4000) };
    expect(await cause(() => renewRevocationList(undefined, late))).to.equal("CERTIFICATE_OUT_OF_DATE expired");
  });

  it("keeps what is revoked, with a higher number, however long that is", async () => {
    const first = await renewed(undefined);
    expect([first.number, first.revocations]).to.deep.equal([1n, []]);
    const second = await renewed(first, root, [lost, { ...held, serial: "00ff" }]);
    const third = await renewed(second);
    expect([third.number, third.revocations]).to.deep.equal([3n, second.revocations]);
    expect(third.nextUpdate).to.deep.equal(daysAfter(MADE, 30));
    const long = (1n << 140n) + 5n;
    expect((await renewed(await listOf(root, [], long))).number).to.equal(long + 1n);
    const without = { ...first, number: undefined };
    expect((await renewed(without)).number).to.equal(1n);
  });

  it("keeps what else it says of itself and of what is revoked, and reasons without a word here", async () => {
    const note = extension("1.2.3.4", new Integer({ value: 5 }));
    const reason = new CRLReason(CRLReasons.aACompromise);
    const foreign = await forgedList(await listOf(root, [lost]), root, (tbs) => {
      tbs.crlExtensions?.push(note);
      const [entry] = tbs.revokedCertificates ?? [];
      if (entry !== undefined) entry.crlEntryExtensions = [extension(id_ce_cRLReasons, reason), note];
    });
    expect(foreign.revocations[0]?.reason).to.equal("unspecified");
    const after = rawList(await renewed(foreign)).tbsCertList;
    const before = rawList(foreign).tbsCertList;
    expect(after.revokedCertificates?.map(encode)).to.deep.equal(before.revokedCertificates?.map(encode));
    expect(after.crlExtensions?.map(({ extnID }) => extnID)).to.deep.equal(
      before.crlExtensions?.map(({ extnID }) => extnID),
    );
    expect((await renewed(await renewed(foreign))).number).to.equal(3n);
  });

  it("has the day of the next one when it is signed anew, also if the one before had none", async () => {
    const endless = await forgedList(await listOf(root), root, (tbs) => {
      delete tbs.nextUpdate;
    });
    expect(endless.nextUpdate).to.equal(undefined);
    expect((await renewed(endless)).nextUpdate).to.deep.equal(daysAfter(MADE, 30));
  });

  it("is read again, however long it is", async () => {
    const revocations = Array.from({ length: 1_500 }, (_, index): Revocation => {
      const serial = `40${index.toString(16).padStart(30, "0")}`;
      return { serial, since, reason: "superseded" };
    });
    expect((await renewed(await listOf(root, revocations))).revocations).to.deep.equal(revocations);
  }).timeout(60_000);

  it("has every reason", async () => {
    const revocations = (["unspecified", "superseded", "affiliation-changed", "hold", "ca-compromise"] as const).map(
      (reason, index) => ({ serial: `0${index + 1}`, since, reason }),
    );
    expect((await listOf(root, revocations)).revocations).to.deep.equal(revocations);
  });

  it("holds a certificate for a time, and revokes it for good", async () => {
    const later = new Date(since.getTime() + 86_400_000);
    expect(withRevocation([held], { ...lost, since: later })).to.deep.equal([{ ...lost, since }]);
    expect(withoutHold([held], serial)).to.deep.equal([]);
    expect(await cause(() => withRevocation([held], held))).to.equal("REVOCATION_NOT_ALLOWED held");
    for (const added of [held, lost])
      expect(await cause(() => withRevocation([lost], added))).to.equal("REVOCATION_NOT_ALLOWED revoked");
    expect(await cause(() => withoutHold([lost], serial))).to.equal("REVOCATION_NOT_ALLOWED forGood");
    expect(await cause(() => withoutHold([held], "01"))).to.equal("REVOCATION_NOT_ALLOWED notHeld");
  });
});
