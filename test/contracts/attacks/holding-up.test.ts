import { expect } from "chai";
import { type Town, town } from "../../helpers/cast.js";
import { Action, DAILY_PROPOSALS, Op, PROPOSAL_LIFETIME, RuleKind, Setting, State, WAIT } from "../../data/codes.js";
import {
  ADMIN_ORG,
  bootedSuite,
  type Connection,
  lastProposal,
  makeAdmin,
  NETWORK_ADMIN,
  nodeNamed,
  ORG_ADMIN,
  type PermInterface,
  type Person,
  removeAdmin,
  stateOf,
  voteDown,
} from "../../helpers/contract-suite.js";
import { refused } from "../../helpers/refused.js";
import { useFixture } from "../../helpers/use-fixture.js";

const DAY = 24 * 60 * 60;
/** More voters than have their proposals counted in one word. */
const MANY = 18;

/** Each way to propose whose subject can be voted down and proposed again. */
const PROPOSALS: Record<string, [op: bigint, propose: (t: Town, permInterface: PermInterface) => Promise<unknown>]> = {
  "an organisation": [Op.ADD_ORG, (t, p) => p.addOrg("ORG3", ...nodeNamed("ORG3"), t.free[0])],
  "a suspension": [Op.SUSPEND_ORG, (_, p) => p.updateOrgStatus("ORG1", Action.SUSPEND)],
  "an appointment": [Op.ASSIGN_ADMIN, (t, p) => p.assignAdminRole("ORG1", t.member, ORG_ADMIN)],
  "a removal": [Op.REMOVE_ADMIN, (t, p) => p.proposeAdminRemoval("ORG1", t.org1Admin)],
  "a recovery": [Op.RECOVER_ACCOUNT, (t, p) => p.startBlacklistedAccountRecovery("ORG1", t.blacklisted)],
  "a rule": [Op.CHANGE_RULE, (_, p) => p.proposeRule(Op.ADD_ORG, RuleKind.ALL, 0, 0)],
  "a setting": [Op.CHANGE_SETTING, (_, p) => p.proposeSetting(Setting.IP_CHECK, 0)],
};

describe("What the votes have rejected, its proposer does not propose again at once", () => {
  const t = useFixture(town);
  let rogue: PermInterface;
  let other: PermInterface;

  beforeEach(() => {
    rogue = t.as(t.admins[0]);
    other = t.as(t.admins[1]);
  });

  /** When the proposer may propose it again, if the latest block has ended it. */
  const again = async (): Promise<number> => (await t.networkHelpers.time.latest()) + WAIT;

  for (const [name, [op, propose]] of Object.entries(PROPOSALS)) {
    it(`be it ${name}: only after seven days, while the others may at any time`, async () => {
      await propose(t, rogue);
      await voteDown(t);
      const from = await again();
      await refused(propose(t, rogue), "RejectedLately", t.admins[0].address, op, from);
      await propose(t, other);
      await t.as(t.admins[1]).withdraw(await lastProposal(t));
      await t.networkHelpers.time.setNextBlockTimestamp(from - 1);
      await refused(propose(t, rogue), "RejectedLately", t.admins[0].address, op, from);
      await t.networkHelpers.time.setNextBlockTimestamp(from);
      await propose(t, rogue);
      expect(await stateOf(t, await lastProposal(t))).to.equal(State.OPEN);
    });
  }

  it("nor with another value for the same rule or setting, but any other rule and setting", async () => {
    await rogue.proposeRule(Op.ADD_ORG, RuleKind.ALL, 0, 0);
    await voteDown(t);
    const from = await again();
    const repeated = rogue.proposeRule(Op.ADD_ORG, RuleKind.COUNT, 2, 0);
    await refused(repeated, "RejectedLately", t.admins[0].address, Op.CHANGE_RULE, from);
    await rogue.proposeRule(Op.SUSPEND_ORG, RuleKind.ALL, 0, 0);
    await rogue.proposeSetting(Setting.IP_CHECK, 0);
    await voteDown(t);
    await rogue.proposeSetting(Setting.HOST_NAMES, 1);
  });

  it("nor after taking it back once others have voted against it", async () => {
    await rogue.proposeSetting(Setting.IP_CHECK, 0);
    const id = await lastProposal(t);
    await other.vote(id, false);
    await rogue.withdraw(id);
    const attempt = rogue.proposeSetting(Setting.IP_CHECK, 0);
    await refused(attempt, "RejectedLately", t.admins[0].address, Op.CHANGE_SETTING, await again());
    await other.proposeSetting(Setting.IP_CHECK, 0);
  });

  it("but at once after taking it back before, even if it voted against it itself", async () => {
    await rogue.proposeSetting(Setting.IP_CHECK, 0);
    await rogue.withdraw(await lastProposal(t));
    await rogue.proposeSetting(Setting.IP_CHECK, 0);
    await rogue.vote(await lastProposal(t), false);
    await rogue.withdraw(await lastProposal(t));
    await rogue.proposeSetting(Setting.IP_CHECK, 0);
  });

  it("and at once after it has expired", async () => {
    await rogue.proposeSetting(Setting.IP_CHECK, 0);
    const id = await lastProposal(t);
    await other.vote(id, false);
    await t.networkHelpers.time.increase(PROPOSAL_LIFETIME);
    await other.close(id);
    expect(await stateOf(t, id)).to.equal(State.EXPIRED);
    await rogue.proposeSetting(Setting.IP_CHECK, 0);
  });

  it("and at once after it was approved and could not be carried out", async () => {
    const [first, second, third] = t.admins;
    await rogue.proposeSetting(Setting.IP_CHECK, 0);
    await rogue.proposeSetting(Setting.IP_CHECK, 0);
    const id = await lastProposal(t);
    await other.vote(id, false);
    for (const done of [id - 1n, id]) for (const person of [first, third]) await t.as(person).vote(done, true);
    expect(await stateOf(t, id)).to.equal(State.REJECTED);
    await t.as(second).proposeSetting(Setting.IP_CHECK, 1);
    for (const person of [first, third]) await t.as(person).vote(id + 1n, true);
    await rogue.proposeSetting(Setting.IP_CHECK, 0);
  });

  it("who leaves and comes back waits all the same", async () => {
    await rogue.proposeSetting(Setting.IP_CHECK, 0);
    await voteDown(t);
    const from = await again();
    await t.as(t.admins[1]).proposeAdminRemoval(ADMIN_ORG, t.admins[0]);
    for (const person of t.admins.slice(1)) await t.as(person).vote(await lastProposal(t), true);
    await t.as(t.admins[1]).assignAdminRole(ADMIN_ORG, t.admins[0], NETWORK_ADMIN);
    for (const person of t.admins.slice(1)) await t.as(person).vote(await lastProposal(t), true);
    const attempt = rogue.proposeSetting(Setting.IP_CHECK, 0);
    await refused(attempt, "RejectedLately", t.admins[0].address, Op.CHANGE_SETTING, from);
  });

  it("a single network admin whose own vote has rejected it does not wait", async () => {
    for (const person of t.admins.slice(1)) await removeAdmin(t, ADMIN_ORG, person);
    await rogue.proposeSetting(Setting.IP_CHECK, 0);
    await voteDown(t);
    await rogue.proposeSetting(Setting.IP_CHECK, 0);
  });
});

