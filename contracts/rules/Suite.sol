// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IAccountManager} from "../interfaces/IAccountManager.sol";
import {INodeManager} from "../interfaces/INodeManager.sol";
import {IOrgManager} from "../interfaces/IOrgManager.sol";
import {IPermissionsImplementation} from "../interfaces/IPermissionsImplementation.sol";
import {IPermissionsUpgradable} from "../interfaces/IPermissionsUpgradable.sol";
import {IRoleManager} from "../interfaces/IRoleManager.sol";
import {IVoterManager} from "../interfaces/IVoterManager.sol";

/// @title What all rules stand on: the managers, and who is calling
abstract contract Suite is IPermissionsImplementation {
    /* CONSTANTS */

    IPermissionsUpgradable internal immutable _UPGRADABLE;
    IOrgManager internal immutable _ORGS;
    IRoleManager internal immutable _ROLES;
    IAccountManager internal immutable _ACCOUNTS;
    IVoterManager internal immutable _VOTERS;
    INodeManager internal immutable _NODES;

    /* MODIFIERS */

    /// @dev Only the interface calls, and the caller it names is the one that it attached.
    modifier as_(address caller) {
        _requireCaller(caller);
        _;
    }

    /* CONSTRUCTOR */

    constructor(
        address permUpgradable,
        address orgManager,
        address roleManager,
        address accountManager,
        address voterManager,
        address nodeManager
    ) {
        _UPGRADABLE = IPermissionsUpgradable(permUpgradable);
        _ORGS = IOrgManager(orgManager);
        _ROLES = IRoleManager(roleManager);
        _ACCOUNTS = IAccountManager(accountManager);
        _VOTERS = IVoterManager(voterManager);
        _NODES = INodeManager(nodeManager);
    }

    /* VIEWS */

    /// @inheritdoc IPermissionsImplementation
    function suite() external view returns (address upgradable, address[5] memory managers) {
        return (
            address(_UPGRADABLE),
            [address(_ORGS), address(_ROLES), address(_ACCOUNTS), address(_VOTERS), address(_NODES)]
        );
    }

    /* INTERNAL */

    /// @dev The account that called the interface, which attaches it as the last word of the call.
    function _sender() internal view returns (address) {
        if (msg.sender != _UPGRADABLE.getPermInterface()) revert NotInterface(msg.sender);
        return address(uint160(uint256(bytes32(msg.data[msg.data.length - 32:]))));
    }

    function _requireCaller(address caller) private view {
        address sender = _sender();
        if (caller != sender) revert CallerForged(caller, sender);
    }
}
