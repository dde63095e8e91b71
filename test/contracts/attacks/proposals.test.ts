import { expect } from "chai";
import { maySend, type Town, town } from "../../helpers/cast.js";
import { Action, Op, PROPOSAL_LIFETIME, RuleKind, Setting, State } from "../../data/codes.js";
import { refused } from "../../helpers/refused.js";
import {
  ADMIN_ORG,
  adminNode,
  type Connection,
  lastProposal,
  makeAdmin,
  movedTo,
  NETWORK_ADMIN,
  nodeNamed,
  ORG_ADMIN,
  type PermInterface,
  stateOf,
  voteDown,
  voteThrough,
} from "../../helpers/contract-suite.js";
import { useFixture } from "../../helpers/use-fixture.js";

async function fixture(connection: Connection): Promise<Town> {
  const t = await town(connection);
  await t.as(t.org2Admin).updateNodeStatus("ORG2", ...t.node2, Action.BLACKLIST);
  await t.as(t.org1Admin).assignAccountRole(t.free[4], "ORG1", "MEMBER");
  await t.as(t.admins[0]).addOrg("ORG8", ...nodeNamed("ORG8"), t.free[5]);
  await voteThrough(t);
  await t.as(t.admins[0]).updateOrgStatus("ORG8", Action.SUSPEND);
  await voteThrough(t);
  return t;
}

const newNode = nodeNamed("ORG3");

/** One proposal of each operation. */
const PROPOSALS: Record<string, (t: Town, permInterface: PermInterface) => Promise<unknown>> = {
  "a new organisation": (t, permInterface) => permInterface.addOrg("ORG3", ...newNode, t.free[0]),
  "a suspension": (_, permInterface) => permInterface.updateOrgStatus("ORG1", Action.SUSPEND),
  "a restoration": (_, permInterface) => permInterface.updateOrgStatus("ORG8", Action.ACTIVATE),
  "a new network admin": (t, permInterface) => permInterface.assignAdminRole(ADMIN_ORG, t.free[1], NETWORK_ADMIN),
  "a former network admin": (t, permInterface) =>
    permInterface.assignAdminRole(ADMIN_ORG, t.formerAdmin, NETWORK_ADMIN),
  "an organisation's admin": (t, permInterface) => permInterface.assignAdminRole("ORG1", t.member, ORG_ADMIN),
  "a node's recovery": (t, permInterface) => permInterface.startBlacklistedNodeRecovery("ORG2", ...t.node2),
  "an account's recovery": (t, permInterface) => permInterface.startBlacklistedAccountRecovery("ORG1", t.blacklisted),
  "an admin's removal": (t, permInterface) => permInterface.proposeAdminRemoval(ADMIN_ORG, t.admins[2]),
  "a voting rule": (_, permInterface) => permInterface.proposeRule(Op.ADD_ORG, RuleKind.ALL, 0, 0),
  "a change of a node of the admin organisation": (_, permInterface) =>
    permInterface.updateNodeStatus(ADMIN_ORG, ...adminNode(1), Action.BLACKLIST),
  "a move of one": (_, permInterface) =>
    permInterface.changeNodeAddress(ADMIN_ORG, ...movedTo(adminNode(2), "10.9.9.9")),
  "a node's release": (t, permInterface) => permInterface.proposeNodeRelease("ORG1", t.node1[0]),
  "an account's release": (t, permInterface) => permInterface.proposeAccountRelease("ORG1", t.suspended),
  "a new organisation of what another has": (t, permInterface) =>
    permInterface.addOrg("ORG9", ...movedTo(t.subNode, "10.9.9.8"), t.subAdmin),
  "another organisation's account as admin": (t, permInterface) =>
    permInterface.assignAdminRole("ORG2", t.free[4], ORG_ADMIN),
  "the ip setting": (_, permInterface) => permInterface.proposeSetting(Setting.IP_CHECK, 0),
};

