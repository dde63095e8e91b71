// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IAccountManager} from "../../interfaces/IAccountManager.sol";
import {Account} from "../../types/Account.sol";

/// @title How the rules reach accounts
abstract contract AccountRecords {
    IAccountManager private immutable _ACCOUNTS;

    constructor(address accountManager) {
        _ACCOUNTS = IAccountManager(accountManager);
    }

    /* READING */

    function _accountManager() internal view returns (address) {
        return address(_ACCOUNTS);
    }

    function _account(address account) internal view returns (Account) {
        return _ACCOUNTS.getEntryAtAddress(account);
    }

    function _accountAt(uint256 index) internal view returns (address account, Account record) {
        return _ACCOUNTS.getAccountRecordAt(index);
    }

    function _orgAdminOf(uint256 org) internal view returns (address) {
        return _ACCOUNTS.orgAdminOf(org);
    }

    /// @dev An admin right that was given by hand ends with its epoch.
    function _epochOf(uint256 org) internal view returns (uint256) {
        return _ACCOUNTS.epochOf(org);
    }

    function _accountHeldUntil(uint256 index) internal view returns (uint256) {
        return _ACCOUNTS.heldUntil(index);
    }

    /* WRITING */

    function _setUpAccounts(address roleManager) internal {
        _ACCOUNTS.setUp(roleManager);
    }

    function _recordAccount(
        address account,
        Account record,
        string memory orgId,
        string memory roleId,
        uint256 addedBy
    ) internal returns (uint256 index, uint256 added, uint256 limit) {
        return _ACCOUNTS.addRecord(account, record, addedBy, orgId, roleId);
    }

    function _setAccountRole(address account, Account record, string memory orgId, string memory roleId) internal {
        _ACCOUNTS.storeRole(account, orgId, record, roleId);
    }

    function _setAccountStatus(address account, Account record, string memory orgId) internal {
        _ACCOUNTS.writeStatus(account, record, orgId);
    }

    function _setAccountProposal(address account, uint256 proposal) internal {
        _ACCOUNTS.setProposal(proposal, account);
    }

    /// @dev Gives an account the organisation admin role of its organisation.
    function _setOrgAdmin(address account, Account record, string memory orgId, string memory roleId) internal {
        _ACCOUNTS.setOrgAdmin(account, record, orgId, roleId);
    }

    function _removeOrgAdmin(uint256 org) internal {
        _ACCOUNTS.removeOrgAdmin(org);
    }

    function _beginEpoch(uint256 org) internal {
        _ACCOUNTS.beginEpoch(org);
    }

    function _holdAccount(address account, string memory orgId, uint256 until, bool held) internal {
        _ACCOUNTS.recordHold(account, orgId, until, held);
    }
}
