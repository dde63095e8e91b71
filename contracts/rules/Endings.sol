// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IDecisionModule} from "../interfaces/IDecisionModule.sol";
import {IPolicyModule} from "../interfaces/IPolicyModule.sol";
import {IResolutionModule} from "../interfaces/IResolutionModule.sol";
import {Clock} from "../libraries/Clock.sol";
import {ProposalState} from "../libraries/Codes.sol";
import {Ballot} from "../types/Ballot.sol";
import {Proposal} from "../types/Proposal.sol";
import {Lapsing} from "./Lapsing.sol";
import {ProposerLimits} from "./ProposerLimits.sol";

/// @title How proposals end that no vote ends: withdrawn, expired, or closed
/// @dev The implementation, for which this code runs, passes on to the other modules what is asked of them.
abstract contract Endings is IResolutionModule, ProposerLimits, Lapsing {
    /// @inheritdoc IResolutionModule
    function withdraw(uint256 id) external {
        address caller = _sender();
        Proposal proposal = _requireOpen(id);
        IPolicyModule policies = IPolicyModule(address(this));
        if (caller != policies.activeProposerOf(id)) revert NotProposer(id, caller);
        if (policies.hasVotesOfOthers(id, true)) revert ProposalHasVotes(id);

        // Otherwise it would be taken back just before it is rejected.
        if (policies.hasVotesOfOthers(id, false)) _letWait(id, proposal);
        IDecisionModule(address(this)).end(id, ProposalState.WITHDRAWN);
    }

    /// @inheritdoc IResolutionModule
    function close(uint256 id) external {
        _sender();
        Proposal proposal = _proposal(id);
        if (proposal.state() == ProposalState.PASSED) {
            if (Clock.nowSeconds() < _lapsesAt(proposal)) revert ProposalPassed(id, _lapsesAt(proposal));
            _setProposalState(id, ProposalState.EXPIRED);
            return;
        }

        proposal = _requireOpen(id);
        IDecisionModule decisions = IDecisionModule(address(this));
        if (_hasExpired(proposal)) {
            decisions.end(id, ProposalState.EXPIRED);
        } else if (decisions.decide(id, true) == ProposalState.OPEN) {
            if (IPolicyModule(address(this)).activeProposerOf(id) != address(0)) {
                revert ProposalUndecided(id, proposal.votesFor(), proposal.votesAgainst(), _electorate());
            }
            decisions.end(id, ProposalState.WITHDRAWN);
        }
    }

    /// @dev An open proposal with the votes that count now.
    function _requireOpen(uint256 id) private returns (Proposal) {
        Ballot memory ballot = _recount(id);
        if (ballot.proposal.state() != ProposalState.OPEN) revert ProposalNotOpen(id, ballot.proposal.state());
        return ballot.proposal;
    }
}
