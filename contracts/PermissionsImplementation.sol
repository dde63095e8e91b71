// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Op, OrgStatus} from "./libraries/Codes.sol";
import {AccountRules} from "./rules/AccountRules.sol";
import {AdminRules} from "./rules/AdminRules.sol";
import {BootRules} from "./rules/BootRules.sol";
import {CheckRules} from "./rules/CheckRules.sol";
import {NodeRules} from "./rules/NodeRules.sol";
import {OrgRules} from "./rules/OrgRules.sol";
import {RoleRules} from "./rules/RoleRules.sol";
import {SettingRules} from "./rules/SettingRules.sol";
import {Suite} from "./rules/Suite.sol";
import {Proposal} from "./types/Proposal.sol";

/// @title PermissionsImplementation
/// @notice All rules, one part for each area, and what becomes of a proposal when it passes or does not.
contract PermissionsImplementation is
    BootRules,
    CheckRules,
    OrgRules,
    RoleRules,
    AccountRules,
    AdminRules,
    NodeRules,
    SettingRules
{
    /* CONSTRUCTOR */

    constructor(
        address permUpgradable,
        address orgManager,
        address roleManager,
        address accountManager,
        address voterManager,
        address nodeManager
    ) Suite(permUpgradable, orgManager, roleManager, accountManager, voterManager, nodeManager) {}

    /* OUTCOMES */

    /// @dev The table of operations: what becomes of each subject.
    function _conclude(Proposal proposal, uint256 payload, bool passed) internal override returns (bool) {
        uint256 op = proposal.op();
        if (op == Op.ADD_ORG) _concludeAddOrg(proposal, passed);
        else if (op == Op.SUSPEND_ORG) _concludeOrgStatus(proposal, passed ? OrgStatus.SUSPENDED : OrgStatus.APPROVED);
        else if (op == Op.RESTORE_ORG) _concludeOrgStatus(proposal, passed ? OrgStatus.APPROVED : OrgStatus.SUSPENDED);
        else if (op == Op.ASSIGN_ADMIN) return _concludeAppointment(proposal, passed);
        else if (op == Op.RECOVER_NODE) _concludeNodeRecovery(proposal, passed);
        else if (op == Op.RECOVER_ACCOUNT) _concludeAccountRecovery(proposal, passed);
        else if (op == Op.REMOVE_ADMIN) return _concludeDismissal(proposal, passed);
        else if (op == Op.CHANGE_RULE) _concludeRule(payload, passed);
        else _concludeIpCheck(payload, passed);
        return passed;
    }
}
