// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IRules} from "../interfaces/IRules.sol";
import {Clock} from "../libraries/Clock.sol";

/// @title When what is given may end
abstract contract Ends is IRules {
    function _requireEnd(uint256 until) internal view {
        bool allowed = until == 0 || (until > Clock.nowSeconds() && until <= type(uint32).max);
        if (!allowed) revert EndNotAllowed(until);
    }
}
