import { expect } from "chai";
import { statusOf, town } from "../../helpers/cast.js";
import { AccountStatus, Action, NodeStatus, State } from "../../data/codes.js";
import { refused } from "../../helpers/refused.js";
import {
  ADMIN_ORG,
  lastProposal,
  makeAdmin,
  NETWORK_ADMIN,
  nodeNamed,
  ORG_ADMIN,
  type PermInterface,
  type Person,
  removeAdmin,
  stateOf,
  voteThrough,
} from "../../helpers/contract-suite.js";
import { useFixture } from "../../helpers/use-fixture.js";

describe("Whoever loses an office loses what it has given", () => {
  const t = useFixture(town);
  let org1: PermInterface;
  let admin: PermInterface;
  let sleeper: Person;
  let successor: Person;
  const isAdmin = async (person: Person, orgId: string): Promise<boolean> =>
    await t.permInterface.isOrgAdmin(person, orgId);

  beforeEach(async () => {
    org1 = t.as(t.org1Admin);
    admin = t.as(t.admins[0]);
    [sleeper, successor] = t.free;
    await org1.assignAccountRole(sleeper, "ORG1", "DEPUTY");
    await admin.addNewRole("DEPUTY", ADMIN_ORG, 3, true, true);
    await admin.addNewRole("CLERK", ADMIN_ORG, 3, false, false);
  });

  it("an admin made by hand is none any more when the admin is replaced by vote, nor below", async () => {
    for (const [person, orgId] of [
      [sleeper, "ORG1"],
      [t.subAdmin, "ORG1.SUB1"],
    ] as const) {
      expect(await isAdmin(person, orgId)).to.equal(true);
    }
    await makeAdmin(t, "ORG1", successor, ORG_ADMIN);
    for (const [person, orgId] of [
      [sleeper, "ORG1"],
      [t.subAdmin, "ORG1.SUB1"],
    ] as const) {
      expect(await isAdmin(person, orgId)).to.equal(false);
      await refused(t.as(person).addNode(orgId, ...nodeNamed("x")), "NotOrgAdmin", person.address, orgId);
    }
  });

  it("nor when the admin is removed by vote, so the removed one is not brought back", async () => {
    await removeAdmin(t, "ORG1", t.org1Admin);
    const attempt = t.as(sleeper).assignAccountRole(t.org1Admin, "ORG1", "DEPUTY");
    await refused(attempt, "NotOrgAdmin", sleeper.address, "ORG1");
  });

  it("the list of accounts says so, also to a node that starts again, and the role's other rights stay", async () => {
    await makeAdmin(t, "ORG1", successor, ORG_ADMIN);
    const page = await t.accounts.getAccountPage(0, 100);
    const shown = page.find(({ account }) => account === sleeper.address);
    expect([shown?.orgAdmin, shown?.effective]).to.deep.equal([false, true]);
    const listed = await t.accounts.getAccountDetailsFromIndex(page.findIndex((each) => each === shown));
    expect([...listed]).to.deep.equal([sleeper.address, "ORG1", "DEPUTY", 2n, false]);
    expect(await t.permInterface.transactionAllowed(sleeper, sleeper, 0, 0, 0, "0x")).to.equal(true);
  });

  it("the successor may give the same role again, and it counts again", async () => {
    await makeAdmin(t, "ORG1", successor, ORG_ADMIN);
    await t.as(successor).assignAccountRole(sleeper, "ORG1", "DEPUTY");
    expect(await isAdmin(sleeper, "ORG1")).to.equal(true);
    await refused(
      t.as(successor).assignAccountRole(sleeper, "ORG1", "DEPUTY"),
      "AccountHasRole",
      sleeper.address,
      "DEPUTY",
    );
  });

  it("a vote about a sub-organisation ends nothing above it", async () => {
    await makeAdmin(t, "ORG1.SUB1", successor, ORG_ADMIN);
    await removeAdmin(t, "ORG1.SUB1", successor);
    expect(await isAdmin(t.subAdmin, "ORG1.SUB1")).to.equal(false);
    expect(await isAdmin(sleeper, "ORG1")).to.equal(true);
  });

  it("a removed network admin leaves no admin below the admin organisation", async () => {
    await admin.addSubOrg(ADMIN_ORG, "SUB", "", "", 0, 0);
    await admin.assignAccountRole(successor, `${ADMIN_ORG}.SUB`, "DEPUTY");
    expect(await isAdmin(successor, `${ADMIN_ORG}.SUB`)).to.equal(true);
    await removeAdmin(t, ADMIN_ORG, t.admins[2]);
    expect(await isAdmin(successor, `${ADMIN_ORG}.SUB`)).to.equal(false);
  });

  it("an admin made by hand can be removed by vote, whatever role it is given meanwhile", async () => {
    await admin.proposeAdminRemoval("ORG1", sleeper);
    await org1.assignAccountRole(sleeper, "ORG1", "MEMBER");
    await voteThrough(t);
    expect(await statusOf(t, sleeper)).to.equal(AccountStatus.REVOKED);
  });

  it("a suspended admin can be removed too, so that it does not wake", async () => {
    await removeAdmin(t, "ORG1", t.suspended);
    expect(await statusOf(t, t.suspended)).to.equal(AccountStatus.REVOKED);
  });

  describe("in the admin organisation", () => {
    it("no admin role is given by hand", async () => {
      await refused(admin.assignAccountRole(successor, ADMIN_ORG, "DEPUTY"), "AdminRoleByVoteOnly", "DEPUTY");
    });

    it("one that was voted out is not brought back by hand", async () => {
      const out = t.formerAdmin;
      const attempt = admin.assignAccountRole(out, ADMIN_ORG, "CLERK");
      await refused(attempt, "AccountStatusNotAllowed", out.address, AccountStatus.REVOKED, 0);
      await refused(admin.updateAccountStatus(ADMIN_ORG, out, Action.ACTIVATE), "AccountWithoutRole", out.address);
    });

    it("one that was voted out and shut out is for a vote, not for a role", async () => {
      const out = t.formerAdmin;
      await admin.updateAccountStatus(ADMIN_ORG, out, Action.BLACKLIST);
      const attempt = admin.updateAccountStatus(ADMIN_ORG, out, Action.ACTIVATE);
      const { BLACKLISTED } = AccountStatus;
      await refused(attempt, "AccountStatusNotAllowed", out.address, BLACKLISTED, Action.ACTIVATE);
    });

    it("a custom admin role is given and taken by vote, and by nothing else", async () => {
      await makeAdmin(t, ADMIN_ORG, successor, "DEPUTY");
      expect(await isAdmin(successor, ADMIN_ORG)).to.equal(true);
      await refused(admin.assignAccountRole(successor, ADMIN_ORG, "CLERK"), "AccountIsAdmin", successor.address);
      const suspension = admin.updateAccountStatus(ADMIN_ORG, successor, Action.SUSPEND);
      await refused(suspension, "AccountIsAdmin", successor.address);
      await removeAdmin(t, ADMIN_ORG, t.admins[2]);
      expect(await isAdmin(successor, ADMIN_ORG), "what a vote has given stays").to.equal(true);
      await removeAdmin(t, ADMIN_ORG, successor);
      expect(await isAdmin(successor, ADMIN_ORG)).to.equal(false);
    });

    it("a vote that names the account alone is no vote for a custom admin role", async () => {
      await admin.assignAdminRole(ADMIN_ORG, successor, "DEPUTY");
      const id = await lastProposal(t);
      await refused(admin.approveAdminRole(ADMIN_ORG, successor), "ProposalDiffers", id);
      await admin.vote(id, true);
    });

    it("a role that was removed and added again meanwhile is another one than was voted for", async () => {
      await admin.addNewRole("GUEST", ADMIN_ORG, 0, false, true);
      await admin.assignAdminRole(ADMIN_ORG, successor, "GUEST");
      await admin.removeRole("GUEST", ADMIN_ORG);
      await admin.addNewRole("GUEST", ADMIN_ORG, 3, false, true);
      await voteThrough(t);
      expect(await stateOf(t, await lastProposal(t))).to.equal(State.REJECTED);
      await makeAdmin(t, ADMIN_ORG, successor, "GUEST");
      expect(await isAdmin(successor, ADMIN_ORG)).to.equal(true);
      await admin.removeRole("GUEST", ADMIN_ORG);
      expect(await isAdmin(successor, ADMIN_ORG)).to.equal(false);
    });

    it("an appointment is not stopped by suspending or blacklisting the appointee", async () => {
      for (const [action, person] of [
        [Action.SUSPEND, successor],
        [Action.BLACKLIST, t.free[2]],
      ] as const) {
        await admin.assignAccountRole(person, ADMIN_ORG, "CLERK");
        await admin.assignAdminRole(ADMIN_ORG, person, NETWORK_ADMIN);
        const id = await lastProposal(t);
        await t.as(t.admins[0]).vote(id, true);
        await t.as(t.admins[2]).updateAccountStatus(ADMIN_ORG, person, action);
        await t.as(t.admins[1]).vote(id, true);
        if ((await stateOf(t, id)) === State.OPEN) await voteThrough(t, id);
        expect(await t.permInterface.isNetworkAdmin(person)).to.equal(true);
      }
    });

    it("a guardian that is no network admin any more cannot be suspended or blacklisted by one of them", async () => {
      await makeAdmin(t, ADMIN_ORG, t.guardian, NETWORK_ADMIN);
      await removeAdmin(t, ADMIN_ORG, t.guardian);
      const attempt = admin.updateAccountStatus(ADMIN_ORG, t.guardian, Action.BLACKLIST);
      await refused(attempt, "AccountIsGuardian", t.guardian.address);
    });

    it("proposals of one who was removed are closed by anybody", async () => {
      await t.as(t.admins[2]).updateOrgStatus("ORG2", Action.SUSPEND);
      const id = await lastProposal(t);
      await refused(t.as(t.stranger).close(id), "ProposalUndecided", id, 0, 0, 3);
      await removeAdmin(t, ADMIN_ORG, t.admins[2]);
      await t.as(t.stranger).close(id);
      expect(await stateOf(t, id)).to.equal(State.WITHDRAWN);
    });
  });

  describe("while the organisation is suspended", () => {
    beforeEach(async () => {
      await admin.updateOrgStatus("ORG1", Action.SUSPEND);
      await voteThrough(t);
    });

    it("the admin by vote takes away, here and below", async () => {
      await org1.updateAccountStatus("ORG1", sleeper, Action.BLACKLIST);
      await org1.updateAccountStatus("ORG1.SUB1", t.subAdmin, Action.SUSPEND);
      await org1.updateNodeStatus("ORG1", ...t.node1, Action.SUSPEND);
      await org1.updateNodeStatus("ORG1.SUB1", ...t.subNode, Action.BLACKLIST);
      await org1.removeRole("DEPUTY", "ORG1");
      expect(await statusOf(t, sleeper)).to.equal(AccountStatus.BLACKLISTED);
      expect((await t.nodes.getNodeDetails(t.subNode[0])).nodeStatus).to.equal(NodeStatus.BLACKLISTED);
    });

    it("and gives nothing", async () => {
      await refused(org1.updateAccountStatus("ORG1", t.suspended, Action.ACTIVATE), "OrgNotActive", "ORG1");
      await org1.updateNodeStatus("ORG1", ...t.node1, Action.SUSPEND);
      await refused(org1.updateNodeStatus("ORG1", ...t.node1, Action.ACTIVATE), "OrgNotActive", "ORG1");
      await refused(org1.assignAccountRole(t.free[3], "ORG1", "MEMBER"), "OrgNotActive", "ORG1");
      await refused(org1.addNewRole("NEW", "ORG1", 1, false, false), "OrgNotActive", "ORG1");
    });

    it("an admin made by hand does neither", async () => {
      await refused(t.as(sleeper).updateAccountStatus("ORG1", t.member, Action.SUSPEND), "OrgNotActive", "ORG1");
      await refused(t.as(sleeper).removeRole("MEMBER", "ORG1"), "OrgNotActive", "ORG1");
    });

    it("nodes let the admin by vote send to the interface, and to nothing else; others send nothing", async () => {
      const to = async (person: Person, target: string): Promise<boolean> =>
        await t.permInterface.transactionAllowed(person, target, 0, 0, 0, "0x01");
      const permInterface = await t.permInterface.getAddress();
      expect(await to(t.org1Admin, permInterface)).to.equal(true);
      expect(await to(t.org1Admin, t.stranger.address)).to.equal(false);
      for (const person of [sleeper, t.member, t.subAdmin]) expect(await to(person, permInterface)).to.equal(false);
    });

    it("the network appoints another admin", async () => {
      await makeAdmin(t, "ORG1", successor, ORG_ADMIN);
      expect(await statusOf(t, t.org1Admin)).to.equal(AccountStatus.REVOKED);
      await t.as(successor).updateAccountStatus("ORG1", sleeper, Action.BLACKLIST);
      await admin.updateOrgStatus("ORG1", Action.ACTIVATE);
      await voteThrough(t);
      expect(await isAdmin(successor, "ORG1")).to.equal(true);
    });
  });
});
