import { Action, Counting, DAILY_PROPOSALS, Op, RuleKind, Setting } from "../../data/codes.js";
import { BREADTH, DEPTH, POLICY } from "../../helpers/contract-suite.js";
import type { Call } from "../rules/call.js";
import { DAY } from "../rules/limits.js";
import { VetoWord } from "../rules/veto-word.js";
import type { Deployed, Veto } from "../rules/world.js";
import { RoleWord } from "../rules/policies.js";
import type { Policy } from "../rules/policy-words.js";
import { call } from "./calls.js";
import { changeOf } from "./encoding.js";
import { ADMINS, ENODE_IDS, GUARDIAN, NEWCOMERS, OPERATOR } from "./values.js";

/** What there is before a sequence of calls begins, and how its chain counts time. */
export interface InitialState {
  name: string;
  /** How often a sequence begins with it, against the others. */
  weight: number;
  calls: (deployed: Deployed) => Call[];
  /** Of the blocks' timestamps, for a second. */
  ticks: bigint;
  /** When the sequence begins. */
  from: bigint;
}

/** Later than any machine's clock, so that every block's time is ours to say. */
export const START = 4_000_000_000n;
/** Five weeks before times no longer fit into a proposal's record. */
const LATE = 2n ** 32n - 35n * 24n * 60n * 60n;

const [first = "", second = "", third = ""] = ADMINS;
const [boss = "", other = "", member = "", clerk = "", deputy = "", trainee = ""] = NEWCOMERS;

const at = (from: string, name: string, ...args: unknown[]): Call => call("PermissionsInterface", name, { from, args });
const node = (n: number): unknown[] => [ENODE_IDS[n - 1], "10.0.0.1", 30303, 0];

function linked({ permInterface, implementations }: Deployed): Call[] {
  const [implementation] = [...implementations].find(([, kind]) => kind === "good") ?? [];
  const guardians = (name: string, ...args: unknown[]): Call =>
    call("PermissionsUpgradable", name, { from: GUARDIAN, args });
  return [guardians("init", permInterface, implementation), guardians("setBootOperator", OPERATOR, true)];
}

function booted(deployed: Deployed): Call[] {
  return [
    ...linked(deployed),
    at(OPERATOR, "setPolicy", ...POLICY),
    at(OPERATOR, "init", BREADTH, DEPTH - 1n),
    at(OPERATOR, "addAdminNode", ...node(1)),
    ...ADMINS.map((admin) => at(OPERATOR, "addAdminAccount", admin)),
    at(OPERATOR, "updateNetworkBootStatus"),
  ];
}

function join(orgId: string, n: number, admin: string): Call[] {
  const args = [orgId, ...node(n), admin];
  return [at(third, "addOrg", ...args), at(first, "approveOrg", ...args), at(second, "approveOrg", ...args)];
}

/** A booted network with two organisations, of which one has roles, members and something below it. */
function town(deployed: Deployed): Call[] {
  return [
    ...booted(deployed),
    ...join("ORG1", 2, boss),
    ...join("ORG2", 3, other),
    at(boss, "addSubOrg", "ORG1", "A", ...node(4)),
    at(boss, "addNewRole", "DEPUTY", "ORG1", 3n, false, true),
    at(boss, "addNewRole", "CLERK", "ORG1", 4n, true, false),
    at(boss, "assignAccountRole", member, "ORG1.A", "DEPUTY"),
    at(boss, "assignAccountRole", clerk, "ORG1", "CLERK"),
  ];
}

/** Where what is given ends: the deputy of ORG1 gives some of it. */
function withEnds(deployed: Deployed): Call[] {
  return [
    ...town(deployed),
    at(boss, "assignAccountRoleUntil", deputy, "ORG1", "DEPUTY", START + 5n * DAY),
    at(deputy, "assignAccountRoleUntil", trainee, "ORG1.A", "CLERK", START + DAY),
    at(deputy, "addNodeUntil", "ORG1", ...node(5), START + 2n * DAY),
    at(boss, "addNodeUntil", "ORG1.A", ...node(4), START + DAY),
  ];
}

/** The same, where the network has suspended ORG2 for some days. */
function withSuspension(deployed: Deployed): Call[] {
  const proposed = 3n;
  return [
    ...withEnds(deployed),
    at(first, "suspendOrgUntil", "ORG2", START + 3n * DAY),
    at(first, "vote", proposed, true),
    at(second, "vote", proposed, true),
  ];
}

