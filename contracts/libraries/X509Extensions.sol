// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Certificate, KeyUse, PathLength} from "../types/Certificate.sol";
import {Part} from "../types/Part.sol";
import {Der} from "./Der.sol";

/// @title What a certificate says beside names, dates and key (RFC 5280, section 4.2)
/// @dev Understood are basicConstraints and keyUsage, critical or not. Any other that is critical is refused. Of those that
///      are not, extKeyUsage is noted, and each has to be one element of DER.
library X509Extensions {
    bytes32 private constant KEY_USAGE = hex"0603551d0f";
    bytes32 private constant BASIC_CONSTRAINTS = hex"0603551d13";
    bytes32 private constant PURPOSES = hex"0603551d25";
    bytes32 private constant ANY_PURPOSE = hex"0604551d2500";

    /// @dev The octets of the shortest extension: two tags and lengths around it, an identifier of three octets, and two of
    ///      what it says.
    uint256 private constant SHORTEST = 9;

    /// @dev An extension has to be understood, and is not. `id` is its object identifier in DER, with zeros behind it.
    error X509ExtensionUnknown(uint256 at, bytes32 id);
    error X509ExtensionDoubled(uint256 at, bytes32 id);
    /// @dev An extension that says what it may not: no use at all, or the path length of what is no authority.
    error X509ExtensionNotAllowed(uint256 at, bytes32 id);

    /// @notice Reads a list of extensions, which has at least one, into a certificate.
    function read(Part from, Certificate memory certificate) internal pure {
        certificate.pathLength = PathLength.ANY;
        certificate.uses = KeyUse.ANY;
        bytes32[] memory ids = new bytes32[](from.length() / SHORTEST);
        uint256 count = 0;
        do {
            uint256 at = from.at();
            Part content;
            (content, from) = Der.take(from, Der.SEQUENCE);
            bytes32 id = _readOne(content, at, certificate);
            for (uint256 i = 0; i < count; ++i) {
                if (ids[i] == id) revert X509ExtensionDoubled(at, id);
            }
            ids[count++] = id;
        } while (!from.isEmpty());
    }

    function _readOne(Part from, uint256 at, Certificate memory certificate) private pure returns (bytes32 id) {
        bool isCritical;
        (id, from) = Der.identifier(from);
        (isCritical, from) = Der.flag(from);
        Part content = Der.only(from, Der.OCTET_STRING);
        if (id == BASIC_CONSTRAINTS) {
            (certificate.isAuthority, certificate.pathLength) = _constraints(content, at);
        } else if (id == KEY_USAGE) {
            certificate.uses = _uses(content, at);
        } else {
            if (isCritical) revert X509ExtensionUnknown(at, id);
            if (id == PURPOSES) certificate.isLimited = _isLimited(content);
            else Der.requireOne(content);
        }
    }

    function _constraints(Part from, uint256 at) private pure returns (bool isAuthority, uint256 pathLength) {
        Part rest;
        (isAuthority, rest) = Der.flag(Der.only(from, Der.SEQUENCE));
        if (rest.isEmpty()) return (isAuthority, PathLength.ANY);
        (pathLength, rest) = Der.number(rest);
        Der.requireEmpty(rest);
        if (!isAuthority) revert X509ExtensionNotAllowed(at, BASIC_CONSTRAINTS);
    }

    /// @dev A list of named bits: those behind the last one that is set are left out, so that the last bit is set.
    function _uses(Part from, uint256 at) private pure returns (uint256 uses) {
        bytes calldata bits = Der.only(from, Der.BIT_STRING).octets();
        if (bits.length < 2 || bits.length > 3) revert X509ExtensionNotAllowed(at, KEY_USAGE);
        uint256 unused = uint8(bits[0]);
        uint256 last = uint8(bits[bits.length - 1]);
        if (unused > 7 || last & ((2 << unused) - 1) != 1 << unused) revert X509ExtensionNotAllowed(at, KEY_USAGE);
        uses = uint16(bytes2(bits[1:]));
    }

    function _isLimited(Part from) private pure returns (bool isLimited) {
        isLimited = true;
        from = Der.only(from, Der.SEQUENCE);
        do {
            bytes32 id;
            (id, from) = Der.identifier(from);
            if (id == ANY_PURPOSE) isLimited = false;
        } while (!from.isEmpty());
    }
}
