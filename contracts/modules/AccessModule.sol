// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {ModuleName} from "../libraries/ModuleName.sol";
import {ContractRules} from "../rules/ContractRules.sol";
import {RulesBase} from "../rules/RulesBase.sol";
import {Suite} from "../types/Suite.sol";
import {Module} from "./Module.sol";

/// @title AccessModule
/// @notice Contracts and their methods: whose they are, and who may call them.
contract AccessModule is Module, ContractRules {
    constructor(Suite memory suite) RulesBase(suite) {}

    function _decides() internal pure override returns (string memory) {
        return ModuleName.CONTRACTS;
    }
}
