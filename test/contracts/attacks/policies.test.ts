import { expect } from "chai";
import { toBeHex } from "ethers";
import {
  Action,
  Counting,
  Op,
  PROPOSAL_LIFETIME,
  RuleKind,
  Setting,
  SignedVoteResult,
  State,
} from "../../data/codes.js";
import type { PolicyStruct } from "../../../typechain-types/interfaces/IPermissionsImplementation.js";
import { town, type Town } from "../../helpers/cast.js";
import {
  ADMIN_ORG,
  type Connection,
  join,
  lastProposal,
  nodeNamed,
  type Person,
  stateOf,
  voteThrough,
} from "../../helpers/contract-suite.js";
import { aPolicy, NO_VETO } from "../../helpers/policies.js";
import { refused } from "../../helpers/refused.js";
import { change } from "../../helpers/resolutions.js";
import { contentOf, signed } from "../../helpers/signed-votes.js";
import { useFixture } from "../../helpers/use-fixture.js";

const DAY = 24 * 60 * 60;

/** A policy in the order of its fields. */
function policy(
  kind: bigint,
  count: number,
  outOf: number,
  counted: bigint,
  orgs: string[],
  roles: string[],
): PolicyStruct {
  return aPolicy({ kind, count, outOf, counted, orgs, roles });
}

const majority = (orgs: string[] = [], roles: string[] = ["any admin"]): PolicyStruct =>
  policy(RuleKind.MAJORITY, 0, 0, Counting.ORGANISATIONS, orgs, roles);

/** Four organisations: the admin organisation, ORG1, ORG2 and ORG3. */
async function fixture(connection: Connection): Promise<Town & { org3Admin: Person; other: Person }> {
  const t = await town(connection);
  const [org3Admin, other] = t.free;
  await join(t, "ORG3", org3Admin, nodeNamed("ORG3", "10.0.3.1"));
  return { ...t, org3Admin, other };
}

