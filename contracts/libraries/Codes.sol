// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

// The numbers that nodes and tools know. They are GoQuorum's and never change, except those marked "ours".

/// @dev Status of an organisation. 0: no such organisation.
library OrgStatus {
    uint8 internal constant NONE = 0;
    uint8 internal constant PROPOSED = 1;
    uint8 internal constant APPROVED = 2;
    uint8 internal constant SUSPENSION_PROPOSED = 3;
    uint8 internal constant SUSPENDED = 4;
    uint8 internal constant RESTORATION_PROPOSED = 5;

    /// @dev A proposed suspension takes nothing away and a proposed restoration gives nothing back.
    function isActive(uint256 status) internal pure returns (bool) {
        return status == APPROVED || status == SUSPENSION_PROPOSED;
    }
}

/// @dev Status of a node. 0: no such node.
library NodeStatus {
    uint8 internal constant NONE = 0;
    uint8 internal constant PROPOSED = 1;
    uint8 internal constant APPROVED = 2;
    uint8 internal constant DEACTIVATED = 3;
    uint8 internal constant BLACKLISTED = 4;
    uint8 internal constant RECOVERY_PROPOSED = 5;
}

/// @dev Status of an account. 0: unassigned. 3 (inactive) is never set, as in the reference.
library AccountStatus {
    uint8 internal constant NONE = 0;
    uint8 internal constant PROPOSED = 1;
    uint8 internal constant ACTIVE = 2;
    uint8 internal constant SUSPENDED = 4;
    uint8 internal constant BLACKLISTED = 5;
    uint8 internal constant REVOKED = 6;
    uint8 internal constant RECOVERY_PROPOSED = 7;
}

/// @dev What an admin asks for: the `action` argument of the status functions.
library Action {
    uint256 internal constant SUSPEND = 1;
    uint256 internal constant ACTIVATE = 2;
    uint256 internal constant BLACKLIST = 3;
}

/// @dev The operations: what a proposal is about. Ours from 7 on. What becomes of each is in rules/Outcomes.sol; from
///      RESOLVE to LET_GO, and in CONTRACT_ACCESS, a proposal holds changes, and what becomes of them is in
///      rules/Resolutions.sol. From
///      ADD_SUB_ORG to LET_GO, and in CONTRACT_ACCESS, an organisation's admins act alone until a policy says otherwise.
///      EMERGENCY is forbidden until a policy allows it; what becomes of it is in rules/Emergencies.sol. SUSPEND_ORG_UNTIL
///      has the policy of SUSPEND_ORG, and is another operation because nodes' consoles know no end of a suspension.
library Op {
    uint8 internal constant NONE = 0;
    uint8 internal constant ADD_ORG = 1;
    uint8 internal constant SUSPEND_ORG = 2;
    uint8 internal constant RESTORE_ORG = 3;
    uint8 internal constant ASSIGN_ADMIN = 4;
    uint8 internal constant RECOVER_NODE = 5;
    uint8 internal constant RECOVER_ACCOUNT = 6;
    uint8 internal constant REMOVE_ADMIN = 7;
    uint8 internal constant CHANGE_RULE = 8;
    uint8 internal constant CHANGE_SETTING = 9;
    uint8 internal constant CHANGE_NODE = 10;
    uint8 internal constant RELEASE = 11;
    uint8 internal constant RESOLVE = 12;
    uint8 internal constant ADD_SUB_ORG = 13;
    uint8 internal constant ADD_ROLE = 14;
    uint8 internal constant REMOVE_ROLE = 15;
    uint8 internal constant ASSIGN_ROLE = 16;
    uint8 internal constant SET_ACCOUNT_STATUS = 17;
    uint8 internal constant ADD_NODE = 18;
    uint8 internal constant SET_NODE_STATUS = 19;
    uint8 internal constant MOVE_NODE = 20;
    uint8 internal constant LET_GO = 21;
    uint8 internal constant EMERGENCY = 22;
    uint8 internal constant SUSPEND_ORG_UNTIL = 23;
    uint8 internal constant CONTRACT_ACCESS = 24;
    uint8 internal constant LAST = 24;

    /// @dev Those that nodes know: bit n stands for the operation n.
    uint256 internal constant OF_NODES =
        (1 << ADD_ORG) |
            (1 << SUSPEND_ORG) |
            (1 << RESTORE_ORG) |
            (1 << ASSIGN_ADMIN) |
            (1 << RECOVER_NODE) |
            (1 << RECOVER_ACCOUNT);

    /// @dev What lets somebody in: bit n stands for the operation n. An emergency measure can stop it.
    uint256 internal constant ADMITTING =
        (1 << ADD_ORG) | (1 << ASSIGN_ADMIN) | (1 << ADD_SUB_ORG) | (1 << ASSIGN_ROLE) | (1 << ADD_NODE);

    /// @dev Whether an organisation's admins do it alone until a policy says otherwise.
    function isMadeByHand(uint256 op) internal pure returns (bool) {
        return (op >= ADD_SUB_ORG && op <= LET_GO) || op == CONTRACT_ACCESS;
    }

    /// @dev The operation whose policy decides on it: its own, mostly.
    function decidedAs(uint256 op) internal pure returns (uint256) {
        return op == SUSPEND_ORG_UNTIL ? SUSPEND_ORG : op;
    }

    /// @dev Whether a proposal of it holds changes.
    function holdsChanges(uint256 op) internal pure returns (bool) {
        return op == RESOLVE || isMadeByHand(op);
    }
}

