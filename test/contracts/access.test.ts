import { expect } from "chai";
import { type BaseContract, type FunctionFragment, getCreateAddress, ZeroAddress } from "ethers";
import { MODULE_NAMES } from "../../src/model/contracts.js";
import { all, type Callers, callersOf, dummies, outcomes, writes } from "../helpers/callers.js";
import { type Town, town } from "../helpers/cast.js";
import { Action, Counting, Op, Opening, PROPOSAL_LIFETIME, RuleKind, Setting } from "../data/codes.js";
import {
  ADMIN_ORG,
  type Connection,
  lastProposal,
  movedTo,
  NETWORK_ADMIN,
  type Node,
  nodeNamed,
  voteThrough,
} from "../helpers/contract-suite.js";
import { aPolicy } from "../helpers/policies.js";
import { change } from "../helpers/resolutions.js";
import { contentOf, hashOf, signed, type Signed } from "../helpers/signed-votes.js";
import { useFixture } from "../helpers/use-fixture.js";

interface Stage extends Town {
  callers: Callers;
  newNode: Node;
  badNode: Node;
  badNode2: Node;
  expired: bigint;
  /** What has passed, and may be stopped by the guardian and by ORG1. */
  passed: bigint;
  open: bigint;
  openHash: string;
  /** A contract of ORG1, which its member deploys. */
  target: string;
  /** Votes that network admins have signed. */
  signedVotes: Signed[];
}

/** Something of every kind is open, so that whoever may act would succeed. */
async function fixture(connection: Connection): Promise<Stage> {
  const t = await town(connection);
  const [proposedAdmin, newAccount, badAccount] = t.free;
  const newNode = nodeNamed("new");
  const badNode = nodeNamed("bad");
  const badNode2 = nodeNamed("bad 2");
  const first = t.as(t.admins[0]);
  const org1 = t.as(t.org1Admin);
  for (const node of [badNode, badNode2]) {
    await org1.addNode("ORG1", ...node);
    await org1.updateNodeStatus("ORG1", ...node, Action.BLACKLIST);
  }
  await org1.assignAccountRole(badAccount, "ORG1", "MEMBER");
  await org1.updateAccountStatus("ORG1", badAccount, Action.BLACKLIST);
  const callers = await callersOf(t, proposedAdmin);
  const target = getCreateAddress({ from: t.member.address, nonce: 1000 });
  await t.as(t.member).registerContract("ORG1", target, 1000);

  await first.proposeRule(Op.RECOVER_NODE, RuleKind.ALL, 0, 0);
  const expired = await lastProposal(t);
  await t.networkHelpers.time.increase(PROPOSAL_LIFETIME);
  const veto = { by: ["the guardian", "ORG1"], count: 0, outOf: 0 };
  const waiting = aPolicy({ counted: Counting.ACCOUNTS, roles: ["network admin"], delay: 24 * 60 * 60, veto });
  await first.proposePolicy(Op.CHANGE_SETTING, waiting);
  await voteThrough(t);
  await first.proposeRule(Op.EMERGENCY, RuleKind.ANY, 0, 0);
  await voteThrough(t);
  await first.proposeSetting(Setting.MOVES, 20);
  const passed = await voteThrough(t);
  await first.addOrg("ORG3", ...newNode, newAccount);
  await first.updateOrgStatus("ORG2", Action.SUSPEND);
  await first.assignAdminRole(ADMIN_ORG, proposedAdmin, NETWORK_ADMIN);
  await first.startBlacklistedNodeRecovery("ORG1", ...badNode);
  await first.startBlacklistedAccountRecovery("ORG1", badAccount);
  const open = await lastProposal(t);
  const recovery = contentOf(open, Op.RECOVER_ACCOUNT, { organisation: "ORG1", account: badAccount.address });
  const signedVotes = [await signed(t, t.admins[1], recovery)];
  const openHash = hashOf(recovery);
  return { ...t, callers, newNode, badNode, badNode2, expired, passed, open, openHash, target, signedVotes };
}

interface Row {
  name: string;
  args: (s: Stage) => unknown[];
  /** What the others are told. */
  error: string;
  /** Who may, or what else becomes of the call. */
  but?: Record<string, string>;
  about?: string;
}

const networkAdmins = { networkAdmin: "allowed", otherNetworkAdmin: "allowed" };
/** The implementation calls for what the network has resolved. */
const theNetwork = { implementation: "allowed" };
const bootOperators = { guardian: "AlreadyBooted", bootOperator: "AlreadyBooted" };
const parentAdmin = { ...theNetwork, org1Admin: "allowed" };
const subAdmins = { ...theNetwork, org1Admin: "allowed", subAdmin: "allowed" };
const deployerToo = { ...parentAdmin, member: "allowed" };
const fresh = nodeNamed("fresh");
/** In seconds since 1970: in the year 2096. */
const SOME_DAY = 4_000_000_000n;

