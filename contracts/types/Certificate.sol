// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @dev What a certificate of X.509 says, as far as the suite asks. None of it is true before somebody has looked at the
///      signature and at who made it.
struct Certificate {
    /// @dev Of the names of who issued it and of whom it is for, each as it is written in DER: keccak256. Two names are the
    ///      same if they are written the same.
    bytes32 issuer;
    bytes32 subject;
    /// @dev From 1 to 2^159 - 1. An issuer gives each number once.
    uint256 serial;
    /// @dev O, OU and CN of whom it is for. The role is the first OU where there are several.
    string organisation;
    string role;
    string name;
    /// @dev The first and the last second in which it counts, since 1970; CertificateEnd.NONE if there is no last one.
    uint256 notBefore;
    uint256 notAfter;
    /// @dev Its key: keccak256 of x and y. The account of a key is the last 20 bytes of that.
    bytes32 key;
    address account;
    /// @dev Whether it is one of an authority, and how many authorities may stand between it and the last certificate of a
    ///      chain; PathLength.ANY if it does not say.
    bool isAuthority;
    uint256 pathLength;
    /// @dev What the key may be used for: bits of KeyUse; KeyUse.ANY if it does not say.
    uint256 uses;
    /// @dev Whether it says for which purposes it is, such as TLS, and does not say that it is for any (extKeyUsage). Then
    ///      it is for nothing else.
    bool isLimited;
    /// @dev SHA-256 of what the issuer has signed, and the signature. Of the two values of `s` that fit, it has either:
    ///      whoever has a certificate can make another one of it that differs in this alone.
    bytes32 digest;
    bytes32 r;
    bytes32 s;
}

library CertificateEnd {
    /// @dev "No well-defined expiration date" (RFC 5280, section 4.1.2.5), which is written 99991231235959Z.
    uint256 internal constant NONE = type(uint256).max;
}

library PathLength {
    uint256 internal constant ANY = type(uint256).max;
}

/// @dev The bits of keyUsage (RFC 5280, section 4.2.1.3) in their order, the first one highest in 16.
library KeyUse {
    uint256 internal constant DIGITAL_SIGNATURE = 0x8000;
    uint256 internal constant KEY_CERT_SIGN = 0x0400;
    uint256 internal constant CRL_SIGN = 0x0200;
    uint256 internal constant ANY = 0xffff;
}