/** All that answers say of the network, but for the proposals themselves and the list places of what failed. */
async function snapshot(t: Town): Promise<unknown> {
  const people = [...t.admins, t.formerAdmin, t.org1Admin, t.member, t.blacklisted, ...t.free];
  return {
    orgs: await Promise.all(["ORG1", "ORG2", "ORG3", "ORG8"].map((id) => t.orgs.getOrgDetails(id))),
    accounts: await Promise.all(people.map((person) => t.accounts.getAccountDetails(person))),
    owned: (await t.nodes.getNodePage(0, 100)).filter((node) => node.orgId !== ""),
    taken: (await t.orgs.getOrgPage(0, 100)).filter((org) => org.status !== 0n),
    bound: (await t.accounts.getAccountPage(0, 100)).filter((account) => account.status !== 0n),
    voters: await t.voters.getVoterPage(0, 100),
    rule: await t.voters.getRule(Op.ADD_ORG),
    addressRules: await t.nodes.getAddressRules(),
    rights: await Promise.all(people.map((person) => maySend(t, person))),
  };
}

/** What people may do. */
async function rights(t: Town): Promise<unknown> {
  const people = [...t.admins, t.formerAdmin, t.org1Admin, t.subAdmin, t.member, t.blacklisted, ...t.free];
  return await Promise.all(
    people.map(async (person) => [
      await maySend(t, person),
      await t.permInterface.isNetworkAdmin(person),
      await t.permInterface.isOrgAdmin(person, "ORG1"),
    ]),
  );
}

