// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {ModuleName} from "../libraries/ModuleName.sol";
import {Concerns} from "../rules/Concerns.sol";
import {PolicyRules} from "../rules/PolicyRules.sol";
import {RulesBase} from "../rules/RulesBase.sol";
import {Suite} from "../types/Suite.sol";
import {Module} from "./Module.sol";

/// @title PolicyModule
/// @notice Who votes on what, how many votes are needed, and who acts alone.
contract PolicyModule is Module, PolicyRules, Concerns {
    constructor(Suite memory suite) RulesBase(suite) {}

    function _decides() internal pure override returns (string memory) {
        return ModuleName.POLICIES;
    }
}
