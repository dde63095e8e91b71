// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title The curve of Ethereum's keys: y² = x³ + 7 over the field of P, with N points (SEC 2, section 2.4.1)
library Secp256k1 {
    uint256 internal constant P = 0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2f;
    uint256 internal constant N = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;

    /// @notice Whether these are the coordinates of a point, each less than P.
    function isPoint(uint256 x, uint256 y) internal pure returns (bool) {
        return x < P && y < P && mulmod(y, y, P) == ySquared(x);
    }

    function ySquared(uint256 x) internal pure returns (uint256) {
        return addmod(mulmod(mulmod(x, x, P), x, P), 7, P);
    }
}
