// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IDecisionModule} from "../interfaces/IDecisionModule.sol";
import {IResolutionModule} from "../interfaces/IResolutionModule.sol";
import {IBallotModule} from "../interfaces/IBallotModule.sol";
import {Op, ProposalState, RoleKind, Vote, WellKnownIndex} from "../libraries/Codes.sol";
import {VotingRule} from "../libraries/VotingRule.sol";
import {Account} from "../types/Account.sol";
import {Ballot} from "../types/Ballot.sol";
import {Node} from "../types/Node.sol";
import {Org} from "../types/Org.sol";
import {Proposal, Subject, SubjectFields} from "../types/Proposal.sol";
import {Rule} from "../types/Rule.sol";
import {Lapsing} from "./Lapsing.sol";
import {OrgTransitions} from "./OrgTransitions.sol";
import {Outcomes} from "./Outcomes.sol";
import {ProposerLimits} from "./ProposerLimits.sol";

/// @title Votes on proposals, and how proposals end: decided, withdrawn or expired
abstract contract Voting is IDecisionModule, Outcomes, OrgTransitions, ProposerLimits, Lapsing {
    /* VOTES FOR WHAT IS NAMED */

    /// @inheritdoc IDecisionModule
    function approveOrg(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        address account,
        address caller
    ) external onlyInterface(caller) {
        (uint256 index, Org org) = _requireOrg(orgId);
        uint256 id = org.proposal();
        (Node node, bool sameAddress) = _findNode(enodeId, ip, port, raftPort);
        if (_isClaimed(node, id, index)) sameAddress = _isProposedAt(enodeId, ip, port, raftPort);
        else _requireNodeOf(node, index, orgId, enodeId);
        if (!sameAddress) revert NodeAddressDiffers(enodeId, ip, port, raftPort);

        Subject named = SubjectFields.create(index, node.index(), 0, _account(account).index());
        _approve(caller, id, Op.ADD_ORG, named, enodeId);
    }

    /// @inheritdoc IDecisionModule
    function approveOrgStatus(string calldata orgId, uint256 action, address caller) external onlyInterface(caller) {
        (uint256 index, Org org) = _requireOrg(orgId);
        (uint256 op, , ) = _orgTransition(action);

        _approve(caller, org.proposal(), op, SubjectFields.create(index, 0, 0, 0), _none());
    }

    /// @inheritdoc IDecisionModule
    function approveAdminRole(string calldata orgId, address account, address caller) external onlyInterface(caller) {
        _approveAccount(caller, orgId, account, Op.ASSIGN_ADMIN);
    }

    /// @inheritdoc IDecisionModule
    function approveBlacklistedAccountRecovery(
        string calldata orgId,
        address account,
        address caller
    ) external onlyInterface(caller) {
        _approveAccount(caller, orgId, account, Op.RECOVER_ACCOUNT);
    }

    /// @inheritdoc IDecisionModule
    function approveBlacklistedNodeRecovery(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        address caller
    ) external onlyInterface(caller) {
        (uint256 org, ) = _requireOrg(orgId);
        Node node = _requireNodeAt(org, orgId, enodeId, ip, port, raftPort);

        Subject named = SubjectFields.create(org, node.index(), 0, 0);
        _approve(caller, node.proposal(), Op.RECOVER_NODE, named, enodeId);
    }

    /* VOTES BY NUMBER */

    /// @inheritdoc IDecisionModule
    function vote(uint256 id, bool support) external {
        _decide(id, _vote(id, _sender(), support), _none(), false);
    }

    /// @inheritdoc IDecisionModule
    function voteByHash(uint256 id, bytes32 hash, bool support) external {
        address caller = _sender();
        // The implementation, for which this code runs, passes it on to the module that answers it.
        bytes32 proposed = IBallotModule(address(this)).getProposalHash(id);
        // It is 0 where the proposal is not open, which is refused below.
        if (proposed != hash && proposed != bytes32(0)) revert ProposalDiffers(id);

        _decide(id, _vote(id, caller, support), _none(), false);
    }

    /* FOR THE IMPLEMENTATION ITSELF */

    /// @inheritdoc IDecisionModule
    function decide(uint256 id, bool anew) external returns (uint256 state) {
        _requireSelf();
        Ballot memory ballot = _recount(id);
        _requireOpen(id, ballot.proposal);
        return _decide(id, ballot, _none(), anew);
    }

    /// @inheritdoc IDecisionModule
    function end(uint256 id, uint256 state) external returns (uint256 ended) {
        _requireSelf();
        return _end(id, _proposal(id), state, _none(), true);
    }

    /* INTERNAL */

    function _approveAccount(address voter, string calldata orgId, address account, uint256 op) private {
        (uint256 org, ) = _requireOrg(orgId);

        Account record = _account(account);
        _approve(voter, record.proposal(), op, SubjectFields.create(org, 0, 0, record.index()), _none());
    }

    /// @dev Votes for the proposal `id`, which must be about exactly what is named; `enodeId` as in `_conclude`.
    function _approve(address voter, uint256 id, uint256 op, Subject named, string calldata enodeId) private {
        if (id == 0) revert NothingToApprove();
        Ballot memory ballot = _vote(id, voter, true);
        bool differs = ballot.proposal.op() != op || !ballot.proposal.isAbout(named);
        // Who names an organisation and an account means the admin role that follows from them, and no custom one.
        if (differs || (op == Op.ASSIGN_ADMIN && _isCustom(ballot.proposal.role()))) revert ProposalDiffers(id);

        _decide(id, ballot, enodeId, false);
    }

    /// @dev Whether the proposal `id` is about a node that another organisation than `org` has claimed.
    function _isClaimed(Node node, uint256 id, uint256 org) private pure returns (bool) {
        return node.org() != 0 && node.org() != org && id != 0 && node.proposal() == id;
    }

    function _isCustom(uint256 role) private view returns (bool) {
        return role != WellKnownIndex.NETWORK_ADMIN_ROLE && _roleAt(role).kind() == RoleKind.CUSTOM;
    }

    function _vote(uint256 id, address voter, bool support) private returns (Ballot memory ballot) {
        ballot = _castVote(id, voter, support);
        bool byPolicy = _isByPolicy(ballot);
        if (!ballot.voter.active() && !byPolicy) revert NotAVoter(voter);
        _requireOpen(id, ballot.proposal);
        if (_hasExpired(ballot.proposal)) revert ProposalExpired(id, ballot.proposal.expiresAt());
        bool again = ballot.formerVote != Vote.NONE;
        if (byPolicy) again = _ballots().castVoice(id, voter, support, ballot.voter.active(), again);
        if (again) revert AlreadyVoted(id, voter);
    }

    /// @dev Whether a policy says who votes, or may: a resolution is decided by those of all its operations.
    function _isByPolicy(Ballot memory ballot) private pure returns (bool) {
        return ballot.proposal.op() == Op.RESOLVE || !ballot.rule.isOfNetworkAdmins();
    }

    /// @dev The implementation, for which this code runs, passes on to the module what is asked of it.
    function _ballots() private view returns (IBallotModule) {
        return IBallotModule(address(this));
    }

    function _requireOpen(uint256 id, Proposal proposal) private pure {
        if (proposal.state() != ProposalState.OPEN) revert ProposalNotOpen(id, proposal.state());
    }

    /// @dev Ends the proposal if the votes decide it; `enodeId` as in `_conclude`.
    /// @param anew Whether to count all votes anew where a policy says who votes.
    /// @return state What the votes say: OPEN; NONE if the count is to go on; PASSED if it waits.
    function _decide(
        uint256 id,
        Ballot memory ballot,
        string calldata enodeId,
        bool anew
    ) private returns (uint256 state) {
        Proposal proposal = ballot.proposal;
        (uint256 votesFor, uint256 votesAgainst) = (proposal.votesFor(), proposal.votesAgainst());
        if (_isByPolicy(ballot) || ballot.rule.hasTerms()) {
            state = _ballots().decisionOf(id, votesFor, votesAgainst, ballot.electorate, anew);
        } else {
            Rule rule = ballot.rule;
            uint256 needed = VotingRule.threshold(rule.kind(), rule.count(), rule.outOf(), ballot.electorate);
            state = VotingRule.outcome(needed, votesFor, votesAgainst, ballot.electorate);
        }
        bool ends = state == ProposalState.APPROVED || state == ProposalState.REJECTED;
        if (!ends) return state;
        if (state == ProposalState.REJECTED && _ballots().hasVotesOfOthers(id, false)) _letWait(id, proposal);
        _end(id, proposal, state, enodeId, ballot.mayBeStopped);
    }

    /// @param mayBeStopped False only if nothing stops admissions; to ask for it is expensive.
    function _end(
        uint256 id,
        Proposal proposal,
        uint256 state,
        string calldata enodeId,
        bool mayBeStopped
    ) private returns (uint256 ended) {
        bool passed = state == ProposalState.APPROVED;
        if (Op.holdsChanges(proposal.op())) {
            // The implementation, for which this code runs, passes it on to the module that carries it out.
            if (passed) state = IResolutionModule(address(this)).carryOutNow(id);
        } else if (passed && mayBeStopped && _waitsForStop(id, 1 << proposal.op())) {
            return ProposalState.PASSED;
        } else if (!_conclude(id, proposal, passed, enodeId) && passed) {
            // What was approved but can no longer be done is rejected.
            state = ProposalState.REJECTED;
        }
        if (state != ProposalState.PASSED) _setProposalState(id, state);
        return state;
    }

    /// @dev The empty enode id, passed where the caller names no node.
    function _none() private pure returns (string calldata) {
        return string(msg.data[0:0]);
    }
}
