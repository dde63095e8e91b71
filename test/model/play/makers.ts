import { toBeHex } from "ethers";
import { AccountStatus, Action, NodeStatus, Op, OrgStatus, Setting, State } from "../../data/codes.js";
import { BREADTH, DEPTH, POLICY } from "../../helpers/contract-suite.js";
import { isBlacklisted } from "../rules/accounts.js";
import { lasts } from "../rules/holds.js";
import { isLimit } from "../rules/limits.js";
import { accountOf } from "../rules/lookup.js";
import type { GUARDIAN_RULES, RULES } from "../rules/judge.js";
import { present } from "../rules/verdict.js";
import { lapsesAt } from "../rules/waiting.js";
import { isVetoer } from "../rules/vetoes.js";
import { type Account, type Change, type Hold, NOBODY, type Node, type Proposal, type World } from "../rules/world.js";
import { shownHash } from "../rules/signed-votes.js";
import type { Chooser } from "./chooser.js";
import type { CallerAndArgs, FittingArguments } from "./fitting-arguments.js";
import type { Maker } from "./maker.js";
import { someChanges } from "./some-changes.js";
import { endOfNode, endOfRole, endOfSuspension } from "./some-ends.js";
import { somePolicy } from "./some-policy.js";
import { someSignedVotes } from "./some-signed-votes.js";
import { PEOPLE, ROLE_NAMES, TOP_NAMES } from "./values.js";

