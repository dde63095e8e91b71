// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {ModuleName} from "../libraries/ModuleName.sol";
import {RulesBase} from "../rules/RulesBase.sol";
import {Voting} from "../rules/Voting.sol";
import {Suite} from "../types/Suite.sol";
import {Module} from "./Module.sol";

/// @title DecisionModule
/// @notice Votes, and what becomes of a proposal that is decided, withdrawn or expired.
contract DecisionModule is Module, Voting {
    constructor(Suite memory suite) RulesBase(suite) {}

    function _decides() internal pure override returns (string memory) {
        return ModuleName.DECISIONS;
    }
}