const BOOT: Row[] = [
  { name: "setPolicy", args: () => ["A", "B", "C"] },
  { name: "init", args: () => [1, 1] },
  { name: "setAtBoot", args: () => [Setting.IP_CHECK, 0] },
  { name: "addAdminNode", args: () => [...fresh] },
  { name: "addAdminAccount", args: (s: Stage) => [s.free[3]] },
  { name: "updateNetworkBootStatus", args: () => [] },
].map((row) => ({ ...row, error: "NotBootOperator", but: bootOperators }));

const GOVERNANCE: Row[] = [
  { name: "addOrg", args: (s: Stage) => ["ORG4", ...fresh, s.free[3]] },
  { name: "approveOrg", args: (s: Stage) => ["ORG3", ...s.newNode, s.free[1]] },
  { name: "updateOrgStatus", args: () => ["ORG1", Action.SUSPEND] },
  { name: "suspendOrgUntil", args: () => ["ORG1", SOME_DAY] },
  { name: "approveOrgStatus", args: () => ["ORG2", Action.SUSPEND] },
  { name: "startBlacklistedAccountRecovery", args: (s: Stage) => ["ORG1", s.blacklisted] },
  { name: "approveBlacklistedAccountRecovery", args: (s: Stage) => ["ORG1", s.free[2]] },
  { name: "assignAdminRole", args: (s: Stage) => [ADMIN_ORG, s.free[3], NETWORK_ADMIN] },
  { name: "approveAdminRole", args: (s: Stage) => [ADMIN_ORG, s.callers.proposedAdmin] },
  { name: "proposeAccountRelease", args: (s: Stage) => ["ORG1", s.member] },
  { name: "proposeNodeRelease", args: (s: Stage) => ["ORG1", s.node1[0]] },
  { name: "proposeAdminRemoval", args: (s: Stage) => ["ORG1", s.org1Admin] },
  { name: "startBlacklistedNodeRecovery", args: (s: Stage) => ["ORG1", ...s.badNode2] },
  { name: "approveBlacklistedNodeRecovery", args: (s: Stage) => ["ORG1", ...s.badNode] },
  { name: "vote", args: (s: Stage) => [s.open, true] },
  { name: "voteByHash", args: (s: Stage) => [s.open, s.openHash, true] },
  { name: "proposeRule", args: () => [Op.ADD_ORG, RuleKind.ANY, 0, 0] },
  { name: "proposePolicy", args: () => [Op.ADD_ORG, aPolicy({ kind: RuleKind.ANY })] },
  { name: "proposeSetting", args: () => [Setting.IP_CHECK, 0] },
  { name: "proposeLimit", args: () => [Setting.NODES, "ORG1", 60] },
  { name: "proposeHold", args: () => ["ORG1", ZeroAddress, "", 3600] },
  { name: "proposeChanges", args: (s: Stage) => [[change(s, "updateOrgStatus", "ORG1", Action.SUSPEND)]] },
].map((row) => ({
  ...row,
  error: "NotAVoter",
  but: { ...networkAdmins, ...(/^(approve|vote)/.test(row.name) ? {} : theNetwork) },
}));

const ORGANISATIONS: Row[] = [
  { name: "addSubOrg", args: () => ["ORG1", "SUB2", ...fresh] },
  { name: "addNewRole", args: () => ["NEW", "ORG1", 1, false, false] },
  { name: "removeRole", args: () => ["MEMBER", "ORG1"] },
  { name: "assignAccountRole", args: (s: Stage) => [s.free[4], "ORG1", "MEMBER"] },
  { name: "assignAccountRoleUntil", args: (s: Stage) => [s.free[4], "ORG1", "MEMBER", SOME_DAY] },
  { name: "updateAccountStatus", args: (s: Stage) => ["ORG1", s.member, Action.SUSPEND] },
  { name: "addNode", args: () => ["ORG1", ...fresh] },
  { name: "addNodeUntil", args: () => ["ORG1", ...fresh, SOME_DAY] },
  { name: "updateNodeStatus", args: (s: Stage) => ["ORG1", ...s.node1, Action.SUSPEND] },
  { name: "changeNodeAddress", args: (s: Stage) => ["ORG1", ...movedTo(s.node1, "10.9.9.9")] },
  { name: "releaseAccount", args: (s: Stage) => ["ORG1", s.member] },
  { name: "releaseNode", args: (s: Stage) => ["ORG1", s.node1[0]] },
].map((row) => ({ ...row, error: "NotOrgAdmin", but: parentAdmin }));

