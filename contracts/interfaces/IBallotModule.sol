// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {SignedVote} from "../types/SignedVote.sol";
import {IRules} from "./IRules.sol";

/// @title Ballots: votes that are signed, and votes where a policy says who votes
/// @notice Whoever may vote can sign what it votes on, and anybody sends these votes. Where a policy says who votes
///         (IPolicyModule), organisations are counted, each once. What all functions have in common, such as the usual
///         refusals, is in IRules.
interface IBallotModule is IRules {
    /// @dev A vote that was cast. `org` is the organisation without parent that its account belongs to now; `weight` is what
    ///      it weighs now, 0 if it does not count.
    struct CountedVote {
        address account;
        string org;
        bool support;
        uint256 weight;
    }

    /// @dev The votes on a proposal by a policy. `electorate` is what all voices weigh together, `needed` what those for it
    ///      must weigh.
    struct Poll {
        uint256 needed;
        uint256 electorate;
        CountedVote[] votes;
    }

    /// @notice Casts votes that network admins have signed, on one or several proposals. For everyone: each vote counts as
    ///         its signer's. Votes that cannot count are left out, and the others count all the same. An account that is a
    ///         contract cannot sign: it votes itself. Emits for each vote that counts what `vote` emits. Reverts with
    ///         TooManyVotes; with NoVoteCounts if none counts.
    /// @param votes At most 64. Those on one proposal that come one after the other count together, and then decide it if
    ///        they do; later ones are judged by what that has changed.
    /// @return results What became of each (library SignedVoteResult): 0 it counts, otherwise why it was left out.
    function voteBySignatures(SignedVote[] calldata votes) external returns (uint256[] memory results);

    /* FOR THE IMPLEMENTATION ITSELF */

    /// @notice Records a vote wherever the rules of a proposal's operations say who votes. Emits VoteProcessed and VoteCast,
    ///         if it counts and was not recorded where network admins vote. Reverts with NotImplementation, NotAVoter.
    /// @param id The number of an open proposal, from 1 on.
    /// @param account The account that votes.
    /// @param support True for, false against.
    /// @param voter Whether it is a network admin.
    /// @param voted Whether it has voted before where network admins vote; its vote has been recorded there otherwise.
    /// @return again Whether the vote counts nowhere because the account has voted already, or another one has spoken for
    ///         its organisation.
    function castVoice(uint256 id, address account, bool support, bool voter, bool voted) external returns (bool again);

    /// @notice Says what the votes on an open proposal decide by the rules of all its operations. What is approved and is
    ///         to wait has passed then: emits ProposalStateChanged (state 6). Reverts with NotImplementation.
    /// @param id The proposal's number, from 1 on.
    /// @param votesFor How many network admins have voted for it.
    /// @param votesAgainst How many have voted against it.
    /// @param electorate How many network admins there are.
    /// @param anew Whether to look at all votes again, even if they would decide nothing as they were counted.
    /// @return state 1 open, 2 approved, 3 rejected (library ProposalState); 0 if there are more votes than are counted at
    ///         once, and the count is to go on.
    function decisionOf(
        uint256 id,
        uint256 votesFor,
        uint256 votesAgainst,
        uint256 electorate,
        bool anew
    ) external returns (uint256 state);

    /* QUESTIONS (everyone; nothing is refused) */

    /// @notice Returns the hash of what a proposal would carry out, which `voteByHash` and signed votes name: the EIP-712
    ///         hash of
    ///
    ///         Proposal(uint256 id,uint256 operation,string organisation,string enodeId,string host,uint16 port,
    ///         uint16 raftPort,address account,string role,string roleOrganisation,uint256 payload)
    ///
    ///         without the line break: the operation (library Op); the organisation's full id; the node's enode id, and the
    ///         address that the proposal proposes for it, otherwise the recorded one, or none for a release; the account;
    ///         the role, and the full id of the organisation that defines it; and what types/Payload.sol describes, for a
    ///         resolution the hash of its changes (ABI, `bytes[]`). What it is not about is empty or 0.
    /// @param id The proposal's number, from 1 on.
    /// @return The hash; 0 if the proposal is not open.
    function getProposalHash(uint256 id) external view returns (bytes32);

    /// @notice Returns the votes on a proposal by the policy of an operation, with what they weigh now.
    /// @param id The proposal's number, from 1 on.
    /// @param op The operation: the proposal's, or one of those in a resolution.
    /// @return poll The votes; none where network admins vote (IVoterManager).
    function getPoll(uint256 id, uint256 op) external view returns (Poll memory poll);

    /// @notice Returns whether an account's vote on a proposal counts by the rule of at least one of its operations.
    /// @param id The proposal's number, from 1 on.
    /// @param account The account.
    /// @return Whether it may vote.
    function mayVoteOn(uint256 id, address account) external view returns (bool);

    /// @notice Returns whether an account may propose by the policy of an operation: its vote counts, and a vote has made it
    ///         an admin.
    /// @param op The operation, 1 to 24 (library Op).
    /// @param account The account.
    /// @return Whether it may; false where network admins vote.
    function isProposer(uint256 op, address account) external view returns (bool);

    /// @notice Returns who made a proposal, if it may still propose such a thing.
    /// @param id The proposal's number, from 1 on.
    /// @return The proposer; zero if it may propose it no longer.
    function activeProposerOf(uint256 id) external view returns (address);

    /// @notice Returns whether others than its proposer have voted on a proposal.
    /// @param id The proposal's number, from 1 on.
    /// @param support Whether they voted for it, or against it.
    /// @return Whether any has.
    function hasVotesOfOthers(uint256 id, bool support) external view returns (bool);

    /// @notice Returns the term of an account for a proposal, which each of its signed votes names: votes that it signed as
    ///         a network admin before it was removed, for another organisation, or before a vote of its organisation was
    ///         taken off, count no longer.
    /// @param id The proposal's number, from 1 on.
    /// @param account The account.
    /// @return In the lowest 24 bits the term as a network admin (IVoterManager), in the next 24, where organisations are
    ///         counted, the index of that for which it speaks, and in those above how many votes for that have been taken
    ///         off the proposal.
    function getTermIn(uint256 id, address account) external view returns (uint256);

    /// @notice Returns whether the votes of some accounts would suffice for an operation now.
    /// @param op The operation, 1 to 24 (library Op).
    /// @param accounts Who would vote for it.
    /// @return Whether they would.
    function wouldPass(uint256 op, address[] calldata accounts) external view returns (bool);
}
