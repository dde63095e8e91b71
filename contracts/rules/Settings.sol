// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Deploying, Setting} from "../libraries/Codes.sol";
import {CountsFields} from "../types/Counts.sol";
import {RulesBase} from "./RulesBase.sol";

/// @title The table of settings: what is set for the whole network, at the boot or by vote
/// @dev The limits of what organisations may add are set for all of them, and by vote for one (`org`) as well; 0 gives that
///      one the limit of all again. What an organisation's voice weighs is set for one alone, and who may deploy for all
///      and for one.
abstract contract Settings is RulesBase {
    /// @dev A value that the setting can have, and does not have yet.
    function _requireNewValue(uint256 setting, uint256 org, uint256 value) internal view {
        uint256 present = _setting(setting, org);
        bool allowed = value <= 1 && org == 0;
        if (_isLimit(setting)) allowed = value <= CountsFields.MAX_LIMIT;
        if (setting == Setting.WEIGHT) allowed = value <= CountsFields.MAX_LIMIT && org != 0;
        if (setting == Setting.DEPLOYING) allowed = value <= (org == 0 ? Deploying.RESTRICTED : Deploying.FREE);
        if (!allowed) revert SettingNotAllowed(setting, value);
        if (value == present) revert NothingChanges();
    }

    function _setting(uint256 setting, uint256 org) internal view returns (uint256) {
        if (_isLimit(setting)) return _limit(setting, org);
        if (setting == Setting.WEIGHT) return _weightOf(org);
        if (setting == Setting.DEPLOYING) return _deployingOf(org);
        if (setting == Setting.REGISTERED_ONLY) return _inventory().registeredOnly() ? 1 : 0;
        (bool ipCompared, bool hostNamesAllowed) = _addressRules();
        if (setting == Setting.IP_CHECK) return ipCompared ? 1 : 0;
        if (setting == Setting.HOST_NAMES) return hostNamesAllowed ? 1 : 0;
        revert SettingUnknown(setting);
    }

    function _set(uint256 setting, uint256 org, uint256 value) internal {
        if (setting == Setting.IP_CHECK) return _setIpCheck(value == 1);
        if (setting == Setting.HOST_NAMES) return _setHostNames(value == 1);
        if (setting == Setting.REGISTERED_ONLY) return _setRegisteredOnly(value == 1);
        if (setting == Setting.WEIGHT) return _setWeight(org, value);
        string memory orgId = org == 0 ? "" : _orgId(org);
        if (setting == Setting.MOVES) return _setMoveLimit(setting, org, orgId, value);
        if (setting == Setting.DEPLOYING) return _setDeploying(org, orgId, value);
        if (!_isLimit(setting)) revert SettingUnknown(setting);
        _setLimitIn(_counterOf(setting), setting, org, orgId, value);
    }

    function _limit(uint256 setting, uint256 org) private view returns (uint256) {
        return setting == Setting.MOVES ? _moveLimit(org) : _limitIn(_counterOf(setting), org);
    }

    /// @dev The manager that counts what the limit is about.
    function _counterOf(uint256 setting) private view returns (address) {
        if (setting == Setting.NODES) return _nodeManager();
        if (setting == Setting.ACCOUNTS) return _accountManager();
        return setting == Setting.ROLES ? _roleManager() : _orgManager();
    }

    function _isLimit(uint256 setting) private pure returns (bool) {
        return setting >= Setting.NODES && setting <= Setting.MOVES;
    }
}
