// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @dev A proposal in one word, lowest bits first: operation 8 (Op), state 4 (ProposalState), votes for 16, votes against
///      16, expiry in seconds 32, role 24, account 24, departures of voters taken into account 24, proposer (index of the
///      voter) 24, organisation 24, node 24, votes of the first 18 voters two bits each. What it is about are indexes of
///      records; a proposal about a setting has a payload beside it.
type Proposal is uint256;

/// @dev What a proposal is about: its role, account, organisation and node, at the same bits as in a Proposal.
type Subject is uint256;

using ProposalFields for Proposal global;
using SubjectFields for Subject global;

library ProposalFields {
    /// @dev The votes of so many voters fit into the word.
    uint256 internal constant INLINE_VOTERS = 18;
    /// @dev Where they begin.
    uint256 internal constant VOTES = 220;

    /// @dev The bits of account, organisation and node.
    uint256 private constant NAMED = (uint256(type(uint24).max) << 100) | (uint256(type(uint48).max) << 172);

    function op(Proposal proposal) internal pure returns (uint256) {
        return uint8(Proposal.unwrap(proposal));
    }

    function state(Proposal proposal) internal pure returns (uint256) {
        return (Proposal.unwrap(proposal) >> 8) & 0xf;
    }

    function votesFor(Proposal proposal) internal pure returns (uint256) {
        return uint16(Proposal.unwrap(proposal) >> 12);
    }

    function votesAgainst(Proposal proposal) internal pure returns (uint256) {
        return uint16(Proposal.unwrap(proposal) >> 28);
    }

    function expiresAt(Proposal proposal) internal pure returns (uint256) {
        return uint32(Proposal.unwrap(proposal) >> 44);
    }

    function role(Proposal proposal) internal pure returns (uint256) {
        return uint24(Proposal.unwrap(proposal) >> 76);
    }

    function account(Proposal proposal) internal pure returns (uint256) {
        return uint24(Proposal.unwrap(proposal) >> 100);
    }

    function departuresSeen(Proposal proposal) internal pure returns (uint256) {
        return uint24(Proposal.unwrap(proposal) >> 124);
    }

    function proposer(Proposal proposal) internal pure returns (uint256) {
        return uint24(Proposal.unwrap(proposal) >> 148);
    }

    function org(Proposal proposal) internal pure returns (uint256) {
        return uint24(Proposal.unwrap(proposal) >> 172);
    }

    function node(Proposal proposal) internal pure returns (uint256) {
        return uint24(Proposal.unwrap(proposal) >> 196);
    }

    function create(
        uint256 op_,
        Subject subject,
        uint256 state_,
        uint256 expiresAt_,
        uint256 departuresSeen_,
        uint256 proposer_
    ) internal pure returns (Proposal) {
        return
            Proposal.wrap(
                Subject.unwrap(subject) |
                    op_ |
                    (state_ << 8) |
                    (expiresAt_ << 44) |
                    (departuresSeen_ << 124) |
                    (proposer_ << 148)
            );
    }

    /// @dev Whether it is about exactly what is named. The role is not named: it follows from the rest.
    function isAbout(Proposal proposal, Subject named) internal pure returns (bool) {
        return (Proposal.unwrap(proposal) ^ Subject.unwrap(named)) & NAMED == 0;
    }

    function withState(Proposal proposal, uint256 value) internal pure returns (Proposal) {
        return _with(proposal, 8, 0xf, value);
    }

    function withDeparturesSeen(Proposal proposal, uint256 value) internal pure returns (Proposal) {
        return _with(proposal, 124, type(uint24).max, value);
    }

    /// @dev One more vote, for or against.
    function counted(Proposal proposal, bool support) internal pure returns (Proposal) {
        return Proposal.wrap(Proposal.unwrap(proposal) + (support ? 1 << 12 : 1 << 28));
    }

    /// @dev One vote less.
    function discounted(Proposal proposal, bool support) internal pure returns (Proposal) {
        return Proposal.wrap(Proposal.unwrap(proposal) - (support ? 1 << 12 : 1 << 28));
    }

    function _with(Proposal proposal, uint256 shift, uint256 mask, uint256 value) private pure returns (Proposal) {
        return Proposal.wrap((Proposal.unwrap(proposal) & ~(mask << shift)) | (value << shift));
    }
}

library SubjectFields {
    function create(uint256 org_, uint256 node_, uint256 role_, uint256 account_) internal pure returns (Subject) {
        return Subject.wrap((role_ << 76) | (account_ << 100) | (org_ << 172) | (node_ << 196));
    }

    function org(Subject subject) internal pure returns (uint256) {
        return uint24(Subject.unwrap(subject) >> 172);
    }

    function node(Subject subject) internal pure returns (uint256) {
        return uint24(Subject.unwrap(subject) >> 196);
    }
}