/// @dev What a vote changes about a node of the admin organisation (ours): an Action, or a move to the proposed address.
library NodeChange {
    uint256 internal constant MOVE = 4;
}

/// @dev Where a proposal stands (ours). 7 to 15 are free.
library ProposalState {
    uint8 internal constant NONE = 0;
    uint8 internal constant OPEN = 1;
    uint8 internal constant APPROVED = 2;
    uint8 internal constant REJECTED = 3;
    uint8 internal constant WITHDRAWN = 4;
    uint8 internal constant EXPIRED = 5;
    /// @dev The vote has approved it, and it waits for being carried out.
    uint8 internal constant PASSED = 6;
}

/// @dev Who votes on a proposal (ours). 1 to 15 are free.
library Electorate {
    uint8 internal constant NETWORK_ADMINS = 0;
}

/// @dev A vote, as two bits (ours).
library Vote {
    uint8 internal constant NONE = 0;
    uint8 internal constant FOR = 1;
    uint8 internal constant AGAINST = 2;
}

/// @dev What became of a signed vote (ours): it counts, or it was left out.
library SignedVoteResult {
    uint8 internal constant COUNTED = 0;
    /// @dev It has no signature that an account could have made.
    uint8 internal constant NOT_SIGNED = 1;
    /// @dev There is no such proposal, or it has ended.
    uint8 internal constant NOT_OPEN = 2;
    /// @dev The proposal has expired.
    uint8 internal constant EXPIRED = 3;
    /// @dev The vote's deadline has passed.
    uint8 internal constant TOO_LATE = 4;
    /// @dev Who signed it, if anybody did, is no network admin. This is also what a vote signed for another network, or
    ///      changed after it was signed, looks like.
    uint8 internal constant NOT_A_VOTER = 5;
    /// @dev Its voter has left since it signed, and came back.
    uint8 internal constant OTHER_TERM = 6;
    /// @dev The open proposal is about something else than what was signed.
    uint8 internal constant DIFFERS = 7;
    /// @dev Its voter has voted already.
    uint8 internal constant ALREADY_VOTED = 8;
}

