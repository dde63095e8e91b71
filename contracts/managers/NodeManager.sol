// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {INodeManager} from "../interfaces/INodeManager.sol";
import {IOrgManager} from "../interfaces/IOrgManager.sol";
import {NodeStatus} from "../libraries/Codes.sol";
import {EnodeId} from "../libraries/EnodeId.sol";
import {Names} from "../libraries/Names.sol";
import {Managed} from "./Managed.sol";

/// @title NodeManager
contract NodeManager is INodeManager, Managed {
    /* TYPES */

    /// @dev Three slots: one with all that changes, two with the enode id. An ip of up to 15 characters, which is any IPv4
    ///      address, stands in the first; `ipLength` 0 means that it is longer and stands in `_longIps`.
    struct Node {
        bytes15 ip;
        uint8 ipLength;
        uint16 port;
        uint16 raftPort;
        uint32 org;
        uint32 proposal;
        uint8 status;
        uint256 enodeHigh;
        uint256 enodeLow;
    }

    struct Settings {
        IOrgManager orgManager; // set once, by setUp
        uint32 count;
        uint32 ipCheckProposal;
        bool ipIgnored; // so that an untouched slot compares
    }

    /* CONSTANTS */

    uint256 private constant INLINE_IP = 15;

    /* STORAGE */

    Settings private _settings;
    mapping(uint256 node => Node) private _nodes;
    mapping(uint256 node => string) private _longIps;
    mapping(bytes32 enodeIdTextHash => uint256 node) private _nodeOf;

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
        uint256 status,
        uint256 proposal
    ) external onlyImplementation returns (uint256 node) {
        bytes32 key = keccak256(bytes(enodeId));
        node = _nodeOf[key];
        if (node == 0) {
            node = ++_settings.count;
            _nodeOf[key] = node;
            (_nodes[node].enodeHigh, _nodes[node].enodeLow) = EnodeId.parse(enodeId);
        } else if (_nodes[node].org != 0) {
            revert NodeExists(enodeId);
        }

        _write(node, ip, port, raftPort, org, status, proposal);

        string memory orgId = _settings.orgManager.fullId(org);
        if (status == NodeStatus.PROPOSED) emit NodeProposed(enodeId, ip, port, raftPort, orgId);
        else emit NodeApproved(enodeId, ip, port, raftPort, orgId);
    }

    /// @inheritdoc INodeManager
    function setStatus(uint256 node, uint256 status, uint256 proposal) external onlyImplementation returns (bool) {
        Node storage record = _nodes[node];
        uint256 before = record.status;
        record.status = uint8(status);
        record.proposal = uint32(proposal);

        NodeInfo memory n = _info(node);
        if (status == NodeStatus.APPROVED && before == NodeStatus.PROPOSED) {
            emit NodeApproved(n.enodeId, n.ip, n.port, n.raftPort, n.orgId);
        } else if (status == NodeStatus.APPROVED && before == NodeStatus.DEACTIVATED) {
            emit NodeActivated(n.enodeId, n.ip, n.port, n.raftPort, n.orgId);
        } else if (status == NodeStatus.APPROVED) {
            emit NodeRecoveryCompleted(n.enodeId, n.ip, n.port, n.raftPort, n.orgId);
        } else if (status == NodeStatus.DEACTIVATED) {
            emit NodeDeactivated(n.enodeId, n.ip, n.port, n.raftPort, n.orgId);
        } else if (status == NodeStatus.BLACKLISTED) {
            emit NodeBlacklisted(n.enodeId, n.ip, n.port, n.raftPort, n.orgId);
        } else {
            emit NodeRecoveryInitiated(n.enodeId, n.ip, n.port, n.raftPort, n.orgId);
        }
        return true;
    }

    /// @inheritdoc INodeManager
    function move(
        uint256 node,
        string calldata ip,
        uint16 port,
        uint16 raftPort
    ) external onlyImplementation returns (bool) {
        NodeInfo memory n = _info(node);
        _write(node, ip, port, raftPort, _nodes[node].org, n.status, n.proposal);

        emit NodeDeactivated(n.enodeId, n.ip, n.port, n.raftPort, n.orgId);
        if (n.status == NodeStatus.APPROVED) emit NodeActivated(n.enodeId, ip, port, raftPort, n.orgId);
        else emit NodeDeactivated(n.enodeId, ip, port, raftPort, n.orgId);
        return true;
    }

    /// @inheritdoc INodeManager
    function release(uint256 node) external onlyImplementation returns (bool) {
        Node storage record = _nodes[node];
        record.org = 0;
        record.proposal = 0;
        record.status = NodeStatus.DEACTIVATED;

        NodeInfo memory n = _info(node);
        emit NodeDeactivated(n.enodeId, n.ip, n.port, n.raftPort, n.orgId);
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
    ) external view returns (uint256 node, uint256 org, uint256 status, uint256 proposal, bool sameHost) {
        node = _nodeOf[keccak256(bytes(enodeId))];
        Node storage record = _nodes[node];
        sameHost =
            record.port == port &&
            (raftPort == 0 || record.raftPort == raftPort) &&
            _sameIp(node, record.ip, record.ipLength, ip);
        return (node, record.org, record.status, record.proposal, sameHost);
    }

    /// @inheritdoc INodeManager
    function nextNode(string calldata enodeId) external view returns (uint256 node) {
        node = _nodeOf[keccak256(bytes(enodeId))];
        if (node == 0) node = uint256(_settings.count) + 1;
    }

    /// @inheritdoc INodeManager
    function enodeIdOf(uint256 node) external view returns (string memory) {
        return _info(node).enodeId;
    }

    /* READING */

    /// @inheritdoc INodeManager
    function connectionAllowed(string calldata enodeId, string calldata ip, uint16) external view returns (bool) {
        uint256 node = _nodeOf[keccak256(bytes(enodeId))];
        Node storage record = _nodes[node];
        if (record.status != NodeStatus.APPROVED) return false;
        return _settings.ipIgnored || _sameIp(node, record.ip, record.ipLength, ip);
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
        return _details(_nodeOf[keccak256(bytes(enodeId))]);
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

    function _write(
        uint256 node,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        uint256 org,
        uint256 status,
        uint256 proposal
    ) private {
        Names.requireHost(ip);
        if (port == 0) revert PortNotAllowed(port);

        bool fits = bytes(ip).length <= INLINE_IP;
        if (!fits) _longIps[node] = ip;
        Node storage record = _nodes[node];
        record.ip = fits ? bytes15(bytes(ip)) : bytes15(0);
        record.ipLength = fits ? uint8(bytes(ip).length) : 0;
        record.port = port;
        record.raftPort = raftPort;
        record.org = uint32(org);
        record.proposal = uint32(proposal);
        record.status = uint8(status);
    }

    function _sameIp(
        uint256 node,
        bytes15 inlineIp,
        uint8 inlineLength,
        string calldata ip
    ) private view returns (bool) {
        if (inlineLength == 0) return keccak256(bytes(_longIps[node])) == keccak256(bytes(ip));
        return bytes(ip).length == inlineLength && bytes15(bytes(ip)) == inlineIp;
    }

    function _ip(uint256 node, Node memory record) private view returns (string memory) {
        if (record.ipLength == 0) return _longIps[node];
        bytes memory ip = new bytes(record.ipLength);
        for (uint256 i = 0; i < ip.length; ++i) {
            ip[i] = record.ip[i];
        }
        return string(ip);
    }

    function _info(uint256 node) private view returns (NodeInfo memory info) {
        Node memory record = _nodes[node];
        if (record.status == NodeStatus.NONE) return info;
        if (record.org != 0) info.orgId = _settings.orgManager.fullId(record.org);
        info.enodeId = EnodeId.format(record.enodeHigh, record.enodeLow);
        info.ip = _ip(node, record);
        info.port = record.port;
        info.raftPort = record.raftPort;
        info.status = record.status;
        info.proposal = record.proposal;
    }

    function _details(
        uint256 node
    ) private view returns (string memory, string memory, string memory, uint16, uint16, uint256) {
        NodeInfo memory info = _info(node);
        return (info.orgId, info.enodeId, info.ip, info.port, info.raftPort, info.status);
    }
}
