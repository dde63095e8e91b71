// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IAccountModule} from "../interfaces/IAccountModule.sol";
import {AccessLevel} from "../libraries/AccessLevel.sol";
import {RoleKind, Setting} from "../libraries/Codes.sol";
import {Names} from "../libraries/Names.sol";
import {Org} from "../types/Org.sol";
import {Role} from "../types/Role.sol";
import {OrgLimits} from "./OrgLimits.sol";
import {Standing} from "./Standing.sol";

/// @title Which roles an organisation has, apart from the two admin roles, which no rule adds or removes
abstract contract RoleRules is IAccountModule, Standing, OrgLimits {
    /// @inheritdoc IAccountModule
    function addNewRole(
        string calldata roleId,
        string calldata orgId,
        uint256 access,
        bool voter,
        bool admin,
        address caller
    ) external onlyInterface(caller) {
        (uint256 org, Org record) = _requireMayGive(caller, orgId);
        if (access > AccessLevel.LAST) revert AccessNotAllowed(access);
        Names.requireName(roleId);
        _requireNotReserved(roleId);

        uint256 addedBy = record.ultimate();
        (uint256 added, uint256 limit) = _recordRole(roleId, org, orgId, access, voter, admin, addedBy);
        _requireWithinLimit(orgId, Setting.ROLES, added, limit);
    }

    /// @inheritdoc IAccountModule
    function removeRole(string calldata roleId, string calldata orgId, address caller) external onlyInterface(caller) {
        (uint256 org, ) = _requireMayTake(caller, orgId);
        (uint256 index, Role role) = _findRole(roleId, org);
        if (role.kind() != RoleKind.CUSTOM) revert AdminRoleByVoteOnly(roleId);
        if (!role.active()) revert RoleUnknown(roleId, orgId);

        _removeRole(index, roleId, orgId);
    }

    /* INTERNAL */

    /// @dev No organisation has a custom role with the name of one of the two admin roles.
    function _requireNotReserved(string calldata roleId) private view {
        (string memory networkAdmin, string memory orgAdmin) = _adminRoleIds();
        bytes32 hash = keccak256(bytes(roleId));
        if (hash == keccak256(bytes(networkAdmin)) || hash == keccak256(bytes(orgAdmin))) revert RoleReserved(roleId);
    }
}
