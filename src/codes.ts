/** The numbers that nodes and contracts exchange, and what people call them. */

const ORG_STATUS = [
  "none",
  "proposed",
  "approved",
  "suspension proposed",
  "suspended",
  "restoration proposed",
] as const;
const NODE_STATUS = ["none", "proposed", "approved", "deactivated", "blacklisted", "recovery proposed"] as const;
const ACCOUNT_STATUS = [
  "none",
  "proposed",
  "active",
  "inactive",
  "suspended",
  "blacklisted",
  "revoked",
  "recovery proposed",
] as const;
/** What a proposal is about, as commands and JSON name it. */
export const OPERATIONS = [
  "none",
  "add-org",
  "suspend-org",
  "restore-org",
  "appoint-admin",
  "recover-node",
  "recover-account",
  "remove-admin",
  "change-rule",
  "change-ip-check",
] as const;
/** The same in a sentence: "to ...". */
const OPERATION_PHRASES = [
  "do nothing",
  "add an organisation",
  "suspend an organisation",
  "restore an organisation",
  "appoint an admin",
  "recover a node",
  "recover an account",
  "remove an admin",
  "change a voting rule",
  "change the ip check",
] as const;
const PROPOSAL_STATE = ["none", "open", "approved", "rejected", "withdrawn", "expired"] as const;
const ROLE_KIND = ["custom", "network admin", "organisation admin"] as const;
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
export const RULE_KINDS = ["majority", "all", "any", "count", "fraction", "forbidden"] as const;

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
export const operationPhrase = namer(OPERATION_PHRASES);
export const proposalStateName = namer(PROPOSAL_STATE);
export const roleKindName = namer(ROLE_KIND);
export const accessName = namer(ACCESS_LEVELS);
export const ruleKindName = namer(RULE_KINDS);

export type OrgStatus = ReturnType<typeof orgStatusName>;
export type NodeStatus = ReturnType<typeof nodeStatusName>;
export type AccountStatus = ReturnType<typeof accountStatusName>;
export type Operation = ReturnType<typeof operationName>;
export type ProposalState = ReturnType<typeof proposalStateName>;
export type RoleKind = ReturnType<typeof roleKindName>;
export type AccessLevel = ReturnType<typeof accessName>;
export type RuleKind = ReturnType<typeof ruleKindName>;

/** "majority", "count 2", "fraction 2 of 3". */
export function ruleName(kind: Code, count: Code, outOf: Code): string {
  const numbers = [count, outOf].filter((number) => number > 0).map(String);
  return `${ruleKindName(kind)} ${numbers.join(" of ")}`.trim();
}

/** The number of an operation. */
export function operationCode(operation: Operation): number {
  return OPERATIONS.findIndex((each) => each === operation);
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
export const Action = { suspend: 1, activate: 2, blacklist: 3 } as const;

export type StatusChange = keyof typeof Action;
