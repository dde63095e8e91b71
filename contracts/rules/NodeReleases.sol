// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {INodeModule} from "../interfaces/INodeModule.sol";
import {NodeStatus, Op, WellKnownIndex} from "../libraries/Codes.sol";
import {Node} from "../types/Node.sol";
import {PayloadFields} from "../types/Payload.sol";
import {Subject, SubjectFields} from "../types/Proposal.sol";
import {Proposing} from "./Proposing.sol";

/// @title How organisations let nodes go, lose them, or get them back
abstract contract NodeReleases is INodeModule, Proposing {
    /* RELEASE */

    /// @inheritdoc INodeModule
    function releaseNode(string calldata orgId, string calldata enodeId) external {
        address caller = _sender();
        (uint256 org, ) = _requireMayTake(caller, orgId);
        if (org == WellKnownIndex.ADMIN_ORG) revert NodeByVoteOnly(enodeId);
        Node node = _requireOwnNode(org, orgId, enodeId);
        _requireUndisputed(node.proposal());
        _requireInUse(enodeId, node.status());
        // Whoever could add it again would end its deactivation.
        if (node.status() == NodeStatus.DEACTIVATED) _requireByHand(Op.SET_NODE_STATUS, caller);

        _releaseNode(enodeId, org, orgId, false);
    }

    /// @inheritdoc INodeModule
    function proposeNodeRelease(string calldata orgId, string calldata enodeId) external returns (uint256 id) {
        address caller = _sender();
        (uint256 org, ) = _requireOrg(orgId);
        Node node = _requireOwnNode(org, orgId, enodeId);
        _requireUndisputed(node.proposal());
        _requireBooted();

        Subject subject = SubjectFields.create(org, node.index(), 0, 0);
        id = _propose(caller, Op.RELEASE, subject, address(0), PayloadFields.NONE);
        _setNodeProposal(enodeId, id);
    }

    /* RECOVERY */

    /// @inheritdoc INodeModule
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
}
