// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IPermissionsImplementation} from "../interfaces/IPermissionsImplementation.sol";
import {IVoterManager} from "../interfaces/IVoterManager.sol";
import {Action, NodeStatus, Op} from "../libraries/Codes.sol";
import {ProposalRules} from "./ProposalRules.sol";

/// @title Which nodes belong to an organisation, where they listen, and how they stand
/// @dev A blacklisting ends by vote only.
abstract contract NodeRules is ProposalRules {
    /* ADDRESS AND STATUS */

    /// @inheritdoc IPermissionsImplementation
    function addNode(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        address caller
    ) external as_(caller) {
        uint256 org = _requireOrgAdmin(caller, orgId);

        _addNode(enodeId, ip, port, raftPort, org, NodeStatus.APPROVED, 0);
    }

    /// @inheritdoc IPermissionsImplementation
    function updateNodeStatus(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        uint256 action,
        address caller
    ) external as_(caller) {
        uint256 org = _requireOrgAdmin(caller, orgId);
        (uint256 node, uint256 status, ) = _requireNodeAt(org, orgId, enodeId, ip, port, raftPort);

        _setNodeStatus(node, _nodeTransition(enodeId, status, action), 0);
    }

    /// @inheritdoc IPermissionsImplementation
    function changeNodeAddress(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort
    ) external {
        uint256 org = _requireOrgAdmin(_sender(), orgId);
        (uint256 node, uint256 status, , ) = _requireNode(org, orgId, enodeId, ip, port, raftPort);
        if (status != NodeStatus.APPROVED && status != NodeStatus.DEACTIVATED) {
            revert NodeStatusNotAllowed(enodeId, status, 0);
        }

        _NODES.move(node, ip, port, raftPort);
    }

    /* RECOVERY */

    /// @inheritdoc IPermissionsImplementation
    function startBlacklistedNodeRecovery(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        address caller
    ) external as_(caller) {
        uint256 org = _orgOf(orgId);
        (uint256 node, uint256 status, uint256 proposal) = _requireNodeAt(org, orgId, enodeId, ip, port, raftPort);
        _requireUndisputed(proposal);
        if (status != NodeStatus.BLACKLISTED) revert NodeStatusNotAllowed(enodeId, status, 0);

        uint256 id = _propose(caller, _about(Op.RECOVER_NODE, org, node, 0, address(0)));
        _setNodeStatus(node, NodeStatus.RECOVERY_PROPOSED, id);
    }

    /// @inheritdoc IPermissionsImplementation
    function approveBlacklistedNodeRecovery(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        address caller
    ) external as_(caller) {
        uint256 org = _orgOf(orgId);
        (uint256 node, , uint256 proposal) = _requireNodeAt(org, orgId, enodeId, ip, port, raftPort);

        _approve(caller, proposal, _about(Op.RECOVER_NODE, org, node, 0, address(0)));
    }

    /* OUTCOMES */

    function _concludeNodeRecovery(IVoterManager.Subject memory subject, bool passed) internal {
        _setNodeStatus(subject.node, passed ? NodeStatus.APPROVED : NodeStatus.BLACKLISTED, 0);
    }

    /* INTERNAL */

    function _nodeTransition(string calldata enodeId, uint256 status, uint256 action) private pure returns (uint256) {
        if (action == Action.SUSPEND && status == NodeStatus.APPROVED) return NodeStatus.DEACTIVATED;
        if (action == Action.ACTIVATE && status == NodeStatus.DEACTIVATED) return NodeStatus.APPROVED;
        if (action == Action.BLACKLIST && (status == NodeStatus.APPROVED || status == NodeStatus.DEACTIVATED))
            return NodeStatus.BLACKLISTED;
        if (action == 0 || action > Action.BLACKLIST) revert ActionNotAllowed(action);
        revert NodeStatusNotAllowed(enodeId, status, action);
    }
}
