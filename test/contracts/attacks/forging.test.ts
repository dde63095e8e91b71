import { expect } from "chai";
import { type FunctionFragment, toBeHex, zeroPadValue } from "ethers";
import { calldata, dummies, writes } from "../../helpers/callers.js";
import { town } from "../../helpers/cast.js";
import { outcomeOf, refused } from "../../helpers/refused.js";
import { nodeNamed } from "../../helpers/contract-suite.js";
import { useFixture } from "../../helpers/use-fixture.js";

const fresh = nodeNamed("fresh");

describe("No one can act as someone else", () => {
  const t = useFixture(town);
  let named: FunctionFragment[];

  beforeEach(() => {
    const names = new Set<string>();
    t.permInterface.interface.forEachFunction((fragment) => names.add(fragment.name));
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
    const to = await t.permInterface.getAddress();
    for (const fragment of named) {
      const args = [...dummies(fragment).slice(0, -1), t.admins[0].address];
      const data = calldata(t.implementation, fragment, args);
      await refused(t.stranger.sendTransaction({ to, data }), "CallerForged", t.admins[0].address, t.stranger.address);
    }
  });

  it("nor is a word with another's address at the end of a call", async () => {
    const to = await t.permInterface.getAddress();
    const word = zeroPadValue(t.admins[0].address, 32).slice(2);
    const calls = [
      calldata(t.permInterface, "proposeSetting", [1, 0]),
      calldata(t.permInterface, "updateOrgStatus", ["ORG1", 1]),
    ];
    for (const call of calls) {
      await refused(t.stranger.sendTransaction({ to, data: call + word }), "NotAVoter", t.stranger.address);
    }
    const node = calldata(t.permInterface, "changeNodeAddress", ["ORG1", ...fresh]);
    await refused(t.stranger.sendTransaction({ to, data: node + word }), "NotOrgAdmin", t.stranger.address, "ORG1");
  });

  it("nor is a text that begins among the arguments, where the interface puts the caller", async () => {
    const to = await t.permInterface.getAddress();
    const { selector } = t.permInterface.interface.getFunction("updateOrgStatus");
    // Read where it stands, the organisation's id is empty. Read a word further, its length is the action.
    const data = selector + toBeHex(0, 32).slice(2) + toBeHex(1, 32).slice(2);
    expect(await outcomeOf(t.admins[0].sendTransaction({ to, data }))).to.equal("reverted without a reason");
  });

  it("nor are boot steps with an operator's address at the end", async () => {
    const to = await t.permInterface.getAddress();
    const word = zeroPadValue(t.operator.address, 32).slice(2);
    const data = calldata(t.permInterface, "addAdminAccount", [t.stranger.address]) + word;
    await refused(t.stranger.sendTransaction({ to, data }), "NotBootOperator", t.stranger.address);
  });

  it("only the upgradable contract hands the policy over, and not through the interface either", async () => {
    const to = await t.permInterface.getAddress();
    const data = calldata(t.implementation, "setMigrationPolicy", ["A", "B", "C", true]);
    await refused(t.stranger.sendTransaction({ to, data }), "NotUpgradable", to);
  });

  it("naming oneself is the same as calling the interface's function", async () => {
    const to = await t.permInterface.getAddress();
    const args = ["ORG1", ...fresh, t.org1Admin.address] as const;
    const data = calldata(t.implementation, "addNode", args);
    await t.org1Admin.sendTransaction({ to, data });
    expect((await t.nodes.getNodeDetails(fresh[0])).orgId).to.equal("ORG1");
  });

  it("a call that is no function of the suite, an empty one and one that carries value are refused", async () => {
    const to = await t.permInterface.getAddress();
    for (const data of ["0xdeadbeef", "0x", "0x12"]) {
      expect(await outcomeOf(t.stranger.sendTransaction({ to, data }))).to.equal("reverted without a reason");
    }
    const data = calldata(t.permInterface, "vote", [1, true]);
    expect(await outcomeOf(t.admins[0].sendTransaction({ to, data, value: 1 }))).not.to.equal("allowed");
  });
});
