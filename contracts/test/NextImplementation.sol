// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {PermissionsImplementation} from "../PermissionsImplementation.sol";

/// @title A later implementation with functions that the interface has never heard of (for tests)
contract NextImplementation is PermissionsImplementation {
    event Greeted(address caller, string greeting);

    error NotGreeted(address caller);

    constructor(
        address permUpgradable,
        address orgManager,
        address roleManager,
        address accountManager,
        address voterManager,
        address nodeManager
        // solhint-disable-next-line no-empty-blocks
    ) PermissionsImplementation(permUpgradable, orgManager, roleManager, accountManager, voterManager, nodeManager) {}

    function greet(string calldata greeting) external returns (string memory) {
        address caller = _sender();
        if (bytes(greeting).length == 0) revert NotGreeted(caller);

        emit Greeted(caller, greeting);
        return greeting;
    }
}
