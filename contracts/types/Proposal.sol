// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @dev A proposal in one word. It names what it is about by indexes of records, 0 for none; what a setting is to become is
///      its payload, stored beside it:
///
///      | bits    | field                                                              |
///      | ------- | ------------------------------------------------------------------ |
///      | 0-7     | operation (Op)                                                     |
///      | 8-11    | state (ProposalState)                                              |
///      | 12-15   | who votes (Electorate)                                             |
///      | 16-31   | votes for                                                          |
///      | 32-47   | votes against                                                      |
///      | 48-79   | expiry, in seconds since 1970; of what has passed from when on it  |
///      |         | can be carried out                                                 |
///      | 80-103  | role                                                               |
///      | 104-127 | account                                                            |
///      | 128-151 | organisation                                                       |
///      | 152-175 | node                                                               |
///      | 176-199 | how many departures of voters have been taken off the votes        |
///      | 200-223 | proposer: index of the voter                                       |
///      | 224-255 | votes of the first 16 voters, two bits each, lowest first          |
type Proposal is uint256;

/// @dev What a proposal is about: role, account, organisation and node, at the same bits as in a Proposal.
type Subject is uint256;

/// @dev What somebody proposes, whatever becomes of it: operation, proposer, role, account, organisation and node, at the
///      same bits as in a Proposal, and in bits 8-71 which rule, setting or resolution it is about.
type Topic is uint256;

using ProposalFields for Proposal global;
using SubjectFields for Subject global;

/* WHERE EACH FIELD BEGINS */

uint256 constant STATE = 8;
uint256 constant ELECTORATE = 12;
uint256 constant VOTES_FOR = 16;
uint256 constant VOTES_AGAINST = 32;
uint256 constant EXPIRES_AT = 48;
uint256 constant ROLE = 80;
uint256 constant ACCOUNT = 104;
uint256 constant ORG = 128;
uint256 constant NODE = 152;
uint256 constant DEPARTURES_SEEN = 176;
uint256 constant PROPOSER = 200;
uint256 constant VOTES = 224;

library ProposalFields {
    /// @dev How many voters have their votes in the word.
    uint256 internal constant INLINE_VOTERS = 16;
    /// @dev Where they begin.
    uint256 internal constant INLINE_VOTES = VOTES;

    uint256 private constant FOUR_BITS = 0xf;
    /// @dev The bits of account, organisation and node.
    uint256 private constant NAMED = uint256(type(uint72).max) << ACCOUNT;
    /// @dev The operation, and the bits of role, account, organisation and node.
    uint256 private constant TOPIC = (uint256(type(uint96).max) << ROLE) | type(uint8).max;

    /* READING */

    function op(Proposal proposal) internal pure returns (uint256) {
        return uint8(Proposal.unwrap(proposal));
    }

    function state(Proposal proposal) internal pure returns (uint256) {
        return (Proposal.unwrap(proposal) >> STATE) & FOUR_BITS;
    }

    function electorate(Proposal proposal) internal pure returns (uint256) {
        return (Proposal.unwrap(proposal) >> ELECTORATE) & FOUR_BITS;
    }

    function votesFor(Proposal proposal) internal pure returns (uint256) {
        return uint16(Proposal.unwrap(proposal) >> VOTES_FOR);
    }

    function votesAgainst(Proposal proposal) internal pure returns (uint256) {
        return uint16(Proposal.unwrap(proposal) >> VOTES_AGAINST);
    }

    function expiresAt(Proposal proposal) internal pure returns (uint256) {
        return uint32(Proposal.unwrap(proposal) >> EXPIRES_AT);
    }

    function role(Proposal proposal) internal pure returns (uint256) {
        return uint24(Proposal.unwrap(proposal) >> ROLE);
    }

    function account(Proposal proposal) internal pure returns (uint256) {
        return uint24(Proposal.unwrap(proposal) >> ACCOUNT);
    }

    function org(Proposal proposal) internal pure returns (uint256) {
        return uint24(Proposal.unwrap(proposal) >> ORG);
    }

    function node(Proposal proposal) internal pure returns (uint256) {
        return uint24(Proposal.unwrap(proposal) >> NODE);
    }

    function departuresSeen(Proposal proposal) internal pure returns (uint256) {
        return uint24(Proposal.unwrap(proposal) >> DEPARTURES_SEEN);
    }

    function proposer(Proposal proposal) internal pure returns (uint256) {
        return uint24(Proposal.unwrap(proposal) >> PROPOSER);
    }

    /// @dev Whether it is about exactly what is named. The role is not named: it follows from the rest.
    function isAbout(Proposal proposal, Subject named) internal pure returns (bool) {
        return (Proposal.unwrap(proposal) ^ Subject.unwrap(named)) & NAMED == 0;
    }

    /// @param detail Which rule, setting or resolution it is about, in at most 64 bits; 0 for none.
    function topicOf(Proposal proposal, uint256 proposer_, uint256 detail) internal pure returns (Topic) {
        return Topic.wrap((Proposal.unwrap(proposal) & TOPIC) | (detail << STATE) | (proposer_ << PROPOSER));
    }

    /* WRITING */

    /// @dev As it is proposed: without state, proposer and departures.
    function create(
        uint256 op_,
        Subject subject,
        uint256 electorate_,
        uint256 expiresAt_
    ) internal pure returns (Proposal) {
        return Proposal.wrap(op_ | Subject.unwrap(subject) | (electorate_ << ELECTORATE) | (expiresAt_ << EXPIRES_AT));
    }

    /// @dev As it is recorded.
    function opened(
        Proposal proposal,
        uint256 state_,
        uint256 proposer_,
        uint256 departuresSeen_
    ) internal pure returns (Proposal) {
        return
            Proposal.wrap(
                Proposal.unwrap(proposal) |
                    (state_ << STATE) |
                    (proposer_ << PROPOSER) |
                    (departuresSeen_ << DEPARTURES_SEEN)
            );
    }

    function withState(Proposal proposal, uint256 state_) internal pure returns (Proposal) {
        return Proposal.wrap((Proposal.unwrap(proposal) & ~(FOUR_BITS << STATE)) | (state_ << STATE));
    }

    function withExpiry(Proposal proposal, uint256 expiresAt_) internal pure returns (Proposal) {
        uint256 others = Proposal.unwrap(proposal) & ~(uint256(type(uint32).max) << EXPIRES_AT);
        return Proposal.wrap(others | (expiresAt_ << EXPIRES_AT));
    }

    function withDeparturesSeen(Proposal proposal, uint256 departures) internal pure returns (Proposal) {
        uint256 others = Proposal.unwrap(proposal) & ~(uint256(type(uint24).max) << DEPARTURES_SEEN);
        return Proposal.wrap(others | (departures << DEPARTURES_SEEN));
    }

    /// @dev One more vote, for or against.
    function counted(Proposal proposal, bool support) internal pure returns (Proposal) {
        return Proposal.wrap(Proposal.unwrap(proposal) + (support ? 1 << VOTES_FOR : 1 << VOTES_AGAINST));
    }

    /// @dev One vote fewer, for or against.
    function discounted(Proposal proposal, bool support) internal pure returns (Proposal) {
        return Proposal.wrap(Proposal.unwrap(proposal) - (support ? 1 << VOTES_FOR : 1 << VOTES_AGAINST));
    }
}

library SubjectFields {
    function create(uint256 org_, uint256 node_, uint256 role_, uint256 account_) internal pure returns (Subject) {
        return Subject.wrap((role_ << ROLE) | (account_ << ACCOUNT) | (org_ << ORG) | (node_ << NODE));
    }
}
