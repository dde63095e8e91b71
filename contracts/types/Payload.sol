// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Op} from "../libraries/Codes.sol";
import {Rule} from "./Rule.sol";

/// @dev What a proposal says beside its subject, such as what a setting would become; 0 if it says nothing. What the
///      word holds depends on the operation:
///
///      | operation      | bits  | field                               |
///      | -------------- | ----- | ----------------------------------- |
///      | ASSIGN_ADMIN   | 0-31  | generation of the role              |
///      | CHANGE_RULE    | 0-239 | the rule (types/Rule.sol)           |
///      |                | 248-255 | the operation whose rule it is (Op) |
///      | CHANGE_SETTING | 0-31  | its new value                       |
///      |                | 32-39 | the setting (Setting)               |
///      | CHANGE_NODE    | 0-7   | what becomes of it (NodeChange)     |
///      | RESOLVE and    | 0-159 | the contract whose code holds the   |
///      | those after it |       | changes (library CodeStorage)       |
///      |                | 160-191 | their operations: bit n for n (Op) |
///      |                | 192-255 | the first 8 bytes of the hash of the changes |
///      | EMERGENCY      | 0-31  | for how many seconds; 0 to end it   |
///      |                | 32    | 1 if a vote on more than that has decided it |
///      | SUSPEND_ORG_UNTIL | 0-31 | when it ends, in seconds since 1970 |
type Payload is uint256;

using PayloadFields for Payload global;

library PayloadFields {
    Payload internal constant NONE = Payload.wrap(0);

    uint256 private constant OP = 248;
    uint256 private constant SETTING = 32;
    uint256 private constant OPERATIONS = 160;
    uint256 private constant HASH = 192;
    uint256 private constant BY_RESOLUTION = 1 << 32;

    /// @dev Which rule, setting or resolution an operation is about, whatever it is to become; of an emergency measure
    ///      whether it is to end. 0 for the other operations. At most 64 bits.
    function detailOf(Payload payload, uint256 operation) internal pure returns (uint256) {
        if (operation == Op.CHANGE_RULE) return Payload.unwrap(payload) >> OP;
        if (operation == Op.CHANGE_SETTING) return uint8(Payload.unwrap(payload) >> SETTING);
        if (Op.holdsChanges(operation)) return Payload.unwrap(payload) >> HASH;
        if (operation == Op.EMERGENCY) return uint32(Payload.unwrap(payload)) == 0 ? 1 : 0;
        return 0;
    }

    /* ASSIGN_ADMIN */

    /// @dev That of the two admin roles, and of a role that was never removed, is 0: no payload.
    function packGeneration(uint256 generation) internal pure returns (Payload) {
        return Payload.wrap(generation);
    }

    function unpackGeneration(Payload payload) internal pure returns (uint256) {
        return Payload.unwrap(payload);
    }

    /* CHANGE_RULE */

    function packRule(uint256 op, Rule rule) internal pure returns (Payload) {
        return Payload.wrap((op << OP) | Rule.unwrap(rule));
    }

    function unpackRule(Payload payload) internal pure returns (uint256 op, Rule rule) {
        uint256 word = Payload.unwrap(payload);
        return (word >> OP, Rule.wrap(word & ((1 << OP) - 1)));
    }

    /* CHANGE_SETTING */

    function packSetting(uint256 setting, uint256 value) internal pure returns (Payload) {
        return Payload.wrap((setting << SETTING) | value);
    }

    function unpackSetting(Payload payload) internal pure returns (uint256 setting, uint256 value) {
        uint256 word = Payload.unwrap(payload);
        return (uint8(word >> SETTING), uint32(word));
    }

    /* CHANGE_NODE */

    function packNodeChange(uint256 change) internal pure returns (Payload) {
        return Payload.wrap(change);
    }

    function unpackNodeChange(Payload payload) internal pure returns (uint256) {
        return Payload.unwrap(payload);
    }

    /* EMERGENCY */

    function packHold(uint256 duration, bool byResolution) internal pure returns (Payload) {
        return Payload.wrap(byResolution ? duration | BY_RESOLUTION : duration);
    }

    function unpackHold(Payload payload) internal pure returns (uint256 duration, bool byResolution) {
        uint256 word = Payload.unwrap(payload);
        return (uint32(word), word & BY_RESOLUTION != 0);
    }

    /* SUSPEND_ORG_UNTIL */

    function packEnd(uint256 endsAt) internal pure returns (Payload) {
        return Payload.wrap(endsAt);
    }

    function unpackEnd(Payload payload) internal pure returns (uint256) {
        return Payload.unwrap(payload);
    }

    /* RESOLVE, AND WHAT ORGANISATIONS' ADMINS DO ALONE AT FIRST */

    /// @param content The contract whose code holds the changes.
    /// @param operations Bit n stands for the operation n.
    /// @param hash Of the changes: of the contract's address something else may become, if its block is replaced.
    function packChanges(address content, uint256 operations, bytes32 hash) internal pure returns (Payload) {
        return Payload.wrap(uint160(content) | (operations << OPERATIONS) | (uint256(uint64(bytes8(hash))) << HASH));
    }

    function unpackChanges(Payload payload) internal pure returns (address content, uint256 operations) {
        uint256 word = Payload.unwrap(payload);
        return (address(uint160(word)), uint32(word >> OPERATIONS));
    }
}
