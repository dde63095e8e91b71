// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IPermissionsImplementation} from "../interfaces/IPermissionsImplementation.sol";
import {AccountStatus, Fixed} from "../libraries/Codes.sol";
import {Account} from "../types/Account.sol";
import {Records} from "./Records.sol";

/// @title How a network starts: boot operators only, once
abstract contract BootRules is Records {
    /* BOOT */

    /// @inheritdoc IPermissionsImplementation
    function setPolicy(string calldata nwAdminOrg, string calldata nwAdminRole, string calldata oAdminRole) external {
        _requireBooting();
        _ORGS.setAdminOrgId(nwAdminOrg);
        _ROLES.setAdminRoleIds(nwAdminRole, oAdminRole);
    }

    /// @inheritdoc IPermissionsImplementation
    function init(uint256 breadth, uint256 depth) external {
        (string memory adminOrgId, ) = _requireBooting();
        if (bytes(adminOrgId).length == 0) revert PolicyMissing();

        _ORGS.setUp(breadth, depth);
        _ROLES.setUp(address(_ORGS), adminOrgId);
        _ACCOUNTS.setUp(address(_ORGS), address(_ROLES));
        _VOTERS.setUp(adminOrgId);
        _NODES.setUp(address(_ORGS));
    }

    /// @inheritdoc IPermissionsImplementation
    function addAdminNode(string calldata enodeId, string calldata ip, uint16 port, uint16 raftPort) external {
        string memory adminOrgId = _requireSetUp();

        _addNode(enodeId, ip, port, raftPort, Fixed.ADMIN_ORG, adminOrgId, 0);
    }

    /// @inheritdoc IPermissionsImplementation
    function addAdminAccount(address account) external {
        string memory adminOrgId = _requireSetUp();
        _requireFree(account);

        uint256 role = Fixed.NETWORK_ADMIN_ROLE;
        Account record = _admin(AccountStatus.ACTIVE, Fixed.ADMIN_ORG, role, 0, 0);
        _addAccount(account, record, adminOrgId, _ROLES.nameOf(role));
        _addVoter(account);
    }

    /// @inheritdoc IPermissionsImplementation
    function updateNetworkBootStatus() external returns (bool) {
        _requireBootOperator();
        if (_electorate() == 0) revert NoNetworkAdmin();

        _ORGS.setBooted();

        emit PermissionsInitialized(true);
        return true;
    }

    /* UPGRADING */

    /// @inheritdoc IPermissionsImplementation
    function setMigrationPolicy(string calldata, string calldata, string calldata, bool) external {
        if (msg.sender != address(_UPGRADABLE)) revert NotUpgradable(msg.sender);

        emit PermissionsInitialized(_isBooted());
    }

    /* VIEWS */

    /// @inheritdoc IPermissionsImplementation
    function getPolicyDetails() external view returns (string memory, string memory, string memory, bool) {
        (string memory networkAdmin, string memory orgAdmin) = _ROLES.adminRoleIds();
        return (_orgId(Fixed.ADMIN_ORG), networkAdmin, orgAdmin, _isBooted());
    }

    /// @inheritdoc IPermissionsImplementation
    function getNetworkBootStatus() external view returns (bool) {
        return _isBooted();
    }

    /* INTERNAL */

    /// @dev Only boot operators, and only until the network has booted.
    function _requireBooting() private view returns (string memory adminOrgId, bool isSetUp) {
        _requireBootOperator();
        bool booted;
        (adminOrgId, isSetUp, booted) = _ORGS.bootState();
        if (booted) revert AlreadyBooted();
    }

    function _requireBootOperator() private view {
        address caller = _sender();
        if (!_UPGRADABLE.isBootOperator(caller)) revert NotBootOperator(caller);
    }

    function _requireSetUp() private view returns (string memory adminOrgId) {
        bool isSetUp;
        (adminOrgId, isSetUp) = _requireBooting();
        if (!isSetUp) revert NotSetUp();
    }
}
