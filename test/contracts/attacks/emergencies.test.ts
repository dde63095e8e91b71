import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { AccountStatus, Action, Counting, Op, OrgStatus, RuleKind, Setting, State } from "../../data/codes.js";
import { maySend, statusOf, town } from "../../helpers/cast.js";
import {
  ADMIN_ORG,
  adminNode,
  lastProposal,
  movedTo,
  nodeNamed,
  type Person,
  removeAdmin,
  stateOf,
  voteThrough,
} from "../../helpers/contract-suite.js";
import { allowEmergencies, aPolicy, NO_VETO } from "../../helpers/policies.js";
import { refused } from "../../helpers/refused.js";
import { change, resolve } from "../../helpers/resolutions.js";
import { useFixture } from "../../helpers/use-fixture.js";

const DAY = 24 * 60 * 60;
const WEEK = 7 * DAY;
const NOBODY = ZeroAddress;

describe("An emergency measure", () => {
  const t = useFixture(town);
  const first = () => t.as(t.admins[0]);
  const later = (seconds: number) => t.networkHelpers.time.increase(seconds);
  const now = async () => BigInt(await t.networkHelpers.time.latest());

  const allow = () => allowEmergencies(t);

  async function hold(org: string, account: Person | string = NOBODY, enodeId = "", duration = WEEK): Promise<bigint> {
    await first().proposeHold(org, account, enodeId, duration);
    return await voteThrough(t);
  }

  const mayConnect = ([enodeId, ip, port]: readonly [string, string, ...number[]]) =>
    t.permInterface.connectionAllowed(enodeId, ip, port ?? 0);
  const mayCall = (account: Person, target: string) =>
    t.permInterface.transactionAllowed(account, target, 0, 0, 0, "0x00");

  describe("needs a policy", () => {
    it("which there is none of at first", async () => {
      await refused(first().proposeHold("ORG1", NOBODY, "", DAY), "OperationForbidden", Op.EMERGENCY);
    });

    it("by which it is decided, by those whom it names", async () => {
      await first().proposePolicy(
        Op.EMERGENCY,
        aPolicy({ kind: RuleKind.COUNT, count: 2, roles: ["organisation admin"] }),
      );
      await voteThrough(t);
      await t.as(t.org1Admin).proposeHold("ORG1", t.member, "", DAY);
      const id = await lastProposal(t);
      await refused(first().vote(id, true), "NotAVoter", t.admins[0].address);
      await t.as(t.org1Admin).vote(id, true);
      await t.as(t.org2Admin).vote(id, true);
      expect(await stateOf(t, id)).to.equal(State.APPROVED);
      expect(await maySend(t, t.member)).to.equal(false);
    });

    it("that does not make it wait", async () => {
      const waiting = aPolicy({ counted: Counting.ACCOUNTS, roles: ["network admin"], delay: 1, veto: NO_VETO });
      await refused(first().proposePolicy(Op.EMERGENCY, waiting), "DelayNotAllowed", 1);
    });
  });

  describe("ends by itself", () => {
    it("for an account: it sends nothing until then, and keeps its status", async () => {
      await allow();
      const id = await hold("ORG1", t.member, "", DAY);
      const until = (await now()) + BigInt(DAY);
      expect(await stateOf(t, id)).to.equal(State.APPROVED);
      expect(await t.permInterface.getHold("ORG1", t.member, "")).to.deep.equal([until, true]);
      expect(await maySend(t, t.member)).to.equal(false);
      expect(await statusOf(t, t.member)).to.equal(AccountStatus.ACTIVE);
      await later(DAY - 1);
      expect(await maySend(t, t.member)).to.equal(false);
      await later(1);
      expect(await maySend(t, t.member)).to.equal(true);
    });

    it("for an organisation, with all below it: its accounts send nothing, and its admins give nothing", async () => {
      await allow();
      await hold("ORG1");
      for (const account of [t.member, t.subAdmin]) expect(await maySend(t, account)).to.equal(false);
      await refused(t.as(t.org1Admin).addNode("ORG1", ...nodeNamed("new")), "OrgNotActive", "ORG1");
      await refused(t.as(t.subAdmin).addNode("ORG1.SUB1", ...nodeNamed("new")), "OrgNotActive", "ORG1.SUB1");
      await refused(t.as(t.subAdmin).updateNodeStatus("ORG1.SUB1", ...t.subNode, Action.SUSPEND), "OrgNotActive");
      await t.as(t.org1Admin).updateAccountStatus("ORG1", t.member, Action.SUSPEND);
      await later(WEEK);
      expect(await maySend(t, t.subAdmin)).to.equal(true);
      await t.as(t.org1Admin).addNode("ORG1", ...nodeNamed("new"));
    });

    it("for a node: others refuse and drop it, and hear when it is let in again", async () => {
      await allow();
      const [enodeId, ip, port, raftPort] = t.node1;
      await first().proposeHold("ORG1", NOBODY, enodeId, DAY);
      const id = await lastProposal(t);
      await first().vote(id, true);
      await expect(t.as(t.admins[1]).vote(id, true))
        .to.emit(t.nodes, "NodeDeactivated")
        .withArgs(enodeId, ip, port, raftPort, "ORG1");
      expect(await mayConnect(t.node1)).to.equal(false);
      expect(await t.nodes.connectionAllowed(enodeId, ip, port)).to.equal(false);
      await refused(t.as(t.stranger).endHold("ORG1", NOBODY, enodeId), "HoldLasts");
      await later(DAY);
      expect(await mayConnect(t.node1)).to.equal(true);
      expect(await t.nodes.connectionAllowed(enodeId, ip, port)).to.equal(true);
      await expect(t.as(t.stranger).endHold("ORG1", NOBODY, enodeId))
        .to.emit(t.nodes, "NodeActivated")
        .withArgs(enodeId, ip, port, raftPort, "ORG1");
      await refused(t.as(t.stranger).endHold("ORG1", NOBODY, enodeId), "NothingChanges");
    });

    it("for admissions: by hand nothing is added, and what a vote approves waits", async () => {
      await allow();
      await first().addOrg("ORG3", ...nodeNamed("ORG3"), t.free[0]);
      const admission = await lastProposal(t);
      await hold("", NOBODY, "", DAY);
      const until = (await now()) + BigInt(DAY);
      const org1 = t.as(t.org1Admin);
      await refused(org1.addNode("ORG1", ...nodeNamed("new")), "AdmissionsAreStopped", until);
      await refused(org1.addSubOrg("ORG1", "SUB2", "", "", 0, 0), "AdmissionsAreStopped", until);
      await refused(org1.assignAccountRole(t.free[1], "ORG1", "MEMBER"), "AdmissionsAreStopped", until);
      await org1.addNewRole("CLERK", "ORG1", 3, false, false);
      await voteThrough(t, admission);
      expect(await stateOf(t, admission)).to.equal(State.PASSED);
      await later(DAY);
      await org1.addNode("ORG1", ...nodeNamed("new"));
      await expect(t.as(t.stranger).endHold("", NOBODY, ""))
        .to.emit(t.orgs, "AdmissionsStopped")
        .withArgs(until, false);
      await t.as(t.stranger).carryOut(admission);
      expect((await t.orgs.getOrgDetails("ORG3"))[4]).to.equal(OrgStatus.APPROVED);
    });

    it("for admissions, in resolutions and where a policy makes them wait already", async () => {
      await allow();
      const waiting = aPolicy({ counted: Counting.ACCOUNTS, roles: ["network admin"], delay: DAY });
      await first().proposePolicy(Op.ADD_ORG, waiting);
      await voteThrough(t);
      const added = change(t, "addOrg", "ORG3", ...nodeNamed("ORG3"), t.free[0].address);
      const resolution = await resolve(t, change(t, "addNode", "ORG1", ...nodeNamed("new")));
      const delayed = await resolve(t, added);
      await voteThrough(t, delayed);
      await hold("");
      await voteThrough(t, resolution);
      expect(await stateOf(t, resolution)).to.equal(State.PASSED);
      await later(DAY);
      for (const id of [resolution, delayed]) await refused(t.as(t.stranger).carryOut(id), "AdmissionsAreStopped");
      // What lapses a week later does not do so while it cannot be carried out.
      await later(WEEK + 5 * DAY);
      for (const id of [resolution, delayed]) {
        await t.as(t.stranger).carryOut(id);
        expect(await stateOf(t, id)).to.equal(State.APPROVED);
      }
    });

    for (const [ends, outcome] of [
      [2 * WEEK - 1, "carried out"],
      [2 * WEEK, "lapsed"],
    ] as const) {
      it(`for admissions, and what passed ${ends} seconds before it ends is ${outcome}`, async () => {
        await allow();
        const waiting = aPolicy({ counted: Counting.ACCOUNTS, roles: ["network admin"], delay: DAY });
        await first().proposePolicy(Op.ADD_ORG, waiting);
        await voteThrough(t);
        await first().addOrg("ORG3", ...nodeNamed("ORG3"), t.free[0]);
        const id = await voteThrough(t);
        const from = (await t.voters.getProposal(id)).expiresAt;
        await t.networkHelpers.time.increaseTo(from + BigInt(8 * DAY - 60));
        await first().proposeHold("", NOBODY, "", 6 * DAY);
        const stop = await lastProposal(t);
        await first().vote(stop, true);
        await t.networkHelpers.time.setNextBlockTimestamp(from + BigInt(ends - 6 * DAY));
        await t.as(t.admins[1]).vote(stop, true);
        await t.networkHelpers.time.increaseTo(from + BigInt(2 * WEEK));
        if (outcome === "carried out") await t.as(t.stranger).carryOut(id);
        else await refused(t.as(t.stranger).carryOut(id), "ProposalExpired", id, from + BigInt(WEEK));
      });
    }

    it("for admissions, also when it is lifted: what has waited is carried out at once", async () => {
      await allow();
      await first().addOrg("ORG3", ...nodeNamed("ORG3"), t.free[0]);
      const admission = await lastProposal(t);
      await hold("");
      await voteThrough(t, admission);
      await hold("", NOBODY, "", 0);
      await t.as(t.stranger).carryOut(admission);
      expect(await stateOf(t, admission)).to.equal(State.APPROVED);
    });

    it("and takes nothing from what has been voted on: an organisation that is held gets it", async () => {
      await allow();
      const id = await resolve(t, change(t, "addNode", "ORG1", ...nodeNamed("new")));
      await hold("ORG1");
      await voteThrough(t, id);
      expect(await stateOf(t, id)).to.equal(State.APPROVED);
    });

    it("after seven days at most", async () => {
      await allow();
      await refused(first().proposeHold("ORG1", NOBODY, "", WEEK + 1), "HoldTooLong", WEEK + 1, WEEK);
    });
  });

  describe("is not renewed without a vote", () => {
    it("of the same, while it lasts and thirty days after", async () => {
      await allow();
      await hold("ORG1");
      const { until } = await t.permInterface.getHold("ORG1", NOBODY, "");
      await refused(first().proposeHold("ORG1", NOBODY, "", DAY), "HeldLately", until);
      await later(WEEK + 30 * DAY - 60);
      await refused(first().proposeHold("ORG1", NOBODY, "", DAY), "HeldLately", until);
      await later(60);
      await hold("ORG1");
      expect(await maySend(t, t.member)).to.equal(false);
    });

    it("by holding the accounts and nodes of an organisation that was held", async () => {
      await allow();
      await hold("ORG1");
      await later(WEEK);
      await refused(first().proposeHold("ORG1", t.member, "", DAY), "HeldLately");
      await refused(first().proposeHold("ORG1.SUB1", t.subAdmin, "", DAY), "HeldLately");
      await refused(first().proposeHold("ORG1", NOBODY, t.node1[0], DAY), "HeldLately");
    });

    it("by proposing it several times before", async () => {
      await allow();
      await first().proposeHold("ORG1", NOBODY, "", WEEK);
      const one = await lastProposal(t);
      await first().proposeHold("ORG1", NOBODY, "", WEEK);
      const other = await lastProposal(t);
      await voteThrough(t, one);
      await later(WEEK);
      await voteThrough(t, other);
      expect(await stateOf(t, other)).to.equal(State.REJECTED);
      expect(await maySend(t, t.member)).to.equal(true);
    });

    it("by moving an account into an organisation that was held, while it is proposed", async () => {
      await allow();
      await hold("ORG1");
      await t.as(t.org2Admin).addNewRole("MEMBER", "ORG2", 3, false, false);
      await t.as(t.org2Admin).assignAccountRole(t.free[2], "ORG2", "MEMBER");
      await later(WEEK);
      await first().proposeHold("ORG2", t.free[2], "", DAY);
      const id = await lastProposal(t);
      await t.as(t.org2Admin).releaseAccount("ORG2", t.free[2]);
      await t.as(t.org1Admin).assignAccountRole(t.free[2], "ORG1", "MEMBER");
      await voteThrough(t, id);
      expect(await stateOf(t, id)).to.equal(State.REJECTED);
    });

    it("by ending it and beginning anew", async () => {
      await allow();
      await hold("ORG1");
      await hold("ORG1", NOBODY, "", 0);
      expect(await maySend(t, t.member)).to.equal(true);
      await refused(first().proposeHold("ORG1", NOBODY, "", DAY), "HeldLately");
      await refused(first().proposeHold("ORG1", NOBODY, "", 0), "NothingChanges");
    });

    it("but by a resolution, and a vote suspends as usual meanwhile", async () => {
      await allow();
      await hold("ORG1");
      await later(WEEK);
      const again = await resolve(t, change(t, "proposeHold", "ORG1", NOBODY, "", WEEK));
      await voteThrough(t, again);
      expect(await maySend(t, t.member)).to.equal(false);

      await first().updateOrgStatus("ORG1", Action.SUSPEND);
      await voteThrough(t);
      await later(WEEK);
      expect(await maySend(t, t.member)).to.equal(false);
    });

    it("nor escaped by another role, by letting go, or by moving", async () => {
      await allow();
      await hold("ORG1", t.member);
      await t.as(t.org1Admin).releaseAccount("ORG1", t.member);
      await t.as(t.org2Admin).addNewRole("MEMBER", "ORG2", 3, false, false);
      await t.as(t.org2Admin).assignAccountRole(t.member, "ORG2", "MEMBER");
      expect(await maySend(t, t.member)).to.equal(false);

      await hold("ORG2", NOBODY, t.node2[0]);
      await t.as(t.org2Admin).changeNodeAddress("ORG2", ...movedTo(t.node2, "10.9.9.9"));
      expect(await mayConnect(movedTo(t.node2, "10.9.9.9"))).to.equal(false);
      await t.as(t.org2Admin).releaseNode("ORG2", t.node2[0]);
      await t.as(t.org1Admin).addNode("ORG1", ...t.node2);
      expect(await mayConnect(t.node2)).to.equal(false);
      await later(WEEK);
      expect(await mayConnect(t.node2)).to.equal(true);
      expect(await maySend(t, t.member)).to.equal(true);
    });
  });

  describe("wins no vote, and is ended by one", () => {
    it("whoever is held still votes, and can end it", async () => {
      await allow();
      await hold(ADMIN_ORG, t.admins[2]);
      const held = t.admins[2];
      expect(await mayCall(held, await t.permInterface.getAddress())).to.equal(true);
      expect(await mayCall(held, t.stranger.address)).to.equal(false);
      await refused(t.as(held).addNewRole("X", ADMIN_ORG, 3, false, false), "NotOrgAdmin", held.address, ADMIN_ORG);
      expect((await t.voters.getNumberOfVoters())[1]).to.equal(t.admins.length);

      await t.as(held).proposeHold(ADMIN_ORG, held, "", 0);
      const id = await lastProposal(t);
      await t.as(held).vote(id, true);
      await first().vote(id, true);
      expect(await mayCall(held, t.stranger.address)).to.equal(true);
    });

    it("an account without an office votes too, where a policy lets it", async () => {
      await allow();
      await first().proposePolicy(Op.CHANGE_SETTING, aPolicy({ roles: ["MEMBER", "network admin"] }));
      await voteThrough(t);
      await hold("ORG1");
      const permInterface = await t.permInterface.getAddress();
      expect(await mayCall(t.member, permInterface)).to.equal(true);
      expect(await mayCall(t.member, t.stranger.address)).to.equal(false);
    });

    it("an organisation that is held keeps its voice", async () => {
      await allow();
      await first().proposePolicy(Op.CHANGE_SETTING, aPolicy({ roles: ["network admin", "organisation admin"] }));
      await voteThrough(t);
      await hold("ORG1");
      await first().proposeSetting(Setting.NODES, 60);
      const id = await lastProposal(t);
      await first().vote(id, true);
      expect(await mayCall(t.org1Admin, await t.permInterface.getAddress())).to.equal(true);
      await t.as(t.org1Admin).vote(id, true);
      expect(await stateOf(t, id)).to.equal(State.APPROVED);
    });

    it("an admin by hand who is held does nothing, though a policy lets it act", async () => {
      await allow();
      await first().proposePolicy(Op.ADD_ROLE, aPolicy({ kind: RuleKind.SELF, roles: ["DEPUTY", "any admin"] }));
      await voteThrough(t);
      await hold("ORG1.SUB1", t.subAdmin);
      await refused(t.as(t.subAdmin).addNewRole("X", "ORG1.SUB1", 3, false, false), "NotOrgAdmin");
      await refused(t.as(t.subAdmin).addNode("ORG1.SUB1", ...nodeNamed("new")), "NotOrgAdmin");
    });

    it("does not touch the guardian, nor one who is to be, nor the nodes of the admin organisation", async () => {
      await allow();
      await refused(first().proposeHold(ADMIN_ORG, NOBODY, adminNode(1)[0], DAY), "HoldNotAllowed");
      await t.upgradable.connect(t.guardian).transferGuardian(t.admins[1]);
      await refused(first().proposeHold(ADMIN_ORG, t.admins[1], "", DAY), "AccountIsGuardian", t.admins[1].address);

      await first().proposeHold(ADMIN_ORG, t.admins[2], "", DAY);
      const id = await lastProposal(t);
      await t.upgradable.connect(t.guardian).transferGuardian(t.admins[2]);
      await voteThrough(t, id);
      expect(await stateOf(t, id)).to.equal(State.REJECTED);
      await refused(first().proposeHold(ADMIN_ORG, NOBODY, "", DAY), "AdminOrgNotAllowed", ADMIN_ORG);
    });

    it("does not stop the chain: one node at a time, unless by a resolution", async () => {
      await allow();
      await first().proposeHold("ORG2", NOBODY, t.node2[0], DAY);
      const second = await lastProposal(t);
      await hold("ORG1", NOBODY, t.node1[0]);
      await refused(first().proposeHold("ORG2", NOBODY, t.node2[0], DAY), "OtherNodeHeld");
      await voteThrough(t, second);
      expect(await stateOf(t, second)).to.equal(State.REJECTED);
      const both = await resolve(t, change(t, "proposeHold", "ORG2", NOBODY, t.node2[0], 60));
      await voteThrough(t, both);
      expect(await mayConnect(t.node2)).to.equal(false);
      await later(60);
      const third = first().proposeHold("ORG1.SUB1", NOBODY, t.subNode[0], DAY);
      await refused(third, "OtherNodeHeld");
    });

    it("does not forget one of two nodes that are held once the other is let go", async () => {
      await allow();
      const [held1, held2] = [t.node1, t.node2].map(([enodeId]) => enodeId);
      const both = await resolve(
        t,
        change(t, "proposeHold", "ORG1", NOBODY, held1, WEEK),
        change(t, "proposeHold", "ORG2", NOBODY, held2, DAY),
      );
      await voteThrough(t, both);
      const until = (await now()) + BigInt(DAY);
      await hold("ORG1", NOBODY, held1, 0);
      expect(await mayConnect(t.node1)).to.equal(true);
      const third = () => first().proposeHold("ORG1.SUB1", NOBODY, t.subNode[0], DAY);
      await refused(third(), "OtherNodeHeld", held2, until);
      await later(DAY);
      await third();
    });

    it("cannot be kept from being proposed by another proposal about the same", async () => {
      await allow();
      await first().updateOrgStatus("ORG1", Action.SUSPEND);
      await first().proposeAccountRelease("ORG1", t.member);
      await hold("ORG1");
      expect(await maySend(t, t.member)).to.equal(false);
    });

    it("by one who has been voted out counts no longer", async () => {
      await allow();
      await first().proposeHold("ORG1", NOBODY, "", WEEK);
      const id = await lastProposal(t);
      await t.as(t.admins[2]).vote(id, true);
      await removeAdmin(t, ADMIN_ORG, t.admins[2]);
      await first().vote(id, true);
      expect(await maySend(t, t.member)).to.equal(true);
    });
  });

  it("names one thing that there is", async () => {
    await allow();
    const hold1 = (...args: [string, string | Person, string]) => first().proposeHold(...args, DAY);
    await refused(hold1("ORG9", NOBODY, ""), "OrgUnknown", "ORG9");
    await refused(hold1("ORG1.SUB1", NOBODY, ""), "OrgNotTopLevel", "ORG1.SUB1");
    await first().addOrg("ORG3", ...nodeNamed("ORG3"), t.free[0]);
    await refused(hold1("ORG3", NOBODY, ""), "OrgNotActive", "ORG3");
    await refused(hold1("ORG2", t.member, ""), "AccountOfOtherOrg", t.member.address, "ORG2");
    await refused(hold1("ORG2", NOBODY, t.node1[0]), "NodeOfOtherOrg", t.node1[0], "ORG2");
    await refused(hold1("ORG1", t.member, t.node1[0]), "HoldNotAllowed", "ORG1", t.member.address, t.node1[0]);
    await refused(hold1("", t.member, ""), "HoldNotAllowed", "", t.member.address, "");
    await refused(t.as(t.stranger).endHold("", NOBODY, ""), "NothingChanges");
    await refused(t.as(t.stranger).endHold("ORG1", NOBODY, ""), "NothingChanges");
    expect(await t.permInterface.getHold("ORG9", NOBODY, "")).to.deep.equal([0n, false]);
  });
});
