// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IPermissionsImplementation} from "../interfaces/IPermissionsImplementation.sol";
import {IVoterManager} from "../interfaces/IVoterManager.sol";
import {Fixed, Op, ProposalState, RuleKind} from "../libraries/Codes.sol";
import {VotingRule} from "../libraries/VotingRule.sol";
import {Records} from "./Records.sol";

/// @title The life of a proposal: opened, voted on, and ended in one of four ways
/// @dev The network admins are the voters: AdminRules adds and removes the two together, and the voter manager refuses
///      proposals and votes of everybody else.
abstract contract ProposalRules is Records {
    /* VOTING */

    /// @inheritdoc IPermissionsImplementation
    function vote(uint256 id, bool support) external {
        _decide(id, _cast(id, _sender(), support));
    }

    /// @inheritdoc IPermissionsImplementation
    function withdraw(uint256 id) external {
        address caller = _sender();
        IVoterManager.Ballot memory ballot = _recount(id);
        if (caller != ballot.proposer || !_VOTERS.isVoter(caller)) revert NotProposer(id, caller);

        _conclude(ballot.subject, _close(id, ProposalState.WITHDRAWN));
    }

    /// @inheritdoc IPermissionsImplementation
    function close(uint256 id) external {
        _sender();
        IVoterManager.Ballot memory ballot = _recount(id);

        if (ballot.expired) {
            _conclude(ballot.subject, _close(id, ProposalState.EXPIRED));
        } else if (!_decide(id, ballot)) {
            revert ProposalUndecided(id, ballot.votesFor, ballot.votesAgainst, ballot.electorate);
        }
    }

    /* VIEWS */

    /// @inheritdoc IPermissionsImplementation
    function getPendingOp(
        string calldata orgId
    ) external view returns (string memory, string memory, address, uint256) {
        (uint256 org, , , ) = _ORGS.find(orgId);
        if (org != Fixed.ADMIN_ORG) return ("", "", address(0), 0);
        (, IVoterManager.Subject memory subject) = _VOTERS.oldestOpen();
        bool aboutAccount = subject.op != Op.CHANGE_RULE && subject.op != Op.CHANGE_IP_CHECK;
        return (
            _ORGS.fullId(subject.org),
            _NODES.enodeIdOf(subject.node),
            aboutAccount ? address(uint160(subject.payload)) : address(0),
            subject.op
        );
    }

    /* INTERNAL */

    /// @dev One proposal at a time about one subject.
    function _requireUndisputed(uint256 proposal) internal pure {
        if (proposal != 0) revert SubjectHasProposal(proposal);
    }

    /// @dev Opens a proposal.
    function _propose(address proposer, IVoterManager.Subject memory subject) internal returns (uint256 id) {
        uint256 ruleKind;
        (id, ruleKind) = _VOTERS.propose(subject, proposer);
        if (ruleKind == RuleKind.FORBIDDEN) revert OperationForbidden(subject.op);
    }

    /// @dev Votes for the proposal `id`, which must be about exactly what is named. The role follows from the rest.
    function _approve(address voter, uint256 id, IVoterManager.Subject memory named) internal {
        if (id == 0) revert NothingToApprove();
        IVoterManager.Ballot memory ballot = _cast(id, voter, true);
        IVoterManager.Subject memory subject = ballot.subject;
        if (
            subject.op != named.op ||
            subject.org != named.org ||
            subject.node != named.node ||
            subject.payload != named.payload
        ) revert ProposalDiffers(id);

        _decide(id, ballot);
    }

    /// @dev A proposal's subject in which an account is named.
    function _about(
        uint256 op,
        uint256 org,
        uint256 node,
        uint256 role,
        address account
    ) internal pure returns (IVoterManager.Subject memory) {
        return IVoterManager.Subject({op: op, org: org, node: node, role: role, payload: uint160(account)});
    }

    /// @dev Ends the proposal if the votes decide it.
    function _decide(uint256 id, IVoterManager.Ballot memory ballot) private returns (bool decided) {
        uint8 state = VotingRule.outcome(ballot.rule, ballot.votesFor, ballot.votesAgainst, ballot.electorate);
        if (state == ProposalState.OPEN) return false;
        _conclude(ballot.subject, _close(id, state));
        return true;
    }

    function _cast(uint256 id, address voter, bool support) private returns (IVoterManager.Ballot memory) {
        return _VOTERS.castVote(id, voter, support);
    }

    function _recount(uint256 id) private returns (IVoterManager.Ballot memory) {
        return _VOTERS.recount(id);
    }

    function _close(uint256 id, uint256 state) private returns (bool passed) {
        return _VOTERS.close(id, state);
    }

    /// @dev Does what was proposed, or takes back what the proposal marked.
    function _conclude(IVoterManager.Subject memory subject, bool passed) internal virtual;
}
