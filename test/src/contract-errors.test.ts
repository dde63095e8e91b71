import { expect } from "chai";
import { AbiCoder, type ErrorFragment, Interface } from "ethers";
import { CONTRACT_ERROR_TEXTS } from "../../src/contract-error-texts.js";
import { contractErrors, decodeRevert, explainRevert } from "../../src/contract-errors.js";
import { PortcullisError } from "../../src/errors.js";

const FRAGMENTS: ErrorFragment[] = [];
contractErrors.forEachError((fragment) => FRAGMENTS.push(fragment));

function sample(fragment: ErrorFragment): string {
  const types = fragment.inputs.map((input) => input.type);
  const values = types.map((type) => (type === "address" ? `0x${"11".repeat(20)}` : type === "string" ? "ab" : 2));
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
    const data = contractErrors.encodeErrorResult("OrgStatusNotAllowed", ["ORG1", 4, 1]);
    expect(decodeRevert(data)?.message).to.equal('"ORG1" is suspended, so it cannot be suspended now.');
    expect(decodeRevert(data)?.facts).to.deep.equal({ orgId: "ORG1", status: 4n, action: 1n });
  });

  it("finds revert data however deep a provider hides it", () => {
    const data = contractErrors.encodeErrorResult("NothingChanges", []);
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
    expect(explainRevert(new Error("account does not have permission for the transaction")).code).to.equal(
      "SENDER_NOT_ALLOWED",
    );
  });

  it("leaves its own errors alone", () => {
    const error = new PortcullisError("A", "b");
    expect(explainRevert(error)).to.equal(error);
  });
});
