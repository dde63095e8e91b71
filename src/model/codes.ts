/** The numbers that nodes and contracts exchange, and what people call them. */

import * as solidity from "./solidity-constants.js";

/** The words for the codes of a library of contracts/libraries/Codes.sol, by code. A code without a word does not compile. */
function words<const Codes extends Readonly<Record<string, number>>, const Word extends string>(
  codes: Codes,
  named: Readonly<Record<Exclude<keyof Codes, "LAST">, Word>>,
): readonly Word[] {
  const list: Word[] = [];
  for (const [name, word] of Object.entries<Word>(named)) list[codes[name] ?? -1] = word;
  return list;
}

export const ORG_STATUS = words(solidity.OrgStatus, {
  NONE: "none",
  PROPOSED: "proposed",
  APPROVED: "approved",
  SUSPENSION_PROPOSED: "suspension proposed",
  SUSPENDED: "suspended",
  RESTORATION_PROPOSED: "restoration proposed",
});
export const NODE_STATUS = words(solidity.NodeStatus, {
  NONE: "none",
  PROPOSED: "proposed",
  APPROVED: "approved",
  DEACTIVATED: "deactivated",
  BLACKLISTED: "blacklisted",
  RECOVERY_PROPOSED: "recovery proposed",
});
/** 3 (inactive) is GoQuorum's, and never set. */
export const ACCOUNT_STATUS = words(
  { ...solidity.AccountStatus, INACTIVE: 3 },
  {
    NONE: "none",
    PROPOSED: "proposed",
    ACTIVE: "active",
    INACTIVE: "inactive",
    SUSPENDED: "suspended",
    BLACKLISTED: "blacklisted",
    REVOKED: "revoked",
    RECOVERY_PROPOSED: "recovery proposed",
  },
);

interface OperationEntry {
  /** As commands and JSON name it. */
  name: string;
  /** In a sentence: "to ...". */
  phrase: string;
  /** What its payload holds. */
  payload: "rule" | "setting" | "node change" | "changes" | "hold" | "end" | null;
}

/** The table of operations: what a proposal may be about. */
const OPERATION_TABLE = {
  NONE: { name: "none", phrase: "do nothing", payload: null },
  ADD_ORG: { name: "add-org", phrase: "add an organisation", payload: null },
  SUSPEND_ORG: { name: "suspend-org", phrase: "suspend an organisation", payload: null },
  RESTORE_ORG: { name: "restore-org", phrase: "restore an organisation", payload: null },
  ASSIGN_ADMIN: { name: "appoint-admin", phrase: "appoint an admin", payload: null },
  RECOVER_NODE: { name: "recover-node", phrase: "recover a node", payload: null },
  RECOVER_ACCOUNT: { name: "recover-account", phrase: "recover an account", payload: null },
  REMOVE_ADMIN: { name: "remove-admin", phrase: "remove an admin", payload: null },
  CHANGE_RULE: { name: "change-rule", phrase: "change a voting rule", payload: "rule" },
  CHANGE_SETTING: { name: "change-setting", phrase: "change a setting", payload: "setting" },
  CHANGE_NODE: {
    name: "change-node",
    phrase: "change a node of the admin organisation",
    payload: "node change",
  },
  RELEASE: { name: "release", phrase: "release an account or a node", payload: null },
  RESOLVE: { name: "resolve", phrase: "make several changes together", payload: "changes" },
  ADD_SUB_ORG: { name: "add-sub-org", phrase: "add a sub-organisation", payload: "changes" },
  ADD_ROLE: { name: "add-role", phrase: "add a role", payload: "changes" },
  REMOVE_ROLE: { name: "remove-role", phrase: "remove a role", payload: "changes" },
  ASSIGN_ROLE: { name: "assign-role", phrase: "give an account a role", payload: "changes" },
  SET_ACCOUNT_STATUS: {
    name: "set-account-status",
    phrase: "suspend, activate or blacklist an account",
    payload: "changes",
  },
  ADD_NODE: { name: "add-node", phrase: "add a node", payload: "changes" },
  SET_NODE_STATUS: {
    name: "set-node-status",
    phrase: "deactivate, activate or blacklist a node",
    payload: "changes",
  },
  MOVE_NODE: { name: "move-node", phrase: "change the address of a node", payload: "changes" },
  LET_GO: { name: "let-go", phrase: "let an account or a node go", payload: "changes" },
  EMERGENCY: { name: "emergency", phrase: "take an emergency measure", payload: "hold" },
  SUSPEND_ORG_UNTIL: { name: "suspend-org-until", phrase: "suspend an organisation until a time", payload: "end" },
  CONTRACT_ACCESS: { name: "contract-access", phrase: "say who may call a contract", payload: "changes" },
} as const satisfies Record<Exclude<keyof typeof solidity.Op, "LAST">, OperationEntry>;

