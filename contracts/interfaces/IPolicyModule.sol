// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Policy} from "../types/Policy.sol";
import {Rule} from "../types/Rule.sol";
import {IRules} from "./IRules.sol";

/// @title Policies: who votes on an operation, what is counted, and how many votes are needed
/// @notice At first network admins vote on every operation, each has one vote, and a majority is needed; `proposeRule`
///         (ISettingModule) changes how many are needed. A policy also says who votes: accounts of which organisations,
///         with which roles. Then organisations are counted: each has one voice, by its weight, however many of its
///         accounts vote, and an account of a sub-organisation speaks for the organisation at the top. Those who vote by a
///         policy may also propose by it, if a vote has made them admins. What all functions have in common, such as the
///         usual refusals, is in IRules.
///
///         A vote counts while its account may vote: it is looked at again before it decides. If it counts no longer,
///         another account may speak for the organisation, or the same one again once it may.
interface IPolicyModule is IRules {
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

    /// @notice Proposes how an operation is decided. For network admins, and for whom the policy of operation 8 lets
    ///         propose. Emits VotingItemAdded, ProposalCreated. Reverts with NotBooted, OperationUnknown, OrgUnknown,
    ///         OrgNotTopLevel, OrgNotActive, NameNotAllowed, ListTooLong, ListedTwice, NothingChanges; and with
    ///         RuleNotAllowed where
    ///         - kind or numbers are none, or the operation would be forbidden, which is for `proposeRule`;
    ///         - accounts are counted: only of network admins is it known how many there are (`proposeRule`);
    ///         - more would be needed than all voices that anybody could speak for;
    ///         - it is the change of rules, and every voice would be needed, or only custom roles vote.
    ///         This is looked at again when the vote has passed. Where organisations or admins leave later, all who are left
    ///         suffice.
    /// @param op The operation, 1 to 21 (library Op).
    /// @param policy Its policy, with at most 32 organisations and 32 roles. Without organisations all approved ones without
    ///        parent vote; without roles any role does. Kind SELF is for the operations from 13 on: the organisation
    ///        concerned acts alone, by an account with one of the roles in it or above; it takes no organisations.
    /// @return id The proposal's number, from 1 on.
    function proposePolicy(uint256 op, Policy calldata policy) external returns (uint256 id);

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

    /// @notice Says what the votes on an open proposal decide by the rules of all its operations. Emits nothing. Reverts
    ///         with NotImplementation.
    /// @param id The proposal's number, from 1 on.
    /// @param votesFor How many network admins have voted for it.
    /// @param votesAgainst How many have voted against it.
    /// @param electorate How many network admins there are.
    /// @param anew Whether to look at all votes again, even if they would decide nothing as they were counted.
    /// @return state 1 open, 2 approved, 3 rejected (library ProposalState); 0 if there are more votes than are counted at
    ///         once, and the count is to go on.
    function outcomeOf(
        uint256 id,
        uint256 votesFor,
        uint256 votesAgainst,
        uint256 electorate,
        bool anew
    ) external returns (uint256 state);

    /* QUESTIONS (everyone; nothing is refused) */

    /// @notice Returns how an operation is decided.
    /// @param op The operation, 1 to 21 (library Op).
    /// @return policy Its policy. At first: a majority of those with the role "network admin", counted as accounts; for the
    ///         operations from 13 on SELF, by those with the role "any admin".
    function getPolicy(uint256 op) external view returns (Policy memory policy);

    /// @notice Returns what a proposal to change a rule or policy proposes.
    /// @param id The proposal's number, from 1 on.
    /// @return op The operation; 0 if the proposal is about something else.
    /// @return policy What its policy would be.
    function getProposedPolicy(uint256 id) external view returns (uint256 op, Policy memory policy);

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
    /// @param op The operation, 1 to 21 (library Op).
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

    /// @notice Returns the term of an account for a proposal, which each of its signed votes names: votes that it signed
    ///         before it left, or before a vote of its organisation was taken off, count no longer.
    /// @param id The proposal's number, from 1 on.
    /// @param account The account.
    /// @return In the lowest 24 bits the term as a network admin (IVoterManager), in those above how many votes of those for
    ///         whom it speaks have been taken off the proposal.
    function getTermIn(uint256 id, address account) external view returns (uint256);

    /// @notice Returns whether the votes of some accounts would suffice for an operation now.
    /// @param op The operation, 1 to 21 (library Op).
    /// @param accounts Who would vote for it.
    /// @return Whether they would.
    function wouldPass(uint256 op, address[] calldata accounts) external view returns (bool);

    /// @notice Returns whether an account may do for an organisation, at once, what organisations' admins do alone at first:
    ///         the policy of the operation says that the organisation acts, and the account holds, in it or above, a role
    ///         that the policy names. Whether the organisation is active is another question.
    /// @param op The operation, 13 to 21 (library Op).
    /// @param orgId Full id of an organisation.
    /// @param account The account.
    /// @return Whether it may.
    function mayActFor(uint256 op, string calldata orgId, address account) external view returns (bool);

    /// @notice Returns whether an operation may have a rule that says who votes, as organisations and admins are now.
    /// @param op The operation, 1 to 21 (library Op).
    /// @param rule The rule, in one word.
    /// @return Whether it may.
    function isAllowed(uint256 op, Rule rule) external view returns (bool);
}
