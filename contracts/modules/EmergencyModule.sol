// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {ModuleName} from "../libraries/ModuleName.sol";
import {Emergencies} from "../rules/Emergencies.sol";
import {Endings} from "../rules/Endings.sol";
import {RulesBase} from "../rules/RulesBase.sol";
import {Vetoes} from "../rules/Vetoes.sol";
import {Suite} from "../types/Suite.sol";
import {Module} from "./Module.sol";

/// @title EmergencyModule
/// @notice What stops something: measures that suspend it at once and end by themselves, vetoes, and how else proposals end
///         that no vote ends.
contract EmergencyModule is Module, Emergencies, Endings, Vetoes {
    constructor(Suite memory suite) RulesBase(suite) {}

    function _decides() internal pure override returns (string memory) {
        return ModuleName.EMERGENCIES;
    }
}
