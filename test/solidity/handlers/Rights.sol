// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {AccountStatus} from "../../../contracts/libraries/Codes.sol";
import {Ends} from "./Ends.sol";

/// @title What each account may do, by its status and by the role that it was given
/// @dev Which role that was, and whether it was removed since, is remembered here and not asked of the contracts.
abstract contract Rights is Ends {
    /* TYPES */

    /// @dev What an account is and holds. `dismissed` says that the votes have since dismissed an admin who could have given
    ///      it its admin role; `byVote` that a vote has made it an admin, whether the role is in effect or not.
    struct Standing {
        bool holds;
        uint256 access;
        bool admin;
        bool dismissed;
        bool byVote;
        string roleId;
        string orgId;
    }

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
        Standing memory standing = _standingOf(account);
        bool held = _accountHeldUntil(account) != 0 || _orgHeldUntil(standing.orgId) != 0;
        if (!standing.holds || held || !_isOrgActive(standing.orgId)) return (false, false, false);
        // The levels in the words of the design: T transfers, D deploys, C calls.
        string[8] memory levels = ["", "T", "D", "TDC", "C", "TC", "TD", "DC"];
        bytes memory kinds = bytes(levels[standing.access]);
        for (uint256 i = 0; i < kinds.length; ++i) {
            if (kinds[i] == "T") transfers = true;
            if (kinds[i] == "D") deployments = true;
            if (kinds[i] == "C") calls = true;
        }
    }

    /// @notice Whether an account may act for the organisation as its admin: its own one begins the other's full id.
    function mayActIn(address account, string memory orgId) public view returns (bool) {
        Standing memory standing = _standingOf(account);
        bool admin = standing.admin && !standing.dismissed && _accountHeldUntil(account) == 0;
        return admin && _mayGrow(orgId) && _isWithin(orgId, standing.orgId);
    }

    /// @notice Whether it may take rights away there: who was made admin by vote may while the organisation is suspended.
    function mayTakeIn(address account, string memory orgId) public view returns (bool) {
        return mayActIn(account, orgId) || _isAdminByVoteIn(account, orgId);
    }

    /* INTERNAL */

    /// @dev Whether a vote has made an account an admin of the organisation, or of one above it.
    function _isAdminByVoteIn(address account, string memory orgId) internal view returns (bool) {
        Standing memory standing = _standingOf(account);
        return standing.byVote && _accountHeldUntil(account) == 0 && _isWithin(orgId, standing.orgId);
    }

    /// @dev Whether an organisation may have more, and its accounts may send.
    function _mayGrow(string memory orgId) internal view returns (bool) {
        return _isOrgActive(orgId) && _orgHeldUntil(orgId) == 0;
    }

    /// @dev The role that an active account holds in effect; nothing for others.
    function _standingOf(address account) internal view returns (Standing memory standing) {
        uint256 status;
        (, standing.orgId, standing.roleId, status, ) = _accounts.getAccountDetails(account);
        if (status != AccountStatus.ACTIVE) return standing;

        (string memory roleId, string memory orgId) = (standing.roleId, standing.orgId);
        Gift memory gift = _gifts[account];
        // The two admin roles are given by vote. Every organisation at the top has its own, and nobody removes them.
        standing.byVote = _same(roleId, NETWORK_ADMIN) || _same(roleId, ORG_ADMIN);
        if (standing.byVote) gift = Gift(roleId, _definerOf(roleId, orgId), 0, 0);
        standing.holds = _same(roleId, gift.roleId) && gift.removals == _removals[_role(roleId, gift.orgId)];
        if (_hasRoleEnded(account)) standing.holds = false;
        if (!standing.holds) return standing;
        (, , standing.access, , standing.admin, ) = _roles.getRoleDetails(roleId, gift.orgId);
        // What was given by hand ends when the votes dismiss an admin who could have given it.
        standing.dismissed = standing.admin && !standing.byVote && gift.dismissals != _dismissalsFrom(orgId);
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
    function _isWithin(string memory orgId, string memory aboveId) internal pure returns (bool) {
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
