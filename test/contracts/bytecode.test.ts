import { expect } from "chai";
import { getBytes } from "ethers";
import { MODULE_NAMES } from "../../src/model/contracts.js";
import { type Code, compiled } from "../../tools/bench/build-output.js";
import { REFERENCE_ABI } from "../data/abi-v2.js";
import { instructionsIn, laterOpcodes, powerfulOpcodes } from "../helpers/opcodes.js";

const EIP_170_LIMIT = 24_576;
/** For what a release adds. */
const ROOM = 4_000;

const ROUTER = "PermissionsImplementation";
/** The router runs modules; the changes of resolutions, and who votes, are kept as the code of contracts that nothing runs. */
const POWERS: Readonly<Record<string, string[]>> = {
  [ROUTER]: ["DELEGATECALL"],
  ResolutionModule: ["CREATE"],
  PolicyModule: ["CREATE"],
};
const CONTRACTS = [...Object.keys(REFERENCE_ABI), ...MODULE_NAMES];

const bytes = (code: Code): Uint8Array => getBytes(`0x${code.object}`);
const scan = (code: Code): string[] => laterOpcodes(bytes(code), instructionsIn(code.sourceMap));

async function powers(contract: string): Promise<string[]> {
  const { deployedBytecode: runtime } = (await compiled(contract)).evm;
  return powerfulOpcodes(bytes(runtime), instructionsIn(runtime.sourceMap));
}

describe("The bytecode", () => {
  for (const contract of CONTRACTS) {
    it(`of ${contract} fits a chain with the default limit of code, with room for more`, async () => {
      const { deployedBytecode: runtime } = (await compiled(contract)).evm;
      expect(bytes(runtime).length)
        .to.be.greaterThan(0)
        .and.at.most(EIP_170_LIMIT - ROOM);
    });

    it(`of ${contract} has no operation later than Istanbul, neither at creation nor deployed`, async () => {
      const { bytecode: creation, deployedBytecode: runtime } = (await compiled(contract)).evm;
      expect(instructionsIn(runtime.sourceMap)).to.be.greaterThan(100);
      expect(scan(creation)).to.deep.equal([]);
      expect(scan(runtime)).to.deep.equal([]);
    });
  }

  for (const contract of [ROUTER, ...MODULE_NAMES]) {
    it(`of ${contract} neither stores nor reads storage, and creates, destroys and runs nothing but what is routed or kept`, async () => {
      expect(await powers(contract)).to.deep.equal(POWERS[contract] ?? []);
    });
  }

  for (const contract of Object.keys(REFERENCE_ABI).filter((name) => name !== ROUTER)) {
    it(`of ${contract} creates, destroys and runs no other contract's code`, async () => {
      expect(new Set(await powers(contract))).to.deep.equal(new Set(["SLOAD", "SSTORE"]));
    });
  }

  it("would be found out if it stored, created, destroyed or ran anything", () => {
    const planted = Uint8Array.from([0x54, 0x55, 0xf0, 0xf1, 0xf2, 0xf4, 0xf4, 0xf5, 0xfa, 0xff, 0x60, 0xf4, 0xf4]);
    expect(powerfulOpcodes(planted, 11)).to.deep.equal([
      "CALLCODE",
      "CREATE",
      "CREATE2",
      "DELEGATECALL",
      "DELEGATECALL",
      "SELFDESTRUCT",
      "SLOAD",
      "SSTORE",
    ]);
  });

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
