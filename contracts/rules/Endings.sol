// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IDecisionModule} from "../interfaces/IDecisionModule.sol";
import {IBallotModule} from "../interfaces/IBallotModule.sol";
import {IResolutionModule} from "../interfaces/IResolutionModule.sol";
import {Clock} from "../libraries/Clock.sol";
import {ProposalState, Vote} from "../libraries/Codes.sol";
import {Ballot} from "../types/Ballot.sol";
import {Proposal} from "../types/Proposal.sol";
import {ProposerLimits} from "./ProposerLimits.sol";
import {Waiting} from "./Waiting.sol";

/// @title How proposals end that no vote ends: withdrawn, expired, or closed
/// @dev The implementation, for which this code runs, passes on to the other modules what is asked of them.
abstract contract Endings is IResolutionModule, ProposerLimits, Waiting {
    /// @inheritdoc IResolutionModule
    function withdraw(uint256 id) external {
        address caller = _sender();
        Proposal proposal = _recount(id).proposal;
        _requireOpen(id, proposal);
        IBallotModule ballots = IBallotModule(address(this));
        if (caller != ballots.activeProposerOf(id)) revert NotProposer(id, caller);
        if (ballots.hasVotesOfOthers(id, true)) revert ProposalHasVotes(id);

        // Otherwise it would be taken back just before it is rejected.
        if (ballots.hasVotesOfOthers(id, false)) _letWait(id, proposal);
        IDecisionModule(address(this)).end(id, ProposalState.WITHDRAWN);
    }

    /// @inheritdoc IResolutionModule
    function close(uint256 id) external {
        _sender();
        Proposal proposal = _recount(id).proposal;
        if (proposal.state() == ProposalState.PASSED) {
            if (Clock.nowSeconds() < _lapsesAt(id, proposal)) revert ProposalPassed(id, _lapsesAt(id, proposal));
            IDecisionModule(address(this)).end(id, ProposalState.EXPIRED);
            return;
        }

        _requireOpen(id, proposal);
        IDecisionModule decisions = IDecisionModule(address(this));
        if (_hasExpired(proposal)) {
            decisions.end(id, ProposalState.EXPIRED);
        } else if (decisions.decide(id, true) == ProposalState.OPEN) {
            if (IBallotModule(address(this)).activeProposerOf(id) != address(0)) {
                revert ProposalUndecided(id, proposal.votesFor(), proposal.votesAgainst(), _electorate());
            }
            decisions.end(id, ProposalState.WITHDRAWN);
        }
    }

    /// @inheritdoc IResolutionModule
    function veto(uint256 id) external {
        address caller = _sender();
        Proposal proposal = _recount(id).proposal;
        if (proposal.state() != ProposalState.PASSED) revert ProposalNotPassed(id, proposal.state());
        if (Clock.nowSeconds() >= proposal.expiresAt()) revert VetoTooLate(id, proposal.expiresAt());
        IBallotModule ballots = IBallotModule(address(this));
        if (!ballots.mayVetoAlone(id, caller) && !_isOpposedByShare(id, caller, ballots.vetoShareOf(id))) return;

        _letWait(id, proposal);
        _reportVeto(id, caller);
        IDecisionModule(address(this)).end(id, ProposalState.REJECTED);
    }

    /// @dev Counts a network admin among those who are against what has passed; whether they are enough to stop it.
    function _isOpposedByShare(uint256 id, address account, uint256 needed) private returns (bool) {
        if (needed == 0) revert NotAVetoer(id, account);
        Ballot memory ballot = _oppose(id, account);
        if (!ballot.voter.active()) revert NotAVetoer(id, account);
        bool isStopped = ballot.proposal.votesAgainst() >= needed;
        // Those who were against it when it passed may be enough.
        if (ballot.formerVote == Vote.AGAINST && !isStopped) revert AlreadyVoted(id, account);
        return isStopped;
    }

    function _requireOpen(uint256 id, Proposal proposal) private pure {
        if (proposal.state() != ProposalState.OPEN) revert ProposalNotOpen(id, proposal.state());
    }
}
