// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @dev How a voter wants to vote, in one word; 0 for none, which counts nowhere:
///
///      | bits    | field                                          |
///      | ------- | ---------------------------------------------- |
///      | 0-159   | the voter                                      |
///      | 160     | 1 for, 0 against                               |
///      | 168-255 | the term in which it chose: its last departure |
type Choice is uint256;

using ChoiceFields for Choice global;

library ChoiceFields {
    uint256 private constant SUPPORT = 160;
    uint256 private constant TERM = 168;

    /// @dev A term that does not fit is one in which nobody is.
    function create(address voter_, bool support_, uint256 term_) internal pure returns (Choice) {
        uint256 fits = term_ < type(uint88).max ? term_ : type(uint88).max;
        return Choice.wrap(uint160(voter_) | (uint256(support_ ? 1 : 0) << SUPPORT) | (fits << TERM));
    }

    function none() internal pure returns (Choice) {
        return Choice.wrap(0);
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

    function term(Choice choice) internal pure returns (uint256) {
        return Choice.unwrap(choice) >> TERM;
    }
}
