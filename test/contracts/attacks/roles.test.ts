import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { maySend, town } from "../../helpers/cast.js";
import { Access, Action } from "../../data/codes.js";
import { refused } from "../../helpers/refused.js";
import { nodeNamed, type PermInterface, type Person, voteThrough } from "../../helpers/contract-suite.js";
import { useFixture } from "../../helpers/use-fixture.js";

const fresh = nodeNamed("fresh");

describe("A role's rights end with it", () => {
  const t = useFixture(town);
  let org1: PermInterface;
  let newcomer: Person;

  beforeEach(() => {
    org1 = t.as(t.org1Admin);
    [newcomer] = t.free;
  });

  const isEffective = async (person: Person): Promise<boolean | undefined> =>
    (await t.accounts.getAccountPage(0, 100)).find(({ account }) => account === person.address)?.effective;

  it("the accounts that hold a removed role may send nothing", async () => {
    expect(await maySend(t, t.member)).to.equal(true);
    await org1.removeRole("MEMBER", "ORG1");
    expect(await maySend(t, t.member)).to.equal(false);
    expect(await isEffective(t.member)).to.equal(false);
  });

  it("a removed admin role makes no admin, also in a sub-organisation", async () => {
    await org1.removeRole("DEPUTY", "ORG1");
    expect(await t.permInterface.isOrgAdmin(t.subAdmin, "ORG1.SUB1")).to.equal(false);
    await refused(t.as(t.subAdmin).addNode("ORG1.SUB1", ...fresh), "NotOrgAdmin", t.subAdmin.address, "ORG1.SUB1");
  });

  it("a removed role can be added again, and does not give its former holders their rights back", async () => {
    await org1.removeRole("MEMBER", "ORG1");
    await org1.removeRole("DEPUTY", "ORG1");
    await org1.addNewRole("MEMBER", "ORG1", Access.FULL, false, false);
    await org1.addNewRole("DEPUTY", "ORG1", Access.FULL, true, true);
    expect(await maySend(t, t.member)).to.equal(false);
    expect(await t.permInterface.isOrgAdmin(t.subAdmin, "ORG1.SUB1")).to.equal(false);
    expect(await isEffective(t.subAdmin)).to.equal(false);
  });

  it("whoever is given the role that came back has the rights that it has now", async () => {
    await org1.removeRole("MEMBER", "ORG1");
    await org1.addNewRole("MEMBER", "ORG1", Access.TRANSFER, false, false);
    await org1.assignAccountRole(t.member, "ORG1", "MEMBER");
    expect(await t.permInterface.transactionAllowed(t.member, t.member, 1, 0, 0, "0x")).to.equal(true);
    expect(await t.permInterface.transactionAllowed(t.member, t.member, 1, 0, 0, "0x00")).to.equal(false);
  });

  it("a suspended account does not come back with a role that was removed", async () => {
    await org1.removeRole("DEPUTY", "ORG1");
    await org1.updateAccountStatus("ORG1", t.suspended, Action.ACTIVATE);
    expect(await t.permInterface.isOrgAdmin(t.suspended, "ORG1")).to.equal(false);
    expect(await maySend(t, t.suspended)).to.equal(false);
  });

  it("a recovered account does not come back with a role that was removed", async () => {
    await org1.removeRole("DEPUTY", "ORG1");
    await org1.addNewRole("DEPUTY", "ORG1", Access.FULL, true, true);
    await t.as(t.admins[0]).startBlacklistedAccountRecovery("ORG1", t.blacklisted);
    await voteThrough(t);
    expect(await t.permInterface.isOrgAdmin(t.blacklisted, "ORG1")).to.equal(false);
    expect(await maySend(t, t.blacklisted)).to.equal(false);
  });

  it("a removed role cannot be given to anyone", async () => {
    await org1.removeRole("MEMBER", "ORG1");
    await refused(org1.assignAccountRole(newcomer, "ORG1", "MEMBER"), "RoleUnknown", "MEMBER", "ORG1");
  });

  it("a removed role of a sub-organisation does not hide an active one of its ancestor", async () => {
    const sub = t.as(t.subAdmin);
    await sub.addNewRole("MEMBER", "ORG1.SUB1", Access.READ_ONLY, false, false);
    expect(await t.roles.roleAccess("MEMBER", "ORG1.SUB1", "ORG1")).to.equal(Access.READ_ONLY);
    await sub.removeRole("MEMBER", "ORG1.SUB1");
    expect(await t.roles.roleAccess("MEMBER", "ORG1.SUB1", "ORG1")).to.equal(Access.FULL);
    await sub.assignAccountRole(newcomer, "ORG1.SUB1", "MEMBER");
    expect(await maySend(t, newcomer)).to.equal(true);
  });

  it("a role of the ancestor does not become the sub-organisation's when that defines one of the same name", async () => {
    const sub = t.as(t.subAdmin);
    await sub.assignAccountRole(newcomer, "ORG1.SUB1", "MEMBER");
    await sub.addNewRole("MEMBER", "ORG1.SUB1", Access.READ_ONLY, false, false);
    expect(await maySend(t, newcomer)).to.equal(true);
    await org1.removeRole("MEMBER", "ORG1");
    expect(await maySend(t, newcomer)).to.equal(false);
  });

  it("a role of a sub-organisation cannot be held above it or beside it", async () => {
    await org1.addSubOrg("ORG1", "SUB2", "", "", 0, 0);
    await t.as(t.subAdmin).addNewRole("LOCAL", "ORG1.SUB1", Access.FULL, false, true);
    await refused(org1.assignAccountRole(newcomer, "ORG1", "LOCAL"), "RoleUnknown", "LOCAL", "ORG1");
    await refused(org1.assignAccountRole(newcomer, "ORG1.SUB2", "LOCAL"), "RoleUnknown", "LOCAL", "ORG1.SUB2");
    expect(await t.roles.roleExists("LOCAL", "ORG1", "ORG1")).to.equal(false);
  });

  type Type = "transfer" | "deployment" | "call";
  const LEVELS: Record<keyof typeof Access, Type[]> = {
    READ_ONLY: [],
    TRANSFER: ["transfer"],
    DEPLOY: ["deployment"],
    FULL: ["transfer", "deployment", "call"],
    CALL: ["call"],
    TRANSFER_AND_CALL: ["transfer", "call"],
    TRANSFER_AND_DEPLOY: ["transfer", "deployment"],
    DEPLOY_AND_CALL: ["deployment", "call"],
  };
  for (const [level, allowed] of Object.entries(LEVELS)) {
    it(`access ${level} covers ${allowed.join(", ") || "nothing"} and no more`, async () => {
      await org1.addNewRole("LEVEL", "ORG1", Access[level as keyof typeof Access], false, false);
      await org1.assignAccountRole(newcomer, "ORG1", "LEVEL");
      const ask = async (target: string, payload: string): Promise<boolean> =>
        await t.permInterface.transactionAllowed(newcomer, target, 1, 0, 0, payload);
      const answers = {
        transfer: await ask(t.stranger.address, "0x"),
        deployment: await ask(ZeroAddress, "0x60"),
        call: await ask(t.stranger.address, "0x60"),
      };
      expect(Object.keys(answers).filter((type) => answers[type as Type])).to.have.members(allowed);
      expect(await ask(ZeroAddress, "0x")).to.equal(answers.deployment);
    });
  }
});
