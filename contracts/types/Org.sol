// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @dev An organisation in one word, lowest bits first: status 8, level 8, length of the short id 8, proposal 32,
///      parent 32, ultimate parent 32, number of direct sub-organisations 32, youngest of them 32, next older sibling 32.
type Org is uint256;

using OrgFields for Org global;

library OrgFields {
    function status(Org org) internal pure returns (uint256) {
        return uint8(Org.unwrap(org));
    }

    function level(Org org) internal pure returns (uint256) {
        return uint8(Org.unwrap(org) >> 8);
    }

    function shortLength(Org org) internal pure returns (uint256) {
        return uint8(Org.unwrap(org) >> 16);
    }

    /// @dev The open proposal about it, or 0.
    function proposal(Org org) internal pure returns (uint256) {
        return uint32(Org.unwrap(org) >> 24);
    }

    function parent(Org org) internal pure returns (uint256) {
        return uint32(Org.unwrap(org) >> 56);
    }

    function ultimate(Org org) internal pure returns (uint256) {
        return uint32(Org.unwrap(org) >> 88);
    }

    function subCount(Org org) internal pure returns (uint256) {
        return uint32(Org.unwrap(org) >> 120);
    }

    function lastSub(Org org) internal pure returns (uint256) {
        return uint32(Org.unwrap(org) >> 152);
    }

    function olderSibling(Org org) internal pure returns (uint256) {
        return uint32(Org.unwrap(org) >> 184);
    }

    function create(
        uint256 status_,
        uint256 level_,
        uint256 shortLength_,
        uint256 proposal_,
        uint256 parent_,
        uint256 ultimate_,
        uint256 olderSibling_
    ) internal pure returns (Org) {
        return
            Org.wrap(
                status_ |
                    (level_ << 8) |
                    (shortLength_ << 16) |
                    (proposal_ << 24) |
                    (parent_ << 56) |
                    (ultimate_ << 88) |
                    (olderSibling_ << 184)
            );
    }

    function withStatus(Org org, uint256 status_, uint256 proposal_) internal pure returns (Org) {
        return Org.wrap((Org.unwrap(org) & ~uint256(0xffffffff0000ff)) | status_ | (proposal_ << 24));
    }

    function withSub(Org org, uint256 sub) internal pure returns (Org) {
        uint256 others = Org.unwrap(org) & ~(uint256(type(uint64).max) << 120);
        return Org.wrap(others | ((subCount(org) + 1) << 120) | (sub << 152));
    }
}
