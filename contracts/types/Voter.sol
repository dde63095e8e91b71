// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @dev A voter in one word, lowest bits first: whether it may vote now 8, its index from 1 on, for good 24, its latest
///      place in the log of departures, from 1 on 24.
type Voter is uint256;

/// @dev The voter manager's counts in one word, lowest bits first: voters, former ones too 24, voters now 16, proposals 24,
///      departures 24, a proposal before which none is open 24.
type Totals is uint256;

using VoterFields for Voter global;
using TotalsFields for Totals global;

library VoterFields {
    function active(Voter voter) internal pure returns (bool) {
        return uint8(Voter.unwrap(voter)) != 0;
    }

    function index(Voter voter) internal pure returns (uint256) {
        return uint24(Voter.unwrap(voter) >> 8);
    }

    function lastDeparture(Voter voter) internal pure returns (uint256) {
        return uint24(Voter.unwrap(voter) >> 32);
    }

    function create(bool active_, uint256 index_, uint256 lastDeparture_) internal pure returns (Voter) {
        return Voter.wrap((active_ ? 1 : 0) | (index_ << 8) | (lastDeparture_ << 32));
    }
}

library TotalsFields {
    /// @dev One of the counts has reached the end of its field.
    error TooMany();

    function listed(Totals totals) internal pure returns (uint256) {
        return uint24(Totals.unwrap(totals));
    }

    function active(Totals totals) internal pure returns (uint256) {
        return uint16(Totals.unwrap(totals) >> 24);
    }

    function proposals(Totals totals) internal pure returns (uint256) {
        return uint24(Totals.unwrap(totals) >> 40);
    }

    function departures(Totals totals) internal pure returns (uint256) {
        return uint24(Totals.unwrap(totals) >> 64);
    }

    /// @dev Every proposal with a lower id has ended or expired.
    function oldestOpen(Totals totals) internal pure returns (uint256) {
        return uint24(Totals.unwrap(totals) >> 88);
    }

    function withOneListed(Totals totals) internal pure returns (Totals) {
        if (listed(totals) == type(uint24).max) revert TooMany();
        return Totals.wrap(Totals.unwrap(totals) + 1);
    }

    function withOneActive(Totals totals) internal pure returns (Totals) {
        if (active(totals) == type(uint16).max) revert TooMany();
        return Totals.wrap(Totals.unwrap(totals) + (1 << 24));
    }

    /// @dev One active voter less, one departure more.
    function withOneDeparture(Totals totals) internal pure returns (Totals) {
        if (departures(totals) == type(uint24).max) revert TooMany();
        return Totals.wrap(Totals.unwrap(totals) - (1 << 24) + (1 << 64));
    }

    function withOneProposal(Totals totals) internal pure returns (Totals) {
        if (proposals(totals) == type(uint24).max) revert TooMany();
        return Totals.wrap(Totals.unwrap(totals) + (1 << 40));
    }

    function withOldestOpen(Totals totals, uint256 id) internal pure returns (Totals) {
        return Totals.wrap((Totals.unwrap(totals) & ~(uint256(type(uint24).max) << 88)) | (id << 88));
    }
}
