// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @dev How a voter wants to vote, in one word; 0 for none, which counts nowhere:
///
///      | bits    | field                                          |
///      | ------- | ---------------------------------------------- |
///      | 0-159   | the voter                                      |
///      | 160     | 1 for, 0 against                               |
///      | 168-255 | the term in which it chose: in the lowest 24   |
///      |         | bits its last departure, in those above how    |
///      |         | many of its voices have been taken off         |
type Choice is uint256;

using ChoiceFields for Choice global;

library ChoiceFields {
    uint256 private constant SUPPORT = 160;
    uint256 private constant TERM = 168;
    uint256 private constant VOICE_TERM = 192;

    /// @dev A term that does not fit is one in which nobody is.
    function create(address voter_, bool support_, uint256 term_) internal pure returns (Choice) {
        uint256 fits = term_ < type(uint88).max ? term_ : type(uint88).max;
        return Choice.wrap(uint160(voter_) | (uint256(support_ ? 1 : 0) << SUPPORT) | (fits << TERM));
    }

    function isNone(Choice choice) internal pure returns (bool) {
        return Choice.unwrap(choice) == 0;
    }

    function voter(Choice choice) internal pure returns (address) {
        return address(uint160(Choice.unwrap(choice)));
    }

    function support(Choice choice) internal pure returns (bool) {
        return uint8(Choice.unwrap(choice) >> SUPPORT) != 0;
    }

    /// @dev Its last departure as a network admin.
    function voterTerm(Choice choice) internal pure returns (uint256) {
        return uint24(Choice.unwrap(choice) >> TERM);
    }

    /// @dev How many voices of it had been taken off the proposal.
    function voiceTerm(Choice choice) internal pure returns (uint256) {
        return Choice.unwrap(choice) >> VOICE_TERM;
    }
}
