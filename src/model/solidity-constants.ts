// Made of the contracts by `npm run generate:constants`: change it there.

/** contracts/libraries/Codes.sol */
export const OrgStatus = {
  NONE: 0,
  PROPOSED: 1,
  APPROVED: 2,
  SUSPENSION_PROPOSED: 3,
  SUSPENDED: 4,
  RESTORATION_PROPOSED: 5,
} as const;

/** contracts/libraries/Codes.sol */
export const NodeStatus = {
  NONE: 0,
  PROPOSED: 1,
  APPROVED: 2,
  DEACTIVATED: 3,
  BLACKLISTED: 4,
  RECOVERY_PROPOSED: 5,
} as const;

/** contracts/libraries/Codes.sol */
export const AccountStatus = {
  NONE: 0,
  PROPOSED: 1,
  ACTIVE: 2,
  SUSPENDED: 4,
  BLACKLISTED: 5,
  REVOKED: 6,
  RECOVERY_PROPOSED: 7,
} as const;

/** contracts/libraries/Codes.sol */
export const Action = { SUSPEND: 1, ACTIVATE: 2, BLACKLIST: 3 } as const;

/** contracts/libraries/Codes.sol */
export const Op = {
  NONE: 0,
  ADD_ORG: 1,
  SUSPEND_ORG: 2,
  RESTORE_ORG: 3,
  ASSIGN_ADMIN: 4,
  RECOVER_NODE: 5,
  RECOVER_ACCOUNT: 6,
  REMOVE_ADMIN: 7,
  CHANGE_RULE: 8,
  CHANGE_SETTING: 9,
  CHANGE_NODE: 10,
  RELEASE: 11,
  RESOLVE: 12,
  ADD_SUB_ORG: 13,
  ADD_ROLE: 14,
  REMOVE_ROLE: 15,
  ASSIGN_ROLE: 16,
  SET_ACCOUNT_STATUS: 17,
  ADD_NODE: 18,
  SET_NODE_STATUS: 19,
  MOVE_NODE: 20,
  LET_GO: 21,
  EMERGENCY: 22,
  SUSPEND_ORG_UNTIL: 23,
  CONTRACT_ACCESS: 24,
  LAST: 24,
} as const;

/** contracts/libraries/Codes.sol */
export const NodeChange = { MOVE: 4 } as const;

/** contracts/libraries/Codes.sol */
export const ProposalState = {
  NONE: 0,
  OPEN: 1,
  APPROVED: 2,
  REJECTED: 3,
  WITHDRAWN: 4,
  EXPIRED: 5,
  PASSED: 6,
} as const;

/** contracts/libraries/Codes.sol */
export const Vote = { NONE: 0, FOR: 1, AGAINST: 2 } as const;

/** contracts/libraries/Codes.sol */
export const SignedVoteResult = {
  COUNTED: 0,
  NOT_SIGNED: 1,
  NOT_OPEN: 2,
  EXPIRED: 3,
  TOO_LATE: 4,
  NOT_A_VOTER: 5,
  OTHER_TERM: 6,
  DIFFERS: 7,
  ALREADY_VOTED: 8,
} as const;

/** contracts/libraries/Codes.sol */
export const RuleKind = { MAJORITY: 0, ALL: 1, ANY: 2, COUNT: 3, FRACTION: 4, FORBIDDEN: 5, SELF: 6, LAST: 6 } as const;

/** contracts/libraries/Codes.sol */
export const Counting = { ACCOUNTS: 0, ORGANISATIONS: 1 } as const;

/** contracts/libraries/Codes.sol */
export const Setting = {
  IP_CHECK: 1,
  HOST_NAMES: 2,
  NODES: 3,
  ACCOUNTS: 4,
  ROLES: 5,
  SUB_ORGS: 6,
  MOVES: 7,
  WEIGHT: 8,
  REGISTERED_ONLY: 9,
  DEPLOYING: 10,
} as const;

/** contracts/libraries/Codes.sol */
export const LimitAtFirst = { NODES: 50, ACCOUNTS: 300, ROLES: 100, SUB_ORGS: 50, MOVES: 10 } as const;

/** contracts/libraries/Codes.sol */
export const RoleKind = { CUSTOM: 0, NETWORK_ADMIN: 1, ORG_ADMIN: 2 } as const;

/** contracts/libraries/Codes.sol */
export const WellKnownIndex = { ADMIN_ORG: 1, NETWORK_ADMIN_ROLE: 1 } as const;

/** contracts/libraries/Codes.sol */
export const Opening = { UNSAID: 0, MEMBERS: 1, LISTED: 2, NOBODY: 3, EVERYBODY: 4, LAST: 4 } as const;

/** contracts/libraries/Codes.sol */
export const Deploying = { AS_NETWORK: 0, RESTRICTED: 1, FREE: 2 } as const;

/** contracts/types/Account.sol */
export const AccountFields = {
  CUSTOM_BY_VOTE: 3,
  STATUS: 0x7f,
  HELD: 0x80,
  KIND: 8,
  ADMIN: 16,
  ORG: 24,
  ROLE: 48,
  PROPOSAL: 72,
  INDEX: 96,
  GENERATION: 120,
  ENDS_AT: 152,
  EPOCH: 184,
  LOST_BY: 216,
} as const;

/** contracts/types/Counts.sol */
export const CountsFields = {
  MAX_LIMIT: 0x7fff,
  LIMIT: 24,
  TALLIES: 48,
  FIRST_WORD: 13,
  PER_WORD: 16,
  TALLY_BITS: 16,
} as const;

/** contracts/types/Inventory.sol */
export const InventoryFields = {
  REGISTERED_ONLY: 1,
  DEPLOYING_RESTRICTED: 2,
  DEPLOYING_SAID: 4,
  CONTRACTS: 8,
} as const;

/** contracts/types/Node.sol */
export const NodeFields = {
  INLINE_IP: 15,
  IP_LENGTH: 4,
  PORT: 8,
  RAFT_PORT: 24,
  ORG: 40,
  PROPOSAL: 64,
  INDEX: 88,
  IP: 112,
  LOST_BY: 232,
  STATUS: 0x7,
  HELD: 0x8,
  FOUR_BITS: 0xf,
} as const;

/** contracts/types/Payload.sol */
export const PayloadFields = { OP: 248, SETTING: 32, OPERATIONS: 160, HASH: 192 } as const;

/** contracts/types/Rule.sol */
export const RuleFields = { COUNT: 8, OUT_OF: 40, TERMS: 72, COUNTED: 232 } as const;

/** contracts/types/Tally.sol */
export const TallyFields = { AGAINST: 48, VOICES: 96, CHECKED: 120, SINCE: 144 } as const;

/** contracts/types/Tally.sol */
export const VoiceFields = { SPEAKER: 24, WEIGHT: 48, SUPPORT: 64 } as const;
