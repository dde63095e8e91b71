// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Secp256k1} from "./Secp256k1.sol";

/// @title Enode ids: the public key of a node, a point of the curve secp256k1, as 128 lower-case hex digits
/// @dev Nodes stop at an enode id that is no point of the curve. A point is known from its x up to the sign of its y.
///
///      All 32 digits of a word are handled at once, one digit in each byte.
library EnodeId {
    uint256 private constant P = Secp256k1.P;
    uint256 private constant ONES = 0x0101010101010101010101010101010101010101010101010101010101010101;

    error EnodeIdNotAllowed(string enodeId);
    error EnodeIdNotOnCurve(string enodeId);

    /// @notice The x of an enode id. Refuses anything but 128 lower-case hex digits that are a point of the curve.
    function parse(string calldata enodeId) internal pure returns (uint256 x) {
        bytes calldata text = bytes(enodeId);
        if (text.length != 128) revert EnodeIdNotAllowed(enodeId);

        (bool a, uint256 first) = _digits(uint256(bytes32(text[0:32])));
        (bool b, uint256 second) = _digits(uint256(bytes32(text[32:64])));
        (bool c, uint256 third) = _digits(uint256(bytes32(text[64:96])));
        (bool d, uint256 fourth) = _digits(uint256(bytes32(text[96:128])));
        if (!(a && b && c && d)) revert EnodeIdNotAllowed(enodeId);

        x = (first << 128) | second;
        uint256 y = (third << 128) | fourth;
        if (!Secp256k1.isPoint(x, y)) revert EnodeIdNotOnCurve(enodeId);
    }

    /// @notice The two enode ids with this x, which must be the x of a point: they differ in the sign of y.
    function format(uint256 x) internal view returns (string memory one, string memory other) {
        uint256 y = _squareRoot(Secp256k1.ySquared(x));
        return (write(x, y), write(x, P - y));
    }

    /// @notice The enode id of a point, given as its two halves; any other numbers give the id of no node.
    function write(uint256 x, uint256 y) internal pure returns (string memory) {
        return
            string(
                abi.encodePacked(
                    _text(x >> 128),
                    _text(x & type(uint128).max),
                    _text(y >> 128),
                    _text(y & type(uint128).max)
                )
            );
    }

    /// @dev A root of a square modulo P: its power (P + 1) / 4, by the precompiled contract 5 (EIP-198). No point has the
    ///      y 0, so the other root is P less this one.
    function _squareRoot(uint256 square) private view returns (uint256 root) {
        (, bytes memory answer) = address(5).staticcall(abi.encode(32, 32, 32, square, (P + 1) / 4, P));
        return abi.decode(answer, (uint256));
    }

    /// @dev 32 characters to the 16 bytes they stand for. Digits have bit 6 clear, letters have it set, and the four
    ///      lowest bits of a letter are its value less 9.
    function _digits(uint256 text) private pure returns (bool valid, uint256 value) {
        unchecked {
            uint256 letters = (text >> 6) & ONES;
            value = (text & (ONES * 0x0f)) + letters * 9;
            // A letter must be worth 10 to 15 and a digit 0 to 9, and writing the value again must give the same text.
            valid =
                value & (ONES * 0x10) == 0 &&
                ((value + ONES * 6) >> 4) & ONES == letters &&
                text == value + ONES * 0x30 + letters * 0x27;
        }
        value = (value | (value >> 4)) & 0x00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff;
        value = (value | (value >> 8)) & 0x0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff;
        value = (value | (value >> 16)) & 0x00000000ffffffff00000000ffffffff00000000ffffffff00000000ffffffff;
        value = (value | (value >> 32)) & 0x0000000000000000ffffffffffffffff0000000000000000ffffffffffffffff;
        value = (value | (value >> 64)) & type(uint128).max;
    }

    /// @dev The way back: 16 bytes to 32 characters.
    function _text(uint256 value) private pure returns (uint256 text) {
        text = (value | (value << 64)) & 0x0000000000000000ffffffffffffffff0000000000000000ffffffffffffffff;
        text = (text | (text << 32)) & 0x00000000ffffffff00000000ffffffff00000000ffffffff00000000ffffffff;
        text = (text | (text << 16)) & 0x0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff;
        text = (text | (text << 8)) & 0x00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff;
        text = (text | (text << 4)) & (ONES * 0x0f);
        unchecked {
            uint256 letters = ((text + ONES * 6) >> 4) & ONES;
            text = text + ONES * 0x30 + letters * 0x27;
        }
    }
}