/** How the arguments of each function come about. */
export const MAKERS: Record<keyof typeof RULES, Maker> = {
  setPolicy: (want, w, c) => {
    const [org, network, admin] = POLICY;
    const args = [want.name("policy", [org]), network, c.chance("alike", 10) ? network : admin];
    return { from: operator(want, w, c), args };
  },
  init: (want, w, c) => {
    const breadth = want.number("breadth", [BREADTH], [0n, 2n ** 32n - 1n, 2n ** 32n]);
    return { from: operator(want, w, c), args: [breadth, want.number("depth", [DEPTH - 1n], [0n, 32n, 33n])] };
  },
  addAdminNode: (want, w, c) => ({ from: operator(want, w, c), args: want.newNode() }),
  addAdminAccount: (want, w, c) => ({ from: operator(want, w, c), args: [want.someAccount("first admin")] }),
  updateNetworkBootStatus: (want, w, c) => ({ from: operator(want, w, c), args: [] }),

  addOrg: (want, _, c) => {
    const name = want.name("new organisation", TOP_NAMES);
    const isTaken = ({ free, org }: Node): boolean => !free && org.id !== POLICY[0];
    const claimed = (): unknown[] => [want.enodeId(isTaken), ...want.newAddress()];
    const node = c.chance("another's node", 30) ? claimed() : want.newNode();
    const account = c.chance("another's account", 30) ? want.account("claimed", (one) => !one.byVote) : want.newcomer();
    return { from: want.proposer(Op.ADD_ORG), args: [name, ...node, account] };
  },
  approveOrg: (want, _, c) => {
    const proposal = want.approval(Op.ADD_ORG);
    const enodeId = proposal?.node?.enodeId ?? want.enodeId(() => true);
    const proposed = present(proposal?.account?.address);
    const account = c.chance("another admin", 15) ? want.newcomer() : want.someAccount("named admin", proposed);
    const orgId = proposal?.org?.id ?? want.orgId(() => true);
    return { from: want.voter(proposal), args: [orgId, ...want.namedNode(enodeId), account] };
  },
  addSubOrg: (want, _, c) => {
    const parent = want.orgId();
    const node = c.chance("without node", 50) ? ["", "", 0, 0] : want.newNode();
    return { from: want.actor(parent, Op.ADD_SUB_ORG), args: [parent, want.subName(), ...node] };
  },
  updateOrgStatus: (want) => {
    const [orgId, action] = want.turnable();
    const op = action === Action.ACTIVATE ? Op.RESTORE_ORG : Op.SUSPEND_ORG;
    return { from: want.proposer(op), args: [orgId, action] };
  },
  suspendOrgUntil: (want, w, c) => {
    const orgId = want.orgId(
      ({ parent, index, proposal, status }) =>
        (parent === undefined && index > 1 && proposal === 0 && status !== OrgStatus.NONE) || c.chance("another", 5),
    );
    return { from: want.proposer(Op.SUSPEND_ORG_UNTIL), args: [orgId, endOfSuspension(w, c, orgId)] };
  },
  endSuspension: (want, _, c) => {
    const orgId = want.orgId(({ suspendedUntil }) => suspendedUntil !== 0n || c.chance("another", 5));
    return { from: want.anybody(), args: [orgId] };
  },
  approveOrgStatus: (want, _, c) => {
    const proposal = want.approval(c.one("operation", [Op.SUSPEND_ORG, Op.RESTORE_ORG]));
    const action = proposal?.op === Op.RESTORE_ORG ? Action.ACTIVATE : Action.SUSPEND;
    const orgId = proposal?.org?.id ?? want.orgId(() => true);
    return { from: want.voter(proposal), args: [orgId, want.action([action], [0n, 1n, 2n, 3n])] };
  },

  addNewRole: (want, _, c) => {
    const orgId = want.orgId();
    const name = want.name("new role", ROLE_NAMES);
    const reserved = c.chance("reserved", 4) ? c.one("admin role", POLICY.slice(1)) : name;
    const access = want.number("access", [0n, 1n, 2n, 3n, 4n, 5n, 6n, 7n], [8n, 2n ** 200n]);
    const marks = [c.chance("voter", 30), c.chance("admin", 40)];
    return { from: want.actor(orgId, Op.ADD_ROLE), args: [reserved, orgId, access, ...marks] };
  },
  removeRole: (want, w, c) => {
    const role = c.pick(
      "old role",
      w.roles.filter(({ kind, active }) => active && (kind === "custom" || c.chance("admin's", 10))),
      ({ name, org }) => `${name} ${org.id}`,
    );
    const orgId = role?.org.id ?? want.orgId();
    const name = c.chance("another", 5) ? want.name("role", ROLE_NAMES) : (role?.name ?? want.customRole(orgId));
    return { from: want.actor(orgId, Op.REMOVE_ROLE), args: [name, orgId] };
  },

  assignAccountRole: (want, w, c) => toAssign(want, w, c),
  assignAccountRoleUntil: (want, w, c) => {
    const { from, args } = toAssign(want, w, c);
    return { from, args: [...args, endOfRole(w, c, from, args[0])] };
  },
  updateAccountStatus: (want, _, c) => {
    const account = want.account("member", (one) => !one.byVote || c.chance("an admin", 10));
    const orgId = want.orgOfAccount(account);
    return {
      from: want.actor(orgId, Op.SET_ACCOUNT_STATUS),
      args: [orgId, account, want.action(Object.values(Action))],
    };
  },
  releaseAccount: (want, _, c) => {
    const account = want.account("member", (one) => !one.byVote || c.chance("an admin", 5));
    const orgId = want.orgOfAccount(account);
    return { from: want.actor(orgId, Op.LET_GO), args: [orgId, account] };
  },
  proposeAccountRelease: (want, _, c) => {
    const account = want.account("member", (one) => !one.byVote || c.chance("an admin", 5));
    return { from: want.proposer(Op.RELEASE), args: [want.orgOfAccount(account), account] };
  },
  startBlacklistedAccountRecovery: (want) => {
    const account = want.account("blacklisted", ({ status }) => status === AccountStatus.BLACKLISTED);
    return { from: want.proposer(Op.RECOVER_ACCOUNT), args: [want.orgOfAccount(account), account] };
  },
  approveBlacklistedAccountRecovery: (want) => ofAccount(want, Op.RECOVER_ACCOUNT),

  assignAdminRole: (want, w, c) => {
    const known = c.chance("known", 50);
    const isFormer = ({ status }: Account): boolean => status === AccountStatus.REVOKED;
    const again = c.chance("again", 60) && w.accounts.some(isFormer);
    const mayBecome = (one: Account): boolean => one.status === AccountStatus.ACTIVE && !one.byVote;
    const account = known ? want.account("candidate", again ? isFormer : mayBecome) : want.newcomer();
    const orgId =
      known && !c.chance("another organisation's", 25)
        ? want.orgOfAccount(account)
        : c.chance("network admin", 40)
          ? POLICY[0]
          : want.orgId((org) => org.id !== POLICY[0]);
    const others = [...POLICY.slice(1), ...ROLE_NAMES, "NONE"];
    const role = c.chance("another role", 15) ? c.one("other role", others) : want.adminRole(orgId);
    return { from: want.proposer(Op.ASSIGN_ADMIN), args: [orgId, account, role] };
  },
  approveAdminRole: (want) => ofAccount(want, Op.ASSIGN_ADMIN),
  proposeAdminRemoval: (want, _, c) => {
    const account = want.account("admin", (one) => want.isForRemoval(one) || c.chance("another", 5));
    return { from: want.proposer(Op.REMOVE_ADMIN), args: [want.orgOfAccount(account), account] };
  },

  addNode: (want) => {
    const orgId = want.orgId();
    return { from: want.actor(orgId, Op.ADD_NODE), args: [orgId, ...want.newNode()] };
  },
  addNodeUntil: (want, w, c) => {
    const isOrdinary = ({ free, org }: Node): boolean => !free && org.id !== POLICY[0];
    const enodeId = want.enodeId(isOrdinary);
    const again = c.chance("again", 55);
    const orgId = again ? want.orgOfNode(enodeId) : want.orgId(({ id }) => id !== POLICY[0]);
    const node = again ? want.namedNode(enodeId) : want.newNode();
    return {
      from: want.actor(orgId, Op.ADD_NODE),
      args: [orgId, ...node, endOfNode(w, c, String(node[0]))],
    };
  },
  updateNodeStatus: (want) => {
    const enodeId = want.enodeId(() => true);
    const orgId = want.orgOfNode(enodeId);
    return {
      from: want.actor(orgId, Op.SET_NODE_STATUS),
      args: [orgId, ...want.namedNode(enodeId), want.action(Object.values(Action))],
    };
  },
  changeNodeAddress: (want, _, c) => {
    const enodeId = want.enodeId(({ status }) => status === NodeStatus.APPROVED || status === NodeStatus.DEACTIVATED);
    const orgId = want.orgOfNode(enodeId);
    const named = c.chance("the same address", 7) ? want.namedNode(enodeId) : [enodeId, ...want.newAddress()];
    return { from: want.actor(orgId, Op.MOVE_NODE), args: [orgId, ...named] };
  },
  releaseNode: (want) => {
    const enodeId = want.enodeId(({ free }) => !free);
    const orgId = want.orgOfNode(enodeId);
    return { from: want.actor(orgId, Op.LET_GO), args: [orgId, enodeId] };
  },
  proposeNodeRelease: (want) => {
    const enodeId = want.enodeId(({ free }) => !free);
    return { from: want.proposer(Op.RELEASE), args: [want.orgOfNode(enodeId), enodeId] };
  },
  startBlacklistedNodeRecovery: (want) => {
    const enodeId = want.enodeId(({ status }) => status === NodeStatus.BLACKLISTED);
    return { from: want.proposer(Op.RECOVER_NODE), args: [want.orgOfNode(enodeId), ...want.namedNode(enodeId)] };
  },
  approveBlacklistedNodeRecovery: (want) => {
    const proposal = want.approval(Op.RECOVER_NODE);
    const enodeId = proposal?.node?.enodeId ?? want.enodeId(() => true);
    return { from: want.voter(proposal), args: [want.orgOfNode(enodeId), ...want.namedNode(enodeId)] };
  },

  vote: (want, w, c) => {
    const id = want.toVoteOn();
    return { from: want.voter(w.proposals[Number(id) - 1]), args: [id, c.chance("for", 75)] };
  },
  voteByHash: (want, w, c) => {
    const id = want.toVoteOn();
    const proposal = w.proposals[Number(id) - 1];
    const hash = proposal === undefined || c.chance("another hash", 15) ? toBeHex(id, 32) : shownHash(proposal);
    return { from: want.voter(proposal), args: [id, hash, c.chance("for", 75)] };
  },
  voteBySignatures: (want, w, c) => ({ from: want.anybody(), args: [someSignedVotes(want, w, c)] }),
  withdraw: (want, w, c) => {
    const id = want.proposalId(({ votes }) => votes.size === 0 || c.chance("with votes", 30));
    // Nobody sends for the network, which proposes what is part of a resolution.
    const { proposer = NOBODY } = w.proposals[Number(id) - 1] ?? {};
    const own = proposer === NOBODY ? want.anybody() : proposer;
    return { from: c.chance("another", 10) ? want.networkAdmin() : own, args: [id] };
  },
  close: (want, w) => {
    const overdue = ({ expiresAt }: { expiresAt: bigint }): boolean => expiresAt <= w.now;
    const lapsed = want.passed((proposal) => lapsesAt(w, proposal) <= w.now);
    const id = want.proposalId(
      w.proposals.some((proposal) => proposal.state === State.OPEN && overdue(proposal)) ? overdue : () => true,
    );
    return { from: want.anybody(), args: [lapsed === undefined ? id : BigInt(lapsed.id)] };
  },
  proposeChanges: (want, w, c) => ({ from: want.proposer(Op.RESOLVE), args: [someChanges(MAKERS, w, c)] }),
  carryOut: (want, w) => {
    const isDue = ({ expiresAt }: Proposal): boolean => expiresAt <= w.now;
    const passed = want.passed(isDue) ?? want.passed(() => true);
    return { from: want.anybody(), args: [passed === undefined ? want.proposalId(() => true) : BigInt(passed.id)] };
  },
  veto: (want, w, c) => {
    // Whether an organisation is concerned cannot be read where a change has no arguments.
    const isReadable = ({ resolution }: Proposal): boolean => resolution?.changes.some(isBroken) !== true;
    const passed = want.passed(isReadable);
    const alone = passed && PEOPLE.filter((address) => isVetoer(w, passed, address));
    const one = c.chance("alone", 50) && alone !== undefined ? c.pick("vetoer", alone) : undefined;
    return { from: one ?? want.networkAdmin(), args: [BigInt(passed?.id ?? 0)] };
  },
  proposeRule: (want) => ({ from: want.proposer(Op.CHANGE_RULE), args: want.rule() }),
  proposePolicy: (want, w, c) => ({ from: want.proposer(Op.CHANGE_RULE), args: somePolicy(want, w, c) }),
  proposeHold: (want, w, c) => {
    const ends = c.chance("ends", 25);
    const target = someTarget(want, c, (hold) => !ends || lasts(w, hold));
    const duration = ends ? 0n : want.number("duration", [1n, 3600n, 86_400n, 604_800n], [604_801n, 2n ** 200n]);
    return { from: want.proposer(Op.EMERGENCY), args: [...target, duration] };
  },
  endHold: (want, w, c) => {
    const isOver = (hold: Hold): boolean => hold.isMarked && !lasts(w, hold);
    return { from: want.anybody(), args: someTarget(want, c, isOver) };
  },
  proposeSetting: (want) => ({ from: want.proposer(Op.CHANGE_SETTING), args: want.setting() }),
  proposeLimit: (want, _, c) => {
    const limits = [...Object.values(Setting).filter(isLimit), Setting.WEIGHT, Setting.DEPLOYING];
    const setting = c.chance("no limit", 5) ? Setting.IP_CHECK : c.one("limit", limits);
    const orgId = want.orgId(({ parent }) => parent === undefined || c.chance("below", 10));
    return { from: want.proposer(Op.CHANGE_SETTING), args: [setting, orgId, want.limit()] };
  },
  setAtBoot: (want, w, c) => ({ from: operator(want, w, c), args: want.setting() }),
};

