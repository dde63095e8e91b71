// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Account} from "../types/Account.sol";

/// @title Accounts: whose they are, what role they hold, how they stand
/// @notice An account belongs to one organisation for as long as it has a status; one whose proposal failed is free again.
///         AccountAccessRevoked is declared because nodes listen for it, and never emitted because they would read it as
///         an activation.
interface IAccountManager {
    /// @dev A page's record. `orgAdmin` says whether the role made an admin when it was given, `effective` whether the role
    ///      still is the one that was given and active.
    struct AccountInfo {
        address account;
        string orgId;
        string roleId;
        uint256 status;
        bool orgAdmin;
        bool effective;
        uint256 proposal;
    }

    event AccountAccessModified(address account, string orgId, string roleId, bool orgAdmin, uint256 status);
    event AccountAccessRevoked(address account, string orgId, string roleId, bool orgAdmin);
    event AccountStatusChanged(address account, string orgId, uint256 status);

    /// @dev The guardian and the proposed one are network admins or unknown here: nodes let an organisation's account send
    ///      from that organisation's nodes alone, so its admin could silence them. Refused where an account is taken in;
    ///      whether one that belongs to an organisation already is proposed as guardian is not looked at.
    error AccountIsGuardian(address account);

    /* READING */

    /// @notice (account, organisation's full id, role id, status, whether the role made an organisation's admin when it was
    ///         given). For an unknown account: (account, "", "", 0, false).
    function getAccountDetails(
        address account
    ) external view returns (address, string memory, string memory, uint256, bool);

    /// @notice The same by 0-based place in the list. All empty beyond the end and for an account that is nobody's any more.
    function getAccountDetailsFromIndex(
        uint256 accountIndex
    ) external view returns (address, string memory, string memory, uint256, bool);

    function getNumberOfAccounts() external view returns (uint256);

    function getAccountPage(uint256 from, uint256 count) external view returns (AccountInfo[] memory);

    function getAccountOrgRole(address account) external view returns (string memory, string memory);

    function getAccountRole(address account) external view returns (string memory);

    function getAccountStatus(address account) external view returns (uint256);

    /// @notice Whether the account is free or belongs to the organisation.
    function validateAccount(address account, string calldata orgId) external view returns (bool);

    /// @notice Whether somebody holds the organisation admin role for the organisation.
    function orgAdminExists(string calldata orgId) external view returns (bool);

    /// @notice Whether the account may act as the organisation's admin: the implementation's answer.
    function checkOrgAdmin(
        address account,
        string calldata orgId,
        string calldata ultimateId
    ) external view returns (bool);

    /* SEAM */

    /// @notice Remembers where organisations and roles are.
    function setUp(address orgManager, address roleManager) external returns (bool);

    /// @notice Records an account that has no status, and announces its role. Refuses AccountIsGuardian.
    function add(
        address account,
        Account record,
        string calldata orgId,
        string calldata roleId
    ) external returns (bool);

    /// @notice Replaces the record of an account that is listed, and announces its role.
    function setRole(
        address account,
        Account record,
        string calldata orgId,
        string calldata roleId
    ) external returns (bool);

    /// @notice Replaces the record of an account that is listed, and announces its status.
    function setStatus(address account, Account record, string calldata orgId) external returns (bool);

    /// @notice Links an open proposal to an account that it does not mark, or unlinks it with 0.
    function setProposal(address account, uint256 proposal) external returns (bool);

    /// @notice Remembers who holds the organisation admin role for an organisation; zero for nobody.
    function setOrgAdmin(uint256 org, address account) external returns (bool);

    /* FOR THE SUITE */

    function accountOf(address account) external view returns (Account);

    /// @notice The account with this index from 1 on; zero when there is none.
    function addressAt(uint256 index) external view returns (address);

    /// @notice The index that the next account that was never listed gets.
    function nextAccount() external view returns (uint256 index);

    /// @notice Who holds the organisation admin role for the organisation, or zero.
    function orgAdminOf(uint256 org) external view returns (address);
}
