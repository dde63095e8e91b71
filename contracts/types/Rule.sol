// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Counting, Op, RuleKind} from "../libraries/Codes.sol";

/// @dev How an operation is decided, in one word; an untouched word is the majority of network admins:
///
///      | bits    | field                                                                   |
///      | ------- | ----------------------------------------------------------------------- |
///      | 0-7     | kind (RuleKind)                                                         |
///      | 8-39    | count: how many votes, or how many of `outOf`; 0 for the other kinds    |
///      | 40-71   | outOf: what `count` is a part of, for a fraction; 0 for the other kinds |
///      | 72-231  | the contract whose code says who votes, and what else a policy says     |
///      |         | (library CodeStorage, types/Policy.sol); 0 if it says no more than this |
///      | 232-239 | what is counted (Counting); 0 for network admins                        |
///
///      The word is also what a proposal to change it says (Payload), with the operation in bits 248-255.
type Rule is uint256;

using RuleFields for Rule global;

library RuleFields {
    uint256 private constant COUNT = 8;
    uint256 private constant OUT_OF = 40;
    uint256 private constant TERMS = 72;
    uint256 private constant COUNTED = 232;

    function kind(Rule rule) internal pure returns (uint256) {
        return uint8(Rule.unwrap(rule));
    }

    function count(Rule rule) internal pure returns (uint256) {
        return uint32(Rule.unwrap(rule) >> COUNT);
    }

    function outOf(Rule rule) internal pure returns (uint256) {
        return uint32(Rule.unwrap(rule) >> OUT_OF);
    }

    /// @dev The contract whose code says the rest of the policy.
    function terms(Rule rule) internal pure returns (address) {
        return address(uint160(Rule.unwrap(rule) >> TERMS));
    }

    function hasTerms(Rule rule) internal pure returns (bool) {
        return terms(rule) != address(0);
    }

    function counted(Rule rule) internal pure returns (uint256) {
        return uint8(Rule.unwrap(rule) >> COUNTED);
    }

    /// @dev Whether network admins vote, and are counted as accounts.
    function isOfNetworkAdmins(Rule rule) internal pure returns (bool) {
        return counted(rule) == Counting.ACCOUNTS;
    }

    /// @dev Whether the organisation concerned acts alone.
    function isSelf(Rule rule) internal pure returns (bool) {
        return kind(rule) == RuleKind.SELF;
    }

    /// @dev The rule of an operation until one is set.
    function atFirst(uint256 op) internal pure returns (Rule) {
        if (op == Op.EMERGENCY) return create(RuleKind.FORBIDDEN, 0, 0);
        return create(Op.isMadeByHand(op) ? RuleKind.SELF : RuleKind.MAJORITY, 0, 0);
    }

    function create(uint256 kind_, uint256 count_, uint256 outOf_) internal pure returns (Rule) {
        return Rule.wrap(kind_ | (count_ << COUNT) | (outOf_ << OUT_OF));
    }

    function withTerms(Rule rule, address terms_, uint256 counted_) internal pure returns (Rule) {
        return Rule.wrap(Rule.unwrap(rule) | (uint256(uint160(terms_)) << TERMS) | (counted_ << COUNTED));
    }

    function equals(Rule rule, Rule other) internal pure returns (bool) {
        return Rule.unwrap(rule) == Rule.unwrap(other);
    }
}