/** The same, where one network admin has made almost as many proposals as it may make in a day. */
function busyTown(deployed: Deployed): Call[] {
  const made = Array.from({ length: DAILY_PROPOSALS - 2 }, () => at(second, "proposeSetting", Setting.IP_CHECK, 0n));
  return [...town(deployed), ...made];
}

function ofOrgs(kind: bigint, orgs: string[], roles: string[], veto?: Veto): Policy {
  const counting = { kind, count: 0n, outOf: 0n, counted: Counting.ORGANISATIONS, orgs, roles };
  const { by, count, outOf } = veto ?? { by: [], count: 0n, outOf: 0n };
  return { ...counting, delay: veto === undefined ? 0n : DAY, veto: { by, count, outOf } };
}

/** The same, where organisations decide: how, of which, with which roles. A suspension has passed and waits, and somebody is
 *  held. */
function council(deployed: Deployed): Call[] {
  const policies: [op: bigint, ...Parameters<typeof ofOrgs>][] = [
    [Op.ADD_ORG, RuleKind.MAJORITY, [], [RoleWord.NETWORK_ADMIN, RoleWord.ORG_ADMIN]],
    [Op.SUSPEND_ORG, RuleKind.ANY, [], [RoleWord.ANY_ADMIN], { by: [VetoWord.CONCERNED], count: 0n, outOf: 0n }],
    [Op.CHANGE_SETTING, RuleKind.ANY, [], []],
    [Op.ASSIGN_ADMIN, RuleKind.ALL, ["ORG1", "ORG2"], [RoleWord.ANY_ADMIN, "CLERK"]],
    [Op.REMOVE_ADMIN, RuleKind.ANY, [POLICY[0], "ORG1"], [], { by: [VetoWord.GUARDIAN, "ORG2"], count: 1n, outOf: 2n }],
    [Op.RESOLVE, RuleKind.MAJORITY, [], [RoleWord.ANY_ADMIN]],
    [Op.EMERGENCY, RuleKind.ANY, [], [RoleWord.NETWORK_ADMIN, RoleWord.ORG_ADMIN]],
    [Op.ADD_ROLE, RuleKind.ANY, ["ORG1", "ORG2"], [RoleWord.ORG_ADMIN]],
    [Op.ASSIGN_ROLE, RuleKind.SELF, [], [RoleWord.ANY_ADMIN, "CLERK"]],
    [Op.ADD_NODE, RuleKind.MAJORITY, [], []],
    [Op.MOVE_NODE, RuleKind.SELF, [], []],
  ];
  const changes = [
    ...policies.map(([op, ...policy]) => changeOf("proposePolicy", [op, ofOrgs(...policy)])),
    changeOf("proposeLimit", [Setting.WEIGHT, "ORG1", 2n]),
  ];
  const proposed = 3n;
  const next = proposed + BigInt(changes.length) + 1n;
  return [
    ...withEnds(deployed),
    at(third, "proposeChanges", changes),
    at(first, "vote", proposed, true),
    at(second, "vote", proposed, true),
    // The resolution has opened and ended one for each of its changes.
    at(first, "updateOrgStatus", "ORG2", Action.SUSPEND),
    at(boss, "vote", next, true),
    at(boss, "proposeHold", "ORG1", clerk, "", DAY),
    at(boss, "vote", next + 1n, true),
  ];
}

const SECONDS = 1n;
const NANOSECONDS = 1_000_000_000n;

export const INITIAL_STATES: readonly InitialState[] = [
  { name: "deployed", weight: 2, calls: () => [], ticks: SECONDS, from: START },
  { name: "linked", weight: 2, calls: linked, ticks: SECONDS, from: START },
  { name: "booted", weight: 3, calls: booted, ticks: SECONDS, from: START },
  { name: "town", weight: 6, calls: town, ticks: SECONDS, from: START },
  { name: "town with ends", weight: 4, calls: withEnds, ticks: SECONDS, from: START },
  { name: "town with a suspension", weight: 3, calls: withSuspension, ticks: SECONDS, from: START },
  { name: "busy town", weight: 1, calls: busyTown, ticks: SECONDS, from: START },
  { name: "council", weight: 8, calls: council, ticks: SECONDS, from: START },
  { name: "town on Raft", weight: 3, calls: withEnds, ticks: NANOSECONDS, from: START },
  { name: "late town", weight: 2, calls: town, ticks: SECONDS, from: LATE },
];
