// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {PermissionsImplementation} from "../PermissionsImplementation.sol";
import {Suite} from "../types/Suite.sol";
import {NoteManager} from "./NoteManager.sol";

/// @title A later implementation that works on one more manager (for tests)
contract GrownImplementation is PermissionsImplementation {
    NoteManager private immutable _NOTES;

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
        address accessModule,
        NoteManager notes
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
    {
        _NOTES = notes;
    }

    /// @notice Each account has a note of its own.
    function takeNote(string calldata note) external {
        _NOTES.setNote(_sender(), note);
    }

    function noteOf(address account) external view returns (string memory) {
        return _NOTES.getNote(account);
    }

    function moduleOf(bytes4 selector) public view override returns (address) {
        return selector == this.takeNote.selector ? address(this) : super.moduleOf(selector);
    }

    function _managers() internal view override returns (address[] memory managers) {
        address[] memory earlier = super._managers();
        managers = new address[](earlier.length + 1);
        for (uint256 i = 0; i < earlier.length; ++i) managers[i] = earlier[i];
        managers[earlier.length] = address(_NOTES);
    }
}
