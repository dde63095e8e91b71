// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IVoterManager} from "../interfaces/IVoterManager.sol";
import {Clock} from "../libraries/Clock.sol";
import {ProposalState} from "../libraries/Codes.sol";
import {Rule} from "../libraries/VotingRule.sol";
import {Managed} from "./Managed.sol";

/// @title VoterManager
/// @dev Nothing here walks the list of voters. Votes are two bits a voter, so a vote costs the same whoever else votes.
///      Voters who leave are written to a log; each proposal remembers how much of it has been taken off its votes and
///      catches up when it is next touched.
contract VoterManager is IVoterManager, Managed {
    /* TYPES */

    struct Totals {
        uint32 listed; // voters, former ones too
        uint32 active;
        uint32 proposals;
        uint32 departures;
        uint32 firstOpen;
        uint32 lastOpen;
    }

    struct Voter {
        uint32 index; // from 1 on, for good
        uint32 lastDeparture; // its latest place in the log of departures
        bool active;
    }

    /// @dev Two slots: what changes and the operation, and what the operation is about.
    struct Proposal {
        uint8 op;
        uint8 state;
        uint32 votesFor;
        uint32 votesAgainst;
        uint40 expiresAt; // seconds
        uint32 previousOpen;
        uint32 nextOpen;
        uint32 departuresSeen;
        uint32 proposer; // index of the voter
        uint32 org;
        uint32 node;
        uint32 role;
        uint160 payload;
    }

    /* CONSTANTS */

    uint256 private constant LIFETIME = 30 days;
    uint256 private constant VOTERS_PER_WORD = 128;
    uint256 private constant FOR = 1;
    uint256 private constant AGAINST = 2;
    uint256 private constant VOTED = 3;

    /* STORAGE */

    Totals private _totals;
    string private _adminOrgId;
    mapping(address account => Voter) private _voters;
    mapping(uint256 voter => address account) private _accounts;
    mapping(uint256 departure => uint256 voter) private _departures;
    mapping(uint256 id => Proposal) private _proposals;
    mapping(uint256 id => mapping(uint256 word => uint256)) private _votes; // two bits a voter
    mapping(uint256 op => Rule) private _rules; // an untouched slot is the majority

    /* CONSTRUCTOR */

    constructor(address permUpgradable) Managed(permUpgradable) {}

    /* SEAM: VOTERS */

    /// @inheritdoc IVoterManager
    function setUp(string calldata adminOrgId) external onlyImplementation returns (bool) {
        _adminOrgId = adminOrgId;

        return true;
    }

    /// @inheritdoc IVoterManager
    function addVoter(address account) external onlyImplementation returns (bool) {
        Voter memory voter = _voters[account];
        if (voter.active) revert AlreadyAVoter(account);

        Totals storage totals = _totals;
        if (voter.index == 0) {
            voter.index = ++totals.listed;
            _accounts[voter.index] = account;
        }
        voter.active = true;
        _voters[account] = voter;
        ++totals.active;

        emit VoterAdded(_adminOrgId, account);
        return true;
    }

    /// @inheritdoc IVoterManager
    function removeVoter(address account) external onlyImplementation returns (bool) {
        Voter storage voter = _requireVoter(account);

        Totals storage totals = _totals;
        voter.active = false;
        voter.lastDeparture = totals.departures;
        _departures[totals.departures] = voter.index;
        ++totals.departures;
        --totals.active;

        emit VoterDeleted(_adminOrgId, account);
        return true;
    }

    /* SEAM: PROPOSALS */

    /// @inheritdoc IVoterManager
    function propose(
        Subject calldata subject,
        address proposer
    ) external onlyImplementation returns (uint256 id, uint256 ruleKind) {
        uint32 voter = _requireVoter(proposer).index;

        Totals memory totals = _totals;
        id = ++totals.proposals;
        _proposals[id] = Proposal({
            op: uint8(subject.op),
            state: ProposalState.OPEN,
            votesFor: 0,
            votesAgainst: 0,
            expiresAt: uint40(Clock.nowSeconds() + LIFETIME),
            previousOpen: totals.lastOpen,
            nextOpen: 0,
            departuresSeen: totals.departures,
            proposer: voter,
            org: uint32(subject.org),
            node: uint32(subject.node),
            role: uint32(subject.role),
            payload: uint160(subject.payload)
        });
        if (totals.lastOpen == 0) totals.firstOpen = uint32(id);
        else _proposals[totals.lastOpen].nextOpen = uint32(id);
        totals.lastOpen = uint32(id);
        _totals = totals;

        emit VotingItemAdded(_adminOrgId);
        emit ProposalCreated(id, subject.op, proposer, subject.org, subject.node, subject.role, subject.payload);
        return (id, _rules[subject.op].kind);
    }

    /// @inheritdoc IVoterManager
    function castVote(
        uint256 id,
        address voter,
        bool support
    ) external onlyImplementation returns (Ballot memory ballot) {
        uint256 index = _requireVoter(voter).index;
        Proposal storage proposal = _requireOpen(id);
        if (Clock.nowSeconds() >= proposal.expiresAt) revert ProposalExpired(id, proposal.expiresAt);
        _settle(id);
        (uint256 word, uint256 shift) = _place(index);
        uint256 votes = _votes[id][word];
        if ((votes >> shift) & VOTED != 0) revert AlreadyVoted(id, voter);

        _votes[id][word] = votes | ((support ? FOR : AGAINST) << shift);
        if (support) ++proposal.votesFor;
        else ++proposal.votesAgainst;

        emit VoteProcessed(_adminOrgId);
        emit VoteCast(id, voter, support);
        return _ballot(id);
    }

    /// @inheritdoc IVoterManager
    function recount(uint256 id) external onlyImplementation returns (Ballot memory ballot) {
        _requireOpen(id);

        _settle(id);

        return _ballot(id);
    }

    /// @inheritdoc IVoterManager
    function close(uint256 id, uint256 state) external onlyImplementation returns (bool passed) {
        Proposal storage proposal = _requireOpen(id);

        (uint32 previous, uint32 next) = (proposal.previousOpen, proposal.nextOpen);
        proposal.state = uint8(state);
        if (previous == 0) _totals.firstOpen = next;
        else _proposals[previous].nextOpen = next;
        if (next == 0) _totals.lastOpen = previous;
        else _proposals[next].previousOpen = previous;

        emit ProposalClosed(id, state);
        return state == ProposalState.APPROVED;
    }

    /* SEAM: RULES */

    /// @inheritdoc IVoterManager
    function setRule(
        uint256 op,
        uint256 kind,
        uint256 count,
        uint256 outOf
    ) external onlyImplementation returns (bool) {
        _rules[op] = Rule({kind: uint8(kind), count: uint32(count), outOf: uint32(outOf), proposal: 0});

        emit RuleChanged(op, kind, count, outOf);
        return true;
    }

    /// @inheritdoc IVoterManager
    function setRuleProposal(uint256 op, uint256 id) external onlyImplementation returns (bool) {
        _rules[op].proposal = uint32(id);

        return true;
    }

    /* READING */

    /// @inheritdoc IVoterManager
    function getProposal(uint256 id) external view returns (ProposalInfo memory) {
        return _info(id);
    }

    /// @inheritdoc IVoterManager
    function getNumberOfProposals() external view returns (uint256) {
        return _totals.proposals;
    }

    /// @inheritdoc IVoterManager
    function getProposalPage(uint256 from, uint256 count) external view returns (ProposalInfo[] memory page) {
        page = new ProposalInfo[](_pageEnd(from, count, _totals.proposals) - from);
        for (uint256 i = 0; i < page.length; ++i) {
            page[i] = _info(from + i + 1);
        }
    }

    /// @inheritdoc IVoterManager
    function getOpenProposals(uint256 after_, uint256 count) external view returns (ProposalInfo[] memory page) {
        uint256 first = after_ == 0 ? _totals.firstOpen : _proposals[after_].nextOpen;
        if (after_ != 0 && _proposals[after_].state != ProposalState.OPEN) first = 0;
        uint256 length = 0;
        for (uint256 id = first; id != 0 && length < count; id = _proposals[id].nextOpen) {
            ++length;
        }
        page = new ProposalInfo[](length);
        uint256 next = first;
        for (uint256 i = 0; i < length; ++i) {
            page[i] = _info(next);
            next = _proposals[next].nextOpen;
        }
    }

    /// @inheritdoc IVoterManager
    function getVote(uint256 id, address voter) external view returns (uint256) {
        (uint256 word, uint256 shift) = _place(_voters[voter].index);
        return (_votes[id][word] >> shift) & VOTED;
    }

    /// @inheritdoc IVoterManager
    function getNumberOfVoters() external view returns (uint256 listed, uint256 active) {
        return (_totals.listed, _totals.active);
    }

    /// @inheritdoc IVoterManager
    function getVoterPage(uint256 from, uint256 count) external view returns (VoterInfo[] memory page) {
        page = new VoterInfo[](_pageEnd(from, count, _totals.listed) - from);
        for (uint256 i = 0; i < page.length; ++i) {
            address account = _accounts[from + i + 1];
            page[i] = VoterInfo({account: account, active: _voters[account].active});
        }
    }

    /// @inheritdoc IVoterManager
    function isVoter(address account) external view returns (bool) {
        return _voters[account].active;
    }

    /// @inheritdoc IVoterManager
    function getRule(uint256 op) external view returns (Rule memory) {
        return _rules[op];
    }

    /// @inheritdoc IVoterManager
    function oldestOpen() external view returns (uint256 id, Subject memory subject) {
        uint256 time = Clock.nowSeconds();
        id = _totals.firstOpen;
        while (id != 0 && time >= _proposals[id].expiresAt) {
            id = _proposals[id].nextOpen;
        }
        subject = _subject(_proposals[id]);
    }

    /* INTERNAL */

    function _requireVoter(address account) private view returns (Voter storage voter) {
        voter = _voters[account];
        if (!voter.active) revert NotAVoter(account);
    }

    function _requireOpen(uint256 id) private view returns (Proposal storage proposal) {
        proposal = _proposals[id];
        if (proposal.state != ProposalState.OPEN) revert ProposalNotOpen(id, proposal.state);
    }

    function _place(uint256 index) private pure returns (uint256 word, uint256 shift) {
        return (index / VOTERS_PER_WORD, (index % VOTERS_PER_WORD) * 2);
    }

    /// @dev Writes down that the votes of those who left since the proposal was last touched count no more. One who left
    ///      and came back may vote again.
    function _settle(uint256 id) private {
        Proposal storage proposal = _proposals[id];
        uint256 departures = _totals.departures;
        uint256 seen = proposal.departuresSeen;
        if (seen == departures) return;

        for (; seen < departures; ++seen) {
            uint256 vote = _voteOfDeparted(id, seen);
            if (vote == 0) continue;
            if (vote == FOR) --proposal.votesFor;
            else --proposal.votesAgainst;
            (uint256 word, uint256 shift) = _place(_departures[seen]);
            _votes[id][word] &= ~(VOTED << shift);
        }
        proposal.departuresSeen = uint32(departures);
    }

    /// @dev The vote that a departure takes off a proposal. Who left more than once is counted at the last time.
    function _voteOfDeparted(uint256 id, uint256 departure) private view returns (uint256) {
        uint256 voter = _departures[departure];
        if (_voters[_accounts[voter]].lastDeparture != departure) return 0;
        (uint256 word, uint256 shift) = _place(voter);
        return (_votes[id][word] >> shift) & VOTED;
    }

    function _subject(Proposal memory proposal) private pure returns (Subject memory) {
        return
            Subject({
                op: proposal.op,
                org: proposal.org,
                node: proposal.node,
                role: proposal.role,
                payload: proposal.payload
            });
    }

    function _ballot(uint256 id) private view returns (Ballot memory) {
        Proposal memory proposal = _proposals[id];
        return
            Ballot({
                subject: _subject(proposal),
                votesFor: proposal.votesFor,
                votesAgainst: proposal.votesAgainst,
                electorate: _totals.active,
                rule: _rules[proposal.op],
                expired: Clock.nowSeconds() >= proposal.expiresAt,
                proposer: _accounts[proposal.proposer]
            });
    }

    /// @dev Shows an open proposal's votes as they would be counted now.
    function _info(uint256 id) private view returns (ProposalInfo memory) {
        Proposal memory proposal = _proposals[id];
        if (proposal.state == ProposalState.OPEN) {
            for (uint256 i = proposal.departuresSeen; i < _totals.departures; ++i) {
                uint256 vote = _voteOfDeparted(id, i);
                if (vote == FOR) --proposal.votesFor;
                if (vote == AGAINST) --proposal.votesAgainst;
            }
        }
        return
            ProposalInfo({
                id: id,
                subject: _subject(proposal),
                proposer: _accounts[proposal.proposer],
                votesFor: proposal.votesFor,
                votesAgainst: proposal.votesAgainst,
                expiresAt: proposal.expiresAt,
                state: proposal.state
            });
    }
}