describe("Policies", () => {
  const t = useFixture(fixture);

  /** Has a policy set by vote. */
  async function set(op: bigint, to: PolicyStruct): Promise<void> {
    await t.as(t.admins[0]).proposePolicy(op, to);
    await voteThrough(t);
    const { kind, counted, orgs, roles } = await t.permInterface.getPolicy(op);
    expect([kind, counted, orgs, roles]).to.deep.equal([to.kind, to.counted, to.orgs, to.roles]);
  }

  /** Proposes to suspend ORG2, as its operation's policy counts. */
  async function suspension(proposer = t.admins[0]): Promise<bigint> {
    await t.as(proposer).updateOrgStatus("ORG2", Action.SUSPEND);
    return lastProposal(t);
  }

  const vote = (person: Person, id: bigint, support = true) => t.as(person).vote(id, support);

  describe("that count organisations", () => {
    it("pass with more than half of them, however many accounts of one vote", async () => {
      await set(Op.SUSPEND_ORG, majority());
      const id = await suspension();
      await vote(t.admins[0], id);
      for (const again of t.admins) await refused(vote(again, id), "AlreadyVoted", id, again.address);
      await vote(t.org1Admin, id);
      await refused(vote(t.subAdmin, id), "AlreadyVoted", id, t.subAdmin.address);
      expect(await stateOf(t, id)).to.equal(State.OPEN);
      await vote(t.org3Admin, id);
      expect(await stateOf(t, id)).to.equal(State.APPROVED);
    });

    it("let an account of a sub-organisation speak for the organisation at the top, and no member without the role", async () => {
      await set(Op.SUSPEND_ORG, majority());
      const id = await suspension();
      await vote(t.subAdmin, id);
      await refused(vote(t.org1Admin, id), "AlreadyVoted", id, t.org1Admin.address);
      for (const nobody of [t.member, t.suspended, t.blacklisted, t.formerAdmin, t.stranger])
        await refused(vote(nobody, id), "NotAVoter", nobody.address);
    });

    it("reject what can no longer pass, and have its proposer wait", async () => {
      await set(Op.SUSPEND_ORG, majority());
      const id = await suspension(t.org1Admin);
      await vote(t.org2Admin, id, false);
      expect(await stateOf(t, id)).to.equal(State.OPEN);
      await vote(t.org3Admin, id, false);
      expect(await stateOf(t, id)).to.equal(State.REJECTED);
      const again = (await t.networkHelpers.time.latest()) + 7 * DAY;
      await refused(
        t.as(t.org1Admin).updateOrgStatus("ORG2", Action.SUSPEND),
        "RejectedLately",
        t.org1Admin.address,
        Op.SUSPEND_ORG,
        again,
      );
    });

    it("let those propose who vote, within the usual limits, and nobody else", async () => {
      await set(Op.SUSPEND_ORG, majority(["ORG1", "ORG3"]));
      await refused(suspension(t.org2Admin), "NotAVoter", t.org2Admin.address);
      for (const nobody of [t.member, t.subAdmin]) await refused(suspension(nobody), "NotAVoter", nobody.address);
      const id = await suspension(t.org3Admin);
      expect((await t.voters.getProposal(id)).proposer).to.equal(t.org3Admin.address);
      expect(await t.voters.isVoter(t.org3Admin)).to.equal(false);
      await refused(t.as(t.org1Admin).withdraw(id), "NotProposer", id, t.org1Admin.address);
      await t.as(t.org3Admin).withdraw(id);
      expect(await stateOf(t, id)).to.equal(State.WITHDRAWN);
    });

    it("refuse a withdrawal once others have voted", async () => {
      await set(Op.SUSPEND_ORG, majority());
      const id = await suspension(t.org3Admin);
      await vote(t.org3Admin, id);
      await vote(t.org1Admin, id);
      await refused(t.as(t.org3Admin).withdraw(id), "ProposalHasVotes", id);
    });

    it("do not count the vote of one who may no longer vote, even where it would decide", async () => {
      await set(Op.SUSPEND_ORG, majority());
      const id = await suspension();
      await vote(t.subAdmin, id);
      await vote(t.admins[0], id);
      await t.as(t.org1Admin).updateAccountStatus("ORG1.SUB1", t.subAdmin, Action.SUSPEND);
      await vote(t.org3Admin, id);
      expect(await stateOf(t, id)).to.equal(State.OPEN);
      const { needed, electorate, votes } = await t.permInterface.getPoll(id, Op.SUSPEND_ORG);
      expect([needed, electorate, votes.map(({ weight }) => weight)]).to.deep.equal([3n, 4n, [0n, 1n, 1n]]);
    });

    it("give an organisation one place, however often its accounts vote anew", async () => {
      await set(Op.SUSPEND_ORG, majority());
      const id = await suspension();
      await t.as(t.org1Admin).addNewRole("SECOND", "ORG1", 3, false, true);
      await t.as(t.org1Admin).assignAccountRole(t.other, "ORG1", "SECOND");
      for (let n = 0; n < 6; ++n) {
        const speaker: [string, Person] = n % 2 === 0 ? ["ORG1.SUB1", t.subAdmin] : ["ORG1", t.other];
        if (n > 1) await t.as(t.org1Admin).updateAccountStatus(...speaker, Action.ACTIVATE);
        await vote(speaker[1], id);
        await t.as(t.org1Admin).updateAccountStatus(...speaker, Action.SUSPEND);
      }
      await vote(t.org1Admin, id);
      const { votes } = await t.permInterface.getPoll(id, Op.SUSPEND_ORG);
      expect(votes.map(({ org, account, weight }) => [org, account, weight])).to.deep.equal([
        ["ORG1", t.org1Admin.address, 1n],
      ]);
    });

    it("let another account speak for an organisation whose speaker may no longer vote", async () => {
      await set(Op.SUSPEND_ORG, majority());
      const id = await suspension();
      await vote(t.subAdmin, id, false);
      await t.as(t.org1Admin).updateAccountStatus("ORG1.SUB1", t.subAdmin, Action.SUSPEND);
      await vote(t.org1Admin, id);
      await t.as(t.org1Admin).updateAccountStatus("ORG1.SUB1", t.subAdmin, Action.ACTIVATE);
      await refused(vote(t.subAdmin, id), "AlreadyVoted", id, t.subAdmin.address);
      await vote(t.admins[0], id);
      await vote(t.org3Admin, id);
      expect(await stateOf(t, id)).to.equal(State.APPROVED);
    });

    it("count suspended organisations neither among the voters nor among the votes", async () => {
      await set(Op.CHANGE_SETTING, majority());
      await t.as(t.admins[0]).proposeSetting(Setting.IP_CHECK, 0);
      const id = await lastProposal(t);
      await vote(t.org2Admin, id);
      await vote(t.org1Admin, id);
      await suspension();
      await voteThrough(t);
      await refused(t.as(t.stranger).close(id), "ProposalUndecided", id, 0, 0, t.admins.length);
      expect((await t.permInterface.getPoll(id, Op.CHANGE_SETTING)).electorate).to.equal(3n);
      await vote(t.org3Admin, id);
      expect(await stateOf(t, id)).to.equal(State.APPROVED);
    });

    it("are decided by anybody who closes once those who are left suffice", async () => {
      await set(Op.CHANGE_SETTING, policy(RuleKind.ALL, 0, 0, Counting.ORGANISATIONS, ["ORG1", "ORG2"], ["any admin"]));
      await t.as(t.admins[0]).proposeSetting(Setting.IP_CHECK, 0);
      const id = await lastProposal(t);
      await vote(t.org1Admin, id);
      await suspension();
      await voteThrough(t);
      expect(await stateOf(t, id)).to.equal(State.OPEN);
      await t.as(t.stranger).close(id);
      expect(await stateOf(t, id)).to.equal(State.APPROVED);
    });

    it("decide nothing while none of the listed organisations is active", async () => {
      await set(Op.CHANGE_SETTING, policy(RuleKind.ALL, 0, 0, Counting.ORGANISATIONS, ["ORG2"], []));
      await t.as(t.admins[0]).proposeSetting(Setting.IP_CHECK, 0);
      const id = await lastProposal(t);
      await suspension();
      await voteThrough(t);
      await refused(t.as(t.stranger).close(id), "ProposalUndecided", id, 0, 0, t.admins.length);
      await t.networkHelpers.time.increase(PROPOSAL_LIFETIME);
      await t.as(t.stranger).close(id);
      expect(await stateOf(t, id)).to.equal(State.EXPIRED);
    });

    it("let only the listed ones vote, with the listed roles", async () => {
      await set(Op.SUSPEND_ORG, majority(["ORG1", "ORG3"], ["MEMBER"]));
      const id = await suspension();
      for (const nobody of [t.org1Admin, t.org3Admin, t.admins[0]])
        await refused(vote(nobody, id), "NotAVoter", nobody.address);
      await vote(t.member, id);
      await t.as(t.org1Admin).removeRole("MEMBER", "ORG1");
      const { votes } = await t.permInterface.getPoll(id, Op.SUSPEND_ORG);
      expect(votes.map(({ weight }) => weight)).to.deep.equal([0n]);
    });

    it("do not count an organisation that has no account with the roles that they name", async () => {
      const ofOrgAdmins = policy(RuleKind.FRACTION, 2, 3, Counting.ORGANISATIONS, [], ["organisation admin"]);
      const all = [t.org1Admin, t.org2Admin, t.org3Admin];
      await set(Op.CHANGE_SETTING, ofOrgAdmins);
      await set(Op.CHANGE_RULE, ofOrgAdmins);
      expect((await t.permInterface.getPoll(0, Op.CHANGE_RULE)).electorate).to.equal(3n);
      await t.as(t.org1Admin).proposeLimit(Setting.WEIGHT, ADMIN_ORG, 100);
      const id = await lastProposal(t);
      for (const admin of [t.org1Admin, t.org2Admin]) await vote(admin, id);
      expect(await stateOf(t, id)).to.equal(State.APPROVED);
      expect(await t.permInterface.wouldPass(Op.CHANGE_RULE, all)).to.equal(true);
    });

    it("count all that are active once the first of them is proposed, and what changes from then on", async () => {
      await t.as(t.admins[0]).proposeLimit(Setting.WEIGHT, "ORG1", 4);
      await voteThrough(t);
      await suspension();
      await voteThrough(t);
      await t.as(t.admins[0]).addOrg("ORG4", ...nodeNamed("ORG4", "10.0.4.1"), t.other);
      const ofOrg4 = await lastProposal(t);
      await set(Op.CHANGE_SETTING, majority(["ORG1", "ORG3"]));
      expect(await t.orgs.voices(), "listed ones are no sum").to.equal(0n);

      await set(Op.SUSPEND_ORG, majority());
      const electorate = async () => (await t.permInterface.getPoll(0, Op.SUSPEND_ORG)).electorate;
      expect(await electorate(), "the admin organisation, ORG1 and ORG3").to.equal(6n);
      await voteThrough(t, ofOrg4);
      expect(await electorate()).to.equal(7n);
      await t.as(t.admins[0]).updateOrgStatus("ORG2", Action.ACTIVATE);
      await voteThrough(t);
      expect(await electorate()).to.equal(8n);
      await set(Op.ADD_ORG, majority([], []));
      expect(await electorate(), "a second such policy counts nobody twice").to.equal(8n);
    });

    it("can be asked about where organisations act alone by some roles", async () => {
      const alone = policy(RuleKind.SELF, 0, 0, Counting.ORGANISATIONS, [], ["organisation admin"]);
      await set(Op.ADD_NODE, alone);
      expect((await t.permInterface.getPoll(0, Op.ADD_NODE)).electorate).to.equal(3n);
      expect(await t.permInterface.wouldPass(Op.ADD_NODE, [t.org1Admin])).to.equal(false);
    });

    it("weigh voices by what a vote has said that they weigh, also when they have been cast", async () => {
      await set(Op.SUSPEND_ORG, majority());
      const id = await suspension();
      await vote(t.org1Admin, id);
      await t.as(t.admins[0]).proposeLimit(Setting.WEIGHT, "ORG1", 4);
      await voteThrough(t);
      const { needed, electorate, votes } = await t.permInterface.getPoll(id, Op.SUSPEND_ORG);
      expect([needed, electorate, votes.map(({ weight }) => weight)]).to.deep.equal([4n, 7n, [4n]]);
      expect(await stateOf(t, id)).to.equal(State.OPEN);
      await t.as(t.stranger).close(id);
      expect(await stateOf(t, id)).to.equal(State.APPROVED);
    });
  });

  describe("by which more vote than are counted at once", () => {
    /** Thirty-two organisations more, each with a vote for the suspension of ORG2. */
    async function many(): Promise<{ id: bigint; people: Person[] }> {
      const people: Person[] = [];
      for (let n = 0; n < 32; ++n) {
        const address = toBeHex(0x1000 + n, 20);
        await t.networkHelpers.impersonateAccount(address);
        people.push(await t.ethers.getSigner(address));
      }
      for (const [n, person] of people.entries()) {
        // One network admin proposes so many on one day at most.
        if (n === 16) await t.networkHelpers.time.increase(DAY);
        await join(t, `MANY${n}`, person, nodeNamed(`MANY${n}`, `10.0.9.${n + 1}`));
      }
      await set(Op.SUSPEND_ORG, policy(RuleKind.COUNT, 33, 0, Counting.ORGANISATIONS, [], ["any admin"]));
      const id = await suspension();
      for (const person of people) await vote(person, id);
      return { id, people };
    }

    it("the count goes on when somebody closes", async () => {
      const { id } = await many();
      await vote(t.org1Admin, id);
      expect(await stateOf(t, id)).to.equal(State.OPEN);
      await t.as(t.stranger).close(id);
      expect(await stateOf(t, id)).to.equal(State.APPROVED);
    });

    it("and leaves out who may vote no more", async () => {
      const { id } = await many();
      await vote(t.subAdmin, id);
      await t.as(t.org1Admin).updateAccountStatus("ORG1.SUB1", t.subAdmin, Action.SUSPEND);
      await refused(t.as(t.stranger).close(id), "ProposalUndecided", id, 0, 0, t.admins.length);
      await vote(t.org1Admin, id);
      expect(await stateOf(t, id)).to.equal(State.APPROVED);
    });

    it("and begins anew if nobody goes on with it", async () => {
      const { id } = await many();
      await vote(t.org1Admin, id);
      await t.as(t.admins[0]).assignAdminRole("MANY0", t.other, "ORGADMIN");
      await voteThrough(t);
      await t.networkHelpers.mine(64);
      await t.as(t.stranger).close(id);
      await refused(t.as(t.stranger).close(id), "ProposalUndecided", id, 0, 0, t.admins.length);
    });
  });

  describe("are refused that", () => {
    const proposed = (op: bigint, to: PolicyStruct) => t.as(t.admins[0]).proposePolicy(op, to);
    const cases: [title: string, op: bigint, to: PolicyStruct][] = [
      ["need more organisations than there are", Op.ADD_ORG, policy(RuleKind.COUNT, 5, 0, 1n, [], [])],
      ["need organisations that have no such role", Op.ADD_ORG, majority([], ["network admin"])],
      ["list the admin organisation for its admin", Op.ADD_ORG, majority([ADMIN_ORG, "ORG1"], ["organisation admin"])],
      [
        "name the role of network admins in two ways, which leaves them to one organisation",
        Op.CHANGE_RULE,
        majority([], ["network admin", "ADMIN"]),
      ],
      ["name the admins' role where there are none", Op.ADD_ORG, majority([ADMIN_ORG], ["ORGADMIN"])],
      [
        "leave the rules to a role that is removed by hand, beside network admins",
        Op.CHANGE_RULE,
        majority([], ["network admin", "MEMBER"]),
      ],
      [
        "leave the removal of admins to a role that is removed by hand",
        Op.REMOVE_ADMIN,
        policy(RuleKind.ALL, 0, 0, Counting.ORGANISATIONS, [], ["MEMBER"]),
      ],
      ["list another one for network admins", Op.ADD_ORG, majority([ADMIN_ORG, "ORG1"], ["network admin"])],
      ["count accounts", Op.ADD_ORG, policy(RuleKind.ANY, 0, 0, Counting.ACCOUNTS, [], ["any admin"])],
      ["forbid", Op.ADD_ORG, policy(RuleKind.FORBIDDEN, 0, 0, 1n, [], [])],
      ["are of no kind", Op.ADD_ORG, policy(7n, 0, 0, 1n, [], [])],
      ["count nothing that there is", Op.ADD_ORG, policy(RuleKind.ANY, 0, 0, 2n, [], [])],
      ["have a fraction above one", Op.ADD_ORG, policy(RuleKind.FRACTION, 3, 2, 1n, [], [])],
      ["have a number that is not used", Op.ADD_ORG, policy(RuleKind.MAJORITY, 1, 0, 1n, [], [])],
      ["need everybody to change the rules", Op.CHANGE_RULE, policy(RuleKind.ALL, 0, 0, 1n, [], [])],
      ["leave the rules to one organisation", Op.CHANGE_RULE, majority(["ORG1"])],
      ["leave the rules to a role that is removed by hand", Op.CHANGE_RULE, majority([], ["MEMBER"])],
    ];
    for (const [title, op, to] of cases) {
      it(title, async () => {
        await refused(proposed(op, to), "RuleNotAllowed", op, to.kind, to.count, to.outOf);
      });
    }

    it("list what is not there, twice, or too much", async () => {
      await refused(proposed(Op.ADD_ORG, majority(["ORG9"])), "OrgUnknown", "ORG9");
      await refused(proposed(Op.ADD_ORG, majority(["ORG1.SUB1"])), "OrgNotTopLevel", "ORG1.SUB1");
      await refused(proposed(Op.ADD_ORG, majority(["ORG1", "ORG2", "ORG1"])), "ListedTwice", "ORG1");
      await refused(proposed(Op.ADD_ORG, majority([], ["A", "B", "A"])), "ListedTwice", "A");
      await refused(proposed(Op.ADD_ORG, majority([], ["no role"])), "NameNotAllowed", "no role");
      const many = Array.from({ length: 33 }, (_, n) => `R${n}`);
      await refused(proposed(Op.ADD_ORG, majority([], many)), "ListTooLong", 33, 32);
      await refused(proposed(0n, majority()), "OperationUnknown", 0);
    });

    it("are in force", async () => {
      await set(Op.ADD_ORG, majority(["ORG1", "ORG2"]));
      await refused(proposed(Op.ADD_ORG, majority(["ORG1", "ORG2"])), "NothingChanges");
    });

    it("cannot be met any more when they have been voted on", async () => {
      await proposed(Op.ADD_ORG, policy(RuleKind.COUNT, 4, 0, 1n, [], []));
      const id = await lastProposal(t);
      await suspension();
      await voteThrough(t);
      await voteThrough(t, id);
      expect(await stateOf(t, id)).to.equal(State.REJECTED);
    });
  });

  describe("by signature", () => {
    it("count votes of those who vote, and leave the others out", async () => {
      await set(Op.SUSPEND_ORG, majority());
      const id = await suspension();
      const content = contentOf(id, Op.SUSPEND_ORG, { organisation: "ORG2" });
      const people = [t.admins[0], t.admins[1], t.org1Admin, t.subAdmin, t.member, t.org3Admin];
      const votes = await Promise.all(people.map((person) => signed(t, person, content)));
      const results = await t.as(t.stranger).voteBySignatures.staticCall(votes);
      const { COUNTED, ALREADY_VOTED, NOT_A_VOTER } = SignedVoteResult;
      expect([...results]).to.deep.equal([COUNTED, ALREADY_VOTED, COUNTED, ALREADY_VOTED, NOT_A_VOTER, COUNTED]);
      await t.as(t.stranger).voteBySignatures(votes);
      expect(await stateOf(t, id)).to.equal(State.APPROVED);
    });

    it("count for the organisation that they were signed for, and for no other", async () => {
      await set(Op.CHANGE_SETTING, majority());
      await t.as(t.admins[0]).proposeSetting(Setting.IP_CHECK, 0);
      const id = await lastProposal(t);
      const content = contentOf(id, Op.CHANGE_SETTING, { payload: Setting.IP_CHECK << 32n });
      const term = await t.permInterface.getTermIn(id, t.subAdmin);
      const vote1 = await signed(t, t.subAdmin, content, { term });
      await t.as(t.stranger).voteBySignatures([vote1]);
      await t.as(t.org1Admin).releaseAccount("ORG1.SUB1", t.subAdmin);
      await t.as(t.org2Admin).addNewRole("SECOND", "ORG2", 3, false, true);
      await t.as(t.org2Admin).assignAccountRole(t.subAdmin, "ORG2", "SECOND");
      await refused(t.as(t.stranger).voteBySignatures([vote1]), "NoVoteCounts", [SignedVoteResult.OTHER_TERM]);
    });

    it("leave no vote behind where the organisation has spoken already", async () => {
      await set(Op.SUSPEND_ORG, majority());
      const id = await suspension();
      const content = contentOf(id, Op.SUSPEND_ORG, { organisation: "ORG2" });
      const people = [t.org1Admin, ...t.admins.slice(0, 2)];
      const sent = t
        .as(t.stranger)
        .voteBySignatures(await Promise.all(people.map((person) => signed(t, person, content))));
      await expect(sent).to.emit(t.voters, "VoteCast").withArgs(id, t.admins[0].address, true);
      expect(await t.voters.getVote(id, t.admins[0])).to.equal(1n);
      expect(await t.voters.getVote(id, t.admins[1])).to.equal(0n);
    });

    it("are not played again once a vote was taken off", async () => {
      await set(Op.SUSPEND_ORG, majority());
      const id = await suspension();
      const content = contentOf(id, Op.SUSPEND_ORG, { organisation: "ORG2" });
      const vote1 = await signed(t, t.subAdmin, content);
      await t.as(t.stranger).voteBySignatures([vote1]);
      await t.as(t.org1Admin).updateAccountStatus("ORG1.SUB1", t.subAdmin, Action.SUSPEND);
      await vote(t.org1Admin, id, false);
      await t.as(t.org1Admin).updateAccountStatus("ORG1.SUB1", t.subAdmin, Action.ACTIVATE);
      await refused(t.as(t.stranger).voteBySignatures([vote1]), "NoVoteCounts", [SignedVoteResult.OTHER_TERM]);
    });
  });

  describe("of resolutions", () => {
    it("are those of all operations in it together", async () => {
      await set(Op.SUSPEND_ORG, majority(["ORG1", "ORG2", "ORG3"]));
      await t
        .as(t.admins[0])
        .proposeChanges([
          change(t, "updateOrgStatus", "ORG2", Action.SUSPEND),
          change(t, "addNewRole", "NEW", "ORG1", 3, false, false),
        ]);
      const id = await lastProposal(t);
      for (const admin of t.admins) await vote(admin, id);
      expect(await stateOf(t, id)).to.equal(State.OPEN);
      await refused(vote(t.member, id), "NotAVoter", t.member.address);
      await vote(t.org1Admin, id);
      expect(await stateOf(t, id)).to.equal(State.OPEN);
      await vote(t.org3Admin, id);
      expect(await stateOf(t, id)).to.equal(State.APPROVED);
    });

    it("may be changed by one, for what is proposed after it", async () => {
      await t
        .as(t.admins[0])
        .proposeChanges([change(t, "proposePolicy", Op.SUSPEND_ORG, majority(["ORG1", "ORG2", "ORG3"]))]);
      await voteThrough(t);
      expect((await t.permInterface.getPolicy(Op.SUSPEND_ORG)).orgs).to.deep.equal(["ORG1", "ORG2", "ORG3"]);
    });
  });

  it("say at first that network admins decide, by majority", async () => {
    for (const op of Object.values(Op).filter((op) => op < Op.ADD_SUB_ORG))
      expect(await t.permInterface.getPolicy(op)).to.deep.equal([
        0n,
        0n,
        0n,
        0n,
        [],
        ["network admin"],
        0n,
        Object.values(NO_VETO).map((v) => (typeof v === "number" ? BigInt(v) : v)),
      ]);
  });

  it("tell whether the votes of some would suffice", async () => {
    const would = (...people: Person[]) => t.permInterface.wouldPass(Op.SUSPEND_ORG, people);
    expect(await would(...t.admins.slice(0, 2))).to.equal(true);
    expect(await would(t.admins[0], t.admins[0])).to.equal(false);
    await set(Op.SUSPEND_ORG, majority());
    expect(await would(...t.admins, t.org1Admin, t.subAdmin)).to.equal(false);
    expect(await would(t.admins[0], t.org1Admin, t.org2Admin)).to.equal(true);
    expect(await would(t.admins[0], t.org1Admin, t.member)).to.equal(false);
  });

  it("are hashed with their names", async () => {
    await t.as(t.admins[0]).proposePolicy(Op.SUSPEND_ORG, majority(["ORG1", "ORG3"]));
    const one = await t.implementation.getProposalHash(await lastProposal(t));
    await t.as(t.admins[0]).proposePolicy(Op.SUSPEND_ORG, majority(["ORG1", "ORG2"]));
    expect(await t.implementation.getProposalHash(await lastProposal(t))).not.to.equal(one);
  });
});
