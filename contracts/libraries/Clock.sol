// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title Time that is right on every consensus
library Clock {
    /// @dev 10^14 seconds is the year 3,170,843; 10^14 nanoseconds is the second day of 1970.
    uint256 private constant NANOSECONDS_FROM = 1e14;

    /// @notice Seconds since 1970. Raft networks put nanoseconds into a block's timestamp, the others seconds.
    function nowSeconds() internal view returns (uint256) {
        return block.timestamp > NANOSECONDS_FROM ? block.timestamp / 1e9 : block.timestamp;
    }
}
