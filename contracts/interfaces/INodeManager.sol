// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Node} from "../types/Node.sol";
import {ICounted} from "./ICounted.sol";
import {IHeld} from "./IHeld.sol";

/// @title Nodes: whose they are, where they listen, how they stand
/// @notice A node is known by its enode id: its public key as 128 lower-case hex digits. It listens at an ip address or host
///         name (library Host), a port (1 to 65535) and perhaps a Raft port (1 to 65535, 0 for none). Status 0 to
///         5 (library NodeStatus): 0 none, 1 proposed, 2 approved, 3 deactivated, 4 blacklisted, 5 recovery from the
///         blacklist proposed. A node that was let go, or whose proposal failed, is free: it stays in the list as
///         deactivated and belongs to no organisation, and the next organisation that adds it gets it.
/// @dev What index, place and page mean, and who may call which group: see IManaged.
interface INodeManager is ICounted, IHeld {
    /// @dev A page's record. `orgId` is the organisation's full id, empty for a free node; `status` as in NodeStatus;
    ///      `raftPort` is 0 where there is none, `proposal` the open proposal about it or 0, `heldUntil` until when it is
    ///      held, `endsAt` when its admission ends, or has ended, both in seconds since 1970, or 0.
    struct NodeInfo {
        string orgId;
        string enodeId;
        string ip;
        uint16 port;
        uint16 raftPort;
        uint256 status;
        uint256 proposal;
        uint256 heldUntil;
        uint256 endsAt;
    }

    event NodeProposed(string enodeId, string ip, uint16 port, uint16 raftPort, string orgId);
    event NodeApproved(string enodeId, string ip, uint16 port, uint16 raftPort, string orgId);
    event NodeDeactivated(string enodeId, string ip, uint16 port, uint16 raftPort, string orgId);
    event NodeActivated(string enodeId, string ip, uint16 port, uint16 raftPort, string orgId);
    /// @notice Also when a proposed recovery failed.
    event NodeBlacklisted(string enodeId, string ip, uint16 port, uint16 raftPort, string orgId);
    event NodeRecoveryInitiated(string enodeId, string ip, uint16 port, uint16 raftPort, string orgId);
    event NodeRecoveryCompleted(string enodeId, string ip, uint16 port, uint16 raftPort, string orgId);
    /// @notice A vote may bring a recorded node to this address, and to this organisation. Until then it stays where it is.
    event NodeAddressProposed(string enodeId, string ip, uint16 port, uint16 raftPort, string orgId);
    /// @notice Whether the ip that a connection comes from is now compared with the node's.
    event IpCheckChanged(bool compared);
    /// @notice Whether nodes may now be recorded with a host name.
    event HostNamesChanged(bool allowed);

    /// @notice An emergency measure holds the node until then, in seconds since 1970, or does so no longer.
    event NodeHeld(string enodeId, string orgId, uint256 until, bool held);
    /// @notice The node is admitted until then, in seconds since 1970, or without an end if that is 0.
    event NodeEnds(string enodeId, string orgId, uint256 endsAt);

    error NodeExists(string enodeId);
    /// @dev 5 is the highest status: GoQuorum nodes know no other.
    error NodeStatusUnknown(uint256 status);

    /* READING */

    /// @notice Returns a node. All values are empty when there is none. A free node is shown with the organisation that
    ///         had it, or that it was proposed for, although it belongs to none: GoQuorum nodes cannot cope with a node
    ///         without one.
    /// @param enodeId 128 lower-case hex digits.
    /// @return orgId Full id of its organisation ("ORG1.SUB1").
    /// @return enodeId_ Its enode id.
    /// @return ip Its ip address or host name.
    /// @return port Its port, 1 to 65535.
    /// @return raftPort Its Raft port; 0 for none.
    /// @return nodeStatus 0 to 5 (library NodeStatus).
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

    /// @notice Returns the node at a place in the list, a free one as `getNodeDetails` does. All values are empty
    ///         beyond the end.
    /// @param nodeIndex 0-based place.
    /// @return orgId Full id of its organisation ("ORG1.SUB1").
    /// @return enodeId Its enode id, 128 lower-case hex digits.
    /// @return ip Its ip address or host name.
    /// @return port Its port, 1 to 65535.
    /// @return raftPort Its Raft port; 0 for none.
    /// @return nodeStatus 0 to 5 (library NodeStatus).
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

