// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @dev A voter in one word:
///
///      | bits   | field                                                                            |
///      | ------ | -------------------------------------------------------------------------------- |
///      | 0-7    | 1 if it may vote now                                                             |
///      | 8-31   | its index, from 1 on, kept for ever; 0 if it never was a voter or proposed       |
///      | 32-55  | its latest place in the log of departures, from 1 on                             |
///      | 56-71  | the period in which it proposed last; not used for those that the totals count   |
///      | 72-77  | how many proposals it made in that period, 63 at most                            |
///      | 80-111 | when the last of its waits after a rejection ends, in seconds since 1970         |
type Voter is uint256;

/// @dev The voter manager's counts in one word:
///
///      | bits    | field                                                                     |
///      | ------- | ------------------------------------------------------------------------- |
///      | 0-23    | voters, former ones too, and others that have proposed                    |
///      | 24-39   | voters now                                                                |
///      | 40-63   | proposals                                                                 |
///      | 64-87   | departures                                                                |
///      | 88-111  | a proposal before which none is open                                      |
///      | 112     | 1 while admissions are stopped, or the end of that is not recorded        |
///      | 113-143 | one bit for each of the operations 1 to 31: whether its rule was set      |
///      | 144-159 | the period in which one of the first 16 voters proposed last              |
///      | 160-255 | how many proposals each of them made in it, six bits each, lowest first   |
type Totals is uint256;

using VoterFields for Voter global;
using TotalsFields for Totals global;

library VoterFields {
    uint256 private constant INDEX = 8;
    uint256 private constant LAST_DEPARTURE = 32;
    uint256 private constant PERIOD = 56;
    uint256 private constant COUNT = 72;
    uint256 private constant WAITS_UNTIL = 80;

    function active(Voter voter) internal pure returns (bool) {
        return uint8(Voter.unwrap(voter)) != 0;
    }

    function index(Voter voter) internal pure returns (uint256) {
        return uint24(Voter.unwrap(voter) >> INDEX);
    }

    function lastDeparture(Voter voter) internal pure returns (uint256) {
        return uint24(Voter.unwrap(voter) >> LAST_DEPARTURE);
    }

    /// @dev When it may propose again whatever was rejected, at the latest.
    function waitsUntil(Voter voter) internal pure returns (uint256) {
        return uint32(Voter.unwrap(voter) >> WAITS_UNTIL);
    }

    /// @dev It may vote from now on. The index stays what it is if it has one.
    function joined(Voter voter, uint256 index_) internal pure returns (Voter) {
        uint256 others = Voter.unwrap(voter) & ~(uint256(type(uint32).max));
        return Voter.wrap(others | (index_ << INDEX) | 1);
    }

    /// @dev It has an index, and may not vote.
    function listed(Voter voter, uint256 index_) internal pure returns (Voter) {
        return Voter.wrap(Voter.unwrap(voter) | (index_ << INDEX));
    }

    /// @dev It may vote no longer.
    function departed(Voter voter, uint256 departure) internal pure returns (Voter) {
        uint256 others = Voter.unwrap(voter) & ~((uint256(type(uint24).max) << LAST_DEPARTURE) | type(uint8).max);
        return Voter.wrap(others | (departure << LAST_DEPARTURE));
    }

    /// @dev With one proposal more in a period, and how many these are. A count that is full stays full.
    function withOneProposal(Voter voter, uint256 period) internal pure returns (Voter, uint256 count) {
        uint256 word = Voter.unwrap(voter);
        if (uint16(word >> PERIOD) == period) count = (word >> COUNT) & ProposalCount.MOST;
        if (count < ProposalCount.MOST) ++count;
        word &= ~((ProposalCount.MOST << COUNT) | (uint256(type(uint16).max) << PERIOD));
        return (Voter.wrap(word | (count << COUNT) | (period << PERIOD)), count);
    }

    function withWait(Voter voter, uint256 until) internal pure returns (Voter) {
        uint256 others = Voter.unwrap(voter) & ~(uint256(type(uint32).max) << WAITS_UNTIL);
        return Voter.wrap(others | (until << WAITS_UNTIL));
    }
}

library ProposalCount {
    /// @dev How many proposals of a period can be counted.
    uint256 internal constant MOST = 63;
    uint256 internal constant BITS = 6;
}

library TotalsFields {
    /// @dev So many voters have their proposals counted here, the others in their own words.
    uint256 internal constant COUNTED_VOTERS = 16;

    uint256 private constant ACTIVE = 24;
    uint256 private constant PROPOSALS = 40;
    uint256 private constant DEPARTURES = 64;
    uint256 private constant OLDEST_OPEN = 88;
    /// @dev In the place of the operation NONE, which has no rule.
    uint256 private constant STOPPED = 1 << 112;
    uint256 private constant RULES = 112;
    uint256 private constant RULE_BITS = 32;
    uint256 private constant PERIOD = 144;
    uint256 private constant COUNTS = 160;

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

    /// @dev False only if nothing stops admissions.
    function mayBeStopped(Totals totals) internal pure returns (bool) {
        return Totals.unwrap(totals) & STOPPED != 0;
    }

    function withStop(Totals totals, bool stopped) internal pure returns (Totals) {
        uint256 word = Totals.unwrap(totals);
        return Totals.wrap(stopped ? word | STOPPED : word & ~STOPPED);
    }

    /// @dev With one proposal more of one of the first voters in a period, and how many these are. A count that is full
    ///      stays full; in another period all begin anew.
    function withOneProposalOf(
        Totals totals,
        uint256 voter,
        uint256 period
    ) internal pure returns (Totals, uint256 count) {
        uint256 word = Totals.unwrap(totals);
        if (uint16(word >> PERIOD) != period) word = (word & ((1 << PERIOD) - 1)) | (period << PERIOD);
        uint256 place = COUNTS + (voter - 1) * ProposalCount.BITS;
        count = (word >> place) & ProposalCount.MOST;
        if (count == ProposalCount.MOST) return (Totals.wrap(word), count);
        return (Totals.wrap(word + (1 << place)), count + 1);
    }
}
