// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @dev A proposal in one word, lowest bits first: operation 8 (Op), state 4 (ProposalState), votes for 16, votes against 16,
///      expiry in seconds 32, previous open proposal 24, next one 24, departures of voters taken into account 24, proposer
///      (index of the voter) 24, organisation 24, node 24, votes of the first 18 voters two bits each.
type Proposal is uint256;

/// @dev What else a proposal is about, in a second word that most need not have, highest bits first: role 32, payload 160.
///      The payload is an account, or what a setting shall become.
type Detail is uint256;

using ProposalFields for Proposal global;
using DetailFields for Detail global;

library ProposalFields {
    /// @dev The votes of so many voters fit into the word.
    uint256 internal constant INLINE_VOTERS = 18;
    /// @dev Where they begin.
    uint256 internal constant VOTES = 220;

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

    function previousOpen(Proposal proposal) internal pure returns (uint256) {
        return uint24(Proposal.unwrap(proposal) >> 76);
    }

    function nextOpen(Proposal proposal) internal pure returns (uint256) {
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
        uint256 org_,
        uint256 node_,
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
                    (expiresAt_ << 44) |
                    (previousOpen_ << 76) |
                    (departuresSeen_ << 124) |
                    (proposer_ << 148) |
                    (org_ << 172) |
                    (node_ << 196)
            );
    }

    function withState(Proposal proposal, uint256 value) internal pure returns (Proposal) {
        return _with(proposal, 8, 0xf, value);
    }

    function withPreviousOpen(Proposal proposal, uint256 value) internal pure returns (Proposal) {
        return _with(proposal, 76, type(uint24).max, value);
    }

    function withNextOpen(Proposal proposal, uint256 value) internal pure returns (Proposal) {
        return _with(proposal, 100, type(uint24).max, value);
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

library DetailFields {
    function role(Detail detail) internal pure returns (uint256) {
        return Detail.unwrap(detail) >> 160;
    }

    function payload(Detail detail) internal pure returns (uint256) {
        return uint160(Detail.unwrap(detail));
    }

    function account(Detail detail) internal pure returns (address) {
        return address(uint160(Detail.unwrap(detail)));
    }

    function create(uint256 role_, uint256 payload_) internal pure returns (Detail) {
        return Detail.wrap((role_ << 160) | payload_);
    }

    function ofAccount(uint256 role_, address account_) internal pure returns (Detail) {
        return create(role_, uint160(account_));
    }

    /// @dev Nothing else.
    function none() internal pure returns (Detail) {
        return Detail.wrap(0);
    }

    function isNone(Detail detail) internal pure returns (bool) {
        return Detail.unwrap(detail) == 0;
    }
}
