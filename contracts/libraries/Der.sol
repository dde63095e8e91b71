// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Part} from "../types/Part.sol";

/// @title Elements of ASN.1, as DER writes them (X.690): a tag, how many octets follow, and these
/// @dev There is one way to write a thing, and no other is read: lengths are definite and as short as possible, as are
///      whole numbers. A tag has one octet, and a length is at most 65,535.
///
///      Everything is read from a Part, and no element reaches beyond the one that it stands in. `at` in an error is the
///      place in the whole where the element begins: the number that `openssl asn1parse` prints in front of it.
library Der {
    uint256 internal constant BOOLEAN = 0x01;
    uint256 internal constant INTEGER = 0x02;
    uint256 internal constant BIT_STRING = 0x03;
    uint256 internal constant OCTET_STRING = 0x04;
    uint256 internal constant OBJECT_IDENTIFIER = 0x06;
    uint256 internal constant UTF8_STRING = 0x0c;
    uint256 internal constant PRINTABLE_STRING = 0x13;
    uint256 internal constant UTC_TIME = 0x17;
    uint256 internal constant GENERALIZED_TIME = 0x18;
    uint256 internal constant SEQUENCE = 0x30;
    uint256 internal constant SET = 0x31;
    /// @dev `[0]`, primitive and constructed. The others follow it.
    uint256 internal constant CONTEXT = 0x80;
    uint256 internal constant CONTEXT_CONSTRUCTED = 0xa0;

    /// @dev What a tag of more than one octet begins with, beside its class.
    uint256 private constant LONG_TAG = 0x1f;
    uint256 private constant LONG_LENGTH = 0x80;
    uint256 private constant TRUE = 0xff;
    /// @dev An object identifier with its tag and length fits into a word.
    uint256 private constant MAX_IDENTIFIER = 30;
    uint256 private constant HIGHEST_BITS = 0x8080808080808080808080808080808080808080808080808080808080808080;

    /// @dev An element does not end where what it stands in ends, or before; or there is none where one has to be.
    error DerCutOff(uint256 at);
    /// @dev A length that is indefinite, longer than it needs to be, or beyond 65,535.
    error DerLengthNotAllowed(uint256 at);
    /// @dev Another kind of element than has to be there; `wanted` is 0 where any may be, and this is none.
    error DerTagNotAllowed(uint256 at, uint256 tag, uint256 wanted);
    /// @dev Something follows where nothing may.
    error DerOctetsLeft(uint256 at);
    /// @dev No whole number from 0 to 2^256 - 1, or one with more octets than it needs.
    error DerNumberNotAllowed(uint256 at);
    /// @dev Of the two, only true is ever written, as ff: what is false is left out.
    error DerBooleanNotAllowed(uint256 at);
    /// @dev A string of bits that has to consist of whole octets, and does not.
    error DerBitsNotAllowed(uint256 at);
    /// @dev No object identifier, or one of more than 30 octets.
    error DerIdentifierNotAllowed(uint256 at);

    /* ANY ELEMENT */

    /// @notice The first element of a part: its tag, what is in it, and what follows it.
    function next(Part from) internal pure returns (uint256 tag, Part content, Part rest) {
        uint256 word = from.word();
        tag = word >> 248;
        uint256 length = uint8(word >> 240);
        uint256 head = 2;
        uint256 least = 0;
        if (length >= LONG_LENGTH) {
            if (length == LONG_LENGTH + 1) (head, least, length) = (3, LONG_LENGTH, uint8(word >> 232));
            else if (length == LONG_LENGTH + 2) (head, least, length) = (4, 1 << 8, uint16(word >> 224));
            else revert DerLengthNotAllowed(from.at());
        }
        // No sum of two such small numbers overflows.
        unchecked {
            // What was taken for a tag and a length may have been read behind the end: then this refuses it.
            if (head + length > from.length()) revert DerCutOff(from.at());
            if (length < least) revert DerLengthNotAllowed(from.at());
            return (tag, from.skip(head).first(length), from.skip(head + length));
        }
    }

    /// @notice The same where it must have this tag.
    function take(Part from, uint256 wanted) internal pure returns (Part content, Part rest) {
        uint256 tag;
        (tag, content, rest) = next(from);
        if (tag != wanted) revert DerTagNotAllowed(from.at(), tag, wanted);
    }

    /// @notice The same where nothing may follow.
    function only(Part from, uint256 wanted) internal pure returns (Part content) {
        Part rest;
        (content, rest) = take(from, wanted);
        requireEmpty(rest);
    }

    /// @notice Refuses a part that is not one element, of any kind.
    function requireOne(Part from) internal pure {
        (uint256 tag, , Part rest) = next(from);
        if (tag == 0 || tag & LONG_TAG == LONG_TAG) revert DerTagNotAllowed(from.at(), tag, 0);
        requireEmpty(rest);
    }

    function requireEmpty(Part rest) internal pure {
        if (!rest.isEmpty()) revert DerOctetsLeft(rest.at());
    }

    /// @notice Whether an element with this tag comes next.
    function isNext(Part from, uint256 tag) internal pure returns (bool) {
        return !from.isEmpty() && from.word() >> 248 == tag;
    }

    /* OF ONE KIND */

    function number(Part from) internal pure returns (uint256 value, Part rest) {
        Part content;
        (content, rest) = take(from, INTEGER);
        uint256 word = content.word();
        // A number that is not negative begins with a bit that is 0, for which it may need an octet of zeros.
        if (content.isEmpty() || word >> 255 != 0) revert DerNumberNotAllowed(from.at());
        if (content.length() > 1 && word >> 248 == 0) {
            content = content.skip(1);
            word = content.word();
            if (word >> 255 == 0) revert DerNumberNotAllowed(from.at());
        }
        if (content.length() > 32) revert DerNumberNotAllowed(from.at());
        value = word >> (256 - 8 * content.length());
    }

    /// @notice Whether true is written next. What has this may be left out, and is false then.
    function flag(Part from) internal pure returns (bool isTrue, Part rest) {
        if (!isNext(from, BOOLEAN)) return (false, from);
        Part content;
        (content, rest) = take(from, BOOLEAN);
        if (content.length() != 1 || content.word() >> 248 != TRUE) revert DerBooleanNotAllowed(from.at());
        return (true, rest);
    }

    /// @notice The octets that a string of bits consists of.
    function wholeBits(Part from) internal pure returns (Part bits, Part rest) {
        (bits, rest) = take(from, BIT_STRING);
        // The first octet says how many bits of the last one do not count.
        if (!isNext(bits, 0)) revert DerBitsNotAllowed(from.at());
        bits = bits.skip(1);
    }

    /// @notice An object identifier as it is written, with its tag and length, and zeros behind it. The length tells apart
    ///         what differs in zeros alone.
    function identifier(Part from) internal pure returns (bytes32 id, Part rest) {
        Part content;
        (content, rest) = take(from, OBJECT_IDENTIFIER);
        if (content.length() > MAX_IDENTIFIER || !_isIdentifier(content.word(), content.length()))
            revert DerIdentifierNotAllowed(from.at());
        id = from.before(rest).padded();
    }

    /// @dev At least one number. The octets of a number, but for its last one, have the highest bit set; the first one has
    ///      others as well.
    function _isIdentifier(uint256 text, uint256 length) private pure returns (bool) {
        if (length == 0) return false;
        // Numbers of one octet each, as mostly.
        if ((text >> (256 - 8 * length)) & HIGHEST_BITS == 0) return true;
        bool begins = true;
        for (; length > 0; --length) {
            uint256 octet = text >> 248;
            if (begins && octet == 0x80) return false;
            begins = octet < 0x80;
            text <<= 8;
        }
        return begins;
    }
}
