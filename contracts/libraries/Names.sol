// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title Which texts are clean enough to be a name
library Names {
    uint256 internal constant MAX_NAME = 64;

    /// @dev Bit c is set when the character c may stand in the name of an organisation or a role: A-Z a-z 0-9 _ -
    uint256 private constant NAME_CHARACTERS = 0x07fffffe87fffffe03ff200000000000;

    error NameNotAllowed(string name);

    /// @notice Refuses what is not 1 to 64 characters of A-Z a-z 0-9 _ -
    function requireName(string calldata name) internal pure {
        if (!_consistsOf(name, NAME_CHARACTERS, MAX_NAME)) revert NameNotAllowed(name);
    }

    function _consistsOf(string calldata text, uint256 characters, uint256 max) private pure returns (bool) {
        uint256 length = bytes(text).length;
        if (length == 0 || length > max) return false;
        uint256 allowed = 1;
        for (uint256 start = 0; start < length; start += 32) {
            uint256 word = uint256(bytes32(bytes(text)[start:]));
            uint256 left = length - start;
            if (left > 32) left = 32;
            for (; left > 0; --left) {
                allowed &= characters >> (word >> 248);
                word <<= 8;
            }
        }
        return allowed == 1;
    }
}
