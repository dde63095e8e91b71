// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @dev A part of some octets of the call data, in one word:
///
///      | bits    | field                                              |
///      | ------- | -------------------------------------------------- |
///      | 0-63    | how many octets it has                             |
///      | 64-127  | where the octets begin of which it is a part       |
///      | 128-255 | where it begins; both are places in the call data  |
///
///      It is made of all octets, and of a part only smaller ones are made: none reaches beyond them.
type Part is uint256;

using PartPlaces for Part global;

library PartPlaces {
    uint256 private constant WHOLE = 64;
    uint256 private constant START = 128;

    /// @dev All octets.
    function all(bytes calldata whole) internal pure returns (Part) {
        uint256 start;
        // It asks where the octets are, and reads none.
        assembly ("memory-safe") {
            start := whole.offset
        }
        return Part.wrap((start << START) | (start << WHOLE) | whole.length);
    }

    /* READING */

    function length(Part part) internal pure returns (uint256) {
        return uint64(Part.unwrap(part));
    }

    function isEmpty(Part part) internal pure returns (bool) {
        return length(part) == 0;
    }

    /// @dev How many octets of the whole stand before it.
    function at(Part part) internal pure returns (uint256) {
        return (Part.unwrap(part) >> START) - uint64(Part.unwrap(part) >> WHOLE);
    }

    function octets(Part part) internal pure returns (bytes calldata text) {
        uint256 start = Part.unwrap(part) >> START;
        uint256 size = length(part);
        // The part lies within the call data.
        assembly ("memory-safe") {
            text.offset := start
            text.length := size
        }
    }

    /// @dev Its first 32 octets. Where it has fewer, whatever follows them: they alone may be used then.
    function word(Part part) internal pure returns (uint256 value) {
        uint256 start = Part.unwrap(part) >> START;
        // It reads call data. What is beyond its end are zeros.
        assembly ("memory-safe") {
            value := calldataload(start)
        }
    }

    /// @dev The same with zeros in place of what follows it.
    function padded(Part part) internal pure returns (bytes32) {
        uint256 size = length(part);
        if (size >= 32) return bytes32(word(part));
        // At most 256 bits are left out.
        unchecked {
            uint256 others = 256 - 8 * size;
            return bytes32((word(part) >> others) << others);
        }
    }

    /// @param count How many octets of `text` it must begin with, from 1 to 32.
    function startsWith(Part part, bytes32 text, uint256 count) internal pure returns (bool) {
        // At most 248 bits are left out.
        unchecked {
            return length(part) >= count && (word(part) ^ uint256(text)) >> (256 - 8 * count) == 0;
        }
    }

    /* PARTS OF IT */

    /// @param count No more than it has.
    function first(Part part, uint256 count) internal pure returns (Part) {
        return Part.wrap(((Part.unwrap(part) >> WHOLE) << WHOLE) | count);
    }

    /// @dev What follows its first octets.
    /// @param count No more than it has.
    function skip(Part part, uint256 count) internal pure returns (Part) {
        // The place grows by as much as the length shrinks, and neither leaves its bits.
        unchecked {
            return Part.wrap(Part.unwrap(part) + (count << START) - count);
        }
    }

    /// @dev What stands before `rest`, with which it ends.
    function before(Part part, Part rest) internal pure returns (Part) {
        // What it ends with is not longer than itself.
        unchecked {
            return first(part, length(part) - length(rest));
        }
    }
}
