import { expect } from "chai";
import { check } from "../../tools/prove/model-checker.js";

const FILE = "A.sol";

function doubtsAbout(body: string): string[] {
  const source = `// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;
contract A {
  function half(uint24 all) external pure returns (uint256 part) { ${body} }
}`;
  return check(FILE, () => source)
    .filter(({ doubt }) => doubt !== undefined)
    .map(({ place, text }) => `${place}: ${text}`);
}

describe("The model checker", () => {
  it("proves what holds for all inputs", () => {
    expect(doubtsAbout("part = uint256(all) / 2 + 1; assert(part * 2 > all);")).to.deep.equal([]);
  });

  it("finds what holds for most inputs only", () => {
    expect(doubtsAbout("part = (uint256(all) + 1) / 2; assert(part * 2 > all);")).to.deep.equal([
      "half: assert(part * 2 > all)",
    ]);
  });

  it("finds arithmetic that may fail", () => {
    expect(doubtsAbout("part = uint256(all) - 1;")).to.deep.equal(["half: uint256(all) - 1"]);
    expect(doubtsAbout("part = 1 / uint256(all);")).to.deep.equal(["half: 1 / uint256(all)"]);
  });

  it("is not believed where it proves everything, as behind a divisor of zero on a path that nothing takes", () => {
    expect(doubtsAbout("if (all > 2 ** 24) part = 1 / part; assert(part == 5);")).to.include("half: assert(part == 5)");
  });

  it("is believed behind an early return", () => {
    expect(doubtsAbout("if (all > 5) return 5; part = all; assert(part <= 5);")).to.deep.equal([]);
    expect(doubtsAbout("if (all > 5) return 5; part = all; assert(part < 5);")).to.deep.equal([
      "half: assert(part < 5)",
    ]);
  });

  it("takes no warning of the compiler for a proof", () => {
    expect(doubtsAbout("uint256 unused;")).not.to.deep.equal([]);
  });
});
