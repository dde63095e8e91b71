// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @dev A voter in one word:
///
///      | bits  | field                                                     |
///      | ----- | --------------------------------------------------------- |
///      | 0-7   | 1 if it may vote now                                      |
///      | 8-31  | its index, from 1 on, kept for ever; 0 if never a voter   |
///      | 32-55 | its latest place in the log of departures, from 1 on      |
type Voter is uint256;

/// @dev The voter manager's counts in one word:
///
///      | bits    | field                                                                     |
///      | ------- | ------------------------------------------------------------------------- |
///      | 0-23    | voters, former ones too                                                   |
///      | 24-39   | voters now                                                                |
///      | 40-63   | proposals                                                                 |
///      | 64-87   | departures                                                                |
///      | 88-111  | a proposal before which none is open                                      |
///      | 112-255 | one bit for each of the first 144 operations: whether its rule was set    |
type Totals is uint256;

using VoterFields for Voter global;
using TotalsFields for Totals global;

library VoterFields {
    uint256 private constant INDEX = 8;
    uint256 private constant LAST_DEPARTURE = 32;

    function active(Voter voter) internal pure returns (bool) {
        return uint8(Voter.unwrap(voter)) != 0;
    }

    function index(Voter voter) internal pure returns (uint256) {
        return uint24(Voter.unwrap(voter) >> INDEX);
    }

    function lastDeparture(Voter voter) internal pure returns (uint256) {
        return uint24(Voter.unwrap(voter) >> LAST_DEPARTURE);
    }

    function create(bool active_, uint256 index_, uint256 lastDeparture_) internal pure returns (Voter) {
        return Voter.wrap((active_ ? 1 : 0) | (index_ << INDEX) | (lastDeparture_ << LAST_DEPARTURE));
    }
}

library TotalsFields {
    uint256 private constant ACTIVE = 24;
    uint256 private constant PROPOSALS = 40;
    uint256 private constant DEPARTURES = 64;
    uint256 private constant OLDEST_OPEN = 88;
    uint256 private constant RULES = 112;
    uint256 private constant RULE_BITS = 144;

    /// @dev One of the counts has reached the end of its field.
    error TooMany();

    function listed(Totals totals) internal pure returns (uint256) {
        return uint24(Totals.unwrap(totals));
    }

    function active(Totals totals) internal pure returns (uint256) {
        return uint16(Totals.unwrap(totals) >> ACTIVE);
    }

    function proposals(Totals totals) internal pure returns (uint256) {
        return uint24(Totals.unwrap(totals) >> PROPOSALS);
    }

    function departures(Totals totals) internal pure returns (uint256) {
        return uint24(Totals.unwrap(totals) >> DEPARTURES);
    }

    /// @dev Every proposal with a lower id has ended or expired.
    function oldestOpen(Totals totals) internal pure returns (uint256) {
        return uint24(Totals.unwrap(totals) >> OLDEST_OPEN);
    }

    function withOneListed(Totals totals) internal pure returns (Totals) {
        if (listed(totals) == type(uint24).max) revert TooMany();
        return Totals.wrap(Totals.unwrap(totals) + 1);
    }

    function withOneActive(Totals totals) internal pure returns (Totals) {
        if (active(totals) == type(uint16).max) revert TooMany();
        return Totals.wrap(Totals.unwrap(totals) + (1 << ACTIVE));
    }

    /// @dev One fewer active voter, one more departure.
    function withOneDeparture(Totals totals) internal pure returns (Totals) {
        if (departures(totals) == type(uint24).max) revert TooMany();
        return Totals.wrap(Totals.unwrap(totals) - (1 << ACTIVE) + (1 << DEPARTURES));
    }

    function withOneProposal(Totals totals) internal pure returns (Totals) {
        if (proposals(totals) == type(uint24).max) revert TooMany();
        return Totals.wrap(Totals.unwrap(totals) + (1 << PROPOSALS));
    }

    function withOldestOpen(Totals totals, uint256 id) internal pure returns (Totals) {
        return Totals.wrap((Totals.unwrap(totals) & ~(uint256(type(uint24).max) << OLDEST_OPEN)) | (id << OLDEST_OPEN));
    }

    /// @dev False only if the rule of the operation was never set.
    function mayHaveRule(Totals totals, uint256 operation) internal pure returns (bool) {
        return operation >= RULE_BITS || (Totals.unwrap(totals) >> (RULES + operation)) & 1 != 0;
    }

    function withRule(Totals totals, uint256 operation) internal pure returns (Totals) {
        return operation >= RULE_BITS ? totals : Totals.wrap(Totals.unwrap(totals) | (1 << (RULES + operation)));
    }
}
