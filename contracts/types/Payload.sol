// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Rule, RuleFields} from "./Rule.sol";

/// @dev What a proposal would change a setting to; 0 for a proposal about something else. What the word holds depends on
///      the operation:
///
///      | operation       | bits  | field                                                |
///      | --------------- | ----- | ---------------------------------------------------- |
///      | CHANGE_RULE     | 0-31  | second number of the rule (`outOf`)                  |
///      |                 | 32-63 | first number of the rule (`count`)                   |
///      |                 | 64-71 | kind of rule (RuleKind)                              |
///      |                 | 72-79 | the operation whose rule it is (Op)                  |
///      | CHANGE_IP_CHECK | 0     | 1 if ips are to be compared                          |
type Payload is uint256;

using PayloadFields for Payload global;

library PayloadFields {
    Payload internal constant NONE = Payload.wrap(0);

    uint256 private constant COUNT = 32;
    uint256 private constant KIND = 64;
    uint256 private constant OP = 72;

    /* CHANGE_RULE */

    function packRule(uint256 op, uint256 kind, uint256 count, uint256 outOf) internal pure returns (Payload) {
        return Payload.wrap((op << OP) | (kind << KIND) | (count << COUNT) | outOf);
    }

    function unpackRule(Payload payload) internal pure returns (uint256 op, Rule rule) {
        uint256 word = Payload.unwrap(payload);
        return (uint8(word >> OP), RuleFields.create(uint8(word >> KIND), uint32(word >> COUNT), uint32(word)));
    }

    /* CHANGE_IP_CHECK */

    function packIpCheck(bool compared) internal pure returns (Payload) {
        return Payload.wrap(compared ? 1 : 0);
    }

    function unpackIpCheck(Payload payload) internal pure returns (bool compared) {
        return Payload.unwrap(payload) == 1;
    }
}
