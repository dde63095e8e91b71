import { expect } from "chai";
import { town } from "../../helpers/cast.js";
import { refused } from "../../helpers/refused.js";
import { puppetOf, WRONG, WRONG_ANSWERS } from "../../helpers/wrong-implementations.js";
import { useFixture } from "../../helpers/use-fixture.js";

/** What a node lets a transaction have by default. */
const GAS = 4_712_384;

describe("A wrong implementation is refused", () => {
  const t = useFixture(town);

  afterEach("the present one stays", async () => {
    expect(await t.upgradable.getPermImpl()).to.equal(await t.implementation.getAddress());
    expect(await t.permInterface.getPermissionsImpl()).to.equal(await t.implementation.getAddress());
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
  const t = useFixture(town);

  it("so one that is faultless today is accepted, and the guardian replaces it when it no longer is", async () => {
    const puppet = await puppetOf(t);
    await t.upgradable.confirmImplChange(puppet);
    const { selector } = t.permInterface.interface.getFunction("transactionAllowed");
    await puppet.tell(selector, 0, 0, "0x");
    expect(await t.permInterface.transactionAllowed(t.member, t.member, 0, 0, 0, "0x")).to.equal(false);
    await t.upgradable.confirmImplChange(t.implementation);
    expect(await t.permInterface.transactionAllowed(t.member, t.member, 0, 0, 0, "0x")).to.equal(true);
  });

  it("so a proxy of a right one is accepted too, and works until its code is exchanged", async () => {
    const proxy = await t.ethers.deployContract("ProxyImplementation", [t.implementation]);
    await t.upgradable.confirmImplChange(proxy);
    await t.as(t.org1Admin).addSubOrg("ORG1", "SUB2", "", "", 0, 0);
    expect(await t.permInterface.transactionAllowed(t.member, t.member, 0, 0, 0, "0x")).to.equal(true);
    await proxy.exchange(await t.ethers.deployContract("Puppet"));
    expect(await t.permInterface.transactionAllowed(t.member, t.member, 0, 0, 0, "0x")).to.equal(false);
    await t.upgradable.confirmImplChange(t.implementation);
    expect(await t.orgs.checkOrgActive("ORG1.SUB2")).to.equal(true);
  });
});