    /// @notice Returns the number of nodes, free ones too.
    /// @return How many places the list has.
    function getNumberOfNodes() external view returns (uint256);

    /// @notice Returns a page of the list. A free node is shown without an organisation.
    /// @param from 0-based place of the first.
    /// @param count How many at most.
    /// @return The records, oldest first.
    function getNodePage(uint256 from, uint256 count) external view returns (NodeInfo[] memory);

    /// @notice Returns the nodes that an emergency measure holds, and those that it holds no longer while nobody has
    ///         recorded it (`endHold`): nodes have not been told that.
    /// @return nodes The nodes; `heldUntil` is 0 where it has ended.
    function getHeldNodes() external view returns (NodeInfo[] memory nodes);

    /// @notice Returns where an open proposal wants a recorded node: that of an organisation which is to get another's
    ///         node, or of a move. All values are empty when none does.
    /// @param enodeId 128 lower-case hex digits.
    /// @return ip The proposed ip address or host name.
    /// @return port The proposed port, 1 to 65535.
    /// @return raftPort The proposed Raft port; 0 for none.
    function getProposedAddress(
        string calldata enodeId
    ) external view returns (string memory ip, uint16 port, uint16 raftPort);

    /// @notice Returns what applies to the addresses of all nodes.
    /// @return ipCompared Whether the ip that a connection comes from is compared with the node's; true until it is changed.
    /// @return hostNamesAllowed Whether nodes may be recorded with a host name; false until it is changed.
    function getAddressRules() external view returns (bool ipCompared, bool hostNamesAllowed);

    /// @notice Returns whether a node is approved, and comes from its ip if ips are compared. Whether the network has
    ///         booted is not looked at: nodes ask the interface.
    /// @param enodeId 128 lower-case hex digits; any other text is the id of no node.
    /// @param ip The ip address or host name that it comes from.
    /// @param port Ignored: peers come from ephemeral ports.
    /// @return Whether it may connect.
    function connectionAllowed(string calldata enodeId, string calldata ip, uint16 port) external view returns (bool);

    /// @notice Returns how often an organisation may move nodes on one day, as it was set.
    /// @param org Index of an organisation without parent; 0 for all that have no limit of their own.
    /// @return The limit, 1 to 32,767; 0 if none was set.
    function moveLimitOf(uint256 org) external view returns (uint256);

    /* ONLY IMPLEMENTATION */

    /// @notice Remembers where organisations are. Can be called only once. Emits nothing.
    /// @param orgManager Address of the manager of organisations.
    /// @return Always true.
    function setUp(address orgManager) external returns (bool);

