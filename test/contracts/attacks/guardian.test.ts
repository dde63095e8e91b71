import { expect } from "chai";
import { ZeroAddress } from "ethers";
import type { BrokenImplementation } from "../../../typechain-types/index.js";
import { town } from "../../helpers/cast.js";
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
} from "../../helpers/contract-suite.js";
import { useFixture } from "../../helpers/use-fixture.js";

const FAULTS = {
  reverts: 1,
  "answers two": 2,
  "answers nothing": 3,
  "answers too much": 4,
  "burns all gas": 5,
} as const;

describe("The guardian can always repair", () => {
  const t = useFixture(town);

  async function broken(): Promise<BrokenImplementation> {
    const { managers } = await t.implementation.suite();
    return await t.ethers.deployContract("BrokenImplementation", [t.upgradable, t.permInterface, [...managers]]);
  }

  describe("with an implementation that does not answer", () => {
    for (const [fault, code] of Object.entries(FAULTS)) {
      it(`its transaction to the upgradable contract is allowed when the implementation ${fault}`, async () => {
        const implementation = await broken();
        await t.upgradable.confirmImplChange(implementation);
        await implementation.setFault(code);
        const { permInterface, upgradable, guardian } = t;
        expect(await permInterface.transactionAllowed(guardian, upgradable, 0, 0, 0, "0x12345678")).to.equal(true);
        expect(await permInterface.transactionAllowed(guardian, permInterface, 0, 0, 0, "0x12345678")).to.equal(false);
        expect(await permInterface.transactionAllowed(t.member, upgradable, 0, 0, 0, "0x12345678")).to.equal(false);
        expect(await permInterface.connectionAllowed(t.node1[0], t.node1[1], 30303)).to.equal(false);
      });

      it(`it puts a working one in the place of one that ${fault}`, async () => {
        const implementation = await broken();
        await t.upgradable.confirmImplChange(implementation);
        await implementation.setFault(code);
        await t.upgradable.confirmImplChange(t.implementation);
        expect(await t.permInterface.transactionAllowed(t.member, t.member, 0, 0, 0, "0x")).to.equal(true);
      });
    }
  });

  describe("with its account in the network or not", () => {
    it("it is no account of the network, and still may send to the upgradable contract, to the interface for its vetoes, and nowhere else", async () => {
      const ask = async (to: string): Promise<boolean> =>
        await t.permInterface.transactionAllowed(t.guardian, to, 0, 0, 0, "0x");
      expect(await t.accounts.getAccountStatus(t.guardian)).to.equal(0n);
      expect(await ask(await t.upgradable.getAddress())).to.equal(true);
      expect(await ask(await t.permInterface.getAddress())).to.equal(true);
      expect(await ask(t.stranger.address)).to.equal(false);
      expect(await ask(ZeroAddress)).to.equal(false);
    });

    it("no one else may because of the target, and the zero address is not a proposed guardian", async () => {
      for (const sender of [t.stranger.address, t.suspended.address, t.blacklisted.address, ZeroAddress]) {
        expect(await t.permInterface.transactionAllowed(sender, t.upgradable, 0, 0, 0, "0x")).to.equal(false);
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
        await refused(admin.addOrg("ORG3", ...nodeNamed("ORG3"), person), "AccountIsGuardian", person.address);
        await refused(admin.assignAdminRole("ORG1", person, ORG_ADMIN), "AccountIsGuardian", person.address);
        await makeAdmin(t, ADMIN_ORG, person, NETWORK_ADMIN);
      }
    });
  });

  describe("of its own suite, and of no other", () => {
    it("the guardian of another suite has no power here", async () => {
      const other = await linkedSuite(t);
      await other.upgradable.transferGuardian(t.stranger);
      await other.upgradable.connect(t.stranger).acceptGuardian();
      await refused(t.upgradable.connect(t.stranger).acceptGuardian(), "NotProposedGuardian");
      expect(await t.permInterface.transactionAllowed(t.stranger, t.upgradable, 0, 0, 0, "0x")).to.equal(false);
      expect(await t.permInterface.transactionAllowed(t.guardian, other.upgradable, 0, 0, 0, "0x")).to.equal(false);
    });
  });

  describe("at the first link", () => {
    it("the interface must be a contract of the same suite, and is linked once", async () => {
      const upgradable = await t.ethers.deployContract("PermissionsUpgradable", [t.guardian]);
      const managers = await deployManagers(t.ethers, upgradable);
      const permissions = await t.ethers.deployContract("PermissionsInterface", [upgradable]);
      const implementation = await deployImplementation(t.ethers, upgradable, permissions, managers);
      const theirs = await t.permInterface.getAddress();
      await refused(upgradable.init(t.stranger, implementation), "InterfaceOfOtherSuite", t.stranger.address);
      await refused(upgradable.init(theirs, implementation), "InterfaceOfOtherSuite", theirs);
      await refused(upgradable.init(implementation, implementation), "InterfaceOfOtherSuite");
      await refused(upgradable.init(permissions, t.implementation), "ImplementationOfOtherSuite");
      const strays = await deployManagers(t.ethers, t.upgradable);
      const astray = await deployImplementation(t.ethers, upgradable, permissions, strays);
      await refused(upgradable.init(permissions, astray), "ImplementationOfOtherSuite", await astray.getAddress());
      const noManager = { ...managers, voters: t.stranger } as unknown as typeof managers;
      const empty = await deployImplementation(t.ethers, upgradable, permissions, noManager);
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
        await t.permInterface.transactionAllowed(t.stranger, t.upgradable, 0, 0, 0, "0x");
      expect(await ask()).to.equal(false);
      await t.upgradable.transferGuardian(t.stranger);
      expect(await ask()).to.equal(true);
      await t.upgradable.transferGuardian(ZeroAddress);
      expect(await ask()).to.equal(false);
    });

    it("only the proposed one accepts, once, and a proposal can be taken back", async () => {
      const accept = (): Promise<unknown> => t.upgradable.connect(t.stranger).acceptGuardian();
      await refused(accept(), "NotProposedGuardian", t.stranger.address, ZeroAddress);
      await t.upgradable.transferGuardian(t.member);
      await refused(accept(), "NotProposedGuardian", t.stranger.address, t.member.address);
      await t.upgradable.transferGuardian(t.stranger);
      await t.upgradable.transferGuardian(ZeroAddress);
      await refused(accept(), "NotProposedGuardian", t.stranger.address, ZeroAddress);
    });

    it("what is so already is refused", async () => {
      await refused(t.upgradable.transferGuardian(ZeroAddress), "NothingChanges");
      await t.upgradable.transferGuardian(t.stranger);
      await refused(t.upgradable.transferGuardian(t.stranger), "NothingChanges");
      await refused(t.upgradable.setBootOperator(t.operator, true), "NothingChanges");
      await refused(t.upgradable.setBootOperator(t.stranger, false), "NothingChanges");
    });

    it("the former guardian has no power", async () => {
      await t.upgradable.transferGuardian(t.stranger);
      await t.upgradable.connect(t.stranger).acceptGuardian();
      await refused(t.upgradable.confirmImplChange(t.implementation), "NotGuardian", t.guardian.address);
      await refused(t.upgradable.transferGuardian(t.guardian), "NotGuardian", t.guardian.address);
      expect(await t.permInterface.transactionAllowed(t.guardian, t.upgradable, 0, 0, 0, "0x")).to.equal(false);
    });
  });
});
