// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IRules} from "./IRules.sol";

/// @title Accounts, their roles, and admins
/// @notice Who may do what. Admins of an organisation define its roles, give them to accounts, for good or until a time,
///         suspend or blacklist accounts, and let them go. Network admins decide by vote who gains or loses one of the two
///         admin roles, which blacklistings are lifted, and which accounts an organisation loses. What all
///         functions have in common, such as who calls and the usual refusals, is in IRules.
interface IAccountModule is IRules {
    /* ROLES */

    /// @notice Adds a role to an organisation, or brings a removed one back; accounts that held it before do not hold
    ///         it again. For admins of the organisation or above. Emits RoleCreated. Reverts with AccessNotAllowed,
    ///         NameNotAllowed, RoleReserved, RoleExists.
    /// @param roleId The role's name: 1 to 64 characters of A-Z a-z 0-9 _ -
    /// @param orgId The organisation's full id ("ORG1.SUB1").
    /// @param access What its holders may send: level 0 to 7 (library AccessLevel).
    /// @param voter Recorded and shown; nothing depends on it, since the network admins vote.
    /// @param admin Whether its holders are admins of their organisation and of all below.
    /// @param caller The account that called the interface.
    function addNewRole(
        string calldata roleId,
        string calldata orgId,
        uint256 access,
        bool voter,
        bool admin,
        address caller
    ) external;

    /// @notice Removes a role that the organisation itself defined: its holders no longer have any rights from it. For
    ///         admins of the organisation or above. Emits RoleRevoked. Reverts with RoleUnknown, AdminRoleByVoteOnly.
    /// @param roleId The role's name.
    /// @param orgId Full id of the organisation that defined it ("ORG1.SUB1").
    /// @param caller The account that called the interface.
    function removeRole(string calldata roleId, string calldata orgId, address caller) external;

    /* ACCOUNTS */

    /// @notice Gives an account a role of its organisation or of one above. An unassigned account becomes active, one
    ///         of the organisation keeps its status. For admins of the organisation or above. Emits
    ///         AccountAccessModified. Reverts with ZeroAddress, RoleUnknown, AdminRoleByVoteOnly, AccountOfOtherOrg,
    ///         AccountIsAdmin, AccountStatusNotAllowed (blacklisted, also while its recovery is proposed),
    ///         AccountHasRole, AccountIsGuardian, AccountLostByVote. In the admin organisation also AdminRoleByVoteOnly
    ///         for a role that makes an admin, and AccountStatusNotAllowed for an account that was removed by vote.
    ///         What makes an account an admin ends when an admin of its organisation, or of one above, is removed or
    ///         replaced by vote.
    /// @param account An unassigned account, or one of the organisation that is no admin.
    /// @param orgId The organisation's full id ("ORG1.SUB1").
    /// @param roleId The role's name; the nearest active role of that name counts, from the organisation upwards.
    /// @param caller The account that called the interface.
    function assignAccountRole(address account, string calldata orgId, string calldata roleId, address caller) external;

    /// @notice Gives an account a role until a time, as `assignAccountRole` does without; or gives the role that it holds
    ///         another end. Whoever holds a role until a time gives none that lasts longer. Emits AccountAccessModified,
    ///         AccountEnds. Reverts with EndNotAllowed, OutlivesGiver, and what `assignAccountRole` refuses.
    /// @param account An unassigned account, or one of the organisation that is no admin.
    /// @param orgId The organisation's full id ("ORG1.SUB1").
    /// @param roleId The role's name; the nearest active role of that name counts, from the organisation upwards.
    /// @param until When it ends, in seconds since 1970; 0 for no end.
    function assignAccountRoleUntil(
        address account,
        string calldata orgId,
        string calldata roleId,
        uint48 until
    ) external;

