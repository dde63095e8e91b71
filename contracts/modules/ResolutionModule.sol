// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {ModuleName} from "../libraries/ModuleName.sol";
import {ByPolicy} from "../rules/ByPolicy.sol";
import {Resolutions} from "../rules/Resolutions.sol";
import {RulesBase} from "../rules/RulesBase.sol";
import {Suite} from "../types/Suite.sol";
import {Module} from "./Module.sol";

/// @title ResolutionModule
/// @notice Several changes that are decided as one, and how they are carried out; and single ones that organisations do
///         alone at first, where a policy says otherwise.
contract ResolutionModule is Module, Resolutions, ByPolicy {
    constructor(Suite memory suite) RulesBase(suite) {}

    function _decides() internal pure override returns (string memory) {
        return ModuleName.RESOLUTIONS;
    }
}
