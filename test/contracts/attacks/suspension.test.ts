import { expect } from "chai";
import { maySend, type Town, town } from "../../helpers/cast.js";
import { Action, OrgStatus, State } from "../../data/codes.js";
import { refused } from "../../helpers/refused.js";
import {
  ADMIN_ORG,
  type Connection,
  makeAdmin,
  nodeNamed,
  ORG_ADMIN,
  type PermInterface,
  type Person,
  stateOf,
  voteDown,
  voteThrough,
} from "../../helpers/contract-suite.js";
import { useFixture } from "../../helpers/use-fixture.js";

/** ORG1 is suspended, with ORG1.SUB1.DEEP below it. */
async function fixture(connection: Connection): Promise<Town> {
  const t = await town(connection);
  await t.as(t.subAdmin).addSubOrg("ORG1.SUB1", "DEEP", "", "", 0, 0);
  await t.as(t.admins[0]).updateOrgStatus("ORG1", Action.SUSPEND);
  await voteThrough(t);
  return t;
}

const fresh = nodeNamed("fresh");
const TREE = ["ORG1", "ORG1.SUB1", "ORG1.SUB1.DEEP"];

describe("A suspended organisation stands still", () => {
  const t = useFixture(fixture);
  let org1: PermInterface;
  let admin: PermInterface;
  let newcomer: Person;

  beforeEach(() => {
    org1 = t.as(t.org1Admin);
    admin = t.as(t.admins[0]);
    [newcomer] = t.free;
  });

  for (const orgId of TREE) {
    it(`${orgId} gets no sub-organisation, node, role or account`, async () => {
      await refused(org1.addSubOrg(orgId, "NEW", "", "", 0, 0), "OrgNotActive", orgId);
      await refused(org1.addSubOrg(orgId, "NEW", ...fresh), "OrgNotActive", orgId);
      await refused(org1.addNode(orgId, ...fresh), "OrgNotActive", orgId);
      await refused(org1.addNewRole("NEW", orgId, 1, false, false), "OrgNotActive", orgId);
      await refused(org1.assignAccountRole(newcomer, orgId, "MEMBER"), "OrgNotActive", orgId);
    });

    it(`${orgId} gets an admin by vote, who can put it in order`, async () => {
      await makeAdmin(t, orgId, newcomer, ORG_ADMIN);
      expect((await t.accounts.getAccountDetails(newcomer)).slice(1, 3)).to.deep.equal([orgId, ORG_ADMIN]);
    });

    it(`${orgId} is not active`, async () => {
      expect(await t.orgs.checkOrgActive(orgId)).to.equal(false);
      expect(await t.permInterface.isOrgAdmin(t.org1Admin, orgId)).to.equal(false);
    });
  }

  it("its accounts and those below it may send nothing", async () => {
    for (const person of [t.org1Admin, t.subAdmin, t.member]) expect(await maySend(t, person)).to.equal(false);
    await refused(t.as(t.subAdmin).addNode("ORG1.SUB1", ...fresh), "OrgNotActive", "ORG1.SUB1");
  });

  it("an appointment that is open when it is suspended is decided as any other", async () => {
    await admin.assignAdminRole("ORG2", newcomer, ORG_ADMIN);
    const appointment = await t.voters.getNumberOfProposals();
    await admin.updateOrgStatus("ORG2", Action.SUSPEND);
    await voteThrough(t);
    await t.as(t.admins[0]).vote(appointment, true);
    await t.as(t.admins[1]).vote(appointment, true);
    expect(await stateOf(t, appointment)).to.equal(State.APPROVED);
    expect(await t.accounts.getAccountStatus(newcomer)).to.equal(2n);
  });

  it("the others go on as before", async () => {
    await t.as(t.org2Admin).addNode("ORG2", ...fresh);
    expect(await maySend(t, t.org2Admin)).to.equal(true);
    expect(await t.orgs.checkOrgActive(ADMIN_ORG)).to.equal(true);
  });

  it("a proposal to restore it gives nothing back before the vote has passed", async () => {
    await admin.updateOrgStatus("ORG1", Action.ACTIVATE);
    expect(await t.orgs.checkOrgStatus("ORG1", OrgStatus.RESTORATION_PROPOSED)).to.equal(true);
    expect(await maySend(t, t.member)).to.equal(false);
    await refused(org1.addNode("ORG1", ...fresh), "OrgNotActive", "ORG1");
    await voteDown(t);
    expect(await t.orgs.checkOrgStatus("ORG1", OrgStatus.SUSPENDED)).to.equal(true);
  });

  it("the vote to restore it gives everything back", async () => {
    await admin.updateOrgStatus("ORG1", Action.ACTIVATE);
    await voteThrough(t);
    for (const person of [t.org1Admin, t.subAdmin, t.member]) expect(await maySend(t, person)).to.equal(true);
    await org1.addNode("ORG1.SUB1.DEEP", ...fresh);
  });

  it("a proposal to suspend takes nothing away before the vote has passed", async () => {
    await admin.updateOrgStatus("ORG2", Action.SUSPEND);
    expect(await t.orgs.checkOrgStatus("ORG2", OrgStatus.SUSPENSION_PROPOSED)).to.equal(true);
    expect(await maySend(t, t.org2Admin)).to.equal(true);
    await t.as(t.org2Admin).addNode("ORG2", ...fresh);
    await voteDown(t);
    expect(await t.orgs.checkOrgStatus("ORG2", OrgStatus.APPROVED)).to.equal(true);
  });

  it("its blacklisted accounts can be recovered, and its admin be removed", async () => {
    await admin.startBlacklistedAccountRecovery("ORG1", t.blacklisted);
    await voteThrough(t);
    await admin.proposeAdminRemoval("ORG1", t.org1Admin);
    await voteThrough(t);
    expect(await t.accounts.getAccountStatus(t.blacklisted)).to.equal(2n);
    expect(await t.accounts.orgAdminExists("ORG1")).to.equal(false);
  });
});