type OperationEntries = (typeof OPERATION_TABLE)[keyof typeof OPERATION_TABLE];

/** The entries by code. */
const OPERATION_ENTRIES: readonly OperationEntries[] = Object.entries(OPERATION_TABLE)
  .map(([name, entry]) => [solidity.Op[name as keyof typeof OPERATION_TABLE], entry] as const)
  .sort(([one], [other]) => one - other)
  .map(([, entry]) => entry);

/** What a proposal is about, as commands and JSON name it. */
export const OPERATIONS = OPERATION_ENTRIES.map(({ name }) => name);

/** Those that have a policy of their own. A suspension with an end has that of any suspension. */
export const DECIDED_OPERATIONS = OPERATIONS.filter((name) => name !== "none" && name !== "suspend-org-until");

/** What the payload of a proposal about this operation holds; null where it has none. */
export function payloadOf(operation: Operation): OperationEntry["payload"] {
  return OPERATION_ENTRIES.find(({ name }) => name === operation)?.payload ?? null;
}

export const PROPOSAL_STATE = words(solidity.ProposalState, {
  NONE: "none",
  OPEN: "open",
  APPROVED: "approved",
  REJECTED: "rejected",
  WITHDRAWN: "withdrawn",
  EXPIRED: "expired",
  PASSED: "passed",
});
/** Whether what has passed can be carried out: not yet, now, or no more. */
export const WAITING = ["waits", "ready", "lapsed"] as const;
export type Waiting = (typeof WAITING)[number];
const SIGNED_VOTE_RESULTS = words(solidity.SignedVoteResult, {
  COUNTED: "counted",
  NOT_SIGNED: "not signed",
  NOT_OPEN: "not open",
  EXPIRED: "expired",
  TOO_LATE: "too late",
  NOT_A_VOTER: "may not vote on it",
  OTHER_TERM: "left since",
  DIFFERS: "another proposal",
  ALREADY_VOTED: "already voted",
});
export const ROLE_KIND = words(solidity.RoleKind, {
  CUSTOM: "custom",
  NETWORK_ADMIN: "network admin",
  ORG_ADMIN: "organisation admin",
});
/** Access levels, as people name them. */
export const ACCESS_LEVELS = [
  "read-only",
  "transfer",
  "deploy",
  "full",
  "call",
  "transfer+call",
  "transfer+deploy",
  "call+deploy",
] as const;
export const RULE_KINDS = words(solidity.RuleKind, {
  MAJORITY: "majority",
  ALL: "all",
  ANY: "any",
  COUNT: "count",
  FRACTION: "fraction",
  FORBIDDEN: "forbidden",
  SELF: "self",
});
/** To whom a contract, or a method of it, is open. */
export const OPENINGS = words(solidity.Opening, {
  UNSAID: "as the contract",
  MEMBERS: "members",
  LISTED: "listed",
  NOBODY: "nobody",
  EVERYBODY: "everybody",
});
/** What is counted by a policy. */
export const COUNTED = words(solidity.Counting, { ACCOUNTS: "accounts", ORGANISATIONS: "organisations" });
/** What a vote makes of a node of the admin organisation. */
const NODE_CHANGE_NAMES = words(
  { ...solidity.Action, ...solidity.NodeChange },
  { SUSPEND: "deactivate", ACTIVATE: "activate", BLACKLIST: "blacklist", MOVE: "move" },
);
export const NODE_CHANGES = NODE_CHANGE_NAMES.slice(1);
/** What is set by vote: switches for the whole network, limits of what an organisation may add, what its voice weighs, and whether
 *  it may deploy. */
