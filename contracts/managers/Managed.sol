// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IManaged} from "../interfaces/IManaged.sol";
import {IPermissionsUpgradable} from "../interfaces/IPermissionsUpgradable.sol";

/// @title What the managers have in common: only the current implementation writes
abstract contract Managed is IManaged {
    IPermissionsUpgradable private immutable _UPGRADABLE;

    modifier onlyImplementation() {
        if (msg.sender != _implementation()) revert NotImplementation(msg.sender);
        _;
    }

    constructor(address permUpgradable) {
        if (permUpgradable == address(0)) revert ZeroAddress();
        _UPGRADABLE = IPermissionsUpgradable(permUpgradable);
    }

    /// @inheritdoc IManaged
    function getPermUpgradable() external view returns (address) {
        return address(_UPGRADABLE);
    }

    /// @dev Where a page that begins at `from` ends: after `count` records, or with the list, which has `length`.
    function _pageEnd(uint256 from, uint256 count, uint256 length) internal pure returns (uint256) {
        if (from >= length) return from;
        return count < length - from ? from + count : length;
    }

    function _implementation() internal view returns (address) {
        return _UPGRADABLE.getPermImpl();
    }
}
