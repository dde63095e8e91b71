// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IDecisionModule} from "../interfaces/IDecisionModule.sol";
import {IResolutionModule} from "../interfaces/IResolutionModule.sol";
import {ISignatureModule} from "../interfaces/ISignatureModule.sol";
import {Clock} from "../libraries/Clock.sol";
import {Op, ProposalState, RoleKind, Vote, WellKnownIndex} from "../libraries/Codes.sol";
import {VotingRule} from "../libraries/VotingRule.sol";
import {Account} from "../types/Account.sol";
import {Ballot} from "../types/Ballot.sol";
import {Node} from "../types/Node.sol";
import {Org} from "../types/Org.sol";
import {Proposal, Subject, SubjectFields} from "../types/Proposal.sol";
import {Rule} from "../types/Rule.sol";
import {Voter} from "../types/Voter.sol";
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
        _decide(id, _vote(id, _sender(), support), _none());
    }

    /// @inheritdoc IDecisionModule
    function voteByHash(uint256 id, bytes32 hash, bool support) external {
        address caller = _sender();
        // The implementation, for which this code runs, passes it on to the module that answers it.
        bytes32 proposed = ISignatureModule(address(this)).getProposalHash(id);
        // It is 0 where the proposal is not open, which is refused below.
        if (proposed != hash && proposed != bytes32(0)) revert ProposalDiffers(id);

        _decide(id, _vote(id, caller, support), _none());
    }

    /// @inheritdoc IDecisionModule
    function withdraw(uint256 id) external {
        address caller = _sender();
        Ballot memory ballot = _recountOpen(id);
        (address proposer, Voter voter, uint256 own) = _proposerOf(id);
        if (caller != proposer || !voter.active()) revert NotProposer(id, caller);
        if (ballot.proposal.votesFor() > (own == Vote.FOR ? 1 : 0)) revert ProposalHasVotes(id);

        // Otherwise it would be taken back just before it is rejected.
        _letWait(id, ballot.proposal, own);
        _end(id, ballot.proposal, ProposalState.WITHDRAWN, _none());
    }

    /// @inheritdoc IDecisionModule
    function decide(uint256 id) external {
        _requireSelf();
        _decide(id, _recountOpen(id), _none());
    }

    /// @inheritdoc IDecisionModule
    function approveAsResolved(uint256 id, uint256 operations) external {
        _requireSelf();
        Proposal proposal = _proposal(id);
        if (operations & (1 << proposal.op()) == 0) revert OperationNotVotedOn(proposal.op());
        if (_end(id, proposal, ProposalState.APPROVED, _none()) != ProposalState.APPROVED) revert NothingChanges();
    }

    /// @inheritdoc IDecisionModule
    function close(uint256 id) external {
        _sender();
        Ballot memory ballot = _recount(id);
        Proposal proposal = ballot.proposal;
        if (proposal.state() == ProposalState.PASSED) {
            if (Clock.nowSeconds() < _lapsesAt(proposal)) revert ProposalPassed(id, _lapsesAt(proposal));
            _setProposalState(id, ProposalState.EXPIRED);
            return;
        }
        _requireOpen(id, proposal);

        if (_hasExpired(proposal)) {
            _end(id, proposal, ProposalState.EXPIRED, _none());
        } else if (!_decide(id, ballot, _none())) {
            (, Voter proposer, ) = _proposerOf(id);
            if (proposer.active()) {
                revert ProposalUndecided(id, proposal.votesFor(), proposal.votesAgainst(), ballot.electorate);
            }
            _end(id, proposal, ProposalState.WITHDRAWN, _none());
        }
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

        _decide(id, ballot, enodeId);
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
        if (!ballot.voter.active()) revert NotAVoter(voter);
        _requireOpen(id, ballot.proposal);
        if (_hasExpired(ballot.proposal)) revert ProposalExpired(id, ballot.proposal.expiresAt());
        if (ballot.formerVote != Vote.NONE) revert AlreadyVoted(id, voter);
    }

    function _recountOpen(uint256 id) private returns (Ballot memory ballot) {
        ballot = _recount(id);
        _requireOpen(id, ballot.proposal);
    }

    function _requireOpen(uint256 id, Proposal proposal) private pure {
        if (proposal.state() != ProposalState.OPEN) revert ProposalNotOpen(id, proposal.state());
    }

    /// @dev Ends the proposal if the votes decide it; `enodeId` as in `_conclude`.
    function _decide(uint256 id, Ballot memory ballot, string calldata enodeId) private returns (bool decided) {
        Proposal proposal = ballot.proposal;
        uint256 state = _outcomeBy(ballot.rule, ballot);
        if (proposal.op() == Op.RESOLVE) state = _strictest(id, ballot, state);
        if (state == ProposalState.OPEN) return false;
        if (state == ProposalState.REJECTED) {
            (, , uint256 own) = _proposerOf(id);
            _letWait(id, proposal, own);
        }
        _end(id, proposal, state, enodeId);
        return true;
    }

    function _outcomeBy(Rule rule, Ballot memory ballot) private pure returns (uint256 state) {
        uint256 needed = VotingRule.threshold(rule.kind(), rule.count(), rule.outOf(), ballot.electorate);
        (uint256 votesFor, uint256 votesAgainst) = (ballot.proposal.votesFor(), ballot.proposal.votesAgainst());
        return VotingRule.outcome(needed, votesFor, votesAgainst, ballot.electorate);
    }

    /// @dev A resolution passes when the rules of all its operations are met, and is rejected when one can be met no more.
    function _strictest(uint256 id, Ballot memory ballot, uint256 state) private view returns (uint256) {
        (, uint256 operations) = _payloadOf(id).unpackResolution();
        for (uint256 op = 1; op < Op.RESOLVE && state != ProposalState.REJECTED; ++op) {
            if (operations & (1 << op) == 0) continue;
            uint256 other = _outcomeBy(_ruleOf(op), ballot);
            if (other != ProposalState.APPROVED) state = other;
        }
        return state;
    }

    function _end(
        uint256 id,
        Proposal proposal,
        uint256 state,
        string calldata enodeId
    ) private returns (uint256 ended) {
        bool passed = state == ProposalState.APPROVED;
        if (proposal.op() == Op.RESOLVE) {
            // The implementation, for which this code runs, passes it on to the module that carries it out.
            if (passed) state = IResolutionModule(address(this)).carryOutNow(id);
        } else if (!_conclude(id, proposal, passed, enodeId) && passed) {
            // What was approved but can no longer be done is rejected.
            state = ProposalState.REJECTED;
        }
        _setProposalState(id, state);
        return state;
    }

    /// @dev The empty enode id, passed where the caller names no node.
    function _none() private pure returns (string calldata) {
        return string(msg.data[0:0]);
    }
}
