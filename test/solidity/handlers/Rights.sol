// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {AccountStatus} from "../../../contracts/libraries/Codes.sol";
import {World} from "./World.sol";

/// @title What each account may do, by its status and by the role that it was given
/// @dev Which role that was, and whether it was removed since, is remembered here and not asked of the contracts.
abstract contract Rights is World {
    /* TYPES */

    /// @dev The role as its organisation defined it, how often that had been removed before, and how often the votes had
    ///      dismissed an admin of the account's organisation or of one above.
    struct Gift {
        string roleId;
        string orgId;
        uint256 removals;
        uint256 dismissals;
    }

    /* STORAGE */

    mapping(address account => Gift) private _gifts;
    mapping(bytes32 role => uint256 times) private _removals;
    mapping(bytes32 org => uint256 times) private _dismissals;

    /* WHAT HAPPENED */

    /// @dev A role is the one of that name that is nearest, from the account's organisation upwards; whether there is one.
    function _roleWasGiven(address account, string memory orgId, string memory roleId) internal returns (bool) {
        uint256 dismissals = _dismissalsFrom(orgId);
        orgId = _definerOf(roleId, orgId);
        if (bytes(orgId).length == 0) return false;
        _gifts[account] = Gift(roleId, orgId, _removals[_role(roleId, orgId)], dismissals);
        return true;
    }

    function _roleWasRemoved(string memory roleId, string memory orgId) internal {
        ++_removals[_role(roleId, orgId)];
    }

    function _adminWasDismissed(string memory orgId) internal {
        ++_dismissals[keccak256(bytes(orgId))];
    }

    /* WHAT SHOULD BE */

    /// @notice What an account may send.
    function maySend(address account) external view returns (bool transfers, bool deployments, bool calls) {
        (bool holds, uint256 access, , string memory orgId) = _roleOf(account);
        if (!holds || !_isOrgActive(orgId)) return (false, false, false);
        // The levels in the words of the design: T transfers, D deploys, C calls.
        string[8] memory levels = ["", "T", "D", "TDC", "C", "TC", "TD", "DC"];
        bytes memory kinds = bytes(levels[access]);
        for (uint256 i = 0; i < kinds.length; ++i) {
            if (kinds[i] == "T") transfers = true;
            if (kinds[i] == "D") deployments = true;
            if (kinds[i] == "C") calls = true;
        }
    }

    /// @notice Whether an account may act for the organisation as its admin: its own one begins the other's full id.
    function mayActIn(address account, string memory orgId) public view returns (bool) {
        (bool holds, , bool admin, string memory ownId) = _roleOf(account);
        return holds && admin && _isOrgActive(orgId) && _isWithin(orgId, ownId);
    }

    /// @notice Whether it may take rights away there: who was made admin by vote may while the organisation is suspended.
    function mayTakeIn(address account, string memory orgId) public view returns (bool) {
        if (mayActIn(account, orgId)) return true;
        (, string memory ownId, string memory roleId, uint256 status, ) = _accounts.getAccountDetails(account);
        bool byVote = _same(roleId, NETWORK_ADMIN) || _same(roleId, ORG_ADMIN);
        return byVote && status == AccountStatus.ACTIVE && _isWithin(orgId, ownId);
    }

    /* INTERNAL */

    /// @dev The role that an active account holds in effect.
    function _roleOf(
        address account
    ) private view returns (bool holds, uint256 access, bool admin, string memory orgId) {
        string memory roleId;
        uint256 status;
        (, orgId, roleId, status, ) = _accounts.getAccountDetails(account);
        if (status != AccountStatus.ACTIVE) return (false, 0, false, orgId);

        Gift memory gift = _gifts[account];
        // The two admin roles are given by vote. Every organisation at the top has its own, and nobody removes them.
        bool byVote = _same(roleId, NETWORK_ADMIN) || _same(roleId, ORG_ADMIN);
        if (byVote) gift = Gift(roleId, _definerOf(roleId, orgId), 0, 0);
        holds = _same(roleId, gift.roleId) && gift.removals == _removals[_role(roleId, gift.orgId)];
        (, , access, , admin, ) = _roles.getRoleDetails(roleId, gift.orgId);
        // What was given by hand ends when the votes dismiss an admin who could have given it.
        admin = admin && (byVote || gift.dismissals == _dismissalsFrom(orgId));
    }

    function _dismissalsFrom(string memory orgId) private view returns (uint256 times) {
        for (; bytes(orgId).length != 0; orgId = _parentOf(orgId)) {
            times += _dismissals[keccak256(bytes(orgId))];
        }
    }

    /// @dev The nearest organisation that has an active role of that name, from this one upwards; empty for none.
    function _definerOf(string memory roleId, string memory orgId) private view returns (string memory) {
        while (bytes(orgId).length != 0 && !_isRoleActive(roleId, orgId)) {
            orgId = _parentOf(orgId);
        }
        return orgId;
    }

    function _isRoleActive(string memory roleId, string memory orgId) private view returns (bool active) {
        (, , , , , active) = _roles.getRoleDetails(roleId, orgId);
    }

    /// @dev Whether an organisation is the other one or below it.
    function _isWithin(string memory orgId, string memory aboveId) private pure returns (bool) {
        (bytes memory id, bytes memory above) = (bytes.concat(bytes(orgId), "."), bytes.concat(bytes(aboveId), "."));
        if (above.length > id.length) return false;
        for (uint256 i = 0; i < above.length; ++i) {
            if (above[i] != id[i]) return false;
        }
        return true;
    }

    /// @dev The full id without its last level; empty for one that has no parent.
    function _parentOf(string memory orgId) private pure returns (string memory) {
        bytes memory id = bytes(orgId);
        uint256 length = id.length - 1;
        while (length > 0 && id[length] != ".") {
            --length;
        }
        bytes memory parent = new bytes(length);
        for (uint256 i = 0; i < length; ++i) {
            parent[i] = id[i];
        }
        return string(parent);
    }

    function _role(string memory roleId, string memory orgId) private pure returns (bytes32) {
        return keccak256(abi.encode(roleId, orgId));
    }
}
