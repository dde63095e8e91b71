// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {ISettingModule} from "../interfaces/ISettingModule.sol";
import {AccountStatus, OrgStatus, RoleKind, WellKnownIndex} from "../libraries/Codes.sol";
import {Names} from "../libraries/Names.sol";
import {Account} from "../types/Account.sol";
import {Org} from "../types/Org.sol";
import {NodeAddresses} from "./NodeAddresses.sol";
import {Settings} from "./Settings.sol";
import {Standing} from "./Standing.sol";

/// @title How a network starts: boot operators only, once
abstract contract BootRules is ISettingModule, Standing, NodeAddresses, Settings {
    uint256 private constant MAX_DEPTH = 32;

    /* BOOT */

    /// @inheritdoc ISettingModule
    function setPolicy(string calldata nwAdminOrg, string calldata nwAdminRole, string calldata oAdminRole) external {
        if (_requireBooting()) revert AlreadySetUp();
        Names.requireName(nwAdminOrg);
        Names.requireName(nwAdminRole);
        Names.requireName(oAdminRole);
        if (keccak256(bytes(nwAdminRole)) == keccak256(bytes(oAdminRole))) revert AdminRolesAlike(oAdminRole);

        _setAdminOrgId(nwAdminOrg);
        _setAdminRoleIds(nwAdminRole, oAdminRole);
    }

    /// @inheritdoc ISettingModule
    function init(uint256 breadth, uint256 depth) external {
        (string memory adminOrgId, bool isSetUp) = _requireNamed();
        if (bytes(adminOrgId).length == 0) revert PolicyMissing();
        if (isSetUp) revert AlreadySetUp();
        if (breadth == 0 || breadth > type(uint32).max || depth == 0 || depth > MAX_DEPTH) {
            revert LimitsNotAllowed(breadth, depth);
        }

        _setUpOrgs(breadth, depth);
        _setUpRoles(_orgManager(), adminOrgId);
        _setUpAccounts(_roleManager());
        _setUpVoters(adminOrgId);
        _setUpNodes(_orgManager());
    }

    /// @inheritdoc ISettingModule
    function setAtBoot(uint256 setting, uint256 value) external {
        _requireSetUp();
        _requireNewValue(setting, 0, value);

        _set(setting, 0, value);
    }

    /// @inheritdoc ISettingModule
    function addAdminNode(string calldata enodeId, string calldata ip, uint16 port, uint16 raftPort) external {
        string memory adminOrgId = _requireSetUp();

        _addNode(enodeId, ip, port, raftPort, WellKnownIndex.ADMIN_ORG, adminOrgId, 0, 0);
    }

    /// @inheritdoc ISettingModule
    function addAdminAccount(address account) external {
        string memory adminOrgId = _requireSetUp();
        // Until the boot ends no account is claimed by hand, so this one is unassigned.
        Account record = _requireObtainable(account);

        uint256 role = WellKnownIndex.NETWORK_ADMIN_ROLE;
        record = _admin(AccountStatus.ACTIVE, WellKnownIndex.ADMIN_ORG, role, RoleKind.NETWORK_ADMIN, 0, 0, record);
        _recordAccount(account, record, adminOrgId, _roleId(role), 0);
        _addVoter(account);
    }

    /// @inheritdoc ISettingModule
    function updateNetworkBootStatus() external returns (bool) {
        _requireBooting();
        if (_electorate() == 0) revert NoNetworkAdmin();

        _setOrgStatus(WellKnownIndex.ADMIN_ORG, OrgStatus.APPROVED, 0);

        emit PermissionsInitialized(true);
        return true;
    }

    /* UPGRADING */

    /// @inheritdoc ISettingModule
    function setMigrationPolicy(string calldata, string calldata, string calldata, bool) external {
        if (msg.sender != address(_UPGRADABLE)) revert NotUpgradable(msg.sender);

        emit PermissionsInitialized(_isBooted());
    }

    /* INTERNAL */

    /// @dev Only boot operators, and only until the network has booted.
    function _requireBooting() private view returns (bool isSetUp) {
        (Org adminOrg, ) = _orgAt(WellKnownIndex.ADMIN_ORG);
        return _requireBootingOf(adminOrg);
    }

    /// @dev The same, with the name of the admin organisation.
    function _requireNamed() private view returns (string memory adminOrgId, bool isSetUp) {
        Org adminOrg;
        (adminOrgId, adminOrg) = _adminOrg();
        isSetUp = _requireBootingOf(adminOrg);
    }

    function _requireSetUp() private view returns (string memory adminOrgId) {
        bool isSetUp;
        (adminOrgId, isSetUp) = _requireNamed();
        if (!isSetUp) revert NotSetUp();
    }

    function _requireBootingOf(Org adminOrg) private view returns (bool isSetUp) {
        address caller = _sender();
        if (!_UPGRADABLE.isBootOperator(caller)) revert NotBootOperator(caller);
        if (adminOrg.status() == OrgStatus.APPROVED) revert AlreadyBooted();
        return adminOrg.status() != OrgStatus.NONE;
    }
}
