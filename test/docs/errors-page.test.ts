import { readFileSync } from "node:fs";
import { expect } from "chai";
import { CATALOGUE } from "../../src/errors/catalogue.js";
import { CONTRACT_ERROR_TEXTS } from "../../src/errors/contract-texts.js";
import type { Descriptor } from "../../src/errors/descriptor.js";
import { errorsPage, PAGE } from "../../tools/errors-page.js";

describe("docs/errors.md", () => {
  const page = readFileSync(PAGE, "utf8");

  it("has every code, and no other one", () => {
    const codes = [...page.matchAll(/^\| `(\w+)`/gm)].map(([, code]) => code);
    expect(codes).to.have.members([...Object.keys(CATALOGUE), ...Object.keys(CONTRACT_ERROR_TEXTS)]);
  });

  it("says what the catalogue says: npm run docs:errors writes it", async () => {
    expect(page).to.equal(await errorsPage());
  });

  it("says of every code why it happens and what to do", () => {
    for (const [code, descriptor] of Object.entries<Descriptor>(CATALOGUE)) {
      expect(descriptor.why ?? ("says" in descriptor && descriptor.says), code).to.match(/^\S.{10,}\.$/s);
      expect(descriptor.hint, code).to.match(/^\S.{5,}[.\d]$/s);
    }
  });
});
