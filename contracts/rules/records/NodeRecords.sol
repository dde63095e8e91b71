// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {INodeManager} from "../../interfaces/INodeManager.sol";
import {Node} from "../../types/Node.sol";

/// @title How the rules reach nodes
abstract contract NodeRecords {
    INodeManager private immutable _NODES;

    constructor(address nodeManager) {
        _NODES = INodeManager(nodeManager);
    }

    /* READING */

    function _nodeManager() internal view returns (address) {
        return address(_NODES);
    }

    function _findNode(
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort
    ) internal view returns (Node node, bool sameAddress) {
        return _NODES.fetchListeningNode(keccak256(bytes(enodeId)), ip, port, raftPort);
    }

    function _peer(string calldata enodeId, string calldata ip) internal view returns (Node node, bool ipFits) {
        return _NODES.fetchPeerNodeWithIp(ip, keccak256(bytes(enodeId)));
    }

    /// @dev A node that names the port at which it listens; it is compared where ips are.
    function _listeningPeer(
        string memory enodeId,
        string memory ip,
        uint16 port
    ) internal view returns (Node node, bool addressFits) {
        (node, addressFits) = _NODES.fetchPeerNodeWithIp(ip, keccak256(bytes(enodeId)));
        if (addressFits && node.port() != port) {
            (bool ipCompared, ) = _NODES.getAddressRules();
            addressFits = !ipCompared;
        }
    }

    function _node(string calldata enodeId) internal view returns (Node) {
        return _NODES.fetchNode(keccak256(bytes(enodeId)));
    }

    function _nodeBy(string memory enodeId) internal view returns (Node) {
        return _NODES.fetchNode(keccak256(bytes(enodeId)));
    }

    function _isProposedAt(
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort
    ) internal view returns (bool) {
        return _NODES.isProposedAt(keccak256(bytes(enodeId)), ip, port, raftPort);
    }

    function _enodeId(uint256 index) internal view returns (string memory) {
        return _NODES.enodeIdOf(index);
    }

    function _nodeAsProposed(
        uint256 index,
        uint256 proposal
    ) internal view returns (string memory enodeId, string memory ip, uint16 port, uint16 raftPort) {
        return _NODES.nodeByProposal(index, proposal);
    }

    function _addressRules() internal view returns (bool ipCompared, bool hostNamesAllowed) {
        return _NODES.getAddressRules();
    }

    function _nodeHeldUntil(uint256 index) internal view returns (uint256) {
        return _NODES.heldUntil(index);
    }

    function _nodeEndOf(uint256 index) internal view returns (uint256) {
        return _NODES.endOf(index);
    }

    function _otherHeldNode(uint256 than) internal view returns (uint256 index, uint256 until) {
        return _NODES.otherHeld(than);
    }

    function _moveLimit(uint256 org) internal view returns (uint256) {
        return _NODES.moveLimitOf(org);
    }

    /* WRITING */

    function _setUpNodes(address orgManager) internal {
        _NODES.setUp(orgManager);
    }

    function _recordNode(
        string calldata enodeId,
        uint256 x,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        uint256 org,
        string memory orgId,
        uint256 proposal,
        uint256 addedBy
    ) internal returns (uint256 index, Node former, uint256 added, uint256 limit) {
        return _NODES.list(enodeId, x, org, addedBy, ip, port, raftPort, orgId, proposal);
    }

    function _setNodeStatus(string memory enodeId, uint256 status, uint256 proposal, string memory orgId) internal {
        _NODES.changeStatus(status, enodeId, proposal, orgId);
    }

    function _moveNode(
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        string calldata orgId,
        uint256 movedBy,
        uint256 day
    ) internal returns (uint256 moves, uint256 limit) {
        return _NODES.move(enodeId, ip, port, raftPort, orgId, movedBy, day);
    }

    function _moveNodeAsProposed(string memory enodeId, string memory orgId) internal {
        _NODES.moveAsProposed(enodeId, orgId);
    }

    function _proposeNodeAddress(
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        string calldata orgId,
        uint256 proposal
    ) internal {
        _NODES.proposeAddress(enodeId, ip, port, raftPort, orgId, proposal);
    }

    function _setNodeProposal(string memory enodeId, uint256 proposal) internal {
        _NODES.setNodeProposal(enodeId, proposal);
    }

    /// @dev Gives a node to the organisation that it was proposed for.
    function _welcomeNode(string memory enodeId, uint256 org, string memory orgId) internal {
        _NODES.welcome(enodeId, org, orgId);
    }

    function _releaseNode(string memory enodeId, uint256 org, string memory orgId, bool byVote) internal {
        _NODES.release(enodeId, org, orgId, byVote);
    }

    function _setNodeEnd(string memory enodeId, string memory orgId, uint256 endsAt) internal {
        _NODES.setNodeEnd(enodeId, orgId, endsAt);
    }

    function _holdNode(string memory enodeId, string memory orgId, uint256 until, bool held) internal {
        _NODES.recordHold(enodeId, orgId, until, held);
    }

    function _setMoveLimit(uint256 setting, uint256 org, string memory orgId, uint256 limit) internal {
        _NODES.setMoveLimit(setting, org, orgId, limit);
    }

    function _setIpCheck(bool compared) internal {
        _NODES.setIpCheck(compared);
    }

    function _setHostNames(bool allowed) internal {
        _NODES.setHostNames(allowed);
    }
}
