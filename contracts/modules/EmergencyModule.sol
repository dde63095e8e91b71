// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {ModuleName} from "../libraries/ModuleName.sol";
import {Emergencies} from "../rules/Emergencies.sol";
import {RulesBase} from "../rules/RulesBase.sol";
import {Suite} from "../types/Suite.sol";
import {Module} from "./Module.sol";

/// @title EmergencyModule
/// @notice What is suspended at once, and ends by itself.
contract EmergencyModule is Module, Emergencies {
    constructor(Suite memory suite) RulesBase(suite) {}

    function _decides() internal pure override returns (string memory) {
        return ModuleName.EMERGENCIES;
    }
}
