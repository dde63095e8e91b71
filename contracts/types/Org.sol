// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @dev An organisation in one word. Its full id is made of the names from the ultimate parent down:
///
///      | bits    | field                                                              |
///      | ------- | ------------------------------------------------------------------ |
///      | 0-6     | status (OrgStatus)                                                 |
///      | 7       | 1 while it is held: until when stands beside the word (Held)       |
///      | 8-15    | level: 1 for an organisation without parent                        |
///      | 16-19   | length of the inline name; 0 if the name is stored beside the word |
///      | 20      | 1 if its suspension ends, or has: when stands beside the word      |
///      | 21-23   | free                                                               |
///      | 24-47   | the open proposal about it, or 0                                   |
///      | 48-71   | parent, or 0                                                       |
///      | 72-95   | ultimate parent: itself for an organisation without parent         |
///      | 96-119  | number of direct sub-organisations                                 |
///      | 120-143 | the youngest of them, or 0                                         |
///      | 144-167 | its next older sibling, or 0                                       |
///      | 168-255 | inline name: 11 characters                                         |
type Org is uint256;

using OrgFields for Org global;

library OrgFields {
    /// @dev Longer names do not fit into the word.
    uint256 internal constant INLINE_NAME = 11;

    /* WHERE EACH FIELD BEGINS */

    uint256 private constant STATUS = 0x7f;
    uint256 private constant HELD = 0x80;
    uint256 private constant LEVEL = 8;
    uint256 private constant NAME_LENGTH = 16;
    uint256 private constant ENDS = 1 << 20;
    uint256 private constant PROPOSAL = 24;
    uint256 private constant PARENT = 48;
    uint256 private constant ULTIMATE = 72;
    uint256 private constant SUB_COUNT = 96;
    uint256 private constant LAST_SUB = 120;
    uint256 private constant OLDER_SIBLING = 144;
    uint256 private constant NAME = 168;

    /* READING */

    function status(Org org) internal pure returns (uint256) {
        return Org.unwrap(org) & STATUS;
    }

    function held(Org org) internal pure returns (bool) {
        return Org.unwrap(org) & HELD != 0;
    }

    function level(Org org) internal pure returns (uint256) {
        return uint8(Org.unwrap(org) >> LEVEL);
    }

    function nameLength(Org org) internal pure returns (uint256) {
        return (Org.unwrap(org) >> NAME_LENGTH) & 0xf;
    }

    function ends(Org org) internal pure returns (bool) {
        return Org.unwrap(org) & ENDS != 0;
    }

    function proposal(Org org) internal pure returns (uint256) {
        return uint24(Org.unwrap(org) >> PROPOSAL);
    }

    function parent(Org org) internal pure returns (uint256) {
        return uint24(Org.unwrap(org) >> PARENT);
    }

    function ultimate(Org org) internal pure returns (uint256) {
        return uint24(Org.unwrap(org) >> ULTIMATE);
    }

    function subCount(Org org) internal pure returns (uint256) {
        return uint24(Org.unwrap(org) >> SUB_COUNT);
    }

    function lastSub(Org org) internal pure returns (uint256) {
        return uint24(Org.unwrap(org) >> LAST_SUB);
    }

    function olderSibling(Org org) internal pure returns (uint256) {
        return uint24(Org.unwrap(org) >> OLDER_SIBLING);
    }

    function inlineName(Org org) internal pure returns (bytes11) {
        return bytes11(uint88(Org.unwrap(org) >> NAME));
    }

    /* WRITING */

    /// @dev Without a name.
    function create(
        uint256 status_,
        uint256 level_,
        uint256 proposal_,
        uint256 parent_,
        uint256 ultimate_,
        uint256 olderSibling_
    ) internal pure returns (Org) {
        return
            Org.wrap(
                status_ |
                    (level_ << LEVEL) |
                    (proposal_ << PROPOSAL) |
                    (parent_ << PARENT) |
                    (ultimate_ << ULTIMATE) |
                    (olderSibling_ << OLDER_SIBLING)
            );
    }

    function withName(Org org, bytes11 name, uint256 length) internal pure returns (Org) {
        return Org.wrap(Org.unwrap(org) | (length << NAME_LENGTH) | (uint256(uint88(name)) << NAME));
    }

    function withStatus(Org org, uint256 status_, uint256 proposal_) internal pure returns (Org) {
        uint256 others = Org.unwrap(org) & ~(STATUS | (uint256(type(uint24).max) << PROPOSAL));
        return Org.wrap(others | status_ | (proposal_ << PROPOSAL));
    }

    function withHeld(Org org, bool held_) internal pure returns (Org) {
        return Org.wrap(held_ ? Org.unwrap(org) | HELD : Org.unwrap(org) & ~HELD);
    }

    function withEnd(Org org, bool ends_) internal pure returns (Org) {
        return Org.wrap(ends_ ? Org.unwrap(org) | ENDS : Org.unwrap(org) & ~ENDS);
    }

    /// @dev With one more sub-organisation.
    function withSub(Org org, uint256 sub) internal pure returns (Org) {
        uint256 others = Org.unwrap(org) & ~(uint256(type(uint48).max) << SUB_COUNT);
        return Org.wrap(others | ((subCount(org) + 1) << SUB_COUNT) | (sub << LAST_SUB));
    }
}
