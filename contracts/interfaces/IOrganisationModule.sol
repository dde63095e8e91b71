// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IRules} from "./IRules.sol";

/// @title Organisations
/// @notice Who belongs to the network. Network admins propose organisations, and vote on them; admins of an organisation
///         divide it into sub-organisations. What all functions have in common, such as who calls and the usual refusals, is
///         in IRules.
interface IOrganisationModule is IRules {
    /* ORGANISATIONS */

    /// @notice Proposes an organisation without parent, with its first node and its admin. What another organisation has
    ///         claimed by hand, in whatever status, stays with it until the vote has passed. For network admins. Emits
    ///         OrgPendingApproval, NodeProposed or NodeAddressProposed, AccountAccessModified if the account is unassigned,
    ///         VotingItemAdded, ProposalCreated. Reverts with NotBooted, NameNotAllowed, OrgExists, ZeroAddress,
    ///         AccountInUse, AccountIsGuardian, NodeByVoteOnly (a node of the admin organisation), SubjectHasProposal.
    /// @param orgId The new organisation's id: 1 to 64 characters of A-Z a-z 0-9 _ -
    /// @param enodeId Its first node: 128 lower-case hex digits.
    /// @param ip The node's ip address or host name (library Host), also where another one is recorded.
    /// @param port The node's port, 1 to 65535.
    /// @param raftPort The node's Raft port; 0 for none.
    /// @param account Its admin: an unassigned account, or one of another organisation that no vote has made an admin.
    /// @param caller The account that called the interface.
    function addOrg(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        address account,
        address caller
    ) external;

    /// @notice Proposes to suspend or to restore an organisation without parent, but never the admin organisation. For
    ///         network admins. Emits VotingItemAdded, ProposalCreated, OrgPendingApproval. Reverts with OrgUnknown,
    ///         AdminOrgNotAllowed, OrgNotTopLevel, ActionNotAllowed, OrgStatusNotAllowed.
    /// @param orgId The organisation's id.
    /// @param action 1 suspend an approved one, 2 restore a suspended one (library Action).
    /// @param caller The account that called the interface.
    function updateOrgStatus(string calldata orgId, uint256 action, address caller) external;

    /// @notice Proposes to suspend an organisation without parent until a time, but never the admin organisation, or that
    ///         its suspension ends then. The policy for suspensions decides. From that time on its accounts have their
    ///         rights again, without anybody's transaction; its voice counts again once `endSuspension` has recorded
    ///         it. For whom the policy lets propose. Emits VotingItemAdded, ProposalCreated (operation 23), and
    ///         OrgPendingApproval or, for one that is suspended, OrgSuspended. Reverts with OrgUnknown, AdminOrgNotAllowed,
    ///         OrgNotTopLevel, OrgStatusNotAllowed, EndNotAllowed; NothingChanges where its suspension ends then already.
    /// @param orgId The organisation's id.
    /// @param until When the suspension ends, in seconds since 1970.
    /// @return id The proposal's number.
    function suspendOrgUntil(string calldata orgId, uint48 until) external returns (uint256 id);

    /// @notice Records that a suspension has ended, which tells nodes that keep lists, and lets the organisation's voice
    ///         count again. For everyone. Emits OrgApproved, or OrgSuspensionRevoked where its restoration is proposed.
    ///         Reverts with OrgUnknown, SuspensionLasts; NothingChanges where no suspension with an end is recorded.
    /// @param orgId The organisation's id.
    function endSuspension(string calldata orgId) external;

    /// @notice Adds an approved sub-organisation, with a first node or without. For admins of the parent or above.
    ///         Emits OrgApproved, and NodeApproved for the node. Reverts with NameNotAllowed, OrgExists, OrgTooDeep,
    ///         OrgTooBroad, NodeLostByVote.
    /// @param pOrgId The parent's full id ("ORG1").
    /// @param orgId The new organisation's short id ("SUB1"): 1 to 64 characters of A-Z a-z 0-9 _ -
    /// @param enodeId Its first node, 128 lower-case hex digits; empty for none, and then ip and ports are not looked at.
    /// @param ip The node's ip address or host name (library Host).
    /// @param port The node's port, 1 to 65535.
    /// @param raftPort The node's Raft port; 0 for none.
    /// @param caller The account that called the interface.
    function addSubOrg(
        string calldata pOrgId,
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        address caller
    ) external;
}
