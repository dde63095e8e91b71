// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {SettingModule} from "../modules/SettingModule.sol";
import {Suite} from "../types/Suite.sol";

/// @title A module of another release, with other code (for tests)
contract EarlierSettingModule is SettingModule {
    // solhint-disable-next-line no-empty-blocks
    constructor(Suite memory suite) SettingModule(suite) {}

    function release() external pure returns (string memory) {
        return "earlier";
    }
}
