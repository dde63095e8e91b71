// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {ModuleName} from "../libraries/ModuleName.sol";
import {Endings} from "../rules/Endings.sol";
import {Resolutions} from "../rules/Resolutions.sol";
import {RulesBase} from "../rules/RulesBase.sol";
import {Suite} from "../types/Suite.sol";
import {Module} from "./Module.sol";

/// @title ResolutionModule
/// @notice Several changes that are decided as one, and how they are carried out; and how proposals end that no vote ends.
contract ResolutionModule is Module, Resolutions, Endings {
    constructor(Suite memory suite) RulesBase(suite) {}

    function _decides() internal pure override returns (string memory) {
        return ModuleName.RESOLUTIONS;
    }
}
