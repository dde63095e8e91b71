// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Setting} from "../libraries/Codes.sol";
import {EnodeId} from "../libraries/EnodeId.sol";
import {Host} from "../libraries/Host.sol";
import {Node} from "../types/Node.sol";
import {OrgLimits} from "./OrgLimits.sol";

/// @title Which enode ids and addresses are accepted
abstract contract NodeAddresses is OrgLimits {
    /// @dev Records an approved node of an organisation, which its admins claim by hand: no node that a vote has taken from
    ///      the organisation at the top, `ultimate`, or from one below it, and not more than that one may add.
    function _claimNode(
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        uint256 org,
        string memory orgId,
        uint256 ultimate
    ) internal {
        (, Node former, uint256 added, uint256 limit) = _addNode(enodeId, ip, port, raftPort, org, orgId, 0, ultimate);
        if (former.lostBy() == ultimate) revert NodeLostByVote(enodeId, orgId);
        _requireWithinLimit(orgId, Setting.NODES, added, limit);
    }

    /// @dev Records a node as approved, or as proposed under `proposal` unless that is 0. `former` is its record so far.
    /// @param addedBy The organisation without parent that adds it by hand, or 0.
    function _addNode(
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        uint256 org,
        string memory orgId,
        uint256 proposal,
        uint256 addedBy
    ) internal returns (uint256 index, Node former, uint256 added, uint256 limit) {
        uint256 x = EnodeId.parse(enodeId);
        _requireNodeAddress(ip, port);

        return _recordNode(enodeId, x, ip, port, raftPort, org, orgId, proposal, addedBy);
    }

    function _requireNodeAddress(string calldata ip, uint16 port) internal view {
        if (!Host.isIp(ip)) _requireHostName(ip);
        if (port == 0) revert PortNotAllowed(port);
    }

    /// @dev Whoever owns a name decides at any time where it leads, so host names are allowed by vote only.
    function _requireHostName(string calldata name) private view {
        if (!Host.isName(name)) revert HostNotAllowed(name);
        (, bool allowed) = _addressRules();
        if (!allowed) revert HostNameNotAllowed(name);
    }
}
