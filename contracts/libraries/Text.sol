// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title Texts kept inside a word, and several in one
library Text {
    /// @notice The first `length` (at most 32) bytes of a word as text.
    function prefix(bytes32 word, uint256 length) internal pure returns (string memory text) {
        text = new string(length);
        assembly ("memory-safe") {
            mstore(add(text, 0x20), word)
        }
    }

    /// @notice The bytes of `whole` from `start` on, `length` of them, as text.
    function part(bytes memory whole, uint256 start, uint256 length) internal pure returns (string memory text) {
        text = new string(length);
        for (uint256 i = 0; i < length; i += 32) {
            assembly ("memory-safe") {
                mstore(add(text, add(0x20, i)), mload(add(whole, add(start, add(0x20, i)))))
            }
        }
    }
}
