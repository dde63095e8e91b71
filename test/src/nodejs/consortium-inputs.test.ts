import { generateKeyPairSync } from "node:crypto";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { readConsortium } from "../../../src/consortium/read/read-consortium.js";
import { consortiumInputs } from "../../../src/nodejs/consortium-inputs.js";
import { makeScratch, removeScratch } from "../../../tools/shared/scratch.js";

describe("Keys that a bc.yml names", () => {
  let directory: string;
  const inside = (...names: string[]): string => path.join(directory, ...names);

  before(() => {
    directory = makeScratch();
    mkdirSync(inside("chain/keys"), { recursive: true });
    const { publicKey } = generateKeyPairSync("ec", { namedCurve: "secp256k1" });
    const pem = publicKey.export({ format: "pem", type: "spki" }).toString();
    for (const file of ["outside.pem", "chain/keys/admin.pem", "chain/keys/admin.key", "chain/keys/damaged.pem"])
      writeFileSync(inside(file), file.includes("damaged") ? pem.replace(/\n[A-Za-z0-9]/, "\n!") : pem);
    symlinkSync(inside("outside.pem"), inside("chain/keys/link.pem"));
    symlinkSync(inside("chain/keys/admin.key"), inside("chain/keys/hidden.pem"));
  });

  after(() => {
    removeScratch(directory);
  });

  /** What becomes of a root that the file names. */
  function fate(root: string): string {
    const file = inside("chain/bc.yml");
    const text = `chain_id: c\nauth_type: public\ntrust_roots:\n  - org_id: north\n    root: [${JSON.stringify(root)}]\n`;
    writeFileSync(file, text);
    const [reading] = readConsortium(consortiumInputs([file]).sources).files;
    const value = reading?.values.find(({ where }) => where === "trust_roots[0].root[0]");
    return value?.becomes ?? value?.whyNot ?? "";
  }

  it("are opened in its folder and below it", () => {
    expect(fate("keys/admin.pem")).to.match(/^the account 0x[0-9a-fA-F]{40} of an admin of north$/);
    expect(fate("keys/../keys/admin.pem")).to.match(/^the account 0x/);
    expect(fate("keys/none.pem")).to.equal("the key is not there to be read");
    expect(fate("keys/damaged.pem")).to.equal("the file holds no public key");
  });

  it("are not opened outside of it, whatever way leads there", () => {
    for (const root of ["../outside.pem", "keys/../../outside.pem", "keys/link.pem"])
      expect(fate(root), root).to.match(/^it lies outside the folder of this file, and was not opened/);
    expect(fate(inside("outside.pem"))).to.equal("the key is not there to be read");
  });

  it("are not opened if they may be secret, under another name either", () => {
    for (const root of ["keys/admin.key", "keys/hidden.pem"])
      expect(fate(root), root).to.equal("by its name it may be a secret, and was not opened");
  });
});
