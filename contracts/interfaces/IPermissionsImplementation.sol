// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IAccessModule} from "./IAccessModule.sol";
import {IAccountModule} from "./IAccountModule.sol";
import {IDecisionModule} from "./IDecisionModule.sol";
import {IEmergencyModule} from "./IEmergencyModule.sol";
import {INodeModule} from "./INodeModule.sol";
import {INodeQueries} from "./INodeQueries.sol";
import {IOrganisationModule} from "./IOrganisationModule.sol";
import {IPolicyModule} from "./IPolicyModule.sol";
import {IResolutionModule} from "./IResolutionModule.sol";
import {IRouter} from "./IRouter.sol";
import {ISettingModule} from "./ISettingModule.sol";
import {IBallotModule} from "./IBallotModule.sol";

/// @title The rules
/// @notice All that can be called at an implementation: what nodes ask, which code decides what, and what its modules do.
///         The contract has no storage: everything that outlives a call is in the managers, so replacing the implementation
///         leaves nothing behind.
interface IPermissionsImplementation is
    INodeQueries,
    IRouter,
    IOrganisationModule,
    IAccountModule,
    IDecisionModule,
    ISettingModule,
    IBallotModule,
    IResolutionModule,
    IPolicyModule,
    IEmergencyModule,
    INodeModule,
    IAccessModule
{}
