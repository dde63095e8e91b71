// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IDecisionModule} from "../interfaces/IDecisionModule.sol";
import {IBallotModule} from "../interfaces/IBallotModule.sol";
import {Clock} from "../libraries/Clock.sol";
import {Op, SignedVoteResult} from "../libraries/Codes.sol";
import {VoteMessage} from "../libraries/VoteMessage.sol";
import {Choice, ChoiceFields} from "../types/Choice.sol";
import {Proposal} from "../types/Proposal.sol";
import {SignedVote} from "../types/SignedVote.sol";
import {VoteResults} from "../types/VoteResults.sol";
import {Lapsing} from "./Lapsing.sol";
import {ProposalHashes} from "./ProposalHashes.sol";

/// @title Votes that their authors have signed, sent by anybody
/// @dev Who sends them gains nothing: a signed vote counts as if its author had sent it now, or not at all. Those on one
///      proposal that come one after the other, a run, are cast together, and decide it at the end: in which order they
///      come makes no difference to what they decide. The next run is judged by what this one has changed, which may be who
///      may vote.
abstract contract SignedVotes is IBallotModule, ProposalHashes, Lapsing {
    uint256 private constant MOST = 64;

    /// @inheritdoc IBallotModule
    function voteBySignatures(SignedVote[] calldata votes) external returns (uint256[] memory results) {
        _sender();
        if (votes.length > MOST) revert TooManyVotes(votes.length, MOST);

        bytes32 domain = VoteMessage.domainSeparator(_interface());
        results = new uint256[](votes.length);
        bool anyCounts = false;
        for (uint256 end = 0; end < votes.length;) {
            uint256 from = end;
            uint256 id = votes[end].id;
            bytes32 hash = _proposalHash(id);
            bool byPolicy = hash != bytes32(0) && _isByPolicy(id);
            Choice[] memory choices = new Choice[](votes.length);
            for (; end < votes.length; ++end) {
                SignedVote calldata vote = votes[end];
                if (vote.id != id) break;
                address voter = VoteMessage.signerOf(vote, domain);
                uint256 result = _judge(vote, voter, hash);
                if (result == SignedVoteResult.COUNTED && byPolicy) result = _judgeByPolicy(vote, voter);
                results[end] = result;
                if (result != SignedVoteResult.COUNTED) continue;
                // By a policy the rest of the term has been looked at.
                choices[end] = ChoiceFields.create(voter, vote.support, byPolicy ? uint24(vote.term) : vote.term);
            }

            if (byPolicy) _castVoices(id, choices, results);
            VoteResults answers = _castVotes(id, choices);
            bool counts = false;
            for (; from < end; ++from) {
                if (!choices[from].isNone()) results[from] = answers.at(from);
                if (results[from] == SignedVoteResult.COUNTED) counts = true;
            }
            if (counts) {
                anyCounts = true;
                // The implementation, for which this code runs, passes it on to the module that decides.
                IDecisionModule(address(this)).decide(id, false);
            }
        }
        if (!anyCounts) revert NoVoteCounts(results);
    }

    /// @inheritdoc IBallotModule
    function getProposalHash(uint256 id) external view returns (bytes32) {
        return _proposalHash(id);
    }

    /// @dev Whether a policy says who votes, or may: a resolution is decided by those of all its operations.
    function _isByPolicy(uint256 id) private view returns (bool) {
        Proposal proposal = _proposal(id);
        // A vote on one that has expired is left out for that, whoever votes.
        if (_hasExpired(proposal)) return false;
        uint256 op = proposal.op();
        return op == Op.RESOLVE || !_ruleOf(op).isOfNetworkAdmins();
    }

    /// @dev What is wrong with a vote where a policy says who votes.
    function _judgeByPolicy(SignedVote calldata vote, address voter) private view returns (uint256) {
        // The implementation, for which this code runs, passes it on to the module that answers it.
        if (!IBallotModule(address(this)).mayVoteOn(vote.id, voter)) return SignedVoteResult.NOT_A_VOTER;
        bool sameTerm = IBallotModule(address(this)).getTermIn(vote.id, voter) == vote.term;
        return sameTerm ? SignedVoteResult.COUNTED : SignedVoteResult.OTHER_TERM;
    }

    /// @dev Casts votes where a policy says who votes, and leaves of them those that are to be recorded as network admins'.
    function _castVoices(uint256 id, Choice[] memory choices, uint256[] memory results) private {
        for (uint256 i = 0; i < choices.length; ++i) {
            Choice choice = choices[i];
            if (choice.isNone()) continue;
            (bool voter, bool voted) = _votingOn(id, choice.voter());
            bool again = IBallotModule(address(this)).castVoice(id, choice.voter(), choice.support(), voter, voted);
            if (again) results[i] = SignedVoteResult.ALREADY_VOTED;
            if (again || voted || !voter) choices[i] = ChoiceFields.none();
        }
    }

    /// @dev What is wrong with a vote, whoever its voter is; `hash` is that of the proposal, 0 if it is not open.
    function _judge(SignedVote calldata vote, address voter, bytes32 hash) private view returns (uint256) {
        if (voter == address(0)) return SignedVoteResult.NOT_SIGNED;
        if (Clock.nowSeconds() > vote.deadline) return SignedVoteResult.TOO_LATE;
        if (vote.hash != hash) return hash == bytes32(0) ? SignedVoteResult.NOT_OPEN : SignedVoteResult.DIFFERS;
        return SignedVoteResult.COUNTED;
    }
}
