import { Counting, isMadeByHand, Op, RuleKind, Setting } from "../../data/codes.js";

/** What the model remembers of a network. Lists keep the order in which records were made; `index` counts from 1 on. */
export interface World {
  /** Seconds since 1970 of the block that the next call is in. */
  now: bigint;
  deployed: Deployed;

  guardian: string;
  proposedGuardian: string;
  bootOperators: string[];
  /** The implementation that the guardian linked last. */
  implementation: string | undefined;
  /** How many contracts, which keep changes, each implementation has created. */
  created: Map<string, number>;

  policy: Policy | undefined;
  limits: { breadth: bigint; depth: bigint } | undefined;
  booted: boolean;

  orgs: Org[];
  roles: Role[];
  accounts: Account[];
  nodes: Node[];
  proposals: Proposal[];
  voters: Voter[];
  /** How often a voter has left. */
  departures: bigint;
  /** By operation. */
  rules: Rule[];
  /** By setting; a limit is 0 until it is set. */
  settings: Map<bigint, bigint>;
  /** By setting and organisation. */
  ownLimits: Map<string, bigint>;
  /** What organisations without parent have added by hand, with all below them: by setting and organisation, moves by day
   *  as well. */
  added: Map<string, bigint>;
  /** Of admissions. */
  stop: Hold;
  /** Whether the voices of all organisations are counted: from the first policy on by which all of them vote. */
  counted: boolean;
}

/** What stands on the chain from the start. */
export interface Deployed {
  upgradable: string;
  permInterface: string;
  /** One that names another upgradable contract. */
  otherInterface: string;
  /** By address; any other address has no code. */
  implementations: ReadonlyMap<string, ImplementationKind>;
}

export type ImplementationKind = "good" | "other suite" | "mute";

export interface Policy {
  adminOrg: string;
  networkAdmin: string;
  orgAdmin: string;
}

export interface Org {
  index: number;
  name: string;
  /** The names of all levels, joined by dots. */
  id: string;
  parent: Org | undefined;
  level: number;
  status: bigint;
  /** Its status until somebody records that its suspension has ended. */
  recorded: bigint;
  /** When its suspension ends, or has ended without a record of that, in seconds since 1970; 0 if it does not. */
  suspendedUntil: bigint;
  /** The open proposal about it, or 0; likewise below. */
  proposal: number;
  /** Who holds the organisation admin role for it. */
  admin: Account | undefined;
  hold: Hold;
}

/** Until when an emergency measure holds something, or held it last; 0 if it never was. */
export interface Hold {
  until: bigint;
  /** Whether its record says that it is held: its end may not have been recorded. */
  isMarked: boolean;
}

/** An emergency measure that is proposed. */
export interface NewHold {
  /** In seconds; 0 to end it. */
  duration: bigint;
  /** Whether a resolution does so, by its own rule as well. */
  byResolution: boolean;
}

export type RoleKind = "custom" | "network admin" | "organisation admin";

export interface Role {
  index: number;
  name: string;
  org: Org;
  access: bigint;
  voter: boolean;
  admin: boolean;
  kind: RoleKind;
  active: boolean;
  /** How often it was removed. */
  generation: number;
}

export interface Account {
  index: number;
  address: string;
  status: bigint;
  org: Org | undefined;
  role: Role | undefined;
  /** The role's, when it was given; and whether it made an admin. */
  generation: number;
  admin: boolean;
  /** It was made an admin by vote, or was free and is proposed as one. */
  byVote: boolean;
  /** It was made an admin by hand, and that has ended with an admin by vote. */
  ended: boolean;
  /** When its role ends by itself, or has ended, in seconds since 1970; 0 if it does not. */
  endsAt: bigint;
  proposal: number;
  /** The organisation at the top of the one that lost it by vote last. */
  lostBy: Org | undefined;
  hold: Hold;
}

export const NEVER_HELD: Hold = { until: 0n, isMarked: false };

export interface Address {
  ip: string;
  port: number;
  raftPort: number;
}

export interface Node extends Address {
  index: number;
  enodeId: string;
  status: bigint;
  /** Whose it is, or who wanted it last. */
  org: Org;
  /** It was let go, or its proposal failed: it is free, and organisations may add it. */
  free: boolean;
  proposal: number;
  /** When its admission ends, or has ended, in seconds since 1970; 0 if it does not. */
  endsAt: bigint;
  /** Where the open proposal wants it, if it wants it elsewhere or for another organisation. */
  proposed: Address | undefined;
  /** The organisation at the top of the one that lost it by vote last. */
  lostBy: Org | undefined;
  hold: Hold;
}

