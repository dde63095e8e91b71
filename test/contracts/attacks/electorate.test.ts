import { expect } from "chai";
import { Op, RuleKind, Setting, State } from "../../data/codes.js";
import { refused } from "../../helpers/refused.js";
import {
  ADMIN_ORG,
  bootedSuite,
  type Connection,
  lastProposal,
  makeAdmin,
  NETWORK_ADMIN,
  type PermInterface,
  type Person,
  removeAdmin,
  stateOf,
  type Suite,
} from "../../helpers/contract-suite.js";
import { useFixture } from "../../helpers/use-fixture.js";

/** Five network admins, and an open proposal that none of them has voted on. */
async function fixture(connection: Connection): Promise<Suite & { people: Person[]; id: bigint }> {
  const s = await bootedSuite(connection);
  const more = s.free.slice(0, 2);
  for (const person of more) await makeAdmin(s, ADMIN_ORG, person, NETWORK_ADMIN);
  const people = [...s.admins, ...more];
  await s.as(s.admins[0]).proposeSetting(Setting.IP_CHECK, 0);
  return { ...s, people, id: await lastProposal(s) };
}

describe("The electorate is the network admins as they are when the vote is counted", () => {
  const s = useFixture(fixture);
  let people: Person[];
  let voters: PermInterface[];
  let id: bigint;

  beforeEach(() => {
    ({ people, id } = s);
    voters = people.map((person) => s.as(person));
  });

  const voter = (n: number): PermInterface => voters[n] ?? s.permInterface;
  const person = (n: number): Person => people[n] ?? s.guardian;
  const votes = async (): Promise<bigint[]> => {
    const { votesFor, votesAgainst } = await s.voters.getProposal(id);
    return [votesFor, votesAgainst];
  };

  it("the vote of an admin who is removed no longer counts", async () => {
    await voter(3).vote(id, true);
    await voter(4).vote(id, true);
    expect(await votes()).to.deep.equal([2n, 0n]);
    await removeAdmin(s, ADMIN_ORG, person(4));
    expect(await votes()).to.deep.equal([1n, 0n]);
    await voter(0).vote(id, true);
    expect(await stateOf(s, id)).to.equal(State.OPEN);
    await voter(1).vote(id, true);
    expect(await stateOf(s, id)).to.equal(State.APPROVED);
  });

  it("nor does a vote against", async () => {
    await voter(3).vote(id, false);
    await voter(4).vote(id, false);
    await removeAdmin(s, ADMIN_ORG, person(3));
    await removeAdmin(s, ADMIN_ORG, person(4));
    expect(await votes()).to.deep.equal([0n, 0n]);
    await voter(0).vote(id, true);
    await voter(1).vote(id, true);
    expect(await stateOf(s, id)).to.equal(State.APPROVED);
  });

  it("one who was removed cannot vote", async () => {
    await removeAdmin(s, ADMIN_ORG, person(4));
    await refused(voter(4).vote(id, true), "NotAVoter", person(4).address);
  });

  it("an admin who was removed and came back votes again, once", async () => {
    await voter(4).vote(id, true);
    await removeAdmin(s, ADMIN_ORG, person(4));
    await makeAdmin(s, ADMIN_ORG, person(4), NETWORK_ADMIN);
    expect(await votes()).to.deep.equal([0n, 0n]);
    await voter(4).vote(id, false);
    expect(await votes()).to.deep.equal([0n, 1n]);
    await refused(voter(4).vote(id, true), "AlreadyVoted", id, person(4).address);
  });

  it("leaving and coming back twice does not count a vote twice, nor take it off twice", async () => {
    await voter(3).vote(id, true);
    await voter(4).vote(id, true);
    for (let round = 0; round < 2; round++) {
      await removeAdmin(s, ADMIN_ORG, person(4));
      await makeAdmin(s, ADMIN_ORG, person(4), NETWORK_ADMIN);
    }
    expect(await votes()).to.deep.equal([1n, 0n]);
    await voter(4).vote(id, true);
    expect(await votes()).to.deep.equal([2n, 0n]);
    await removeAdmin(s, ADMIN_ORG, person(4));
    expect(await votes()).to.deep.equal([1n, 0n]);
  });

  it("who left and came back is shown as not having voted", async () => {
    await voter(4).vote(id, true);
    expect(await s.voters.getVote(id, person(4))).to.equal(1n);
    await removeAdmin(s, ADMIN_ORG, person(4));
    expect(await s.voters.getVote(id, person(4))).to.equal(0n);
    await makeAdmin(s, ADMIN_ORG, person(4), NETWORK_ADMIN);
    expect(await s.voters.getVote(id, person(4))).to.equal(0n);
    await voter(4).vote(id, false);
    expect(await s.voters.getVote(id, person(4))).to.equal(2n);
  });

  it("one who became an admin after the proposal may vote on it", async () => {
    const newcomer = s.free[2];
    await makeAdmin(s, ADMIN_ORG, newcomer, NETWORK_ADMIN);
    await s.as(newcomer).vote(id, true);
    expect(await votes()).to.deep.equal([1n, 0n]);
  });

  it("a majority that is reached because admins left is carried out by anyone's close", async () => {
    await voter(0).vote(id, true);
    await voter(1).vote(id, true);
    await refused(voter(0).close(id), "ProposalUndecided", id, 2, 0, 5);
    await removeAdmin(s, ADMIN_ORG, person(3));
    await refused(voter(0).close(id), "ProposalUndecided", id, 2, 0, 4);
    await removeAdmin(s, ADMIN_ORG, person(4));
    await s.as(s.free[4]).close(id);
    expect(await stateOf(s, id)).to.equal(State.APPROVED);
    expect((await s.nodes.getAddressRules()).ipCompared).to.equal(false);
  });

  it("a majority that has become unreachable because admins left is closed as rejected", async () => {
    await voter(0).vote(id, false);
    await voter(1).vote(id, false);
    await removeAdmin(s, ADMIN_ORG, person(3));
    await removeAdmin(s, ADMIN_ORG, person(4));
    await s.as(s.free[4]).close(id);
    expect(await stateOf(s, id)).to.equal(State.REJECTED);
  });

  it("a rule that changes meanwhile counts the open proposals too", async () => {
    await voter(0).vote(id, true);
    await s.as(s.admins[0]).proposeRule(Op.CHANGE_SETTING, RuleKind.ANY, 0, 0);
    for (const n of [0, 1, 2]) await voter(n).vote(id + 1n, true);
    await voter(1).close(id);
    expect(await stateOf(s, id)).to.equal(State.APPROVED);
  });

  it("no one votes twice, for or against, in either way of voting", async () => {
    await voter(0).assignAdminRole(ADMIN_ORG, s.free[2], NETWORK_ADMIN);
    const appointment = await lastProposal(s);
    await voter(1).approveAdminRole(ADMIN_ORG, s.free[2]);
    const again = [appointment, person(1).address];
    await refused(voter(1).approveAdminRole(ADMIN_ORG, s.free[2]), "AlreadyVoted", ...again);
    await refused(voter(1).vote(appointment, false), "AlreadyVoted", ...again);
  });

  it("the proposer has not voted yet, and one who was removed cannot withdraw", async () => {
    expect(await s.voters.getVote(id, person(0))).to.equal(0n);
    await s.as(s.admins[1]).proposeAdminRemoval(ADMIN_ORG, person(0));
    for (const n of [1, 2, 3]) await voter(n).vote(id + 1n, true);
    await refused(voter(0).withdraw(id), "NotProposer", id, person(0).address);
  });
});