/** What an emergency measure may be about, mostly. */
function someTarget(want: FittingArguments, c: Chooser, fitting: (hold: Hold) => boolean): unknown[] {
  const kinds = { account: 40, node: 30, organisation: 20, admissions: 15 };
  const kind = c.weighted("kind of target", kinds);
  const account = want.account("held", ({ hold }) => fitting(hold));
  const enodeId = want.enodeId(({ hold, free, org }) => !free && org.index > 1 && fitting(hold));
  if (kind === "account") return [want.orgOfAccount(account), account, c.chance("both", 3) ? enodeId : ""];
  if (kind === "node") return [want.orgOfNode(enodeId), NOBODY, enodeId];
  if (kind === "admissions") return ["", c.chance("of none", 5) ? account : NOBODY, ""];
  return [want.orgId(({ parent, hold, index }) => parent === undefined && index > 1 && fitting(hold)), NOBODY, ""];
}

/** Whom an organisation gives a role, or the one that it has again. */
function toAssign(want: FittingArguments, w: World, c: Chooser): CallerAndArgs & { args: [string, string, string] } {
  const known = c.chance("known", 55);
  const blacklisted = c.chance("blacklisted", 10);
  const member = (one: Account): boolean => !one.byVote && isBlacklisted(one.status) === blacklisted;
  const account = known ? want.account("member", member) : want.newcomer();
  const orgId = known ? want.orgOfAccount(account) : want.orgId();
  const present = c.chance("the same role", 35) ? accountOf(w, account)?.role?.name : undefined;
  const role = present ?? (c.chance("an admin's role", 8) ? want.adminRole(orgId) : want.customRole(orgId));
  return { from: want.actor(orgId, Op.ASSIGN_ROLE), args: [account, orgId, role] };
}

