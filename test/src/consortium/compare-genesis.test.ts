import { expect } from "chai";
import { compareGenesis } from "../../../src/consortium/genesis/compare-genesis.js";
import { extraDataOf } from "../../../src/consortium/genesis/extra-data.js";
import { nodeAddress } from "../../../src/model/node-address.js";
import { genesisOf } from "../../../src/consortium/genesis/genesis.js";
import { enodeIdOf } from "../../../tools/shared/network-file.js";

const [A = "", B = "", C = ""] = ["a1", "b1", "c1"].map((digits) => nodeAddress(enodeIdOf(digits)));
const GENESIS = genesisOf({ chainId: 10_001, consensus: "istanbul", validators: [A, B] });

function compared(other: object): string[] {
  return compareGenesis({ name: "one.json", value: GENESIS }, { name: "other.json", value: other }).map(
    ({ level, what }) => `${level}: ${what}`,
  );
}

describe("Two genesis files", () => {
  it("are the same to nodes in other capitals, numbers and orders of keys", () => {
    const { mixHash, gasLimit, config, ...others } = GENESIS;
    const same = { mixhash: mixHash, gasLimit: Number(gasLimit), ...others, config: { ...config, CHAINID: 10_001 } };
    delete (same.config as Record<string, unknown>).chainId;
    expect(compared(same)).to.deep.equal(["ok: one.json and other.json say the same to nodes."]);
  });

  it("differ in chain id and rules, each with its place", () => {
    const { chainId, istanbul } = { chainId: 10_002, istanbul: { epoch: 100, policy: 0, ceil2Nby3Block: 0 } };
    expect(compared({ ...GENESIS, config: { ...GENESIS.config, chainId, istanbul, londonBlock: 0 } })).to.deep.equal([
      "error: config.chainid is 10001 in one.json, and 10002 in other.json.",
      "error: config.istanbul.epoch is 30000 in one.json, and 100 in other.json.",
      "error: config.londonblock is nothing in one.json, and 0 in other.json.",
    ]);
  });

  it("differ in validators, or in their order alone", () => {
    const consensus = "istanbul" as const;
    const others = extraDataOf({ consensus, validators: [A, C] });
    expect(compared({ ...GENESIS, extraData: others })).to.deep.equal([
      `error: Validators only in one.json: ${B}. Only in other.json: ${C}.`,
    ]);
    const sorted = [A, B].map((each) => each.slice(2).toLowerCase()).sort();
    const turned = GENESIS.extraData.replace(
      new RegExp(`${sorted[0] ?? ""}94${sorted[1] ?? ""}`),
      `${sorted[1] ?? ""}94${sorted[0] ?? ""}`,
    );
    expect(turned).to.not.equal(GENESIS.extraData);
    expect(compared({ ...GENESIS, extraData: turned })).to.deep.equal([
      "error: one.json and other.json have the same validators in another order.",
    ]);
  });

  it("differ in extra data that names no validators", () => {
    expect(compared({ ...GENESIS, extraData: "0x00" })[0]).to.match(/^error: extradata is 0x/);
  });
});
