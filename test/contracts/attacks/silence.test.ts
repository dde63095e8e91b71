import { expect } from "chai";
import { town } from "../../helpers/cast.js";
import { Action, Op, RuleKind, Setting } from "../../data/codes.js";
import { refused } from "../../helpers/refused.js";
import {
  ADMIN_ORG,
  movedTo,
  NETWORK_ADMIN,
  nodeNamed,
  ORG_ADMIN,
  type PermInterface,
  type Person,
} from "../../helpers/contract-suite.js";
import { useFixture } from "../../helpers/use-fixture.js";

const fresh = nodeNamed("fresh");

describe("Nothing succeeds without effect", () => {
  const t = useFixture(town);
  let org1: PermInterface;
  let admin: PermInterface;
  let newcomer: Person;

  beforeEach(() => {
    org1 = t.as(t.org1Admin);
    admin = t.as(t.admins[0]);
    [newcomer] = t.free;
  });

  it("a node whose ip, port or Raft port is not the one recorded is refused", async () => {
    const [, ip, port] = t.node1;
    for (const other of [movedTo(t.node1, "6.6.6.6"), movedTo(t.node1, ip, port + 1), movedTo(t.node1, ip, port, 7)]) {
      const values = [other[0], ...other.slice(1)];
      await refused(org1.updateNodeStatus("ORG1", ...other, Action.SUSPEND), "NodeAddressDiffers", ...values);
      await refused(admin.startBlacklistedNodeRecovery("ORG1", ...other), "NodeAddressDiffers", ...values);
    }
  });

  it("a node that the network lists without its Raft port can be named without it", async () => {
    const raft = nodeNamed("raft", "10.0.1.9", 30303, 50401);
    await org1.addNode("ORG1", ...raft);
    await org1.updateNodeStatus("ORG1", ...movedTo(raft, raft[1], raft[2], 0), Action.SUSPEND);
    expect((await t.nodes.getNodeDetails(raft[0])).nodeStatus).to.equal(3n);
  });

  it("an unknown organisation, node, role or account is refused", async () => {
    await refused(admin.updateOrgStatus("NONE", 1), "OrgUnknown", "NONE");
    await refused(admin.assignAdminRole("NONE", newcomer, ORG_ADMIN), "OrgUnknown", "NONE");
    await refused(org1.addNode("ORG1.NONE", ...fresh), "OrgUnknown", "ORG1.NONE");
    await refused(org1.updateNodeStatus("ORG1", ...fresh, 1), "NodeUnknown", fresh[0]);
    await refused(admin.startBlacklistedNodeRecovery("ORG1", ...fresh), "NodeUnknown", fresh[0]);
    await refused(org1.assignAccountRole(newcomer, "ORG1", "NONE"), "RoleUnknown", "NONE", "ORG1");
    await refused(org1.removeRole("NONE", "ORG1"), "RoleUnknown", "NONE", "ORG1");
    await refused(org1.updateAccountStatus("ORG1", newcomer, 1), "AccountOfOtherOrg", newcomer.address, "ORG1");
    const recovery = admin.startBlacklistedAccountRecovery("ORG1", newcomer);
    await refused(recovery, "AccountOfOtherOrg", newcomer.address, "ORG1");
  });

  it("what is there already is not added again", async () => {
    await refused(org1.addNewRole("MEMBER", "ORG1", 3, false, false), "RoleExists", "MEMBER", "ORG1");
    await refused(org1.addSubOrg("ORG1", "SUB1", ...fresh), "OrgExists", "ORG1.SUB1");
    await refused(org1.addNode("ORG1", ...t.node1), "NodeExists", t.node1[0]);
    await refused(admin.addOrg("ORG1", ...fresh, newcomer), "OrgExists", "ORG1");
    await refused(admin.addOrg(ADMIN_ORG, ...fresh, newcomer), "OrgExists", ADMIN_ORG);
    await refused(org1.assignAccountRole(t.member, "ORG1", "MEMBER"), "AccountHasRole", t.member.address, "MEMBER");
    const again = admin.assignAdminRole("ORG1", t.org1Admin, ORG_ADMIN);
    await refused(again, "AccountIsAdmin", t.org1Admin.address);
    await refused(admin.addOrg("ORG3", ...fresh, t.org1Admin), "AccountInUse", t.org1Admin.address, 2);
  });

  it("a role is not removed twice", async () => {
    await org1.removeRole("MEMBER", "ORG1");
    await refused(org1.removeRole("MEMBER", "ORG1"), "RoleUnknown", "MEMBER", "ORG1");
  });

  it("a setting is not voted on that is the present one", async () => {
    await refused(admin.proposeSetting(Setting.IP_CHECK, 1), "NothingChanges");
    await refused(admin.proposeRule(Op.ADD_ORG, RuleKind.MAJORITY, 0, 0), "NothingChanges");
  });

  it("nothing is approved that was not proposed", async () => {
    await refused(admin.approveOrg("ORG1", ...t.node1, t.org1Admin), "NothingToApprove");
    await refused(admin.approveOrgStatus("ORG1", 1), "NothingToApprove");
    await refused(admin.approveAdminRole(ADMIN_ORG, newcomer), "NothingToApprove");
    await refused(admin.approveBlacklistedAccountRecovery("ORG1", t.blacklisted), "NothingToApprove");
    await refused(admin.approveBlacklistedNodeRecovery("ORG1", ...t.node1), "NothingToApprove");
  });

  for (const action of [0n, 4n, 5n, 255n, 2n ** 256n - 1n]) {
    it(`an action that does not exist is refused (${action.toString().slice(0, 8)})`, async () => {
      await refused(org1.updateAccountStatus("ORG1", t.member, action), "ActionNotAllowed", action);
      await refused(org1.updateNodeStatus("ORG1", ...t.node1, action), "ActionNotAllowed", action);
      await refused(admin.updateOrgStatus("ORG1", action), "ActionNotAllowed", action);
    });
  }

  it("the status of a sub-organisation is not for the network to change", async () => {
    await refused(admin.updateOrgStatus("ORG1.SUB1", 1), "OrgNotTopLevel", "ORG1.SUB1");
  });

  it("an access level and an operation that do not exist are refused", async () => {
    await refused(org1.addNewRole("X", "ORG1", 8, false, false), "AccessNotAllowed", 8);
    await refused(org1.addNewRole("X", "ORG1", 256, false, false), "AccessNotAllowed", 256);
    await refused(admin.proposeRule(0, RuleKind.ALL, 0, 0), "OperationUnknown", 0);
    await refused(admin.proposeRule(23, RuleKind.ALL, 0, 0), "OperationUnknown", 23);
  });

  it("an account whose role was revoked is not activated without one", async () => {
    const attempt = admin.updateAccountStatus(ADMIN_ORG, t.formerAdmin, Action.ACTIVATE);
    await refused(attempt, "AccountWithoutRole", t.formerAdmin.address);
    await refused(admin.assignAdminRole("ORG1", newcomer, NETWORK_ADMIN), "RoleUnknown", NETWORK_ADMIN, "ORG1");
  });
});
