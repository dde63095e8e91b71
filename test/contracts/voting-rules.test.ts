import { expect } from "chai";
import { Op, RuleKind, Setting, State } from "../data/codes.js";
import { refused } from "../helpers/refused.js";
import {
  ADMIN_ORG,
  bootedSuite,
  lastProposal,
  makeAdmin,
  NETWORK_ADMIN,
  nodeNamed,
  type PermInterface,
  type Person,
  removeAdmin,
  stateOf,
  voteDown,
  voteThrough,
} from "../helpers/contract-suite.js";
import { useFixture } from "../helpers/use-fixture.js";

type Rule = readonly [kind: bigint, count: number, outOf: number];

/** How many votes for it a proposal needs with 1, 2, 3, 4 and 5 network admins. */
const THRESHOLDS: [name: string, rule: Rule, needed: number[]][] = [
  ["a majority", [RuleKind.MAJORITY, 0, 0], [1, 2, 2, 3, 3]],
  ["all", [RuleKind.ALL, 0, 0], [1, 2, 3, 4, 5]],
  ["any one", [RuleKind.ANY, 0, 0], [1, 1, 1, 1, 1]],
  ["two, or all if there are fewer", [RuleKind.COUNT, 2, 0], [1, 2, 2, 2, 2]],
  ["half", [RuleKind.FRACTION, 1, 2], [1, 1, 2, 2, 3]],
  ["two thirds", [RuleKind.FRACTION, 2, 3], [1, 2, 2, 3, 4]],
  ["a hundredth", [RuleKind.FRACTION, 1, 100], [1, 1, 1, 1, 1]],
  ["the whole", [RuleKind.FRACTION, 7, 7], [1, 2, 3, 4, 5]],
];

