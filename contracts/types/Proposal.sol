// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @dev What changes about a proposal in one word, lowest bits first: operation 8 (Op), state 8 (ProposalState), votes for 16,
///      votes against 16, expiry in seconds 40, previous open proposal 24, next one 24, departures of voters taken into
///      account 24, proposer (index of the voter) 24, votes of the first 36 voters two bits each.
type Proposal is uint256;

/// @dev What a proposal is about, in one word, highest bits first: organisation 32, node 32, role 32, payload 160. The
///      payload is an account, or what a setting shall become.
type Subject is uint256;

using ProposalFields for Proposal global;
using SubjectFields for Subject global;

library ProposalFields {
    /// @dev The votes of so many voters fit into the word.
    uint256 internal constant INLINE_VOTERS = 36;
    uint256 internal constant VOTES = 184;

    function op(Proposal proposal) internal pure returns (uint256) {
        return uint8(Proposal.unwrap(proposal));
    }

    function state(Proposal proposal) internal pure returns (uint256) {
        return uint8(Proposal.unwrap(proposal) >> 8);
    }

    function votesFor(Proposal proposal) internal pure returns (uint256) {
        return uint16(Proposal.unwrap(proposal) >> 16);
    }

    function votesAgainst(Proposal proposal) internal pure returns (uint256) {
        return uint16(Proposal.unwrap(proposal) >> 32);
    }

    function expiresAt(Proposal proposal) internal pure returns (uint256) {
        return uint40(Proposal.unwrap(proposal) >> 48);
    }

    function previousOpen(Proposal proposal) internal pure returns (uint256) {
        return uint24(Proposal.unwrap(proposal) >> 88);
    }

    function nextOpen(Proposal proposal) internal pure returns (uint256) {
        return uint24(Proposal.unwrap(proposal) >> 112);
    }

    function departuresSeen(Proposal proposal) internal pure returns (uint256) {
        return uint24(Proposal.unwrap(proposal) >> 136);
    }

    function proposer(Proposal proposal) internal pure returns (uint256) {
        return uint24(Proposal.unwrap(proposal) >> 160);
    }

    function create(
        uint256 op_,
        uint256 state_,
        uint256 expiresAt_,
        uint256 previousOpen_,
        uint256 departuresSeen_,
        uint256 proposer_
    ) internal pure returns (Proposal) {
        return
            Proposal.wrap(
                op_ |
                    (state_ << 8) |
                    (expiresAt_ << 48) |
                    (previousOpen_ << 88) |
                    (departuresSeen_ << 136) |
                    (proposer_ << 160)
            );
    }

    function withState(Proposal proposal, uint256 value) internal pure returns (Proposal) {
        return _with(proposal, 8, type(uint8).max, value);
    }

    function withPreviousOpen(Proposal proposal, uint256 value) internal pure returns (Proposal) {
        return _with(proposal, 88, type(uint24).max, value);
    }

    function withNextOpen(Proposal proposal, uint256 value) internal pure returns (Proposal) {
        return _with(proposal, 112, type(uint24).max, value);
    }

    function withDeparturesSeen(Proposal proposal, uint256 value) internal pure returns (Proposal) {
        return _with(proposal, 136, type(uint24).max, value);
    }

    /// @dev One more vote, for or against.
    function counted(Proposal proposal, bool support) internal pure returns (Proposal) {
        return Proposal.wrap(Proposal.unwrap(proposal) + (support ? 1 << 16 : 1 << 32));
    }

    /// @dev One vote less.
    function discounted(Proposal proposal, bool support) internal pure returns (Proposal) {
        return Proposal.wrap(Proposal.unwrap(proposal) - (support ? 1 << 16 : 1 << 32));
    }

    function _with(Proposal proposal, uint256 shift, uint256 mask, uint256 value) private pure returns (Proposal) {
        return Proposal.wrap((Proposal.unwrap(proposal) & ~(mask << shift)) | (value << shift));
    }
}

library SubjectFields {
    function org(Subject subject) internal pure returns (uint256) {
        return Subject.unwrap(subject) >> 224;
    }

    function node(Subject subject) internal pure returns (uint256) {
        return uint32(Subject.unwrap(subject) >> 192);
    }

    function role(Subject subject) internal pure returns (uint256) {
        return uint32(Subject.unwrap(subject) >> 160);
    }

    function payload(Subject subject) internal pure returns (uint256) {
        return uint160(Subject.unwrap(subject));
    }

    function account(Subject subject) internal pure returns (address) {
        return address(uint160(Subject.unwrap(subject)));
    }

    function withoutRole(Subject subject) internal pure returns (Subject) {
        return Subject.wrap(Subject.unwrap(subject) & ~(uint256(type(uint32).max) << 160));
    }

    function equals(Subject subject, Subject other) internal pure returns (bool) {
        return Subject.unwrap(subject) == Subject.unwrap(other);
    }

    /// @dev About an account of an organisation.
    function ofAccount(uint256 org_, uint256 role_, address account_) internal pure returns (Subject) {
        return create(org_, 0, role_, uint160(account_));
    }

    function create(uint256 org_, uint256 node_, uint256 role_, uint256 payload_) internal pure returns (Subject) {
        return Subject.wrap((org_ << 224) | (node_ << 192) | (role_ << 160) | payload_);
    }
}
