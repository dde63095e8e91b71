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
        if (!_isName(name)) revert NameNotAllowed(name);
    }

    function _isName(string calldata text) private pure returns (bool) {
        uint256 length = bytes(text).length;
        if (length == 0 || length > MAX_NAME) return false;
        uint256 allowed = 1;
        for (uint256 start = 0; start < length; start += 32) {
            uint256 word = uint256(bytes32(bytes(text)[start:]));
            uint256 left = length - start;
            if (left > 32) left = 32;
            for (; left > 0; --left) {
                allowed &= NAME_CHARACTERS >> (word >> 248);
                word <<= 8;
            }
        }
        return allowed == 1;
    }
}
