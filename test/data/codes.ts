/** The numbers of contracts/libraries/Codes.sol, as the tests name them. */
export const OrgStatus = {
  NONE: 0n,
  PROPOSED: 1n,
  APPROVED: 2n,
  SUSPENSION_PROPOSED: 3n,
  SUSPENDED: 4n,
  RESTORATION_PROPOSED: 5n,
} as const;

export const NodeStatus = {
  NONE: 0n,
  PROPOSED: 1n,
  APPROVED: 2n,
  DEACTIVATED: 3n,
  BLACKLISTED: 4n,
  RECOVERY_PROPOSED: 5n,
} as const;

export const AccountStatus = {
  NONE: 0n,
  PROPOSED: 1n,
  ACTIVE: 2n,
  SUSPENDED: 4n,
  BLACKLISTED: 5n,
  REVOKED: 6n,
  RECOVERY_PROPOSED: 7n,
} as const;

export const Action = { SUSPEND: 1n, ACTIVATE: 2n, BLACKLIST: 3n } as const;

export const NodeChange = { MOVE: 4n } as const;

export const Op = {
  NONE: 0n,
  ADD_ORG: 1n,
  SUSPEND_ORG: 2n,
  RESTORE_ORG: 3n,
  ASSIGN_ADMIN: 4n,
  RECOVER_NODE: 5n,
  RECOVER_ACCOUNT: 6n,
  REMOVE_ADMIN: 7n,
  CHANGE_RULE: 8n,
  CHANGE_SETTING: 9n,
  CHANGE_NODE: 10n,
  RELEASE: 11n,
  RESOLVE: 12n,
  ADD_SUB_ORG: 13n,
  ADD_ROLE: 14n,
  REMOVE_ROLE: 15n,
  ASSIGN_ROLE: 16n,
  SET_ACCOUNT_STATUS: 17n,
  ADD_NODE: 18n,
  SET_NODE_STATUS: 19n,
  MOVE_NODE: 20n,
  LET_GO: 21n,
  EMERGENCY: 22n,
  SUSPEND_ORG_UNTIL: 23n,
  CONTRACT_ACCESS: 24n,
} as const;

export const State = {
  NONE: 0n,
  OPEN: 1n,
  APPROVED: 2n,
  REJECTED: 3n,
  WITHDRAWN: 4n,
  EXPIRED: 5n,
  PASSED: 6n,
} as const;

/** What organisations' admins do alone until a policy says otherwise. */
export function isMadeByHand(op: bigint): boolean {
  return (op >= Op.ADD_SUB_ORG && op <= Op.LET_GO) || op === Op.CONTRACT_ACCESS;
}

export const Counting = { ACCOUNTS: 0n, ORGANISATIONS: 1n } as const;
export const RuleKind = { MAJORITY: 0n, ALL: 1n, ANY: 2n, COUNT: 3n, FRACTION: 4n, FORBIDDEN: 5n, SELF: 6n } as const;

export const Access = {
  READ_ONLY: 0n,
  TRANSFER: 1n,
  DEPLOY: 2n,
  FULL: 3n,
  CALL: 4n,
  TRANSFER_AND_CALL: 5n,
  TRANSFER_AND_DEPLOY: 6n,
  DEPLOY_AND_CALL: 7n,
} as const;

export const PROPOSAL_LIFETIME = 30 * 24 * 60 * 60;

export const Setting = {
  IP_CHECK: 1n,
  HOST_NAMES: 2n,
  NODES: 3n,
  ACCOUNTS: 4n,
  ROLES: 5n,
  SUB_ORGS: 6n,
  MOVES: 7n,
  WEIGHT: 8n,
  REGISTERED_ONLY: 9n,
  DEPLOYING: 10n,
} as const;

export const Deploying = { AS_NETWORK: 0n, RESTRICTED: 1n, FREE: 2n } as const;

/** To whom a contract, or a method of it, is open. */
export const Opening = { UNSAID: 0n, MEMBERS: 1n, LISTED: 2n, NOBODY: 3n, EVERYBODY: 4n } as const;

/** How much an organisation may add until limits are set, by setting. */
export const LIMIT_AT_FIRST: Readonly<Record<string, number>> = {
  [String(Setting.NODES)]: 50,
  [String(Setting.ACCOUNTS)]: 300,
  [String(Setting.ROLES)]: 100,
  [String(Setting.SUB_ORGS)]: 50,
  [String(Setting.MOVES)]: 10,
};

/** How many proposals a network admin makes in a day, and how long it waits with what was rejected. */
export const DAILY_PROPOSALS = 32;
export const WAIT = 7 * 24 * 60 * 60;

/** What became of a signed vote. */
export const SignedVoteResult = {
  COUNTED: 0n,
  NOT_SIGNED: 1n,
  NOT_OPEN: 2n,
  EXPIRED: 3n,
  TOO_LATE: 4n,
  NOT_A_VOTER: 5n,
  OTHER_TERM: 6n,
  DIFFERS: 7n,
  ALREADY_VOTED: 8n,
} as const;