const SETTING_NAMES = words(solidity.Setting, {
  IP_CHECK: "ip-check",
  HOST_NAMES: "host-names",
  NODES: "node-limit",
  ACCOUNTS: "account-limit",
  ROLES: "role-limit",
  SUB_ORGS: "sub-org-limit",
  MOVES: "move-limit",
  WEIGHT: "voice-weight",
  REGISTERED_ONLY: "registered-only",
  DEPLOYING: "restrict-deploying",
});
export const SETTINGS = SETTING_NAMES.slice(1);
/** Whether one organisation may deploy contracts: what it is set to by itself. */
export const DEPLOYING = words(solidity.Deploying, {
  AS_NETWORK: "as-network",
  RESTRICTED: "restricted",
  FREE: "free",
});
/** The settings that are limits, each with what it is until it is set. */
export const LIMITS = {
  "node-limit": solidity.LimitAtFirst.NODES,
  "account-limit": solidity.LimitAtFirst.ACCOUNTS,
  "role-limit": solidity.LimitAtFirst.ROLES,
  "sub-org-limit": solidity.LimitAtFirst.SUB_ORGS,
  "move-limit": solidity.LimitAtFirst.MOVES,
} as const satisfies Partial<Record<(typeof SETTINGS)[number], number>>;

type Code = bigint | number;

/** A word for a code; a later implementation may use codes that this version has no word for. */
type Word<Names extends readonly string[]> = Names[number] | `unknown (${string})`;

const namer =
  <const Names extends readonly string[]>(names: Names) =>
  (code: Code): Word<Names> =>
    names[Number(code)] ?? `unknown (${code.toString()})`;

export const orgStatusName = namer(ORG_STATUS);
export const nodeStatusName = namer(NODE_STATUS);
export const accountStatusName = namer(ACCOUNT_STATUS);
export const operationName = namer(OPERATIONS);
export const operationPhrase = namer(OPERATION_ENTRIES.map(({ phrase }) => phrase));
export const proposalStateName = namer(PROPOSAL_STATE);
export const roleKindName = namer(ROLE_KIND);
export const signedVoteResultName = namer(SIGNED_VOTE_RESULTS);
export const accessName = namer(ACCESS_LEVELS);
export const ruleKindName = namer(RULE_KINDS);
export const countedName = namer(COUNTED);
export const openingName = namer(OPENINGS);
export const settingName = namer(SETTING_NAMES);
export const deployingName = namer(DEPLOYING);
export const nodeChangeName = namer(NODE_CHANGE_NAMES);

/** The contracts only count whether a role is active. */
export const ROLE_STATUS = ["active", "not approved", "removed"] as const;

export type RoleStatus = (typeof ROLE_STATUS)[number];

/** An admin role is never removed: one that is not active came with an organisation that has not been approved. */
export function roleStatusOf({ active, kind }: { active: boolean; kind: RoleKind }): RoleStatus {
  if (active) return "active";
  return kind === "custom" ? "removed" : "not approved";
}

