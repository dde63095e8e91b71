// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IBallotModule} from "../interfaces/IBallotModule.sol";
import {Clock} from "../libraries/Clock.sol";
import {AccountStatus, Op, ProposalState, RoleKind, Vote} from "../libraries/Codes.sol";
import {VotingRule} from "../libraries/VotingRule.sol";
import {Account} from "../types/Account.sol";
import {Terms} from "../types/Policy.sol";
import {Proposal} from "../types/Proposal.sol";
import {Rule} from "../types/Rule.sol";
import {Seat, Tally, Voice, VoiceFields} from "../types/Tally.sol";
import {Voter} from "../types/Voter.sol";
import {DecidingRules} from "./DecidingRules.sol";

/// @title How votes are counted where a rule says who votes
/// @dev A vote is counted when it is cast, and looked at again before it decides: it counts no longer if its account may not
///      vote any more, and then another account may speak for the organisation. So many are looked at in a transaction that
///      its cost is limited; if there are more, the count goes on with the next vote, or when somebody closes, and begins
///      anew unless it is soon finished.
abstract contract Voices is IBallotModule, DecidingRules {
    /// @dev As many as the lists of a rule are long, so that the votes of listed organisations are always counted at once:
    ///      each has one place, however often it votes anew.
    uint256 private constant AT_A_TIME = 32;

    /// @dev For how many blocks a count goes on before it begins anew: what was looked at may have changed since.
    uint256 private constant COUNT_LASTS = 64;

    /// @dev Where the parts of a term begin, behind that of a network admin.
    uint256 private constant TERM_SPEAKER = 24;
    uint256 private constant TERM_TAKEN_OFF = 48;

    /* FOR THE IMPLEMENTATION ITSELF */

    /// @inheritdoc IBallotModule
    function castVoice(
        uint256 id,
        address account,
        bool support,
        bool voter,
        bool voted
    ) external returns (bool again) {
        _requireSelf();
        Account record = _account(account);
        bool reported = voter && !voted;
        bool counted = false;
        Deciding[] memory deciding = _decidingOn(id);
        for (uint256 i = 0; i < deciding.length; ++i) {
            Rule rule = deciding[i].rule;
            (bool may, bool counts) = rule.isOfNetworkAdmins()
                ? (voter, reported)
                : _castFor(id, deciding[i].op, rule, record, support);
            if (counts) counted = true;
            else if (may) again = true;
        }
        if (!counted && !again) revert NotAVoter(account);
        if (!counted) return true;
        if (!reported) _reportVote(id, account, support);
        return false;
    }

    /// @inheritdoc IBallotModule
    function decisionOf(
        uint256 id,
        uint256 votesFor,
        uint256 votesAgainst,
        uint256 electorate,
        bool anew
    ) external returns (uint256 state) {
        _requireSelf();
        Deciding[] memory deciding = _decidingOn(id);
        state = ProposalState.APPROVED;
        for (uint256 i = 0; i < deciding.length; ++i) {
            Rule rule = deciding[i].rule;
            uint256 one =
                rule.isOfNetworkAdmins()
                    ? _outcome(rule, votesFor, votesAgainst, electorate)
                    : _outcomeBy(id, deciding[i].op, rule, anew);
            if (one == ProposalState.REJECTED) return one;
            if (one != ProposalState.APPROVED && state != ProposalState.NONE) state = one;
        }
        uint256 delay = state == ProposalState.APPROVED ? _delayOf(deciding) : 0;
        if (delay == 0) return state;
        _letPass(id, Clock.nowSeconds() + delay);
        return ProposalState.PASSED;
    }

    /// @inheritdoc IBallotModule
    function isProposer(uint256 op, address account) external view returns (bool) {
        return _mayPropose(_ruleOf(op), account);
    }

    /// @inheritdoc IBallotModule
    function mayVoteOn(uint256 id, address account) external view returns (bool) {
        Deciding[] memory deciding = _decidingOn(id);
        for (uint256 i = 0; i < deciding.length; ++i) {
            if (_counts(deciding[i].rule, account)) return true;
        }
        return false;
    }

    /// @inheritdoc IBallotModule
    function activeProposerOf(uint256 id) external view returns (address) {
        (address account, Voter voter, ) = _proposerOf(id);
        Proposal proposal = _proposal(id);
        uint256 op = proposal.op();
        bool may = voter.active() || _mayPropose(_ruleOf(op), account);
        if (!may && Op.isMadeByHand(op)) may = _isAdminByVote(_account(account), proposal.org());
        return may ? account : address(0);
    }

    /// @inheritdoc IBallotModule
    function hasVotesOfOthers(uint256 id, bool support) external view returns (bool) {
        (address account, , uint256 vote) = _proposerOf(id);
        Proposal proposal = _proposal(id);
        uint256 votes = support ? proposal.votesFor() : proposal.votesAgainst();
        if (votes > (vote == (support ? Vote.FOR : Vote.AGAINST) ? 1 : 0)) return true;

        Account record = _account(account);
        Deciding[] memory deciding = _decidingOn(id);
        for (uint256 i = 0; i < deciding.length; ++i) {
            (uint256 op, Rule rule) = (deciding[i].op, deciding[i].rule);
            if (rule.isOfNetworkAdmins()) continue;
            Tally tally = _tallyOf(id, op);
            uint256 weight = support ? tally.weightFor() : tally.weightAgainst();
            (uint256 speaker, ) = _speakerFor(_termsOf(rule), record);
            (, Voice voice) = _voiceOf(id, op, speaker);
            uint256 own = voice.account() == record.index() && voice.support() == support ? voice.weight() : 0;
            if (weight > own) return true;
        }
        return false;
    }

    /* QUESTIONS */

    /// @inheritdoc IBallotModule
    function getPoll(uint256 id, uint256 op) external view returns (Poll memory poll) {
        Rule rule = _ruleOf(op);
        Terms memory terms = _termsOf(rule);
        Tally tally = _tallyOf(id, op);
        poll.electorate = _electorateOf(rule, terms);
        poll.needed = _needed(rule, poll.electorate);
        if (rule.isOfNetworkAdmins()) return poll;
        Voice[] memory voices = _voicesFrom(id, op, 0, tally.voices());
        poll.votes = new CountedVote[](voices.length);
        for (uint256 i = 0; i < voices.length; ++i) {
            Voice voice = voices[i];
            (address account, Account record) = _accountAt(voice.account());
            (uint256 speaker, uint256 weight) = _speakerFor(terms, record);
            bool counts = voice.weight() != 0 && speaker == voice.speaker();
            poll.votes[i] = CountedVote({
                account: account,
                org: record.org() == 0 ? "" : _orgId(_ultimateOf(record)),
                support: voice.support(),
                weight: counts ? weight : 0
            });
        }
    }

    /// @inheritdoc IBallotModule
    function getTermIn(uint256 id, address account) external view returns (uint256) {
        return _termOf(account) | _voiceTerm(id, _account(account));
    }

    /// @inheritdoc IBallotModule
    function wouldPass(uint256 op, address[] calldata accounts) external view returns (bool) {
        Rule rule = _ruleOf(op);
        Terms memory terms = _termsOf(rule);
        uint256 weight = 0;
        uint256[] memory spoken = new uint256[](accounts.length);
        for (uint256 i = 0; i < accounts.length; ++i) {
            (uint256 speaker, uint256 own) = _standingOf(rule, terms, accounts[i]);
            bool again = false;
            for (uint256 j = 0; j < i; ++j) if (spoken[j] == speaker) again = true;
            spoken[i] = speaker;
            if (!again) weight += own;
        }
        uint256 electorate = _electorateOf(rule, terms);
        return electorate != 0 && weight >= _needed(rule, electorate);
    }

    /* INTERNAL: WHAT DECIDES */

    /// @dev How long what has passed waits, in seconds: as long as the longest of them says.
    function _delayOf(Deciding[] memory deciding) private view returns (uint256 delay) {
        for (uint256 i = 0; i < deciding.length; ++i) {
            uint256 one = _termsOf(deciding[i].rule).delay;
            if (one > delay) delay = one;
        }
    }

    /* INTERNAL: CASTING */

    function _castFor(
        uint256 id,
        uint256 op,
        Rule rule,
        Account record,
        bool support
    ) private returns (bool may, bool counts) {
        Terms memory terms = _termsOf(rule);
        (uint256 speaker, uint256 weight) = _speakerFor(terms, record);
        if (speaker == 0) return (false, false);
        (Seat seat, Voice former) = _voiceOf(id, op, speaker);
        if (former.weight() != 0) {
            (, Account other) = _accountAt(former.account());
            (uint256 still, ) = _speakerFor(terms, other);
            if (still == speaker) return (true, false);
            _weighVoice(id, op, seat.place(), 0);
        }
        _addVoice(id, op, VoiceFields.create(record.index(), speaker, weight, support));
        return (true, true);
    }

    /// @dev For whom the account speaks, and how many votes for it have been taken off a proposal, by all rules together.
    function _voiceTerm(uint256 id, Account record) private view returns (uint256 term) {
        uint256 takenOff = 0;
        Deciding[] memory deciding = _decidingOn(id);
        for (uint256 i = 0; i < deciding.length; ++i) {
            Rule rule = deciding[i].rule;
            if (rule.isOfNetworkAdmins()) continue;
            (uint256 speaker, ) = _speakerFor(_termsOf(rule), record);
            (Seat seat, ) = _voiceOf(id, deciding[i].op, speaker);
            takenOff += seat.takenOff();
            term |= speaker << TERM_SPEAKER;
        }
        term |= takenOff << TERM_TAKEN_OFF;
    }

    /// @dev Whether one who is no network admin may propose: if its vote counts, and a vote has made it an admin. Of others
    ///      an organisation could make as many as it likes, and each would have a day's number of proposals.
    function _mayPropose(Rule rule, address account) private view returns (bool) {
        Account record = _account(account);
        return !rule.isOfNetworkAdmins() && record.kind() != RoleKind.CUSTOM && _counts(rule, account);
    }

    function _counts(Rule rule, address account) private view returns (bool) {
        (uint256 speaker, ) = _standingOf(rule, _termsOf(rule), account);
        return speaker != 0;
    }

    /* INTERNAL: COUNTING */

    function _outcomeBy(uint256 id, uint256 op, Rule rule, bool anew) private returns (uint256 state) {
        Terms memory terms = _termsOf(rule);
        uint256 electorate = _electorateOf(rule, terms);
        if (electorate == 0) return ProposalState.OPEN;
        Tally tally = _tallyOf(id, op);
        state = _outcome(rule, tally.weightFor(), tally.weightAgainst(), electorate);
        if (state == ProposalState.OPEN && !anew) return state;

        bool all;
        (tally, all) = _lookAgain(id, op, terms, tally);
        if (!all) return ProposalState.NONE;
        return _outcome(rule, tally.weightFor(), tally.weightAgainst(), electorate);
    }

    /// @dev Looks at votes again: what they weigh now, or that they count no longer.
    /// @return all Whether this was the last of them.
    function _lookAgain(uint256 id, uint256 op, Terms memory terms, Tally tally) private returns (Tally, bool all) {
        (uint256 checked, uint256 since) = (tally.checked(), tally.since());
        if (block.number > since + COUNT_LASTS) checked = 0;
        if (checked == 0) since = block.number;
        Voice[] memory voices = _voicesFrom(id, op, checked, AT_A_TIME);
        for (uint256 i = 0; i < voices.length; ++i) {
            ++checked;
            Voice voice = voices[i];
            if (voice.weight() == 0) continue;
            (, Account record) = _accountAt(voice.account());
            (uint256 speaker, uint256 weight) = _speakerFor(terms, record);
            if (speaker != voice.speaker()) weight = 0;
            if (weight != voice.weight()) _weighVoice(id, op, checked, weight);
        }
        all = checked == tally.voices();
        if (all) (checked, since) = (0, 0);
        return (_setChecked(id, op, checked, since), all);
    }

    function _needed(Rule rule, uint256 electorate) private pure returns (uint256) {
        return VotingRule.threshold(rule.kind(), rule.count(), rule.outOf(), electorate);
    }

    function _outcome(
        Rule rule,
        uint256 votesFor,
        uint256 votesAgainst,
        uint256 electorate
    ) private pure returns (uint256) {
        // More may have voted against than may vote now, until they are looked at again.
        if (votesAgainst > electorate) votesAgainst = electorate;
        return VotingRule.outcome(_needed(rule, electorate), votesFor, votesAgainst, electorate);
    }

    function _standingOf(
        Rule rule,
        Terms memory terms,
        address account
    ) private view returns (uint256 speaker, uint256 weight) {
        Account record = _account(account);
        if (!rule.isOfNetworkAdmins()) return _speakerFor(terms, record);
        bool counts = record.status() == AccountStatus.ACTIVE && record.kind() == RoleKind.NETWORK_ADMIN;
        return counts ? (record.index(), 1) : (0, 0);
    }
}
