// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IVoterManager} from "../interfaces/IVoterManager.sol";
import {Clock} from "../libraries/Clock.sol";
import {Op, ProposalState} from "../libraries/Codes.sol";
import {Rule} from "../libraries/VotingRule.sol";
import {Proposal, ProposalFields, Subject} from "../types/Proposal.sol";
import {Totals, Voter, VoterFields} from "../types/Voter.sol";
import {Managed} from "./Managed.sol";

/// @title VoterManager
/// @dev Nothing here walks the list of voters. Votes are two bits a voter, so a vote costs the same however many voters
///      there are. Voters who leave are written to a log; each proposal remembers how much of it has been taken off its
///      votes and catches up when it is next touched.
contract VoterManager is IVoterManager, Managed {
    /* CONSTANTS */

    uint256 private constant LIFETIME = 30 days;
    uint256 private constant CATCH_UP = 32; // ended proposals that a new one leaves behind, at most
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
    mapping(uint256 id => Proposal) private _proposals; // with the votes of the first voters
    mapping(uint256 id => uint256) private _payloads; // of proposals about settings
    mapping(uint256 id => mapping(uint256 word => uint256)) private _votes; // of the later voters
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
        Voter voter = _voters[account];
        if (voter.active()) revert AlreadyAVoter(account);

        Totals totals = _totals.withOneActive();
        uint256 index = voter.index();
        if (index == 0) {
            totals = totals.withOneListed();
            index = totals.listed();
            _accounts[index] = account;
        }
        _voters[account] = VoterFields.create(true, index, voter.lastDeparture());
        _totals = totals;

        emit VoterAdded(_adminOrgId, account);
        return true;
    }

    /// @inheritdoc IVoterManager
    function removeVoter(address account) external onlyImplementation returns (bool) {
        uint256 index = _requireVoter(account);

        Totals totals = _totals.withOneDeparture();
        uint256 departure = totals.departures();
        _voters[account] = VoterFields.create(false, index, departure);
        _departures[departure] = index;
        _totals = totals;

        emit VoterDeleted(_adminOrgId, account);
        return true;
    }

    /* SEAM: PROPOSALS */

    /// @inheritdoc IVoterManager
    function propose(
        uint256 op,
        Subject subject,
        address account,
        uint256 payload,
        address proposer
    ) external onlyImplementation returns (uint256 id, uint256 ruleKind) {
        uint256 voter = _requireVoter(proposer);
        uint256 expiresAt = Clock.nowSeconds() + LIFETIME;
        if (expiresAt > type(uint32).max) revert ExpiryNotAllowed(expiresAt);

        Totals totals = _totals;
        totals = totals.withOldestOpen(_oldestOpen(totals, CATCH_UP)).withOneProposal();
        _totals = totals;
        id = totals.proposals();
        if (Op.isSetting(op)) _payloads[id] = payload;
        _proposals[id] = ProposalFields.create({
            op_: op,
            subject: subject,
            state_: ProposalState.OPEN,
            expiresAt_: expiresAt,
            departuresSeen_: totals.departures(),
            proposer_: voter
        });

        emit VotingItemAdded(_adminOrgId);
        emit ProposalCreated(id, op, proposer, subject.org(), subject.node(), account, payload);
        return (id, _rules[op].kind);
    }

    /// @inheritdoc IVoterManager
    function castVote(
        uint256 id,
        address voter,
        bool support
    ) external onlyImplementation returns (Proposal proposal, uint256 payload, Rule memory rule, uint256 electorate) {
        uint256 index = _requireVoter(voter);
        proposal = _requireOpen(id);
        if (_hasExpired(proposal)) revert ProposalExpired(id, proposal.expiresAt());
        Totals totals = _totals;
        proposal = _settled(id, proposal, totals.departures());
        (uint256 votes, uint256 word, uint256 shift) = _votesAround(id, proposal, index);
        if ((votes >> shift) & VOTED != 0) revert AlreadyVoted(id, voter);

        proposal = _withVotes(id, proposal, word, votes | ((support ? FOR : AGAINST) << shift)).counted(support);
        _proposals[id] = proposal;

        emit VoteProcessed(_adminOrgId);
        emit VoteCast(id, voter, support);
        return (proposal, _payload(id, proposal), _rules[proposal.op()], totals.active());
    }

    /// @inheritdoc IVoterManager
    function recount(
        uint256 id
    ) external onlyImplementation returns (Proposal proposal, uint256 payload, Rule memory rule, uint256 electorate) {
        proposal = _requireOpen(id);
        Totals totals = _totals;
        if (!_hasExpired(proposal)) proposal = _settled(id, proposal, totals.departures());

        _proposals[id] = proposal;

        return (proposal, _payload(id, proposal), _rules[proposal.op()], totals.active());
    }

    /// @inheritdoc IVoterManager
    function close(uint256 id, uint256 state) external onlyImplementation returns (bool) {
        Proposal proposal = _requireOpen(id);
        if (state == ProposalState.WITHDRAWN && _hasOthersVotes(id, proposal)) revert ProposalHasVotes(id);

        _proposals[id] = proposal.withState(state);

        emit ProposalClosed(id, state);
        return true;
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

    /* FOR THE SUITE */

    /// @inheritdoc IVoterManager
    function oldestOpen() external view returns (Proposal proposal) {
        return _proposals[_oldestOpen(_totals, type(uint256).max)];
    }

    /// @inheritdoc IVoterManager
    function accountOfVoter(uint256 index) external view returns (address account, bool active) {
        account = _accounts[index];
        active = _voters[account].active();
    }

    /* READING */

    /// @inheritdoc IVoterManager
    function getProposal(uint256 id) external view returns (ProposalInfo memory) {
        return _info(id);
    }

    /// @inheritdoc IVoterManager
    function getNumberOfProposals() external view returns (uint256) {
        return _totals.proposals();
    }

    /// @inheritdoc IVoterManager
    function getProposalPage(uint256 from, uint256 count) external view returns (ProposalInfo[] memory page) {
        page = new ProposalInfo[](_pageEnd(from, count, _totals.proposals()) - from);
        for (uint256 i = 0; i < page.length; ++i) {
            page[i] = _info(from + i + 1);
        }
    }

    /// @inheritdoc IVoterManager
    function getOpenProposals(uint256 after_, uint256 count) external view returns (ProposalInfo[] memory page) {
        Totals totals = _totals;
        uint256 id = _oldestOpen(totals, type(uint256).max);
        if (after_ >= id) id = after_ < totals.proposals() ? after_ + 1 : totals.proposals() + 1;
        uint256 left = totals.proposals() + 1 - id;
        uint256[] memory ids = new uint256[](count < left ? count : left);
        uint256 length = 0;
        for (; length < ids.length && id <= totals.proposals(); ++id) {
            if (_isOpen(id)) ids[length++] = id;
        }
        page = new ProposalInfo[](length);
        for (uint256 i = 0; i < length; ++i) {
            page[i] = _info(ids[i]);
        }
    }

    /// @inheritdoc IVoterManager
    function getVote(uint256 id, address voter) external view returns (uint256) {
        Voter record = _voters[voter];
        Proposal proposal = _proposals[id];
        // The vote of one who has left since the proposal was last touched is as good as taken off.
        bool gone = proposal.state() == ProposalState.OPEN && record.lastDeparture() > proposal.departuresSeen();
        return record.index() == 0 || gone ? 0 : _voteOf(id, proposal, record.index());
    }

    /// @inheritdoc IVoterManager
    function getNumberOfVoters() external view returns (uint256 listed, uint256 active) {
        return (_totals.listed(), _totals.active());
    }

    /// @inheritdoc IVoterManager
    function getVoterPage(uint256 from, uint256 count) external view returns (VoterInfo[] memory page) {
        page = new VoterInfo[](_pageEnd(from, count, _totals.listed()) - from);
        for (uint256 i = 0; i < page.length; ++i) {
            address account = _accounts[from + i + 1];
            page[i] = VoterInfo({account: account, active: _voters[account].active()});
        }
    }

    /// @inheritdoc IVoterManager
    function isVoter(address account) external view returns (bool) {
        return _voters[account].active();
    }

    /// @inheritdoc IVoterManager
    function getRule(uint256 op) external view returns (Rule memory) {
        return _rules[op];
    }

    /* INTERNAL */

    function _requireVoter(address account) private view returns (uint256 index) {
        Voter voter = _voters[account];
        if (!voter.active()) revert NotAVoter(account);
        return voter.index();
    }

    /// @dev Whether anybody but its proposer has voted for a proposal.
    function _hasOthersVotes(uint256 id, Proposal proposal) private view returns (bool) {
        uint256 own = _voteOf(id, proposal, proposal.proposer()) == FOR ? 1 : 0;
        return proposal.votesFor() > own;
    }

    function _payload(uint256 id, Proposal proposal) private view returns (uint256) {
        return Op.isSetting(proposal.op()) ? _payloads[id] : 0;
    }

    function _isOpen(uint256 id) private view returns (bool) {
        Proposal proposal = _proposals[id];
        return proposal.state() == ProposalState.OPEN && !_hasExpired(proposal);
    }

    function _hasExpired(Proposal proposal) private view returns (bool) {
        return Clock.nowSeconds() >= proposal.expiresAt();
    }

    /// @dev The oldest proposal that is open and has not expired, found in `steps` steps or else not yet; one beyond the
    ///      last when there is none.
    function _oldestOpen(Totals totals, uint256 steps) private view returns (uint256 id) {
        id = totals.oldestOpen();
        if (id == 0) id = 1;
        while (steps > 0 && id <= totals.proposals() && !_isOpen(id)) {
            ++id;
            --steps;
        }
    }

    function _requireOpen(uint256 id) private view returns (Proposal proposal) {
        proposal = _proposals[id];
        if (proposal.state() != ProposalState.OPEN) revert ProposalNotOpen(id, proposal.state());
    }

    /// @dev The word with a voter's vote and how far up it stands: word 0 is the proposal's own, the others hold 128 each.
    function _votesAround(
        uint256 id,
        Proposal proposal,
        uint256 voter
    ) private view returns (uint256 votes, uint256 word, uint256 shift) {
        if (voter <= ProposalFields.INLINE_VOTERS) {
            return (Proposal.unwrap(proposal), 0, ProposalFields.VOTES + (voter - 1) * 2);
        }
        word = 1 + voter / VOTERS_PER_WORD;
        return (_votes[id][word], word, (voter % VOTERS_PER_WORD) * 2);
    }

    function _withVotes(uint256 id, Proposal proposal, uint256 word, uint256 votes) private returns (Proposal) {
        if (word == 0) return Proposal.wrap(votes);
        _votes[id][word] = votes;
        return proposal;
    }

    function _voteOf(uint256 id, Proposal proposal, uint256 voter) private view returns (uint256) {
        (uint256 votes, , uint256 shift) = _votesAround(id, proposal, voter);
        return (votes >> shift) & VOTED;
    }

    /// @dev Takes the votes off a proposal of those who left since it was last touched. One who left and came back may
    ///      vote again.
    function _settled(uint256 id, Proposal proposal, uint256 departures) private returns (Proposal) {
        uint256 seen = proposal.departuresSeen();
        if (seen == departures) return proposal;

        while (seen < departures) {
            ++seen;
            uint256 vote = _voteOfDeparted(id, proposal, seen);
            if (vote == 0) continue;
            (uint256 votes, uint256 word, uint256 shift) = _votesAround(id, proposal, _departures[seen]);
            proposal = _withVotes(id, proposal, word, votes & ~(VOTED << shift)).discounted(vote == FOR);
        }
        return proposal.withDeparturesSeen(departures);
    }

    /// @dev The vote that a departure takes off a proposal. Who left more than once is counted at the last time.
    function _voteOfDeparted(uint256 id, Proposal proposal, uint256 departure) private view returns (uint256) {
        uint256 voter = _departures[departure];
        if (_voters[_accounts[voter]].lastDeparture() != departure) return 0;
        return _voteOf(id, proposal, voter);
    }

    /// @dev Shows an open proposal's votes as they would be counted now.
    function _info(uint256 id) private view returns (ProposalInfo memory) {
        Proposal proposal = _proposals[id];
        if (proposal.state() == ProposalState.OPEN) {
            uint256 departures = _totals.departures();
            for (uint256 i = proposal.departuresSeen() + 1; i <= departures; ++i) {
                uint256 vote = _voteOfDeparted(id, proposal, i);
                if (vote != 0) proposal = proposal.discounted(vote == FOR);
            }
        }
        return
            ProposalInfo({
                id: id,
                op: proposal.op(),
                org: proposal.org(),
                node: proposal.node(),
                role: proposal.role(),
                account: proposal.account(),
                payload: _payloads[id],
                proposer: _accounts[proposal.proposer()],
                votesFor: proposal.votesFor(),
                votesAgainst: proposal.votesAgainst(),
                expiresAt: proposal.expiresAt(),
                state: proposal.state()
            });
    }
}
