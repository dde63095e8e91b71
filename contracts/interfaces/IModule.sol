// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Suite} from "../types/Suite.sol";

/// @title What every module of the implementation promises
/// @notice The implementation would be too large for one contract, so its rules are spread over modules. A module is code
///         without storage: the implementation runs it by DELEGATECALL, so users call a module's functions at the
///         interface's address. Called at its own address, a module refuses everything with NotInterface or NotUpgradable;
///         only the question below is answered there.
interface IModule {
    /// @notice Says what the module is. The implementation accepts a module only in the place for what it decides, and
    ///         only if it was created for the same contracts.
    /// @return decides What the module decides, in words (library ModuleName).
    /// @return createdFor The addresses of the contracts that it was created for.
    function describe() external view returns (string memory decides, Suite memory createdFor);
}
