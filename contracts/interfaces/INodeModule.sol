// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IRules} from "./IRules.sol";

/// @title Nodes of organisations
/// @notice With which nodes an organisation takes part, where they listen, and until when. Admins of an organisation look
///         after its nodes themselves; network admins decide by vote about those of the admin organisation, which nodes an
///         organisation loses, and which blacklistings are lifted. What all functions have in common, such as who calls,
///         the usual refusals and what an end is, is in IRules.
interface INodeModule is IRules {
    /* ADMISSION, ADDRESS AND STATUS */

    /// @notice Adds an approved node: a new one, or a free one, which belongs to no organisation. For admins of the
    ///         organisation or above. Emits NodeApproved. Reverts with NodeLostByVote, and what all functions that add a
    ///         node refuse (IRules).
    /// @param orgId The organisation's full id ("ORG1.SUB1").
    /// @param enodeId The node's enode id, 128 lower-case hex digits.
    /// @param ip Its ip address or host name (library Host).
    /// @param port Its port, 1 to 65535.
    /// @param raftPort Its Raft port; 0 for none.
    /// @param caller The account that called the interface.
    function addNode(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        address caller
    ) external;

    /// @notice Adds a node until a time, as `addNode` does without; or gives an approved or deactivated node of the
    ///         organisation, at its recorded address, another end. From then on other nodes refuse it. Not for the admin
    ///         organisation. Emits NodeApproved if it is added, and NodeEnds. Reverts with NodeByVoteOnly, EndNotAllowed,
    ///         NodeStatusNotAllowed, NodeAddressDiffers, NothingChanges, and what `addNode` refuses.
    /// @param orgId The organisation's full id ("ORG1.SUB1").
    /// @param enodeId The node's enode id, 128 lower-case hex digits.
    /// @param ip Its ip address or host name (library Host).
    /// @param port Its port, 1 to 65535.
    /// @param raftPort Its Raft port; 0 for none.
    /// @param until When it ends, in seconds since 1970; 0 for no end.
    function addNodeUntil(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        uint48 until
    ) external;

    /// @notice Deactivates, activates or blacklists a node. For admins of the organisation or above. Emits
    ///         NodeDeactivated, NodeActivated or NodeBlacklisted. Reverts with ActionNotAllowed, NodeStatusNotAllowed.
    ///         For a node of the admin organisation itself it proposes that, and refuses what all that propose refuse
    ///         (IRules). For network admins. Emits VotingItemAdded, ProposalCreated.
    /// @param orgId The organisation's full id ("ORG1.SUB1").
    /// @param enodeId The node's enode id, 128 lower-case hex digits.
    /// @param ip Its recorded ip address or host name.
    /// @param port Its recorded port.
    /// @param raftPort Its recorded Raft port; 0 is any.
    /// @param action 1 deactivate an approved one, 2 activate a deactivated one, 3 blacklist either (library Action).
    /// @param caller The account that called the interface.
    function updateNodeStatus(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        uint256 action,
        address caller
    ) external;

    /// @notice Changes where an approved or deactivated node listens. For admins of the organisation or above. Emits
    ///         NodeDeactivated with the old address, then NodeActivated with the new one, or NodeDeactivated if the
    ///         node is deactivated. Reverts with NodeUnknown, NodeOfOtherOrg, NothingChanges, NodeStatusNotAllowed,
    ///         HostNotAllowed, HostNameNotAllowed, PortNotAllowed. For a node of the admin organisation itself it proposes
    ///         that, and refuses what all that propose refuse (IRules). For network admins. Emits VotingItemAdded,
    ///         ProposalCreated, NodeAddressProposed.
    /// @param orgId The organisation's full id ("ORG1.SUB1").
    /// @param enodeId The node's enode id, 128 lower-case hex digits.
    /// @param ip Its new ip address or host name (library Host).
    /// @param port Its new port, 1 to 65535.
    /// @param raftPort Its new Raft port; 0 for none.
    function changeNodeAddress(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort
    ) external;

    /* RELEASE AND RECOVERY */

    /// @notice Lets an approved or deactivated node go: it is free, and the next organisation that adds it gets it. For
    ///         admins of the organisation or above. Emits NodeDeactivated. Reverts with NodeUnknown, NodeOfOtherOrg,
    ///         NodeByVoteOnly (a node of the admin organisation), SubjectHasProposal, NodeStatusNotAllowed.
    /// @param orgId The organisation's full id ("ORG1.SUB1").
    /// @param enodeId The node's enode id, 128 lower-case hex digits.
    function releaseNode(string calldata orgId, string calldata enodeId) external;

    /// @notice Proposes that an organisation, also the admin organisation, loses a node, a blacklisted one too. The
    ///         node is free then, and its former organisation does not add it again by hand, nor does one above or
    ///         below it. For network admins. Emits VotingItemAdded, ProposalCreated. Reverts with NotBooted,
    ///         OrgUnknown, NodeUnknown, NodeOfOtherOrg.
    /// @param orgId The organisation's full id ("ORG1.SUB1").
    /// @param enodeId The node's enode id, 128 lower-case hex digits.
    /// @return id The proposal's number, from 1 on.
    function proposeNodeRelease(string calldata orgId, string calldata enodeId) external returns (uint256 id);

    /// @notice Proposes to lift a node's blacklisting. For network admins. Emits VotingItemAdded, ProposalCreated,
    ///         NodeRecoveryInitiated. Reverts with OrgUnknown, NodeStatusNotAllowed.
    /// @param orgId The organisation's full id ("ORG1.SUB1").
    /// @param enodeId The node's enode id, 128 lower-case hex digits.
    /// @param ip Its recorded ip address or host name.
    /// @param port Its recorded port.
    /// @param raftPort Its recorded Raft port; 0 is any.
    /// @param caller The account that called the interface.
    function startBlacklistedNodeRecovery(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        address caller
    ) external;
}
