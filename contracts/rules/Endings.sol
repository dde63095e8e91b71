// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IDecisionModule} from "../interfaces/IDecisionModule.sol";
import {IBallotModule} from "../interfaces/IBallotModule.sol";
import {IEmergencyModule} from "../interfaces/IEmergencyModule.sol";
import {Clock} from "../libraries/Clock.sol";
import {ProposalState} from "../libraries/Codes.sol";
import {Proposal} from "../types/Proposal.sol";
import {ProposerLimits} from "./ProposerLimits.sol";
import {Waiting} from "./Waiting.sol";

/// @title How proposals end that no vote ends: withdrawn, expired, or closed
/// @dev The implementation, for which this code runs, passes on to the other modules what is asked of them.
abstract contract Endings is IEmergencyModule, ProposerLimits, Waiting {
    /// @inheritdoc IEmergencyModule
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

    /// @inheritdoc IEmergencyModule
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

    function _requireOpen(uint256 id, Proposal proposal) private pure {
        if (proposal.state() != ProposalState.OPEN) revert ProposalNotOpen(id, proposal.state());
    }
}
