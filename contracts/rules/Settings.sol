// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Setting} from "../libraries/Codes.sol";
import {RulesBase} from "./RulesBase.sol";

/// @title The table of settings: what is set for the whole network, at the boot or by vote
abstract contract Settings is RulesBase {
    /// @dev A value that the setting can have, and does not have yet.
    function _requireNewValue(uint256 setting, uint256 value) internal view {
        uint256 present = _setting(setting);
        if (value > 1) revert SettingNotAllowed(setting, value);
        if (value == present) revert NothingChanges();
    }

    function _setting(uint256 setting) internal view returns (uint256) {
        (bool ipCompared, bool hostNamesAllowed) = _addressRules();
        if (setting == Setting.IP_CHECK) return ipCompared ? 1 : 0;
        if (setting == Setting.HOST_NAMES) return hostNamesAllowed ? 1 : 0;
        revert SettingUnknown(setting);
    }

    function _set(uint256 setting, uint256 value) internal {
        if (setting == Setting.IP_CHECK) return _setIpCheck(value == 1);
        if (setting == Setting.HOST_NAMES) return _setHostNames(value == 1);
        revert SettingUnknown(setting);
    }
}
