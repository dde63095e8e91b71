// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IRoleManager} from "../../interfaces/IRoleManager.sol";
import {Role} from "../../types/Role.sol";

/// @title How the rules reach roles
abstract contract RoleRecords {
    IRoleManager private immutable _ROLES;

    constructor(address roleManager) {
        _ROLES = IRoleManager(roleManager);
    }

    /* READING */

    function _roleManager() internal view returns (address) {
        return address(_ROLES);
    }

    function _roleAt(uint256 index) internal view returns (Role) {
        return _ROLES.getRecord(index);
    }

    function _roleId(uint256 index) internal view returns (string memory) {
        return _ROLES.nameOf(index);
    }

    /// @dev The role of that name in the organisation itself.
    function _findRole(string calldata roleId, uint256 org) internal view returns (uint256 index, Role role) {
        return _ROLES.find(keccak256(bytes(roleId)), org);
    }

    /// @dev The nearest active role of that name, from the organisation upwards.
    function _resolveRole(string calldata roleId, uint256 org) internal view returns (uint256 index, Role role) {
        return _ROLES.findRoleByName(org, keccak256(bytes(roleId)));
    }

    function _adminRoleIds() internal view returns (string memory networkAdmin, string memory orgAdmin) {
        return _ROLES.adminRoleIds();
    }

    /* WRITING */

    function _setAdminRoleIds(string calldata networkAdmin, string calldata orgAdmin) internal {
        _ROLES.setAdminRoleIds(networkAdmin, orgAdmin);
    }

    function _setUpRoles(address orgManager, string memory adminOrgId) internal {
        _ROLES.setUp(orgManager, adminOrgId);
    }

    function _recordRole(
        string calldata roleId,
        uint256 org,
        string calldata orgId,
        uint256 access,
        bool voter,
        bool admin,
        uint256 addedBy
    ) internal returns (uint256 added, uint256 limit) {
        return _ROLES.addCustomRole(roleId, org, orgId, access, voter, admin, addedBy);
    }

    function _prepareOrgAdminRole(uint256 org) internal returns (uint256 index, string memory roleId) {
        return _ROLES.prepareOrgAdmin(org);
    }

    function _activateOrgAdminRole(uint256 index, string memory orgId) internal returns (string memory roleId) {
        return _ROLES.activateAdminRole(orgId, index);
    }

    function _removeRole(uint256 index, string calldata roleId, string calldata orgId) internal {
        _ROLES.remove(index, roleId, orgId);
    }
}
