import { readFileSync } from "node:fs";
import { expect } from "chai";
import { GENERATED, solidityConstants } from "../../tools/solidity-constants.js";

describe("The constants that the library takes from the contracts", () => {
  it("are those of the contracts; `npm run generate:constants` writes them anew", async () => {
    expect(readFileSync(GENERATED, "utf8")).to.equal(await solidityConstants());
  });
});
