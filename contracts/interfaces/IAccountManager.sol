// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Account} from "../types/Account.sol";
import {ICounted} from "./ICounted.sol";
import {IHeld} from "./IHeld.sol";

/// @title Accounts: whose they are, what role they hold, how they stand
/// @notice An account belongs to one organisation for as long as it has a status; one whose proposal failed is unassigned
///         again. Status 0 to 7 (library AccountStatus): 0 unassigned, 1 proposed, 2 active, 3 never set, 4 suspended,
///         5 blacklisted, 6 its admin role was taken away, 7 recovery from the blacklist proposed.
///         AccountAccessRevoked is declared because nodes listen for it, and never emitted because they would read it as
///         an activation.
/// @dev What index, place and page mean, and who may call which group: see IManaged.
interface IAccountManager is ICounted, IHeld {
    /// @dev A page's record. `orgId` is the organisation's full id, `status` as in AccountStatus. `orgAdmin` says whether
    ///      its role made it an admin and that has not ended with an epoch (`epochOf`) or by itself, `effective` whether the
    ///      role is still active, was not removed in between and has not ended. `proposal` is the open proposal about it or
    ///      0, `heldUntil` until when it is held, `endsAt` when its role ends, or has ended, both in seconds since 1970, or
    ///      0.
    struct AccountInfo {
        address account;
        string orgId;
        string roleId;
        uint256 status;
        bool orgAdmin;
        bool effective;
        uint256 proposal;
        uint256 heldUntil;
        uint256 endsAt;
    }

    /// @notice An account was recorded or got another role; `roleId` is empty when its admin role was taken away. `orgId`
    ///         is the organisation's full id.
    event AccountAccessModified(address account, string orgId, string roleId, bool orgAdmin, uint256 status);
    event AccountAccessRevoked(address account, string orgId, string roleId, bool orgAdmin);
    /// @notice An account has another status; its role is what it was. `orgId` is the organisation's full id.
    event AccountStatusChanged(address account, string orgId, uint256 status);
    /// @notice An emergency measure holds the account until then, in seconds since 1970, or does so no longer.
    event AccountHeld(address account, string orgId, uint256 until, bool held);
    /// @notice The role that the account has just been given (AccountAccessModified) ends then, in seconds since 1970.
    ///         Without this event it does not end by itself.
    event AccountEnds(address account, string orgId, uint256 endsAt);

    /* READING */

    /// @notice Returns an account. For an unassigned one all is empty but `account_`.
    /// @param account The account.
    /// @return account_ The account that was asked for.
    /// @return orgId Full id of its organisation ("ORG1.SUB1").
    /// @return roleId Name of its role; empty when its admin role was taken away.
    /// @return status 0 to 7 (library AccountStatus).
    /// @return orgAdmin Whether its role made it an admin of its organisation, and that has not ended with an epoch.
    function getAccountDetails(
        address account
    )
        external
        view
        returns (address account_, string memory orgId, string memory roleId, uint256 status, bool orgAdmin);

    /// @notice Returns the account at a place in the list. All values are empty beyond the end and for an unassigned
    ///         account.
    /// @param accountIndex 0-based place.
    /// @return account The account.
    /// @return orgId Full id of its organisation ("ORG1.SUB1").
    /// @return roleId Name of its role; empty when its admin role was taken away.
    /// @return status 0 to 7 (library AccountStatus).
    /// @return orgAdmin Whether its role made it an admin of its organisation, and that has not ended with an epoch.
    function getAccountDetailsFromIndex(
        uint256 accountIndex
    ) external view returns (address account, string memory orgId, string memory roleId, uint256 status, bool orgAdmin);

    /// @notice Returns the number of accounts that have, or once had, a status.
    /// @return How many places the list has.
    function getNumberOfAccounts() external view returns (uint256);

    /// @notice Returns a page of the list, unassigned accounts too.
    /// @param from 0-based place of the first.
    /// @param count How many at most.
    /// @return The records, oldest first.
    function getAccountPage(uint256 from, uint256 count) external view returns (AccountInfo[] memory);

    /// @notice Names an account's organisation and role. Both are empty for an unassigned account.
    /// @param account The account.
    /// @return orgId Full id of its organisation ("ORG1.SUB1").
    /// @return roleId Name of its role; empty when its admin role was taken away.
    function getAccountOrgRole(address account) external view returns (string memory orgId, string memory roleId);

    /// @notice Names an account's role.
    /// @param account The account.
    /// @return The role's name; empty for an unassigned account, and when its admin role was taken away.
    function getAccountRole(address account) external view returns (string memory);

    /// @notice Returns how an account stands.
    /// @param account The account.
    /// @return 0 to 7 (library AccountStatus).
    function getAccountStatus(address account) external view returns (uint256);

    /// @notice Returns whether an account is unassigned or belongs to an organisation.
    /// @param account The account.
    /// @param orgId Full id of the organisation.
    /// @return True for an unassigned account, whatever `orgId` is, and for an account of the organisation itself.
    function validateAccount(address account, string calldata orgId) external view returns (bool);