describe("Every proposal can end", () => {
  const t = useFixture(fixture);
  let proposer: PermInterface;

  beforeEach(() => {
    proposer = t.as(t.admins[0]);
  });

  for (const [title, propose] of Object.entries(PROPOSALS)) {
    describe(`about ${title}`, () => {
      it("takes nothing away and gives nothing before the vote has passed", async () => {
        const before = await rights(t);
        await propose(t, proposer);
        expect(await rights(t)).to.deep.equal(before);
      });

      it("by a vote that passes", async () => {
        const before = await snapshot(t);
        await propose(t, proposer);
        expect(await stateOf(t, await voteThrough(t))).to.equal(State.APPROVED);
        expect(await snapshot(t)).not.to.deep.equal(before);
      });

      it("by a vote that fails, which restores everything", async () => {
        const before = await snapshot(t);
        await propose(t, proposer);
        const id = await voteDown(t);
        expect(await stateOf(t, id)).to.equal(State.REJECTED);
        expect(await snapshot(t)).to.deep.equal(before);
      });

      it("by its proposer's withdrawal, which restores everything", async () => {
        const before = await snapshot(t);
        await propose(t, proposer);
        const id = await lastProposal(t);
        await refused(t.as(t.admins[1]).withdraw(id), "NotProposer", id, t.admins[1].address);
        await proposer.withdraw(id);
        expect(await stateOf(t, id)).to.equal(State.WITHDRAWN);
        expect(await snapshot(t)).to.deep.equal(before);
      });

      it("by its expiry, after which anyone closes it and everything is restored", async () => {
        const before = await snapshot(t);
        await propose(t, proposer);
        const id = await lastProposal(t);
        await t.networkHelpers.time.increase(PROPOSAL_LIFETIME);
        await t.as(t.stranger).close(id);
        expect(await stateOf(t, id)).to.equal(State.EXPIRED);
        expect(await snapshot(t)).to.deep.equal(before);
      });

      it("for good: no one can vote on it, withdraw it or close it", async () => {
        await propose(t, proposer);
        const id = await voteDown(t);
        const over = ["ProposalNotOpen", id, State.REJECTED] as const;
        await refused(t.as(t.admins[2]).vote(id, true), ...over);
        await refused(proposer.withdraw(id), ...over);
        await refused(t.as(t.stranger).close(id), ...over);
      });

      it("and can be made again afterwards, by another network admin", async () => {
        await propose(t, proposer);
        await voteDown(t);
        await propose(t, t.as(t.admins[1]));
        expect(await stateOf(t, await voteThrough(t))).to.equal(State.APPROVED);
      });
    });
  }

  it("one without votes holds up no other: all kinds are open at once and end in any order", async () => {
    const first = (await lastProposal(t)) + 1n;
    const kinds = Object.entries(PROPOSALS).filter(([title]) => title !== "a voting rule");
    for (const [, propose] of kinds) await propose(t, proposer);
    const last = await lastProposal(t);
    expect(await t.voters.getOpenProposals(0, 100)).to.have.length(kinds.length);
    for (let id = last; id > first; id--) await voteThrough(t, id);
    const open = await t.voters.getOpenProposals(0, 100);
    expect(open.map((proposal) => proposal.id)).to.deep.equal([first]);
  });

  it("an organisation's admin who takes the account to be appointed offline does not stop the vote", async () => {
    await proposer.assignAdminRole("ORG1", t.member, ORG_ADMIN);
    const id = await lastProposal(t);
    await t.as(t.org1Admin).updateAccountStatus("ORG1", t.member, Action.BLACKLIST);
    await voteThrough(t, id);
    expect(await stateOf(t, id)).to.equal(State.APPROVED);
    expect(await t.permInterface.isOrgAdmin(t.member, "ORG1")).to.equal(true);
    expect(await t.permInterface.isOrgAdmin(t.org1Admin, "ORG1")).to.equal(false);
  });

  it("an account to be appointed keeps its one proposal, whichever role it gets meanwhile", async () => {
    await proposer.assignAdminRole("ORG1", t.member, ORG_ADMIN);
    const id = await lastProposal(t);
    await t.as(t.org1Admin).assignAccountRole(t.member, "ORG1", "DEPUTY");
    await refused(proposer.assignAdminRole("ORG1", t.member, ORG_ADMIN), "SubjectHasProposal", id);
    await voteThrough(t, id);
    expect(await t.permInterface.isOrgAdmin(t.member, "ORG1")).to.equal(true);
  });

  it("an admin up for removal keeps its one proposal when another takes its place, and may come back after it", async () => {
    await proposer.proposeAdminRemoval("ORG1", t.org1Admin);
    const id = await lastProposal(t);
    await makeAdmin(t, "ORG1", t.member, ORG_ADMIN);
    await refused(proposer.assignAdminRole("ORG1", t.org1Admin, ORG_ADMIN), "SubjectHasProposal", id);
    await voteDown(t, id);
    await makeAdmin(t, "ORG1", t.org1Admin, ORG_ADMIN);
    expect(await t.permInterface.isOrgAdmin(t.org1Admin, "ORG1")).to.equal(true);
    expect(await t.permInterface.isOrgAdmin(t.member, "ORG1")).to.equal(false);
  });

  it("a proposer cannot take back what others have voted for, not even its own removal", async () => {
    const accused = t.as(t.admins[2]);
    await accused.proposeAdminRemoval(ADMIN_ORG, t.admins[2]);
    const id = await lastProposal(t);
    await accused.vote(id, true);
    await accused.withdraw(id);
    await accused.proposeAdminRemoval(ADMIN_ORG, t.admins[2]);
    await proposer.vote(id + 1n, true);
    await refused(accused.withdraw(id + 1n), "ProposalHasVotes", id + 1n);
    await t.as(t.admins[1]).vote(id + 1n, true);
    expect(await t.permInterface.isNetworkAdmin(t.admins[2])).to.equal(false);
  });

  it("an organisation's admin who is up for removal cannot escape by any move of its own", async () => {
    await proposer.proposeAdminRemoval("ORG1", t.org1Admin);
    const id = await lastProposal(t);
    const own = t.as(t.org1Admin);
    await refused(own.assignAccountRole(t.org1Admin, "ORG1", "MEMBER"), "AccountIsAdmin", t.org1Admin.address);
    await refused(own.updateAccountStatus("ORG1", t.org1Admin, 1), "AccountIsAdmin", t.org1Admin.address);
    await refused(own.removeRole(ORG_ADMIN, "ORG1"), "AdminRoleByVoteOnly", ORG_ADMIN);
    await voteThrough(t, id);
    expect(await t.permInterface.isOrgAdmin(t.org1Admin, "ORG1")).to.equal(false);
  });
});
