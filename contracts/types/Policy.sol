// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @dev How an operation is decided. `kind`, `count` and `outOf` as in types/Rule.sol; `counted` as in Counting. `orgs` are
///      ids of organisations without parent, none for all of them. `roles` are role ids as the organisations define them,
///      or the words of RoleWord; none for any role. What has passed waits for `delay` seconds, in which those of `veto` may
///      stop it.
struct Policy {
    uint256 kind;
    uint256 count;
    uint256 outOf;
    uint256 counted;
    string[] orgs;
    string[] roles;
    uint256 delay;
    Veto veto;
}

/// @dev Who may stop what has passed: each of `by` alone, which are ids of organisations without parent, or words of
///      VetoWord; and `count` of `outOf` network admins, who vote against it. Both numbers are 0 if these may not.
struct Veto {
    string[] by;
    uint256 count;
    uint256 outOf;
}

/// @dev What is kept of a policy beside the rule: `orgs` are indexes of organisations without parent, none for all; the rest
///      as in a Policy.
struct Terms {
    uint256[] orgs;
    string[] roles;
    uint256 delay;
    Veto veto;
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

/// @dev Who may stop something, instead of an organisation's id. A space is part of no id.
library VetoWord {
    string internal constant GUARDIAN = "the guardian";
    /// @dev An admin by vote of the organisation that it is about, or of one above it or in its tree.
    string internal constant CONCERNED = "the organisation concerned";
}
