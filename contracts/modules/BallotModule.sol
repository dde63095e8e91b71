// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {ModuleName} from "../libraries/ModuleName.sol";
import {RulesBase} from "../rules/RulesBase.sol";
import {SignedVotes} from "../rules/SignedVotes.sol";
import {Voices} from "../rules/Voices.sol";
import {Suite} from "../types/Suite.sol";
import {Module} from "./Module.sol";

/// @title BallotModule
/// @notice Votes that are signed, and how votes are counted where a policy says who votes.
contract BallotModule is Module, SignedVotes, Voices {
    constructor(Suite memory suite) RulesBase(suite) {}

    function _decides() internal pure override returns (string memory) {
        return ModuleName.BALLOTS;
    }
}
