import { expect } from "chai";
import { Action, Counting, Op, OrgStatus, PROPOSAL_LIFETIME, RuleKind, State } from "../../data/codes.js";
import { maySend, town } from "../../helpers/cast.js";
import { ADMIN_ORG, lastProposal, stateOf, voteDown, voteThrough } from "../../helpers/contract-suite.js";
import { aPolicy } from "../../helpers/policies.js";
import { refused } from "../../helpers/refused.js";
import { change, resolve } from "../../helpers/resolutions.js";
import { useFixture } from "../../helpers/use-fixture.js";

const DAY = 24 * 60 * 60;
const ofOrganisations = aPolicy({ kind: RuleKind.MAJORITY, counted: Counting.ORGANISATIONS, roles: ["any admin"] });

describe("A suspension that ends by itself", () => {
  const t = useFixture(town);
  const admin = () => t.as(t.admins[0]);
  const in_ = async (days: number) => BigInt(await t.networkHelpers.time.latest()) + BigInt(days * DAY);
  const until = (time: bigint) => t.networkHelpers.time.increaseTo(time);
  const statusOf = async (orgId: string) => (await t.orgs.getOrgDetails(orgId))[4];
  const endOf = async (orgId: string) =>
    (await t.orgs.getOrgPage(0, 100)).find(({ fullId }) => fullId === orgId)?.endsAt;

  async function suspend(orgId: string, days: number, proposer = t.admins[0]): Promise<bigint> {
    const end = await in_(days);
    await t.as(proposer).suspendOrgUntil(orgId, end);
    await voteThrough(t);
    return end;
  }

  it("takes all rights away until then, and gives them back without anybody's transaction", async () => {
    const end = await in_(90);
    await admin().suspendOrgUntil("ORG1", end);
    expect(await statusOf("ORG1"), "nothing before the vote").to.equal(OrgStatus.SUSPENSION_PROPOSED);
    expect(await maySend(t, t.member)).to.equal(true);
    const id = await lastProposal(t);
    await admin().vote(id, true);
    await expect(t.as(t.admins[1]).vote(id, true)).to.emit(t.orgs, "OrgSuspensionEnds").withArgs("ORG1", end);

    expect([await statusOf("ORG1"), await endOf("ORG1")]).to.deep.equal([OrgStatus.SUSPENDED, end]);
    for (const person of [t.org1Admin, t.subAdmin, t.member]) expect(await maySend(t, person)).to.equal(false);
    await until(end - 1n);
    expect(await maySend(t, t.member)).to.equal(false);
    await until(end);
    for (const person of [t.org1Admin, t.subAdmin, t.member]) expect(await maySend(t, person)).to.equal(true);
    expect(await statusOf("ORG1")).to.equal(OrgStatus.APPROVED);
    expect(await t.orgs.checkOrgActive("ORG1.SUB1")).to.equal(true);
    expect(await t.orgs.checkOrgStatus("ORG1", OrgStatus.SUSPENDED)).to.equal(false);
    await t.as(t.org1Admin).addNewRole("BACK", "ORG1", 1, false, false);
  });

  it("is recorded as ended by anybody, once it has", async () => {
    const end = await suspend("ORG1", 1);
    await refused(t.as(t.stranger).endSuspension("ORG1"), "SuspensionLasts", "ORG1", end);
    await until(end);
    await expect(t.as(t.stranger).endSuspension("ORG1"))
      .to.emit(t.orgs, "OrgApproved")
      .withArgs("ORG1", "", "ORG1", 1, OrgStatus.APPROVED);
    expect([await statusOf("ORG1"), await endOf("ORG1")]).to.deep.equal([OrgStatus.APPROVED, 0n]);
    await refused(t.as(t.stranger).endSuspension("ORG1"), "NothingChanges");
    await refused(t.as(t.stranger).endSuspension("ORG2"), "NothingChanges");
    await refused(t.as(t.stranger).endSuspension("NOBODY"), "OrgUnknown", "NOBODY");
  });

  it("is decided as any suspension is, and has no policy of its own", async () => {
    await admin().proposeRule(Op.SUSPEND_ORG, RuleKind.ANY, 0, 0);
    await voteThrough(t);
    await admin().suspendOrgUntil("ORG1", await in_(1));
    await admin().vote(await lastProposal(t), true);
    expect(await statusOf("ORG1")).to.equal(OrgStatus.SUSPENDED);
    await refused(
      admin().proposeRule(Op.SUSPEND_ORG_UNTIL, RuleKind.ALL, 0, 0),
      "OperationUnknown",
      Op.SUSPEND_ORG_UNTIL,
    );
    await refused(
      admin().proposePolicy(Op.SUSPEND_ORG_UNTIL, ofOrganisations),
      "OperationUnknown",
      Op.SUSPEND_ORG_UNTIL,
    );
    expect((await t.permInterface.getPolicy(Op.SUSPEND_ORG_UNTIL)).kind).to.equal(RuleKind.ANY);
  });

  it("is not what a node's console approves, nor shown to it", async () => {
    await admin().suspendOrgUntil("ORG1", await in_(1));
    const id = await lastProposal(t);
    await refused(admin().approveOrgStatus("ORG1", Action.SUSPEND), "ProposalDiffers", id);
    expect((await t.permInterface.getPendingOp(ADMIN_ORG))[3]).to.equal(0n);
  });

  it("is refused without an end, with a past one or one beyond the last, and for whom no suspension is", async () => {
    const now = BigInt(await t.networkHelpers.time.latest());
    for (const end of [0n, 1n, now, 2n ** 32n])
      await refused(admin().suspendOrgUntil("ORG1", end), "EndNotAllowed", end);
    const end = await in_(1);
    await refused(admin().suspendOrgUntil(ADMIN_ORG, end), "AdminOrgNotAllowed", ADMIN_ORG);
    await refused(admin().suspendOrgUntil("ORG1.SUB1", end), "OrgNotTopLevel", "ORG1.SUB1");
    await refused(t.as(t.org1Admin).suspendOrgUntil("ORG2", end), "NotAVoter", t.org1Admin.address);
    await admin().updateOrgStatus("ORG1", Action.SUSPEND);
    await refused(admin().suspendOrgUntil("ORG1", end), "SubjectHasProposal", await lastProposal(t));
  });

  it("does not begin if it would have ended before the vote", async () => {
    const end = await in_(1);
    await admin().suspendOrgUntil("ORG1", end);
    const id = await lastProposal(t);
    await until(end);
    await voteThrough(t, id);
    expect(await stateOf(t, id)).to.equal(State.REJECTED);
    expect(await statusOf("ORG1")).to.equal(OrgStatus.APPROVED);
  });

  it("gets another end, or its first, by vote; meanwhile the present one stays", async () => {
    await admin().updateOrgStatus("ORG1", Action.SUSPEND);
    await voteThrough(t);
    const first = await suspend("ORG1", 10);
    expect(await endOf("ORG1")).to.equal(first);
    await refused(admin().suspendOrgUntil("ORG1", first), "NothingChanges");
    await admin().suspendOrgUntil("ORG1", first + 1n);
    expect([await statusOf("ORG1"), await endOf("ORG1")]).to.deep.equal([OrgStatus.SUSPENDED, first]);
    await voteDown(t);
    expect([await statusOf("ORG1"), await endOf("ORG1")]).to.deep.equal([OrgStatus.SUSPENDED, first]);
    const second = await suspend("ORG1", 5, t.admins[1]);
    expect(await endOf("ORG1")).to.equal(second);
    await until(second);
    expect(await maySend(t, t.member)).to.equal(true);
  });

  it("is not prolonged by a restoration or another end that is proposed before it ends, and fails after", async () => {
    for (const propose of [
      () => admin().updateOrgStatus("ORG1", Action.ACTIVATE),
      async () => admin().suspendOrgUntil("ORG1", await in_(60)),
    ]) {
      const end = await suspend("ORG1", 10);
      await propose();
      const id = await lastProposal(t);
      await until(end);
      expect(await maySend(t, t.member)).to.equal(true);
      await voteDown(t, id);
      expect([await statusOf("ORG1"), await endOf("ORG1")]).to.deep.equal([OrgStatus.APPROVED, 0n]);
      expect(await maySend(t, t.member)).to.equal(true);
    }
  });

  it("may be recorded as ended while its restoration is proposed, which nodes learn", async () => {
    const end = await suspend("ORG1", 10);
    await admin().updateOrgStatus("ORG1", Action.ACTIVATE);
    const id = await lastProposal(t);
    await until(end);
    await expect(t.as(t.stranger).endSuspension("ORG1")).to.emit(t.orgs, "OrgSuspensionRevoked");
    await t.networkHelpers.time.increase(PROPOSAL_LIFETIME);
    await t.as(t.stranger).close(id);
    expect(await stateOf(t, id)).to.equal(State.EXPIRED);
    expect(await statusOf("ORG1")).to.equal(OrgStatus.APPROVED);
  });

  it("begins anew after it has ended, also if nobody has recorded that", async () => {
    await until(await suspend("ORG1", 10));
    await admin().updateOrgStatus("ORG1", Action.SUSPEND);
    await voteThrough(t);
    expect([await statusOf("ORG1"), await endOf("ORG1")]).to.deep.equal([OrgStatus.SUSPENDED, 0n]);
    await t.networkHelpers.time.increase(365 * DAY);
    expect(await maySend(t, t.member), "without an end there is none").to.equal(false);
  });

  it("takes the voice away until it is recorded as ended, so that it is never counted more or less than once", async () => {
    await admin().proposePolicy(Op.CHANGE_SETTING, ofOrganisations);
    await voteThrough(t);
    const electorate = async () => (await t.permInterface.getPoll(0, Op.CHANGE_SETTING)).electorate;
    expect(await electorate()).to.equal(3n);
    const end = await suspend("ORG1", 10);
    await admin().proposeSetting(1, 0);
    const id = await lastProposal(t);
    await refused(t.as(t.org1Admin).vote(id, true), "NotAVoter", t.org1Admin.address);
    await until(end);
    expect(await electorate()).to.equal(2n);
    await refused(t.as(t.org1Admin).vote(id, true), "NotAVoter", t.org1Admin.address);
    await t.as(t.org1Admin).endSuspension("ORG1");
    expect(await electorate()).to.equal(3n);
    await t.as(t.org1Admin).vote(id, true);
    expect(await stateOf(t, id)).to.equal(State.OPEN);
    await t.as(t.org2Admin).vote(id, true);
    expect(await stateOf(t, id)).to.equal(State.APPROVED);
  });

  it("may be part of a resolution, which the policy for suspensions decides", async () => {
    const end = await in_(30);
    await voteThrough(t, await resolve(t, change(t, "suspendOrgUntil", "ORG1", end)));
    expect([await statusOf("ORG1"), await endOf("ORG1")]).to.deep.equal([OrgStatus.SUSPENDED, end]);
  });
});
