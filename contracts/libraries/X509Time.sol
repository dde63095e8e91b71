// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {CertificateEnd} from "../types/Certificate.sol";
import {Part} from "../types/Part.sol";
import {Der} from "./Der.sol";

/// @title When a certificate counts (RFC 5280, section 4.1.2.5)
/// @dev A time is written in one way: with seconds, in UTC, until 2049 with two digits of the year (UTCTime) and after it
///      with four (GeneralizedTime). There are no leap seconds.
library X509Time {
    uint256 private constant UTC_LENGTH = 13;
    uint256 private constant GENERALIZED_LENGTH = 15;
    uint256 private constant ZULU = uint8(bytes1("Z"));

    /// @dev Fourteen characters, as all that is compared with them: YYYYMMDDhhmmss. Of digits, the later time is the larger
    ///      number.
    uint256 private constant GENERALIZED_FROM = uint112(bytes14("20500101000000"));
    uint256 private constant NO_END = uint112(bytes14("99991231235959"));
    uint256 private constant ONES = 0x0101010101010101010101010101;
    uint256 private constant PAIRS = 0x00ff00ff00ff00ff00ff00ff00ff;

    /// @dev What two digits of a year stand behind: from 50 on the last century, up to 49 this one.
    uint256 private constant CENTURY_20 = uint112(bytes14("19"));
    uint256 private constant CENTURY_21 = uint112(bytes14("20"));
    uint256 private constant PIVOT = uint96(bytes12("5"));

    /// @dev Bit m is set if the month m has 30 days: April, June, September, November.
    uint256 private constant SHORT_MONTHS = 0xa50;

    /// @dev Days before 1970, from a first of March on that the formula counts from.
    uint256 private constant DAYS_BEFORE_1970 = 719_469;

    /// @dev No time of a certificate, or one before 1970.
    error X509TimeNotAllowed(uint256 at, bytes text);
    error X509PeriodNotAllowed(uint256 notBefore, uint256 notAfter);

    /// @notice The first and the last second in which a certificate counts, since 1970.
    function period(Part from) internal pure returns (uint256 notBefore, uint256 notAfter) {
        Part rest;
        uint256 digits;
        (digits, rest) = _digits(from);
        notBefore = _seconds(from, digits);
        Part end = rest;
        (digits, rest) = _digits(end);
        notAfter = digits == NO_END ? CertificateEnd.NONE : _seconds(end, digits);
        Der.requireEmpty(rest);
        if (notBefore > notAfter) revert X509PeriodNotAllowed(notBefore, notAfter);
    }

    /// @dev The fourteen digits of a time, as they are written in a GeneralizedTime.
    function _digits(Part from) private pure returns (uint256 digits, Part rest) {
        uint256 tag;
        Part content;
        (tag, content, rest) = Der.next(from);
        uint256 word = content.word();
        uint256 zone;
        bool isShort = tag == Der.UTC_TIME && content.length() == UTC_LENGTH;
        if (isShort) {
            (digits, zone) = (word >> 160, uint8(word >> 152));
            digits |= digits < PIVOT ? CENTURY_21 : CENTURY_20;
        } else if (tag == Der.GENERALIZED_TIME && content.length() == GENERALIZED_LENGTH) {
            (digits, zone) = (word >> 144, uint8(word >> 136));
        }
        if (zone != ZULU || !_areDigits(digits) || isShort != (digits < GENERALIZED_FROM))
            revert X509TimeNotAllowed(from.at(), content.octets());
    }

    /// @dev The digits 0 to 9 are 0x30 to 0x39.
    function _areDigits(uint256 text) private pure returns (bool) {
        // No octet of a sum is more than 0x15, so that nothing is carried into the next one.
        unchecked {
            return text & (ONES * 0xf0) == ONES * 0x30 && ((text & (ONES * 0x0f)) + ONES * 6) & (ONES * 0x10) == 0;
        }
    }

    function _seconds(Part from, uint256 digits) private pure returns (uint256) {
        // Numbers of four digits and of two: nothing overflows.
        unchecked {
            // Each digit in an octet, and then each two of them as a number of two octets.
            digits &= ONES * 0x0f;
            uint256 pairs = ((digits >> 8) & PAIRS) * 10 + (digits & PAIRS);
            uint256 year = (pairs >> 96) * 100 + uint16(pairs >> 80);
            (uint256 month, uint256 day) = (uint16(pairs >> 64), uint16(pairs >> 48));
            (uint256 hour, uint256 minute, uint256 second) = (uint16(pairs >> 32), uint16(pairs >> 16), uint16(pairs));
            if (year < 1970 || !_isDay(year, month, day) || hour > 23 || minute > 59 || second > 59) {
                (, Part content, ) = Der.next(from);
                revert X509TimeNotAllowed(from.at(), content.octets());
            }
            return ((_days(year, month, day) * 24 + hour) * 60 + minute) * 60 + second;
        }
    }

    function _isDay(uint256 year, uint256 month, uint256 day) private pure returns (bool) {
        if (day == 0 || month == 0 || month > 12) return false;
        if (month != 2) return day <= ((SHORT_MONTHS >> month) & 1 == 1 ? 30 : 31);
        return day <= (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28);
    }

    /// @dev Days since 1970. Years begin in March here, so that a leap day is the last one of a year, and January and
    ///      February are the months 13 and 14 of the year before. (153 m - 457) / 5 are the days of the months before m.
    function _days(uint256 year, uint256 month, uint256 day) private pure returns (uint256) {
        // Of a day from 1970 on, which is known to be one, each term and the sum are at least 0.
        unchecked {
            if (month < 3) (year, month) = (year - 1, month + 12);
            return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month - 457) / 5 + day - DAYS_BEFORE_1970;
        }
    }
}
