// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {PermissionsImplementation} from "../PermissionsImplementation.sol";
import {Suite} from "../types/Suite.sol";

/// @title A later implementation with functions that the interface does not know (for tests)
contract NextImplementation is PermissionsImplementation {
    event Greeted(address caller, string greeting);

    error NotGreeted(address caller);

    constructor(
        Suite memory suite_,
        address organisationModule,
        address accountModule,
        address decisionModule,
        address settingModule,
        address ballotModule,
        address resolutionModule,
        address policyModule,
        address emergencyModule,
        address nodeModule,
        address accessModule
        // solhint-disable-next-line no-empty-blocks
    )
        PermissionsImplementation(
            suite_,
            organisationModule,
            accountModule,
            decisionModule,
            settingModule,
            ballotModule,
            resolutionModule,
            policyModule,
            emergencyModule,
            nodeModule,
            accessModule
        )
    {}

    function greet(string calldata greeting) external returns (string memory) {
        address caller = _sender();
        if (bytes(greeting).length == 0) revert NotGreeted(caller);

        emit Greeted(caller, greeting);
        return greeting;
    }

    function moduleOf(bytes4 selector) public view override returns (address) {
        return selector == this.greet.selector ? address(this) : super.moduleOf(selector);
    }
}
