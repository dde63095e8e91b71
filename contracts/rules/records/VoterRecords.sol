// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IVoterManager} from "../../interfaces/IVoterManager.sol";
import {Vote} from "../../libraries/Codes.sol";
import {Ballot} from "../../types/Ballot.sol";
import {Choice} from "../../types/Choice.sol";
import {Payload} from "../../types/Payload.sol";
import {Proposal, Topic} from "../../types/Proposal.sol";
import {Rule} from "../../types/Rule.sol";
import {Seat, Tally, Voice} from "../../types/Tally.sol";
import {VoteResults} from "../../types/VoteResults.sol";
import {Voter} from "../../types/Voter.sol";

/// @title How the rules reach voters, proposals and voting rules
abstract contract VoterRecords {
    IVoterManager private immutable _VOTERS;

    constructor(address voterManager) {
        _VOTERS = IVoterManager(voterManager);
    }

    /* READING */

    function _voterManager() internal view returns (address) {
        return address(_VOTERS);
    }

    /// @dev How many accounts may vote.
    function _electorate() internal view returns (uint256 active) {
        (, active) = _VOTERS.getNumberOfVoters();
    }

    /// @dev The latest place of a network admin in the log of departures.
    function _termOf(address account) internal view returns (uint256) {
        return _VOTERS.getTerm(account);
    }

    /// @dev Whether an account is a network admin, and has voted as one.
    function _votingOn(uint256 id, address account) internal view returns (bool voter, bool voted) {
        return (_VOTERS.isVoter(account), _VOTERS.getVote(id, account) != Vote.NONE);
    }

    function _nextProposal() internal view returns (uint256 id) {
        return _VOTERS.nextProposalNumber();
    }

    /// @param operations Bit n stands for the operation n.
    function _oldestOpenProposal(uint256 operations) internal view returns (Proposal) {
        return _VOTERS.oldestOpen(operations);
    }

    function _proposerOf(uint256 id) internal view returns (address account, Voter voter, uint256 vote) {
        return _VOTERS.proposerOf(id);
    }

    function _proposal(uint256 id) internal view returns (Proposal) {
        return _VOTERS.proposalNo(id);
    }

    function _payloadOf(uint256 id) internal view returns (Payload) {
        return _VOTERS.payloadOf(id);
    }

    function _tallyOf(uint256 id, uint256 op) internal view returns (Tally) {
        return _VOTERS.tallyOf(id, op);
    }

    function _voiceOf(uint256 id, uint256 op, uint256 speaker) internal view returns (Seat seat, Voice voice) {
        return _VOTERS.voiceOf(id, op, speaker);
    }

    function _voicesFrom(
        uint256 id,
        uint256 op,
        uint256 place,
        uint256 count
    ) internal view returns (Voice[] memory voices) {
        return _VOTERS.voicesFrom(id, op, place, count);
    }

    function _waitOf(Topic topic) internal view returns (uint256 until) {
        return _VOTERS.waitOf(topic);
    }

    function _ruleOf(uint256 op) internal view returns (Rule) {
        return _VOTERS.ruleOf(op);
    }

    /* WRITING */

    function _setUpVoters(string memory adminOrgId) internal {
        _VOTERS.setUp(adminOrgId);
    }

    function _addVoter(address account) internal {
        _VOTERS.addVoter(account);
    }

    function _removeVoter(address account) internal {
        _VOTERS.removeVoter(account);
    }

    function _noteStop(bool stopped) internal {
        _VOTERS.noteStop(stopped);
    }

    function _recordProposal(
        Proposal draft,
        Payload payload,
        address account,
        address proposer,
        uint256 period
    ) internal returns (uint256 id, Voter voter, Rule rule, uint256 count) {
        return _VOTERS.addProposal(draft, payload, account, proposer, period);
    }

    function _castVote(uint256 id, address account, bool support) internal returns (Ballot memory ballot) {
        return _VOTERS.registerVote(id, account, support);
    }

    function _castVotes(uint256 id, Choice[] memory choices) internal returns (VoteResults results) {
        return _VOTERS.castVotes(id, choices);
    }

    function _recount(uint256 id) internal returns (Ballot memory ballot) {
        return _VOTERS.recount(id);
    }

    function _setProposalState(uint256 id, uint256 state) internal {
        _VOTERS.replaceState(id, state);
    }

    function _letPass(uint256 id, uint256 from) internal {
        _VOTERS.letPass(id, from);
    }

    function _oppose(uint256 id, address account) internal returns (Ballot memory ballot) {
        return _VOTERS.oppose(id, account);
    }

    function _reportVeto(uint256 id, address account) internal {
        _VOTERS.reportVeto(id, account);
    }

    function _addVoice(uint256 id, uint256 op, Voice voice) internal {
        _VOTERS.addVoice(id, op, voice);
    }

    function _weighVoice(uint256 id, uint256 op, uint256 place, uint256 weight) internal {
        _VOTERS.weighVoice(id, op, place, weight);
    }

    function _setChecked(uint256 id, uint256 op, uint256 checked, uint256 since) internal returns (Tally tally) {
        return _VOTERS.setChecked(id, op, checked, since);
    }

    function _reportVote(uint256 id, address account, bool support) internal {
        _VOTERS.reportVote(id, account, support);
    }

    function _reportRefusal(uint256 id, bytes memory refusal) internal {
        _VOTERS.reportRefusal(id, refusal);
    }

    function _holdBack(uint256 id, Topic topic, uint256 until) internal {
        _VOTERS.holdBack(id, topic, until);
    }

    function _setRule(uint256 op, Rule rule) internal {
        _VOTERS.setRule(op, rule);
    }
}
