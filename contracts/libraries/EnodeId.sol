// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title Enode ids: 128 lower-case hex digits as text, 64 bytes in storage
/// @dev All 32 digits of a word are handled at once, one digit in each byte.
library EnodeId {
    uint256 private constant ONES = 0x0101010101010101010101010101010101010101010101010101010101010101;

    /// @dev The 64 bytes.
    struct Words {
        uint256 high;
        uint256 low;
    }

    error EnodeIdNotAllowed(string enodeId);

    /// @notice The two words of an enode id. Refuses anything but 128 lower-case hex digits.
    function parse(string calldata enodeId) internal pure returns (Words memory words) {
        bytes calldata text = bytes(enodeId);
        if (text.length != 128) revert EnodeIdNotAllowed(enodeId);

        (bool a, uint256 first) = _digits(uint256(bytes32(text[0:32])));
        (bool b, uint256 second) = _digits(uint256(bytes32(text[32:64])));
        (bool c, uint256 third) = _digits(uint256(bytes32(text[64:96])));
        (bool d, uint256 fourth) = _digits(uint256(bytes32(text[96:128])));
        if (!(a && b && c && d)) revert EnodeIdNotAllowed(enodeId);

        return Words({high: (first << 128) | second, low: (third << 128) | fourth});
    }

    /// @notice The 128 hex digits of two words.
    function format(Words memory words) internal pure returns (string memory) {
        (uint256 high, uint256 low) = (words.high, words.low);
        return
            string(
                abi.encodePacked(
                    _text(high >> 128),
                    _text(high & type(uint128).max),
                    _text(low >> 128),
                    _text(low & type(uint128).max)
                )
            );
    }

    /// @dev 32 characters to the 16 bytes they stand for. Digits have bit 6 clear, letters have it set, and the four
    ///      lowest bits of a letter are its value less 9.
    function _digits(uint256 text) private pure returns (bool valid, uint256 value) {
        unchecked {
            uint256 letters = (text >> 6) & ONES;
            value = (text & (ONES * 0x0f)) + letters * 9;
            // A letter must be worth 10 to 15 and a digit 0 to 9, and writing the value again must give the same text.
            valid =
                value & (ONES * 0x10) == 0 &&
                ((value + ONES * 6) >> 4) & ONES == letters &&
                text == value + ONES * 0x30 + letters * 0x27;
        }
        value = (value | (value >> 4)) & 0x00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff;
        value = (value | (value >> 8)) & 0x0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff;
        value = (value | (value >> 16)) & 0x00000000ffffffff00000000ffffffff00000000ffffffff00000000ffffffff;
        value = (value | (value >> 32)) & 0x0000000000000000ffffffffffffffff0000000000000000ffffffffffffffff;
        value = (value | (value >> 64)) & type(uint128).max;
    }

    /// @dev The way back: 16 bytes to 32 characters.
    function _text(uint256 value) private pure returns (uint256 text) {
        text = (value | (value << 64)) & 0x0000000000000000ffffffffffffffff0000000000000000ffffffffffffffff;
        text = (text | (text << 32)) & 0x00000000ffffffff00000000ffffffff00000000ffffffff00000000ffffffff;
        text = (text | (text << 16)) & 0x0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff;
        text = (text | (text << 8)) & 0x00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff;
        text = (text | (text << 4)) & (ONES * 0x0f);
        unchecked {
            uint256 letters = ((text + ONES * 6) >> 4) & ONES;
            text = text + ONES * 0x30 + letters * 0x27;
        }
    }
}
