// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IPermissionsImplementation} from "../interfaces/IPermissionsImplementation.sol";
import {Clock} from "../libraries/Clock.sol";
import {Fixed, Op, ProposalState, RuleKind} from "../libraries/Codes.sol";
import {Rule, VotingRule} from "../libraries/VotingRule.sol";
import {Detail, Proposal} from "../types/Proposal.sol";
import {Records} from "./Records.sol";

/// @title The life of a proposal: opened, voted on, and ended in one of four ways
/// @dev The network admins are the voters: AdminRules adds and removes the two together, and the voter manager refuses
///      proposals and votes of everybody else.
abstract contract ProposalRules is Records {
    /* VOTING */

    /// @inheritdoc IPermissionsImplementation
    function vote(uint256 id, bool support) external {
        (Proposal proposal, Detail detail, Rule memory rule, uint256 electorate) = _cast(id, _sender(), support);
        _decide(id, proposal, detail, rule, electorate);
    }

    /// @inheritdoc IPermissionsImplementation
    function withdraw(uint256 id) external {
        address caller = _sender();
        (Proposal proposal, Detail detail, , ) = _recount(id);
        (address proposer, bool active) = _VOTERS.accountOfVoter(proposal.proposer());
        if (caller != proposer || !active) revert NotProposer(id, caller);

        _conclude(proposal, detail, _close(id, ProposalState.WITHDRAWN));
    }

    /// @inheritdoc IPermissionsImplementation
    function close(uint256 id) external {
        _sender();
        (Proposal proposal, Detail detail, Rule memory rule, uint256 electorate) = _recount(id);

        if (Clock.nowSeconds() >= proposal.expiresAt()) {
            _conclude(proposal, detail, _close(id, ProposalState.EXPIRED));
        } else if (!_decide(id, proposal, detail, rule, electorate)) {
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
        (Proposal proposal, Detail detail) = _VOTERS.oldestOpen();
        uint256 op = proposal.op();
        bool setting = op == Op.CHANGE_RULE || op == Op.CHANGE_IP_CHECK;
        address account = setting ? address(0) : detail.account();
        return (_orgId(proposal.org()), _NODES.enodeIdOf(proposal.node()), account, op);
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
        uint256 org,
        uint256 node,
        Detail detail
    ) internal returns (uint256 id) {
        uint256 ruleKind;
        (id, ruleKind) = _VOTERS.propose(op, org, node, detail, proposer);
        if (ruleKind == RuleKind.FORBIDDEN) revert OperationForbidden(op);
    }

    /// @dev Votes for the proposal `id`, which must be about exactly what is named. The role follows from the rest.
    function _approve(address voter, uint256 id, uint256 op, uint256 org, uint256 node, address account) internal {
        if (id == 0) revert NothingToApprove();
        (Proposal proposal, Detail detail, Rule memory rule, uint256 electorate) = _cast(id, voter, true);
        if (proposal.op() != op || proposal.org() != org || proposal.node() != node || detail.account() != account)
            revert ProposalDiffers(id);

        _decide(id, proposal, detail, rule, electorate);
    }

    /// @dev What becomes of the subject of a proposal that ends.
    function _conclude(Proposal proposal, Detail detail, bool passed) internal virtual;

    /// @dev Ends the proposal if the votes decide it.
    function _decide(
        uint256 id,
        Proposal proposal,
        Detail detail,
        Rule memory rule,
        uint256 electorate
    ) private returns (bool decided) {
        uint256 state = VotingRule.outcome(rule, proposal.votesFor(), proposal.votesAgainst(), electorate);
        if (state == ProposalState.OPEN) return false;
        _conclude(proposal, detail, _close(id, state));
        return true;
    }

    function _cast(
        uint256 id,
        address voter,
        bool support
    ) private returns (Proposal proposal, Detail detail, Rule memory rule, uint256 electorate) {
        return _VOTERS.castVote(id, voter, support);
    }

    function _recount(
        uint256 id
    ) private returns (Proposal proposal, Detail detail, Rule memory rule, uint256 electorate) {
        return _VOTERS.recount(id);
    }

    function _close(uint256 id, uint256 state) private returns (bool passed) {
        return _VOTERS.close(id, state);
    }
}
