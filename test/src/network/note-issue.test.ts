import { expect } from "chai";
import { PortcullisError } from "../../../src/errors/error.js";
import { parseConsortiumFile } from "../../../src/consortium/file/consortium-file.js";
import { parseImportFile } from "../../../src/network/import-file.js";
import { parseNetworkFile } from "../../../src/network/network-file/network-file.js";
import type { Mistake } from "../../../src/network/network-file/mistakes.js";
import { parsePolicyFile } from "../../../src/network/policy-file.js";
import { textAtHand, type TextSource } from "../../../src/util/text-source.js";

const READERS = {
  "a network file": parseNetworkFile,
  "a consortium file": parseConsortiumFile,
  "an import file": parseImportFile,
  "a policy file": parsePolicyFile,
} as const satisfies Record<string, (from: TextSource) => unknown>;

function mistakesIn(read: (from: TextSource) => unknown, text: string): string[] {
  try {
    read(textAtHand("f.yaml", text));
    return [];
  } catch (error) {
    if (!(error instanceof PortcullisError)) throw error;
    const mistakes = error.facts.mistakes as Mistake[];
    return mistakes.map(({ line, column, message, hint }) => `${line}:${column} ${message} ${hint}`);
  }
}

const ACCOUNT = "0x9186eb3d20cbd1f5f992a950d808c4495153abd5";

describe("The shape of a file", () => {
  for (const [what, read] of Object.entries(READERS))
    it(`of ${what} is told in whole words, whatever stands there`, () => {
      for (const text of ["", "[]", "[5]", "5", "text", "null", "{}", "nothing: 5", "accounts: {}\npolicies: [[]]"]) {
        const all = mistakesIn(read, text);
        expect(all, text).to.not.be.empty;
        for (const each of all)
          expect(each, text)
            .to.match(/^\d+:\d+ \S.*\. [A-Z].*[.?]?$/)
            .and.not.match(/undefined|null|\[object|""/);
      }
    });

  it("is told by the whole path, with what was written", () => {
    expect(mistakesIn(parseImportFile, `accounts:\n  - { org: "", account: ${ACCOUNT}, role: A }`)).to.deep.equal([
      '2:12 "accounts[0].org" cannot be "". Give the full id of an organisation.',
      `2:25 "accounts[0].account" cannot be ${ACCOUNT}. YAML takes it for a number: write "${ACCOUNT}" in quotes.`,
    ]);
    expect(mistakesIn(parsePolicyFile, "policies:\n  - { rule: 2, operations: [release] }\n  - 5")).to.deep.equal([
      '2:13 "policies[0].rule" cannot be 2. Write majority, all, any, "count 2", "fraction 2 of 3", self, or forbidden.',
      '3:5 "policies[1]" cannot be 5. It has a list "policies", each with operations and a rule, and if wanted with counted, organisations and roles.',
    ]);
    expect(mistakesIn(parsePolicyFile, "policies:\n  - { operatoins: [release], rule: all }")).to.deep.include(
      '2:7 The key "operatoins" is unknown. Did you mean "operations"?',
    );
  });

  it("is told with all other mistakes of the same policy", () => {
    const entry = "operations: [add-orgg], rule: most, delay: 5 weekz, roles: [any amdin], veto: 3";
    const all = mistakesIn(parsePolicyFile, `policies:\n  - { ${entry} }`).join("\n");
    for (const each of [
      "operations[0]",
      '"most" is no rule',
      '"5 weekz" is no delay',
      '"any amdin" is no role',
      "veto",
    ])
      expect(all).to.include(each);
  });

  it("does not let an account be there twice in another spelling", () => {
    const entry = (account: string): string => `  - { org: A, account: "${account}", role: R }`;
    const checksummed = "0x9186eb3d20Cbd1F5f992a950d808C4495153ABd5";
    expect(mistakesIn(parseImportFile, ["accounts:", entry(ACCOUNT), entry(checksummed)].join("\n"))).to.deep.equal([
      `3:5 It names the account ${checksummed} twice. Remove one of the two.`,
    ]);
  });
});
