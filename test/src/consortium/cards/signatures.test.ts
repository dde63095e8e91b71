import { expect } from "chai";
import { hexlify } from "ethers";
import type { Curve } from "../../../../src/certificates/keys.js";
import type { CardSigner } from "../../../../src/consortium/cards/card.js";
import type { Invitation } from "../../../../src/consortium/cards/invitation.js";
import { toJson } from "../../../../src/util/json.js";
import { enodeIdOf } from "../../../../tools/shared/network-file.js";
import { caught } from "../../../helpers/caught.js";
import { type Holder, issuedBy, listOf, MADE, newKey, rootOf } from "../../../helpers/certificates.js";
import { at } from "../star.js";
import { adminKey, cardOf, invitationAfter, wrongWith } from "./star-cards.js";

const GROUP1 = { groups: ["group1"] };

/** What is wrong with a card of B, besides that others are missing. */
function wrong(card: string, options = {}): string[] {
  return wrongWith([card], { ...GROUP1, ...options }).filter((each) => !each.startsWith("CARD_MISSING"));
}

type Json = Record<string, unknown>;

function changed(card: string, change: (card: Json) => void): string {
  const value = JSON.parse(card) as Json;
  change(value);
  return toJson(value);
}

describe("A card that an admin signs", () => {
  it("is good, however its text is written", async () => {
    const card = await cardOf("B");
    expect(wrong(card)).to.deep.equal([]);
    const turned = Object.fromEntries(Object.entries(JSON.parse(card) as Json).reverse());
    expect(wrong(JSON.stringify(turned)), "one line, keys turned around").to.deep.equal([]);
  });

  it("is found if anything of it was changed on its way", async () => {
    const card = await cardOf("B");
    const change = (what: string, how: (card: Json) => void) => {
      const found = wrong(changed(card, how));
      expect(found, what).to.include("CARD_CHANGED: 1.card.json was changed after it was signed for B.");
    };
    change("admins", (each) => (each.admins = [adminKey("C").publicKey.account]));
    change("host", ({ nodes }) => (((nodes as { host: string }[])[0] ?? { host: "" }).host = "10.9.9.9"));
    change("invitation", (each) => (each.invitation = "ab".repeat(32)));
    change("key", (each) => (each.key = hexlify(adminKey("C").publicKey.point).slice(2)));
    change(
      "signature",
      (each) => (each.signature = String(each.signature).replace(/.$/, (last) => (last === "0" ? "1" : "0"))),
    );
    expect(wrong(changed(card, (each) => (each.name = "A")))[0]).to.match(/^CARD_CHANGED/);
  });

  it("is not good if none of its admins has signed it", async () => {
    const card = await cardOf("B", { signer: { key: adminKey("C"), certificates: [] } });
    expect(wrong(card)).to.deep.equal([
      "CARD_SIGNER_NOT_ALLOWED: The card of B is signed by none of the admins that it names.",
    ]);
  });

  it("tells every mistake with its place, and what does not fit the invitation", async () => {
    const outside = await cardOf("B", { change: ({ nodes }) => (at(at(nodes, 0).runs, 0).group = "group2") });
    expect(wrong(outside).map((each) => each.replace(/\d+:\d+/, "L:C"))).to.deep.equal([
      "CARD_NOT_ALLOWED: 1.card.json:L:C No node of B runs in the group group1.",
      "CARD_NOT_ALLOWED: 1.card.json:L:C B is not invited to the group group2.",
    ]);
    const shape = changed(await cardOf("B"), (card) => {
      card.admins = [];
      card.extra = 1;
      card.format = 2;
    });
    expect(wrong(shape)).to.have.length(3);
    expect(wrong("{ no json"), "no json").to.have.length(1);
    expect(wrong(changed(await cardOf("B"), (card) => delete card.key))).to.deep.equal([
      "CARD_SIGNER_NOT_ALLOWED: The card of B does not say by which key it is signed.",
    ]);
  });

  it("holds nothing of a private key", async () => {
    const card = await cardOf("B");
    expect(Object.keys(JSON.parse(card) as Json)).to.deep.equal([
      ...["format", "invitation", "name", "admins", "nodes", "key", "signature"],
    ]);
    expect(card).to.include(enodeIdOf("b2")).and.to.not.include("b2".repeat(32)).and.to.not.include("b1".repeat(32));
  });
});

