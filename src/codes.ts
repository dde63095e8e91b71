/** The numbers that nodes and contracts exchange, and what people call them. */

const ORG_STATUS = ["none", "proposed", "approved", "suspension proposed", "suspended", "restoration proposed"];
const NODE_STATUS = ["none", "proposed", "approved", "deactivated", "blacklisted", "recovery proposed"];
const ACCOUNT_STATUS = [
  "none",
  "proposed",
  "active",
  "inactive",
  "suspended",
  "blacklisted",
  "revoked",
  "recovery proposed",
];
const OPERATION = [
  "nothing",
  "add an organisation",
  "suspend an organisation",
  "restore an organisation",
  "appoint an admin",
  "recover a node",
  "recover an account",
  "remove an admin",
  "change a voting rule",
  "change the ip check",
];
const PROPOSAL_STATE = ["none", "open", "approved", "rejected", "withdrawn", "expired"];
/** Access levels, as scripts take them. */
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

const namer =
  (names: readonly string[]) =>
  (code: Code): string =>
    names[Number(code)] ?? `unknown (${code.toString()})`;

export const orgStatusName = namer(ORG_STATUS);
export const nodeStatusName = namer(NODE_STATUS);
export const accountStatusName = namer(ACCOUNT_STATUS);
export const operationName = namer(OPERATION);
export const proposalStateName = namer(PROPOSAL_STATE);
export const accessName = namer(ACCESS_LEVELS);
export const ruleKindName = namer(RULE_KINDS);

/** "majority", "count 2", "fraction 2 of 3". */
export function ruleName(kind: Code, count: Code, outOf: Code): string {
  const numbers = [count, outOf].filter((number) => number > 0).map(String);
  return `${ruleKindName(kind)} ${numbers.join(" of ")}`.trim();
}

/** What an administrator asks for: the `action` argument of the status functions. */
export const Action = { suspend: 1, activate: 2, blacklist: 3 } as const;

export type StatusChange = keyof typeof Action;
