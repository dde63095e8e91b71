import { DAILY_PROPOSALS, Setting } from "../../data/codes.js";
import { BREADTH, DEPTH, POLICY } from "../../helpers/contract-suite.js";
import type { Call } from "../rules/call.js";
import type { Deployed } from "../rules/world.js";
import { call } from "./calls.js";
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
const [boss = "", other = "", member = "", clerk = ""] = NEWCOMERS;

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

/** The same, where one network admin has made almost as many proposals as it may make in a day. */
function busyTown(deployed: Deployed): Call[] {
  const made = Array.from({ length: DAILY_PROPOSALS - 2 }, () => at(second, "proposeSetting", Setting.IP_CHECK, 0n));
  return [...town(deployed), ...made];
}

const SECONDS = 1n;
const NANOSECONDS = 1_000_000_000n;

export const INITIAL_STATES: readonly InitialState[] = [
  { name: "deployed", weight: 2, calls: () => [], ticks: SECONDS, from: START },
  { name: "linked", weight: 2, calls: linked, ticks: SECONDS, from: START },
  { name: "booted", weight: 3, calls: booted, ticks: SECONDS, from: START },
  { name: "town", weight: 9, calls: town, ticks: SECONDS, from: START },
  { name: "busy town", weight: 1, calls: busyTown, ticks: SECONDS, from: START },
  { name: "town on Raft", weight: 3, calls: town, ticks: NANOSECONDS, from: START },
  { name: "late town", weight: 2, calls: town, ticks: SECONDS, from: LATE },
];
