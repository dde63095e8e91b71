// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title Where a node listens: an ip address, or a host name
/// @dev An ip address is written in the one way in which nodes write the address of a peer: IPv4 as four decimal numbers,
///      IPv6 as in RFC 5952. It is one that a peer can come from: not unspecified (0.0.0.0/8, ::), link-local
///      (169.254.0.0/16, fe80::/10), multicast (224.0.0.0/4, ff00::/8), reserved or broadcast (240.0.0.0/4), nor an IPv4
///      address in the form of an IPv6 one (::ffff:0:0/96), which nodes write as IPv4.
library Host {
    uint256 private constant MAX_IPV4 = 15;
    uint256 private constant MAX_IPV6 = 39;
    uint256 private constant MAX_NAME = 253;
    uint256 private constant MAX_LABEL = 63;

    /// @dev Bit c is set when the character c may stand in a host name, between the dots: A-Z a-z 0-9 _ -
    uint256 private constant LABEL_CHARACTERS = 0x07fffffe87fffffe03ff200000000000;
    uint256 private constant LETTERS = 0x07fffffe07fffffe0000000000000000;

    uint256 private constant DOT = 0x2e;
    uint256 private constant COLON = 0x3a;
    uint256 private constant HYPHEN = 0x2d;
    uint256 private constant NO_GAP = 9;
    uint256 private constant NO_DIGIT = 1 << 128;

    /// @notice Whether it is an ip address of a peer, in canonical form.
    function isIp(string calldata host) internal pure returns (bool) {
        (bool isV4, uint256 v4) = _ipv4(bytes(host));
        if (isV4) return v4 >> 24 != 0 && v4 >> 24 < 224 && v4 >> 16 != 0xa9fe;
        (bool isV6, uint256 v6) = _ipv6(bytes(host));
        return isV6 && v6 != 0 && v6 >> 120 != 0xff && v6 >> 118 != 0x3fa && v6 >> 32 != 0xffff;
    }

    /// @notice Whether it is a host name: labels of 1 to 63 characters, joined by dots, 253 in all. A label neither begins
    ///         nor ends with a hyphen. The last one begins with a letter, so nothing takes the name for a number.
    function isName(string calldata host) internal pure returns (bool) {
        bytes calldata text = bytes(host);
        if (text.length == 0 || text.length > MAX_NAME) return false;
        uint256 start = 0;
        for (uint256 i = 0; i <= text.length; ++i) {
            uint256 character = i < text.length ? uint8(text[i]) : DOT;
            if (character == DOT) {
                if (i == start || i - start > MAX_LABEL) return false;
                if (uint8(text[start]) == HYPHEN || uint8(text[i - 1]) == HYPHEN) return false;
                if (i < text.length) start = i + 1;
            } else if ((LABEL_CHARACTERS >> character) & 1 == 0) {
                return false;
            }
        }
        return (LETTERS >> uint8(text[start])) & 1 != 0;
    }

    /// @notice An ip address in canonical form; IPv4 is given as IPv6 nodes have it, ::ffff:0:0/96.
    function write(bytes16 ip) internal pure returns (string memory) {
        uint256 value = uint128(ip);
        return string(value >> 32 == 0xffff ? _writeIpv4(uint32(value)) : _writeIpv6(value));
    }

    /// @notice A host without the brackets around it that an IPv6 address has in an URL.
    function withoutBrackets(string calldata host) internal pure returns (string calldata) {
        bytes calldata text = bytes(host);
        if (bytes1(text) != "[" || text[text.length - 1] != "]") return host;
        return host[1:text.length - 1];
    }

    /// @dev Four decimal numbers up to 255, without leading zeros. A dot behind the last makes all four alike.
    function _ipv4(bytes calldata text) private pure returns (bool valid, uint256 value) {
        uint256 left = text.length;
        if (left > MAX_IPV4) return (false, 0);
        unchecked {
            uint256 word = uint256(bytes32(text)) | (DOT << (248 - 8 * left));
            uint256 numbers = 0;
            uint256 number = NO_DIGIT;
            for (++left; left != 0; --left) {
                uint256 character = word >> 248;
                word <<= 8;
                if (character != DOT) {
                    character -= 0x30;
                    if (character > 9 || number == 0) return (false, 0);
                    number = number == NO_DIGIT ? character : number * 10 + character;
                } else {
                    if (number > 255) return (false, 0);
                    value = (value << 8) | number;
                    ++numbers;
                    number = NO_DIGIT;
                }
            }
            valid = numbers == 4;
        }
    }

    /// @dev Up to eight groups of lower-case hex digits without leading zeros; `::` stands for the groups that are left
    ///      out.
    function _ipv6(bytes calldata text) private pure returns (bool valid, uint256 value) {
        if (text.length < 2 || text.length > MAX_IPV6) return (false, 0);
        uint256 groups = 0;
        uint256 gap = NO_GAP; // how many groups stand before `::`
        uint256 digits = 0;
        uint256 group = 0;
        for (uint256 i = 0; i <= text.length; ++i) {
            uint256 character = i < text.length ? uint8(text[i]) : COLON;
            if (character != COLON) {
                uint256 digit = _hexDigit(character);
                if (digit > 15 || digits == 4 || (digits != 0 && group == 0)) return (false, 0);
                group = (group << 4) | digit;
                ++digits;
            } else if (digits != 0) {
                if (groups == 8) return (false, 0);
                value = (value << 16) | group;
                ++groups;
                (digits, group) = (0, 0);
            } else if (i == text.length) {
                if (gap != groups) return (false, 0);
            } else if (i != 0) {
                if (gap != NO_GAP) return (false, 0);
                gap = groups;
            } else if (uint8(text[1]) != COLON) {
                return (false, 0);
            }
        }
        if (gap != NO_GAP) {
            if (groups > 6) return (false, 0);
            uint256 behind = 16 * (groups - gap);
            value = ((value >> behind) << (16 * (8 - gap))) | (value & ((1 << behind) - 1));
        } else if (groups != 8) {
            return (false, 0);
        }
        return (_isGapCanonical(value, gap, 8 - groups), value);
    }

    function _isGapCanonical(uint256 value, uint256 gap, uint256 length) private pure returns (bool) {
        (uint256 longest, uint256 longestAt) = _longestGap(value);
        return gap == longestAt && (gap == NO_GAP || length == longest);
    }

    /// @dev `::` stands for the longest run of zero groups, the first of these; one group alone is written as 0.
    function _longestGap(uint256 value) private pure returns (uint256 longest, uint256 longestAt) {
        (longest, longestAt) = (1, NO_GAP);
        uint256 run = 0;
        for (uint256 i = 0; i < 8; ++i) {
            run = _group(value, i) == 0 ? run + 1 : 0;
            if (run > longest) (longest, longestAt) = (run, i + 1 - run);
        }
    }

    function _group(uint256 value, uint256 index) private pure returns (uint256) {
        return uint16(value >> (16 * (7 - index)));
    }

    function _writeIpv4(uint32 value) private pure returns (bytes memory text) {
        for (uint256 i = 0; i < 4; ++i) {
            text = abi.encodePacked(text, i == 0 ? "" : ".", _number(uint8(value >> (24 - 8 * i)), 10));
        }
    }

    function _writeIpv6(uint256 value) private pure returns (bytes memory text) {
        (uint256 length, uint256 gap) = _longestGap(value);
        for (uint256 i = 0; i < 8; ++i) {
            if (i == gap) {
                text = abi.encodePacked(text, i == 0 ? "::" : ":");
                i += length - 1;
            } else {
                text = abi.encodePacked(text, _number(_group(value, i), 16), i == 7 ? "" : ":");
            }
        }
    }

    function _number(uint256 value, uint256 base) private pure returns (bytes memory text) {
        do {
            uint256 digit = value % base;
            text = abi.encodePacked(uint8(digit < 10 ? 0x30 + digit : 0x57 + digit), text);
            value /= base;
        } while (value != 0);
    }

    /// @dev 16 for what is no lower-case hex digit.
    function _hexDigit(uint256 character) private pure returns (uint256) {
        if (character >= 0x30 && character <= 0x39) return character - 0x30;
        if (character >= 0x61 && character <= 0x66) return character - 0x57;
        return 16;
    }
}
