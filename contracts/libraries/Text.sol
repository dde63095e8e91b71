// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title Short texts kept inside a word
library Text {
    /// @notice The first `length` (at most 32) bytes of a word as text.
    function prefix(bytes32 word, uint256 length) internal pure returns (string memory text) {
        text = new string(length);
        assembly ("memory-safe") {
            mstore(add(text, 0x20), word)
        }
    }
}
