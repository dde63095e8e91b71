// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {ModuleName} from "../libraries/ModuleName.sol";
import {AccountRules} from "../rules/AccountRules.sol";
import {AdminRules} from "../rules/AdminRules.sol";
import {RoleGrants} from "../rules/RoleGrants.sol";
import {RoleRules} from "../rules/RoleRules.sol";
import {RulesBase} from "../rules/RulesBase.sol";
import {Suite} from "../types/Suite.sol";
import {Module} from "./Module.sol";

/// @title AccountModule
/// @notice Accounts, roles and admins: what organisations' admins do, and what network admins propose about them.
contract AccountModule is Module, AccountRules, RoleRules, RoleGrants, AdminRules {
    constructor(Suite memory suite) RulesBase(suite) {}

    function _decides() internal pure override returns (string memory) {
        return ModuleName.ACCOUNTS;
    }
}
