// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Part} from "../types/Part.sol";
import {Der} from "./Der.sol";

/// @title Texts in the names of certificates: 1 to 64 characters that can be seen, as UTF8String or PrintableString
/// @dev Refused are octets that are no UTF-8 (RFC 3629), and characters that would show another text than is written:
///      control characters, marks without a width, and what ends a line or turns its direction.
library X509Text {
    uint256 private constant MAX_CHARACTERS = 64;

    /// @dev Bit c is set when the character c may stand in a PrintableString: A-Z a-z 0-9 space ' ( ) + , - . / : = ?
    uint256 private constant PRINTABLE = 0x07fffffe07fffffea7fffb8100000000;
    /// @dev The same of ASCII: all but control characters.
    uint256 private constant VISIBLE = 0x7fffffffffffffffffffffff00000000;

    error X509TextNotAllowed(uint256 at, bytes text);

    /// @notice The one text in a part.
    function read(Part from) internal pure returns (string memory) {
        (uint256 tag, Part content, Part rest) = Der.next(from);
        Der.requireEmpty(rest);
        bytes calldata text = content.octets();
        bool isAllowed =
            tag == Der.PRINTABLE_STRING ? _isOf(text, PRINTABLE) : tag == Der.UTF8_STRING && _isVisible(text);
        if (!isAllowed) revert X509TextNotAllowed(from.at(), text);
        return string(text);
    }

    /// @dev Whether the characters of a set, of at most one octet each, are all that there are: bit c for the character c.
    function _isOf(bytes calldata text, uint256 characters) private pure returns (bool) {
        if (text.length == 0 || text.length > MAX_CHARACTERS) return false;
        uint256 allowed = 1;
        for (uint256 start = 0; start < text.length; start += 32) {
            uint256 word = uint256(bytes32(text[start:]));
            // It counts down to 0.
            unchecked {
                uint256 left = text.length - start;
                if (left > 32) left = 32;
                for (; left > 0; --left) {
                    allowed &= characters >> (word >> 248);
                    word <<= 8;
                }
            }
        }
        return allowed == 1;
    }

    function _isVisible(bytes calldata text) private pure returns (bool) {
        if (_isOf(text, VISIBLE)) return true;
        uint256 count = 0;
        for (uint256 at = 0; at < text.length; ++count) {
            (uint256 character, uint256 length) = _character(text, at);
            if (length == 0 || count == MAX_CHARACTERS || _isHidden(character)) return false;
            at += length;
        }
        return count > 0;
    }

    /// @dev The character at a place, and how many octets it has; none if it is not UTF-8.
    function _character(bytes calldata text, uint256 at) private pure returns (uint256 character, uint256 length) {
        uint256 first = uint8(text[at]);
        if (first < 0x80) return (first, 1);
        uint256 least;
        if (first >> 5 == 0x06) (length, character, least) = (2, first & 0x1f, 0x80);
        else if (first >> 4 == 0x0e) (length, character, least) = (3, first & 0x0f, 0x800);
        else if (first >> 3 == 0x1e) (length, character, least) = (4, first & 0x07, 0x10000);
        else return (0, 0);
        if (at + length > text.length) return (0, 0);
        for (uint256 i = at + 1; i < at + length; ++i) {
            uint256 octet = uint8(text[i]);
            if (octet >> 6 != 0x02) return (0, 0);
            character = (character << 6) | (octet & 0x3f);
        }
        // The shortest form of a character counts alone, and halves of one in UTF-16 are none.
        if (character < least || character > 0x10ffff || character >> 11 == 0x1b) return (0, 0);
    }

    function _isHidden(uint256 character) private pure returns (bool) {
        if (character < 0x7f) return character < 0x20;
        if (character < 0xa0 || character == 0xfeff) return true;
        if (character < 0x200b || character > 0x206f) return false;
        return character < 0x2010 || (character > 0x2027 && character < 0x202f) || character > 0x205f;
    }
}
