// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IDecisionModule} from "../interfaces/IDecisionModule.sol";
import {Clock} from "../libraries/Clock.sol";
import {ProposalState, SignedVoteResult, Vote} from "../libraries/Codes.sol";
import {VoteMessage} from "../libraries/VoteMessage.sol";
import {Proposal} from "../types/Proposal.sol";
import {SignedVote} from "../types/SignedVote.sol";
import {Voter} from "../types/Voter.sol";
import {Voting} from "./Voting.sol";

/// @title Votes that their authors have signed, sent by anybody
/// @dev Who sends them gains nothing: a signed vote counts as if its author had sent it now, or not at all. Each is judged
///      after the one before it has taken effect, which may have decided a proposal and changed who may vote.
abstract contract SignedVotes is Voting {
    uint256 private constant MOST = 64;

    /// @dev The hash of the proposal that the last vote was about, which does not change while the proposal is open: votes
    ///      on one proposal mostly come one after the other.
    struct Hashed {
        uint256 id; // 0 for none
        bytes32 hash;
    }

    /// @inheritdoc IDecisionModule
    function castSignedVotes(SignedVote[] calldata votes) external returns (uint256[] memory results) {
        _sender();
        if (votes.length > MOST) revert TooManyVotes(votes.length, MOST);

        bytes32 domain = VoteMessage.domainSeparator(_interface());
        Hashed memory hashed;
        bool anyCounts = false;
        results = new uint256[](votes.length);
        for (uint256 i = 0; i < votes.length; ++i) {
            results[i] = _castSigned(votes[i], domain, hashed);
            if (results[i] == SignedVoteResult.COUNTED) anyCounts = true;
        }
        if (!anyCounts) revert NoVoteCounts(results);
    }

    function _castSigned(
        SignedVote calldata vote,
        bytes32 domain,
        Hashed memory hashed
    ) private returns (uint256 result) {
        address voter = VoteMessage.signerOf(vote, domain);
        if (voter == address(0)) return SignedVoteResult.NOT_SIGNED;
        result = _judge(vote, voter, hashed);
        if (result == SignedVoteResult.COUNTED) {
            _decide(vote.id, _castVote(vote.id, voter, vote.support), _none());
        }
    }

    /// @dev Whether a vote counts now, and if not, why.
    function _judge(SignedVote calldata vote, address voter, Hashed memory hashed) private view returns (uint256) {
        (Proposal proposal, Voter standing, uint256 formerVote) = _standingOf(vote.id, voter);
        if (proposal.state() != ProposalState.OPEN) return SignedVoteResult.NOT_OPEN;
        if (_hasExpired(proposal)) return SignedVoteResult.EXPIRED;
        if (Clock.nowSeconds() > vote.deadline) return SignedVoteResult.TOO_LATE;
        if (!standing.active()) return SignedVoteResult.NOT_A_VOTER;
        if (standing.lastDeparture() != vote.term) return SignedVoteResult.OTHER_TERM;
        if (hashed.id != vote.id) (hashed.id, hashed.hash) = (vote.id, _hashOf(vote.id));
        if (hashed.hash != vote.hash) return SignedVoteResult.DIFFERS;
        if (formerVote != Vote.NONE) return SignedVoteResult.ALREADY_VOTED;
        return SignedVoteResult.COUNTED;
    }
}
