// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Node} from "../types/Node.sol";

/// @title Nodes: whose they are, where they listen, how they stand
/// @notice A node is known by its enode id, 128 lower-case hex digits. One whose proposal failed stays in the list as
///         deactivated and of no organisation; whoever adds it next gets it.
interface INodeManager {
    /// @dev A page's record. `raftPort` is 0 where there is none, `proposal` the open proposal about it or 0.
    struct NodeInfo {
        string orgId;
        string enodeId;
        string ip;
        uint16 port;
        uint16 raftPort;
        uint256 status;
        uint256 proposal;
    }

    event NodeProposed(string enodeId, string ip, uint16 port, uint16 raftPort, string orgId);
    event NodeApproved(string enodeId, string ip, uint16 port, uint16 raftPort, string orgId);
    event NodeDeactivated(string enodeId, string ip, uint16 port, uint16 raftPort, string orgId);
    event NodeActivated(string enodeId, string ip, uint16 port, uint16 raftPort, string orgId);
    event NodeBlacklisted(string enodeId, string ip, uint16 port, uint16 raftPort, string orgId);
    event NodeRecoveryInitiated(string enodeId, string ip, uint16 port, uint16 raftPort, string orgId);
    event NodeRecoveryCompleted(string enodeId, string ip, uint16 port, uint16 raftPort, string orgId);
    /// @notice Whether connections are compared with a node's ip.
    event IpCheckChanged(bool compared);

    error NodeExists(string enodeId);
    error PortNotAllowed(uint256 port);

    /* READING */

    /// @notice The node with this enode id; all empty when there is none. A free one, which a page shows without
    ///         organisation, is shown with the one that wanted it: nodes cannot bear a node without one.
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
        );

    /// @notice The same by 0-based place in the list. All empty beyond the end.
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
        );

    function getNumberOfNodes() external view returns (uint256);

    function getNodePage(uint256 from, uint256 count) external view returns (NodeInfo[] memory);

    /// @notice Whether connections are compared with a node's ip (true until a vote changes it), and the open proposal to
    ///         change that, or 0.
    function getIpCheck() external view returns (bool compared, uint256 proposal);

    /// @notice Whether a node with this enode id and ip may connect: it is approved, and comes from its ip if that is
    ///         compared. The port is not looked at: peers come from ephemeral ports. Never reverts.
    function connectionAllowed(string calldata enodeId, string calldata ip, uint16 port) external view returns (bool);

    /* SEAM */

    /// @notice Remembers where organisations are.
    function setUp(address orgManager) external returns (bool);

    /// @notice Records a node, or one that is free again: as approved, or as proposed under `proposal` unless that is 0.
    ///         Refuses NodeExists, EnodeIdNotAllowed, HostNotAllowed and PortNotAllowed (port 0).
    function add(
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        uint256 org,
        string calldata orgId,
        uint256 proposal
    ) external returns (bool);

    /// @notice Changes the status and announces it. `proposal` is the open proposal about the node, or 0.
    function setStatus(uint256 index, uint256 status, uint256 proposal, string calldata orgId) external returns (bool);

    /// @notice Changes the address. Nodes learn of it as the old one's deactivation and the new one's activation, or the new
    ///         one's deactivation if the node is deactivated. Refuses HostNotAllowed and PortNotAllowed (port 0).
    function move(
        uint256 index,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        string calldata orgId
    ) external returns (bool);

    /// @notice Sets a node free whose proposal failed: deactivated, of no organisation.
    function release(uint256 index) external returns (bool);

    /// @notice Sets whether ips are compared; `proposal` is the open proposal to change it, or 0.
    function setIpCheck(bool compared, uint256 proposal) external returns (bool);

    /* FOR THE SUITE */

    /// @notice The record of an enode id, index 0 when there is none; `sameAddress` says whether the ip and the port are the
    ///         given ones, and the Raft port too unless 0 is given (nodes list URLs without it).
    function find(
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort
    ) external view returns (uint256 index, Node node, bool sameAddress);

    /// @notice The index that a node with this enode id has or would get.
    function nextNode(string calldata enodeId) external view returns (uint256 index);

    /// @notice The enode id of a record; empty when there is none.
    function enodeIdOf(uint256 index) external view returns (string memory);
}
