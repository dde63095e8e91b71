import { generateKeyPairSync } from "node:crypto";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { publicKeyIn } from "../../../src/certificates/public-key-file.js";
import { readConsortium } from "../../../src/consortium/read/read-consortium.js";
import { consortiumInputs } from "../../../src/nodejs/consortium-inputs.js";
import { makeScratch, removeScratch } from "../../../tools/shared/scratch.js";

describe("Keys that a bc.yml names", () => {
  let directory: string;
  let address: string;
  const inside = (...names: string[]): string => path.join(directory, ...names);

  before(() => {
    directory = makeScratch();
    for (const folder of ["chain/keys", "chain/north"]) mkdirSync(inside(folder), { recursive: true });
    const { publicKey } = generateKeyPairSync("ec", { namedCurve: "secp256k1" });
    const pem = publicKey.export({ format: "pem", type: "spki" }).toString();
    const key = publicKeyIn(pem);
    address = typeof key === "object" ? (key.account ?? "") : "";
    for (const file of [
      "outside.pem",
      "chain/admin.pem",
      "chain/north/admin.pem",
      "chain/keys/admin.pem",
      "chain/keys/admin.key",
      "chain/keys/damaged.pem",
    ])
      writeFileSync(inside(file), file.includes("damaged") ? pem.replace(/\n[A-Za-z0-9]/, "\n!") : pem);
    symlinkSync(inside("outside.pem"), inside("chain/keys/link.pem"));
    symlinkSync(inside("chain/keys/admin.key"), inside("chain/keys/hidden.pem"));
  });

  after(() => {
    removeScratch(directory);
  });

  /** What is said of a key in a file of the chain's folder. */
  const accountIn = (file: string): string =>
    `the account ${address} of an admin of north, whose key is in ${inside(`chain/${file}`)}`;

  /** What becomes of roots that the file names. */
  function fates(...roots: string[]): string[] {
    const file = inside("chain/bc.yml");
    const text = `chain_id: c\nauth_type: public\ntrust_roots:\n  - org_id: north\n    root: ${JSON.stringify(roots)}\n`;
    writeFileSync(file, text);
    const [reading] = readConsortium(consortiumInputs([file]).sources).files;
    const values = reading?.values.filter(({ where }) => where.startsWith("trust_roots[0].root[")) ?? [];
    return values.map(({ becomes, whyNot }) => becomes ?? whyNot ?? "");
  }

  const fate = (root: string): string => fates(root)[0] ?? "";

  it("are opened in its folder and below it", () => {
    expect(fate("keys/admin.pem")).to.equal(accountIn("keys/admin.pem"));
    expect(fate("keys/../keys/admin.pem")).to.match(/^the account 0x/);
    expect(fate("keys/none.pem")).to.equal("the key is not there to be read");
    expect(fate("keys/damaged.pem")).to.equal("the file holds no public key");
  });

  it("are found by the longest end of their path, which begins where ChainMaker is started", () => {
    expect(fate("../config/chain/keys/admin.pem")).to.equal(accountIn("keys/admin.pem"));
    expect(fate("../config/chain/north/admin.pem")).to.equal(accountIn("north/admin.pem"));
    expect(fate("./config/chain/admin.pem"), "copied there").to.equal(accountIn("admin.pem"));
  });

  it("are not found twice in the place of others", () => {
    const [first, other, same] = fates("../a/admin.pem", "../b/admin.pem", "../a/admin.pem");
    expect([first, same]).to.deep.equal([accountIn("admin.pem"), accountIn("admin.pem")]);
    expect(other).to.match(
      /admin\.pem stands for another path already: copy the key there with the folder that it is in$/,
    );
  });

  it("are not opened outside of it, whatever way leads there", () => {
    for (const root of ["../outside.pem", "keys/../../outside.pem", "keys/link.pem"])
      expect(fate(root), root).to.match(
        /^it lies outside the folder of this file, and was not opened: copy the key there, alone or with its folder$/,
      );
    expect(fate(inside("outside.pem"))).to.equal("the key is not there to be read");
  });

  it("are not opened if they may be secret, under another name either", () => {
    for (const root of ["keys/admin.key", "keys/hidden.pem", "../config/keys/admin.key", "../config/keys/hidden.pem"])
      expect(fate(root), root).to.equal("by its name it may be a secret, and was not opened");
  });
});