/// @dev What is set for the whole network (ours). 1, 2 and 9 are 0 or 1; 3 to 7 are limits of 1 to 32767, for each
///      organisation without parent and all below it; 8 is 1 to 32767, for one organisation without parent; 10 is as in
///      Deploying.
library Setting {
    /// @dev Whether the ip that a node connects from is compared with the recorded one; 1 at first.
    uint8 internal constant IP_CHECK = 1;
    /// @dev Whether nodes may be recorded with a host name; 0 at first.
    uint8 internal constant HOST_NAMES = 2;
    /// @dev How many nodes it may add.
    uint8 internal constant NODES = 3;
    /// @dev How many accounts it may add.
    uint8 internal constant ACCOUNTS = 4;
    /// @dev How many roles it may add.
    uint8 internal constant ROLES = 5;
    /// @dev How many sub-organisations it may add.
    uint8 internal constant SUB_ORGS = 6;
    /// @dev How often it may change the address of a node on one day.
    uint8 internal constant MOVES = 7;
    /// @dev What its voice weighs where organisations are counted; 1 at first.
    uint8 internal constant WEIGHT = 8;
    /// @dev Whether contracts that nobody has registered are closed; 0 at first.
    uint8 internal constant REGISTERED_ONLY = 9;
    /// @dev Who may deploy contracts (Deploying), of those whose role allows it.
    uint8 internal constant DEPLOYING = 10;
}

/// @dev Whether the accounts of an organisation without parent, and all below it, may deploy contracts (ours).
library Deploying {
    /// @dev As the network says; of the network itself: they may.
    uint8 internal constant AS_NETWORK = 0;
    /// @dev They may not.
    uint8 internal constant RESTRICTED = 1;
    /// @dev They may, whatever the network says.
    uint8 internal constant FREE = 2;
}

/// @dev To whom a contract, or a method of it, is open (ours).
library Opening {
    /// @dev Of a method: to whom the contract is.
    uint8 internal constant UNSAID = 0;
    /// @dev All members whose role allows the transaction.
    uint8 internal constant MEMBERS = 1;
    /// @dev Those of them that are listed, by organisation and role.
    uint8 internal constant LISTED = 2;
    uint8 internal constant NOBODY = 3;
    /// @dev Members or not, whatever their role allows.
    uint8 internal constant EVERYBODY = 4;
    uint8 internal constant LAST = 4;
}

/// @dev The limits until they are set (ours). Twenty organisations at their limits fit into the caches of GoQuorum nodes:
///      1,000 nodes, 6,000 accounts, 2,500 roles, 2,000 organisations. To a node a moved node is another one.
library LimitAtFirst {
    uint256 internal constant NODES = 50;
    uint256 internal constant ACCOUNTS = 300;
    uint256 internal constant ROLES = 100;
    uint256 internal constant SUB_ORGS = 50;
    uint256 internal constant MOVES = 10;
}

/// @dev How the votes on an operation are counted (ours).
library RuleKind {
    uint8 internal constant MAJORITY = 0;
    uint8 internal constant ALL = 1;
    uint8 internal constant ANY = 2;
    uint8 internal constant COUNT = 3;
    uint8 internal constant FRACTION = 4;
    uint8 internal constant FORBIDDEN = 5;
    /// @dev The organisation that it concerns does it at once.
    uint8 internal constant SELF = 6;
    uint8 internal constant LAST = 6;
}

/// @dev What is counted (ours).
library Counting {
    /// @dev Each account that votes.
    uint8 internal constant ACCOUNTS = 0;
    /// @dev Each organisation without parent, once, by its weight, for which an account of it or below it votes.
    uint8 internal constant ORGANISATIONS = 1;
}

/// @dev What a role is (ours). The record says it, so a role's name proves nothing.
library RoleKind {
    uint8 internal constant CUSTOM = 0;
    uint8 internal constant NETWORK_ADMIN = 1;
    uint8 internal constant ORG_ADMIN = 2;
}

/// @dev Indexes of records that `init` creates first and that never move (ours).
library WellKnownIndex {
    uint256 internal constant ADMIN_ORG = 1;
    uint256 internal constant NETWORK_ADMIN_ROLE = 1;
}
