// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {ICounted} from "../../interfaces/ICounted.sol";
import {Suite} from "../../types/Suite.sol";
import {AccountRecords} from "./AccountRecords.sol";
import {ContractRecords} from "./ContractRecords.sol";
import {NodeRecords} from "./NodeRecords.sol";
import {OrgRecords} from "./OrgRecords.sol";
import {RoleRecords} from "./RoleRecords.sol";
import {VoterRecords} from "./VoterRecords.sol";

/// @title The one door to the records: no rule calls a manager in any other way
/// @dev The managers' addresses are private to the six parts, so the compiler makes sure of it. Nothing is decided here:
///      these functions only call.
abstract contract Records is OrgRecords, RoleRecords, AccountRecords, VoterRecords, NodeRecords, ContractRecords {
    constructor(
        Suite memory suite
    )
        OrgRecords(suite.orgManager)
        RoleRecords(suite.roleManager)
        AccountRecords(suite.accountManager)
        VoterRecords(suite.voterManager)
        NodeRecords(suite.nodeManager)
        ContractRecords(suite.contractManager)
    {}

    /* LIMITS, OF WHICHEVER MANAGER COUNTS */

    function _limitIn(address manager, uint256 org) internal view returns (uint256) {
        return ICounted(manager).limitOf(org);
    }

    function _setLimitIn(address manager, uint256 setting, uint256 org, string memory orgId, uint256 limit) internal {
        ICounted(manager).setLimit(setting, org, orgId, limit);
    }
}
