// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title The first thing that should not have happened, and what has happened at all
abstract contract Verdict {
    /* STORAGE */

    string public violation;
    mapping(string what => uint256 times) public reached;

    /* INTERNAL */

    function _expect(bool holds, string memory otherwise) internal {
        if (!holds && bytes(violation).length == 0) violation = otherwise;
    }

    /// @dev Counts what random calls have to reach, or an invariant about it would be empty.
    function _reach(string memory what) internal {
        ++reached[what];
    }
}
