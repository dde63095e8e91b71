// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {OrgStatus} from "../../../contracts/libraries/Codes.sol";
import {Holds} from "./Holds.sol";

/// @title Until when organisations have given roles and nodes, and until when they are suspended
/// @dev That is remembered here, also when it is over, and not asked of the contracts.
abstract contract Ends is Holds {
    /* TYPES */

    /// @dev When a role that was given by hand ends, and when that of its giver ended at that time; 0 for no end.
    struct Term {
        uint256 until;
        uint256 giversUntil;
        string roleId;
    }

    /* STORAGE */

    mapping(address account => Term) private _terms;
    mapping(bytes32 node => uint256 until) private _nodesUntil;
    mapping(bytes32 org => uint256 until) private _suspendedUntil;

    /* WHAT HAPPENED */

    function _roleLasts(address account, string memory roleId, uint256 until, uint256 giversUntil) internal {
        if (_termOf(account).until != until) _reach(until == 0 ? "end of a role lifted" : "role until a time");
        _terms[account] = Term(until, giversUntil, roleId);
        _expect(until == 0 || until > block.timestamp, "a role was given that had ended");
    }

    function _nodeLasts(string memory enodeId, uint256 until) internal {
        if (until != 0) _reach("node until a time");
        _nodesUntil[keccak256(bytes(enodeId))] = until;
        _expect(until == 0 || until > block.timestamp, "a node was admitted that had ended");
    }

    function _nodeLeft(string memory enodeId) internal {
        delete _nodesUntil[keccak256(bytes(enodeId))];
    }

    function _suspensionLasts(string memory orgId, uint256 until) internal {
        if (until != 0) _reach("suspension until a time");
        _suspendedUntil[keccak256(bytes(orgId))] = until;
        _expect(until == 0 || until > block.timestamp, "a suspension began that had ended");
    }

    /* WHAT SHOULD BE */

    /// @notice When the suspension of an organisation ends, or has ended without a record of that; 0 for no end.
    function suspendedUntil(string memory orgId) public view returns (uint256) {
        return _suspendedUntil[keccak256(bytes(orgId))];
    }

    /// @dev Whether an organisation that was in a status is active again by itself.
    function _isBack(string memory orgId, uint256 status) internal view returns (bool) {
        bool suspended = status == OrgStatus.SUSPENDED || status == OrgStatus.RESTORATION_PROPOSED;
        return suspended && _isOver(suspendedUntil(orgId));
    }

    /// @notice When the role of an account ends, or has ended.
    function roleEndsAt(address account) public view returns (uint256) {
        return _termOf(account).until;
    }

    /// @notice When the role of its giver ended, or was to end, at that time.
    function giversRoleEndedAt(address account) external view returns (uint256) {
        return _termOf(account).giversUntil;
    }

    /// @notice When the admission of a node ends, or has ended.
    function nodeEndsAt(string memory enodeId) public view returns (uint256) {
        return _nodesUntil[keccak256(bytes(enodeId))];
    }

    /// @notice Whether it has.
    function hasNodeEnded(string memory enodeId) public view returns (bool) {
        return _isOver(nodeEndsAt(enodeId));
    }

    function _hasRoleEnded(address account) internal view returns (bool) {
        return _isOver(roleEndsAt(account));
    }

    /* INTERNAL */

    /// @dev Nothing for a role that a vote has given since.
    function _termOf(address account) private view returns (Term memory term) {
        (, , string memory roleId, , ) = _accounts.getAccountDetails(account);
        if (_same(roleId, _terms[account].roleId)) term = _terms[account];
    }

    function _isOver(uint256 until) private view returns (bool) {
        return until != 0 && block.timestamp >= until;
    }
}