const SUB_ORGANISATIONS: Row[] = [
  { name: "addSubOrg", args: () => ["ORG1.SUB1", "SUB2", ...fresh] },
  { name: "addNewRole", args: () => ["NEW", "ORG1.SUB1", 1, false, false] },
  { name: "assignAccountRole", args: (s: Stage) => [s.free[4], "ORG1.SUB1", "MEMBER"] },
  { name: "assignAccountRoleUntil", args: (s: Stage) => [s.free[4], "ORG1.SUB1", "MEMBER", SOME_DAY] },
  { name: "updateAccountStatus", args: (s: Stage) => ["ORG1.SUB1", s.subAdmin, Action.SUSPEND] },
  { name: "addNode", args: () => ["ORG1.SUB1", ...fresh] },
  { name: "addNodeUntil", args: () => ["ORG1.SUB1", ...fresh, SOME_DAY] },
  { name: "updateNodeStatus", args: (s: Stage) => ["ORG1.SUB1", ...s.subNode, Action.SUSPEND] },
  { name: "changeNodeAddress", args: (s: Stage) => ["ORG1.SUB1", ...movedTo(s.subNode, "10.9.9.9")] },
  { name: "releaseAccount", args: (s: Stage) => ["ORG1.SUB1", s.subAdmin] },
  { name: "releaseNode", args: (s: Stage) => ["ORG1.SUB1", s.subNode[0]] },
].map((row) => ({ ...row, error: "NotOrgAdmin", but: subAdmins, about: "in a sub-organisation" }));

const CONTRACTS: Row[] = [
  {
    name: "registerContract",
    args: (s: Stage) => ["ORG1", s.stranger, 0],
    but: { ...theNetwork, org1Admin: "NotDeployer" },
    about: "of another account's",
  },
  { name: "setContractAccess", args: (s: Stage) => ["ORG1", s.target, Opening.NOBODY, [], []], but: deployerToo },
  {
    name: "setMethodAccess",
    args: (s: Stage) => ["ORG1", s.target, "0x12345678", Opening.NOBODY, [], []],
    but: deployerToo,
  },
  { name: "forgetDeployer", args: (s: Stage) => ["ORG1", s.target] },
].map((row) => ({ error: "NotOrgAdmin", but: parentAdmin, ...row }));

const SINGULAR: Row[] = [
  {
    name: "voteBySignatures",
    args: (s) => [s.signedVotes],
    error: "allowed",
    about: "that a network admin has signed",
  },
  { name: "voteBySignatures", args: () => [[]], error: "NoVoteCounts", about: "of which there is none" },
  { name: "carryOut", args: (s) => [s.open], error: "ProposalNotPassed", about: "while it is open" },
  {
    name: "veto",
    args: (s) => [s.passed],
    error: "NotAVetoer",
    but: { guardian: "allowed", org1Admin: "allowed" },
  },
  {
    name: "endHold",
    args: () => ["ORG1", ZeroAddress, ""],
    error: "NothingChanges",
    about: "of what is not held",
  },
  { name: "endSuspension", args: () => ["ORG1"], error: "NothingChanges", about: "of what is not suspended" },
  { name: "withdraw", args: (s) => [s.open], error: "NotProposer", but: { networkAdmin: "allowed" } },
  { name: "close", args: (s) => [s.open], error: "ProposalUndecided", about: "while it is undecided" },
  { name: "close", args: (s) => [s.expired], error: "allowed", about: "once it has expired, by anyone" },
  { name: "setPermImplementation", args: (s) => [s.stranger], error: "NotUpgradable", but: { upgradable: "allowed" } },
];

const PERM_INTERFACE = [...BOOT, ...GOVERNANCE, ...ORGANISATIONS, ...SUB_ORGANISATIONS, ...CONTRACTS, ...SINGULAR];

const UPGRADABLE: Row[] = [
  { name: "init", args: (s: Stage) => [s.permInterface, s.implementation], but: { guardian: "AlreadyInitialised" } },
  { name: "confirmImplChange", args: (s: Stage) => [s.implementation] },
  { name: "transferGuardian", args: (s: Stage) => [s.stranger] },
  { name: "setBootOperator", args: (s: Stage) => [s.stranger, true] },
  { name: "acceptGuardian", args: () => [], error: "NotProposedGuardian", but: {} },
].map((row) => ({ error: "NotGuardian", but: { guardian: "allowed" }, ...row }));