for (const curve of ["secp256k1", "P-256"] satisfies Curve[]) {
  describe(`A card that is signed with a certificate, on ${curve},`, () => {
    let root: Holder;
    let carol: Holder;

    before(async () => {
      root = await rootOf("B", { curve });
      carol = await issuedBy(root, "member", { curve, name: "carol" });
    });

    const invited = (by: Holder): Invitation =>
      invitationAfter(({ agencies }) => (at(agencies, 1).root = by.certificate.fingerprint.toUpperCase()));
    const signer = (...holders: Holder[]): CardSigner => ({
      key: at(holders, 0).key,
      certificates: holders.map(({ certificate }) => certificate),
    });
    const wrongOf = async (holders: Holder[], by = root, options = {}): Promise<string[]> => {
      const invitation = invited(by);
      return wrong(await cardOf("B", { invitation, signer: signer(...holders) }), { invitation, ...options });
    };

    it("is good under the root that the invitation names", async () => {
      expect(await wrongOf([carol, root])).to.deep.equal([]);
    });

    it("is good under a root of the consortium that has certified the agency, and not if it certified another one", async () => {
      const star = await rootOf("STAR", { curve });
      const chainOf = async (organisation: string): Promise<Holder[]> => {
        const wishes = { curve, organisation, role: "CA", name: "CA", isOfAgency: true };
        const authority = await issuedBy(star, "intermediate", wishes);
        return [await issuedBy(authority, "member", { curve, name: "carol" }), authority, star];
      };
      const chain = await chainOf("B");
      expect(await wrongOf(chain, star)).to.deep.equal([]);
      expect((await wrongOf([at(chain, 0), star], star))[0]).to.match(/^CERTIFICATE_CHAIN_BROKEN: /);
      expect(await wrongOf(await chainOf("C"), star)).to.deep.equal([
        "CERTIFICATE_NAME_DIFFERS: O=C, OU=admin, CN=carol is of the organisation C, not of B.",
      ]);
    });

    it("is found if the certificate was exchanged", async () => {
      const invitation = invited(root);
      const card = await cardOf("B", { invitation, signer: signer(carol, root) });
      const dave = await issuedBy(root, "member", { curve, name: "dave" });
      const other = await cardOf("B", { invitation, signer: signer(dave, root) });
      const { certificates } = JSON.parse(other) as Json;
      expect(
        wrong(
          changed(card, (each) => (each.certificates = certificates)),
          { invitation },
        ),
      ).to.deep.equal(["CARD_CHANGED: 1.card.json was changed after it was signed for B."]);
    });

    it("is not good if the root is another one, or is not given", async () => {
      const other = await rootOf("B", { curve, name: "B root" });
      const signedByOther = await issuedBy(other, "member", { curve, name: "carol" });
      expect((await wrongOf([signedByOther, other]))[0]).to.match(
        /^CARD_SIGNER_NOT_ALLOWED: O=B, OU=admin, CN=carol, which has signed the card of B, is not of the root/,
      );
      expect((await wrongOf([carol]))[0]).to.match(/is not of the root with the fingerprint/);
      expect((await wrongOf([signedByOther, root]))[0]).to.match(/^CERTIFICATE_CHAIN_BROKEN: .* has not signed /);
    });

    it("is not good if it has expired, or is revoked", async () => {
      const old = await issuedBy(root, "member", { curve, name: "old", days: 1 });
      const time = new Date(MADE.getTime() + 2 * 86_400_000);
      expect((await wrongOf([old, root], root, { time }))[0]).to.match(
        /^CERTIFICATE_OUT_OF_DATE: .*CN=old expired on /,
      );
      const revoked = { serial: carol.certificate.serial, since: MADE, reason: "unspecified" as const };
      const revocationLists = [await listOf(root, [revoked])];
      expect((await wrongOf([carol, root], root, { revocationLists }))[0]).to.match(/^CERTIFICATE_REVOKED/);
    });

    it("is not good if its name is another one", async () => {
      const rootOfC = await rootOf("C", { curve });
      const ofC = await issuedBy(rootOfC, "member", { curve, name: "carol" });
      expect(await wrongOf([ofC, rootOfC], rootOfC)).to.deep.equal([
        "CERTIFICATE_NAME_DIFFERS: O=C, OU=admin, CN=carol is of the organisation C, not of B.",
      ]);
    });

    it("is not good if the certificate is for something else, or if there is none", async () => {
      expect(await wrongOf([root])).to.deep.equal([
        "CERTIFICATE_USE_DIFFERS: O=B, OU=CA, CN=B root is there to issue certificates, not to sign for its organisation.",
      ]);
      if (curve === "P-256") {
        const tls = await issuedBy(root, "tls", { curve, role: "node" });
        expect((await wrongOf([tls, root]))[0]).to.match(
          /^CERTIFICATE_USE_DIFFERS: .*, not to sign for its organisation/,
        );
      }
      const invitation = invited(root);
      expect(wrong(await cardOf("B", { invitation }), { invitation })).to.deep.equal([
        "CARD_SIGNER_NOT_ALLOWED: The card of B has no certificate, and the invitation names the root for it.",
      ]);
    });

    it("is not made with a key that is not that of the certificate", async () => {
      const error = await caught(
        cardOf("B", { signer: { key: newKey(curve), certificates: [carol.certificate, root.certificate] } }),
      );
      expect(error.message).to.equal("The key is not that of O=B, OU=admin, CN=carol in carol.crt.");
    });
  });
}
