// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {ModuleName} from "../libraries/ModuleName.sol";
import {NodeAdmissions} from "../rules/NodeAdmissions.sol";
import {NodeReleases} from "../rules/NodeReleases.sol";
import {NodeRules} from "../rules/NodeRules.sol";
import {RulesBase} from "../rules/RulesBase.sol";
import {Suite} from "../types/Suite.sol";
import {Module} from "./Module.sol";

/// @title NodeModule
/// @notice Nodes: what the admins of their organisations do, and what network admins propose about them.
contract NodeModule is Module, NodeAdmissions, NodeRules, NodeReleases {
    constructor(Suite memory suite) RulesBase(suite) {}

    function _decides() internal pure override returns (string memory) {
        return ModuleName.NODES;
    }
}
