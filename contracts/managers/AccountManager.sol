// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IAccountManager} from "../interfaces/IAccountManager.sol";
import {IOrgManager} from "../interfaces/IOrgManager.sol";
import {IPermissionsImplementation} from "../interfaces/IPermissionsImplementation.sol";
import {IRoleManager} from "../interfaces/IRoleManager.sol";
import {AccountStatus} from "../libraries/Codes.sol";
import {Managed} from "./Managed.sol";

/// @title AccountManager
contract AccountManager is IAccountManager, Managed {
    /* STORAGE */

    IOrgManager private _orgManager; // set once, by setUp
    IRoleManager private _roleManager; // set once, by setUp
    mapping(address account => Account) private _accounts; // one slot each
    address[] private _list; // every account that ever had a status, oldest first
    mapping(uint256 org => address account) private _orgAdmins;

    /* CONSTRUCTOR */

    constructor(address permUpgradable) Managed(permUpgradable) {}

    /* SEAM */

    /// @inheritdoc IAccountManager
    function setUp(address orgManager, address roleManager) external onlyImplementation returns (bool) {
        _orgManager = IOrgManager(orgManager);
        _roleManager = IRoleManager(roleManager);

        return true;
    }

    /// @inheritdoc IAccountManager
    function assign(
        address account,
        uint256 org,
        uint256 role,
        uint256 status,
        uint256 proposal
    ) external onlyImplementation returns (bool) {
        (string memory roleId, bool admin, uint256 generation) = _roleManager.label(role);
        if (!_accounts[account].listed) _list.push(account);
        _accounts[account] = Account({
            org: uint32(org),
            role: uint32(role),
            generation: uint32(generation),
            proposal: uint32(proposal),
            status: uint8(status),
            listed: true
        });

        emit AccountAccessModified(account, _orgManager.fullId(org), roleId, admin, status);
        return true;
    }

    /// @inheritdoc IAccountManager
    function setStatus(address account, uint256 status, uint256 proposal) external onlyImplementation returns (bool) {
        Account storage record = _accounts[account];
        record.status = uint8(status);
        record.proposal = uint32(proposal);

        emit AccountStatusChanged(account, _orgManager.fullId(record.org), status);
        return true;
    }

    /// @inheritdoc IAccountManager
    function setProposal(address account, uint256 proposal) external onlyImplementation returns (bool) {
        _accounts[account].proposal = uint32(proposal);

        return true;
    }

    /// @inheritdoc IAccountManager
    function revoke(address account, uint256 proposal) external onlyImplementation returns (bool) {
        Account storage record = _accounts[account];
        record.role = 0;
        record.proposal = uint32(proposal);
        record.status = AccountStatus.REVOKED;

        emit AccountAccessModified(account, _orgManager.fullId(record.org), "", false, AccountStatus.REVOKED);
        return true;
    }

    /// @inheritdoc IAccountManager
    function release(address account) external onlyImplementation returns (bool) {
        uint256 org = _accounts[account].org;
        _accounts[account] = Account({
            org: 0,
            role: 0,
            generation: 0,
            proposal: 0,
            status: AccountStatus.NONE,
            listed: true
        });

        emit AccountStatusChanged(account, _orgManager.fullId(org), AccountStatus.NONE);
        return true;
    }

    /// @inheritdoc IAccountManager
    function setOrgAdmin(uint256 org, address account) external onlyImplementation returns (bool) {
        _orgAdmins[org] = account;

        return true;
    }

    /* FOR THE SUITE */

    /// @inheritdoc IAccountManager
    function accountOf(address account) external view returns (Account memory) {
        return _accounts[account];
    }

    /// @inheritdoc IAccountManager
    function orgAdminOf(uint256 org) external view returns (address) {
        return _orgAdmins[org];
    }

    /* READING */

    /// @inheritdoc IAccountManager
    function getAccountDetails(
        address account
    ) external view returns (address, string memory, string memory, uint256, bool) {
        return _details(account);
    }

    /// @inheritdoc IAccountManager
    function getAccountDetailsFromIndex(
        uint256 accountIndex
    ) external view returns (address, string memory, string memory, uint256, bool) {
        return _details(accountIndex < _list.length ? _list[accountIndex] : address(0));
    }

    /// @inheritdoc IAccountManager
    function getNumberOfAccounts() external view returns (uint256) {
        return _list.length;
    }

    /// @inheritdoc IAccountManager
    function getAccountPage(uint256 from, uint256 count) external view returns (AccountInfo[] memory page) {
        page = new AccountInfo[](_pageEnd(from, count, _list.length) - from);
        for (uint256 i = 0; i < page.length; ++i) {
            address account = _list[from + i];
            Account memory record = _accounts[account];
            IRoleManager.Role memory role = _roleManager.roleAt(record.role);
            page[i] = AccountInfo({
                account: account,
                orgId: _orgManager.fullId(record.org),
                roleId: _roleManager.nameOf(record.role),
                status: record.status,
                orgAdmin: role.admin,
                effective: role.active && role.generation == record.generation,
                proposal: record.proposal
            });
        }
    }

    /// @inheritdoc IAccountManager
    function getAccountOrgRole(address account) external view returns (string memory orgId, string memory roleId) {
        (, orgId, roleId, , ) = _details(account);
    }

    /// @inheritdoc IAccountManager
    function getAccountRole(address account) external view returns (string memory roleId) {
        (, , roleId, , ) = _details(account);
    }

    /// @inheritdoc IAccountManager
    function getAccountStatus(address account) external view returns (uint256) {
        return _accounts[account].status;
    }

    /// @inheritdoc IAccountManager
    function validateAccount(address account, string calldata orgId) external view returns (bool) {
        uint256 org = _accounts[account].org;
        return org == 0 || org == _find(orgId);
    }

    /// @inheritdoc IAccountManager
    function orgAdminExists(string calldata orgId) external view returns (bool) {
        return _orgAdmins[_find(orgId)] != address(0);
    }

    /// @inheritdoc IAccountManager
    function checkOrgAdmin(address account, string calldata orgId, string calldata) external view returns (bool) {
        return IPermissionsImplementation(_implementation()).isOrgAdmin(account, orgId);
    }

    /* INTERNAL */

    function _find(string calldata orgId) private view returns (uint256 org) {
        if (address(_orgManager) != address(0)) (org, , , ) = _orgManager.find(orgId);
    }

    function _details(
        address account
    ) private view returns (address, string memory orgId, string memory roleId, uint256 status, bool orgAdmin) {
        Account memory record = _accounts[account];
        if (record.org != 0) {
            orgId = _orgManager.fullId(record.org);
            (roleId, orgAdmin, ) = _roleManager.label(record.role);
        }
        return (account, orgId, roleId, record.status, orgAdmin);
    }
}
