import { expect } from "chai";
import { judge } from "../../tools/mutation/trial.js";

/** What Mocha prints in the format of TAP. */
function tap(...lines: string[]): string {
  return ["Compiled 2 Solidity files", "TAP version 12", ...lines, "# tests 2", "1..2"].join("\n");
}

/** What Hardhat prints of tests in Solidity. */
function solidity(passing: number, ...lines: string[]): string {
  return [
    "Running Solidity tests",
    "",
    "  test/A.t.sol:A",
    ...lines.slice(0, 2),
    "",
    `  ${passing} passing`,
    ...lines.slice(2),
  ].join("\n");
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

  it("is found, survives or is judged by no test in Solidity, too", () => {
    const failed = solidity(
      1,
      "    ✔ testA()",
      "    1) invariantB()",
      "  1 failing",
      "  1) A#invariantB()",
      "    Error: no",
    );
    expect(judge(failed)).to.deep.equal({ verdict: "found", because: "A#invariantB(): Error: no" });
    const passed = solidity(2, "    ✔ testA()", "    ✔ invariantB() (runs: 32)");
    expect(judge(passed)).to.deep.equal({ verdict: "SURVIVED", because: "2 tests pass" });
    const broken = solidity(0, "    1) setUp()", "", "  1 failing", "  1) A#setUp()", "    Error: no");
    expect(judge(broken)).to.deep.equal({ verdict: "VOID", because: "A#setUp()" });
  });

  it("is not found by a compiler that fails, nor by a run that ends before its end", () => {
    expect(judge("CompilerError\n")).to.deep.equal({ verdict: "VOID", because: "CompilerError" });
    expect(judge("TAP version 12\nnot ok 1 Rights begin").verdict).to.equal("VOID");
  });
});
