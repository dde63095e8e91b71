// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IDecisionModule} from "../interfaces/IDecisionModule.sol";
import {IPolicyModule} from "../interfaces/IPolicyModule.sol";
import {IEmergencyModule} from "../interfaces/IEmergencyModule.sol";
import {Clock} from "../libraries/Clock.sol";
import {Op, ProposalState, RuleKind, Vote, WellKnownIndex} from "../libraries/Codes.sol";
import {VotingRule} from "../libraries/VotingRule.sol";
import {Account} from "../types/Account.sol";
import {Ballot} from "../types/Ballot.sol";
import {Veto, VetoWord} from "../types/Policy.sol";
import {Proposal} from "../types/Proposal.sol";
import {DecidingRules} from "./DecidingRules.sol";
import {ProposerLimits} from "./ProposerLimits.sol";

/// @title Who may stop what has passed, while it waits
abstract contract Vetoes is IEmergencyModule, ProposerLimits, DecidingRules {
    /// @dev A share of the network admins is not one of them alone.
    uint256 private constant FEWEST = 2;

    /// @inheritdoc IEmergencyModule
    function veto(uint256 id) external {
        address caller = _sender();
        Proposal proposal = _recount(id).proposal;
        if (proposal.state() != ProposalState.PASSED) revert ProposalNotPassed(id, proposal.state());
        if (Clock.nowSeconds() >= proposal.expiresAt()) revert VetoTooLate(id, proposal.expiresAt());
        if (!mayVetoAlone(id, caller) && !_isOpposedByShare(id, caller, vetoShareOf(id))) return;

        _letWait(id, proposal);
        _reportVeto(id, caller);
        // The implementation, for which this code runs, passes it on to the module that decides.
        IDecisionModule(address(this)).end(id, ProposalState.REJECTED);
    }

    /// @inheritdoc IEmergencyModule
    function mayVetoAlone(uint256 id, address account) public view returns (bool) {
        Proposal proposal = _proposal(id);
        Deciding[] memory deciding = _decidingOn(id);
        for (uint256 i = 0; i < deciding.length; ++i) {
            string[] memory by = _termsOf(deciding[i].rule).veto.by;
            for (uint256 j = 0; j < by.length; ++j) {
                if (_isVetoer(by[j], id, proposal, account)) return true;
            }
        }
        return false;
    }

    /// @inheritdoc IEmergencyModule
    function vetoShareOf(uint256 id) public view returns (uint256 needed) {
        uint256 electorate = _electorate();
        Deciding[] memory deciding = _decidingOn(id);
        for (uint256 i = 0; i < deciding.length; ++i) {
            Veto memory share = _termsOf(deciding[i].rule).veto;
            if (share.count == 0) continue;
            uint256 one = VotingRule.threshold(RuleKind.FRACTION, share.count, share.outOf, electorate);
            if (one < FEWEST) one = FEWEST;
            if (needed == 0 || one < needed) needed = one;
        }
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

    /// @dev Whether a word or organisation of a policy means an account, which is an admin by vote unless it is the
    ///      guardian.
    function _isVetoer(string memory by, uint256 id, Proposal proposal, address account) private view returns (bool) {
        if (_is(by, VetoWord.GUARDIAN)) return account == _UPGRADABLE.getGuardian();
        Account record = _account(account);
        uint256 own = _ultimateOf(record);
        // Of network admins it takes several.
        if (own == WellKnownIndex.ADMIN_ORG || !_isAdminByVote(record, own) || !_isOrgActive(record.org()))
            return false;
        if (!_is(by, VetoWord.CONCERNED)) return _is(by, _orgId(own));
        if (proposal.op() != Op.RESOLVE) return _topOf(proposal.org()) == own;
        // The implementation, for which this code runs, passes it on to the module that knows the changes.
        return IPolicyModule(address(this)).concerns(id, own);
    }
}
