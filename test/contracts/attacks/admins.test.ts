import { expect } from "chai";
import { type Town, town } from "../../helpers/cast.js";
import { AccountStatus, Action, State } from "../../data/codes.js";
import { refused } from "../../helpers/refused.js";
import {
  ADMIN_ORG,
  lastProposal,
  makeAdmin,
  NETWORK_ADMIN,
  ORG_ADMIN,
  type Person,
  removeAdmin,
  stateOf,
  voteThrough,
} from "../../helpers/contract-suite.js";
import { useFixture } from "../../helpers/use-fixture.js";

describe("Admins are made and unmade by vote only", () => {
  const t = useFixture(town);
  let newcomer: Person;
  let admins: Town["admins"];

  beforeEach(() => {
    [newcomer] = t.free;
    admins = t.admins;
  });

  it("a network admin cannot demote another, nor itself, by giving it another role", async () => {
    const admin = t.as(admins[0]);
    await admin.addNewRole("OPS", ADMIN_ORG, 0, false, false);
    for (const victim of admins) {
      await refused(admin.assignAccountRole(victim, ADMIN_ORG, "OPS"), "AccountIsAdmin", victim.address);
    }
  });

  for (const [name, action] of Object.entries(Action)) {
    it(`no admin's status can be changed without a vote (${name})`, async () => {
      const byAdmin = t.as(admins[0]).updateAccountStatus(ADMIN_ORG, admins[1], action);
      await refused(byAdmin, "AccountIsAdmin", admins[1].address);
      const bySelf = t.as(t.org1Admin).updateAccountStatus("ORG1", t.org1Admin, action);
      await refused(bySelf, "AccountIsAdmin", t.org1Admin.address);
    });
  }

  it("an organisation's admin cannot hand out either admin role", async () => {
    const org1 = t.as(t.org1Admin);
    await refused(org1.assignAccountRole(newcomer, "ORG1", ORG_ADMIN), "AdminRoleByVoteOnly", ORG_ADMIN);
    await refused(org1.assignAccountRole(t.member, "ORG1", ORG_ADMIN), "AdminRoleByVoteOnly", ORG_ADMIN);
    await refused(org1.assignAccountRole(newcomer, "ORG1", NETWORK_ADMIN), "RoleUnknown", NETWORK_ADMIN, "ORG1");
    await refused(org1.assignAdminRole("ORG1", newcomer, ORG_ADMIN), "NotAVoter", t.org1Admin.address);
  });

  it("a network admin cannot hand out the network admin role without a vote", async () => {
    const attempt = t.as(admins[0]).assignAccountRole(newcomer, ADMIN_ORG, NETWORK_ADMIN);
    await refused(attempt, "AdminRoleByVoteOnly", NETWORK_ADMIN);
  });

  it("the network admin role belongs to the admin organisation, not to another and not to one below it", async () => {
    const admin = t.as(admins[0]);
    await admin.addSubOrg(ADMIN_ORG, "OPS", "", "", 0, 0);
    await refused(admin.assignAdminRole("ORG1", newcomer, NETWORK_ADMIN), "RoleUnknown", NETWORK_ADMIN, "ORG1");
    const below = `${ADMIN_ORG}.OPS`;
    await refused(admin.assignAdminRole(below, newcomer, NETWORK_ADMIN), "RoleNotAnAdminRole", NETWORK_ADMIN);
    await refused(admin.assignAccountRole(newcomer, below, NETWORK_ADMIN), "AdminRoleByVoteOnly", NETWORK_ADMIN);
  });

  it("a role that makes no admin cannot be voted in as an admin role", async () => {
    await refused(t.as(admins[0]).assignAdminRole("ORG1", newcomer, "MEMBER"), "RoleNotAnAdminRole", "MEMBER");
  });

  it("neither admin role can be removed from its organisation", async () => {
    await refused(t.as(admins[0]).removeRole(NETWORK_ADMIN, ADMIN_ORG), "AdminRoleByVoteOnly", NETWORK_ADMIN);
    await refused(t.as(t.org1Admin).removeRole(ORG_ADMIN, "ORG1"), "AdminRoleByVoteOnly", ORG_ADMIN);
  });

  it("a sitting network admin cannot be proposed as one, and so is not taken offline", async () => {
    await refused(
      t.as(admins[0]).assignAdminRole(ADMIN_ORG, admins[1], NETWORK_ADMIN),
      "AccountIsAdmin",
      admins[1].address,
    );
    expect(await t.permInterface.isNetworkAdmin(admins[1])).to.equal(true);
  });

  it("a former network admin can become one again, and the deciding vote closes the proposal", async () => {
    await t.as(admins[0]).assignAdminRole(ADMIN_ORG, t.formerAdmin, NETWORK_ADMIN);
    const id = await voteThrough(t);
    expect(await stateOf(t, id)).to.equal(State.APPROVED);
    expect(await t.permInterface.isNetworkAdmin(t.formerAdmin)).to.equal(true);
    expect((await t.voters.getNumberOfVoters()).active).to.equal(4n);
  });

  it("all but one network admin can be removed, and the last one cannot", async () => {
    await removeAdmin(t, ADMIN_ORG, admins[2]);
    await removeAdmin(t, ADMIN_ORG, admins[1]);
    await refused(t.as(admins[0]).proposeAdminRemoval(ADMIN_ORG, admins[0]), "LastNetworkAdmin", admins[0].address);
    expect(await t.permInterface.isNetworkAdmin(admins[0])).to.equal(true);
  });

  it("two removals that are open at once do not leave the network without an admin", async () => {
    await removeAdmin(t, ADMIN_ORG, admins[2]);
    const first = t.as(admins[0]);
    const second = t.as(admins[1]);
    await first.proposeAdminRemoval(ADMIN_ORG, admins[0]);
    const own = await lastProposal(t);
    await first.proposeAdminRemoval(ADMIN_ORG, admins[1]);
    const other = await lastProposal(t);
    await first.vote(own, true);
    await first.vote(other, true);
    await second.vote(other, true);
    await first.close(own);
    expect(await stateOf(t, own)).to.equal(State.REJECTED);
    expect(await t.permInterface.isNetworkAdmin(admins[0])).to.equal(true);
    expect(await t.accounts.getAccountStatus(admins[0])).to.equal(AccountStatus.ACTIVE);
  });

  it("a network admin that is removed keeps no vote and no entry as a voter", async () => {
    await removeAdmin(t, ADMIN_ORG, admins[2]);
    expect(await t.voters.isVoter(admins[2])).to.equal(false);
    expect(await t.voters.getNumberOfVoters()).to.deep.equal([4n, 2n]);
  });

  for (const action of [Action.SUSPEND, Action.ACTIVATE]) {
    it(`the admin organisation's status is beyond a vote (action ${action})`, async () => {
      await refused(t.as(admins[0]).updateOrgStatus(ADMIN_ORG, action), "AdminOrgNotAllowed", ADMIN_ORG);
      await refused(t.as(admins[0]).approveOrgStatus(ADMIN_ORG, action), "NothingToApprove");
    });
  }

  it("an organisation has one holder of its admin role: a new one takes the place of the old one", async () => {
    await makeAdmin(t, "ORG1", t.member, ORG_ADMIN);
    expect(await t.accounts.getAccountStatus(t.org1Admin)).to.equal(AccountStatus.REVOKED);
    expect(await t.permInterface.isOrgAdmin(t.member, "ORG1")).to.equal(true);
    await makeAdmin(t, "ORG1", t.org1Admin, ORG_ADMIN);
    expect(await t.accounts.getAccountStatus(t.member)).to.equal(AccountStatus.REVOKED);
  });

  it("the removal of an admin who was replaced meanwhile does not take the office from the new one", async () => {
    await t.as(admins[0]).proposeAdminRemoval("ORG1", t.org1Admin);
    const removal = await lastProposal(t);
    await makeAdmin(t, "ORG1", t.member, ORG_ADMIN);
    await voteThrough(t, removal);
    expect(await stateOf(t, removal)).to.equal(State.REJECTED);
    expect(await t.accounts.orgAdminExists("ORG1")).to.equal(true);
    expect(await t.permInterface.isOrgAdmin(t.member, "ORG1")).to.equal(true);
  });

  it("no admin by vote becomes admin of a second organisation", async () => {
    for (const person of [t.org2Admin, t.admins[1]]) {
      const attempt = t.as(admins[0]).assignAdminRole("ORG1.SUB1", person, ORG_ADMIN);
      await refused(attempt, "AccountOfOtherOrg", person.address, "ORG1.SUB1");
    }
  });

  it("only an admin can be removed as one", async () => {
    const admin = t.as(admins[0]);
    await refused(admin.proposeAdminRemoval("ORG1", t.member), "AccountNotAdmin", t.member.address);
    await refused(admin.proposeAdminRemoval("ORG2", t.org1Admin), "AccountOfOtherOrg", t.org1Admin.address, "ORG2");
    await refused(admin.proposeAdminRemoval(ADMIN_ORG, t.formerAdmin), "AccountNotAdmin", t.formerAdmin.address);
  });
});