    /// @notice Suspends, activates or blacklists an account. For admins of the organisation or above. Emits
    ///         AccountStatusChanged. Reverts with AccountOfOtherOrg, AccountIsAdmin, AccountWithoutRole,
    ///         ActionNotAllowed, AccountStatusNotAllowed, AccountIsGuardian (in the admin organisation).
    /// @param orgId Full id of the account's organisation ("ORG1.SUB1").
    /// @param account An account of the organisation that is no admin.
    /// @param action 1 suspend an active one, 2 activate a suspended account, or one whose admin role was taken away
    ///        and which has since been given another role, 3 blacklist any of these (library Action).
    /// @param caller The account that called the interface.
    function updateAccountStatus(string calldata orgId, address account, uint256 action, address caller) external;

    /// @notice Lets an active, suspended or revoked account go: it is unassigned. For admins of the organisation or above.
    ///         Emits AccountStatusChanged (status 0). Reverts with AccountOfOtherOrg, AccountIsAdmin,
    ///         AccountStatusNotAllowed (blacklisted; also, in the admin organisation, an account that was removed by vote),
    ///         SubjectHasProposal.
    /// @param orgId Full id of the account's organisation ("ORG1.SUB1").
    /// @param account An account of the organisation that no vote has made an admin.
    function releaseAccount(string calldata orgId, address account) external;

    /// @notice Proposes that an organisation loses an account, a blacklisted one too. The account is unassigned then,
    ///         and its former organisation does not give it a role again by hand, nor does one above or below it. For
    ///         network admins. Emits VotingItemAdded, ProposalCreated. Reverts with OrgUnknown, AccountOfOtherOrg,
    ///         AccountIsAdmin.
    /// @param orgId Full id of the account's organisation ("ORG1.SUB1").
    /// @param account An account of the organisation that no vote has made an admin.
    /// @return id The proposal's number, from 1 on.
    function proposeAccountRelease(string calldata orgId, address account) external returns (uint256 id);

    /// @notice Proposes to lift an account's blacklisting. For network admins. Emits VotingItemAdded, ProposalCreated,
    ///         AccountStatusChanged. Reverts with OrgUnknown, AccountOfOtherOrg, AccountStatusNotAllowed.
    /// @param orgId Full id of the account's organisation ("ORG1.SUB1").
    /// @param account A blacklisted account of the organisation.
    /// @param caller The account that called the interface.
    function startBlacklistedAccountRecovery(string calldata orgId, address account, address caller) external;

    /* ADMINS */

    /// @notice Proposes a network admin or an organisation's admin. One account holds the organisation admin role of an
    ///         organisation: a new holder takes the place of the old one. For network admins. Emits VotingItemAdded and
    ///         ProposalCreated, and before them AccountAccessModified if the account is unassigned. Reverts with
    ///         ZeroAddress, OrgUnknown, RoleUnknown, RoleNotAnAdminRole, OrgNotActive (proposed), AccountOfOtherOrg,
    ///         AccountIsAdmin, AccountStatusNotAllowed (one of the organisation that is neither active nor revoked),
    ///         AccountIsGuardian (for another role than that of network admins). An account that another organisation has
    ///         claimed by hand, in whatever status, stays with it until the vote has passed.
    /// @param orgId The organisation's full id ("ORG1.SUB1").
    /// @param account An unassigned account, or one of any organisation that no vote has made an admin.
    /// @param roleId Name of the organisation admin role, of a custom role that makes an admin, or, for the admin
    ///        organisation, of the network admin role.
    /// @param caller The account that called the interface.
    function assignAdminRole(string calldata orgId, address account, string calldata roleId, address caller) external;

    /// @notice Proposes to take an admin role away. The last network admin stays. For network admins. Emits
    ///         VotingItemAdded, ProposalCreated. Reverts with NotBooted, OrgUnknown, AccountOfOtherOrg,
    ///         AccountNotAdmin, LastNetworkAdmin.
    /// @param orgId Full id of the account's organisation ("ORG1.SUB1").
    /// @param account An active or suspended account with a role that made it an admin.
    /// @return id The proposal's number, from 1 on.
    function proposeAdminRemoval(string calldata orgId, address account) external returns (uint256 id);
}