    /// @notice Returns whether an account holds the organisation admin role of an organisation.
    /// @param orgId Full id of the organisation.
    /// @return Whether there is one; false for an unknown organisation.
    function orgAdminExists(string calldata orgId) external view returns (bool);

    /// @notice Returns whether an account may act as an admin of an organisation. The implementation answers
    ///         (INodeQueries.isOrgAdmin); reverts until the suite is linked.
    /// @param account The account.
    /// @param orgId Full id of the organisation.
    /// @param ultimateId Ignored: the ultimate parent is found as an ancestor.
    /// @return Whether it may.
    function checkOrgAdmin(
        address account,
        string calldata orgId,
        string calldata ultimateId
    ) external view returns (bool);

    /* ONLY IMPLEMENTATION */

    /// @notice Remembers where roles are, and by them where organisations are. Can be called only once. Emits nothing.
    /// @param roleManager Address of the manager of roles.
    /// @return Always true.
    function setUp(address roleManager) external returns (bool);

    /// @notice Records an account that is unassigned. Emits AccountAccessModified, and AccountEnds if its role
    ///         ends. Reverts with TooMany.
    /// @param account The account.
    /// @param record What to record; its place in the list is filled in.
    /// @param addedBy Index of the organisation without parent that adds it by hand; 0 if it is not counted.
    /// @param orgId Full id of its organisation, for the event.
    /// @param roleId Name of its role, for the event.
    /// @return index Its index, from 1 on: the one it had before, or the next.
    /// @return added How many that organisation has added with this one, with all below it.
    /// @return limit How many it may add; 0 if no limit was set.
    function addRecord(
        address account,
        Account record,
        uint256 addedBy,
        string calldata orgId,
        string calldata roleId
    ) external returns (uint256 index, uint256 added, uint256 limit);

    /// @notice Replaces the record of a listed account because of its role. Emits AccountAccessModified, and
    ///         AccountEnds if its role ends.
    /// @param account The account.
    /// @param orgId Full id of its organisation, for the event.
    /// @param record The new record, with the account's index.
    /// @param roleId Name of its role, for the event; empty for none.
    /// @return Always true.
    function storeRole(
        address account,
        string calldata orgId,
        Account record,
        string calldata roleId
    ) external returns (bool);

    /// @notice Replaces the record of a listed account because of its status. Emits AccountStatusChanged.
    /// @param account The account.
    /// @param record The new record, with the account's index.
    /// @param orgId Full id of its organisation, for the event.
    /// @return Always true.
    function writeStatus(address account, Account record, string calldata orgId) external returns (bool);

    /// @notice Links an open proposal to an account whose role and status stay what they are, or unlinks it. Emits nothing.
    /// @param proposal The proposal's number; 0 unlinks.
    /// @param account The account.
    /// @return Always true.
    function setProposal(uint256 proposal, address account) external returns (bool);

    /// @notice Replaces a record as `storeRole` does, and remembers the account as the holder of the organisation admin
    ///         role of its organisation. Emits AccountAccessModified.
    /// @param account The account.
    /// @param record The new record, with the account's index.
    /// @param orgId Full id of its organisation, for the event.
    /// @param roleId Name of its role, for the event.
    /// @return Always true.
    function setOrgAdmin(
        address account,
        Account record,
        string calldata orgId,
        string calldata roleId
    ) external returns (bool);

    /// @notice Remembers that no account holds the organisation admin role of an organisation. Emits nothing.
    /// @param org Index of the organisation, from 1 on.
    /// @return Always true.
    function removeOrgAdmin(uint256 org) external returns (bool);

    /// @notice Remembers that an admin of an organisation was removed or replaced by vote. Emits nothing.
    /// @param org Index of the organisation, from 1 on.
    /// @return Always true.
    function beginEpoch(uint256 org) external returns (bool);

    /// @notice Holds an account, or does so no longer. Emits AccountHeld.
    /// @param account One that is listed.
    /// @param orgId Full id of its organisation, for the event.
    /// @param until In seconds since 1970; it is kept when the account is held no longer.
    /// @param held Whether it is held.
    /// @return Always true.
    function recordHold(address account, string calldata orgId, uint256 until, bool held) external returns (bool);

    /* FOR THE IMPLEMENTATION */

    /// @notice Returns an account's record.
    /// @param account The account.
    /// @return The record; empty when it is not listed.
    function getEntryAtAddress(address account) external view returns (Account);

    /// @notice Returns an account and its record by index. Both are empty when there is none.
    /// @param index The account's index, from 1 on.
    /// @return account The account.
    /// @return record Its record.
    function getAccountRecordAt(uint256 index) external view returns (address account, Account record);

    /// @notice Returns who holds the organisation admin role of an organisation.
    /// @param org Index of the organisation, from 1 on.
    /// @return The account; zero when there is none.
    function orgAdminOf(uint256 org) external view returns (address);

    /// @notice Returns how often an admin of an organisation, or of one above it, was removed or replaced by vote.
    /// @param org Index of the organisation, from 1 on.
    /// @return The number of times, from 0 on.
    function epochOf(uint256 org) external view returns (uint256);
}