    /// @notice Records a node, a new one or a free one, as approved or as proposed. Emits NodeApproved or NodeProposed.
    ///         One that an organisation has stays as it is: the proposal is linked to it and its address kept beside it.
    ///         Emits NodeAddressProposed. Reverts with NodeExists (such a node, without a proposal), TooMany.
    /// @param enodeId 128 lower-case hex digits.
    /// @param x The first 32 of the 64 bytes for which the enode id stands, a point of the curve secp256k1.
    /// @param org Index of its organisation, from 1 on.
    /// @param addedBy Index of the organisation without parent that adds it by hand; 0 if it is not counted.
    /// @param ip Its ip address or host name (library Host).
    /// @param port Its port, 1 to 65535.
    /// @param raftPort Its Raft port; 0 for none.
    /// @param orgId Full id of its organisation, for the event.
    /// @param proposal The proposal that is about to be opened for it; 0 records it as approved.
    /// @return index The record's index, from 1 on.
    /// @return former The record as it was; empty for a new node.
    /// @return added How many that organisation has added with this one, with all below it.
    /// @return limit How many it may add; 0 if no limit was set.
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
    ) external returns (uint256 index, Node former, uint256 added, uint256 limit);

    /// @notice Changes a listed node's status. Emits the event of the change: NodeApproved, NodeActivated,
    ///         NodeRecoveryCompleted, NodeDeactivated, NodeBlacklisted or NodeRecoveryInitiated. Reverts with
    ///         NodeStatusUnknown.
    /// @param status The new status, 2 to 5 (library NodeStatus).
    /// @param enodeId 128 lower-case hex digits.
    /// @param proposal The open proposal about it from now on, or 0.
    /// @param orgId Full id of its organisation, for the event.
    /// @return Always true.
    function changeStatus(
        uint256 status,
        string calldata enodeId,
        uint256 proposal,
        string calldata orgId
    ) external returns (bool);

    /// @notice Changes where a listed node listens. Nodes learn of it from two events: NodeDeactivated with the old
    ///         address, then NodeActivated with the new one, or NodeDeactivated if the node is not approved.
    /// @param enodeId 128 lower-case hex digits.
    /// @param ip The new ip address or host name (library Host).
    /// @param port The new port, 1 to 65535.
    /// @param raftPort The new Raft port; 0 for none.
    /// @param orgId Full id of its organisation, for the events.
    /// @param movedBy Index of the organisation's ultimate parent.
    /// @param day Today, in days since 1970.
    /// @return moves How often that organisation has moved nodes on that day, with this one and with all below it.
    /// @return limit How often it may; 0 if no limit was set.
    function move(
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        string calldata orgId,
        uint256 movedBy,
        uint256 day
    ) external returns (uint256 moves, uint256 limit);

    /// @notice Moves a listed node to the proposed address, and forgets the proposal. Emits what `move` does.
    /// @param enodeId 128 lower-case hex digits.
    /// @param orgId Full id of its organisation, for the events.
    /// @return Always true.
    function moveAsProposed(string calldata enodeId, string calldata orgId) external returns (bool);

    /// @notice Links a proposal to a listed node, and keeps the address that it proposes for it. Emits NodeAddressProposed.
    /// @param enodeId 128 lower-case hex digits.
    /// @param ip The proposed ip address or host name (library Host).
    /// @param port The proposed port, 1 to 65535.
    /// @param raftPort The proposed Raft port; 0 for none.
    /// @param orgId Full id of its organisation, for the event.
    /// @param proposal The open proposal about it from now on.
    /// @return Always true.
    function proposeAddress(
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        string calldata orgId,
        uint256 proposal
    ) external returns (bool);

    /// @notice Sets the open proposal about a listed node, and nothing else. Emits nothing.
    /// @param enodeId 128 lower-case hex digits.
    /// @param proposal The proposal, which proposes no address; 0 for none any more.
    /// @return Always true.
    function setNodeProposal(string calldata enodeId, uint256 proposal) external returns (bool);

    /// @notice Gives a node to the organisation that it was proposed for, as approved. Emits NodeApproved. One that another
    ///         organisation has moves to the proposed address: first emits NodeRecoveryCompleted, if it is blacklisted, and
    ///         NodeDeactivated, both with its former address and organisation.
    /// @param enodeId 128 lower-case hex digits.
    /// @param org Index of the organisation, from 1 on.
    /// @param orgId Its full id, for the event.
    /// @return Always true.
    function welcome(string calldata enodeId, uint256 org, string calldata orgId) external returns (bool);

    /// @notice Frees a node: it is deactivated and belongs to no organisation. Emits NodeDeactivated, and first
    ///         NodeRecoveryCompleted if it is blacklisted. A node of another organisation, proposed for this one, stays as
    ///         it is, without the proposal.
    /// @param enodeId 128 lower-case hex digits.
    /// @param org Index of the organisation that has it, or that it was proposed for.
    /// @param orgId Its full id, for the event.
    /// @param byVote Whether that organisation lost it by vote.
    /// @return Always true.
    function release(string calldata enodeId, uint256 org, string calldata orgId, bool byVote) external returns (bool);

    /// @notice Says until when an organisation has a node. Emits NodeEnds.
    /// @param enodeId That of a listed node.
    /// @param orgId Full id of its organisation, for the event.
    /// @param endsAt In seconds since 1970; 0 for no end.
    /// @return Always true.
    function setNodeEnd(string calldata enodeId, string calldata orgId, uint256 endsAt) external returns (bool);

    /// @notice Holds a node, or does so no longer. Emits NodeHeld; for an approved node also NodeDeactivated, on which nodes
    ///         drop it, or NodeActivated.
    /// @param enodeId That of a listed node.
    /// @param orgId Full id of its organisation, for the events.
    /// @param until In seconds since 1970; it is kept when the node is held no longer.
    /// @param held Whether it is held.
    /// @return Always true.
    function recordHold(
        string calldata enodeId,
        string calldata orgId,
        uint256 until,
        bool held
    ) external returns (bool);

    /// @notice Sets whether ips are compared. Emits IpCheckChanged.
    /// @param compared Whether the ip that a connection comes from is compared with the node's.
    /// @return Always true.
    function setIpCheck(bool compared) external returns (bool);

    /// @notice Sets how often an organisation may move nodes on one day. Emits LimitChanged.
    /// @param setting Which limit it is (library Setting), for the event.
    /// @param org Index of an organisation without parent; 0 for all that have no limit of their own.
    /// @param orgId Its id, for the event; empty for all.
    /// @param limit 1 to 32,767; 0 takes the limit away.
    /// @return Always true.
    function setMoveLimit(uint256 setting, uint256 org, string calldata orgId, uint256 limit) external returns (bool);

    /// @notice Sets whether nodes may be recorded with a host name. Emits HostNamesChanged.
    /// @param allowed Whether they may; those recorded stay.
    /// @return Always true.
    function setHostNames(bool allowed) external returns (bool);

    /* FOR THE IMPLEMENTATION */

    /// @notice Finds a node, and says whether it listens at an address.
    /// @param key Keccak-256 of the enode id.
    /// @param ip The ip address or host name to compare.
    /// @param port The port to compare.
    /// @param raftPort The Raft port to compare; 0 is any, since nodes list URLs without it.
    /// @return node The record; empty when there is none.
    /// @return sameAddress Whether the address is the recorded one.
    function fetchListeningNode(
        bytes32 key,
        string calldata ip,
        uint16 port,
        uint16 raftPort
    ) external view returns (Node node, bool sameAddress);

    /// @notice Finds a node, and says whether it may come from an ip.
    /// @param ip The ip address or host name that it comes from.
    /// @param key Keccak-256 of the enode id.
    /// @return node The record; empty when there is none.
    /// @return ipFits Whether the ip is the node's, or ips are not compared.
    function fetchPeerNodeWithIp(string calldata ip, bytes32 key) external view returns (Node node, bool ipFits);

    /// @notice Returns when the admission of a node ends whose record says that it does.
    /// @param index Its index, from 1 on.
    /// @return In seconds since 1970.
    function endOf(uint256 index) external view returns (uint256);

    /// @notice Returns which node is held beside another one; of several, the one that is so for longest.
    /// @param than Index of the other one, from 1 on.
    /// @return index Its index; 0 if none is.
    /// @return until Until when it is held, in seconds since 1970; 0 if none is.
    function otherHeld(uint256 than) external view returns (uint256 index, uint256 until);

    /// @notice Finds a node.
    /// @param key Keccak-256 of the enode id.
    /// @return The record; empty when there is none.
    function fetchNode(bytes32 key) external view returns (Node);

    /// @notice Says whether an open proposal wants a node at an address.
    /// @param key Keccak-256 of the enode id.
    /// @param ip The ip address or host name to compare.
    /// @param port The port to compare.
    /// @param raftPort The Raft port to compare; 0 is any.
    /// @return Whether it does.
    function isProposedAt(bytes32 key, string calldata ip, uint16 port, uint16 raftPort) external view returns (bool);

    /// @notice Returns a node, and where a proposal about it wants it.
    /// @param index The record's index, from 1 on.
    /// @param proposal The proposal's number.
    /// @return enodeId Its enode id, 128 lower-case hex digits.
    /// @return ip The ip address or host name that the proposal proposes; the recorded one if it proposes none, or is not
    ///         the open one about the node.
    /// @return port The port there.
    /// @return raftPort The Raft port there; 0 for none.
    function nodeByProposal(
        uint256 index,
        uint256 proposal
    ) external view returns (string memory enodeId, string memory ip, uint16 port, uint16 raftPort);

    /// @notice Names a record.
    /// @param index The record's index, from 1 on.
    /// @return Its enode id, 128 lower-case hex digits; empty for 0, and 128 zeros for an index beyond the list.
    function enodeIdOf(uint256 index) external view returns (string memory);
}
