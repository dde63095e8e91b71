import { expect } from "chai";
import { Interface } from "ethers";
import { artifacts } from "hardhat";
import { REFERENCE_ABI } from "../data/abi-v2.js";

/** Whoever creates an implementation knows the suite; nodes and scripts meet it when it is there. */
const CREATED_OTHERWISE = "PermissionsImplementation";

describe("The ABI that nodes know", () => {
  for (const [contract, reference] of Object.entries(REFERENCE_ABI)) {
    describe(contract, () => {
      let compiled: Interface;

      before(async () => {
        compiled = new Interface((await artifacts.readArtifact(contract)).abi);
      });

      for (const fragment of reference) {
        if (contract === CREATED_OTHERWISE && fragment.startsWith("constructor")) continue;
        it(`has ${fragment}`, () => {
          expect(compiled.fragments.map((own) => own.format("minimal"))).to.include(fragment);
        });
      }

      it("has every function under the selector and every event under the topic of the reference", () => {
        const known = new Interface(reference);
        known.forEachFunction((f) => expect(compiled.getFunction(f.selector)?.name).to.equal(f.name));
        known.forEachEvent((e) => expect(compiled.getEvent(e.topicHash)?.name).to.equal(e.name));
      });

      it("does not index a parameter of an event that nodes decode", () => {
        new Interface(reference).forEachEvent((known) => {
          const own = compiled.getEvent(known.topicHash);
          expect(own?.inputs.filter((input) => input.indexed === true)).to.deep.equal([]);
        });
      });
    });
  }

  it("has no two functions of the implementation that share a selector with the interface's own administration", async () => {
    const abi = new Interface((await artifacts.readArtifact("PermissionsInterface")).abi);
    const rules = new Interface((await artifacts.readArtifact("PermissionsImplementation")).abi);
    for (const name of ["setPermImplementation", "getPermissionsImpl", "getPermUpgradable"]) {
      expect(rules.getFunction(abi.getFunction(name)?.selector ?? "")).to.equal(null);
    }
  });
});
