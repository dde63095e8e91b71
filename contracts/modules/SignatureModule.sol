// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {ModuleName} from "../libraries/ModuleName.sol";
import {RulesBase} from "../rules/RulesBase.sol";
import {SignedVotes} from "../rules/SignedVotes.sol";
import {Suite} from "../types/Suite.sol";
import {Module} from "./Module.sol";

/// @title SignatureModule
/// @notice What is signed about a proposal, and the votes that are signed.
contract SignatureModule is Module, SignedVotes {
    constructor(Suite memory suite) RulesBase(suite) {}

    function _decides() internal pure override returns (string memory) {
        return ModuleName.SIGNATURES;
    }
}