describe("How votes are counted", () => {
  const s = useFixture(bootedSuite);
  let admin: PermInterface;

  beforeEach(() => {
    admin = s.as(s.admins[0]);
  });

  async function setRule(op: bigint, [kind, count, outOf]: Rule): Promise<void> {
    const now = await s.voters.getRule(op);
    if (now.kind === kind && Number(now.count) === count && Number(now.outOf) === outOf) return;
    await admin.proposeRule(op, kind, count, outOf);
    await voteThrough(s);
  }

  /** Exactly so many network admins. */
  async function resize(size: number): Promise<Person[]> {
    const people = [...s.admins, ...s.free].slice(0, size);
    for (const person of people.slice(3)) await makeAdmin(s, ADMIN_ORG, person, NETWORK_ADMIN);
    for (const person of s.admins.slice(size)) await removeAdmin(s, ADMIN_ORG, person);
    return people;
  }

  for (const [name, rule, needed] of THRESHOLDS) {
    needed.forEach((threshold, i) => {
      it(`${name}, of ${i + 1}: ${threshold} for it pass, and one against too many rejects`, async () => {
        await setRule(Op.CHANGE_SETTING, rule);
        const people = await resize(i + 1);
        expect((await s.voters.getNumberOfVoters()).active).to.equal(BigInt(i + 1));
        for (const [support, limit, state] of [
          [true, threshold, State.APPROVED],
          [false, people.length - threshold + 1, State.REJECTED],
        ] as const) {
          await admin.proposeSetting(Setting.IP_CHECK, (await s.nodes.getAddressRules()).ipCompared ? 0 : 1);
          const id = await lastProposal(s);
          for (const [place, person] of people.slice(0, limit).entries()) {
            expect(await stateOf(s, id), `after ${place}`).to.equal(State.OPEN);
            await s.as(person).vote(id, support);
          }
          expect(await stateOf(s, id)).to.equal(state);
        }
      });
    });
  }

  const UNSOUND: Record<string, Rule> = {
    "a count of none": [RuleKind.COUNT, 0, 0],
    "a count above the electorate": [RuleKind.COUNT, 4, 0],
    "a count out of something": [RuleKind.COUNT, 2, 3],
    "a fraction of none": [RuleKind.FRACTION, 0, 3],
    "a fraction above the whole": [RuleKind.FRACTION, 4, 3],
    "a fraction out of none": [RuleKind.FRACTION, 1, 0],
    "a fraction that does not fit": [RuleKind.FRACTION, 1, 2 ** 32],
    "a majority with a count": [RuleKind.MAJORITY, 1, 0],
    "all with a count": [RuleKind.ALL, 3, 0],
    "any with a fraction": [RuleKind.ANY, 1, 2],
    "forbidden with a count": [RuleKind.FORBIDDEN, 1, 0],
    "a kind that does not exist": [6n, 0, 0],
    "a kind that would be cut to another": [256n, 0, 0],
  };

  for (const [name, rule] of Object.entries(UNSOUND)) {
    it(`${name} is refused`, async () => {
      await refused(admin.proposeRule(Op.ADD_ORG, ...rule), "RuleNotAllowed", Op.ADD_ORG, ...rule);
    });
  }

  it("the change of rules cannot be forbidden, so that no rule stands for ever", async () => {
    const attempt = admin.proposeRule(Op.CHANGE_RULE, RuleKind.FORBIDDEN, 0, 0);
    await refused(attempt, "RuleNotAllowed", Op.CHANGE_RULE, RuleKind.FORBIDDEN, 0, 0);
  });

  it("a forbidden operation is not even proposed, until the rule is changed back", async () => {
    await setRule(Op.ADD_ORG, [RuleKind.FORBIDDEN, 0, 0]);
    const attempt = (): Promise<unknown> => admin.addOrg("ORG1", ...nodeNamed("ORG1"), s.free[0]);
    await refused(attempt(), "OperationForbidden", Op.ADD_ORG);
    await setRule(Op.ADD_ORG, [RuleKind.MAJORITY, 0, 0]);
    await attempt();
  });

  it("every operation can be forbidden but the change of rules, and is refused then", async () => {
    for (const op of Object.values(Op).filter((code) => code !== Op.NONE && code !== Op.CHANGE_RULE)) {
      await setRule(op, [RuleKind.FORBIDDEN, 0, 0]);
      expect((await s.voters.getRule(op)).kind).to.equal(RuleKind.FORBIDDEN);
    }
    await refused(admin.proposeSetting(Setting.IP_CHECK, 0), "OperationForbidden", Op.CHANGE_SETTING);
    await refused(admin.proposeAdminRemoval(ADMIN_ORG, s.admins[1]), "OperationForbidden", Op.REMOVE_ADMIN);
    const promotion = admin.assignAdminRole(ADMIN_ORG, s.free[0], NETWORK_ADMIN);
    await refused(promotion, "OperationForbidden", Op.ASSIGN_ADMIN);
  });

  it("a rule is for one operation: the others are counted as before", async () => {
    await setRule(Op.CHANGE_SETTING, [RuleKind.ANY, 0, 0]);
    await admin.addOrg("ORG1", ...nodeNamed("ORG1"), s.free[0]);
    const id = await lastProposal(s);
    await admin.vote(id, true);
    expect(await stateOf(s, id)).to.equal(State.OPEN);
  });

  it("changing the rule of changing rules is counted by the rule that stands", async () => {
    await setRule(Op.CHANGE_RULE, [RuleKind.ALL, 0, 0]);
    await admin.proposeRule(Op.CHANGE_RULE, RuleKind.ANY, 0, 0);
    const id = await lastProposal(s);
    await s.as(s.admins[0]).vote(id, true);
    await s.as(s.admins[1]).vote(id, true);
    expect(await stateOf(s, id)).to.equal(State.OPEN);
    await s.as(s.admins[2]).vote(id, true);
    expect((await s.voters.getRule(Op.CHANGE_RULE)).kind).to.equal(RuleKind.ANY);
  });

  it("several changes of one rule may be open, so nobody holds the others up", async () => {
    await admin.proposeRule(Op.ADD_ORG, RuleKind.ALL, 0, 0);
    const id = await lastProposal(s);
    await s.as(s.admins[1]).proposeRule(Op.ADD_ORG, RuleKind.ANY, 0, 0);
    await voteThrough(s, id + 1n);
    expect((await s.voters.getRule(Op.ADD_ORG)).kind).to.equal(RuleKind.ANY);
    await voteDown(s, id);
    expect((await s.voters.getRule(Op.ADD_ORG)).kind).to.equal(RuleKind.ANY);
  });

  it("what another vote has set already is not set again", async () => {
    await admin.proposeRule(Op.ADD_ORG, RuleKind.FRACTION, 2, 3);
    await s.as(s.admins[1]).proposeRule(Op.ADD_ORG, RuleKind.FRACTION, 2, 3);
    await s.as(s.admins[1]).proposeRule(Op.ADD_ORG, RuleKind.FRACTION, 2, 4);
    const id = await lastProposal(s);
    await voteThrough(s, id - 2n);
    await voteThrough(s, id - 1n);
    expect(await stateOf(s, id - 1n)).to.equal(State.REJECTED);
    await voteThrough(s, id);
    expect(await stateOf(s, id)).to.equal(State.APPROVED);
    expect((await s.voters.getRule(Op.ADD_ORG)).outOf).to.equal(4n);
  });

  it("a change is announced with all its values", async () => {
    await admin.proposeRule(Op.ADD_ORG, RuleKind.FRACTION, 2, 3);
    const id = await lastProposal(s);
    await s.as(s.admins[0]).vote(id, true);
    await expect(s.as(s.admins[1]).vote(id, true))
      .to.emit(s.voters, "RuleChanged")
      .withArgs(Op.ADD_ORG, RuleKind.FRACTION, 2, 3);
  });
});
