import { expect } from "chai";
import { id } from "ethers";
import { explanationOf, obsolete } from "../../tools/mutation/generated/explained.js";
import { generatedFaults } from "../../tools/mutation/generated/faults.js";
import type { GeneratedFault } from "../../tools/mutation/generated/generate.js";
import { shuffled } from "../../tools/mutation/generated/sample.js";
import { projectSources } from "../../tools/mutation/sources.js";

const FILE = "contracts/rules/A.sol";

/** What is made of a function with this body, as texts of what it becomes. */
function faultsOf(body: string, before = ""): string[] {
  const source = `// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;
type Rec is uint256;
using Fields for Rec global;
library Fields {
  function size(Rec rec) internal pure returns (uint256) { return Rec.unwrap(rec); }
  function like(Rec, uint256) internal pure {}
}
contract A {
  error No(uint256 a, uint256 b);
  event Done(uint256 a, string b);
  ${before}
  function two(uint256, uint256, string memory) internal {}
  /* Höhe */ function f(uint256 a, uint256 b, uint256 size, Rec rec, bool c, bool d) public returns (bool yes) { ${body} }
}`;
  const start = Buffer.from(source).indexOf("/* Höhe");
  return generatedFaults({ [FILE]: source })
    .filter((fault) => before !== "" || fault.replaced.start > start)
    .map(({ says }) => says.replace(/^\S+ /, ""));
}

describe("The faults that are generated", () => {
  it("are comparisons at their borders and the other way round", () => {
    expect(faultsOf("yes = a >= b;")).to.deep.equal([
      "`yes = a >= b;` is left out",
      "`a >= b` becomes `a > b`",
      "`a >= b` becomes `a < b`",
    ]);
    expect(faultsOf("yes = a != b;")).to.include("`a != b` becomes `a == b`");
  });

  it("are conditions without a part, decided or negated", () => {
    expect(faultsOf("if (c && !d) revert No(a, b);")).to.deep.equal([
      "`c && !d` becomes `true`",
      "`c && !d` becomes `false`",
      "`c && !d` becomes `c`",
      "`c && !d` becomes `!d`",
      "`!d` becomes `d`",
      "`No(a, b)` becomes `No(b, a)`",
    ]);
    expect(faultsOf("return c ? d : c;")).to.deep.equal([
      "`return c ? d : c;` is left out",
      "`return c ? d : c` becomes `return !(c ? d : c)`",
      "`c ? d : c` becomes `d`",
      "`c ? d : c` becomes `c`",
    ]);
    expect(faultsOf("return true;")).to.include("`return true` becomes `return false`");
  });

  it("are statements left out, whatever they do, but not twice", () => {
    expect(faultsOf('two(a, a, ""); emit Done(a, ""); if (c) { a = b; } revert No(a, a);')).to.deep.equal([
      '`two(a, a, "");` is left out',
      '`emit Done(a, "");` is left out',
      "`c` becomes `true`",
      "`c` becomes `false`",
      "`revert No(a, a);` is left out",
    ]);
  });

  it("are arguments and operands swapped, where their types are the same", () => {
    expect(faultsOf('two(a, b, "");')).to.include('`two(a, b, "")` becomes `two(b, a, "")`');
    expect(faultsOf("a = a - b;")).to.deep.equal([
      "`a = a - b;` is left out",
      "`a - b` becomes `a + b`",
      "`a - b` becomes `b - a`",
    ]);
  });

  it("are numbers one higher and one lower, in comparisons and constants only", () => {
    expect(faultsOf("yes = a == 30 days;")).to.include.members([
      "`a == 30 days` becomes `a == (30 days + 1)`",
      "`a == 30 days` becomes `a == (30 days - 1)`",
    ]);
    expect(faultsOf("yes = a > 0;")).to.include("`a > 0` becomes `a > 1`");
    expect(faultsOf("a = 5;")).to.deep.equal(["`a = 5;` is left out"]);
    expect(faultsOf("", "uint256 constant N = 8;")).to.include(
      "`uint256 constant N = 8` becomes `uint256 constant N = (8 + 1)`",
    );
  });

  it("are modifiers left out, and counting the other way", () => {
    expect(faultsOf("", "modifier m() { _; } function g() public m {}")).to.include("`m` is left out");
    expect(faultsOf("for (a = 0; c; ++a) {}")).to.deep.equal(["`++a` becomes `--a`"]);
  });

  it("are values that a record has already, told for new ones", () => {
    expect(faultsOf("rec.like(size);")).to.include("`rec.like(size)` becomes `rec.like(rec.size())`");
  });

  it("say where they are, and change nothing else", () => {
    const source = "contract A {\n  uint256 constant N = 8;\n}\n";
    const [fault] = generatedFaults({ [FILE]: source });
    expect(fault?.says).to.equal(`${FILE}:2 \`uint256 constant N = 8\` becomes \`uint256 constant N = (8 + 1)\``);
    expect(fault?.source).to.equal(source.replace("8", "(8 + 1)"));
  });

  it("are not made of what does not compile", () => {
    expect(() => generatedFaults({ [FILE]: "contract A { no }" })).to.throw("ParserError");
  });
});

describe("The faults that are generated of the project's contracts", () => {
  let faults: GeneratedFault[];

  before(() => {
    faults = generatedFaults(projectSources());
  });

  const becoming = (file: string, text: string): string[] =>
    faults.filter((fault) => fault.file === file && fault.text === text).map(({ becomes }) => becomes);

  it("are the two that were found from outside: the second of the expiry, and a fraction's second number", () => {
    expect(becoming("contracts/rules/Lapsing.sol", "Clock.nowSeconds() >= proposal.expiresAt()")).to.include(
      "Clock.nowSeconds() > proposal.expiresAt()",
    );
    const change = "present.equals(RuleFields.create(kind, count, outOf))";
    expect(becoming("contracts/rules/SettingRules.sol", change)).to.include(
      "present.equals(RuleFields.create(kind, count, present.outOf()))",
    );
  });

  it("are in rules, libraries, managers and types, and in the implementation, each another", () => {
    const folders = new Set(faults.map(({ file }) => file.split("/").slice(1, -1)[0] ?? file));
    expect([...folders].sort()).to.deep.equal([
      "contracts/PermissionsImplementation.sol",
      "libraries",
      "managers",
      "rules",
      "types",
    ]);
    const planted = faults.map(({ file, source }) => id(file + source));
    expect(new Set(planted).size).to.equal(faults.length);
  });

  it("come in another order with another seed, and in the same with the same", () => {
    const first = shuffled(faults, 1).slice(0, 5);
    expect(shuffled(faults.toReversed(), 1).slice(0, 5)).to.deep.equal(first);
    expect(shuffled(faults, 2).slice(0, 5)).not.to.deep.equal(first);
  });

  it("are explained only where there is one to explain", () => {
    expect(obsolete(faults)).to.deep.equal([]);
    for (const fault of faults) expect(explanationOf(fault)?.why).not.to.equal("");
  });
});
