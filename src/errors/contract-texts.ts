import type { Descriptor } from "./descriptor.js";

/** What is voted on is found there. */
const PROPOSALS = [{ name: "list-proposals" }] as const;

/** What each refusal of the contracts means, and what to do. `{name}` stands for a value of the error; `{status|org}`
 *  and the like for a code in words. A test holds the table against the contracts. */
export const CONTRACT_ERROR_TEXTS = {
  // Who calls
  CallerForged: {
    says: "The call names {claimed} as its caller, but {caller} sent it.",
    hint: "Call the interface's address.",
  },
  NotInterface: { says: "{caller} called the implementation directly.", hint: "Call the interface's address." },
  NotImplementation: {
    says: "{caller} is not the current implementation.",
    hint: "Managers are changed, and proposals decided, only through the interface.",
  },
  NotUpgradable: {
    says: "{caller} is not the guardian's contract.",
    hint: "The guardian calls PermissionsUpgradable.",
  },
  NotGuardian: { says: "{caller} is not the guardian.", hint: "Send it from the guardian's account." },
  NotProposedGuardian: {
    says: "{caller} has not been proposed as guardian; {proposed|who} has.",
    hint: "The guardian must first propose its successor, which then accepts.",
  },
  NotBootOperator: {
    says: "{caller} may not boot the network.",
    hint: "Let one who may sign, or let the guardian name another boot operator.",
    actions: [{ name: "name-boot-operator", subject: "{caller}" }],
  },
  NotOrgAdmin: {
    says: "{caller} is not an admin of {orgId} or above it.",
    hint: "Send it from an active admin of {orgId}.",
    actions: [{ name: "list-admins" }],
  },
  NotAVoter: {
    says: "{account} is not a network admin, and no policy lets it decide this.",
    hint: "Send it from an active network admin, or from an account that the policy lets vote.",
    actions: [{ name: "list-policies" }, { name: "list-admins" }],
  },
  NotProposer: {
    says: "{caller} may not withdraw proposal {id}.",
    hint: "Only its proposer can, while it may still propose such a thing; others can vote against it.",
  },

  // Boot
  AlreadyBooted: {
    says: "The network has already booted.",
    hint: "Nothing needs to be done; from now on the rules decide.",
  },
  AlreadyInitialised: {
    says: "The suite is already linked.",
    hint: "The guardian can replace the implementation with an upgrade.",
  },
  AlreadySetUp: { says: "The managers are already set up.", hint: "Nothing needs to be done." },
  NotInitialised: {
    says: "The suite is not linked yet.",
    hint: "The guardian must first call init of PermissionsUpgradable.",
  },
  NotBooted: {
    says: "The network has not booted yet.",
    hint: "The guardian or a boot operator must boot it first.",
    actions: [{ name: "boot" }],
  },
  NotSetUp: { says: "The managers are not set up yet.", hint: "The boot must first call setPolicy and init." },
  PolicyMissing: { says: "The policy is not set yet.", hint: "The boot must first call setPolicy." },
  NoNetworkAdmin: { says: "The network has no network admin yet.", hint: "Add an account before the boot ends." },
  LimitsNotAllowed: {
    says: "Breadth {breadth} and depth {depth} are not allowed.",
    hint: "Breadth must be at least 1, depth from 1 to 32.",
  },
  AdminRolesAlike: {
    says: 'Both admin roles are called "{roleId}".',
    hint: "Give the two admin roles different names.",
  },

  // Upgrading
  ModuleNotAllowed: {
    says: "What is at {module} is no module for this place in an implementation of this network.",
    hint: "Deploy the module with this network's addresses, and give the modules in the order of the constructor.",
  },
  OrgStatusUnknown: {
    says: "There is no organisation status {status}.",
    hint: "Nodes know the statuses 0 to 5; the implementation should not have sent another.",
  },
  NodeStatusUnknown: {
    says: "There is no node status {status}.",
    hint: "Nodes know the statuses 0 to 5; the implementation should not have sent another.",
  },
  NoImplementation: {
    says: "The interface has no implementation yet.",
    hint: "The guardian must link the suite first.",
  },
  NotAContract: { says: "There is no contract at {target}.", hint: "Check the address." },
  ImplementationUnchanged: {
    says: "{implementation} is already the implementation.",
    hint: "Nothing needs to be done.",
  },
  ImplementationOfOtherSuite: {
    says: "{implementation} belongs to another suite.",
    hint: "Deploy it with this network's addresses.",
  },
  ImplementationDoesNotAnswer: {
    says: "{implementation} does not answer what nodes ask.",
    hint: "Deploy an implementation that has the functions nodes call.",
  },
  InterfaceOfOtherSuite: {
    says: "{permInterface} belongs to another suite.",
    hint: "Deploy it with this network's addresses.",
  },

  // Organisations
  OrgUnknown: {
    says: 'There is no organisation "{orgId}".',
    hint: "Give the full id, as in ORG1.SUB1, as it is listed.",
    actions: [{ name: "list-orgs" }],
  },
  OrgExists: { says: 'The organisation "{orgId}" already exists.', hint: "Choose another id." },
  OrgNotActive: {
    says: 'The organisation "{orgId}" is not active.',
    hint: "Look at its status: a proposed one waits for a vote, a suspended one can be restored by vote.",
    actions: [{ name: "show-org", subject: "{orgId}" }],
  },
  OrgNotTopLevel: {
    says: '"{orgId}" has a parent.',
    hint: "Only organisations without a parent can be suspended and restored.",
  },
  OrgStatusNotAllowed: {
    says: '"{orgId}" is {status|org}, so it cannot be {action|orgAction} now.',
    hint: "Look at its status first.",
    actions: [{ name: "show-org", subject: "{orgId}" }],
    byState: {
      state: "{status|org}",
      ways: {
        proposed: { hint: "Network admins first vote on whether it belongs to the network.", actions: PROPOSALS },
        approved: { hint: "It is not suspended: there is nothing to restore." },
        "suspension proposed": { hint: "Its suspension is proposed already; vote on that.", actions: PROPOSALS },
        suspended: {
          hint: "It is suspended already; network admins can restore it by vote.",
          actions: [{ name: "restore-org", subject: "{orgId}" }],
        },
        "restoration proposed": { hint: "Its restoration is proposed already; vote on that.", actions: PROPOSALS },
      },
    },
  },
  OrgTooDeep: {
    says: '"{parentId}" is on level {level} of {maxDepth}, so nothing can be added below it.',
    hint: "Add it further up.",
  },
  LimitReached: {
    says: "{orgId} cannot add more, or not today: with all organisations below and above it, it has reached {setting|setting} {limit}.",
    hint: "The network admins can give more room by vote, for all or for one organisation.",
    actions: [{ name: "change-setting" }],
  },
  OrgTooBroad: {
    says: '"{parentId}" has {subOrgs} sub-organisations; {maxBreadth} is the limit.',
    hint: "Add it elsewhere.",
  },
  AdminOrgNotAllowed: {
    says: '"{orgId}" is the admin organisation, whose status cannot change.',
    hint: "Choose another organisation.",
  },

  // Roles
  RoleUnknown: {
    says: '{orgId} has no role "{roleId}".',
    hint: "Add it first, or choose one of those that there are.",
    actions: [{ name: "list-roles" }],
  },
  RoleExists: { says: '{orgId} already has a role "{roleId}".', hint: "Choose another name." },
  RoleReserved: { says: '"{roleId}" is the name of an admin role.', hint: "Choose another name." },
  RoleNotAnAdminRole: {
    says: '"{roleId}" makes no admin here.',
    hint: "Roles without admin rights are assigned without a vote.",
  },
  AccessNotAllowed: { says: "{access} is not an access level.", hint: "Access levels go from 0 to 7." },
  AdminRoleByVoteOnly: {
    says: '"{roleId}" is an admin role that is given only by vote.',
    hint: "A network admin can propose its holder.",
    actions: [{ name: "appoint-admin" }],
  },

  // Accounts
  AccountIsAdmin: {
    says: "{account} was made an admin by vote.",
    hint: "Network admins can take an admin role away by vote.",
    actions: [{ name: "remove-admin", subject: "{account}" }],
  },
  AccountNotAdmin: {
    says: "{account} holds no admin role.",
    hint: "List the admins.",
    actions: [{ name: "list-admins" }],
  },
  AccountInUse: {
    says: "{account} is an admin by vote, or proposed as one; it is {status|account}.",
    hint: "Use another account, or have the admin removed by vote first.",
    actions: [{ name: "remove-admin", subject: "{account}" }],
    byState: {
      state: "{status|account}",
      ways: {
        proposed: {
          hint: "A proposal that names it is open; vote on that one, or use another account.",
          actions: PROPOSALS,
        },
      },
    },
  },
  AccountOfOtherOrg: {
    says: "{account} does not belong to {orgId}.",
    hint: "Name its own organisation, which must let it go before another one can have it.",
    actions: [{ name: "show-account", subject: "{account}" }],
  },
  AccountLostByVote: {
    says: "A vote has taken {account} from {orgId}, or from an organisation above or below it.",
    hint: "Network admins can appoint it by vote; another organisation can give it a role.",
  },
  AccountStatusNotAllowed: {
    says: "{account} is {status|account}, so it cannot be {action|accountAction} now.",
    hint: "Look at its status first.",
    actions: [{ name: "show-account", subject: "{account}" }],
    byState: {
      state: "{status|account}",
      ways: {
        none: {
          hint: "It belongs to no organisation; an admin of one can give it a role.",
          actions: [{ name: "assign-role" }],
        },
        proposed: { hint: "Network admins first vote on it.", actions: PROPOSALS },
        active: { hint: "It is active: there is nothing to lift." },
        suspended: {
          hint: "It is suspended already; an admin of its organisation can activate it.",
          actions: [{ name: "activate-account", subject: "{account}" }],
        },
        blacklisted: {
          hint: "Only a vote can lift a blacklisting.",
          actions: [{ name: "recover-account", subject: "{account}" }],
        },
        revoked: {
          hint: "A vote has taken its admin role: it needs another role before it can be activated.",
          actions: [{ name: "assign-role" }, { name: "activate-account", subject: "{account}" }],
        },
        "recovery proposed": { hint: "Its recovery is proposed; vote on that.", actions: PROPOSALS },
      },
    },
  },
  AccountHasRole: { says: '{account} already has the role "{roleId}".', hint: "Nothing needs to be done." },
  EndNotAllowed: {
    says: "Nothing can be given until {until|end}.",
    hint: "Give an end that is still to come, by the time of blocks, and before the year 2106.",
  },
  OutlivesGiver: {
    says: "The role of {giver} ends {endsAt|end}, and it gives none that lasts longer.",
    hint: "Give an end up to then, or let an admin whose role lasts longer do it.",
    actions: [{ name: "list-admins" }],
  },
  AccountWithoutRole: { says: "{account} has no role.", hint: "Assign one first.", actions: [{ name: "assign-role" }] },

  // Nodes
  NodeUnknown: {
    says: "No node has the enode id {enodeId|id}.",
    hint: "List the nodes.",
    actions: [{ name: "list-nodes" }],
  },
  NodeExists: {
    says: "The node {enodeId|id} is already part of the network.",
    hint: "See where it is listed, and with which organisation.",
    actions: [{ name: "show-node", subject: "{enodeId|beginning}" }],
  },
  NodeOfOtherOrg: {
    says: "The node {enodeId|id} does not belong to {orgId}.",
    hint: "Name its own organisation.",
    actions: [{ name: "show-node", subject: "{enodeId|beginning}" }],
  },
  NodeAddressDiffers: {
    says: "The node {enodeId|id} is neither listed nor proposed at {ip}:{port}.",
    hint: "Give the URL as it is listed, or as it was proposed.",
  },
  NodeByVoteOnly: {
    says: "The node {enodeId|id} is one of the admin organisation, whose nodes leave by vote only.",
    hint: "One is added there without an end; a network admin can propose its release.",
    actions: [{ name: "propose-node-release", subject: "{enodeId|beginning}" }],
  },
  NodeLostByVote: {
    says: "A vote has taken the node {enodeId|id} from {orgId}, or from an organisation above or below it.",
    hint: "Another organisation can add it; or run the node with a new key, and add that.",
  },
  NodeStatusNotAllowed: {
    says: "The node {enodeId|id} is {status|node}, so it cannot be {action|nodeAction} now.",
    hint: "Look at its status first.",
    actions: [{ name: "show-node", subject: "{enodeId|beginning}" }],
    byState: {
      state: "{status|node}",
      ways: {
        none: { hint: "It belongs to no organisation; an admin of one can add it.", actions: [{ name: "add-node" }] },
        proposed: { hint: "Network admins first vote on its organisation.", actions: PROPOSALS },
        approved: { hint: "It may connect: there is nothing to lift." },
        deactivated: {
          hint: "It is deactivated already; an admin of its organisation can activate it.",
          actions: [{ name: "activate-node", subject: "{enodeId|beginning}" }],
        },
        blacklisted: {
          hint: "Only a vote can lift a blacklisting.",
          actions: [{ name: "recover-node", subject: "{enodeId|beginning}" }],
        },
        "recovery proposed": { hint: "Its recovery is proposed; vote on that.", actions: PROPOSALS },
      },
    },
  },
  PortNotAllowed: { says: "{port} is not a port that a node can listen on.", hint: "Give a port from 1 to 65535." },
  EnodeIdNotAllowed: { says: '"{enodeId}" is not an enode id.', hint: "An enode id is 128 lower-case hex digits." },
  EnodeIdNotOnCurve: {
    says: 'The enode id "{enodeId}" is not a public key; nodes stop at it.',
    hint: "Take it from the node itself: it prints its enode URL at startup, and admin.nodeInfo.enode shows it.",
  },
  HostNotAllowed: {
    says: '"{host}" is no host name, and no IP address that a node can connect from, written as nodes write it.',
    hint: "Check the enode URL.",
  },
  HostNameNotAllowed: {
    says: '"{host}" is a host name, and this network takes IP addresses only.',
    hint: "Give the IP address, or let the network admins allow host names by vote.",
    actions: [{ name: "change-setting", subject: "host-names on" }],
  },
  NameNotAllowed: {
    says: '"{name}" is not allowed as a name.',
    hint: "Names have 1 to 64 characters of A-Z a-z 0-9 _ -",
  },

  // Contracts
  NotDeployer: {
    says: "{caller} deploys no contract at {target} with that nonce.",
    hint: "Let the account register it that deploys it, with the nonce of that transaction. Any other contract is registered by network admins, as a change of a resolution.",
    actions: [{ name: "propose-resolution" }],
  },
  ContractInUse: {
    says: "The contract {target} is registered already.",
    hint: "Network admins can make it another organisation's, as a change of a resolution.",
    actions: [{ name: "propose-resolution" }],
  },
  ContractOfOtherOrg: {
    says: "The contract {target} is not registered for {orgId}.",
    hint: "Name the organisation that it is registered for. If there is none, let the account register it that deployed it.",
    actions: [{ name: "register-contract", subject: "{target}" }],
  },
  OpeningNotAllowed: {
    says: 'It cannot be open like this: "{opening|opening}", with what is listed.',
    hint: "1 is all members, 2 those that are listed, 3 nobody, 4 everybody, and 0 of a method as the contract is. Organisations and roles are listed with 2 and nothing else.",
    byState: {
      state: "{opening|opening}",
      ways: {
        "as the contract": {
          hint: "Of a method only, and without a list: a contract is open to somebody, or to nobody.",
        },
        listed: { hint: "Name the organisations or the roles that may call it." },
        everybody: {
          hint: "Only a vote opens something to everybody, members or not, and without a list. Network admins can decide it, as a change of a resolution.",
          actions: [{ name: "propose-resolution" }],
        },
      },
    },
  },
  MethodNotAllowed: {
    says: "{method} is no method: it cannot be told from a transaction without one.",
    hint: "Say who may call the contract instead, or name another method.",
    actions: [{ name: "open-contract" }],
  },
  SetByVote: {
    says: "A vote has said who may call {method|part} {target}, so that another vote alone changes it.",
    hint: "Network admins can change it, as a change of a resolution.",
    actions: [{ name: "propose-resolution" }],
  },

  // Proposals
  NothingToApprove: {
    says: "Nothing of that kind is proposed, or it has been decided in the meantime.",
    hint: "List the proposals, also those that have ended.",
    actions: PROPOSALS,
  },
  SubjectHasProposal: {
    says: "Proposal {id} about it is still open.",
    hint: "See what it asks for, and decide it first.",
    actions: [{ name: "show-proposal", subject: "{id}" }],
  },
  TooManyProposals: {
    says: "{proposer} has made {limit} proposals today (UTC), which is as many as a network admin may make in a day.",
    hint: "Propose again from {possibleFrom|time} on, or let another network admin propose.",
  },
  RejectedLately: {
    says: "The others have lately rejected the same proposal of {proposer} ({op|operation}).",
    hint: "Propose it again from {possibleFrom|time} on, or let another network admin propose it.",
  },
  ProposalDiffers: {
    says: "Proposal {id} proposes something other than what this vote approves.",
    hint: "Look at it again, and ask another node what it proposes; then vote.",
    actions: PROPOSALS,
  },
  NoVoteCounts: {
    says: "None of the signed votes counts ({results|signedVotes}).",
    hint: "Look at the proposals, and have the votes signed again.",
    actions: PROPOSALS,
  },
  TooManyVotes: {
    says: "{given} signed votes are more than one transaction takes, which is {most}.",
    hint: "Send them in several transactions.",
  },
  ProposalNotOpen: {
    says: "Proposal {id} is not open ({state|proposal}).",
    hint: "List the open proposals.",
    actions: PROPOSALS,
  },
  ProposalNotPassed: {
    says: "Proposal {id} has not passed, or was carried out already ({state|proposal}).",
    hint: "See what it waits for.",
    actions: [{ name: "show-proposal", subject: "{id}" }],
  },
  VetoTooLate: {
    says: "The time to stop proposal {id} ended at {until|time}: it can be carried out.",
    hint: "To undo what it does, propose the contrary.",
  },
  ExpiryNotAllowed: {
    says: "A proposal made now would expire at {expiresAt} seconds since 1970, which is later than the contracts can store.",
    hint: "Check the clocks of the nodes: the latest possible expiry is in the year 2106.",
  },
  ProposalExpired: {
    says: "Proposal {id} has expired.",
    hint: "Anyone may close it; then propose again.",
    actions: [{ name: "close-proposal", subject: "{id}" }],
  },
  ProposalUndecided: {
    says: "Proposal {id} is undecided: {votesFor} for, {votesAgainst} against, {electorate} may vote.",
    hint: "Wait for more votes, or until it expires.",
  },
  AlreadyVoted: {
    says: "{voter} has already voted on proposal {id}.",
    hint: "Each network admin votes once; where a policy counts organisations, one account speaks for each.",
  },
  AlreadyAVoter: { says: "{account} is already a network admin.", hint: "Nothing needs to be done." },
  LastNetworkAdmin: {
    says: "{account} is the last network admin.",
    hint: "Appoint another network admin first.",
    actions: [{ name: "appoint-admin" }],
  },
  OperationUnknown: { says: "{op} is not an operation.", hint: "Operations go from 1 to 24." },
  OperationForbidden: {
    says: "The voting rules forbid this operation: {op|operation}.",
    hint: "Network admins must first change the rule by vote.",
    actions: [{ name: "change-rule" }],
  },
  DecidedByPolicy: {
    says: "A policy says who may {op|operation}, so it is not done as a part of something else, nor undone by hand.",
    hint: "Do it for itself: add a sub-organisation without a node, and the node afterwards. What was suspended or deactivated is activated as the policy says before it is let go.",
  },
  ListTooLong: {
    says: "A list has {most} organisations and {most} roles at most, not {given}.",
    hint: "Without organisations all of them are meant; without roles, accounts with any role.",
  },
  ListedTwice: { says: "{entry} stands in the list twice.", hint: "Name each organisation and each role once." },
  RuleNotAllowed: {
    says: "The rule {kind|rule} to {op|operation} could not be met by those who vote, or one lost key could keep it from ever being changed again.",
    hint: "Choose a rule that those who vote can meet. Where a policy says who votes, organisations are counted. Only one of two may need every network admin, to remove an admin or to change a rule; and while admins cannot be removed, to change a rule may not.",
  },

  // Everything
  TooMany: {
    says: "The network has no room for more records of that kind.",
    hint: "Please report this to the authors of Portcullis.",
  },
  ActionNotAllowed: { says: "{action} is not an action.", hint: "1 suspends, 2 activates, 3 blacklists." },
  SettingUnknown: { says: "{setting} is not a setting.", hint: "Settings are 1 to 10." },
  SettingNotAllowed: {
    says: "{value} is no value of the setting {setting}.",
    hint: "Switches are 0 or 1 for the whole network, limits 0 to 32767, and weights 0 to 32767 for one organisation; whether one organisation may deploy is 0 to 2.",
  },
  ProposalWaits: {
    says: "Proposal {id} has passed, and waits until {until|time}.",
    hint: "Carry it out then.",
  },
  NotAVetoer: {
    says: "{account} may not stop proposal {id}.",
    hint: "Its policy says who may.",
    actions: [{ name: "list-policies" }],
  },
  DelayNotAllowed: {
    says: "A delay of {delay|duration} is not allowed here.",
    hint: "It is at most 30 days. A veto needs a delay; what organisations do alone has none.",
  },
  HoldNotAllowed: {
    says: "An emergency measure is about an account, a node, an organisation, or admissions; not about two of them, nor about a node of the admin organisation.",
    hint: "Name one of them. Nodes of the admin organisation are changed by vote: the network admins send through them.",
  },
  HoldTooLong: {
    says: "An emergency measure lasts {most|duration} at most, not {duration|duration}.",
    hint: "Take one of at most seven days, and vote on a suspension meanwhile.",
  },
  HeldLately: {
    says: "It was held until {until|time}, or its organisation was, and is not held again in the 30 days after that.",
    hint: "Vote on a suspension, or on a resolution that holds it again.",
  },
  OtherNodeHeld: {
    says: "The node {enodeId|id} is held until {until|time}, and one is at a time.",
    hint: "End that before, or propose a resolution: nodes that are missing may stop the chain.",
    actions: [{ name: "list-emergencies" }],
  },
  AdmissionsAreStopped: {
    says: "An emergency measure lets nobody in until {until|time}.",
    hint: "Do it then. Whoever decides on emergencies can end it before.",
    actions: [{ name: "list-emergencies" }],
  },
  SuspensionLasts: {
    says: "{orgId} is suspended until {until|time}.",
    hint: "Record the end then, or propose to restore it before.",
    actions: [{ name: "restore-org", subject: "{orgId}" }],
  },
  HoldLasts: {
    says: "It is held until {until|time}.",
    hint: "Record the end then, or propose to end it before.",
    actions: [{ name: "list-emergencies" }],
  },
  ProposalPassed: {
    says: "Proposal {id} has passed, and can be carried out until {lapsesAt|time}.",
    hint: "Carry it out.",
    actions: [{ name: "carry-out", subject: "{id}" }],
  },
  NumberOfChangesNotAllowed: {
    says: "A resolution has 1 to {most} changes, not {given}.",
    hint: "Divide them among several resolutions.",
  },
  ChangeNotAllowed: {
    says: "The change at place {place}, from 0 on, is none that a resolution can make.",
    hint: "A resolution makes what organisations' admins do and what is decided by vote; it does not vote.",
  },
  ChangeRefused: {
    says: "The change at place {place}, from 0 on, is refused: {reason}.",
    hint: "Look at what it changes, and propose the resolution again without it.",
  },
  OperationNotVotedOn: {
    says: "The vote did not count the rule of this operation: {op|operation}.",
    hint: "Propose it on its own.",
  },
  GasTooLow: {
    says: "The gas that was offered is too little for the changes of the resolution.",
    hint: "Let the tool choose the gas limit, or offer what a block has.",
  },
  StoringFailed: {
    says: "The changes of the resolution could not be stored.",
    hint: "Offer more gas, or propose fewer changes at a time.",
  },
  NothingChanges: { says: "It is already set that way.", hint: "Nothing needs to be done." },
  AccountIsGuardian: {
    says: "{account} is the guardian or the proposed guardian.",
    hint: "Use another account: the guardian must be a network admin or an unassigned account.",
  },
  ProposalHasVotes: {
    says: "Others have already voted for proposal {id}.",
    hint: "Vote against it instead of withdrawing it.",
  },
  ZeroAddress: { says: "The zero address is not an account.", hint: "Give an account." },
} as const satisfies Record<string, Descriptor & { says: string }>;
