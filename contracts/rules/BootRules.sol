// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IPermissionsImplementation} from "../interfaces/IPermissionsImplementation.sol";
import {AccountStatus, Fixed, NodeStatus} from "../libraries/Codes.sol";
import {Names} from "../libraries/Names.sol";
import {Records} from "./Records.sol";

/// @title How a network starts: boot operators only, once
abstract contract BootRules is Records {
    /* MODIFIERS */

    modifier duringBoot() {
        _requireBootOperator();
        _;
    }

    /* BOOT */

    /// @inheritdoc IPermissionsImplementation
    function setPolicy(
        string calldata nwAdminOrg,
        string calldata nwAdminRole,
        string calldata oAdminRole
    ) external duringBoot {
        Names.requireName(nwAdminOrg);
        Names.requireName(nwAdminRole);
        Names.requireName(oAdminRole);

        _ORGS.setAdminOrgId(nwAdminOrg);
        _ROLES.setAdminRoleIds(nwAdminRole, oAdminRole);
    }

    /// @inheritdoc IPermissionsImplementation
    function init(uint256 breadth, uint256 depth) external duringBoot {
        string memory adminOrgId = _ORGS.fullId(Fixed.ADMIN_ORG);
        if (bytes(adminOrgId).length == 0) revert PolicyMissing();

        _ORGS.setUp(breadth, depth);
        _ROLES.setUp(address(_ORGS));
        _ACCOUNTS.setUp(address(_ORGS), address(_ROLES));
        _VOTERS.setUp(adminOrgId);
        _NODES.setUp(address(_ORGS));
    }

    /// @inheritdoc IPermissionsImplementation
    function addAdminNode(
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort
    ) external duringBoot {
        _requireSetUp();

        _addNode(enodeId, ip, port, raftPort, Fixed.ADMIN_ORG, NodeStatus.APPROVED, 0);
    }

    /// @inheritdoc IPermissionsImplementation
    function addAdminAccount(address account) external duringBoot {
        _requireSetUp();
        _requireFree(account);

        _assign(account, Fixed.ADMIN_ORG, Fixed.NETWORK_ADMIN_ROLE, AccountStatus.ACTIVE, 0);
        _addVoter(account);
    }

    /// @inheritdoc IPermissionsImplementation
    function updateNetworkBootStatus() external duringBoot returns (bool) {
        if (_electorate() == 0) revert NoNetworkAdmin();

        _ORGS.setBooted();

        emit PermissionsInitialized(true);
        return true;
    }

    /* UPGRADING */

    /// @inheritdoc IPermissionsImplementation
    function setMigrationPolicy(string calldata, string calldata, string calldata, bool) external {
        if (msg.sender != address(_UPGRADABLE)) revert NotUpgradable(msg.sender);
        (string memory org, string memory role, string memory orgRole, bool booted) = getPolicyDetails();
        if (keccak256(msg.data[4:]) != keccak256(abi.encode(org, role, orgRole, booted))) revert PolicyDiffers();

        emit PermissionsInitialized(booted);
    }

    /* VIEWS */

    /// @inheritdoc IPermissionsImplementation
    function getPolicyDetails() public view returns (string memory, string memory, string memory, bool) {
        (string memory networkAdmin, string memory orgAdmin) = _ROLES.adminRoleIds();
        return (_ORGS.fullId(Fixed.ADMIN_ORG), networkAdmin, orgAdmin, _isBooted());
    }

    /// @inheritdoc IPermissionsImplementation
    function getNetworkBootStatus() external view returns (bool) {
        return _isBooted();
    }

    /* INTERNAL */

    function _requireBootOperator() private view {
        address caller = _sender();
        if (!_UPGRADABLE.isBootOperator(caller)) revert NotBootOperator(caller);
        if (_isBooted()) revert AlreadyBooted();
    }

    function _requireSetUp() private view {
        if (!_ORGS.isSetUp()) revert NotSetUp();
    }
}
