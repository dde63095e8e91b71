import { expect } from "chai";
import type { FunctionFragment } from "ethers";
import { network } from "hardhat";
import { calldata, dummies, writes } from "../../helpers/callers.js";
import { type Town, town } from "../../helpers/cast.js";
import { outcomeOf, refused } from "../../helpers/refused.js";
import { nodeNamed } from "../../helpers/suite.js";

const { ethers, networkHelpers } = await network.create();
async function fixture(): Promise<Town> {
  return await town(ethers);
}

const fresh = nodeNamed(ethers, "fresh");

describe("Nobody speaks for another", () => {
  let t: Town;
  let named: FunctionFragment[];

  beforeEach(async () => {
    t = await networkHelpers.loadFixture(fixture);
    const names = new Set<string>();
    t.face.interface.forEachFunction((fragment) => names.add(fragment.name));
    named = writes(t.implementation).filter((f) => f.inputs.at(-1)?.name === "caller");
  });

  it("the implementation's functions that name a caller are those that nodes know", () => {
    expect(named).to.have.length(17);
  });

  it("naming another caller to the implementation itself is of no use", async () => {
    for (const fragment of named) {
      const args = [...dummies(fragment).slice(0, -1), t.admins[0].address];
      const direct = t.implementation.connect(t.stranger).getFunction(fragment.format());
      expect(await outcomeOf(direct(...args)), fragment.name).to.equal("NotInterface");
    }
  });

  it("nor is sending the implementation's function, with a caller named, to the interface", async () => {
    const to = await t.face.getAddress();
    for (const fragment of named) {
      const args = [...dummies(fragment).slice(0, -1), t.admins[0].address];
      const data = calldata(t.implementation, fragment, args);
      await refused(t.stranger.sendTransaction({ to, data }), "CallerForged", t.admins[0].address, t.stranger.address);
    }
  });

  it("nor is a word with another's address at the end of a call", async () => {
    const to = await t.face.getAddress();
    const word = ethers.zeroPadValue(t.admins[0].address, 32).slice(2);
    const calls = [calldata(t.face, "proposeIpCheck", [false]), calldata(t.face, "updateOrgStatus", ["ORG1", 1])];
    for (const call of calls) {
      await refused(t.stranger.sendTransaction({ to, data: call + word }), "NotAVoter", t.stranger.address);
    }
    const node = calldata(t.face, "changeNodeAddress", ["ORG1", ...fresh]);
    await refused(t.stranger.sendTransaction({ to, data: node + word }), "NotOrgAdmin", t.stranger.address, "ORG1");
  });

  it("nor are boot steps with an operator's address at the end", async () => {
    const to = await t.face.getAddress();
    const word = ethers.zeroPadValue(t.operator.address, 32).slice(2);
    const data = calldata(t.face, "addAdminAccount", [t.stranger.address]) + word;
    await refused(t.stranger.sendTransaction({ to, data }), "NotBootOperator", t.stranger.address);
  });

  it("nobody but the upgradable contract hands the policy over, not through the interface either", async () => {
    const to = await t.face.getAddress();
    const data = calldata(t.implementation, "setMigrationPolicy", ["A", "B", "C", true]);
    await refused(t.stranger.sendTransaction({ to, data }), "NotUpgradable", to);
  });

  it("naming oneself is the same as calling the interface's function", async () => {
    const to = await t.face.getAddress();
    const args = ["ORG1", ...fresh, t.org1Admin.address] as const;
    const data = calldata(t.implementation, "addNode", args);
    await t.org1Admin.sendTransaction({ to, data });
    expect((await t.nodes.getNodeDetails(fresh[0])).orgId).to.equal("ORG1");
  });

  it("a call that is no function of the suite, an empty one and one that carries value are refused", async () => {
    const to = await t.face.getAddress();
    for (const data of ["0xdeadbeef", "0x", "0x12"]) {
      expect(await outcomeOf(t.stranger.sendTransaction({ to, data }))).to.equal("reverted without a reason");
    }
    const data = calldata(t.face, "vote", [1, true]);
    expect(await outcomeOf(t.admins[0].sendTransaction({ to, data, value: 1 }))).not.to.equal("allowed");
  });
});
