// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {ModuleName} from "../libraries/ModuleName.sol";
import {PolicyRules} from "../rules/PolicyRules.sol";
import {RulesBase} from "../rules/RulesBase.sol";
import {Voices} from "../rules/Voices.sol";
import {Suite} from "../types/Suite.sol";
import {Module} from "./Module.sol";

/// @title PolicyModule
/// @notice Who votes on what, and how their votes are counted.
contract PolicyModule is Module, PolicyRules, Voices {
    constructor(Suite memory suite) RulesBase(suite) {}

    function _decides() internal pure override returns (string memory) {
        return ModuleName.POLICIES;
    }
}
