// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IPermissionsImplementation} from "../interfaces/IPermissionsImplementation.sol";
import {Clock} from "../libraries/Clock.sol";
import {Fixed, ProposalState, RuleKind} from "../libraries/Codes.sol";
import {Rule, VotingRule} from "../libraries/VotingRule.sol";
import {Proposal, Subject} from "../types/Proposal.sol";
import {Records} from "./Records.sol";

/// @title The life of a proposal: opened, voted on, and ended in one of four ways
/// @dev The network admins are the voters: AdminRules adds and removes the two together, and the voter manager refuses
///      proposals and votes of everybody else.
abstract contract ProposalRules is Records {
    /* VOTING */

    /// @inheritdoc IPermissionsImplementation
    function vote(uint256 id, bool support) external {
        (Proposal proposal, uint256 payload, Rule memory rule, uint256 electorate) = _cast(id, _sender(), support);
        _decide(id, proposal, payload, rule, electorate);
    }

    /// @inheritdoc IPermissionsImplementation
    function withdraw(uint256 id) external {
        address caller = _sender();
        (Proposal proposal, uint256 payload, , ) = _recount(id);
        (address proposer, bool active) = _VOTERS.accountOfVoter(proposal.proposer());
        if (caller != proposer || !active) revert NotProposer(id, caller);

        _end(id, proposal, payload, ProposalState.WITHDRAWN);
    }

    /// @inheritdoc IPermissionsImplementation
    function close(uint256 id) external {
        _sender();
        (Proposal proposal, uint256 payload, Rule memory rule, uint256 electorate) = _recount(id);

        if (Clock.nowSeconds() >= proposal.expiresAt()) {
            _end(id, proposal, payload, ProposalState.EXPIRED);
        } else if (!_decide(id, proposal, payload, rule, electorate)) {
            revert ProposalUndecided(id, proposal.votesFor(), proposal.votesAgainst(), electorate);
        }
    }

    /* VIEWS */

    /// @inheritdoc IPermissionsImplementation
    function getPendingOp(
        string calldata orgId
    ) external view returns (string memory, string memory, address, uint256) {
        (uint256 index, ) = _ORGS.find(orgId);
        if (index != Fixed.ADMIN_ORG) return ("", "", address(0), 0);
        Proposal proposal = _VOTERS.oldestOpen();
        return (
            _orgId(proposal.org()),
            _NODES.enodeIdOf(proposal.node()),
            _ACCOUNTS.addressAt(proposal.account()),
            proposal.op()
        );
    }

    /* INTERNAL */

    /// @dev One proposal at a time about one subject.
    function _requireUndisputed(uint256 proposal) internal pure {
        if (proposal != 0) revert SubjectHasProposal(proposal);
    }

    /// @dev Opens a proposal.
    function _propose(
        address proposer,
        uint256 op,
        Subject subject,
        address account,
        uint256 payload
    ) internal returns (uint256 id) {
        // Before that the electorate is not complete.
        if (!_isBooted()) revert NotBooted();
        uint256 ruleKind;
        (id, ruleKind) = _VOTERS.propose(op, subject, account, payload, proposer);
        if (ruleKind == RuleKind.FORBIDDEN) revert OperationForbidden(op);
    }

    /// @dev Votes for the proposal `id`, which must be about exactly what is named.
    function _approve(address voter, uint256 id, uint256 op, Subject named) internal {
        if (id == 0) revert NothingToApprove();
        (Proposal proposal, uint256 payload, Rule memory rule, uint256 electorate) = _cast(id, voter, true);
        if (proposal.op() != op || !proposal.isAbout(named)) revert ProposalDiffers(id);

        _decide(id, proposal, payload, rule, electorate);
    }

    /// @dev What becomes of the subject of a proposal that ends. `done` is whether what passed could be done: an appointment
    ///      or a dismissal may have become impossible since it was proposed.
    function _conclude(Proposal proposal, uint256 payload, bool passed) internal virtual returns (bool done);

    /// @dev Ends the proposal if the votes decide it.
    function _decide(
        uint256 id,
        Proposal proposal,
        uint256 payload,
        Rule memory rule,
        uint256 electorate
    ) private returns (bool decided) {
        uint256 state = VotingRule.outcome(rule, proposal.votesFor(), proposal.votesAgainst(), electorate);
        if (state == ProposalState.OPEN) return false;
        _end(id, proposal, payload, state);
        return true;
    }

    function _cast(
        uint256 id,
        address voter,
        bool support
    ) private returns (Proposal proposal, uint256 payload, Rule memory rule, uint256 electorate) {
        return _VOTERS.castVote(id, voter, support);
    }

    function _recount(
        uint256 id
    ) private returns (Proposal proposal, uint256 payload, Rule memory rule, uint256 electorate) {
        return _VOTERS.recount(id);
    }

    function _end(uint256 id, Proposal proposal, uint256 payload, uint256 state) private {
        bool done = _conclude(proposal, payload, state == ProposalState.APPROVED);
        // What can no longer be done is rejected.
        _VOTERS.close(id, done || state != ProposalState.APPROVED ? state : ProposalState.REJECTED);
    }
}
