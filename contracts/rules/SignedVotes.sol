// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IDecisionModule} from "../interfaces/IDecisionModule.sol";
import {Clock} from "../libraries/Clock.sol";
import {SignedVoteResult} from "../libraries/Codes.sol";
import {VoteMessage} from "../libraries/VoteMessage.sol";
import {Ballot} from "../types/Ballot.sol";
import {Choice} from "../types/Choice.sol";
import {SignedVote} from "../types/SignedVote.sol";
import {Voting} from "./Voting.sol";

/// @title Votes that their authors have signed, sent by anybody
/// @dev Who sends them gains nothing: a signed vote counts as if its author had sent it now, or not at all. Those on one
///      proposal that come one after the other, a run, are cast together, and decide it at the end: in which order they
///      come makes no difference to what they decide. The next run is judged by what this one has changed, which may be who
///      may vote.
abstract contract SignedVotes is Voting {
    uint256 private constant MOST = 64;

    /// @inheritdoc IDecisionModule
    function voteBySignatures(SignedVote[] calldata votes) external returns (uint256[] memory results) {
        _sender();
        if (votes.length > MOST) revert TooManyVotes(votes.length, MOST);

        bytes32 domain = VoteMessage.domainSeparator(_interface());
        results = new uint256[](votes.length);
        bool anyCounts = false;
        uint256 end = 0;
        while (end < votes.length) {
            uint256 from = end;
            while (end < votes.length && votes[end].id == votes[from].id) ++end;
            if (_castRun(votes[from:end], domain, results, from)) anyCounts = true;
        }
        if (!anyCounts) revert NoVoteCounts(results);
    }

    /// @dev Casts a run, and writes what becomes of each vote into `results` from `place` on.
    function _castRun(
        SignedVote[] calldata run,
        bytes32 domain,
        uint256[] memory results,
        uint256 place
    ) private returns (bool anyCounts) {
        uint256 id = run[0].id;
        bytes32 hash = _hashOf(id);
        Choice[] memory choices = new Choice[](run.length);
        for (uint256 i = 0; i < run.length; ++i) {
            address voter = VoteMessage.signerOf(run[i], domain);
            uint256 result = _judge(run[i], voter, hash);
            if (result == SignedVoteResult.COUNTED) choices[i] = Choice(run[i].term, voter, run[i].support);
            else results[place + i] = result;
        }

        (uint256[] memory answers, Ballot memory ballot) = _castVotes(id, choices);
        for (uint256 i = 0; i < run.length; ++i) {
            if (choices[i].voter != address(0)) results[place + i] = answers[i];
            if (results[place + i] == SignedVoteResult.COUNTED) anyCounts = true;
        }
        if (anyCounts) _decide(id, ballot, _none());
    }

    /// @dev What is wrong with a vote, whoever its voter is; `hash` is that of the proposal, 0 if it is not open.
    function _judge(SignedVote calldata vote, address voter, bytes32 hash) private view returns (uint256) {
        if (voter == address(0)) return SignedVoteResult.NOT_SIGNED;
        if (Clock.nowSeconds() > vote.deadline) return SignedVoteResult.TOO_LATE;
        if (vote.hash != hash) return hash == bytes32(0) ? SignedVoteResult.NOT_OPEN : SignedVoteResult.DIFFERS;
        return SignedVoteResult.COUNTED;
    }
}
