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
const ACCESS = [
  "read only",
  "transfer",
  "deploy",
  "full access",
  "call",
  "transfer and call",
  "transfer and deploy",
  "call and deploy",
];
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
export const accessName = namer(ACCESS);
export const ruleKindName = namer(RULE_KINDS);

/** "majority", "count 2", "fraction 2 of 3". */
export function ruleName(kind: Code, count: Code, outOf: Code): string {
  const numbers = [count, outOf].filter((number) => number > 0).map(String);
  return `${ruleKindName(kind)} ${numbers.join(" of ")}`.trim();
}

export const OrgStatus = { approved: 2, suspensionProposed: 3, suspended: 4, restorationProposed: 5 } as const;
export const AccountStatus = { proposed: 1, active: 2, suspended: 4, blacklisted: 5, recoveryProposed: 7 } as const;
export const NodeStatus = { proposed: 1, approved: 2, deactivated: 3, blacklisted: 4, recoveryProposed: 5 } as const;
export const ProposalState = { open: 1, approved: 2, rejected: 3, withdrawn: 4, expired: 5 } as const;

/** What an administrator asks for: the `action` argument of the status functions. */
export const Action = { suspend: 1, activate: 2, blacklist: 3 } as const;

/** Access levels by the words that scripts take. */
export const ACCESS_BY_WORD: Readonly<Record<string, number>> = {
  "read-only": 0,
  transfer: 1,
  deploy: 2,
  full: 3,
  call: 4,
  "transfer+call": 5,
  "transfer+deploy": 6,
  "call+deploy": 7,
};
