// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Action, Op, OrgStatus} from "../libraries/Codes.sol";
import {RulesBase} from "./RulesBase.sol";

/// @title How an organisation's status may change
abstract contract OrgTransitions is RulesBase {
    /// @dev What an action proposes: the operation, the status it starts from, and the one that shows it is proposed.
    function _orgTransition(uint256 action) internal pure returns (uint256 op, uint256 from, uint256 to) {
        if (action == Action.SUSPEND) {
            return (Op.SUSPEND_ORG, OrgStatus.APPROVED, OrgStatus.SUSPENSION_PROPOSED);
        }
        if (action == Action.ACTIVATE) {
            return (Op.RESTORE_ORG, OrgStatus.SUSPENDED, OrgStatus.RESTORATION_PROPOSED);
        }
        revert ActionNotAllowed(action);
    }
}
