// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {INodeModule} from "../interfaces/INodeModule.sol";
import {Action, NodeChange, NodeStatus, Op, Setting, WellKnownIndex} from "../libraries/Codes.sol";
import {Node} from "../types/Node.sol";
import {Org} from "../types/Org.sol";
import {PayloadFields} from "../types/Payload.sol";
import {Subject, SubjectFields} from "../types/Proposal.sol";
import {NodeAddresses} from "./NodeAddresses.sol";
import {Proposing} from "./Proposing.sol";

/// @title Where an organisation's nodes listen, and how they stand
/// @dev A blacklisting ends by vote only. Nodes of the admin organisation change by vote only: network admins send through
///      them, so no one of them takes them from the others.
abstract contract NodeRules is INodeModule, Proposing, NodeAddresses {
    /* ADDRESS AND STATUS */

    /// @inheritdoc INodeModule
    function updateNodeStatus(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        uint256 action,
        address caller
    ) external onlyInterface(caller) {
        (uint256 org, ) = _requireMaySet(caller, orgId, action);
        Node node = _requireNodeAt(org, orgId, enodeId, ip, port, raftPort);

        uint256 status = _nodeTransition(enodeId, node.status(), action);
        if (org == WellKnownIndex.ADMIN_ORG) {
            _setNodeProposal(enodeId, _proposeNodeChange(caller, node, action));
        } else {
            _setNodeStatus(enodeId, status, node.proposal(), orgId);
        }
    }

    /// @inheritdoc INodeModule
    function changeNodeAddress(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort
    ) external {
        address caller = _sender();
        (uint256 org, Org record) = _requireMayGive(caller, orgId);
        (Node node, bool sameAddress) = _requireNode(org, orgId, enodeId, ip, port, raftPort);
        if (sameAddress && node.raftPort() == raftPort) revert NothingChanges();
        _requireInUse(enodeId, node.status());
        _requireNodeAddress(ip, port);

        if (org == WellKnownIndex.ADMIN_ORG) {
            uint256 id = _proposeNodeChange(caller, node, NodeChange.MOVE);
            _proposeNodeAddress(enodeId, ip, port, raftPort, orgId, id);
        } else {
            (uint256 moves, uint256 limit) = _moveNode(enodeId, ip, port, raftPort, orgId, record.ultimate(), _today());
            _requireWithinLimit(orgId, Setting.MOVES, moves, limit);
        }
    }

    /* INTERNAL */

    /// @dev Opens a proposal about a node of the admin organisation, which stays as it is until the vote has passed.
    function _proposeNodeChange(address caller, Node node, uint256 change) private returns (uint256) {
        _requireUndisputed(node.proposal());
        _requireBooted();
        Subject subject = SubjectFields.create(WellKnownIndex.ADMIN_ORG, node.index(), 0, 0);
        return _propose(caller, Op.CHANGE_NODE, subject, address(0), PayloadFields.packNodeChange(change));
    }

    function _nodeTransition(string calldata enodeId, uint256 status, uint256 action) private pure returns (uint256) {
        if (action == Action.SUSPEND && status == NodeStatus.APPROVED) return NodeStatus.DEACTIVATED;
        if (action == Action.ACTIVATE && status == NodeStatus.DEACTIVATED) return NodeStatus.APPROVED;
        if (action == Action.BLACKLIST && (status == NodeStatus.APPROVED || status == NodeStatus.DEACTIVATED))
            return NodeStatus.BLACKLISTED;
        if (action == 0 || action > Action.BLACKLIST) revert ActionNotAllowed(action);
        _refuseNodeStatus(enodeId, status, action);
    }
}
