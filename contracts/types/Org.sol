// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @dev An organisation in one word, lowest bits first: status 8 (OrgStatus), level 8, length of the inline name 8,
///      proposal 24, parent 24, ultimate parent 24, number of direct sub-organisations 24, youngest of them 24, next older
///      sibling 24, inline name 88. A full id is made of the names from the ultimate parent down.
type Org is uint256;

using OrgFields for Org global;

library OrgFields {
    /// @dev Longer names do not fit into the word.
    uint256 internal constant INLINE_NAME = 11;

    function status(Org org) internal pure returns (uint256) {
        return uint8(Org.unwrap(org));
    }

    function level(Org org) internal pure returns (uint256) {
        return uint8(Org.unwrap(org) >> 8);
    }

    /// @dev 0 when the name stands elsewhere.
    function nameLength(Org org) internal pure returns (uint256) {
        return uint8(Org.unwrap(org) >> 16);
    }

    /// @dev The open proposal about it, or 0.
    function proposal(Org org) internal pure returns (uint256) {
        return uint24(Org.unwrap(org) >> 24);
    }

    function parent(Org org) internal pure returns (uint256) {
        return uint24(Org.unwrap(org) >> 48);
    }

    function ultimate(Org org) internal pure returns (uint256) {
        return uint24(Org.unwrap(org) >> 72);
    }

    function subCount(Org org) internal pure returns (uint256) {
        return uint24(Org.unwrap(org) >> 96);
    }

    function lastSub(Org org) internal pure returns (uint256) {
        return uint24(Org.unwrap(org) >> 120);
    }

    function olderSibling(Org org) internal pure returns (uint256) {
        return uint24(Org.unwrap(org) >> 144);
    }

    function inlineName(Org org) internal pure returns (bytes11) {
        return bytes11(uint88(Org.unwrap(org) >> 168));
    }

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
                    (level_ << 8) |
                    (proposal_ << 24) |
                    (parent_ << 48) |
                    (ultimate_ << 72) |
                    (olderSibling_ << 144)
            );
    }

    function withName(Org org, bytes11 name, uint256 length) internal pure returns (Org) {
        return Org.wrap(Org.unwrap(org) | (length << 16) | (uint256(uint88(name)) << 168));
    }

    function withStatus(Org org, uint256 status_, uint256 proposal_) internal pure returns (Org) {
        return Org.wrap((Org.unwrap(org) & ~uint256(0xffffff0000ff)) | status_ | (proposal_ << 24));
    }

    function withSub(Org org, uint256 sub) internal pure returns (Org) {
        uint256 others = Org.unwrap(org) & ~(uint256(type(uint48).max) << 96);
        return Org.wrap(others | ((subCount(org) + 1) << 96) | (sub << 120));
    }
}
