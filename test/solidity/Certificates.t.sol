// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {CertificateReader} from "../../contracts/test/CertificateReader.sol";
import {Certificate} from "../../contracts/types/Certificate.sol";
import {Test} from "./Test.sol";

/// @title Certificates, and anything else that is given for one
/// @dev Whatever it is, it is read or refused with an error of its own. There is no panic and no revert without a reason.
contract CertificatesTest is Test {
    address private constant ISSUER = 0x19E7E376E7C213B7E7e7e46cc70A5dD086DAff2A;
    /// @dev Where what is signed begins and ends, without its head.
    uint256 private constant SIGNED_FROM = 8;
    uint256 private constant SIGNED_TO = 319;
    bytes4 private constant PANIC = bytes4(keccak256("Panic(uint256)"));

    CertificateReader private _reader;
    bytes private _sound;

    function setUp() external {
        _reader = new CertificateReader();
        _sound =
            hex"3082019030820137a0030201020208123456789abcdef0300a06082a8648ce3d0403023030310d300b060355040a0c044f52"
            hex"4731310b3009060355040b0c0243413112301006035504030c094f52473120726f6f74301e170d3236313230313039303030"
            hex"305a170d3237313230313039303030305a302f310d300b060355040a0c044f524731310e300c060355040b0c0561646d696e"
            hex"310e300c06035504030c05616c6963653056301006072a8648ce3d020106052b8104000a03420004466d7fcae563e5cb09a0"
            hex"d1870bb580344804617879a14949cf22285f1bae3f276728176c3c6431f8eeda4538dc37c865e2784f3a9e77d044f33e4077"
            hex"97e1278aa33f303d300c0603551d130101ff04023000300e0603551d0f0101ff040403020780301d0603551d0e04160414ab"
            hex"ababababababababababababababababababab300a06082a8648ce3d040302034700304402201b9dec2a3696673be965dc5d"
            hex"88c00cb836eb214e2f8acafc9747b242d6d2147b022058f05aedf8aea6684180030fce54525169957edf07b75af1a03cbc74"
            hex"19248d36";
    }

    function testSoundIsSigned() external view {
        VM.assertTrue(_reader.isSignedBy(_sound, ISSUER), "signed");
    }

    function testFuzzAnyOctets(bytes calldata der) external view {
        VM.assertFalse(_isRead(der), "read");
    }

    /// @dev The head of a certificate of that length, so that what is in it is looked at.
    function testFuzzAnyOctetsInSequences(bytes calldata signed, bytes calldata others) external view {
        VM.assertFalse(_isRead(_sequence(abi.encodePacked(_sequence(signed), others))), "read");
        bytes memory version = hex"a003020102";
        VM.assertFalse(
            _isRead(_sequence(abi.encodePacked(_sequence(abi.encodePacked(version, signed)), others))),
            "read"
        );
    }

    function testFuzzOctetsChanged(uint256 seed, uint256 count) external view {
        bytes memory der = _sound;
        count = _bound(count, 1, 4);
        for (uint256 i = 0; i < count; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            der[seed % der.length] = bytes1(uint8(seed >> 128));
        }
        _requireTold(der);
    }

    /// @dev Some of its octets are left out, and others stand in their place.
    function testFuzzPartReplaced(uint256 from, uint256 to, bytes calldata others) external view {
        bytes memory der = _sound;
        from = _bound(from, 0, der.length);
        to = _bound(to, from, der.length);
        _requireTold(abi.encodePacked(_slice(der, 0, from), others, _slice(der, to, der.length)));
    }

    /// @dev The same in the signed part, with the lengths around it as they have to be.
    function testFuzzPartOfSignedReplaced(uint256 from, uint256 to, bytes calldata others) external view {
        bytes memory der = _sound;
        from = _bound(from, SIGNED_FROM, SIGNED_TO);
        to = _bound(to, from, SIGNED_TO);
        bytes memory signed = abi.encodePacked(_slice(der, SIGNED_FROM, from), others, _slice(der, to, SIGNED_TO));
        _requireTold(_sequence(abi.encodePacked(_sequence(signed), _slice(der, SIGNED_TO, der.length))));
    }

    /* INTERNAL */

    /// @dev What is not refused is the certificate, or is not signed.
    function _requireTold(bytes memory der) private view {
        if (!_isRead(der) || keccak256(der) == keccak256(_sound)) return;
        VM.assertFalse(_reader.isSignedBy(der, ISSUER), "signed");
    }

    function _isRead(bytes memory der) private view returns (bool) {
        try _reader.read(der) returns (Certificate memory) {
            return true;
        } catch (bytes memory reason) {
            VM.assertTrue(reason.length >= 4 && bytes4(reason) != PANIC, "an error of its own");
            return false;
        }
    }

    function _sequence(bytes memory content) private pure returns (bytes memory) {
        uint256 length = content.length;
        if (length < 0x80) return abi.encodePacked(hex"30", uint8(length), content);
        if (length < 0x100) return abi.encodePacked(hex"3081", uint8(length), content);
        return abi.encodePacked(hex"3082", uint16(length), content);
    }

    function _slice(bytes memory whole, uint256 from, uint256 to) private pure returns (bytes memory part) {
        part = new bytes(to - from);
        for (uint256 i = 0; i < part.length; ++i) part[i] = whole[from + i];
    }
}
