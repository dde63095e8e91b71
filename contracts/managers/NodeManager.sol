// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {INodeManager} from "../interfaces/INodeManager.sol";
import {IOrgManager} from "../interfaces/IOrgManager.sol";
import {Clock} from "../libraries/Clock.sol";
import {NodeStatus} from "../libraries/Codes.sol";
import {EnodeId} from "../libraries/EnodeId.sol";
import {Text} from "../libraries/Text.sol";
import {Node, NodeFields} from "../types/Node.sol";
import {Org} from "../types/Org.sol";
import {Counted} from "./Counted.sol";
import {Held} from "./Held.sol";
import {Managed} from "./Managed.sol";

/// @title NodeManager
contract NodeManager is INodeManager, Counted, Held {
    /* TYPES */

    struct Settings {
        IOrgManager orgManager; // set once, by setUp
        bool ipIgnored; // and not `ipCompared`, so that in an untouched slot ips are compared
        bool hostNamesAllowed;
        uint16 moveLimit; // of each organisation that has none of its own
    }

    struct Moves {
        uint32 day;
        uint16 count; // on that day
        uint16 ownLimit; // 0 for none
    }

    struct Address {
        string ip;
        uint16 port;
        uint16 raftPort;
    }

    /* STORAGE */

    Settings private _settings;
    mapping(bytes32 enodeIdTextHash => Node) private _nodes;
    mapping(uint256 index => uint256) private _x; // of enode ids; index 0 is no node
    mapping(uint256 index => string) private _longIps; // of nodes whose ip does not fit into the word
    mapping(uint256 org => Moves) private _moves; // of organisations without parent, with all below them
    mapping(uint256 index => Address) private _proposedAddresses; // of nodes that a vote may move or give away
    uint24[] private _held; // indexes of nodes whose records say so
    mapping(uint256 index => uint256) private _endsAt; // of nodes whose records say that they end

    /* CONSTRUCTOR */

    constructor(address permUpgradable) Managed(permUpgradable) {}

    /* ONLY IMPLEMENTATION */

    /// @inheritdoc INodeManager
    function setUp(address orgManager) external onlyImplementation returns (bool) {
        _settings.orgManager = IOrgManager(orgManager);

        return true;
    }

    /// @inheritdoc INodeManager
    function list(
        string calldata enodeId,
        uint256 x,
        uint256 org,
        uint256 addedBy,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        string calldata orgId,
        uint256 proposal
    ) external onlyImplementation returns (uint256 index, Node former, uint256 added, uint256 limit) {
        bytes32 key = keccak256(bytes(enodeId));
        former = _nodes[key];
        if (former.org() != 0) {
            if (proposal == 0) revert NodeExists(enodeId);
            _proposeAddress(enodeId, ip, port, raftPort, orgId, proposal);
            return (former.index(), former, 0, 0);
        }
        (index, added, limit) = _count(former.index() == 0, addedBy);
        if (index == 0) index = former.index();
        else _x[index] = x;

        uint256 status = proposal == 0 ? NodeStatus.APPROVED : NodeStatus.PROPOSED;
        _nodes[key] = _listening(former, index, ip, port, raftPort).withStanding(status, org, proposal);

        if (proposal == 0) emit NodeApproved(enodeId, ip, port, raftPort, orgId);
        else emit NodeProposed(enodeId, ip, port, raftPort, orgId);
    }

    /// @inheritdoc INodeManager
    function changeStatus(
        uint256 status,
        string calldata enodeId,
        uint256 proposal,
        string calldata orgId
    ) external onlyImplementation returns (bool) {
        bytes32 key = keccak256(bytes(enodeId));
        Node node = _nodes[key];
        _nodes[key] = node.withStanding(status, node.org(), proposal);

        string memory ip = _ip(node);
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
        } else if (status == NodeStatus.RECOVERY_PROPOSED) {
            emit NodeRecoveryInitiated(enodeId, ip, port, raftPort, orgId);
        } else {
            revert NodeStatusUnknown(status);
        }
        return true;
    }

    /// @inheritdoc INodeManager
    function move(
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        string calldata orgId,
        uint256 movedBy,
        uint256 day
    ) external onlyImplementation returns (uint256 moves, uint256 limit) {
        bytes32 key = keccak256(bytes(enodeId));
        Node node = _nodes[key];
        _move(key, node, enodeId, ip, port, raftPort, orgId, node.proposal());
        return _countMove(movedBy, day);
    }

    /// @inheritdoc INodeManager
    function moveAsProposed(string calldata enodeId, string calldata orgId) external onlyImplementation returns (bool) {
        bytes32 key = keccak256(bytes(enodeId));
        Node node = _nodes[key];
        Address memory to = _takeProposedAddress(node.index());
        _move(key, node, enodeId, to.ip, to.port, to.raftPort, orgId, 0);
        return true;
    }

    /// @inheritdoc INodeManager
    function proposeAddress(
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        string calldata orgId,
        uint256 proposal
    ) external onlyImplementation returns (bool) {
        _proposeAddress(enodeId, ip, port, raftPort, orgId, proposal);
        return true;
    }

    /// @inheritdoc INodeManager
    function setNodeProposal(string calldata enodeId, uint256 proposal) external onlyImplementation returns (bool) {
        _link(keccak256(bytes(enodeId)), proposal);
        return true;
    }

    /// @inheritdoc INodeManager
    function welcome(
        string calldata enodeId,
        uint256 org,
        string calldata orgId
    ) external onlyImplementation returns (bool) {
        bytes32 key = keccak256(bytes(enodeId));
        Node node = _nodes[key];
        if (node.org() == org) {
            _nodes[key] = node.withStanding(NodeStatus.APPROVED, org, 0);

            emit NodeApproved(enodeId, _ip(node), node.port(), node.raftPort(), orgId);
        } else {
            _takeOver(key, node, enodeId, org, orgId);
        }
        return true;
    }

    /// @inheritdoc INodeManager
    function release(
        string calldata enodeId,
        uint256 org,
        string calldata orgId,
        bool byVote
    ) external onlyImplementation returns (bool) {
        bytes32 key = keccak256(bytes(enodeId));
        Node node = _nodes[key];
        if (node.org() != org) {
            _link(key, 0);
            return true;
        }
        Node freed = node.freed(NodeStatus.DEACTIVATED);
        _nodes[key] = byVote ? freed.withLostBy(_ultimateOf(org)) : freed;

        _tellOfEnd(node, enodeId, _ip(node), orgId);
        return true;
    }

    /// @inheritdoc INodeManager
    function recordHold(
        string calldata enodeId,
        string calldata orgId,
        uint256 until,
        bool held
    ) external onlyImplementation returns (bool) {
        bytes32 key = keccak256(bytes(enodeId));
        Node node = _nodes[key];
        _nodes[key] = node.withHeld(held);
        _hold(node.index(), until);
        _listHeld(node.index(), held);

        emit NodeHeld(enodeId, orgId, until, held);
        if (node.status() != NodeStatus.APPROVED) return true;
        if (held) emit NodeDeactivated(enodeId, _ip(node), node.port(), node.raftPort(), orgId);
        else emit NodeActivated(enodeId, _ip(node), node.port(), node.raftPort(), orgId);
        return true;
    }

    /// @inheritdoc INodeManager
    function setNodeEnd(
        string calldata enodeId,
        string calldata orgId,
        uint256 endsAt
    ) external onlyImplementation returns (bool) {
        bytes32 key = keccak256(bytes(enodeId));
        Node node = _nodes[key];
        _nodes[key] = node.withEnd(endsAt != 0);
        if (endsAt != 0) _endsAt[node.index()] = endsAt;

        emit NodeEnds(enodeId, orgId, endsAt);
        return true;
    }

    /// @inheritdoc INodeManager
    function setIpCheck(bool compared) external onlyImplementation returns (bool) {
        _settings.ipIgnored = !compared;

        emit IpCheckChanged(compared);
        return true;
    }

    /// @inheritdoc INodeManager
    function setHostNames(bool allowed) external onlyImplementation returns (bool) {
        _settings.hostNamesAllowed = allowed;

        emit HostNamesChanged(allowed);
        return true;
    }

    /// @inheritdoc INodeManager
    function setMoveLimit(
        uint256 setting,
        uint256 org,
        string calldata orgId,
        uint256 limit
    ) external onlyImplementation returns (bool) {
        if (org == 0) _settings.moveLimit = uint16(limit);
        else _moves[org].ownLimit = uint16(limit);

        emit LimitChanged(setting, orgId, limit);
        return true;
    }

    /* FOR THE IMPLEMENTATION */

    /// @inheritdoc INodeManager
    function fetchListeningNode(
        bytes32 key,
        string calldata ip,
        uint16 port,
        uint16 raftPort
    ) external view returns (Node node, bool sameAddress) {
        node = _nodes[key];
        sameAddress = node.port() == port && (raftPort == 0 || node.raftPort() == raftPort) && _hasIp(node, ip);
    }

    /// @inheritdoc INodeManager
    function fetchPeerNodeWithIp(string calldata ip, bytes32 key) external view returns (Node node, bool ipFits) {
        return _peer(key, ip);
    }

    /// @inheritdoc INodeManager
    function getHeldNodes() external view returns (NodeInfo[] memory nodes) {
        nodes = new NodeInfo[](_held.length);
        for (uint256 i = 0; i < nodes.length; ++i) {
            (nodes[i], ) = _info(_held[i]);
        }
    }

    /// @inheritdoc INodeManager
    function otherHeld(uint256 than) external view returns (uint256 index, uint256 until) {
        for (uint256 i = 0; i < _held.length; ++i) {
            if (_held[i] == than) continue;
            uint256 one = _isHeldUntil(_held[i]);
            if (one > until) (index, until) = (_held[i], one);
        }
    }

    /// @inheritdoc INodeManager
    function endOf(uint256 index) external view returns (uint256) {
        return _endsAt[index];
    }

    /// @inheritdoc INodeManager
    function fetchNode(bytes32 key) external view returns (Node) {
        return _nodes[key];
    }

    /// @inheritdoc INodeManager
    function isProposedAt(bytes32 key, string calldata ip, uint16 port, uint16 raftPort) external view returns (bool) {
        Address storage proposed = _proposedAddresses[_nodes[key].index()];
        bool samePorts = proposed.port == port && (raftPort == 0 || proposed.raftPort == raftPort);
        return samePorts && keccak256(bytes(proposed.ip)) == keccak256(bytes(ip));
    }

    /// @inheritdoc INodeManager
    function enodeIdOf(uint256 index) external view returns (string memory) {
        if (_x[index] == 0) return "";
        (, string memory enodeId) = _nodeAt(index);
        return enodeId;
    }

    /// @inheritdoc INodeManager
    function nodeByProposal(
        uint256 index,
        uint256 proposal
    ) external view returns (string memory enodeId, string memory ip, uint16 port, uint16 raftPort) {
        Node node;
        (node, enodeId) = _nodeAt(index);
        Address storage proposed = _proposedAddresses[index];
        if (node.proposal() == proposal && proposed.port != 0) {
            return (enodeId, proposed.ip, proposed.port, proposed.raftPort);
        }
        return (enodeId, _ip(node), node.port(), node.raftPort());
    }

    /* READING */

    /// @inheritdoc INodeManager
    function connectionAllowed(string calldata enodeId, string calldata ip, uint16) external view returns (bool) {
        (Node node, bool ipFits) = _peer(keccak256(bytes(enodeId)), ip);
        bool held = node.held() && _isHeldUntil(node.index()) != 0;
        bool ended = node.ends() && Clock.nowSeconds() >= _endsAt[node.index()];
        return node.status() == NodeStatus.APPROVED && ipFits && !held && !ended;
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
        return _details(_nodes[keccak256(bytes(enodeId))].index());
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
        return _details(nodeIndex < _records() ? nodeIndex + 1 : 0);
    }

    /// @inheritdoc INodeManager
    function getNumberOfNodes() external view returns (uint256) {
        return _records();
    }

    /// @inheritdoc INodeManager
    function getNodePage(uint256 from, uint256 count) external view returns (NodeInfo[] memory page) {
        page = new NodeInfo[](_pageEnd(from, count, _records()) - from);
        for (uint256 i = 0; i < page.length; ++i) {
            (page[i], ) = _info(from + i + 1);
        }
    }

    /// @inheritdoc INodeManager
    function getProposedAddress(
        string calldata enodeId
    ) external view returns (string memory ip, uint16 port, uint16 raftPort) {
        Address storage proposed = _proposedAddresses[_nodes[keccak256(bytes(enodeId))].index()];
        return (proposed.ip, proposed.port, proposed.raftPort);
    }

    /// @inheritdoc INodeManager
    function getAddressRules() external view returns (bool ipCompared, bool hostNamesAllowed) {
        return (!_settings.ipIgnored, _settings.hostNamesAllowed);
    }

    /// @inheritdoc INodeManager
    function moveLimitOf(uint256 org) external view returns (uint256) {
        return org == 0 ? _settings.moveLimit : _moves[org].ownLimit;
    }

    /* INTERNAL */

    function _countMove(uint256 org, uint256 day) private returns (uint256 count, uint256 limit) {
        Moves memory moves = _moves[org];
        count = moves.day == day ? moves.count + uint256(1) : 1;
        limit = moves.ownLimit == 0 ? _settings.moveLimit : moves.ownLimit;
        (_moves[org].day, _moves[org].count) = (uint32(day), uint16(count));
    }

    /// @dev A node's word with its index, who lost it and where it listens; a long ip is stored beside it.
    function _listening(
        Node former,
        uint256 index,
        string memory ip,
        uint16 port,
        uint16 raftPort
    ) private returns (Node) {
        uint256 length = bytes(ip).length;
        bytes15 inlineIp = 0;
        if (length <= NodeFields.INLINE_IP) {
            inlineIp = bytes15(bytes(ip));
        } else {
            length = 0;
            _longIps[index] = ip;
        }
        return NodeFields.create(former, index, inlineIp, length, port, raftPort);
    }

    function _move(
        bytes32 key,
        Node node,
        string calldata enodeId,
        string memory ip,
        uint16 port,
        uint16 raftPort,
        string calldata orgId,
        uint256 proposal
    ) private {
        string memory formerIp = _ip(node);
        uint256 status = node.status();
        Node moved = _listening(node, node.index(), ip, port, raftPort);
        _nodes[key] = moved.withStanding(status, node.org(), proposal);

        emit NodeDeactivated(enodeId, formerIp, node.port(), node.raftPort(), orgId);
        if (status == NodeStatus.APPROVED) emit NodeActivated(enodeId, ip, port, raftPort, orgId);
        else emit NodeDeactivated(enodeId, ip, port, raftPort, orgId);
    }

    /// @dev Gives a node of another organisation to `org`, at the proposed address.
    function _takeOver(bytes32 key, Node node, string calldata enodeId, uint256 org, string calldata orgId) private {
        string memory formerIp = _ip(node);
        Address memory to = _takeProposedAddress(node.index());
        Node moved = _listening(node, node.index(), to.ip, to.port, to.raftPort);
        moved = moved.withLostBy(_ultimateOf(node.org())).withEnd(false);
        _nodes[key] = moved.withStanding(NodeStatus.APPROVED, org, 0);

        _tellOfEnd(node, enodeId, formerIp, _settings.orgManager.orgIdAt(node.org()));
        emit NodeApproved(enodeId, to.ip, to.port, to.raftPort, orgId);
    }

    /// @dev Tells nodes that an organisation has the node no more. Nodes take a URL out of their list of disallowed nodes
    ///      when its recovery is completed, and at nothing else.
    function _tellOfEnd(Node node, string calldata enodeId, string memory ip, string memory orgId) private {
        (uint16 port, uint16 raftPort) = (node.port(), node.raftPort());
        if (node.status() == NodeStatus.BLACKLISTED) emit NodeRecoveryCompleted(enodeId, ip, port, raftPort, orgId);
        emit NodeDeactivated(enodeId, ip, port, raftPort, orgId);
    }

    /// @dev Links a proposal to a node, and keeps the address that it proposes for it.
    function _proposeAddress(
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        string calldata orgId,
        uint256 proposal
    ) private {
        Node node = _link(keccak256(bytes(enodeId)), proposal);
        _proposedAddresses[node.index()] = Address({ip: ip, port: port, raftPort: raftPort});

        emit NodeAddressProposed(enodeId, ip, port, raftPort, orgId);
    }

    /// @dev Sets the open proposal about a node; what a former one proposed is forgotten.
    function _link(bytes32 key, uint256 proposal) private returns (Node node) {
        node = _nodes[key];
        _nodes[key] = node.withStanding(node.status(), node.org(), proposal);
        delete _proposedAddresses[node.index()];
    }

    /// @dev A list of those that are held: few, as it takes a resolution to hold more than one.
    function _listHeld(uint256 index, bool held) private {
        for (uint256 i = _held.length; i > 0; --i) {
            if (_held[i - 1] != index) continue;
            _held[i - 1] = _held[_held.length - 1];
            _held.pop();
        }
        if (held) _held.push(uint24(index));
    }

    function _takeProposedAddress(uint256 index) private returns (Address memory proposed) {
        proposed = _proposedAddresses[index];
        delete _proposedAddresses[index];
    }

    function _ultimateOf(uint256 org) private view returns (uint256) {
        (Org record, ) = _settings.orgManager.getRecord(org);
        return record.ultimate();
    }

    /// @dev A node, and whether it may come from this ip: it is the node's, or ips are not compared.
    function _peer(bytes32 key, string calldata ip) private view returns (Node node, bool ipFits) {
        node = _nodes[key];
        ipFits = _hasIp(node, ip) || _settings.ipIgnored;
    }

    function _hasIp(Node node, string calldata ip) private view returns (bool) {
        uint256 length = node.ipLength();
        if (length == 0) return keccak256(bytes(_longIps[node.index()])) == keccak256(bytes(ip));
        return bytes(ip).length == length && bytes15(bytes(ip)) == node.inlineIp();
    }

    function _ip(Node node) private view returns (string memory) {
        uint256 length = node.ipLength();
        return length == 0 ? _longIps[node.index()] : Text.prefix(node.inlineIp(), length);
    }

    /// @dev A recorded node and its enode id. Of the two with its x, it is the one that is recorded at this index.
    function _nodeAt(uint256 index) private view returns (Node node, string memory enodeId) {
        string memory other;
        (enodeId, other) = EnodeId.format(_x[index]);
        node = _nodes[keccak256(bytes(enodeId))];
        if (node.index() != index) (node, enodeId) = (_nodes[keccak256(bytes(other))], other);
    }

    function _info(uint256 index) private view returns (NodeInfo memory info, Node node) {
        if (index == 0) return (info, node);
        (node, info.enodeId) = _nodeAt(index);
        if (node.org() != 0) info.orgId = _settings.orgManager.orgIdAt(node.org());
        info.ip = _ip(node);
        info.port = node.port();
        info.raftPort = node.raftPort();
        info.status = node.status();
        info.proposal = node.org() == 0 ? 0 : node.proposal();
        if (node.held()) info.heldUntil = _isHeldUntil(index);
        if (node.ends()) info.endsAt = _endsAt[index];
    }

    function _details(
        uint256 index
    ) private view returns (string memory, string memory, string memory, uint16, uint16, uint256) {
        (NodeInfo memory info, Node node) = _info(index);
        // GoQuorum nodes allow no transaction while their list has a node of an organisation that they do not know.
        uint256 former = node.formerOrg();
        if (former != 0) info.orgId = _settings.orgManager.orgIdAt(former);
        return (info.orgId, info.enodeId, info.ip, info.port, info.raftPort, info.status);
    }
}
