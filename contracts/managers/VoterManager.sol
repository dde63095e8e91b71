// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IVoterManager} from "../interfaces/IVoterManager.sol";
import {Clock} from "../libraries/Clock.sol";
import {Op, ProposalState, SignedVoteResult, Vote} from "../libraries/Codes.sol";
import {Ballot} from "../types/Ballot.sol";
import {Choice} from "../types/Choice.sol";
import {Payload} from "../types/Payload.sol";
import {Proposal, ProposalFields, Topic} from "../types/Proposal.sol";
import {Rule, RuleFields} from "../types/Rule.sol";
import {Seat, Tally, Voice} from "../types/Tally.sol";
import {VoteResults} from "../types/VoteResults.sol";
import {Totals, TotalsFields, Voter} from "../types/Voter.sol";
import {Managed} from "./Managed.sol";

/// @title VoterManager
/// @dev Nothing here walks the list of voters. A vote is two bits, so it costs the same however many voters there are.
///      Departures of voters are written to a log; each proposal remembers up to where they have been taken off its votes,
///      and catches up when it is next touched.
contract VoterManager is IVoterManager, Managed {
    /* CONSTANTS */

    uint256 private constant CATCH_UP = 32; // how many ended proposals are skipped for good at a time, at most
    uint256 private constant LOOK_AHEAD = 8192; // how many proposals a question looks at, at most
    uint256 private constant VOTERS_PER_WORD = 128;
    uint256 private constant VOTED = 3; // both bits of a vote

    /* STORAGE */

    Totals private _totals;
    string private _adminOrgId;
    mapping(address account => Voter) private _voters;
    mapping(uint256 voter => address account) private _accounts;
    mapping(uint256 departure => uint256 voter) private _departures;
    mapping(uint256 id => Proposal) private _proposals; // with the votes of the first voters
    mapping(uint256 id => Payload) private _payloads; // of proposals that have one
    mapping(uint256 id => mapping(uint256 word => uint256)) private _votes; // of the voters after them
    mapping(uint256 op => Rule) private _rules; // of those that were set
    mapping(Topic => uint256 until) private _waits; // of whoever proposed it, after a rejection
    mapping(uint256 poll => Tally) private _tallies; // where a rule says who votes
    mapping(uint256 poll => mapping(uint256 place => Voice)) private _voices; // from place 1 on
    mapping(uint256 poll => mapping(uint256 speaker => Seat)) private _seats;

    /* CONSTRUCTOR */

    constructor(address permUpgradable) Managed(permUpgradable) {}

    /* ONLY IMPLEMENTATION: VOTERS */

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
        _voters[account] = voter.joined(index);
        _totals = totals;

        emit VoterAdded(_adminOrgId, account);
        return true;
    }

    /// @inheritdoc IVoterManager
    function removeVoter(address account) external onlyImplementation returns (bool) {
        Voter voter = _voters[account];
        if (!voter.active()) revert NotAVoter(account);

        uint256 index = voter.index();
        Totals totals = _totals.withOneDeparture();
        uint256 departure = totals.departures();
        _voters[account] = voter.departed(departure);
        _departures[departure] = index;
        _totals = totals;

        emit VoterDeleted(_adminOrgId, account);
        return true;
    }

    /* ONLY IMPLEMENTATION: PROPOSALS */

    /// @inheritdoc IVoterManager
    function addProposal(
        Proposal draft,
        Payload payload,
        address account,
        address proposer,
        uint256 period
    ) external onlyImplementation returns (uint256 id, Voter voter, Rule rule, uint256 count) {
        voter = _voters[proposer];

        Totals totals = _totals;
        if (voter.index() == 0 && proposer != msg.sender) (totals, voter) = _listed(totals, proposer);
        totals = totals.withOldestOpen(_oldestOpen(totals, CATCH_UP)).withOneProposal();
        (totals, count) = _counted(totals, voter, proposer, period);
        _totals = totals;
        id = totals.proposals();
        if (Payload.unwrap(payload) != 0) _payloads[id] = payload;
        _proposals[id] = draft.opened(ProposalState.OPEN, voter.index(), totals.departures());

        emit VotingItemAdded(_adminOrgId);
        emit ProposalCreated(id, draft.op(), proposer, draft.org(), draft.node(), account, payload);
        rule = _rule(totals, draft.op());
    }

    /// @inheritdoc IVoterManager
    function registerVote(
        uint256 id,
        address account,
        bool support
    ) external onlyImplementation returns (Ballot memory ballot) {
        Voter voter = _voters[account];
        ballot = _ballot(id);
        ballot.voter = voter;
        if (!voter.active() || ballot.proposal.state() != ProposalState.OPEN) return ballot;
        (uint256 votes, uint256 word, uint256 shift) = _votesAround(id, ballot.proposal, voter.index());
        ballot.formerVote = (votes >> shift) & VOTED;
        if (ballot.formerVote != Vote.NONE) return ballot;

        ballot.proposal = _withVote(id, ballot.proposal, votes, word, shift, support);
        _proposals[id] = ballot.proposal;

        emit VoteProcessed(_adminOrgId);
        emit VoteCast(id, account, support);
    }

    /// @inheritdoc IVoterManager
    function castVotes(
        uint256 id,
        Choice[] calldata choices
    ) external onlyImplementation returns (VoteResults results) {
        Proposal proposal = _ballot(id).proposal;
        for (uint256 i = 0; i < choices.length; ++i) {
            if (choices[i].isNone()) continue;
            uint256 result;
            (proposal, result) = _withChoice(id, proposal, choices[i]);
            results = results.with(i, result);
        }
        // Also if none counts: votes of those who have left may have been taken off.
        _proposals[id] = proposal;

        string memory adminOrgId = _adminOrgId;
        for (uint256 i = 0; i < choices.length; ++i) {
            if (choices[i].isNone() || results.at(i) != SignedVoteResult.COUNTED) continue;
            emit VoteProcessed(adminOrgId);
            emit VoteCast(id, choices[i].voter(), choices[i].support());
        }
    }

    /// @inheritdoc IVoterManager
    function recount(uint256 id) external onlyImplementation returns (Ballot memory ballot) {
        ballot = _ballot(id);

        _proposals[id] = ballot.proposal;
        Totals totals = _totals;
        uint256 oldest = _oldestOpen(totals, CATCH_UP);
        if (oldest != totals.oldestOpen()) _totals = totals.withOldestOpen(oldest);
    }

    /// @inheritdoc IVoterManager
    function replaceState(uint256 id, uint256 state) external onlyImplementation returns (bool) {
        _proposals[id] = _proposals[id].withState(state);

        emit ProposalStateChanged(id, state);
        return true;
    }

    /// @inheritdoc IVoterManager
    function letPass(uint256 id, uint256 from) external onlyImplementation returns (bool) {
        if (from > type(uint32).max) from = type(uint32).max;
        _proposals[id] = _proposals[id].withState(ProposalState.PASSED).withExpiry(from);

        emit ProposalStateChanged(id, ProposalState.PASSED);
        return true;
    }

    /// @inheritdoc IVoterManager
    function oppose(uint256 id, address account) external onlyImplementation returns (Ballot memory ballot) {
        Voter voter = _voters[account];
        ballot = _ballot(id);
        ballot.voter = voter;
        if (!voter.active()) return ballot;
        (uint256 votes, uint256 word, uint256 shift) = _votesAround(id, ballot.proposal, voter.index());
        ballot.formerVote = (votes >> shift) & VOTED;
        if (ballot.formerVote == Vote.AGAINST) return ballot;

        if (ballot.formerVote == Vote.FOR) {
            votes &= ~(VOTED << shift);
            ballot.proposal = _withVotes(id, ballot.proposal, word, votes).discounted(true);
            if (word == 0) votes = Proposal.unwrap(ballot.proposal);
        }
        ballot.proposal = _withVote(id, ballot.proposal, votes, word, shift, false);
        _proposals[id] = ballot.proposal;

        emit VoteProcessed(_adminOrgId);
        emit VoteCast(id, account, false);
    }

    /// @inheritdoc IVoterManager
    function noteStop(bool stopped) external onlyImplementation returns (bool) {
        _totals = _totals.withStop(stopped);
        return true;
    }

    /// @inheritdoc IVoterManager
    function reportVeto(uint256 id, address account) external onlyImplementation returns (bool) {
        emit ProposalVetoed(id, account);
        return true;
    }

    /// @inheritdoc IVoterManager
    function reportRefusal(uint256 id, bytes calldata refusal) external onlyImplementation returns (bool) {
        emit ChangesRefused(id, refusal);
        return true;
    }

    /// @inheritdoc IVoterManager
    function holdBack(uint256 id, Topic topic, uint256 until) external onlyImplementation returns (bool) {
        address proposer = _accounts[_proposals[id].proposer()];
        _waits[topic] = until;
        _voters[proposer] = _voters[proposer].withWait(until);

        return true;
    }

    /* ONLY IMPLEMENTATION: VOICES */

    /// @inheritdoc IVoterManager
    function addVoice(uint256 id, uint256 op, Voice voice) external onlyImplementation returns (Tally tally) {
        uint256 poll = _pollOf(id, op);
        tally = _tallies[poll];
        uint256 place = _seats[poll][voice.speaker()].place();
        if (place == 0) {
            tally = tally.withOnePlace();
            place = tally.voices();
            _seats[poll][voice.speaker()] = _seats[poll][voice.speaker()].withPlace(place);
        }
        tally = tally.withVoiceChanged(_voices[poll][place], voice);
        _tallies[poll] = tally;
        _voices[poll][place] = voice;
    }

    /// @inheritdoc IVoterManager
    function weighVoice(
        uint256 id,
        uint256 op,
        uint256 place,
        uint256 weight
    ) external onlyImplementation returns (bool) {
        uint256 poll = _pollOf(id, op);
        Voice former = _voices[poll][place];
        Voice present = former.withWeight(weight);
        _voices[poll][place] = present;
        _tallies[poll] = _tallies[poll].withVoiceChanged(former, present);
        if (weight == 0) _seats[poll][former.speaker()] = _seats[poll][former.speaker()].withOneTakenOff();

        return true;
    }

    /// @inheritdoc IVoterManager
    function setChecked(
        uint256 id,
        uint256 op,
        uint256 checked,
        uint256 since
    ) external onlyImplementation returns (Tally tally) {
        uint256 poll = _pollOf(id, op);
        tally = _tallies[poll];
        if (tally.checked() == checked && tally.since() == since) return tally;
        tally = tally.withChecked(checked, since);
        _tallies[poll] = tally;
    }

    /// @inheritdoc IVoterManager
    function reportVote(uint256 id, address account, bool support) external onlyImplementation returns (bool) {
        emit VoteProcessed(_adminOrgId);
        emit VoteCast(id, account, support);
        return true;
    }

    /* ONLY IMPLEMENTATION: RULES */

    /// @inheritdoc IVoterManager
    function setRule(uint256 op, Rule rule) external onlyImplementation returns (bool) {
        _rules[op] = rule;
        _totals = _totals.withRule(op);

        emit RuleChanged(op, rule.kind(), rule.count(), rule.outOf());
        return true;
    }

    /* FOR THE IMPLEMENTATION */

    /// @inheritdoc IVoterManager
    function oldestOpen(uint256 operations) external view returns (Proposal proposal) {
        Totals totals = _totals;
        uint256 id = _oldestOpen(totals, 0);
        for (uint256 steps = 0; steps < LOOK_AHEAD && id <= totals.proposals(); ++steps) {
            proposal = _proposals[id++];
            if (operations & (1 << proposal.op()) != 0 && _isOpen(proposal)) return proposal;
        }
        return Proposal.wrap(0);
    }

    /// @inheritdoc IVoterManager
    function nextProposalNumber() external view returns (uint256 id) {
        return _totals.proposals() + 1;
    }

    /// @inheritdoc IVoterManager
    function proposerOf(uint256 id) external view returns (address account, Voter voter, uint256 vote) {
        Proposal proposal = _proposals[id];
        account = _accounts[proposal.proposer()];
        voter = _voters[account];
        if (voter.index() != 0) vote = _voteOf(id, proposal, voter.index());
    }

    /// @inheritdoc IVoterManager
    function proposalNo(uint256 id) external view returns (Proposal) {
        return _proposals[id];
    }

    /// @inheritdoc IVoterManager
    function payloadOf(uint256 id) external view returns (Payload) {
        return _payloads[id];
    }

    /// @inheritdoc IVoterManager
    function tallyOf(uint256 id, uint256 op) external view returns (Tally) {
        return _tallies[_pollOf(id, op)];
    }

    /// @inheritdoc IVoterManager
    function voiceOf(uint256 id, uint256 op, uint256 speaker) external view returns (Seat seat, Voice voice) {
        uint256 poll = _pollOf(id, op);
        seat = _seats[poll][speaker];
        voice = _voices[poll][seat.place()];
    }

    /// @inheritdoc IVoterManager
    function voicesFrom(
        uint256 id,
        uint256 op,
        uint256 place,
        uint256 count
    ) external view returns (Voice[] memory voices) {
        uint256 poll = _pollOf(id, op);
        voices = new Voice[](_pageEnd(place, count, _tallies[poll].voices()) - place);
        for (uint256 i = 0; i < voices.length; ++i) {
            voices[i] = _voices[poll][place + i + 1];
        }
    }

    /// @inheritdoc IVoterManager
    function waitOf(Topic topic) external view returns (uint256 until) {
        return _waits[topic];
    }

    /// @inheritdoc IVoterManager
    function ruleOf(uint256 op) external view returns (Rule) {
        return _rule(_totals, op);
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
        uint256 last = totals.proposals();
        uint256 id = _oldestOpen(totals, 0);
        if (after_ >= id) id = after_ < last ? after_ + 1 : last + 1;
        uint256 end = id + LOOK_AHEAD > last ? last + 1 : id + LOOK_AHEAD;
        uint256[] memory ids = new uint256[](count < end - id ? count : end - id);
        uint256 length = 0;
        for (; length < ids.length && id < end; ++id) {
            if (_isOpen(_proposals[id])) ids[length++] = id;
        }
        bool stopped = length < count && id <= last;
        page = new ProposalInfo[](stopped ? length + 1 : length);
        for (uint256 i = 0; i < length; ++i) {
            page[i] = _info(ids[i]);
        }
        if (stopped) page[length].id = id - 1;
    }

    /// @inheritdoc IVoterManager
    function getVote(uint256 id, address voter) external view returns (uint256) {
        Voter record = _voters[voter];
        Proposal proposal = _proposals[id];
        // The vote of a voter who has left since the proposal was last touched does not count.
        bool gone = _mayStillEnd(proposal) && record.lastDeparture() > proposal.departuresSeen();
        return record.index() == 0 || gone ? 0 : _voteOf(id, proposal, record.index());
    }

    /// @inheritdoc IVoterManager
    function getTerm(address voter) external view returns (uint256) {
        return _voters[voter].lastDeparture();
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
    function getRule(uint256 op) external view returns (RuleInfo memory) {
        Rule rule = _rule(_totals, op);
        return RuleInfo({kind: rule.kind(), count: rule.count(), outOf: rule.outOf()});
    }

    /* INTERNAL */

    /// @dev What decides a proposal, with the votes that count now. One that has ended keeps its votes.
    function _ballot(uint256 id) private returns (Ballot memory ballot) {
        Proposal proposal = _proposals[id];
        Totals totals = _totals;
        if (_mayStillEnd(proposal)) proposal = _settled(id, proposal, totals.departures());
        ballot.proposal = proposal;
        ballot.rule = _rule(totals, proposal.op());
        ballot.electorate = totals.active();
        ballot.mayBeStopped = totals.mayBeStopped();
    }

    /// @dev Where the votes on a proposal by the rule of an operation are: a resolution is decided by several rules.
    function _pollOf(uint256 id, uint256 op) private pure returns (uint256) {
        return (id << 8) | op;
    }

    /// @dev Gives one that never was a voter a place in the list: so it is known who proposed, and how much.
    function _listed(Totals totals, address account) private returns (Totals, Voter voter) {
        totals = totals.withOneListed();
        voter = voter.listed(totals.listed());
        _accounts[totals.listed()] = account;
        _voters[account] = voter;
        return (totals, voter);
    }

    /// @dev How an operation is decided. Most rules are never set; the totals say which, without another
    ///      read.
    function _rule(Totals totals, uint256 op) private view returns (Rule) {
        op = Op.decidedAs(op);
        return totals.mayHaveRule(op) ? _rules[op] : RuleFields.atFirst(op);
    }

    /// @dev Counts a proposal of a voter in a period. That of one of the first voters costs no write of its own.
    function _counted(
        Totals totals,
        Voter voter,
        address proposer,
        uint256 period
    ) private returns (Totals, uint256 count) {
        if (voter.index() == 0) return (totals, 0);
        if (voter.index() <= TotalsFields.COUNTED_VOTERS) return totals.withOneProposalOf(voter.index(), period);
        (voter, count) = voter.withOneProposal(period);
        _voters[proposer] = voter;
        return (totals, count);
    }

    /// @dev Whether it has not ended.
    function _mayStillEnd(Proposal proposal) private pure returns (bool) {
        return proposal.state() == ProposalState.OPEN || proposal.state() == ProposalState.PASSED;
    }

    /// @dev Whether it can still be voted on.
    function _isOpen(Proposal proposal) private view returns (bool) {
        return proposal.state() == ProposalState.OPEN && Clock.nowSeconds() < proposal.expiresAt();
    }

    /// @dev The oldest proposal that is open and has not expired; one beyond the last when there is none. After `steps`
    ///      steps without finding it, the proposal reached: it may have ended.
    function _oldestOpen(Totals totals, uint256 steps) private view returns (uint256 id) {
        id = totals.oldestOpen();
        if (id == 0) id = 1;
        while (steps > 0 && id <= totals.proposals() && !_isOpen(_proposals[id])) {
            ++id;
            --steps;
        }
    }

    /// @dev The word with a voter's vote, and the vote's lowest bit in it. Word 0 is the proposal's own, the others hold
    ///      the votes of 128 voters each.
    function _votesAround(
        uint256 id,
        Proposal proposal,
        uint256 voter
    ) private view returns (uint256 votes, uint256 word, uint256 shift) {
        if (voter <= ProposalFields.INLINE_VOTERS) {
            return (Proposal.unwrap(proposal), 0, ProposalFields.INLINE_VOTES + (voter - 1) * 2);
        }
        word = 1 + voter / VOTERS_PER_WORD;
        return (_votes[id][word], word, (voter % VOTERS_PER_WORD) * 2);
    }

    /// @dev A proposal with one vote more, if it counts, and what becomes of that vote (SignedVoteResult).
    function _withChoice(uint256 id, Proposal proposal, Choice choice) private returns (Proposal, uint256 result) {
        if (proposal.state() != ProposalState.OPEN) return (proposal, SignedVoteResult.NOT_OPEN);
        if (!_isOpen(proposal)) return (proposal, SignedVoteResult.EXPIRED);
        Voter voter = _voters[choice.voter()];
        if (!voter.active()) return (proposal, SignedVoteResult.NOT_A_VOTER);
        if (voter.lastDeparture() != choice.term()) return (proposal, SignedVoteResult.OTHER_TERM);
        (uint256 votes, uint256 word, uint256 shift) = _votesAround(id, proposal, voter.index());
        if ((votes >> shift) & VOTED != Vote.NONE) return (proposal, SignedVoteResult.ALREADY_VOTED);
        return (_withVote(id, proposal, votes, word, shift, choice.support()), SignedVoteResult.COUNTED);
    }

    /// @dev A proposal with one vote more, whose place is as `_votesAround` says.
    function _withVote(
        uint256 id,
        Proposal proposal,
        uint256 votes,
        uint256 word,
        uint256 shift,
        bool support
    ) private returns (Proposal) {
        votes |= uint256(support ? Vote.FOR : Vote.AGAINST) << shift;
        return _withVotes(id, proposal, word, votes).counted(support);
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

    /// @dev Removes from a proposal the votes of voters who have left since it was last touched. One who left and came back
    ///      may vote again.
    function _settled(uint256 id, Proposal proposal, uint256 departures) private returns (Proposal) {
        uint256 seen = proposal.departuresSeen();
        if (seen == departures) return proposal;

        while (seen < departures) {
            ++seen;
            uint256 vote = _voteOfDeparted(id, proposal, seen);
            if (vote == Vote.NONE) continue;
            (uint256 votes, uint256 word, uint256 shift) = _votesAround(id, proposal, _departures[seen]);
            proposal = _withVotes(id, proposal, word, votes & ~(VOTED << shift)).discounted(vote == Vote.FOR);
        }
        return proposal.withDeparturesSeen(departures);
    }

    /// @dev The vote that a departure takes off a proposal. Of a voter who left more than once, only the last departure
    ///      counts.
    function _voteOfDeparted(uint256 id, Proposal proposal, uint256 departure) private view returns (uint256) {
        uint256 voter = _departures[departure];
        if (_voters[_accounts[voter]].lastDeparture() != departure) return 0;
        return _voteOf(id, proposal, voter);
    }

    /// @dev Shows an open proposal's votes as they would be counted now.
    function _info(uint256 id) private view returns (ProposalInfo memory) {
        Proposal proposal = _proposals[id];
        if (_mayStillEnd(proposal)) {
            uint256 departures = _totals.departures();
            for (uint256 i = proposal.departuresSeen() + 1; i <= departures; ++i) {
                uint256 vote = _voteOfDeparted(id, proposal, i);
                if (vote != Vote.NONE) proposal = proposal.discounted(vote == Vote.FOR);
            }
        }
        return
            ProposalInfo({
                id: id,
                op: proposal.op(),
                electorate: proposal.electorate(),
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