/** What the implementation calls itself, and what it is told there where it names nothing that there is. */
const OWN_FUNCTIONS: Readonly<Record<string, string>> = {
  decide: "ProposalNotOpen",
  end: "allowed",
  castVoice: "NotAVoter",
  decisionOf: "allowed",
  approveAsResolved: "OperationNotVotedOn",
  carryOutNow: "reverted without a reason",
  actByPolicy: "reverted without a reason",
  makeChanges: "allowed",
  imposeHold: "allowed",
  applyChange: "SettingUnknown",
};

describe("Who may call what", () => {
  const s = useFixture(fixture);

  function rows(title: string, of: () => BaseContract, table: Row[]): void {
    describe(title, () => {
      for (const { name, args, error, but, about } of table) {
        const who = Object.keys(but ?? {}).filter((kind) => but?.[kind] === "allowed");
        it(`${name}${about === undefined ? "" : ` ${about}`}: ${who.join(", ") || "no one"} or ${error}`, async () => {
          expect(await outcomes(s.callers, of(), name, args(s))).to.deep.equal(all(s.callers, error, but));
        });
      }

      it("has a row for every function that changes something", () => {
        const names = new Set(table.map((row) => row.name));
        expect(writes(of()).map((fragment) => fragment.name)).to.have.members([...names]);
      });
    });
  }

  rows("at the interface", () => s.permInterface, PERM_INTERFACE);
  rows("at the upgradable contract", () => s.upgradable, UPGRADABLE);

  /** What those are told who do not call the interface. */
  function refusedDirectly({ name }: FunctionFragment): Record<string, string> {
    // It announces a take-over, and changes nothing; the upgradable contract calls implementations alone.
    return name === "setMigrationPolicy"
      ? all(s.callers, "NotUpgradable", { upgradable: "allowed" })
      : all(s.callers, "NotInterface");
  }

  it("lets no one change anything at the implementation itself, whatever the function", async () => {
    const functions = writes(s.implementation);
    expect(functions).to.have.length.of.at.least(30);
    for (const fragment of functions) {
      const expected =
        fragment.name in OWN_FUNCTIONS
          ? all(s.callers, "NotImplementation", { implementation: OWN_FUNCTIONS[fragment.name] ?? "" })
          : refusedDirectly(fragment);
      const current = await s.ethers.getContractAt(
        "PermissionsImplementation",
        await s.permInterface.getPermissionsImpl(),
      );
      const actual = await outcomes(s.callers, current, fragment.format(), dummies(fragment));
      expect(actual, fragment.name).to.deep.equal(expected);
    }
  });

  for (const name of MODULE_NAMES) {
    it(`lets nobody change anything at the ${name} itself, whatever the function`, async () => {
      const current = await s.ethers.getContractAt(
        "PermissionsImplementation",
        await s.permInterface.getPermissionsImpl(),
      );
      const infos = await current.getModules();
      const module = await s.ethers.getContractAt(
        name as "DecisionModule",
        infos[MODULE_NAMES.indexOf(name)]?.module ?? "",
      );
      const functions = writes(module);
      expect(functions).not.to.be.empty;
      for (const fragment of functions) {
        const expected =
          fragment.name in OWN_FUNCTIONS ? all(s.callers, "NotImplementation") : refusedDirectly(fragment);
        const actual = await outcomes(s.callers, module, fragment.format(), dummies(fragment));
        expect(actual, fragment.name).to.deep.equal(expected);
      }
    });
  }

  for (const manager of ["orgs", "roles", "accounts", "voters", "nodes"] as const) {
    it(`lets only the current implementation change anything in the manager of ${manager}`, async () => {
      const functions = writes(s[manager]);
      expect(functions).to.have.length.greaterThan(3);
      for (const fragment of functions) {
        const { implementation, ...others } = s.callers;
        const refusals = await outcomes(others, s[manager], fragment.format(), dummies(fragment));
        expect(refusals, fragment.name).to.deep.equal(all(others, "NotImplementation"));
        const own = await outcomes({ implementation } as Callers, s[manager], fragment.format(), dummies(fragment));
        expect(own.implementation, fragment.name).not.to.equal("NotImplementation");
        if (own.implementation !== "allowed" || fragment.outputs[0]?.type !== "bool") continue;
        const asImplementation = s[manager].connect(implementation) as BaseContract;
        const answer: unknown = await asImplementation.getFunction(fragment.format()).staticCall(...dummies(fragment));
        expect(answer, `what ${fragment.name} answers`).to.equal(true);
      }
    });
  }
});