export type OrgStatus = ReturnType<typeof orgStatusName>;
export type NodeStatus = ReturnType<typeof nodeStatusName>;
export type AccountStatus = ReturnType<typeof accountStatusName>;
export type Operation = ReturnType<typeof operationName>;
export type ProposalState = ReturnType<typeof proposalStateName>;
export type SignedVoteResult = ReturnType<typeof signedVoteResultName>;
export type RoleKind = ReturnType<typeof roleKindName>;
export type AccessLevel = ReturnType<typeof accessName>;
export type RuleKind = ReturnType<typeof ruleKindName>;
export type Counted = ReturnType<typeof countedName>;
export type Opening = ReturnType<typeof openingName>;
export type Deploying = ReturnType<typeof deployingName>;
export type SettingName = (typeof SETTINGS)[number];
/** What is set for the whole network: not what the voice of one organisation weighs. */
export type NetworkSettingName = Exclude<SettingName, "voice-weight">;

/** The number of an operation. */
export function operationCode(operation: Operation): number {
  return OPERATIONS.findIndex((each) => each === operation);
}

/** Whether organisations' admins do it alone until a policy says otherwise. */
export function isMadeByHand(operation: Operation): boolean {
  const code = operationCode(operation);
  return (code >= solidity.Op.ADD_SUB_ORG && code <= solidity.Op.LET_GO) || operation === "contract-access";
}

/** The number of an opening. */
export function openingCode(opening: Opening): number {
  return OPENINGS.findIndex((each) => each === opening);
}

/** The number of a setting. */
export function settingCode(setting: SettingName): number {
  return SETTING_NAMES.findIndex((each) => each === setting);
}

export type LimitName = keyof typeof LIMITS;
/** The highest that a limit can be (contracts/types/Counts.sol). */
export const MAX_LIMIT = solidity.CountsFields.MAX_LIMIT;

export function isLimit(setting: string): setting is LimitName {
  return setting in LIMITS;
}

/** The settings that are on or off for the whole network, each with what it is until it is set. */
export const SWITCHES = {
  "ip-check": true,
  "host-names": false,
  "registered-only": false,
  "restrict-deploying": false,
} as const satisfies Partial<Record<SettingName, boolean>>;

export type SwitchName = keyof typeof SWITCHES;

/** Whether it is on or off for the whole network. */
export function isSwitch(setting: string): setting is SwitchName {
  return setting in SWITCHES;
}

/** What a setting is set to: on or off; a limit, of which 0 is the one that holds until it is set; or whether one organisation
 *  may deploy. */
export type SettingValue = boolean | number | Deploying;

/** What a number of the contracts sets a setting to, for one organisation or for the whole network. */
export function settingValue(setting: string, code: Code, { ofOrg }: { ofOrg: boolean }): SettingValue {
  if (ofOrg && setting === "restrict-deploying") return deployingName(code);
  return isSwitch(setting) && Number(code) <= 1 ? Number(code) === 1 : Number(code);
}

/** The number for what a setting is set to. */
export function settingValueCode(value: SettingValue): number {
  return typeof value === "string" ? DEPLOYING.findIndex((each) => each === value) : Number(value);
}

/** "ip-check on", "node-limit 60", "restrict-deploying free". */
export function settingInWords({ setting, value }: { setting: string; value: SettingValue }): string {
  return `${setting} ${settingValueInWords(value)}`;
}

export function settingValueInWords(value: SettingValue): string {
  if (typeof value === "string") return value;
  return typeof value === "boolean" ? onOff(value) : limitInWords(value);
}

function limitInWords(value: number): string {
  return value === 0 ? "default" : String(value);
}

export function onOff(value: boolean): string {
  return value ? "on" : "off";
}

/** The number of a proposal's state. */
export function proposalStateCode(state: ProposalState): number {
  return PROPOSAL_STATE.findIndex((each) => each === state);
}

/** An operation in a sentence: "add an organisation". */
export function operationInWords(operation: Operation): string {
  return operationPhrase(operationCode(operation));
}

/** What an administrator asks for: the `action` argument of the status functions. */
export const Action = {
  suspend: solidity.Action.SUSPEND,
  activate: solidity.Action.ACTIVATE,
  blacklist: solidity.Action.BLACKLIST,
} as const;

export type StatusChange = keyof typeof Action;
