import { existsSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { judgedBy, someOfEachRule } from "../../tools/mutation/judges.js";
import { planted, soundSource } from "../../tools/mutation/fault.js";
import { FAULTS } from "../../tools/mutation/faults.js";

const TESTS = path.resolve(import.meta.dirname, "../contracts");
const RULES = Array.from({ length: 23 }, (_, i) => i + 1);

describe("The faults that tests must find", () => {
  for (const fault of FAULTS) {
    it(`"${fault.says}" can be planted, and names tests that exist`, () => {
      expect(planted(fault).source).not.to.equal(soundSource(fault));
      expect(fault.tests).not.to.deep.equal([]);
      for (const test of fault.tests) expect(existsSync(path.join(TESTS, test)), test).to.equal(true);
    });
  }

  it("break every rule, and no rule that does not exist", () => {
    const broken = new Set(FAULTS.flatMap(({ rules }) => rules));
    expect([...broken].sort((a, b) => a - b)).to.deep.equal(RULES);
  });

  it("are tried on the model for every rule, and are at least 25 there", () => {
    const tried = someOfEachRule(judgedBy("model", FAULTS));
    expect(new Set(tried.flatMap(({ rules }) => rules)).size).to.equal(RULES.length);
    expect(tried.length).to.be.at.least(25);
  });

  it("differ, in name and in what is planted", () => {
    const planted = FAULTS.map(({ file, text, becomes }) => JSON.stringify([file, text, becomes]));
    expect(new Set(planted).size).to.equal(FAULTS.length);
    expect(new Set(FAULTS.map(({ says }) => says)).size).to.equal(FAULTS.length);
  });

  it("are refused, by name, when what they replace is not there, or more than once", () => {
    const fault = { rules: [], says: "Nothing is checked", file: "A.sol", text: "check", becomes: "$&", tests: [] };
    expect(() => planted(fault, "nothing")).to.throw(`"Nothing is checked" cannot be planted`);
    expect(() => planted(fault, "check check")).to.throw("contracts/A.sol has what it replaces 2 times");
    expect(planted(fault, "ä check b")).to.deep.equal({
      file: "contracts/A.sol",
      replaced: { start: 3, end: 8 },
      source: "ä $& b",
    });
  });
});
