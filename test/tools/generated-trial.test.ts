import { existsSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { Build } from "../../tools/mutation/build.js";
import { generatedFaults } from "../../tools/mutation/generated/faults.js";
import type { GeneratedFault } from "../../tools/mutation/generated/generate.js";
import { generatedScore } from "../../tools/mutation/generated/report.js";
import { sampleOf } from "../../tools/mutation/generated/sample.js";
import { projectSources } from "../../tools/mutation/sources.js";
import { stagesFor } from "../../tools/mutation/generated/stages.js";

const TESTS = path.resolve(import.meta.dirname, "../contracts");

function faultIn(file: string, says = file): GeneratedFault {
  return { says, file, text: "a", becomes: "b", replaced: { start: 0, end: 1 }, source: "" };
}

describe("A generated fault that is built", () => {
  let build: Build;
  let fault: GeneratedFault;

  before(() => {
    // Without the tests in Solidity, which take long.
    const sources = Object.fromEntries(
      Object.entries(projectSources()).filter(([file]) => file.startsWith("contracts/")),
    );
    build = Build.of(sources);
    const [first] = generatedFaults(sources).filter(
      ({ file, text }) => file === "contracts/managers/VoterManager.sol" && text.includes("Vote.NONE"),
    );
    if (first === undefined) throw new Error("There is no such fault.");
    fault = first;
  });

  it("changes the contracts that have code from there, and no others", () => {
    const planted = build.with(fault);
    if (typeof planted === "string") throw new Error(planted);
    const [[file, text] = ["", ""], ...others] = Object.entries(planted);
    expect(others).to.deep.equal([]);
    expect(file).to.equal("artifacts/contracts/managers/VoterManager.sol/VoterManager.json");
    expect(JSON.parse(text)).to.include.keys("abi", "bytecode", "deployedBytecode", "immutableReferences");
  });

  it("does not count if the code is the same, or if there is none", () => {
    expect(build.with({ ...fault, source: projectSources()[fault.file] ?? "" })).to.equal("makes no difference");
    expect(build.with({ ...fault, source: "contract VoterManager { no }" })).to.equal("does not compile");
  });
});

describe("A sample of generated faults", () => {
  it("is of so many that count, and tells of the others", () => {
    const faults = ["a", "b", "c", "d"].map((name) => faultIn(name));
    const others: string[] = [];
    const build: Pick<Build, "with"> = { with: ({ file }) => (file === "b" ? "does not compile" : {}) };
    const sample = [...sampleOf(faults, 2, build, ({ file }, why) => others.push(`${file} ${why}`))];
    expect(sample.map((mutant) => mutant.fault.file)).to.deep.equal(["a", "c"]);
    expect(others).to.deep.equal(["b does not compile"]);
  });

  it("is scored by contracts, explained apart", () => {
    const trials = (["found", "explained", "SURVIVED", "VOID"] as const).map((verdict, i) => ({
      fault: faultIn(i === 0 ? "B.sol" : "A.sol"),
      verdict,
      because: "",
    }));
    const lines = generatedScore(trials).split("\n").slice(1);
    expect(lines.map((line) => line.trim().split(/ +/))).to.deep.equal([
      ["A.sol", "3", "0", "1", "2"],
      ["B.sol", "1", "1", "0", "0"],
      ["all", "4", "1", "1", "2"],
    ]);
  });
});

describe("The tests that judge a generated fault", () => {
  it("exist, each once, and begin with those of the listed faults in the same contract", () => {
    const stages = stagesFor("contracts/rules/Voting.sol");
    const all = stages.flat();
    for (const test of all) expect(existsSync(path.join(TESTS, test)), test).to.equal(true);
    expect(new Set(all).size).to.equal(all.length);
    expect(all[0]).to.equal("attacks/admins.test.ts");
  });

  it("are those of the parts for libraries and types too, and the model before what nobody named", () => {
    expect(stagesFor("contracts/types/Rule.sol").flat()).to.include("../solidity/Layouts.t.sol");
    expect(stagesFor("contracts/rules/Voting.sol").flat()).not.to.include("../solidity/Layouts.t.sol");
    expect(stagesFor("contracts/rules/Voting.sol").at(-2)).to.deep.equal(["../model/contracts.test.ts"]);
  });
});
