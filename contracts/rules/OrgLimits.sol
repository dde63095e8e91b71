// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {LimitAtFirst, Setting} from "../libraries/Codes.sol";
import {RulesBase} from "./RulesBase.sol";

/// @title How much an organisation may add by itself, so that nobody can use up what the others need
/// @dev Nodes keep records in caches of a fixed size, and an organisation of which they forget something cannot work any
///      more. What the network gives it by votes of its own, an admin or
///      a first node, is not counted: no organisation can stop that by filling up its limits.
abstract contract OrgLimits is RulesBase {
    /// @param orgId The organisation that was named; its ultimate parent is the one that is counted for.
    /// @param setting The limit (Setting).
    /// @param added What has been added with what is being added now.
    /// @param limit As it was set, or 0.
    function _requireWithinLimit(string memory orgId, uint256 setting, uint256 added, uint256 limit) internal pure {
        if (limit == 0) limit = _limitAtFirst(setting);
        if (added > limit) revert LimitReached(orgId, setting, limit);
    }

    function _limitAtFirst(uint256 setting) private pure returns (uint256) {
        if (setting == Setting.NODES) return LimitAtFirst.NODES;
        if (setting == Setting.ACCOUNTS) return LimitAtFirst.ACCOUNTS;
        if (setting == Setting.ROLES) return LimitAtFirst.ROLES;
        if (setting == Setting.SUB_ORGS) return LimitAtFirst.SUB_ORGS;
        return LimitAtFirst.MOVES;
    }
}
