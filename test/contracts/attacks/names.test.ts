import { expect } from "chai";
import { town } from "../../helpers/cast.js";
import { AccountStatus, Action } from "../../data/codes.js";
import { refused } from "../../helpers/refused.js";
import {
  makeAdmin,
  ADMIN_ORG,
  join,
  movedTo,
  NETWORK_ADMIN,
  nodeNamed,
  ORG_ADMIN,
  type Person,
} from "../../helpers/contract-suite.js";
import { useFixture } from "../../helpers/use-fixture.js";

const fresh = nodeNamed("fresh");

describe("The name of a role proves nothing outside its organisation", () => {
  const t = useFixture(town);
  let newcomer: Person;

  beforeEach(() => {
    [newcomer] = t.free;
  });

  it("an organisation's admin can do nothing to another organisation's nodes", async () => {
    const { node1 } = t;
    const org2 = t.as(t.org2Admin);
    const who = [t.org2Admin.address, "ORG1"];
    await refused(org2.addNode("ORG1", ...fresh), "NotOrgAdmin", ...who);
    await refused(org2.updateNodeStatus("ORG1", ...node1, Action.BLACKLIST), "NotOrgAdmin", ...who);
    await refused(org2.changeNodeAddress("ORG1", ...movedTo(node1, "6.6.6.6")), "NotOrgAdmin", ...who);
  });

  it("nor reach them by naming its own organisation", async () => {
    const { node1 } = t;
    const org2 = t.as(t.org2Admin);
    await refused(org2.updateNodeStatus("ORG2", ...node1, Action.BLACKLIST), "NodeOfOtherOrg", node1[0], "ORG2");
    await refused(org2.changeNodeAddress("ORG2", ...movedTo(node1, "6.6.6.6")), "NodeOfOtherOrg", node1[0], "ORG2");
    await refused(org2.addNode("ORG2", ...node1), "NodeExists", node1[0]);
  });

  it("nor to another organisation's accounts, admins and roles", async () => {
    const org2 = t.as(t.org2Admin);
    const who = [t.org2Admin.address, "ORG1"];
    await refused(org2.assignAccountRole(t.org1Admin, "ORG1", "MEMBER"), "NotOrgAdmin", ...who);
    await refused(org2.updateAccountStatus("ORG1", t.member, Action.BLACKLIST), "NotOrgAdmin", ...who);
    await refused(org2.removeRole("MEMBER", "ORG1"), "NotOrgAdmin", ...who);
    await refused(org2.addSubOrg("ORG1", "SUB9", ...fresh), "NotOrgAdmin", ...who);
    await refused(
      org2.updateAccountStatus("ORG2", t.member, Action.SUSPEND),
      "AccountOfOtherOrg",
      t.member.address,
      "ORG2",
    );
    await org2.addNewRole("MEMBER", "ORG2", 3, false, true);
    await refused(org2.assignAccountRole(t.member, "ORG2", "MEMBER"), "AccountOfOtherOrg", t.member.address, "ORG2");
  });

  it("an organisation whose id begins with another's id does not lie below it", async () => {
    const [, tenAdmin] = t.free;
    await join(t, "ORG10", tenAdmin);
    await refused(t.as(t.org1Admin).addNode("ORG10", ...fresh), "NotOrgAdmin", t.org1Admin.address, "ORG10");
    await refused(t.as(tenAdmin).addNode("ORG1", ...fresh), "NotOrgAdmin", tenAdmin.address, "ORG1");
  });

  it("an admin role of the admin organisation is not had by defining one of the same name elsewhere", async () => {
    await t.as(t.admins[0]).addNewRole("OPS", ADMIN_ORG, 3, true, true);
    await t.as(t.org1Admin).addNewRole("OPS", "ORG1", 3, true, true);
    await t.as(t.org1Admin).assignAccountRole(newcomer, "ORG1", "OPS");
    expect(await t.permInterface.isOrgAdmin(newcomer, "ORG1")).to.equal(true);
    expect(await t.permInterface.isOrgAdmin(newcomer, ADMIN_ORG)).to.equal(false);
    await refused(t.as(newcomer).addNode(ADMIN_ORG, ...fresh), "NotOrgAdmin", newcomer.address, ADMIN_ORG);
  });

  it("an admin role that is not the network admin role makes no network admin, not even in the admin organisation", async () => {
    await t.as(t.admins[0]).addNewRole("OPS", ADMIN_ORG, 3, true, true);
    await makeAdmin(t, ADMIN_ORG, newcomer, "OPS");
    expect(await t.permInterface.isNetworkAdmin(newcomer)).to.equal(false);
    await refused(t.as(newcomer).updateOrgStatus("ORG1", Action.SUSPEND), "NotAVoter", newcomer.address);
    const demotion = t.as(newcomer).updateAccountStatus(ADMIN_ORG, t.admins[0], Action.SUSPEND);
    await refused(demotion, "AccountIsAdmin", t.admins[0].address);
  });

  for (const name of [NETWORK_ADMIN, ORG_ADMIN]) {
    it(`no organisation can define a role named ${name}`, async () => {
      await refused(t.as(t.org1Admin).addNewRole(name, "ORG1", 3, true, true), "RoleReserved", name);
      await refused(t.as(t.subAdmin).addNewRole(name, "ORG1.SUB1", 3, true, true), "RoleReserved", name);
      await refused(t.as(t.admins[0]).addNewRole(name, ADMIN_ORG, 3, true, true), "RoleReserved", name);
    });
  }

  it("the admin of a sub-organisation cannot hand out its parent's organisation admin role", async () => {
    const sub = t.as(t.subAdmin);
    await refused(sub.assignAccountRole(newcomer, "ORG1.SUB1", ORG_ADMIN), "AdminRoleByVoteOnly", ORG_ADMIN);
    await refused(sub.assignAccountRole(newcomer, "ORG1", ORG_ADMIN), "NotOrgAdmin", t.subAdmin.address, "ORG1");
  });

  it("a parent's admin role makes an admin of the sub-organisation where it was given, and not of the parent", async () => {
    await t.as(t.subAdmin).assignAccountRole(newcomer, "ORG1.SUB1", "DEPUTY");
    expect(await t.permInterface.isOrgAdmin(newcomer, "ORG1.SUB1")).to.equal(true);
    expect(await t.permInterface.isOrgAdmin(newcomer, "ORG1")).to.equal(false);
    await refused(t.as(newcomer).addNode("ORG1", ...fresh), "NotOrgAdmin", newcomer.address, "ORG1");
  });

  it("the admin of a sub-organisation does not reach a sibling, and reaches what lies below", async () => {
    await t.as(t.org1Admin).addSubOrg("ORG1", "SUB2", ...nodeNamed("sibling"));
    await t.as(t.subAdmin).addSubOrg("ORG1.SUB1", "DEEP", ...nodeNamed("deep"));
    await refused(t.as(t.subAdmin).addNode("ORG1.SUB2", ...fresh), "NotOrgAdmin", t.subAdmin.address, "ORG1.SUB2");
    await t.as(t.subAdmin).addNode("ORG1.SUB1.DEEP", ...fresh);
    expect((await t.nodes.getNodeDetails(fresh[0])).orgId).to.equal("ORG1.SUB1.DEEP");
  });

  it("the admin of a sub-organisation cannot remove or bring back a role that its parent defined", async () => {
    const sub = t.as(t.subAdmin);
    await refused(sub.removeRole("MEMBER", "ORG1.SUB1"), "RoleUnknown", "MEMBER", "ORG1.SUB1");
    await refused(sub.removeRole("MEMBER", "ORG1"), "NotOrgAdmin", t.subAdmin.address, "ORG1");
  });

  it("a custom admin cannot touch the admin that the network chose", async () => {
    await t.as(t.org1Admin).assignAccountRole(newcomer, "ORG1", "DEPUTY");
    const deputy = t.as(newcomer);
    await refused(
      deputy.updateAccountStatus("ORG1", t.org1Admin, Action.SUSPEND),
      "AccountIsAdmin",
      t.org1Admin.address,
    );
    await refused(deputy.assignAccountRole(t.org1Admin, "ORG1", "MEMBER"), "AccountIsAdmin", t.org1Admin.address);
    expect(await t.accounts.getAccountStatus(t.org1Admin)).to.equal(AccountStatus.ACTIVE);
  });

  it("network admins have no say in what an organisation does with its own nodes and accounts", async () => {
    const admin = t.as(t.admins[0]);
    const who = [t.admins[0].address, "ORG1"];
    await refused(admin.addNode("ORG1", ...fresh), "NotOrgAdmin", ...who);
    await refused(admin.updateAccountStatus("ORG1", t.member, Action.BLACKLIST), "NotOrgAdmin", ...who);
    await refused(admin.assignAccountRole(newcomer, "ORG1", "DEPUTY"), "NotOrgAdmin", ...who);
  });
});
