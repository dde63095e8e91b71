import { expect } from "chai";
import { AbiCoder, type ErrorFragment, Interface } from "ethers";
import { CONTRACT_ERROR_TEXTS } from "../../../src/errors/contract-texts.js";
import { contractErrors, decodeRevert } from "../../../src/errors/contract-errors.js";
import { explainRevert } from "../../../src/chain/explain-revert.js";
import { PortcullisError } from "../../../src/errors/error.js";

const ACCOUNT = `0x${"11".repeat(20)}`;
const FRAGMENTS: ErrorFragment[] = [];
contractErrors().forEachError((fragment) => FRAGMENTS.push(fragment));

const SAMPLES: Readonly<Record<string, string>> = {
  address: ACCOUNT,
  string: "ab",
  bytes: "0x1234",
  bytes4: "0x12345678",
};

function sample(fragment: ErrorFragment): string {
  const types = fragment.inputs.map((input) => input.type);
  const values = types.map((type) => SAMPLES[type] ?? (type.endsWith("[]") ? [2] : 2));
  return fragment.selector + AbiCoder.defaultAbiCoder().encode(types, values).slice(2);
}

describe("contract errors", () => {
  it("all have a text, and no text is for an error that is gone", () => {
    const names = [...new Set(FRAGMENTS.map(({ name }) => name))];
    expect(Object.keys(CONTRACT_ERROR_TEXTS).sort()).to.deep.equal(names.sort());
  });

  for (const fragment of FRAGMENTS) {
    it(`${fragment.format()} becomes a sentence and a hint`, () => {
      const error = decodeRevert(sample(fragment));
      expect(error?.code).to.equal(fragment.name);
      for (const text of [error?.message, error?.hint]) {
        expect(text)
          .to.match(/[.\-\d]$/)
          .and.not.match(/[{}]|undefined/);
      }
    });
  }

  it("says status, action and values in words", () => {
    const data = contractErrors().encodeErrorResult("OrgStatusNotAllowed", ["ORG1", 4, 1]);
    expect(decodeRevert(data)?.message).to.equal('"ORG1" is suspended, so it cannot be suspended now.');
    expect(decodeRevert(data)?.facts).to.deep.equal({ orgId: "ORG1", status: 4n, action: 1n });
  });

  const actions: [error: string, values: unknown[], sentence: RegExp][] = [
    ["OrgStatusNotAllowed", ["ORG1", 2, 2], /^"ORG1" is approved, so it cannot be restored now\.$/],
    ["AccountStatusNotAllowed", [ACCOUNT, 5, 2], / is blacklisted, so it cannot be activated now\.$/],
    ["AccountStatusNotAllowed", [ACCOUNT, 2, 0], / is active, so it cannot be changed like this now\.$/],
    ["NodeStatusNotAllowed", ["ab", 3, 1], / is deactivated, so it cannot be deactivated now\.$/],
    ["NodeStatusNotAllowed", ["ab", 2, 0], / is approved, so it cannot be changed like this now\.$/],
  ];
  for (const [error, values, sentence] of actions) {
    it(`says what cannot be done by ${error}(${values.slice(1).join(", ")})`, () => {
      expect(decodeRevert(contractErrors().encodeErrorResult(error, values))?.message).to.match(sentence);
    });
  }

  const ways: [error: string, status: number, hint: RegExp, action: string | undefined, subject?: string][] = [
    ["NodeStatusNotAllowed", 2, /nothing to lift/, undefined],
    ["NodeStatusNotAllowed", 3, /deactivated already/, "activate-node", "abcdef01"],
    ["NodeStatusNotAllowed", 4, /vote can lift a blacklisting/, "recover-node", "abcdef01"],
    ["NodeStatusNotAllowed", 5, /recovery is proposed/, "list-proposals"],
    ["AccountStatusNotAllowed", 4, /suspended already/, "activate-account", ACCOUNT],
    ["AccountStatusNotAllowed", 5, /vote can lift a blacklisting/, "recover-account", ACCOUNT],
    ["AccountStatusNotAllowed", 6, /needs another role/, "assign-role"],
    ["AccountStatusNotAllowed", 7, /recovery is proposed/, "list-proposals"],
    ["OrgStatusNotAllowed", 2, /not suspended/, undefined],
    ["OrgStatusNotAllowed", 3, /suspension is proposed already/, "list-proposals"],
    ["OrgStatusNotAllowed", 4, /suspended already/, "restore-org", "ORG1"],
    ["OrgStatusNotAllowed", 77, /Look at its status/, "show-org", "ORG1"],
  ];
  for (const [error, status, hint, name, subject] of ways) {
    it(`${error} has the way out that fits the status ${status}`, () => {
      const record = error.startsWith("Node") ? "abcdef0123" : error.startsWith("Org") ? "ORG1" : ACCOUNT;
      const refused = decodeRevert(contractErrors().encodeErrorResult(error, [record, status, 1]));
      expect(refused?.hint).to.match(hint);
      expect(refused?.actions[0]?.name).to.equal(name);
      expect(refused?.actions[0]?.subject).to.equal(subject);
    });
  }

  it("tells a proposer who is no longer a network admin why nothing is withdrawn", () => {
    const error = decodeRevert(contractErrors().encodeErrorResult("NotProposer", [7, ACCOUNT]));
    expect(error?.message).to.match(/may not withdraw proposal 7\.$/);
    expect(error?.hint).to.include("while it may still propose such a thing");
  });

  it("says that a panic is a contract's mistake", () => {
    const data = new Interface(["error Panic(uint256)"]).encodeErrorResult("Panic", [17]);
    const error = explainRevert({ data });
    expect([error.code, error.message]).to.deep.equal([
      "CONTRACT_PANICKED",
      "The contract reached a state that should be impossible (panic 0x11).",
    ]);
  });

  it("finds revert data however deep a provider hides it", () => {
    const data = contractErrors().encodeErrorResult("NothingChanges", []);
    for (const error of [
      { data },
      { error: { data } },
      { data: { data } },
      Object.assign(new Error("x"), { cause: { info: { error: { data } } } }),
    ]) {
      expect(explainRevert(error).code).to.equal("NothingChanges");
    }
  });

  it("keeps a plain reason, and what a node says", () => {
    const data = new Interface(["error Error(string)"]).encodeErrorResult("Error", ["no luck"]);
    expect(explainRevert({ data }).message).to.equal("The contract refused: no luck");
    expect(explainRevert(new Error("nonce too low")).message).to.equal("The node refused: nonce too low");
  });

  it("leaves its own errors alone", () => {
    const error = new PortcullisError("DEV_A", "b");
    expect(explainRevert(error)).to.equal(error);
  });
});
