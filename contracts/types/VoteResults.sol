// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @dev What becomes of up to 64 signed votes (SignedVoteResult), in one word: four bits each, lowest first.
type VoteResults is uint256;

using VoteResultFields for VoteResults global;

library VoteResultFields {
    uint256 private constant BITS = 4;
    uint256 private constant ONE = 0xf;

    /// @param place Its place among the votes, from 0 on.
    function at(VoteResults results, uint256 place) internal pure returns (uint256) {
        return (VoteResults.unwrap(results) >> (place * BITS)) & ONE;
    }

    /// @dev Once for each place.
    function with(VoteResults results, uint256 place, uint256 result) internal pure returns (VoteResults) {
        return VoteResults.wrap(VoteResults.unwrap(results) | (result << (place * BITS)));
    }
}
