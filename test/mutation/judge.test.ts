import { expect } from "chai";
import { judge } from "../../tools/mutation/trial.js";

/** What Mocha prints in the format of TAP. */
function tap(...lines: string[]): string {
  return ["Compiled 2 Solidity files", "TAP version 12", ...lines, "# tests 2", "1..2"].join("\n");
}

describe("A fault that is planted", () => {
  it("is found by the first test that fails, whatever else passes or breaks", () => {
    const hook = `not ok 3 Rights "before each" hook for "end"`;
    const output = tap(
      "ok 1 Rights begin",
      "not ok 2 Rights last",
      "  AssertionError: no",
      "not ok 3 Rights end",
      hook,
    );
    expect(judge(output)).to.deep.equal({ verdict: "found", because: "Rights last: AssertionError: no" });
  });

  it("survives when all tests pass", () => {
    const output = tap("ok 1 Rights begin", "ok 2 Rights end", "ok 3 Rights rest # SKIP -");
    expect(judge(output)).to.deep.equal({ verdict: "SURVIVED", because: "2 tests pass" });
  });

  for (const hook of [`"before all" hook in "Rights"`, `"before each" hook for "end"`, `"after each" hook for "end"`]) {
    it(`is not found by a fixture that breaks (${hook})`, () => {
      const output = tap("ok 1 Rights begin", `not ok 2 Rights ${hook}`, "  Error: reverted");
      expect(judge(output)).to.deep.equal({ verdict: "VOID", because: `Rights ${hook}` });
    });
  }

  it("is not found by a compiler that fails, nor by a run that ends before its end", () => {
    expect(judge("CompilerError\n")).to.deep.equal({ verdict: "VOID", because: "CompilerError" });
    expect(judge("TAP version 12\nnot ok 1 Rights begin").verdict).to.equal("VOID");
  });
});
