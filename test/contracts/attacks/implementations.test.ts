import { expect } from "chai";
import { network } from "hardhat";
import { type Town, town } from "../../helpers/cast.js";
import { refused } from "../../helpers/refused.js";
import { puppetOf, WRONG, WRONG_ANSWERS } from "../../helpers/wrong-implementations.js";

const { ethers, networkHelpers } = await network.create();

const fixture = (): Promise<Town> => town(ethers);

/** What a node lets a transaction have by default. */
const GAS = 4_712_384;

describe("A wrong implementation is refused", () => {
  let t: Town;

  beforeEach(async () => {
    t = await networkHelpers.loadFixture(fixture);
  });

  afterEach("the present one stays", async () => {
    expect(await t.upgradable.getPermImpl()).to.equal(await t.implementation.getAddress());
    expect(await t.face.getPermissionsImpl()).to.equal(await t.implementation.getAddress());
  });

  for (const [kind, [error, make]] of Object.entries(WRONG)) {
    it(`be it ${kind}`, async () => {
      const wrong = await make(t);
      await refused(t.upgradable.confirmImplChange(wrong, { gasLimit: GAS }), error, wrong);
    });
  }

  for (const [name, faults] of Object.entries(WRONG_ANSWERS)) {
    const error = name === "suite" ? "ImplementationOfOtherSuite" : "ImplementationDoesNotAnswer";
    for (const fault of Object.keys(faults)) {
      it(`one whose ${name} ${fault}`, async () => {
        const wrong = await puppetOf(t, name, fault);
        await refused(t.upgradable.confirmImplChange(wrong, { gasLimit: GAS }), error, await wrong.getAddress());
      });
    }
  }
});

describe("What an implementation will answer later cannot be known", () => {
  let t: Town;

  beforeEach(async () => {
    t = await networkHelpers.loadFixture(fixture);
  });

  it("so one that is faultless today is accepted, and the guardian replaces it when it is not any more", async () => {
    const puppet = await puppetOf(t);
    await t.upgradable.confirmImplChange(puppet);
    const { selector } = t.face.interface.getFunction("transactionAllowed");
    await puppet.tell(selector, 0, 0, "0x");
    expect(await t.face.transactionAllowed(t.member, t.member, 0, 0, 0, "0x")).to.equal(false);
    await t.upgradable.confirmImplChange(t.implementation);
    expect(await t.face.transactionAllowed(t.member, t.member, 0, 0, 0, "0x")).to.equal(true);
  });

  it("so a proxy of a right one is accepted too, and works until its code is exchanged", async () => {
    const proxy = await ethers.deployContract("ProxyImplementation", [t.implementation]);
    await t.upgradable.confirmImplChange(proxy);
    await t.as(t.org1Admin).addSubOrg("ORG1", "SUB2", "", "", 0, 0);
    expect(await t.face.transactionAllowed(t.member, t.member, 0, 0, 0, "0x")).to.equal(true);
    await proxy.exchange(await ethers.deployContract("Puppet"));
    expect(await t.face.transactionAllowed(t.member, t.member, 0, 0, 0, "0x")).to.equal(false);
    await t.upgradable.confirmImplChange(t.implementation);
    expect(await t.orgs.checkOrgActive("ORG1.SUB2")).to.equal(true);
  });
});
