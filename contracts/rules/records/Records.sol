// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Suite} from "../../types/Suite.sol";
import {AccountRecords} from "./AccountRecords.sol";
import {NodeRecords} from "./NodeRecords.sol";
import {OrgRecords} from "./OrgRecords.sol";
import {RoleRecords} from "./RoleRecords.sol";
import {VoterRecords} from "./VoterRecords.sol";

/// @title The one door to the records: no rule calls a manager in any other way
/// @dev The managers' addresses are private to the five parts, so the compiler makes sure of it. Nothing is decided here:
///      these functions only call.
abstract contract Records is OrgRecords, RoleRecords, AccountRecords, VoterRecords, NodeRecords {
    constructor(
        Suite memory suite
    )
        OrgRecords(suite.orgManager)
        RoleRecords(suite.roleManager)
        AccountRecords(suite.accountManager)
        VoterRecords(suite.voterManager)
        NodeRecords(suite.nodeManager)
    {}
}
