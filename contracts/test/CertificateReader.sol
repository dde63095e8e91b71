// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {X509} from "../libraries/X509.sol";
import {Certificate} from "../types/Certificate.sol";

/// @title What certificates say, and who has signed them
contract CertificateReader {
    function read(bytes calldata der) external pure returns (Certificate memory) {
        return X509.read(der);
    }

    function isSignedBy(bytes calldata der, address issuer) external pure returns (bool) {
        return X509.isSignedBy(X509.read(der), issuer);
    }

    /// @notice What it costs to read a certificate, and to look at its signature as well.
    function costs(bytes calldata der, address issuer) external view returns (uint256 reading, uint256 both) {
        uint256 start = gasleft();
        Certificate memory certificate = X509.read(der);
        reading = start - gasleft();
        X509.isSignedBy(certificate, issuer);
        both = start - gasleft();
    }

    /// @notice What becomes of each: the first four bytes with which it is refused, or zeros, and whether the account has
    ///         signed it.
    function readAll(
        bytes[] calldata ders,
        address issuer
    ) external view returns (bytes4[] memory refusals, bool[] memory signed) {
        (refusals, signed) = (new bytes4[](ders.length), new bool[](ders.length));
        for (uint256 i = 0; i < ders.length; ++i) {
            try this.isSignedBy(ders[i], issuer) returns (bool isSigned) {
                signed[i] = isSigned;
            } catch (bytes memory reason) {
                // A refusal without a reason has no name either.
                refusals[i] = reason.length < 4 ? bytes4(0xffffffff) : bytes4(reason);
            }
        }
    }
}
