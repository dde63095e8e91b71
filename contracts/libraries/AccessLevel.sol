// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title What an access level lets an account do
/// @dev Levels: 0 read only, 1 transfer, 2 deploy, 3 full, 4 call, 5 transfer and call, 6 transfer and deploy,
///      7 call and deploy.
library AccessLevel {
    uint8 internal constant FULL = 3;
    uint8 internal constant LAST = 7;

    uint256 internal constant TRANSFER = 1;
    uint256 internal constant DEPLOY = 2;
    uint256 internal constant CALL = 3;

    /// @dev One byte for each level, the lowest first. In it, bit 1 is transfer, bit 2 deploy, bit 3 call.
    uint256 private constant MATRIX = 0x0c_06_0a_08_0e_04_02_00;

    /// @notice Whether `level` covers a transaction of the given type. Unknown levels and types cover nothing.
    function allows(uint256 level, uint256 transactionType) internal pure returns (bool) {
        if (level > LAST || transactionType == 0 || transactionType > CALL) return false;
        return (MATRIX >> (level * 8 + transactionType)) & 1 == 1;
    }

    /// @notice The type of a transaction: no target deploys, a payload calls, anything else transfers.
    function typeOf(address target, uint256 payloadLength) internal pure returns (uint256) {
        if (target == address(0)) return DEPLOY;
        return payloadLength > 0 ? CALL : TRANSFER;
    }
}
