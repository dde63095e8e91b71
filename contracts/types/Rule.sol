// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @dev How the votes on an operation are counted, in one word; an untouched word is the majority:
///
///      | bits  | field                                                                    |
///      | ----- | ------------------------------------------------------------------------ |
///      | 0-7   | kind (RuleKind)                                                          |
///      | 8-39  | count: how many votes, or how many of `outOf`; 0 for the other kinds     |
///      | 40-71 | outOf: what `count` is a part of, for a fraction; 0 for the other kinds  |
type Rule is uint256;

using RuleFields for Rule global;

library RuleFields {
    uint256 private constant COUNT = 8;
    uint256 private constant OUT_OF = 40;

    function kind(Rule rule) internal pure returns (uint256) {
        return uint8(Rule.unwrap(rule));
    }

    function count(Rule rule) internal pure returns (uint256) {
        return uint32(Rule.unwrap(rule) >> COUNT);
    }

    function outOf(Rule rule) internal pure returns (uint256) {
        return uint32(Rule.unwrap(rule) >> OUT_OF);
    }

    function create(uint256 kind_, uint256 count_, uint256 outOf_) internal pure returns (Rule) {
        return Rule.wrap(kind_ | (count_ << COUNT) | (outOf_ << OUT_OF));
    }

    function equals(Rule rule, Rule other) internal pure returns (bool) {
        return Rule.unwrap(rule) == Rule.unwrap(other);
    }
}
