// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IModule} from "../interfaces/IModule.sol";
import {RulesBase} from "../rules/RulesBase.sol";
import {Suite} from "../types/Suite.sol";

/// @title What the modules have in common
abstract contract Module is IModule, RulesBase {
    /// @inheritdoc IModule
    function describe() external view returns (string memory decides, Suite memory createdFor) {
        return (_decides(), _suite());
    }

    function _decides() internal pure virtual returns (string memory);
}
