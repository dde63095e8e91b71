import { expect } from "chai";
import { ZeroAddress } from "ethers";
import type { PolicyStruct } from "../../../typechain-types/interfaces/IPermissionsImplementation.js";
import { Action, Counting, Op, OrgStatus, RuleKind, Setting, State } from "../../data/codes.js";
import { town } from "../../helpers/cast.js";
import {
  ADMIN_ORG,
  lastProposal,
  makeAdmin,
  NETWORK_ADMIN,
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
const DELAY = 2 * DAY;

/** The majority of the network admins; what they approve waits for two days. */
const waiting = (veto: Partial<PolicyStruct["veto"]> = {}, delay = DELAY): PolicyStruct =>
  aPolicy({ counted: Counting.ACCOUNTS, roles: ["network admin"], delay, veto: { ...NO_VETO, ...veto } });

describe("What has passed", () => {
  const t = useFixture(town);
  const first = () => t.as(t.admins[0]);

  async function set(op: bigint, policy: PolicyStruct): Promise<void> {
    await first().proposePolicy(op, policy);
    await voteThrough(t);
  }

  const orgStatus = async (org: string): Promise<bigint> => (await t.orgs.getOrgDetails(org)).at(-1) as bigint;
  const later = (seconds: number) => t.networkHelpers.time.increase(seconds);

  /** Has the suspension of an organisation pass, which then waits. */
  async function passed(org = "ORG2"): Promise<bigint> {
    await first().updateOrgStatus(org, Action.SUSPEND);
    const id = await voteThrough(t);
    expect(await stateOf(t, id)).to.equal(State.PASSED);
    return id;
  }

  describe("waits as long as the policy says", () => {
    it("takes no effect before, and is carried out by anybody afterwards", async () => {
      await set(Op.SUSPEND_ORG, waiting());
      const id = await passed();
      const { expiresAt } = await t.voters.getProposal(id);
      expect(expiresAt).to.equal(BigInt((await t.networkHelpers.time.latest()) + DELAY));
      expect(await orgStatus("ORG2")).to.equal(OrgStatus.SUSPENSION_PROPOSED);
      await refused(t.as(t.stranger).carryOut(id), "ProposalWaits", id, expiresAt);
      await refused(t.as(t.stranger).close(id), "ProposalPassed");
      await refused(first().vote(id, false), "ProposalNotOpen", id, State.PASSED);

      await later(DELAY);
      await t.as(t.stranger).carryOut(id);
      expect(await stateOf(t, id)).to.equal(State.APPROVED);
      expect(await orgStatus("ORG2")).to.equal(OrgStatus.SUSPENDED);
      await refused(t.as(t.stranger).carryOut(id), "ProposalNotPassed", id, State.APPROVED);
    });

    it("lapses if nobody carries it out in a week, and its subject is free again", async () => {
      await set(Op.SUSPEND_ORG, waiting());
      const id = await passed();
      await later(DELAY + 7 * DAY);
      await refused(t.as(t.stranger).carryOut(id), "ProposalExpired");
      await t.as(t.stranger).close(id);
      expect(await stateOf(t, id)).to.equal(State.EXPIRED);
      expect(await orgStatus("ORG2")).to.equal(OrgStatus.APPROVED);
      await passed();
    });

    it("where organisations vote, and for what their admins do alone", async () => {
      await set(Op.ADD_ROLE, aPolicy({ roles: ["any admin"], delay: DAY }));
      await t.as(t.org1Admin).addNewRole("CLERK", "ORG1", 3, false, false);
      const id = await lastProposal(t);
      await t.as(t.org1Admin).vote(id, true);
      await t.as(t.org2Admin).vote(id, true);
      expect(await stateOf(t, id)).to.equal(State.PASSED);
      await later(DAY);
      await t.as(t.stranger).carryOut(id);
      expect(await stateOf(t, id)).to.equal(State.APPROVED);
    });

    it("in a resolution as long as the longest of what it holds", async () => {
      await set(Op.SUSPEND_ORG, waiting());
      const id = await resolve(
        t,
        change(t, "proposeSetting", Setting.NODES, 60),
        change(t, "updateOrgStatus", "ORG2", Action.SUSPEND),
      );
      await voteThrough(t, id);
      expect(await stateOf(t, id)).to.equal(State.PASSED);
      await later(DELAY - DAY);
      await refused(t.as(t.stranger).carryOut(id), "ProposalWaits");
      await later(DAY);
      await t.as(t.stranger).carryOut(id);
      expect(await orgStatus("ORG2")).to.equal(OrgStatus.SUSPENDED);
    });

    it("and is not carried out once its operation has been forbidden", async () => {
      await set(Op.SUSPEND_ORG, waiting());
      const id = await passed();
      await first().proposeRule(Op.SUSPEND_ORG, RuleKind.FORBIDDEN, 0, 0);
      await voteThrough(t);
      await later(DELAY);
      await refused(t.as(t.stranger).carryOut(id), "OperationForbidden", Op.SUSPEND_ORG);
    });

    it("at most 30 days, and not where organisations act alone", async () => {
      await refused(first().proposePolicy(Op.SUSPEND_ORG, waiting({}, 30 * DAY + 1)), "DelayNotAllowed", 30 * DAY + 1);
      const alone = aPolicy({ kind: RuleKind.SELF, roles: ["organisation admin"], delay: 1 });
      await refused(first().proposePolicy(Op.ADD_NODE, alone), "DelayNotAllowed", 1);
    });
  });

  describe("is stopped", () => {
    const vetoed = async (id: bigint, by: Person): Promise<void> => {
      await expect(t.as(by).veto(id)).to.emit(t.voters, "ProposalVetoed").withArgs(id, by.address);
      expect(await stateOf(t, id)).to.equal(State.REJECTED);
      expect(await orgStatus("ORG2")).to.equal(OrgStatus.APPROVED);
    };

    it("by the guardian, if the policy says so, which nodes let send it", async () => {
      const interfaceAddress = await t.permInterface.getAddress();
      const maySend = (target: string) => t.permInterface.transactionAllowed(t.guardian, target, 0, 0, 0, "0x00");
      expect(await maySend(interfaceAddress)).to.equal(true);
      expect(await maySend(t.stranger.address)).to.equal(false);
      await set(Op.SUSPEND_ORG, waiting({ by: ["the guardian"] }));
      const id = await passed();
      for (const nobody of [t.stranger, t.org1Admin, t.admins[1]])
        await refused(t.as(nobody).veto(id), "NotAVetoer", id, nobody.address);
      await vetoed(id, t.guardian);
    });

    it("by an admin by vote of a listed organisation, and by no other account of it", async () => {
      await set(Op.SUSPEND_ORG, waiting({ by: ["ORG1"] }));
      const id = await passed();
      for (const nobody of [t.member, t.subAdmin, t.suspended, t.org2Admin, t.guardian])
        await refused(t.as(nobody).veto(id), "NotAVetoer", id, nobody.address);
      await vetoed(id, t.org1Admin);
    });

    it("by the organisation concerned, also in a resolution", async () => {
      await set(Op.SUSPEND_ORG, waiting({ by: ["the organisation concerned"] }));
      const id = await passed();
      await refused(t.as(t.org1Admin).veto(id), "NotAVetoer", id, t.org1Admin.address);
      await vetoed(id, t.org2Admin);

      const other = await resolve(
        t,
        change(t, "addNewRole", "X", "ORG1", 3, false, false),
        change(t, "updateOrgStatus", "ORG2", Action.SUSPEND),
      );
      await voteThrough(t, other);
      await t.as(t.org2Admin).veto(other);
      expect(await stateOf(t, other)).to.equal(State.REJECTED);
    });

    it("by the organisation concerned, whatever a resolution does to it or to what is below it", async () => {
      await allowEmergencies(t);
      await set(Op.RESOLVE, waiting({ by: ["the organisation concerned"] }));
      const account = t.free[0].address;
      const end = (await t.networkHelpers.time.latest()) + 90 * DAY;
      const [node, other] = [nodeNamed("one"), nodeNamed("other")];
      const changes: [name: string, ...args: unknown[]][] = [
        ["addSubOrg", "ORG2", "SUB", ...node],
        ["updateOrgStatus", "ORG2", Action.SUSPEND],
        ["suspendOrgUntil", "ORG2", end],
        ["addNewRole", "ROLE", "ORG2", 3, false, false],
        ["removeRole", "ROLE", "ORG2"],
        ["assignAccountRole", account, "ORG2", "ROLE"],
        ["assignAccountRoleUntil", account, "ORG2", "ROLE", end],
        ["updateAccountStatus", "ORG2", account, Action.SUSPEND],
        ["assignAdminRole", "ORG2", account, "ORGADMIN"],
        ["proposeAdminRemoval", "ORG2", t.org2Admin.address],
        ["addNode", "ORG2", ...other],
        ["addNodeUntil", "ORG2", ...other, end],
        ["releaseNode", "ORG2", t.node2[0]],
        ["proposeLimit", Setting.NODES, "ORG2", 60],
        ["proposeHold", "ORG2", ZeroAddress, "", DAY],
        ["registerContract", "ORG2", account, 0],
      ];
      for (const [name, ...args] of changes) {
        const id = await resolve(t, change(t, name, ...args));
        await voteThrough(t, id);
        expect(await t.permInterface.mayVetoAlone(id, t.org1Admin), name).to.equal(false);
        expect(await t.permInterface.mayVetoAlone(id, t.org2Admin), name).to.equal(true);
      }
    });

    it("by the organisation concerned, whatever else is in a resolution", async () => {
      await set(Op.SUSPEND_ORG, waiting({ by: ["the organisation concerned"] }));
      const nothing = t.permInterface.interface.getFunction("addOrg").selector;
      const id = await resolve(t, nothing, change(t, "updateOrgStatus", "ORG2", Action.SUSPEND));
      await voteThrough(t, id);
      await refused(t.as(t.org1Admin).veto(id), "NotAVetoer", id, t.org1Admin.address);
      await t.as(t.org2Admin).veto(id);
      expect(await stateOf(t, id)).to.equal(State.REJECTED);
    });

    it("by a share of the network admins, whatever they had voted, and never by one alone", async () => {
      await set(Op.SUSPEND_ORG, waiting({ count: 1, outOf: 3 }));
      const id = await passed();
      await t.as(t.admins[0]).veto(id);
      expect(await stateOf(t, id)).to.equal(State.PASSED);
      await refused(t.as(t.admins[0]).veto(id), "AlreadyVoted", id, t.admins[0].address);
      await vetoed(id, t.admins[1]);
    });

    it("by those who were against it when it passed, where they are enough", async () => {
      for (const person of t.free.slice(0, 2)) await makeAdmin(t, ADMIN_ORG, person, NETWORK_ADMIN);
      await set(Op.SUSPEND_ORG, waiting({ count: 1, outOf: 3 }));
      await first().updateOrgStatus("ORG2", Action.SUSPEND);
      const id = await lastProposal(t);
      for (const person of t.free.slice(0, 2)) await t.as(person).vote(id, false);
      for (const person of t.admins) await t.as(person).vote(id, true);
      expect(await stateOf(t, id)).to.equal(State.PASSED);
      await vetoed(id, t.free[0]);
    });

    it("keeps its votes as they counted when it was carried out", async () => {
      await set(Op.SUSPEND_ORG, waiting());
      const id = await passed();
      await removeAdmin(t, ADMIN_ORG, t.admins[0]);
      expect(await t.voters.getVote(id, t.admins[0])).to.equal(0n);
      await later(DELAY);
      await t.as(t.stranger).carryOut(id);
      expect(await t.voters.getVote(id, t.admins[0])).to.equal(0n);
      const { votesFor } = await t.voters.getProposal(id);
      expect(votesFor).to.equal(1n);
    });

    it("not by the votes of network admins who have left", async () => {
      await makeAdmin(t, ADMIN_ORG, t.stranger, NETWORK_ADMIN);
      await set(Op.SUSPEND_ORG, waiting({ count: 1, outOf: 3 }));
      const id = await passed();
      await t.as(t.stranger).veto(id);
      await removeAdmin(t, ADMIN_ORG, t.stranger);
      await refused(t.as(t.stranger).veto(id), "NotAVetoer", id, t.stranger.address);
      await t.as(t.admins[0]).veto(id);
      expect(await stateOf(t, id)).to.equal(State.PASSED);
    });

    it("not before it has passed, not after it has waited, and not after it was carried out", async () => {
      await set(Op.SUSPEND_ORG, waiting({ by: ["ORG1"] }));
      await first().updateOrgStatus("ORG2", Action.SUSPEND);
      const id = await lastProposal(t);
      await refused(t.as(t.org1Admin).veto(id), "ProposalNotPassed", id, State.OPEN);
      await voteThrough(t, id);
      await later(DELAY);
      await refused(t.as(t.org1Admin).veto(id), "VetoTooLate");
      await t.as(t.stranger).carryOut(id);
      await refused(t.as(t.org1Admin).veto(id), "ProposalNotPassed", id, State.APPROVED);
    });

    it("not by an organisation that has been suspended", async () => {
      await first().updateOrgStatus("ORG1", Action.SUSPEND);
      await voteThrough(t);
      await set(Op.SUSPEND_ORG, waiting({ by: ["ORG1", "the organisation concerned"] }));
      const id = await passed();
      await refused(t.as(t.org1Admin).veto(id), "NotAVetoer", id, t.org1Admin.address);
    });

    it("not by an admin that a vote has dismissed", async () => {
      await set(Op.SUSPEND_ORG, waiting({ by: ["ORG1"] }));
      const id = await passed();
      await removeAdmin(t, "ORG1", t.org1Admin);
      await refused(t.as(t.org1Admin).veto(id), "NotAVetoer", id, t.org1Admin.address);
    });

    it("and its proposer waits before it proposes the same again", async () => {
      await set(Op.SUSPEND_ORG, waiting({ by: ["ORG1"] }));
      await vetoed(await passed(), t.org1Admin);
      await refused(first().updateOrgStatus("ORG2", Action.SUSPEND), "RejectedLately");
    });
  });

  describe("cannot be stopped for ever", () => {
    it("a veto needs time, and a share that is one", async () => {
      const veto = { ...NO_VETO, by: ["the guardian"] };
      await refused(first().proposePolicy(Op.SUSPEND_ORG, waiting(veto, 0)), "DelayNotAllowed", 0);
      await refused(first().proposePolicy(Op.SUSPEND_ORG, waiting({ count: 3, outOf: 2 })), "RuleNotAllowed");
      await refused(first().proposePolicy(Op.SUSPEND_ORG, waiting({ by: ["ORG9"] })), "OrgUnknown", "ORG9");
      await refused(first().proposePolicy(Op.SUSPEND_ORG, waiting({ by: ["ORG1", "ORG1"] })), "ListedTwice", "ORG1");
    });

    it("the change of rules is stopped by nobody alone", async () => {
      for (const by of ["the guardian", "ORG1", "the organisation concerned"])
        await refused(first().proposePolicy(Op.CHANGE_RULE, waiting({ by: [by] })), "RuleNotAllowed");
      await set(Op.CHANGE_RULE, waiting({ count: 1, outOf: 3 }));
    });

    it("nor anything by one network admin, for its organisation", async () => {
      await refused(first().proposePolicy(Op.ADD_ORG, waiting({ by: [ADMIN_ORG] })), "AdminOrgNotAllowed", ADMIN_ORG);
      await set(Op.REMOVE_ADMIN, waiting({ by: ["the organisation concerned"] }));
      await first().proposeAdminRemoval(ADMIN_ORG, t.admins[2]);
      const id = await voteThrough(t);
      expect(await stateOf(t, id)).to.equal(State.PASSED);
      await refused(t.as(t.admins[2]).veto(id), "NotAVetoer", id, t.admins[2].address);
      await refused(first().veto(id), "NotAVetoer", id, t.admins[0].address);
    });
  });

  it("is told by the policy", async () => {
    await set(Op.ADD_ORG, waiting({ by: ["ORG1", "the guardian"], count: 2, outOf: 3 }));
    const policy = await t.permInterface.getPolicy(Op.ADD_ORG);
    expect(policy.roles).to.deep.equal(["network admin"]);
    expect(policy.delay).to.equal(DELAY);
    expect(policy.veto).to.deep.equal([["ORG1", "the guardian"], 2n, 3n]);
    await first().addOrg("ORG3", ...nodeNamed("ORG3", "10.0.3.1"), t.free[0]);
    const id = await voteThrough(t);
    expect(await t.permInterface.vetoShareOf(id)).to.equal(2);
    expect(await t.permInterface.mayVetoAlone(id, t.guardian)).to.equal(true);
    await later(DELAY);
    await t.as(t.stranger).carryOut(id);
    expect(await orgStatus("ORG3")).to.equal(OrgStatus.APPROVED);
  });
});
