// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IManaged} from "./IManaged.sol";

/// @title Until when an account, a node or an organisation is held
/// @notice Held is what an emergency measure has suspended: it ends by itself. The record says that it is held, or was, so
///         for others nothing has to be read in addition.
interface IHeld is IManaged {
    /// @notice Returns until when something is held, or was last.
    /// @param index Its index, from 1 on.
    /// @return In seconds since 1970; 0 if it never was.
    function heldUntil(uint256 index) external view returns (uint256);
}