export interface Proposal {
  id: number;
  op: bigint;
  org: Org | undefined;
  node: Node | undefined;
  role: Role | undefined;
  account: Account | undefined;
  /** What a rule or a setting is to be. */
  setting: Rule | NewSetting | undefined;
  /** The role's, when the appointment was proposed. */
  generation: number;
  /** What becomes of a node of the admin organisation; 0 for other operations. */
  change: bigint;
  resolution: Resolution | undefined;
  hold: NewHold | undefined;
  /** When a suspension is to end; 0 for other operations. */
  until: bigint;
  proposer: string;
  /** Of network admins, also where organisations are counted. */
  votes: Map<string, boolean>;
  /** Votes of those who have left since it has passed: they are not counted while it waits. */
  gone: Map<string, boolean>;
  /** The voices of organisations, by the operation whose policy counts them. */
  polls: Map<bigint, readonly Voice[]>;
  expiresAt: bigint;
  state: bigint;
  madeAt: bigint;
  /** Until when its proposer may not propose the same again. */
  waitsUntil: bigint;
}

/** How an operation is decided. */
export interface Rule {
  op: bigint;
  kind: bigint;
  count: bigint;
  outOf: bigint;
  /** Accounts of network admins, or organisations. */
  counted: bigint;
  /** What a policy says besides. */
  terms: Terms | undefined;
}

export interface Terms {
  /** None for all of them. */
  orgs: readonly Org[];
  /** Names of roles, or words; none for any role. */
  roles: readonly string[];
  delay: bigint;
  veto: Veto;
  /** The contract that keeps all this. */
  content: string;
}

/** Who may stop what has passed: each of `by` alone, and a share of the network admins. */
export interface Veto {
  by: readonly string[];
  count: bigint;
  outOf: bigint;
}

/** The vote of an organisation. */
export interface Voice {
  account: Account;
  speaker: Org;
  /** When it was cast, or looked at again; 0 while it is taken off. */
  weight: bigint;
  support: boolean;
  /** How often the speaker's voice has been taken off. */
  losses: bigint;
}

export interface NewSetting {
  setting: bigint;
  /** Of a limit that one organisation is to have. */
  org: Org | undefined;
  value: bigint;
}

/** Several changes that are decided as one. */
export interface Resolution {
  changes: readonly Change[];
  /** By whose rules it is decided besides its own. */
  operations: readonly bigint[];
  /** The contract that keeps the changes. */
  content: string;
}

/** A call of a function, and how it is encoded. */
export interface Change {
  name: string;
  args: readonly unknown[];
  selector: string;
  data: string;
  /** Whether the arguments are missing in what is encoded. */
  isBroken: boolean;
}

export interface Voter {
  address: string;
  active: boolean;
  /** The departure with which it left last, or 0. */
  term: bigint;
}

export const NO_ROLE = {
  role: undefined,
  generation: 0,
  admin: false,
  byVote: false,
  ended: false,
  endsAt: 0n,
} as const;

export const LAST_OP = Op.CONTRACT_ACCESS;

/** A rule of the network admins, who have a vote each. */
export function plainRule(op: bigint, kind: bigint, count = 0n, outOf = 0n): Rule {
  return { op, kind, count, outOf, counted: Counting.ACCOUNTS, terms: undefined };
}

function firstKind(op: bigint): bigint {
  if (op === Op.EMERGENCY) return RuleKind.FORBIDDEN;
  return isMadeByHand(op) ? RuleKind.SELF : RuleKind.MAJORITY;
}

/** Deployed, and not linked yet. */
export function newWorld(guardian: string, deployed: Deployed, now: bigint): World {
  const operations = Array.from({ length: Number(LAST_OP) + 1 }, (_, op) => BigInt(op));
  return {
    now,
    deployed,
    guardian,
    proposedGuardian: NOBODY,
    bootOperators: [guardian],
    implementation: undefined,
    created: new Map(),
    policy: undefined,
    limits: undefined,
    booted: false,
    orgs: [],
    roles: [],
    accounts: [],
    nodes: [],
    proposals: [],
    voters: [],
    departures: 0n,
    rules: operations.map((op) => plainRule(op, firstKind(op))),
    settings: new Map([
      [Setting.IP_CHECK, 1n],
      [Setting.HOST_NAMES, 0n],
      [Setting.REGISTERED_ONLY, 0n],
      [Setting.DEPLOYING, 0n],
      ...[Setting.NODES, Setting.ACCOUNTS, Setting.ROLES, Setting.SUB_ORGS, Setting.MOVES, Setting.WEIGHT].map(
        (limit) => [limit, 0n] as const,
      ),
    ]),
    ownLimits: new Map(),
    added: new Map(),
    stop: NEVER_HELD,
    counted: false,
  };
}

export const NOBODY = "0x0000000000000000000000000000000000000000";
