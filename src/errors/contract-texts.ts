/** What each refusal of the contracts means, and the way out. `{name}` stands for a value of the error; `{status|org}`
 *  and the like for a code in words. A test holds the table against the contracts. */
export const CONTRACT_ERROR_TEXTS = {
  // Who calls
  CallerForged: ["The call names {claimed} as its caller, but {caller} sent it.", "Call the interface's address."],
  NotInterface: ["{caller} called the implementation directly.", "Call the interface's address."],
  NotImplementation: [
    "{caller} is not the current implementation.",
    "Managers are changed through the interface only.",
  ],
  NotUpgradable: ["{caller} is not the guardian's contract.", "The guardian calls PermissionsUpgradable."],
  NotGuardian: ["{caller} is not the guardian.", "Send it from the guardian's account."],
  NotProposedGuardian: [
    "{caller} has not been proposed as guardian; {proposed} has.",
    "The guardian proposes its successor first, and that account accepts.",
  ],
  NotBootOperator: ["{caller} may not boot the network.", "The guardian names boot operators; use one of them."],
  NotOrgAdmin: ["{caller} is not an admin of {orgId} or above it.", "Send it from an active admin of {orgId}."],
  NotAVoter: ["{account} is not a network admin.", "Send it from an active network admin."],
  NotProposer: [
    "{caller} may not withdraw proposal {id}.",
    "Only its proposer may, as long as it is a network admin; others vote against it.",
  ],

  // Boot
  AlreadyBooted: ["The network has booted already.", "Nothing is left to do; from here on the rules decide."],
  AlreadyInitialised: ["The suite is linked already.", "The guardian replaces the implementation with the upgrade."],
  AlreadySetUp: ["The managers are set up already.", "Nothing is left to do."],
  NotInitialised: ["The suite is not linked yet.", "The guardian runs init of PermissionsUpgradable first."],
  NotBooted: ["The network has not booted yet.", "A boot operator ends the boot with updateNetworkBootStatus first."],
  NotSetUp: ["The managers are not set up yet.", "Boot runs setPolicy and init first."],
  PolicyMissing: ["The policy is not set yet.", "Boot runs setPolicy first."],
  NoNetworkAdmin: ["The network has no network admin yet.", "Add an account before the boot ends."],
  LimitsNotAllowed: [
    "Breadth {breadth} and depth {depth} are not allowed.",
    "Breadth is at least 1, depth from 1 to 32.",
  ],
  AdminRolesAlike: ['Both admin roles are called "{roleId}".', "Give the two admin roles different names."],

  // Upgrading
  NoImplementation: ["The interface has no implementation yet.", "The guardian links the suite first."],
  NotAContract: ["There is no contract at {target}.", "Check the address."],
  ImplementationUnchanged: ["{implementation} is the implementation already.", "Nothing is left to do."],
  ImplementationOfOtherSuite: [
    "{implementation} belongs to another suite.",
    "Deploy it with this network's addresses.",
  ],
  ImplementationDoesNotAnswer: [
    "{implementation} does not answer what nodes ask.",
    "Deploy an implementation that has the functions nodes call.",
  ],
  InterfaceOfOtherSuite: ["{permInterface} belongs to another suite.", "Deploy it with this network's addresses."],

  // Organisations
  OrgUnknown: ['There is no organisation "{orgId}".', "List the organisations; give the full id, as in ORG1.SUB1."],
  OrgExists: ['The organisation "{orgId}" exists already.', "Choose another id."],
  OrgNotActive: ['The organisation "{orgId}" is not active.', "Network admins restore a suspended one by vote."],
  OrgNotTopLevel: ['"{orgId}" has a parent.', "Only organisations without parent are suspended and restored."],
  OrgStatusNotAllowed: [
    '"{orgId}" is {status|org}, so it cannot be {action|orgAction} now.',
    "Look at its status first.",
  ],
  OrgTooDeep: ['"{parentId}" is on level {level} of {maxDepth}, so nothing goes below it.', "Add it further up."],
  OrgTooBroad: ['"{parentId}" has {subOrgs} sub-organisations; {maxBreadth} is the limit.', "Add it elsewhere."],
  AdminOrgNotAllowed: ['"{orgId}" is the admin organisation and stays.', "Choose another organisation."],

  // Roles
  RoleUnknown: ['{orgId} has no role "{roleId}".', "Look at the organisation's roles, or add it."],
  RoleExists: ['{orgId} has a role "{roleId}" already.', "Choose another name."],
  RoleReserved: ['"{roleId}" is the name of an admin role.', "Choose another name."],
  RoleNotAnAdminRole: ['"{roleId}" is not one of the two admin roles here.', "Assign other roles without a vote."],
  AccessNotAllowed: ["{access} is not an access level.", "Access levels go from 0 to 7."],
  AdminRoleByVoteOnly: [
    '"{roleId}" is an admin role: held by vote only, never removed.',
    "A network admin proposes who holds it.",
  ],

  // Accounts
  AccountIsAdmin: ["{account} holds an admin role.", "Network admins take an admin role away by vote."],
  AccountNotAdmin: ["{account} holds no admin role there.", "Look at the organisation's accounts."],
  AccountInUse: ["{account} belongs to an organisation already; it is {status|account}.", "Use another account."],
  AccountOfOtherOrg: ["{account} does not belong to {orgId}.", "Name its own organisation."],
  AccountStatusNotAllowed: [
    "{account} is {status|account}, so it cannot be {action|accountAction} now.",
    "A blacklisted account comes back by vote only.",
  ],
  AccountHasRole: ['{account} has the role "{roleId}" already.', "Nothing is left to do."],
  AccountWithoutRole: ["{account} has no role.", "Assign one first."],

  // Nodes
  NodeUnknown: ["No node has the enode id {enodeId|id}.", "List the nodes."],
  NodeExists: ["The node {enodeId|id} is part of the network already.", "Look at the organisation's nodes."],
  NodeOfOtherOrg: ["The node {enodeId|id} does not belong to {orgId}.", "Name its own organisation."],
  NodeAddressDiffers: ["The node {enodeId|id} is not listed at {ip}:{port}.", "Give the URL as it is listed."],
  NodeStatusNotAllowed: [
    "The node {enodeId|id} is {status|node}, so it cannot be {action|nodeAction} now.",
    "A blacklisted node comes back by vote only.",
  ],
  PortNotAllowed: ["{port} is not a port that a node can listen on.", "Give a port from 1 to 65535."],
  EnodeIdNotAllowed: ['"{enodeId}" is not an enode id.', "It has 128 lower-case hex digits."],
  HostNotAllowed: ['"{host}" is neither an ip address nor a host name.', "Check the enode URL."],
  NameNotAllowed: ['"{name}" is not allowed as a name.', "Names have 1 to 64 characters of A-Z a-z 0-9 _ -"],

  // Proposals
  NothingToApprove: [
    "Nothing of that kind is proposed, or it was decided meanwhile.",
    "List the proposals, also those that have ended.",
  ],
  SubjectHasProposal: ["Proposal {id} is open about it.", "Vote on proposal {id} first."],
  ProposalDiffers: ["Proposal {id} proposes something else than what is approved.", "Look at it, then vote by its id."],
  ProposalNotOpen: ["Proposal {id} is not open ({state|proposal}).", "List the open proposals."],
  ExpiryNotAllowed: [
    "A proposal made now would expire at {expiresAt} seconds since 1970, which is later than the contracts can note down.",
    "Look at the clocks of the nodes: the latest possible expiry is in the year 2106.",
  ],
  ProposalExpired: ["Proposal {id} has expired.", "Anyone may close it; then propose again."],
  ProposalUndecided: [
    "Proposal {id} is undecided: {votesFor} for, {votesAgainst} against, {electorate} may vote.",
    "Wait for more votes, or until it expires.",
  ],
  AlreadyVoted: ["{voter} has voted on proposal {id} already.", "Each network admin votes once."],
  AlreadyAVoter: ["{account} is a network admin already.", "Nothing is left to do."],
  LastNetworkAdmin: ["{account} is the last network admin.", "Appoint another one first."],
  OperationUnknown: ["{op} is not an operation.", "Operations go from 1 to 9."],
  OperationForbidden: ["The rules forbid to {op|operation}.", "Network admins change the rule by vote first."],
  RuleNotAllowed: [
    "To {op|operation} by the rule {kind|rule} ({count} of {outOf}) could never be met, or would lock itself.",
    "Choose a rule that the network admins of today can meet.",
  ],

  // Everything
  TooMany: ["The network has no room for more records of that kind.", "Tell the makers of Portcullis."],
  ActionNotAllowed: ["{action} is not an action.", "1 suspends, 2 activates, 3 blacklists."],
  NothingChanges: ["It is that way already.", "Nothing is left to do."],
  AccountIsGuardian: [
    "{account} is the guardian or the proposed one.",
    "Take another account: the guardian is a network admin or no account of the network.",
  ],
  ProposalHasVotes: ["Others have voted for proposal {id} already.", "Vote against it instead of withdrawing it."],
  ZeroAddress: ["The zero address is nobody.", "Give an account."],
} as const satisfies Record<string, readonly [text: string, hint: string]>;
