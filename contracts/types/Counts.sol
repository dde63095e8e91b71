// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @dev How many records a manager has, and how many of them each organisation without parent has added, with all below
///      it. The first word:
///
///      | bits   | field                                                    |
///      | ------ | -------------------------------------------------------- |
///      | 0-23   | records                                                  |
///      | 24-39  | the limit of each organisation without one; 0 if not set |
///      | 40-47  | unused                                                   |
///      | 48-255 | tallies of the organisations 1 to 13, lowest first       |
///
///      The tallies of the others are in further words, 16 in each:
///
///      | bits of a tally | field                                           |
///      | --------------- | ----------------------------------------------- |
///      | 0-14            | how many the organisation has added             |
///      | 15              | 1 if it has a limit of its own, stored elsewhere |
type Counts is uint256;

using CountsFields for Counts global;

library CountsFields {
    /// @dev The highest limit: more does not fit into a tally.
    uint256 internal constant MAX_LIMIT = 0x7fff;

    /// @dev Half of what 24 bits hold: an index never needs the highest one.
    uint256 internal constant MOST_RECORDS = type(uint24).max >> 1;

    uint256 private constant LIMIT = 24;
    uint256 private constant TALLIES = 48;
    uint256 private constant FIRST_WORD = 13;
    uint256 private constant PER_WORD = 16;
    uint256 private constant TALLY_BITS = 16;
    uint256 private constant OWN_LIMIT = 1 << 15;

    /// @dev A manager has as many records as indexes can name.
    error TooMany();

    /* READING */

    function records(Counts counts) internal pure returns (uint256) {
        return uint24(Counts.unwrap(counts));
    }

    function limit(Counts counts) internal pure returns (uint256) {
        return uint16(Counts.unwrap(counts) >> LIMIT);
    }

    /// @dev Where the tally of an organisation stands: the word, 0 for the first, and its lowest bit in it.
    function placeOf(uint256 org) internal pure returns (uint256 word, uint256 shift) {
        if (org <= FIRST_WORD) return (0, TALLIES + (org - 1) * TALLY_BITS);
        uint256 place = org - FIRST_WORD - 1;
        return (1 + place / PER_WORD, (place % PER_WORD) * TALLY_BITS);
    }

    function tallyAt(Counts counts, uint256 shift) internal pure returns (uint256 added, bool ownLimit) {
        uint256 tally = uint16(Counts.unwrap(counts) >> shift);
        return (tally & MAX_LIMIT, tally & OWN_LIMIT != 0);
    }

    /* WRITING */

    function withOneRecord(Counts counts) internal pure returns (Counts) {
        if (records(counts) == MOST_RECORDS) revert TooMany();
        return Counts.wrap(Counts.unwrap(counts) + 1);
    }

    function withLimit(Counts counts, uint256 limit_) internal pure returns (Counts) {
        uint256 others = Counts.unwrap(counts) & ~(uint256(type(uint16).max) << LIMIT);
        return Counts.wrap(others | (limit_ << LIMIT));
    }

    function withTally(Counts counts, uint256 shift, uint256 added, bool ownLimit) internal pure returns (Counts) {
        uint256 others = Counts.unwrap(counts) & ~(uint256(type(uint16).max) << shift);
        return Counts.wrap(others | ((added | (ownLimit ? OWN_LIMIT : 0)) << shift));
    }
}
