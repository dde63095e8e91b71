// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IPermissionsImplementation} from "../interfaces/IPermissionsImplementation.sol";
import {Access} from "../libraries/Access.sol";
import {RoleKind} from "../libraries/Codes.sol";
import {Role} from "../types/Role.sol";
import {Records} from "./Records.sol";

/// @title Which roles an organisation has. The two admin roles come and go with the suite itself
abstract contract RoleRules is Records {
    /// @inheritdoc IPermissionsImplementation
    function addNewRole(
        string calldata roleId,
        string calldata orgId,
        uint256 access,
        bool voter,
        bool admin,
        address caller
    ) external as_(caller) {
        uint256 org = _requireOrgAdmin(caller, orgId);
        if (access > Access.LAST) revert AccessNotAllowed(access);

        _ROLES.add(roleId, org, orgId, access, voter, admin);
    }

    /// @inheritdoc IPermissionsImplementation
    function removeRole(string calldata roleId, string calldata orgId, address caller) external as_(caller) {
        uint256 org = _requireOrgAdmin(caller, orgId);
        (uint256 index, Role role) = _ROLES.find(roleId, org);
        if (role.kind() != RoleKind.CUSTOM) revert AdminRoleByVoteOnly(roleId);
        if (!role.active()) revert RoleUnknown(roleId, orgId);

        _ROLES.remove(index, roleId, orgId);
    }
}
