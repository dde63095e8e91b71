import { expect } from "chai";
import { concat, dataLength, dataSlice, getBytes, hexlify, id } from "ethers";
import { network } from "hardhat";
import type { CertificateReader } from "../../../typechain-types/index.js";
import { factsByChain, factsByNode } from "../../helpers/certificate-facts.js";
import { certificateWith, ISSUER_ACCOUNT } from "../../helpers/certificate-parts.js";
import { issuedBy, rootOf } from "../../helpers/certificates.js";
import { type Der, element, type Node, NULL, parse } from "../../helpers/der.js";

const READ = "0x00000000";
const PANIC = id("Panic(uint256)").slice(0, 10);
const BATCH = 100;

/** A certificate of which an element is damaged: the one at this place, "/0/4" for the fifth one in the first one of all. */
interface Damaged {
  place: string;
  der: Der;
}

describe("A damaged certificate", function () {
  this.timeout(120_000);

  let reader: CertificateReader;
  let errors: Map<string, string>;
  /** With who has signed it. */
  let certificates: { der: Der; issuer: string }[];

  before(async () => {
    const { ethers } = await network.create();
    reader = await ethers.deployContract("CertificateReader");
    errors = new Map();
    reader.interface.forEachError(({ selector, name }) => errors.set(selector, name));
    const root = await rootOf("ORG1");
    const alice = await issuedBy(root, "member", { name: "Zoë" });
    certificates = [
      { der: hexlify(alice.certificate.der), issuer: root.certificate.publicKey.account ?? "" },
      { der: certificateWith(), issuer: ISSUER_ACCOUNT },
    ];
  });

  /** What becomes of each: the error of our own that refuses it, or whether it counts as signed. */
  async function outcomes(ders: readonly Der[], issuer: string): Promise<(string | boolean)[]> {
    const all: (string | boolean)[] = [];
    for (let at = 0; at < ders.length; at += BATCH) {
      const { refusals, signed } = await reader.readAll(ders.slice(at, at + BATCH), issuer);
      all.push(...refusals.map((refusal, i) => (refusal === READ ? (signed[i] ?? false) : nameOf(refusal))));
    }
    return all;
  }

  function nameOf(refusal: string): string {
    expect(refusal).to.not.equal(PANIC);
    return errors.get(refusal) ?? `reverted with ${refusal}`;
  }

  function expectRefused(outcome: string | boolean | undefined, says: string): void {
    expect(outcome, says).to.match(/^(?:Der|X509)\w+$/);
  }

  it("is one that is not damaged, for once", async () => {
    for (const { der, issuer } of certificates) expect(await outcomes([der], issuer)).to.deep.equal([true]);
  });

  const changesOf = (bytes: Uint8Array): Uint8Array[] =>
    [...bytes].flatMap((octet, at) => [0x01, 0x80, 0xff].map((bits) => bytes.with(at, octet ^ bits)));

  it("is refused, or not signed, whichever octet differs in one bit or in all", async () => {
    for (const { der, issuer } of certificates) {
      const found = await outcomes(changesOf(getBytes(der)).map(hexlify), issuer);
      found
        .filter((outcome) => outcome !== false)
        .forEach((outcome) => {
          expectRefused(outcome, der);
        });
    }
  });

  it("says the same to OpenSSL where it is read, whichever octet differs", async () => {
    for (const { der, issuer } of certificates) {
      const changes = changesOf(getBytes(der));
      const found = await outcomes(changes.map(hexlify), issuer);
      const read = changes.filter((_, i) => found[i] === false);
      let count = 0;
      for (const each of read) {
        const byNode = factsByNode(each);
        // What OpenSSL does not read is damaged in the name of the issuer, which is not looked into.
        if (byNode === undefined) expect(hexlify(each)).to.not.include(nameOfIssuer(der));
        else expect(await factsByChain(reader, each), `${++count}`).to.deep.equal(byNode);
      }
      expect(count).to.be.at.least(100);
    }
  });

  const nameOfIssuer = (der: Der): string => parse(der)[0]?.children[0]?.children[3]?.der.slice(2) ?? "";

  it("is refused if its end is missing, wherever it was cut off", async () => {
    for (const { der, issuer } of certificates) {
      const cut = Array.from({ length: dataLength(der) }, (_, length) => dataSlice(der, 0, length));
      expect(new Set(await outcomes(cut, issuer))).to.deep.equal(new Set(["DerCutOff"]));
    }
  });

  it("is refused if its end is missing, and all lengths say so", async () => {
    for (const { der, issuer } of certificates) {
      const cut = parse(der).flatMap((node) => shortened(node));
      for (const [at, outcome] of (await outcomes(cut, issuer)).entries()) expectRefused(outcome, `cut off ${at}`);
    }
  });

  /** Without the last octets of what is in it, of any number of these, with the lengths that fit. */
  function shortened({ tag, content }: Node): Der[] {
    return Array.from({ length: dataLength(content) }, (_, length) => element(tag, dataSlice(content, 0, length)));
  }

  /** The name of the issuer is not looked into, and neither is what names keys: the third and the fourth extension. */
  const INSIDE = "/0/3/|/0/7/0/[23]/1/0/";
  const ITSELF = `${INSIDE}|/0/7/0/[23]/1/0$`;
  const CONTENT = `${ITSELF}|/0/3$`;
  /** An extension, and that it is critical. */
  const OPTIONAL = `${INSIDE}|/0/7/0/.$|/0/7/0/[01]/1$`;

  /** What becomes of an element, and in which places that leaves another certificate, which is not signed. */
  const DAMAGES: Readonly<Record<string, { how: (node: Node) => Der | undefined; stays: string }>> = {
    "has an indefinite length": {
      how: ({ tag, content }) => concat([octet(tag), "0x80", content, "0x0000"]),
      stays: INSIDE,
    },
    "has a length in a longer form": { how: longer, stays: INSIDE },
    "has another tag": { how: ({ tag, content }) => element(tag ^ 0x40, content), stays: ITSELF },
    "has a tag of two octets": {
      how: ({ tag, der }) => concat([octet(tag | 0x1f), "0x22", dataSlice(der, 1)]),
      stays: INSIDE,
    },
    "has no content": { how: ({ tag, content }) => ifAny(content !== "0x", element(tag)), stays: CONTENT },
    "has an element more": {
      how: ({ tag, content, children }) => ifAny(children.length > 0, element(tag, content, NULL)),
      stays: CONTENT,
    },
    "has an octet more": {
      how: ({ tag, content, children }) => ifAny(children.length > 0, element(tag, content, "0x00")),
      stays: CONTENT,
    },
    "is there twice": { how: ({ der }) => concat([der, der]), stays: `${INSIDE}|/0/5/1$` },
    "is left out": { how: () => "0x", stays: OPTIONAL },
  };

  const ifAny = (isAny: boolean, der: Der): Der | undefined => (isAny ? der : undefined);
  const octet = (value: number): Der => hexlify(new Uint8Array([value]));

  function longer({ tag, content }: Node): Der {
    const length = dataLength(content);
    const digits = length.toString(16).padStart(length < 0x80 ? 2 : length < 0x100 ? 4 : 6, "0");
    return concat([octet(tag), octet(0x80 + digits.length / 2), `0x${digits}`, content]);
  }

  for (const [says, { how, stays }] of Object.entries(DAMAGES)) {
    it(`is refused if an element of it ${says}, whichever`, async () => {
      const places = new RegExp(`^(?:${stays})`);
      for (const { der, issuer } of certificates) {
        const damaged = damagedWith(der, how);
        const found = await outcomes(
          damaged.map((each) => each.der),
          issuer,
        );
        for (const [i, { place }] of damaged.entries()) {
          if (places.test(place)) expect(found[i], place).to.equal(false);
          else expectRefused(found[i], place);
        }
      }
    });
  }

  /** A certificate with each of its elements damaged in turn, and the lengths around it as they have to be. */
  function damagedWith(der: Der, how: (node: Node) => Der | undefined): Damaged[] {
    const [whole] = parse(der);
    return whole === undefined ? [] : within(whole, "", how);
  }

  function within(node: Node, place: string, how: (node: Node) => Der | undefined): Damaged[] {
    const own = how(node);
    const below = node.children.flatMap((child, index) =>
      within(child, `${place}/${index}`, how).map((damaged) => ({
        place: damaged.place,
        der: element(
          node.tag,
          node.before,
          ...node.children.map((other, at) => (at === index ? damaged.der : other.der)),
        ),
      })),
    );
    return own === undefined ? below : [{ place, der: own }, ...below];
  }
});
