// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IOrganisationModule} from "../interfaces/IOrganisationModule.sol";
import {Action, NodeStatus, Op, Setting} from "../libraries/Codes.sol";
import {Node} from "../types/Node.sol";
import {Org} from "../types/Org.sol";
import {PayloadFields} from "../types/Payload.sol";
import {Subject, SubjectFields} from "../types/Proposal.sol";
import {NodeAddresses} from "./NodeAddresses.sol";
import {Proposing} from "./Proposing.sol";

/// @title Which nodes belong to an organisation, where they listen, and how they stand
/// @dev A blacklisting ends by vote only.
abstract contract NodeRules is IOrganisationModule, Proposing, NodeAddresses {
    /* ADDRESS AND STATUS */

    /// @inheritdoc IOrganisationModule
    function addNode(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        address caller
    ) external onlyInterface(caller) {
        (uint256 org, Org record) = _requireOrgAdmin(caller, orgId);

        _addNode(enodeId, ip, port, raftPort, org, orgId, 0, record.ultimate());
    }

    /// @inheritdoc IOrganisationModule
    function updateNodeStatus(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        uint256 action,
        address caller
    ) external onlyInterface(caller) {
        (uint256 org, ) = _requireAdmin(caller, orgId, action != Action.ACTIVATE);
        Node node = _requireNodeAt(org, orgId, enodeId, ip, port, raftPort);

        _setNodeStatus(enodeId, _nodeTransition(enodeId, node.status(), action), 0, orgId);
    }

    /// @inheritdoc IOrganisationModule
    function changeNodeAddress(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort
    ) external {
        (uint256 org, Org record) = _requireOrgAdmin(_sender(), orgId);
        (Node node, bool sameAddress) = _requireNode(org, orgId, enodeId, ip, port, raftPort);
        if (sameAddress && node.raftPort() == raftPort) revert NothingChanges();
        uint256 status = node.status();
        if (status != NodeStatus.APPROVED && status != NodeStatus.DEACTIVATED) {
            _refuseNodeStatus(enodeId, status, 0);
        }
        _requireNodeAddress(ip, port);

        (uint256 moves, uint256 limit) = _moveNode(enodeId, ip, port, raftPort, orgId, record.ultimate(), _today());
        _requireWithinLimit(orgId, Setting.MOVES, moves, limit);
    }

    /* RECOVERY */

    /// @inheritdoc IOrganisationModule
    function startBlacklistedNodeRecovery(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        address caller
    ) external onlyInterface(caller) {
        (uint256 org, ) = _requireOrg(orgId);
        Node node = _requireNodeAt(org, orgId, enodeId, ip, port, raftPort);
        _requireUndisputed(node.proposal());
        uint256 status = node.status();
        if (status != NodeStatus.BLACKLISTED) _refuseNodeStatus(enodeId, status, 0);

        Subject subject = SubjectFields.create(org, node.index(), 0, 0);
        uint256 id = _propose(caller, Op.RECOVER_NODE, subject, address(0), PayloadFields.NONE);
        _setNodeStatus(enodeId, NodeStatus.RECOVERY_PROPOSED, id, orgId);
    }

    /* INTERNAL */

    function _nodeTransition(string calldata enodeId, uint256 status, uint256 action) private pure returns (uint256) {
        if (action == Action.SUSPEND && status == NodeStatus.APPROVED) return NodeStatus.DEACTIVATED;
        if (action == Action.ACTIVATE && status == NodeStatus.DEACTIVATED) return NodeStatus.APPROVED;
        if (action == Action.BLACKLIST && (status == NodeStatus.APPROVED || status == NodeStatus.DEACTIVATED))
            return NodeStatus.BLACKLISTED;
        if (action == 0 || action > Action.BLACKLIST) revert ActionNotAllowed(action);
        _refuseNodeStatus(enodeId, status, action);
    }

    function _refuseNodeStatus(string calldata enodeId, uint256 status, uint256 action) private pure {
        revert NodeStatusNotAllowed(enodeId, status, action);
    }
}
