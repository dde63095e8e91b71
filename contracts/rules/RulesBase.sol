// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IPermissionsUpgradable} from "../interfaces/IPermissionsUpgradable.sol";
import {IRules} from "../interfaces/IRules.sol";
import {Suite} from "../types/Suite.sol";
import {Records} from "./records/Records.sol";

/// @title What all rules are built on: the records, and who is calling
/// @dev Without storage. The addresses are in the code, so they are the same whether the code runs at its own address or,
///      as a module's does, for the implementation.
abstract contract RulesBase is IRules, Records {
    /* CONSTANTS */

    IPermissionsUpgradable internal immutable _UPGRADABLE;
    address private immutable _INTERFACE;

    /* MODIFIERS */

    /// @dev Only the interface may call, and `caller` must be the account that it attached.
    modifier onlyInterface(address caller) {
        _requireCaller(caller);
        _;
    }

    /* CONSTRUCTOR */

    constructor(Suite memory suite) Records(suite) {
        _UPGRADABLE = IPermissionsUpgradable(suite.upgradable);
        _INTERFACE = suite.permInterface;
    }

    /* INTERNAL */

    /// @dev The account that called the interface, which attaches it as the last word of the call.
    function _sender() internal view returns (address) {
        if (msg.sender != _INTERFACE) revert NotInterface(msg.sender);
        return address(uint160(uint256(bytes32(msg.data[msg.data.length - 32:]))));
    }

    /// @dev Only the implementation itself may call, for which a module's code runs.
    function _requireSelf() internal view {
        if (msg.sender != address(this)) revert NotImplementation(msg.sender);
    }

    /// @dev Whether the implementation itself called the interface, for which a module's code runs: that is how what the
    ///      network has resolved is done.
    function _isTheNetwork(address caller) internal view returns (bool) {
        return caller == address(this);
    }

    function _interface() internal view returns (address) {
        return _INTERFACE;
    }

    /// @dev What this code was created with.
    function _suite() internal view returns (Suite memory) {
        return
            Suite({
                upgradable: address(_UPGRADABLE),
                permInterface: _INTERFACE,
                orgManager: _orgManager(),
                roleManager: _roleManager(),
                accountManager: _accountManager(),
                voterManager: _voterManager(),
                nodeManager: _nodeManager(),
                contractManager: _contractManager()
            });
    }

    function _requireCaller(address caller) private view {
        address sender = _sender();
        if (caller != sender) revert CallerForged(caller, sender);
    }
}
