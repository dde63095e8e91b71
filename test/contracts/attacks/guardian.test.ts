import { expect } from "chai";
import { network } from "hardhat";
import type { BrokenImplementation } from "../../../typechain-types/index.js";
import { type Town, town } from "../../helpers/cast.js";
import { refused } from "../../helpers/refused.js";
import {
  ADMIN_ORG,
  deployImplementation,
  deployManagers,
  linkedSuite,
  makeAdmin,
  NETWORK_ADMIN,
  nodeNamed,
  ORG_ADMIN,
} from "../../helpers/suite.js";

const { ethers, networkHelpers } = await network.create();
async function fixture(): Promise<Town> {
  return await town(ethers);
}

const FAULTS = {
  reverts: 1,
  "answers two": 2,
  "answers nothing": 3,
  "answers too much": 4,
  "burns all gas": 5,
} as const;

describe("The guardian can always repair", () => {
  let t: Town;

  beforeEach(async () => {
    t = await networkHelpers.loadFixture(fixture);
  });

  async function broken(): Promise<BrokenImplementation> {
    const managers = [t.orgs, t.roles, t.accounts, t.voters, t.nodes].map((manager) => manager.getAddress());
    return await ethers.deployContract("BrokenImplementation", [t.upgradable, await Promise.all(managers)]);
  }

  describe("with an implementation that does not answer", () => {
    for (const [fault, code] of Object.entries(FAULTS)) {
      it(`its transaction to the upgradable contract is allowed when the implementation ${fault}`, async () => {
        const implementation = await broken();
        await t.upgradable.confirmImplChange(implementation);
        await implementation.setFault(code);
        const { face, upgradable, guardian } = t;
        expect(await face.transactionAllowed(guardian, upgradable, 0, 0, 0, "0x12345678")).to.equal(true);
        expect(await face.transactionAllowed(guardian, face, 0, 0, 0, "0x12345678")).to.equal(false);
        expect(await face.transactionAllowed(t.member, upgradable, 0, 0, 0, "0x12345678")).to.equal(false);
        expect(await face.connectionAllowed(t.node1[0], t.node1[1], 30303)).to.equal(false);
      });

      it(`it puts a working one in the place of one that ${fault}`, async () => {
        const implementation = await broken();
        await t.upgradable.confirmImplChange(implementation);
        await implementation.setFault(code);
        await t.upgradable.confirmImplChange(t.implementation);
        expect(await t.face.transactionAllowed(t.member, t.member, 0, 0, 0, "0x")).to.equal(true);
      });
    }
  });

  describe("with its account in the network or not", () => {
    it("it is no account of the network, and still may send to the upgradable contract, and nowhere else", async () => {
      const ask = async (to: string): Promise<boolean> =>
        await t.face.transactionAllowed(t.guardian, to, 0, 0, 0, "0x");
      expect(await t.accounts.getAccountStatus(t.guardian)).to.equal(0n);
      expect(await ask(await t.upgradable.getAddress())).to.equal(true);
      expect(await ask(await t.face.getAddress())).to.equal(false);
      expect(await ask(ethers.ZeroAddress)).to.equal(false);
    });

    it("nobody else may because of the target, and the zero address is no guardian to be", async () => {
      for (const sender of [t.stranger.address, t.suspended.address, t.blacklisted.address, ethers.ZeroAddress]) {
        expect(await t.face.transactionAllowed(sender, t.upgradable, 0, 0, 0, "0x")).to.equal(false);
      }
    });
  });

  describe("and is no organisation's account, whose nodes alone could send for it", () => {
    it("neither it nor the proposed one can be claimed, but both may be network admins", async () => {
      await t.upgradable.transferGuardian(t.stranger);
      const admin = t.as(t.admins[0]);
      for (const person of [t.guardian, t.stranger]) {
        const claim = t.as(t.org1Admin).assignAccountRole(person, "ORG1", "MEMBER");
        await refused(claim, "AccountIsGuardian", person.address);
        await refused(admin.addOrg("ORG3", ...nodeNamed(ethers, "ORG3"), person), "AccountIsGuardian", person.address);
        await refused(admin.assignAdminRole("ORG1", person, ORG_ADMIN), "AccountIsGuardian", person.address);
        await makeAdmin(t, ADMIN_ORG, person, NETWORK_ADMIN);
      }
    });
  });

  describe("of its own suite, and of no other", () => {
    it("the guardian of another suite has no power here", async () => {
      const other = await linkedSuite(ethers);
      await other.upgradable.transferGuardian(t.stranger);
      await other.upgradable.connect(t.stranger).acceptGuardian();
      await refused(t.upgradable.connect(t.stranger).acceptGuardian(), "NotProposedGuardian");
      expect(await t.face.transactionAllowed(t.stranger, t.upgradable, 0, 0, 0, "0x")).to.equal(false);
      expect(await t.face.transactionAllowed(t.guardian, other.upgradable, 0, 0, 0, "0x")).to.equal(false);
    });
  });

  describe("at the first link", () => {
    it("the interface must be a contract of the same suite, and is linked once", async () => {
      const upgradable = await ethers.deployContract("PermissionsUpgradable", [t.guardian]);
      const managers = await deployManagers(ethers, upgradable);
      const implementation = await deployImplementation(ethers, upgradable, managers);
      const permissions = await ethers.deployContract("PermissionsInterface", [upgradable]);
      const theirs = await t.face.getAddress();
      await refused(upgradable.init(t.stranger, implementation), "InterfaceOfOtherSuite", t.stranger.address);
      await refused(upgradable.init(theirs, implementation), "InterfaceOfOtherSuite", theirs);
      await refused(upgradable.init(implementation, implementation), "InterfaceOfOtherSuite");
      await refused(upgradable.init(permissions, t.implementation), "ImplementationOfOtherSuite");
      const strays = await deployManagers(ethers, t.upgradable);
      const astray = await deployImplementation(ethers, upgradable, strays);
      await refused(upgradable.init(permissions, astray), "ImplementationOfOtherSuite", await astray.getAddress());
      const empty = await ethers.deployContract("PermissionsImplementation", [
        upgradable,
        ...[managers.orgs, managers.roles, managers.accounts, t.stranger, managers.nodes],
      ]);
      await refused(upgradable.init(permissions, empty), "ImplementationOfOtherSuite", await empty.getAddress());
      await refused(upgradable.confirmImplChange(implementation), "NotInitialised");
      await upgradable.init(permissions, implementation);
      await refused(upgradable.init(permissions, implementation), "AlreadyInitialised");
    });
  });

  describe("and hands its office on in two steps", () => {
    it("nothing changes until the proposed one accepts", async () => {
      await expect(t.upgradable.transferGuardian(t.stranger))
        .to.emit(t.upgradable, "GuardianProposed")
        .withArgs(t.guardian, t.stranger);
      expect(await t.upgradable.getGuardian()).to.equal(t.guardian);
      expect(await t.upgradable.getProposedGuardian()).to.equal(t.stranger);
      await refused(t.upgradable.connect(t.stranger).transferGuardian(t.stranger), "NotGuardian", t.stranger.address);
      await expect(t.upgradable.connect(t.stranger).acceptGuardian())
        .to.emit(t.upgradable, "GuardianChanged")
        .withArgs(t.guardian, t.stranger);
      expect(await t.upgradable.getGuardian()).to.equal(t.stranger);
    });

    it("the proposed one may send its acceptance though it is no account of the network", async () => {
      const ask = async (): Promise<boolean> =>
        await t.face.transactionAllowed(t.stranger, t.upgradable, 0, 0, 0, "0x");
      expect(await ask()).to.equal(false);
      await t.upgradable.transferGuardian(t.stranger);
      expect(await ask()).to.equal(true);
      await t.upgradable.transferGuardian(ethers.ZeroAddress);
      expect(await ask()).to.equal(false);
    });

    it("only the proposed one accepts, once, and a proposal can be taken back", async () => {
      const accept = (): Promise<unknown> => t.upgradable.connect(t.stranger).acceptGuardian();
      await refused(accept(), "NotProposedGuardian", t.stranger.address, ethers.ZeroAddress);
      await t.upgradable.transferGuardian(t.member);
      await refused(accept(), "NotProposedGuardian", t.stranger.address, t.member.address);
      await t.upgradable.transferGuardian(t.stranger);
      await t.upgradable.transferGuardian(ethers.ZeroAddress);
      await refused(accept(), "NotProposedGuardian", t.stranger.address, ethers.ZeroAddress);
    });

    it("what is so already is refused", async () => {
      await refused(t.upgradable.transferGuardian(ethers.ZeroAddress), "NothingChanges");
      await t.upgradable.transferGuardian(t.stranger);
      await refused(t.upgradable.transferGuardian(t.stranger), "NothingChanges");
      await refused(t.upgradable.setBootOperator(t.operator, true), "NothingChanges");
      await refused(t.upgradable.setBootOperator(t.stranger, false), "NothingChanges");
    });

    it("the former guardian has no power any more", async () => {
      await t.upgradable.transferGuardian(t.stranger);
      await t.upgradable.connect(t.stranger).acceptGuardian();
      await refused(t.upgradable.confirmImplChange(t.implementation), "NotGuardian", t.guardian.address);
      await refused(t.upgradable.transferGuardian(t.guardian), "NotGuardian", t.guardian.address);
      expect(await t.face.transactionAllowed(t.guardian, t.upgradable, 0, 0, 0, "0x")).to.equal(false);
    });
  });
});
