// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

// The numbers that nodes and tools know. All but those marked "ours" are GoQuorum's and never change.

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

/// @dev Status of an account. 0: unknown, or free again. 3 (inactive) is never set, as in the reference.
library AccountStatus {
    uint8 internal constant NONE = 0;
    uint8 internal constant PROPOSED = 1;
    uint8 internal constant ACTIVE = 2;
    uint8 internal constant SUSPENDED = 4;
    uint8 internal constant BLACKLISTED = 5;
    uint8 internal constant REVOKED = 6;
    uint8 internal constant RECOVERY_PROPOSED = 7;
}

/// @dev What an administrator asks for: the `action` argument of the status functions.
library Action {
    uint256 internal constant SUSPEND = 1;
    uint256 internal constant ACTIVATE = 2;
    uint256 internal constant BLACKLIST = 3;
}

/// @dev What a proposal is about. Ours from 7 on.
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
    uint8 internal constant CHANGE_IP_CHECK = 9;
    uint8 internal constant LAST = 9;

    /// @dev Whether a proposal is about a setting of the network, and so has a payload.
    function isSetting(uint256 op) internal pure returns (bool) {
        return op == CHANGE_RULE || op == CHANGE_IP_CHECK;
    }
}

/// @dev Where a proposal stands (ours).
library ProposalState {
    uint8 internal constant NONE = 0;
    uint8 internal constant OPEN = 1;
    uint8 internal constant APPROVED = 2;
    uint8 internal constant REJECTED = 3;
    uint8 internal constant WITHDRAWN = 4;
    uint8 internal constant EXPIRED = 5;
}

/// @dev How the votes for an operation are counted (ours).
library RuleKind {
    uint8 internal constant MAJORITY = 0;
    uint8 internal constant ALL = 1;
    uint8 internal constant ANY = 2;
    uint8 internal constant COUNT = 3;
    uint8 internal constant FRACTION = 4;
    uint8 internal constant FORBIDDEN = 5;
    uint8 internal constant LAST = 5;
}

/// @dev What a role is (ours). It is a fact of the record, so a role's name proves nothing.
library RoleKind {
    uint8 internal constant CUSTOM = 0;
    uint8 internal constant NETWORK_ADMIN = 1;
    uint8 internal constant ORG_ADMIN = 2;
}

/// @dev Records that `init` creates first and that never move (ours).
library Fixed {
    uint256 internal constant ADMIN_ORG = 1;
    uint256 internal constant NETWORK_ADMIN_ROLE = 1;
}