interface Crowd extends Town {
  everybody: Person[];
}

async function crowd(connection: Connection): Promise<Crowd> {
  const s = (await bootedSuite(connection)) as Town;
  const newcomers = s.free.slice(0, MANY - s.admins.length);
  for (const person of newcomers) await makeAdmin(s, ADMIN_ORG, person, NETWORK_ADMIN);
  return { ...s, everybody: [...s.admins, ...newcomers] };
}

describe("A network admin makes so many proposals in a day, and no more", () => {
  const t = useFixture(crowd);
  let midnight: number;

  beforeEach(async () => {
    const now = await t.networkHelpers.time.latest();
    midnight = (Math.floor(now / DAY) + 2) * DAY;
    await t.networkHelpers.time.setNextBlockTimestamp(midnight - DAY);
  });

  const propose = async (person: Person): Promise<unknown> => t.as(person).proposeSetting(Setting.IP_CHECK, 0);

  async function useUp(person: Person): Promise<void> {
    for (let i = 0; i < DAILY_PROPOSALS; i++) await propose(person);
  }

  for (const [which, place] of [
    ["the first", 0],
    ["the sixteenth", 15],
    ["the seventeenth", 16],
    ["the eighteenth", 17],
  ] as const) {
    it(`${which} one: the next is refused until midnight, and leaves the others alone`, async () => {
      const person = t.everybody[place] ?? t.guardian;
      await useUp(person);
      await refused(propose(person), "TooManyProposals", person.address, DAILY_PROPOSALS, midnight);
      for (const other of t.everybody) if (other !== person) await propose(other);
      await t.networkHelpers.time.setNextBlockTimestamp(midnight - 1);
      await refused(propose(person), "TooManyProposals", person.address, DAILY_PROPOSALS, midnight);
      await t.networkHelpers.time.setNextBlockTimestamp(midnight);
      await useUp(person);
      await refused(propose(person), "TooManyProposals", person.address, DAILY_PROPOSALS, midnight + DAY);
    });
  }

  it("whether it takes them back or not, and votes as often as it likes", async () => {
    const [person, other] = t.everybody as [Person, Person];
    for (let i = 0; i < DAILY_PROPOSALS; i++) {
      await propose(person);
      await t.as(person).withdraw(await lastProposal(t));
    }
    await refused(propose(person), "TooManyProposals", person.address, DAILY_PROPOSALS, midnight);
    await propose(other);
    await t.as(person).vote(await lastProposal(t), true);
  });

  it("also if it is voted out and comes back on the same day", async () => {
    for (const place of [1, 17]) {
      const person = t.everybody[place] ?? t.guardian;
      await useUp(person);
      await removeAdmin(t, ADMIN_ORG, person);
      await makeAdmin(t, ADMIN_ORG, person, NETWORK_ADMIN);
      await refused(propose(person), "TooManyProposals", person.address, DAILY_PROPOSALS, midnight);
    }
  });

  it("and the rules of operations are remembered beside the counts", async () => {
    const person = t.everybody[15] ?? t.guardian;
    await useUp(person);
    await t.as(t.admins[0]).proposeRule(Op.CHANGE_SETTING, RuleKind.ANY, 0, 0);
    const id = await lastProposal(t);
    for (const voter of t.everybody.slice(0, 10)) await t.as(voter).vote(id, true);
    expect(await stateOf(t, id)).to.equal(State.APPROVED);
    await propose(t.admins[0]);
    await t.as(t.admins[1]).vote(await lastProposal(t), true);
    expect(await stateOf(t, await lastProposal(t))).to.equal(State.APPROVED);
  });
});
