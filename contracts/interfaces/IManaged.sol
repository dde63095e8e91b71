// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title What every manager promises
/// @notice Managers store and answer; what may be stored is decided by the implementation. Functions under the header
///         SEAM are for the current implementation alone and revert with NotImplementation for everybody else. They name
///         organisations, roles and nodes by the index of their record, from 1 on; 0 means none.
/// @dev Pages: `from` is the 0-based place of the first record, `count` how many at most. A page beyond the end is empty.
interface IManaged {
    error NotImplementation(address caller);
    /// @dev At creation: it obeys an upgradable contract from the start.
    error ZeroAddress();
    /// @dev A list holds 16,777,215 records at most. Every function that adds one may refuse it so.
    error TooMany();

    /// @notice The contract that says who the current implementation is.
    function getPermUpgradable() external view returns (address);
}
