import { expect } from "chai";
import { Counting, Op, RuleKind, State } from "../../data/codes.js";
import {
  ADMIN_ORG,
  bootedSuite,
  lastProposal,
  makeAdmin,
  NETWORK_ADMIN,
  type PermInterface,
  removeAdmin,
  stateOf,
  voteThrough,
} from "../../helpers/contract-suite.js";
import { aPolicy } from "../../helpers/policies.js";
import { refused } from "../../helpers/refused.js";
import { useFixture } from "../../helpers/use-fixture.js";

type Rule = readonly [kind: bigint, count: number, outOf: number];

const ALL: Rule = [RuleKind.ALL, 0, 0];
const MAJORITY: Rule = [RuleKind.MAJORITY, 0, 0];
const FORBIDDEN: Rule = [RuleKind.FORBIDDEN, 0, 0];

/** Rules that need each of three network admins. */
const EVERYBODY: Record<string, Rule> = {
  all: ALL,
  "the whole of a fraction": [RuleKind.FRACTION, 7, 7],
  "a fraction that is everybody when rounded up": [RuleKind.FRACTION, 3, 4],
  "as many as there are": [RuleKind.COUNT, 3, 0],
};

describe("One lost key does not lock the rules for ever", () => {
  const s = useFixture(bootedSuite);
  let admin: PermInterface;

  beforeEach(() => {
    admin = s.as(s.admins[0]);
  });

  async function setRule(op: bigint, rule: Rule): Promise<void> {
    await admin.proposeRule(op, ...rule);
    expect(await stateOf(s, await voteThrough(s))).to.equal(State.APPROVED);
  }

  for (const [name, rule] of Object.entries(EVERYBODY)) {
    it(`because the removal of admins and the change of rules do not both need everybody: ${name}`, async () => {
      await setRule(Op.REMOVE_ADMIN, rule);
      await refused(admin.proposeRule(Op.CHANGE_RULE, ...ALL), "RuleNotAllowed", Op.CHANGE_RULE, ...ALL);
      await setRule(Op.REMOVE_ADMIN, MAJORITY);
      await setRule(Op.CHANGE_RULE, rule);
      await refused(admin.proposeRule(Op.REMOVE_ADMIN, ...ALL), "RuleNotAllowed", Op.REMOVE_ADMIN, ...ALL);
    });

    it(`nor because nobody may be removed while the change of rules needs everybody: ${name}`, async () => {
      await setRule(Op.REMOVE_ADMIN, FORBIDDEN);
      await refused(admin.proposeRule(Op.CHANGE_RULE, ...rule), "RuleNotAllowed", Op.CHANGE_RULE, ...rule);
      await setRule(Op.REMOVE_ADMIN, MAJORITY);
      await setRule(Op.CHANGE_RULE, rule);
      const forbidding = admin.proposeRule(Op.REMOVE_ADMIN, ...FORBIDDEN);
      await refused(forbidding, "RuleNotAllowed", Op.REMOVE_ADMIN, ...FORBIDDEN);
    });
  }

  it("where organisations are counted, another account of one speaks for it: all of them may be needed for removals", async () => {
    await setRule(Op.CHANGE_RULE, ALL);
    await admin.proposePolicy(Op.REMOVE_ADMIN, aPolicy({ kind: RuleKind.ALL }));
    expect(await stateOf(s, await voteThrough(s))).to.equal(State.APPROVED);
    expect((await s.permInterface.getPolicy(Op.REMOVE_ADMIN)).counted).to.equal(Counting.ORGANISATIONS);
  });

  it("nor by two proposals that are harmless one by one: the one that is decided last is rejected", async () => {
    await admin.proposeRule(Op.REMOVE_ADMIN, ...ALL);
    await admin.proposeRule(Op.CHANGE_RULE, ...ALL);
    const last = await lastProposal(s);
    await voteThrough(s, last - 1n);
    await voteThrough(s, last);
    expect(await stateOf(s, last - 1n)).to.equal(State.APPROVED);
    expect(await stateOf(s, last)).to.equal(State.REJECTED);
    expect((await s.voters.getRule(Op.CHANGE_RULE)).kind).to.equal(RuleKind.MAJORITY);
  });

  it("nor when they are decided the other way round", async () => {
    await admin.proposeRule(Op.REMOVE_ADMIN, ...FORBIDDEN);
    await admin.proposeRule(Op.CHANGE_RULE, ...ALL);
    const last = await lastProposal(s);
    await voteThrough(s, last);
    await voteThrough(s, last - 1n);
    expect(await stateOf(s, last - 1n)).to.equal(State.REJECTED);
    expect((await s.voters.getRule(Op.REMOVE_ADMIN)).kind).to.equal(RuleKind.MAJORITY);
  });

  it("nor because a number of votes has become everybody since it was proposed", async () => {
    await makeAdmin(s, ADMIN_ORG, s.free[0], NETWORK_ADMIN);
    await setRule(Op.CHANGE_RULE, ALL);
    await admin.proposeRule(Op.REMOVE_ADMIN, RuleKind.COUNT, 3, 0);
    const id = await lastProposal(s);
    await removeAdmin(s, ADMIN_ORG, s.free[0]);
    await voteThrough(s, id);
    expect(await stateOf(s, id)).to.equal(State.REJECTED);
  });

  it("each of the two may need everybody while the other does not", async () => {
    await setRule(Op.REMOVE_ADMIN, ALL);
    await setRule(Op.CHANGE_RULE, [RuleKind.COUNT, 2, 0]);
    await setRule(Op.REMOVE_ADMIN, FORBIDDEN);
    await setRule(Op.REMOVE_ADMIN, MAJORITY);
    await setRule(Op.CHANGE_RULE, ALL);
    await setRule(Op.ASSIGN_ADMIN, ALL);
  });

  it("of two network admins a majority is everybody, so only what would stay so when they become more is refused", async () => {
    await removeAdmin(s, ADMIN_ORG, s.admins[2]);
    await setRule(Op.REMOVE_ADMIN, [RuleKind.COUNT, 2, 0]);
    await setRule(Op.CHANGE_RULE, [RuleKind.FRACTION, 2, 3]);
    await setRule(Op.CHANGE_RULE, MAJORITY);
    await setRule(Op.REMOVE_ADMIN, MAJORITY);
    await setRule(Op.REMOVE_ADMIN, ALL);
    await refused(admin.proposeRule(Op.CHANGE_RULE, ...ALL), "RuleNotAllowed", Op.CHANGE_RULE, ...ALL);
  });

  it("when admins leave later, all who are left suffice to change what has become everybody", async () => {
    await makeAdmin(s, ADMIN_ORG, s.free[0], NETWORK_ADMIN);
    await setRule(Op.REMOVE_ADMIN, [RuleKind.COUNT, 3, 0]);
    await setRule(Op.CHANGE_RULE, [RuleKind.COUNT, 3, 0]);
    await removeAdmin(s, ADMIN_ORG, s.free[0]);
    await setRule(Op.CHANGE_RULE, MAJORITY);
    await setRule(Op.REMOVE_ADMIN, MAJORITY);
  });

  it("which three of four do not need everybody for", async () => {
    await makeAdmin(s, ADMIN_ORG, s.free[0], NETWORK_ADMIN);
    await setRule(Op.REMOVE_ADMIN, ALL);
    await setRule(Op.CHANGE_RULE, [RuleKind.FRACTION, 3, 4]);
  });
});
