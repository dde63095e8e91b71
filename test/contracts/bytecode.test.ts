import { expect } from "chai";
import { getBytes } from "ethers";
import { type Code, compiled } from "../../bench/build-output.js";
import { REFERENCE_ABI } from "../data/abi-v2.js";
import { instructionsIn, laterOpcodes } from "../helpers/opcodes.js";

const EIP_170_LIMIT = 24_576;

const bytes = (code: Code): Uint8Array => getBytes(`0x${code.object}`);
const scan = (code: Code): string[] => laterOpcodes(bytes(code), instructionsIn(code.sourceMap));

describe("The bytecode", () => {
  for (const contract of Object.keys(REFERENCE_ABI)) {
    it(`of ${contract} fits a chain with the default limit of code`, async () => {
      const { deployedBytecode: runtime } = (await compiled(contract)).evm;
      expect(bytes(runtime).length).to.be.greaterThan(0).and.lessThan(EIP_170_LIMIT);
    });

    it(`of ${contract} has no operation later than Istanbul, neither at creation nor deployed`, async () => {
      const { bytecode: creation, deployedBytecode: runtime } = (await compiled(contract)).evm;
      expect(instructionsIn(runtime.sourceMap)).to.be.greaterThan(100);
      expect(scan(creation)).to.deep.equal([]);
      expect(scan(runtime)).to.deep.equal([]);
    });
  }

  it("would be found out if it had a later operation anywhere among its instructions", async () => {
    const { deployedBytecode: runtime } = (await compiled("OrgManager")).evm;
    const count = instructionsIn(runtime.sourceMap);
    const planted = Uint8Array.from([0x5f, ...bytes(runtime)]);
    expect(laterOpcodes(planted, count)).to.deep.equal(["PUSH0"]);
    expect(laterOpcodes(Uint8Array.from([0x00, 0x5e, 0x5c, 0x5d, 0x48, 0x49, 0x4a, 0x1e]), 8)).to.have.length(7);
  });

  it("is read as instructions: what a PUSH carries and what follows the code is data", () => {
    const pushes = Uint8Array.from([0x60, 0x5f, 0x7f, ...new Uint8Array(32).fill(0x5e), 0x00, 0x5f]);
    expect(laterOpcodes(pushes, 3)).to.deep.equal([]);
    expect(laterOpcodes(pushes, 4)).to.deep.equal(["PUSH0"]);
  });
});
