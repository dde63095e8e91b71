// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IAccountManager} from "../interfaces/IAccountManager.sol";
import {INodeQueries} from "../interfaces/INodeQueries.sol";
import {IOrgManager} from "../interfaces/IOrgManager.sol";
import {IRoleManager} from "../interfaces/IRoleManager.sol";
import {RoleKind} from "../libraries/Codes.sol";
import {Account} from "../types/Account.sol";
import {Role} from "../types/Role.sol";
import {Counted} from "./Counted.sol";
import {Held} from "./Held.sol";
import {Managed} from "./Managed.sol";

/// @title AccountManager
contract AccountManager is IAccountManager, Counted, Held {
    /* TYPES */

    struct Office {
        address holder; // of the organisation admin role, or zero
        uint32 epoch; // how often an admin of the organisation was removed or replaced by vote
    }

    /* STORAGE */

    IRoleManager private _roleManager; // set once, by setUp
    mapping(address account => Account) private _accounts;
    mapping(uint256 index => uint256 account) private _addresses; // every account that ever had a status; whole words
    mapping(uint256 org => Office) private _offices;

    /* CONSTRUCTOR */

    constructor(address permUpgradable) Managed(permUpgradable) {}

    /* ONLY IMPLEMENTATION */

    /// @inheritdoc IAccountManager
    function setUp(address roleManager) external onlyImplementation returns (bool) {
        _roleManager = IRoleManager(roleManager);

        return true;
    }

    /// @inheritdoc IAccountManager
    function addRecord(
        address account,
        Account record,
        uint256 addedBy,
        string calldata orgId,
        string calldata roleId
    ) external onlyImplementation returns (uint256 index, uint256 added, uint256 limit) {
        uint256 former = record.index();
        (index, added, limit) = _count(former == 0, addedBy);
        if (former == 0) _addresses[index] = uint160(account);
        else index = former;
        _accounts[account] = record.withIndex(index);

        _tellOfRole(account, record, orgId, roleId);
    }

    /// @inheritdoc IAccountManager
    function storeRole(
        address account,
        string calldata orgId,
        Account record,
        string calldata roleId
    ) external onlyImplementation returns (bool) {
        _accounts[account] = record;

        _tellOfRole(account, record, orgId, roleId);
        return true;
    }

    /// @inheritdoc IAccountManager
    function writeStatus(
        address account,
        Account record,
        string calldata orgId
    ) external onlyImplementation returns (bool) {
        _accounts[account] = record;

        emit AccountStatusChanged(account, orgId, record.status());
        return true;
    }

    /// @inheritdoc IAccountManager
    function setProposal(uint256 proposal, address account) external onlyImplementation returns (bool) {
        _accounts[account] = _accounts[account].withProposal(proposal);

        return true;
    }

    /// @inheritdoc IAccountManager
    function setOrgAdmin(
        address account,
        Account record,
        string calldata orgId,
        string calldata roleId
    ) external onlyImplementation returns (bool) {
        _accounts[account] = record;
        _offices[record.org()].holder = account;

        emit AccountAccessModified(account, orgId, roleId, record.admin(), record.status());
        return true;
    }

    /// @inheritdoc IAccountManager
    function removeOrgAdmin(uint256 org) external onlyImplementation returns (bool) {
        _offices[org].holder = address(0);

        return true;
    }

    /// @inheritdoc IAccountManager
    function beginEpoch(uint256 org) external onlyImplementation returns (bool) {
        ++_offices[org].epoch;

        return true;
    }

    /// @inheritdoc IAccountManager
    function recordHold(
        address account,
        string calldata orgId,
        uint256 until,
        bool held
    ) external onlyImplementation returns (bool) {
        Account record = _accounts[account].withHeld(held);
        _accounts[account] = record;
        _hold(record.index(), until);

        emit AccountHeld(account, orgId, until, held);
        return true;
    }

    /* FOR THE IMPLEMENTATION */

    /// @inheritdoc IAccountManager
    function getEntryAtAddress(address account) external view returns (Account) {
        return _accounts[account];
    }

    /// @inheritdoc IAccountManager
    function getAccountRecordAt(uint256 index) external view returns (address account, Account record) {
        account = _addressAt(index);
        record = _accounts[account];
    }

    /// @inheritdoc IAccountManager
    function orgAdminOf(uint256 org) external view returns (address) {
        return _offices[org].holder;
    }

    /// @inheritdoc IAccountManager
    function epochOf(uint256 org) external view returns (uint256) {
        return _epochOf(org);
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
        address account = accountIndex < _records() ? _addressAt(accountIndex + 1) : address(0);
        // An account that is unassigned again is not shown: nodes would take it for one of another organisation.
        return _details(_accounts[account].org() == 0 ? address(0) : account);
    }

    /// @inheritdoc IAccountManager
    function getNumberOfAccounts() external view returns (uint256) {
        return _records();
    }

    /// @inheritdoc IAccountManager
    function getAccountPage(uint256 from, uint256 count) external view returns (AccountInfo[] memory page) {
        page = new AccountInfo[](_pageEnd(from, count, _records()) - from);
        if (page.length == 0) return page;
        IOrgManager orgManager = _orgManager();
        for (uint256 i = 0; i < page.length; ++i) {
            address account = _addressAt(from + i + 1);
            Account record = _accounts[account];
            Role role = _roleManager.getRecord(record.role());
            page[i] = AccountInfo({
                account: account,
                orgId: orgManager.orgIdAt(record.org()),
                roleId: _roleManager.nameOf(record.role()),
                status: record.status(),
                orgAdmin: _isAdmin(record),
                effective: role.isHeldBy(record),
                proposal: record.proposal(),
                heldUntil: record.held() ? _isHeldUntil(record.index()) : 0,
                endsAt: record.endsAt()
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
        return _accounts[account].status();
    }

    /// @inheritdoc IAccountManager
    function validateAccount(address account, string calldata orgId) external view returns (bool) {
        uint256 org = _accounts[account].org();
        return org == 0 || org == _find(orgId);
    }

    /// @inheritdoc IAccountManager
    function orgAdminExists(string calldata orgId) external view returns (bool) {
        return _offices[_find(orgId)].holder != address(0);
    }

    /// @inheritdoc IAccountManager
    function checkOrgAdmin(address account, string calldata orgId, string calldata) external view returns (bool) {
        address implementation = _implementation();
        return implementation != address(0) && INodeQueries(implementation).isOrgAdmin(account, orgId);
    }

    /* INTERNAL */

    function _tellOfRole(address account, Account record, string calldata orgId, string calldata roleId) private {
        emit AccountAccessModified(account, orgId, roleId, record.admin(), record.status());
        if (record.endsAt() != 0) emit AccountEnds(account, orgId, record.endsAt());
    }

    function _addressAt(uint256 index) private view returns (address) {
        return address(uint160(_addresses[index]));
    }

    function _orgManager() private view returns (IOrgManager) {
        return IOrgManager(_roleManager.getOrgManager());
    }

    function _find(string calldata orgId) private view returns (uint256 org) {
        if (address(_roleManager) != address(0)) (org, ) = _orgManager().getOrganisation(keccak256(bytes(orgId)));
    }

    function _epochOf(uint256 org) private view returns (uint256 epoch) {
        IOrgManager orgManager = _orgManager();
        for (; org != 0; org = orgManager.parentOf(org)) {
            epoch += _offices[org].epoch;
        }
    }

    function _details(
        address account
    ) private view returns (address, string memory orgId, string memory roleId, uint256 status, bool orgAdmin) {
        Account record = _accounts[account];
        if (record.org() != 0) {
            orgId = _orgManager().orgIdAt(record.org());
            roleId = _roleManager.nameOf(record.role());
        }
        return (account, orgId, roleId, record.status(), _isAdmin(record));
    }

    /// @dev What was given by hand ends with the admin that it came from, or by itself.
    function _isAdmin(Account record) private view returns (bool) {
        if (record.hasEnded()) return false;
        return record.admin() && (record.kind() != RoleKind.CUSTOM || record.epoch() == _epochOf(record.org()));
    }
}
