// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IModule} from "../interfaces/IModule.sol";
import {RulesBase} from "../rules/RulesBase.sol";
import {Suite} from "../types/Suite.sol";

/// @title What the modules have in common
abstract contract Module is IModule, RulesBase {
    /// @inheritdoc IModule
    function createdFor() external view returns (Suite memory) {
        return _suite();
    }
}
