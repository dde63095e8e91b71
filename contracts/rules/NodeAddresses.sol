// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Setting} from "../libraries/Codes.sol";
import {EnodeId} from "../libraries/EnodeId.sol";
import {Host} from "../libraries/Host.sol";
import {OrgLimits} from "./OrgLimits.sol";

/// @title Which enode ids and addresses are accepted
abstract contract NodeAddresses is OrgLimits {
    /// @dev Records a node as approved, or as proposed under `proposal` unless that is 0.
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
    ) internal returns (uint256 index) {
        uint256 x = EnodeId.parse(enodeId);
        _requireNodeAddress(ip, port);

        uint256 added;
        uint256 limit;
        (index, added, limit) = _recordNode(enodeId, x, ip, port, raftPort, org, orgId, proposal, addedBy);
        _requireWithinLimit(orgId, Setting.NODES, added, limit);
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
