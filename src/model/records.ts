import type * as codes from "./codes.js";
import type { Policy } from "./policy.js";

/** What a network holds, in readable form. Ids of organisations are full ids ("ORG1.SUB1"), addresses have their checksum,
 *  `proposal` is the number of the open proposal about the record. */

export interface Org {
  id: string;
  /** Full id of the organisation above it. */
  parent: string | null;
  /** Id of the organisation at the top of its branch, which may be its own. */
  top: string;
  /** 1 for an organisation without parent. */
  level: number;
  status: codes.OrgStatus;
  /** Until when an emergency measure holds it, in ISO 8601, UTC; null if none does. */
  heldUntil: string | null;
  /** When its suspension ends by itself, or ended, where that has not been recorded: it is approved then. In ISO 8601, UTC; null
   *  where there is no such end. */
  suspendedUntil: string | null;
  proposal: number | null;
}

export interface Role {
  org: string;
  name: string;
  access: codes.AccessLevel;
  kind: codes.RoleKind;
  /** Whether it makes an admin of its organisation. */
  admin: boolean;
  voter: boolean;
  active: boolean;
  /** Why it is not active. */
  status: codes.RoleStatus;
}

export interface Account {
  address: string;
  org: string;
  role: string;
  status: codes.AccountStatus;
  orgAdmin: boolean;
  /** Whether its role is active, was not removed since it was given, and has not ended. */
  effective: boolean;
  /** As for organisations. */
  heldUntil: string | null;
  /** When its role ends, or has ended, in ISO 8601, UTC; null where it has no end. */
  endsAt: string | null;
  /** Whether that time has come. */
  ended: boolean;
  proposal: number | null;
}

export interface NodeRecord {
  /** 128 lower-case hex digits. */
  enodeId: string;
  /** The enode URL as nodes list it. */
  url: string;
  /** None if it was let go or its organisation was not approved: other organisations may add it. */
  org: string | null;
  ip: string;
  port: number;
  /** 0 where the network has none. */
  raftPort: number;
  status: codes.NodeStatus;
  /** As for organisations. */
  heldUntil: string | null;
  /** When its admission ends, or has ended, as for accounts. */
  endsAt: string | null;
  ended: boolean;
  proposal: number | null;
}

/** To whom a contract, or a method of it, is open. */
export interface Opened {
  to: codes.Opening;
  /** Those that are listed, each with all below it; all where there are none. */
  orgs: string[];
  /** Names of the roles that are listed, in any organisation; all where there are none. */
  roles: string[];
  /** Whether a vote has said so: another vote alone changes it. */
  byVote: boolean;
}

export interface RegisteredContract {
  address: string;
  org: string;
  /** The account that deployed it, if that may still say who may call it. */
  deployer: string | null;
  opened: Opened;
  /** Of how many of its methods something was ever said. */
  methods: number;
}

/** What is said of a method by itself. */
export interface ContractMethod {
  /** Its selector: 0x and 8 lower-case hex digits. */
  selector: string;
  opened: Opened;
}

/** What a proposal is about: the fields that are not null. */
export interface Subject {
  org: string | null;
  /** While the proposal is open, the URL that the node is to have. */
  node: { enodeId: string; url: string } | null;
  account: string | null;
  role: string | null;
  /** Full id of the organisation that defines the role. */
  roleOrg: string | null;
  /** The operation whose voting rule would change, the new rule in words, and the new policy if it says who votes. */
  rule: { operation: codes.Operation; rule: string; policy: Policy | null } | null;
  /** The setting that would change, and its new value. */
  setting: { setting: ReturnType<typeof codes.settingName>; value: codes.SettingValue } | null;
  /** What becomes of the node of the admin organisation. */
  change: ReturnType<typeof codes.nodeChangeName> | null;
  /** The changes of a resolution, in their order. */
  resolution: ResolutionChange[] | null;
  /** For how many seconds an emergency measure holds, 0 if it is to end; admissions, where nothing else is named. */
  hold: number | null;
  /** When a suspension ends by itself, in ISO 8601, UTC. */
  suspendedUntil: string | null;
}

export interface ResolutionChange {
  /** In words: "suspend ORG1"; null where this version cannot read it. */
  does: string | null;
  /** The call of the interface, in hex. */
  data: string;
}

export interface Proposal {
  id: number;
  operation: codes.Operation;
  about: Subject;
  proposer: string;
  /** Votes of those who are still network admins; where a policy counts organisations, what their voices weigh, as they were
   *  counted last. */
  votesFor: number;
  votesAgainst: number;
  state: codes.ProposalState;
  /** When it ends if it is not decided, or from when on it can be carried out once it has passed, in ISO 8601, UTC. */
  expiresAt: string;
  /** Once it has passed, until it is carried out: whether that can be done now. */
  waiting: codes.Waiting | null;
  /** Until when it can be carried out, if it has passed, in ISO 8601, UTC. */
  lapsesAt: string | null;
}

/** How an operation is decided: its policy, and what that needs now. */
export interface VotingRule extends Policy {
  operation: codes.Operation;
  /** How many votes are needed, in words: "majority", "fraction 2 of 3". */
  rule: string;
  /** All of it in words: "majority of the network admins". */
  policy: string;
  /** What votes for it must weigh together; more than all weigh where the operation is forbidden. */
  needed: number;
  /** What the votes of all who vote weigh together: how many network admins there are, or what the voices of the organisations
   *  weigh that are active now. */
  electorate: number;
}

export interface NetworkSettings {
  adminOrg: string;
  networkAdminRole: string;
  orgAdminRole: string;
  booted: boolean;
  /** Whether the ip of a connection is compared with the node's. */
  ipCheck: boolean;
  /** Whether nodes may be recorded with a host name. */
  hostNames: boolean;
  /** Whether contracts that nobody has registered are closed. */
  registeredOnly: boolean;
  /** Whether only those organisations may deploy that are let. */
  restrictDeploying: boolean;
  /** How much each organisation without parent may add, with all below it, and move on one day. */
  limits: Record<codes.LimitName, number>;
  /** Direct sub-organisations that an organisation may have. */
  breadth: number;
  /** Levels that a branch may have. */
  depth: number;
  /** Until when an emergency measure lets nobody in, in ISO 8601, UTC; null if none does. */
  admissionsStoppedUntil: string | null;
  guardian: string;
  proposedGuardian: string | null;
  implementation: string;
}
