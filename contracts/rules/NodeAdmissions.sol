// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {INodeModule} from "../interfaces/INodeModule.sol";
import {WellKnownIndex} from "../libraries/Codes.sol";
import {Node} from "../types/Node.sol";
import {Org} from "../types/Org.sol";
import {Ends} from "./Ends.sol";
import {NodeAddresses} from "./NodeAddresses.sol";
import {Standing} from "./Standing.sol";

/// @title How organisations add nodes, and until when
abstract contract NodeAdmissions is INodeModule, Standing, NodeAddresses, Ends {
    /// @inheritdoc INodeModule
    function addNode(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        address caller
    ) external onlyInterface(caller) {
        _add(caller, orgId, enodeId, ip, port, raftPort, 0, false);
    }

    /// @inheritdoc INodeModule
    function addNodeUntil(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        uint48 until
    ) external {
        _add(_sender(), orgId, enodeId, ip, port, raftPort, until, true);
    }

    /// @param mayEnd Whether it may be given an end, also if the organisation has it already.
    function _add(
        address caller,
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        uint256 until,
        bool mayEnd
    ) private {
        (uint256 index, Org org) = _requireMayGive(caller, orgId);
        if (mayEnd) {
            // Network admins send through them, so no one of them has them end.
            if (index == WellKnownIndex.ADMIN_ORG) revert NodeByVoteOnly(enodeId);
            _requireEnd(until);
        }
        if (mayEnd && _node(enodeId).org() == index) {
            Node node = _requireNodeAt(index, orgId, enodeId, ip, port, raftPort);
            _requireInUse(enodeId, node.status());
            if (until == (node.ends() ? _nodeEndOf(node.index()) : 0)) revert NothingChanges();
        } else {
            _claimNode(enodeId, ip, port, raftPort, index, orgId, org.ultimate());
            if (until == 0) return;
        }
        _setNodeEnd(enodeId, orgId, until);
    }
}
