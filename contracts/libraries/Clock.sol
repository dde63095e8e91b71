// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title The time in seconds, whatever the consensus
library Clock {
    /// @dev 10^17 nanoseconds is the year 1973, and so are 10^14 microseconds and 10^11 milliseconds; 10^11 seconds is the
    ///      year 5138.
    uint256 private constant NANOSECONDS_FROM = 1e17;
    uint256 private constant MICROSECONDS_FROM = 1e14;
    uint256 private constant MILLISECONDS_FROM = 1e11;

    /// @notice Seconds since 1970. On Raft networks a block's timestamp is in nanoseconds, on some others in microseconds
    ///         or milliseconds, on most in seconds.
    function nowSeconds() internal view returns (uint256) {
        if (block.timestamp > NANOSECONDS_FROM) return block.timestamp / 1e9;
        if (block.timestamp > MICROSECONDS_FROM) return block.timestamp / 1e6;
        if (block.timestamp > MILLISECONDS_FROM) return block.timestamp / 1e3;
        return block.timestamp;
    }
}
