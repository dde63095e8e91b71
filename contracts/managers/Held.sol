// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IHeld} from "../interfaces/IHeld.sol";
import {Clock} from "../libraries/Clock.sol";
import {Managed} from "./Managed.sol";

/// @title Until when something is held, beside its word
abstract contract Held is IHeld, Managed {
    /* STORAGE */

    mapping(uint256 index => uint256) private _heldUntil; // kept when it ends

    /* READING */

    /// @inheritdoc IHeld
    function heldUntil(uint256 index) external view returns (uint256) {
        return _heldUntil[index];
    }

    /* INTERNAL */

    /// @dev Until when something is held; 0 if it is held no longer.
    function _isHeldUntil(uint256 index) internal view returns (uint256 until) {
        until = _heldUntil[index];
        if (until <= Clock.nowSeconds()) until = 0;
    }

    function _hold(uint256 index, uint256 until) internal {
        _heldUntil[index] = until;
    }
}
