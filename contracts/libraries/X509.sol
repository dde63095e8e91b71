// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Certificate} from "../types/Certificate.sol";
import {Part, PartPlaces} from "../types/Part.sol";
import {Der} from "./Der.sol";
import {Secp256k1} from "./Secp256k1.sol";
import {X509Extensions} from "./X509Extensions.sol";
import {X509Names} from "./X509Names.sol";
import {X509Time} from "./X509Time.sol";

/// @title Certificates of X.509, version 3 (RFC 5280), of keys on secp256k1, signed by ECDSA with SHA-256
/// @dev What is not DER, or leaves open what it means, is refused. Each refusal has an error of its own, with the place in
///      the certificate (see Der) or with what stands there. The name of the issuer is not looked into: it counts only
///      where it is to the letter that of a certificate that was read.
///
///      Nothing is asked of the time, of the chain above a certificate, or of what its names mean: whoever uses it does
///      that.
library X509 {
    /// @dev A serial number has at most 20 octets, and the first bit says that it is not negative.
    uint256 private constant SERIAL_BITS = 159;

    /* WHAT IS ALWAYS WRITTEN THE SAME, AND HOW LONG IT IS */

    bytes32 private constant VERSION_3 = hex"a003020102";
    uint256 private constant VERSION_LENGTH = 5;
    /// @dev ecdsa-with-SHA256, without parameters (RFC 5758).
    bytes32 private constant SIGNATURE_ALGORITHM = hex"300a06082a8648ce3d040302";
    uint256 private constant SIGNATURE_ALGORITHM_LENGTH = 12;
    /// @dev id-ecPublicKey (RFC 5480) with the curve secp256k1 (SEC 2).
    bytes32 private constant KEY_ALGORITHM = hex"301006072a8648ce3d020106052b8104000a";
    uint256 private constant KEY_ALGORITHM_LENGTH = 18;
    /// @dev What a point begins with if both coordinates follow, and how many octets it has then.
    uint256 private constant UNCOMPRESSED = 0x04;
    uint256 private constant POINT_LENGTH = 65;

    /// @dev `version` as it is written: 2 stands for version 3; 0, or nothing at all, for version 1.
    error X509VersionNotAllowed(uint256 version);
    error X509SerialNotAllowed(uint256 serial);
    /// @dev A signature by something else than ECDSA with SHA-256.
    error X509SignatureAlgorithmNotAllowed(uint256 at, bytes algorithm);
    /// @dev A key of another kind, or on another curve, than secp256k1.
    error X509KeyAlgorithmNotAllowed(uint256 at, bytes algorithm);
    /// @dev No point of secp256k1 that is written in full: 04, x and y.
    error X509PointNotAllowed(uint256 at, bytes point);
    /// @dev A number that tells apart issuers, or subjects, of the same name: nobody must have one.
    error X509UniqueIdNotAllowed(uint256 at);
    /// @dev Both numbers are more than 0 and less than the order of the curve.
    error X509SignatureNotAllowed(uint256 r, uint256 s);

    /// @notice What a certificate in DER says. Whoever calls it cannot rely on that before `isSignedBy`.
    function read(bytes calldata der) internal pure returns (Certificate memory certificate) {
        Part all = Der.only(PartPlaces.all(der), Der.SEQUENCE);
        (Part signed, Part rest) = Der.take(all, Der.SEQUENCE);
        certificate.digest = sha256(all.before(rest).octets());
        _readSigned(signed, certificate);
        rest = _skipAlgorithm(rest);
        (certificate.r, certificate.s) = _signature(rest);
    }

    /// @notice Whether the key of an account has signed a certificate.
    /// @dev A signature in a certificate fits two keys, and does not say which one: both are tried. It fits two others in
    ///      one of 2^127 cases, where the x of its point is beyond the order of the curve: then it counts as nobody's.
    function isSignedBy(Certificate memory certificate, address issuer) internal pure returns (bool) {
        if (issuer == address(0)) return false;
        (bytes32 digest, bytes32 r, bytes32 s) = (certificate.digest, certificate.r, certificate.s);
        return ecrecover(digest, 27, r, s) == issuer || ecrecover(digest, 28, r, s) == issuer;
    }

    /// @dev TBSCertificate.
    function _readSigned(Part rest, Certificate memory certificate) private pure {
        rest = _skipVersion(rest);
        (certificate.serial, rest) = Der.number(rest);
        if (certificate.serial == 0 || certificate.serial >> SERIAL_BITS != 0)
            revert X509SerialNotAllowed(certificate.serial);
        rest = _skipAlgorithm(rest);

        Part content;
        Part from = rest;
        (, rest) = Der.take(from, Der.SEQUENCE);
        certificate.issuer = keccak256(from.before(rest).octets());

        (content, rest) = Der.take(rest, Der.SEQUENCE);
        (certificate.notBefore, certificate.notAfter) = X509Time.period(content);

        from = rest;
        (content, rest) = Der.take(from, Der.SEQUENCE);
        certificate.subject = keccak256(from.before(rest).octets());
        (certificate.organisation, certificate.role, certificate.name) = X509Names.read(content);

        (content, rest) = Der.take(rest, Der.SEQUENCE);
        certificate.key = _key(content);
        certificate.account = address(uint160(uint256(certificate.key)));

        if (Der.isNext(rest, Der.CONTEXT + 1) || Der.isNext(rest, Der.CONTEXT + 2))
            revert X509UniqueIdNotAllowed(rest.at());
        content = Der.only(rest, Der.CONTEXT_CONSTRUCTED + 3);
        X509Extensions.read(Der.only(content, Der.SEQUENCE), certificate);
    }

    function _skipVersion(Part from) private pure returns (Part) {
        if (from.startsWith(VERSION_3, VERSION_LENGTH)) return from.skip(VERSION_LENGTH);
        if (!Der.isNext(from, Der.CONTEXT_CONSTRUCTED)) revert X509VersionNotAllowed(0);
        (Part content, ) = Der.take(from, Der.CONTEXT_CONSTRUCTED);
        (uint256 version, Part rest) = Der.number(content);
        Der.requireEmpty(rest);
        revert X509VersionNotAllowed(version);
    }

    function _skipAlgorithm(Part from) private pure returns (Part) {
        if (from.startsWith(SIGNATURE_ALGORITHM, SIGNATURE_ALGORITHM_LENGTH))
            return from.skip(SIGNATURE_ALGORITHM_LENGTH);
        (, Part rest) = Der.take(from, Der.SEQUENCE);
        revert X509SignatureAlgorithmNotAllowed(from.at(), from.before(rest).octets());
    }

    /// @dev SubjectPublicKeyInfo.
    function _key(Part from) private pure returns (bytes32) {
        Part rest;
        if (!from.startsWith(KEY_ALGORITHM, KEY_ALGORITHM_LENGTH)) {
            (, rest) = Der.take(from, Der.SEQUENCE);
            revert X509KeyAlgorithmNotAllowed(from.at(), from.before(rest).octets());
        }
        from = from.skip(KEY_ALGORITHM_LENGTH);
        Part bits;
        (bits, rest) = Der.wholeBits(from);
        Der.requireEmpty(rest);
        bytes calldata point = bits.octets();
        if (
            point.length != POINT_LENGTH ||
            uint8(point[0]) != UNCOMPRESSED ||
            !Secp256k1.isPoint(uint256(bytes32(point[1:33])), uint256(bytes32(point[33:])))
        ) revert X509PointNotAllowed(from.at(), point);
        return keccak256(point[1:]);
    }

    /// @dev ECDSA-Sig-Value in a string of bits, with which a certificate ends.
    function _signature(Part from) private pure returns (bytes32, bytes32) {
        (Part bits, Part rest) = Der.wholeBits(from);
        Der.requireEmpty(rest);
        (uint256 r, Part second) = Der.number(Der.only(bits, Der.SEQUENCE));
        (uint256 s, Part end) = Der.number(second);
        Der.requireEmpty(end);
        if (r == 0 || r >= Secp256k1.N || s == 0 || s >= Secp256k1.N) revert X509SignatureNotAllowed(r, s);
        return (bytes32(r), bytes32(s));
    }
}
