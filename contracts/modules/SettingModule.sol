// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {ModuleName} from "../libraries/ModuleName.sol";
import {BootRules} from "../rules/BootRules.sol";
import {SettingRules} from "../rules/SettingRules.sol";
import {RulesBase} from "../rules/RulesBase.sol";
import {Suite} from "../types/Suite.sol";
import {Module} from "./Module.sol";

/// @title SettingModule
/// @notice The boot, and what the network admins set for the whole network.
contract SettingModule is Module, BootRules, SettingRules {
    constructor(Suite memory suite) RulesBase(suite) {}

    function _decides() internal pure override returns (string memory) {
        return ModuleName.SETTINGS;
    }
}
