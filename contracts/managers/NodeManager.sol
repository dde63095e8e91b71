// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {INodeManager} from "../interfaces/INodeManager.sol";
import {IOrgManager} from "../interfaces/IOrgManager.sol";
import {NodeStatus} from "../libraries/Codes.sol";
import {EnodeId} from "../libraries/EnodeId.sol";
import {Names} from "../libraries/Names.sol";
import {Text} from "../libraries/Text.sol";
import {Node, NodeFields} from "../types/Node.sol";
import {Managed} from "./Managed.sol";

/// @title NodeManager
contract NodeManager is INodeManager, Managed {
    /* TYPES */

    struct EnodeWords {
        uint256 high;
        uint256 low;
    }

    struct Settings {
        IOrgManager orgManager; // set once, by setUp
        uint32 count;
        uint32 ipCheckProposal;
        bool ipIgnored; // so that an untouched slot compares
    }

    /* STORAGE */

    Settings private _settings;
    mapping(uint256 index => Node) private _nodes; // index 0 is no node
    mapping(uint256 index => EnodeWords) private _enodes;
    mapping(uint256 index => string) private _longIps; // of nodes whose ip does not fit into the word
    mapping(bytes32 enodeIdTextHash => uint256 index) private _indexOf;

    /* CONSTRUCTOR */

    constructor(address permUpgradable) Managed(permUpgradable) {}

    /* SEAM */

    /// @inheritdoc INodeManager
    function setUp(address orgManager) external onlyImplementation returns (bool) {
        _settings.orgManager = IOrgManager(orgManager);

        return true;
    }

    /// @inheritdoc INodeManager
    function add(
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        uint256 org,
        string calldata orgId,
        uint256 proposal
    ) external onlyImplementation returns (bool) {
        bytes32 key = keccak256(bytes(enodeId));
        uint256 index = _indexOf[key];
        if (index == 0) {
            index = ++_settings.count;
            _indexOf[key] = index;
            (uint256 high, uint256 low) = EnodeId.parse(enodeId);
            _enodes[index] = EnodeWords({high: high, low: low});
        } else if (_nodes[index].org() != 0) {
            revert NodeExists(enodeId);
        }

        uint256 status = proposal == 0 ? NodeStatus.APPROVED : NodeStatus.PROPOSED;
        _nodes[index] = _address(index, ip, port, raftPort).withStanding(status, org, proposal);

        if (proposal == 0) emit NodeApproved(enodeId, ip, port, raftPort, orgId);
        else emit NodeProposed(enodeId, ip, port, raftPort, orgId);
        return true;
    }

    /// @inheritdoc INodeManager
    function setStatus(
        uint256 index,
        uint256 status,
        uint256 proposal,
        string calldata orgId
    ) external onlyImplementation returns (bool) {
        Node node = _nodes[index];
        _nodes[index] = node.withStanding(status, node.org(), proposal);

        string memory enodeId = _enodeId(index);
        string memory ip = _ip(index, node);
        (uint256 before, uint16 port, uint16 raftPort) = (node.status(), node.port(), node.raftPort());
        if (status == NodeStatus.APPROVED && before == NodeStatus.PROPOSED) {
            emit NodeApproved(enodeId, ip, port, raftPort, orgId);
        } else if (status == NodeStatus.APPROVED && before == NodeStatus.DEACTIVATED) {
            emit NodeActivated(enodeId, ip, port, raftPort, orgId);
        } else if (status == NodeStatus.APPROVED) {
            emit NodeRecoveryCompleted(enodeId, ip, port, raftPort, orgId);
        } else if (status == NodeStatus.DEACTIVATED) {
            emit NodeDeactivated(enodeId, ip, port, raftPort, orgId);
        } else if (status == NodeStatus.BLACKLISTED) {
            emit NodeBlacklisted(enodeId, ip, port, raftPort, orgId);
        } else {
            emit NodeRecoveryInitiated(enodeId, ip, port, raftPort, orgId);
        }
        return true;
    }

    /// @inheritdoc INodeManager
    function move(
        uint256 index,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        string calldata orgId
    ) external onlyImplementation returns (bool) {
        Node node = _nodes[index];
        string memory formerIp = _ip(index, node);
        uint256 status = node.status();
        _nodes[index] = _address(index, ip, port, raftPort).withStanding(status, node.org(), node.proposal());

        string memory enodeId = _enodeId(index);
        emit NodeDeactivated(enodeId, formerIp, node.port(), node.raftPort(), orgId);
        if (status == NodeStatus.APPROVED) emit NodeActivated(enodeId, ip, port, raftPort, orgId);
        else emit NodeDeactivated(enodeId, ip, port, raftPort, orgId);
        return true;
    }

    /// @inheritdoc INodeManager
    function release(uint256 index) external onlyImplementation returns (bool) {
        Node node = _nodes[index];
        _nodes[index] = node.withStanding(NodeStatus.DEACTIVATED, 0, 0);

        emit NodeDeactivated(_enodeId(index), _ip(index, node), node.port(), node.raftPort(), "");
        return true;
    }

    /// @inheritdoc INodeManager
    function setIpCheck(bool compared, uint256 proposal) external onlyImplementation returns (bool) {
        bool changed = _settings.ipIgnored == compared;
        _settings.ipIgnored = !compared;
        _settings.ipCheckProposal = uint32(proposal);

        if (changed) emit IpCheckChanged(compared);
        return true;
    }

    /* FOR THE SUITE */

    /// @inheritdoc INodeManager
    function find(
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort
    ) external view returns (uint256 index, Node node, bool sameAddress) {
        index = _indexOf[keccak256(bytes(enodeId))];
        node = _nodes[index];
        sameAddress = node.port() == port && (raftPort == 0 || node.raftPort() == raftPort) && _hasIp(index, node, ip);
    }

    /// @inheritdoc INodeManager
    function nextNode(string calldata enodeId) external view returns (uint256 index) {
        index = _indexOf[keccak256(bytes(enodeId))];
        if (index == 0) index = uint256(_settings.count) + 1;
    }

    /// @inheritdoc INodeManager
    function enodeIdOf(uint256 index) external view returns (string memory) {
        return index == 0 ? "" : _enodeId(index);
    }

    /* READING */

    /// @inheritdoc INodeManager
    function connectionAllowed(string calldata enodeId, string calldata ip, uint16) external view returns (bool) {
        uint256 index = _indexOf[keccak256(bytes(enodeId))];
        Node node = _nodes[index];
        if (node.status() != NodeStatus.APPROVED) return false;
        return _hasIp(index, node, ip) || _settings.ipIgnored;
    }

    /// @inheritdoc INodeManager
    function getNodeDetails(
        string calldata enodeId
    )
        external
        view
        returns (
            string memory orgId,
            string memory enodeId_,
            string memory ip,
            uint16 port,
            uint16 raftPort,
            uint256 nodeStatus
        )
    {
        return _details(_indexOf[keccak256(bytes(enodeId))]);
    }

    /// @inheritdoc INodeManager
    function getNodeDetailsFromIndex(
        uint256 nodeIndex
    )
        external
        view
        returns (
            string memory orgId,
            string memory enodeId,
            string memory ip,
            uint16 port,
            uint16 raftPort,
            uint256 nodeStatus
        )
    {
        return _details(nodeIndex < _settings.count ? nodeIndex + 1 : 0);
    }

    /// @inheritdoc INodeManager
    function getNumberOfNodes() external view returns (uint256) {
        return _settings.count;
    }

    /// @inheritdoc INodeManager
    function getNodePage(uint256 from, uint256 count) external view returns (NodeInfo[] memory page) {
        page = new NodeInfo[](_pageEnd(from, count, _settings.count) - from);
        for (uint256 i = 0; i < page.length; ++i) {
            page[i] = _info(from + i + 1);
        }
    }

    /// @inheritdoc INodeManager
    function getIpCheck() external view returns (bool compared, uint256 proposal) {
        return (!_settings.ipIgnored, _settings.ipCheckProposal);
    }

    /* INTERNAL */

    /// @dev The part of a node's word that says where it listens.
    function _address(uint256 index, string calldata ip, uint16 port, uint16 raftPort) private returns (Node) {
        Names.requireHost(ip);
        if (port == 0) revert PortNotAllowed(port);

        uint256 length = bytes(ip).length;
        if (length <= NodeFields.INLINE_IP) return NodeFields.create(bytes15(bytes(ip)), length, port, raftPort);
        _longIps[index] = ip;
        return NodeFields.create(0, 0, port, raftPort);
    }

    function _hasIp(uint256 index, Node node, string calldata ip) private view returns (bool) {
        uint256 length = node.ipLength();
        if (length == 0) return keccak256(bytes(_longIps[index])) == keccak256(bytes(ip));
        return bytes(ip).length == length && bytes15(bytes(ip)) == node.inlineIp();
    }

    function _ip(uint256 index, Node node) private view returns (string memory) {
        uint256 length = node.ipLength();
        return length == 0 ? _longIps[index] : Text.prefix(node.inlineIp(), length);
    }

    function _enodeId(uint256 index) private view returns (string memory) {
        EnodeWords storage words = _enodes[index];
        return EnodeId.format(words.high, words.low);
    }

    function _info(uint256 index) private view returns (NodeInfo memory info) {
        Node node = _nodes[index];
        if (node.status() == NodeStatus.NONE) return info;
        if (node.org() != 0) info.orgId = _settings.orgManager.fullId(node.org());
        info.enodeId = _enodeId(index);
        info.ip = _ip(index, node);
        info.port = node.port();
        info.raftPort = node.raftPort();
        info.status = node.status();
        info.proposal = node.proposal();
    }

    function _details(
        uint256 index
    ) private view returns (string memory, string memory, string memory, uint16, uint16, uint256) {
        NodeInfo memory info = _info(index);
        return (info.orgId, info.enodeId, info.ip, info.port, info.raftPort, info.status);
    }
}
