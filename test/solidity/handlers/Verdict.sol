// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title The first thing that should not have happened
abstract contract Verdict {
    /* STORAGE */

    string public violation;

    /* INTERNAL */

    function _expect(bool holds, string memory otherwise) internal {
        if (!holds && bytes(violation).length == 0) violation = otherwise;
    }
}
