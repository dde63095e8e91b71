// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title Texts that are kept in a word, and parts of texts
library Text {
    /// @notice The first `length` (at most 32) bytes of a word as text.
    function prefix(bytes32 word, uint256 length) internal pure returns (string memory text) {
        text = new string(length);
        // Memory-safe: it writes the one word behind the length. That word belongs to the text, or, if the text is empty,
        // begins the free memory, which may be written to.
        assembly ("memory-safe") {
            mstore(add(text, 0x20), word)
        }
    }

    /// @notice The bytes of `whole` from `start` on, `length` of them, as text. The caller sees to it that `whole` has
    ///         them.
    function slice(bytes memory whole, uint256 start, uint256 length) internal pure returns (string memory text) {
        text = new string(length);
        for (uint256 i = 0; i < length; i += 32) {
            // Memory-safe: it writes to the text alone, whose memory is allocated in whole words. The last word read may
            // reach beyond `whole`; what lies there ends up beyond the text's length.
            assembly ("memory-safe") {
                mstore(add(text, add(0x20, i)), mload(add(whole, add(start, add(0x20, i)))))
            }
        }
    }
}
