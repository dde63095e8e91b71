// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IRules} from "./IRules.sol";

/// @title Votes, and how proposals end
/// @notice Network admins vote here on what was proposed. The vote that decides a proposal also carries it out, in the same
///         transaction. The approve functions, which GoQuorum's tools know, name what was proposed and vote for it; `vote`
///         takes the proposal's number and can vote against it too. What all functions have in common, such as who calls
///         and the usual refusals, is in IRules.
///
///         Events: each vote emits VoteProcessed and VoteCast. A proposal that ends emits what its operation changes, then
///         ProposalStateChanged.
interface IDecisionModule is IRules {
    /* VOTES FOR WHAT IS NAMED */

    /// @notice Votes for a proposed organisation; everything named must be what was proposed. For network admins, once
    ///         each. Emits VoteProcessed and VoteCast; with the deciding vote also OrgApproved, RoleCreated,
    ///         NodeApproved and AccountAccessModified, or OrgPendingApproval (status 0), NodeDeactivated and
    ///         AccountStatusChanged (status 0), and ProposalStateChanged. A node that another organisation had is first
    ///         told as deactivated there, and before that as recovered if it was blacklisted. Reverts with OrgUnknown,
    ///         and what all approve functions and all that name a recorded node refuse (IRules).
    /// @param orgId The organisation's id.
    /// @param enodeId The proposed node's enode id, 128 lower-case hex digits.
    /// @param ip The node's ip address or host name.
    /// @param port The node's port.
    /// @param raftPort The node's Raft port; 0 is any.
    /// @param account The proposed admin.
    /// @param caller The account that called the interface.
    function approveOrg(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        address account,
        address caller
    ) external;

    /// @notice Votes for a proposed suspension or restoration. For network admins, once each. Emits VoteProcessed and
    ///         VoteCast; with the deciding vote also OrgSuspended, OrgSuspensionRevoked or OrgApproved, and
    ///         ProposalStateChanged. Reverts with OrgUnknown, ActionNotAllowed, and what all approve functions refuse
    ///         (IRules).
    /// @param orgId The organisation's id.
    /// @param action The proposed one: 1 suspend, 2 restore (library Action).
    /// @param caller The account that called the interface.
    function approveOrgStatus(string calldata orgId, uint256 action, address caller) external;

    /// @notice Votes for a proposed admin. For network admins, once each. Emits VoteProcessed and VoteCast; with the
    ///         deciding vote also AccountAccessModified, for the former holder of the organisation admin role too, and
    ///         VoterAdded for a network admin; AccountStatusChanged (status 0) for an account that was unassigned and
    ///         was rejected; and ProposalStateChanged. Reverts with OrgUnknown, and what all approve functions refuse
    ///         (IRules); with ProposalDiffers also where a custom role would make it an admin, which takes
    ///         `voteByHash` or `vote`.
    /// @param orgId Full id of the organisation ("ORG1.SUB1").
    /// @param account The proposed admin.
    /// @param caller The account that called the interface.
    function approveAdminRole(string calldata orgId, address account, address caller) external;

    /// @notice Votes for lifting an account's blacklisting. For network admins, once each. Emits VoteProcessed and
    ///         VoteCast; with the deciding vote also AccountStatusChanged and ProposalStateChanged. Reverts with
    ///         OrgUnknown, and what all approve functions refuse (IRules).
    /// @param orgId Full id of the account's organisation ("ORG1.SUB1").
    /// @param account The blacklisted account.
    /// @param caller The account that called the interface.
    function approveBlacklistedAccountRecovery(string calldata orgId, address account, address caller) external;

    /// @notice Votes for lifting a node's blacklisting. For network admins, once each. Emits VoteProcessed and
    ///         VoteCast; with the deciding vote also NodeRecoveryCompleted or NodeBlacklisted, and
    ///         ProposalStateChanged. Reverts with OrgUnknown, and what all approve functions and all that name a
    ///         recorded node refuse (IRules).
    /// @param orgId Full id of the node's organisation ("ORG1.SUB1").
    /// @param enodeId The node's enode id, 128 lower-case hex digits.
    /// @param ip Its recorded ip address or host name.
    /// @param port Its recorded port.
    /// @param raftPort Its recorded Raft port; 0 is any.
    /// @param caller The account that called the interface.
    function approveBlacklistedNodeRecovery(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        address caller
    ) external;

    /* VOTES BY NUMBER */

    /// @notice Votes for or against a proposal of any operation. For network admins, once each. Emits VoteProcessed and
    ///         VoteCast; with the deciding vote also what the operation changes, and ProposalStateChanged. Reverts with
    ///         NotAVoter, ProposalNotOpen, ProposalExpired, AlreadyVoted.
    /// @param id The proposal's number, from 1 on.
    /// @param support True for, false against.
    function vote(uint256 id, bool support) external;

    /// @notice Votes for or against a proposal of any operation, and names what is voted on by its hash, so that nobody who
    ///         shows a proposal can have a vote cast on another. For network admins, once each. Emits what `vote` emits.
    ///         Reverts with ProposalDiffers, NotAVoter, ProposalNotOpen, ProposalExpired, AlreadyVoted.
    /// @param id The proposal's number, from 1 on.
    /// @param hash What `getProposalHash` answers for it.
    /// @param support True for, false against.
    function voteByHash(uint256 id, bytes32 hash, bool support) external;

    /* FOR THE IMPLEMENTATION ITSELF */

    /// @notice Ends an open proposal if its votes decide it. Emits what the outcome changes, and ProposalStateChanged.
    ///         Reverts with NotImplementation, ProposalNotOpen.
    /// @param id The proposal's number, from 1 on.
    /// @param anew Whether to look at all votes again where a policy says who votes (IPolicyModule).
    /// @return state What the votes say: 1 open, 2 approved, 3 rejected (library ProposalState); 0 if the count of votes is
    ///         to go on.
    function decide(uint256 id, bool anew) external returns (uint256 state);

    /// @notice Ends a proposal without a vote. Emits what its outcome changes, and ProposalStateChanged. Reverts with
    ///         NotImplementation.
    /// @param id The proposal's number, from 1 on.
    /// @param state How it ends: 2 approved, 4 withdrawn, 5 expired.
    /// @return ended How it has ended: 3 rejected if what was approved can no longer be done; otherwise `state`.
    function end(uint256 id, uint256 state) external returns (uint256 ended);
}
