import { expect } from "chai";
import { maySend, town } from "../../helpers/cast.js";
import { AccountStatus, Action } from "../../data/codes.js";
import { outcomeOf, refused } from "../../helpers/refused.js";
import {
  ADMIN_ORG,
  lastProposal,
  makeAdmin,
  NETWORK_ADMIN,
  nodeNamed,
  ORG_ADMIN,
  type Person,
  removeAdmin,
  voteThrough,
} from "../../helpers/contract-suite.js";
import { useFixture } from "../../helpers/use-fixture.js";

const fresh = nodeNamed("fresh");

describe("Only an active account has powers", () => {
  const t = useFixture(town);
  let newcomer: Person;

  beforeEach(() => {
    [newcomer] = t.free;
  });

  async function expectPowerless(person: Person): Promise<void> {
    const { permInterface } = t;
    expect(await permInterface.isNetworkAdmin(person)).to.equal(false);
    for (const orgId of [ADMIN_ORG, "ORG1", "ORG1.SUB1"])
      expect(await permInterface.isOrgAdmin(person, orgId)).to.equal(false);
    expect(await maySend(t, person)).to.equal(false);
    expect(await outcomeOf(t.as(person).addNode("ORG1", ...fresh))).to.equal("NotOrgAdmin");
    expect(await outcomeOf(t.as(person).updateOrgStatus("ORG1", Action.SUSPEND))).to.equal("NotAVoter");
    expect(await outcomeOf(t.as(person).proposeAdminRemoval(ADMIN_ORG, t.admins[0]))).to.equal("NotAVoter");
  }

  it("an account that is only proposed as network admin has none, and cannot vote itself in", async () => {
    await t.as(t.admins[0]).assignAdminRole(ADMIN_ORG, newcomer, NETWORK_ADMIN);
    const id = await lastProposal(t);
    expect(await t.accounts.getAccountStatus(newcomer)).to.equal(AccountStatus.PROPOSED);
    await expectPowerless(newcomer);
    await refused(t.as(newcomer).vote(id, true), "NotAVoter", newcomer.address);
    await refused(t.as(newcomer).approveAdminRole(ADMIN_ORG, newcomer), "NotAVoter", newcomer.address);
  });

  it("the admin of an organisation that is only proposed has none", async () => {
    await t.as(t.admins[0]).addOrg("ORG3", ...fresh, newcomer);
    await expectPowerless(newcomer);
    await refused(t.as(newcomer).addNode("ORG3", ...nodeNamed("x")), "NotOrgAdmin", newcomer.address, "ORG3");
  });

  it("an account proposed as an organisation's admin has none before the vote has passed", async () => {
    await t.as(t.admins[0]).assignAdminRole("ORG1", newcomer, ORG_ADMIN);
    await expectPowerless(newcomer);
    await voteThrough(t);
    expect(await t.permInterface.isOrgAdmin(newcomer, "ORG1")).to.equal(true);
  });

  it("a suspended, a blacklisted and an unknown account have none, whatever role they hold", async () => {
    for (const person of [t.suspended, t.blacklisted, t.stranger]) await expectPowerless(person);
  });

  it("a suspended admin gets its powers back with the activation", async () => {
    await t.as(t.org1Admin).updateAccountStatus("ORG1", t.suspended, Action.ACTIVATE);
    expect(await t.permInterface.isOrgAdmin(t.suspended, "ORG1")).to.equal(true);
    await t.as(t.suspended).addNode("ORG1", ...fresh);
  });

  it("a blacklisted admin cannot lift its own blacklisting", async () => {
    const who = [t.blacklisted.address, "ORG1"];
    await refused(
      t.as(t.blacklisted).updateAccountStatus("ORG1", t.blacklisted, Action.ACTIVATE),
      "NotOrgAdmin",
      ...who,
    );
    await refused(t.as(t.blacklisted).assignAccountRole(t.blacklisted, "ORG1", "MEMBER"), "NotOrgAdmin", ...who);
  });

  it("a former network admin has none", async () => {
    expect(await t.accounts.getAccountStatus(t.formerAdmin)).to.equal(AccountStatus.REVOKED);
    expect(await t.voters.isVoter(t.formerAdmin)).to.equal(false);
    await expectPowerless(t.formerAdmin);
  });

  it("a former organisation admin has none", async () => {
    await removeAdmin(t, "ORG1", t.org1Admin);
    await expectPowerless(t.org1Admin);
    expect(await t.accounts.orgAdminExists("ORG1")).to.equal(false);
  });

  it("an organisation admin who was replaced has none", async () => {
    await makeAdmin(t, "ORG1", newcomer, ORG_ADMIN);
    await expectPowerless(t.org1Admin);
    expect(await t.permInterface.isOrgAdmin(newcomer, "ORG1")).to.equal(true);
  });

  it("the guardian and the boot operators have none in the network's affairs", async () => {
    for (const person of [t.guardian, t.operator]) await expectPowerless(person);
  });
});