const isBroken = (change: Change): boolean => change.isBroken;

function operator(want: FittingArguments, w: World, c: Chooser): string {
  const appointed = c.chance("no operator", 8) ? undefined : c.pick("operator", w.bootOperators);
  return appointed ?? want.anybody();
}

function ofAccount(want: FittingArguments, op: bigint): CallerAndArgs {
  const proposal = want.approval(op);
  const account = want.someAccount("subject", present(proposal?.account?.address));
  const orgId = proposal?.org === undefined ? want.orgOfAccount(account) : want.orgId((org) => org === proposal.org);
  return { from: want.voter(proposal), args: [orgId, account] };
}

/** The guardian's own. */
export const GUARDIAN_MAKERS: Record<keyof typeof GUARDIAN_RULES, Maker> = {
  init: (want, w, c) => {
    const { permInterface, otherInterface } = w.deployed;
    const named = c.chance("other interface", 15) ? otherInterface : permInterface;
    return { from: guardian(want, w, c), args: [named, implementation(w, c)] };
  },
  confirmImplChange: (want, w, c) => ({ from: guardian(want, w, c), args: [implementation(w, c)] }),
  transferGuardian: (want, w, c) => {
    const known = [w.proposedGuardian, w.guardian, NOBODY];
    const next = c.chance("known", 30) ? c.one("known one", known) : want.anybody("next guardian");
    return { from: guardian(want, w, c), args: [next] };
  },
  acceptGuardian: (want, w, c) => {
    const proposed = PEOPLE.filter((address) => address === w.proposedGuardian);
    return { from: c.chance("not proposed", 15) ? want.anybody() : (proposed[0] ?? want.anybody()), args: [] };
  },
  setBootOperator: (want, w, c) => {
    const named = c.chance("nobody", 5) ? NOBODY : want.anybody("operator");
    return { from: guardian(want, w, c), args: [named, c.chance("allowed", 60)] };
  },
};

function guardian(want: FittingArguments, w: World, c: Chooser): string {
  return c.chance("not the guardian", 15) ? want.anybody("other guardian") : w.guardian;
}

/** Mostly a good one, else one of the others, or no contract. */
function implementation(w: World, c: Chooser): string {
  const kinds = [...w.deployed.implementations];
  const good = kinds.filter(([, kind]) => kind === "good").map(([address]) => address);
  if (c.chance("a good one", 60)) return c.one("implementation", good);
  const others = kinds.map(([address]) => address);
  return c.one("other implementation", [...others, NOBODY]);
}
