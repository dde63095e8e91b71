// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @dev How an operation is decided. `kind`, `count` and `outOf` as in types/Rule.sol; `counted` as in Counting. `orgs` are
///      ids of organisations without parent, none for all of them. `roles` are role ids as the organisations define them,
///      or the words of RoleWord; none for any role.
struct Policy {
    uint256 kind;
    uint256 count;
    uint256 outOf;
    uint256 counted;
    string[] orgs;
    string[] roles;
}

/// @dev Who votes, as it is kept beside a rule: indexes of organisations without parent, none for all, and roles as in a
///      Policy.
struct Voters {
    uint256[] orgs;
    string[] roles;
}

/// @dev What a policy can say instead of the id of a role. A space is part of no id.
library RoleWord {
    /// @dev A network admin.
    string internal constant NETWORK_ADMIN = "network admin";
    /// @dev Whom a vote made the organisation's admin.
    string internal constant ORG_ADMIN = "organisation admin";
    /// @dev Whoever acts as an admin of its organisation, by vote or by hand.
    string internal constant ANY_ADMIN = "any admin";
}
