// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @dev What has been voted where a rule says who votes, in one word:
///
///      | bits    | field                                                                      |
///      | ------- | -------------------------------------------------------------------------- |
///      | 0-47    | the weight of the voices for                                               |
///      | 48-95   | the weight of the voices against                                           |
///      | 96-119  | voices: one of each speaker that has voted, taken off or not               |
///      | 120-143 | how many of them the count that is under way has looked at, oldest first   |
///      | 144-183 | in which block that count began                                            |
type Tally is uint256;

/// @dev One vote, in one word; empty where there is none:
///
///      | bits    | field                                                                      |
///      | ------- | -------------------------------------------------------------------------- |
///      | 0-23    | account: its place in the list of accounts                                 |
///      | 24-47   | speaker: the organisation without parent for which it speaks               |
///      | 48-63   | weight; 0 if it has been taken off                                         |
///      | 64      | 1 for, 0 against                                                           |
type Voice is uint256;

/// @dev Where a speaker's voice is, in one word:
///
///      | bits    | field                                                                      |
///      | ------- | -------------------------------------------------------------------------- |
///      | 0-23    | its voice's place, from 1 on, which it keeps; 0 if it never had a voice    |
///      | 24-47   | how many voices of it have been taken off                                  |
type Seat is uint256;

using TallyFields for Tally global;
using VoiceFields for Voice global;
using SeatFields for Seat global;

library TallyFields {
    uint256 private constant AGAINST = 48;
    uint256 private constant VOICES = 96;
    uint256 private constant CHECKED = 120;
    uint256 private constant SINCE = 144;

    function weightFor(Tally tally) internal pure returns (uint256) {
        return uint48(Tally.unwrap(tally));
    }

    function weightAgainst(Tally tally) internal pure returns (uint256) {
        return uint48(Tally.unwrap(tally) >> AGAINST);
    }

    function voices(Tally tally) internal pure returns (uint256) {
        return uint24(Tally.unwrap(tally) >> VOICES);
    }

    function checked(Tally tally) internal pure returns (uint256) {
        return uint24(Tally.unwrap(tally) >> CHECKED);
    }

    function since(Tally tally) internal pure returns (uint256) {
        return uint40(Tally.unwrap(tally) >> SINCE);
    }

    function withOnePlace(Tally tally) internal pure returns (Tally) {
        return Tally.wrap(Tally.unwrap(tally) + (1 << VOICES));
    }

    /// @dev With what one of its voices weighs now instead of what it weighed.
    function withVoiceChanged(Tally tally, Voice former, Voice present) internal pure returns (Tally) {
        return Tally.wrap(Tally.unwrap(tally) - _weighed(former) + _weighed(present));
    }

    function withChecked(Tally tally, uint256 checked_, uint256 since_) internal pure returns (Tally) {
        uint256 others = Tally.unwrap(tally) & ~(uint256(type(uint64).max) << CHECKED);
        return Tally.wrap(others | (checked_ << CHECKED) | (since_ << SINCE));
    }

    function _weighed(Voice voice) private pure returns (uint256) {
        return voice.support() ? voice.weight() : voice.weight() << AGAINST;
    }
}

library VoiceFields {
    uint256 private constant SPEAKER = 24;
    uint256 private constant WEIGHT = 48;
    uint256 private constant SUPPORT = 64;

    function account(Voice voice) internal pure returns (uint256) {
        return uint24(Voice.unwrap(voice));
    }

    function speaker(Voice voice) internal pure returns (uint256) {
        return uint24(Voice.unwrap(voice) >> SPEAKER);
    }

    function weight(Voice voice) internal pure returns (uint256) {
        return uint16(Voice.unwrap(voice) >> WEIGHT);
    }

    function support(Voice voice) internal pure returns (bool) {
        return Voice.unwrap(voice) >> SUPPORT != 0;
    }

    function create(uint256 account_, uint256 speaker_, uint256 weight_, bool support_) internal pure returns (Voice) {
        return Voice.wrap(account_ | (speaker_ << SPEAKER) | (weight_ << WEIGHT) | (support_ ? 1 << SUPPORT : 0));
    }

    function withWeight(Voice voice, uint256 weight_) internal pure returns (Voice) {
        return Voice.wrap((Voice.unwrap(voice) & ~(uint256(type(uint16).max) << WEIGHT)) | (weight_ << WEIGHT));
    }
}

library SeatFields {
    uint256 private constant TAKEN_OFF = 24;

    function place(Seat seat) internal pure returns (uint256) {
        return uint24(Seat.unwrap(seat));
    }

    function takenOff(Seat seat) internal pure returns (uint256) {
        return Seat.unwrap(seat) >> TAKEN_OFF;
    }

    function withPlace(Seat seat, uint256 place_) internal pure returns (Seat) {
        return Seat.wrap(Seat.unwrap(seat) | place_);
    }

    function withOneTakenOff(Seat seat) internal pure returns (Seat) {
        return Seat.wrap(Seat.unwrap(seat) + (1 << TAKEN_OFF));
    }
}
