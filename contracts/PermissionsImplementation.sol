// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IAccessModule} from "./interfaces/IAccessModule.sol";
import {IAccountModule} from "./interfaces/IAccountModule.sol";
import {IDecisionModule} from "./interfaces/IDecisionModule.sol";
import {IEmergencyModule} from "./interfaces/IEmergencyModule.sol";
import {INodeModule} from "./interfaces/INodeModule.sol";
import {IModule} from "./interfaces/IModule.sol";
import {IOrganisationModule} from "./interfaces/IOrganisationModule.sol";
import {IPolicyModule} from "./interfaces/IPolicyModule.sol";
import {IResolutionModule} from "./interfaces/IResolutionModule.sol";
import {IRouter} from "./interfaces/IRouter.sol";
import {ISettingModule} from "./interfaces/ISettingModule.sol";
import {IBallotModule} from "./interfaces/IBallotModule.sol";
import {ModuleName} from "./libraries/ModuleName.sol";
import {NodeQueries} from "./rules/NodeQueries.sol";
import {RulesBase} from "./rules/RulesBase.sol";
import {Suite} from "./types/Suite.sol";

/// @title PermissionsImplementation
/// @notice Answers what nodes ask, and passes everything else on to the module that decides it.
/// @dev A module runs here by DELEGATECALL, which nothing else in the suite uses. Neither this contract nor a module has
///      storage, so none can overwrite another's; tests and lint rules make sure of it.
contract PermissionsImplementation is IRouter, NodeQueries {
    /* CONSTANTS */

    address private immutable _ORGANISATION_MODULE;
    address private immutable _ACCOUNT_MODULE;
    address private immutable _DECISION_MODULE;
    address private immutable _SETTING_MODULE;
    address private immutable _BALLOT_MODULE;
    address private immutable _RESOLUTION_MODULE;
    address private immutable _POLICY_MODULE;
    address private immutable _EMERGENCY_MODULE;
    address private immutable _NODE_MODULE;
    address private immutable _ACCESS_MODULE;

    /* CONSTRUCTOR */

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
    ) RulesBase(suite_) {
        _ORGANISATION_MODULE = organisationModule;
        _ACCOUNT_MODULE = accountModule;
        _DECISION_MODULE = decisionModule;
        _SETTING_MODULE = settingModule;
        _BALLOT_MODULE = ballotModule;
        _RESOLUTION_MODULE = resolutionModule;
        _POLICY_MODULE = policyModule;
        _EMERGENCY_MODULE = emergencyModule;
        _NODE_MODULE = nodeModule;
        _ACCESS_MODULE = accessModule;
        _pin(organisationModule, ModuleName.ORGANISATIONS, suite_);
        _pin(accountModule, ModuleName.ACCOUNTS, suite_);
        _pin(decisionModule, ModuleName.DECISIONS, suite_);
        _pin(settingModule, ModuleName.SETTINGS, suite_);
        _pin(ballotModule, ModuleName.BALLOTS, suite_);
        _pin(resolutionModule, ModuleName.RESOLUTIONS, suite_);
        _pin(policyModule, ModuleName.POLICIES, suite_);
        _pin(emergencyModule, ModuleName.EMERGENCIES, suite_);
        _pin(nodeModule, ModuleName.NODES, suite_);
        _pin(accessModule, ModuleName.CONTRACTS, suite_);
    }

    /* FALLBACK */

    /// @dev Gives back what the module answers or refuses with. A function that no module has is refused without an error.
    // solhint-disable-next-line payable-fallback, no-complex-fallback
    fallback() external {
        address module = _moduleOf(msg.sig);
        // Memory-safe: it writes over memory from 0 on, but every way ends the call. Call data and answer are copied in
        // their full length. The code of a module is fixed at creation (`_pin`), so nothing foreign runs here.
        assembly ("memory-safe") {
            if iszero(module) {
                revert(0, 0)
            }
            calldatacopy(0, 0, calldatasize())
            let succeeded := delegatecall(gas(), module, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            if succeeded {
                return(0, returndatasize())
            }
            revert(0, returndatasize())
        }
    }

    /* WHICH CODE DECIDES WHAT */

    /// @inheritdoc IRouter
    function suite() external view returns (address upgradable, address permInterface, address[] memory managers) {
        Suite memory own = _suite();
        return (own.upgradable, own.permInterface, _managers());
    }

    /// @inheritdoc IRouter
    function getModules() external view returns (ModuleInfo[] memory infos) {
        infos = new ModuleInfo[](10);
        infos[0] = _info(ModuleName.ORGANISATIONS, _ORGANISATION_MODULE);
        infos[1] = _info(ModuleName.ACCOUNTS, _ACCOUNT_MODULE);
        infos[2] = _info(ModuleName.DECISIONS, _DECISION_MODULE);
        infos[3] = _info(ModuleName.SETTINGS, _SETTING_MODULE);
        infos[4] = _info(ModuleName.BALLOTS, _BALLOT_MODULE);
        infos[5] = _info(ModuleName.RESOLUTIONS, _RESOLUTION_MODULE);
        infos[6] = _info(ModuleName.POLICIES, _POLICY_MODULE);
        infos[7] = _info(ModuleName.EMERGENCIES, _EMERGENCY_MODULE);
        infos[8] = _info(ModuleName.NODES, _NODE_MODULE);
        infos[9] = _info(ModuleName.CONTRACTS, _ACCESS_MODULE);
    }

    /// @inheritdoc IRouter
    function moduleOf(bytes4 selector) public view virtual returns (address) {
        // Modules answer these questions; they are questions all the same.
        return _asks(selector) ? address(0) : _moduleOf(selector);
    }

    /* INTERNAL */

    /// @dev The table of functions. Each has a bit of its own, so its place in the table costs nothing. The compiler joins
    ///      the bits, and a test makes sure that no two functions share one. The selector of no function may hit a bit too:
    ///      the module refuses it.
    // solhint-disable-next-line function-max-lines
    function _moduleOf(bytes4 selector) private view returns (address) {
        uint256 bit = _bit(selector);
        uint256 organisations =
            _bit(IOrganisationModule.addOrg.selector) |
                _bit(IOrganisationModule.updateOrgStatus.selector) |
                _bit(IOrganisationModule.suspendOrgUntil.selector) |
                _bit(IOrganisationModule.endSuspension.selector) |
                _bit(IOrganisationModule.addSubOrg.selector);
        if (bit & organisations != 0) return _ORGANISATION_MODULE;
        uint256 accounts =
            _bit(IAccountModule.addNewRole.selector) |
                _bit(IAccountModule.removeRole.selector) |
                _bit(IAccountModule.assignAccountRole.selector) |
                _bit(IAccountModule.assignAccountRoleUntil.selector) |
                _bit(IAccountModule.updateAccountStatus.selector) |
                _bit(IAccountModule.releaseAccount.selector) |
                _bit(IAccountModule.proposeAccountRelease.selector) |
                _bit(IAccountModule.startBlacklistedAccountRecovery.selector) |
                _bit(IAccountModule.assignAdminRole.selector) |
                _bit(IAccountModule.proposeAdminRemoval.selector);
        if (bit & accounts != 0) return _ACCOUNT_MODULE;
        uint256 decisions =
            _bit(IDecisionModule.approveOrg.selector) |
                _bit(IDecisionModule.approveOrgStatus.selector) |
                _bit(IDecisionModule.approveAdminRole.selector) |
                _bit(IDecisionModule.approveBlacklistedAccountRecovery.selector) |
                _bit(IDecisionModule.approveBlacklistedNodeRecovery.selector) |
                _bit(IDecisionModule.vote.selector) |
                _bit(IDecisionModule.voteByHash.selector) |
                _bit(IDecisionModule.decide.selector) |
                _bit(IDecisionModule.end.selector);
        if (bit & decisions != 0) return _DECISION_MODULE;
        uint256 settings =
            _bit(ISettingModule.setPolicy.selector) |
                _bit(ISettingModule.init.selector) |
                _bit(ISettingModule.addAdminNode.selector) |
                _bit(ISettingModule.addAdminAccount.selector) |
                _bit(ISettingModule.updateNetworkBootStatus.selector) |
                _bit(ISettingModule.setMigrationPolicy.selector) |
                _bit(ISettingModule.proposeRule.selector) |
                _bit(ISettingModule.proposeSetting.selector) |
                _bit(ISettingModule.proposeLimit.selector) |
                _bit(ISettingModule.setAtBoot.selector) |
                _bit(ISettingModule.applyChange.selector);
        if (bit & settings != 0) return _SETTING_MODULE;
        uint256 ballots =
            _bit(IBallotModule.voteBySignatures.selector) |
                _bit(IBallotModule.getProposalHash.selector) |
                _bit(IBallotModule.castVoice.selector) |
                _bit(IBallotModule.decisionOf.selector) |
                _bit(IBallotModule.getPoll.selector) |
                _bit(IBallotModule.mayVoteOn.selector) |
                _bit(IBallotModule.isProposer.selector) |
                _bit(IBallotModule.activeProposerOf.selector) |
                _bit(IBallotModule.hasVotesOfOthers.selector) |
                _bit(IBallotModule.getTermIn.selector) |
                _bit(IBallotModule.wouldPass.selector);
        if (bit & ballots != 0) return _BALLOT_MODULE;
        uint256 resolutions =
            _bit(IResolutionModule.proposeChanges.selector) |
                _bit(IResolutionModule.carryOut.selector) |
                _bit(IResolutionModule.carryOutNow.selector) |
                _bit(IResolutionModule.actByPolicy.selector) |
                _bit(IResolutionModule.makeChanges.selector) |
                _bit(IResolutionModule.approveAsResolved.selector) |
                _bit(IResolutionModule.getChanges.selector);
        if (bit & resolutions != 0) return _RESOLUTION_MODULE;
        uint256 policies =
            _bit(IPolicyModule.proposePolicy.selector) |
                _bit(IPolicyModule.getPolicy.selector) |
                _bit(IPolicyModule.getProposedPolicy.selector) |
                _bit(IPolicyModule.mayActFor.selector) |
                _bit(IPolicyModule.concerns.selector) |
                _bit(IPolicyModule.isAbout.selector) |
                _bit(IPolicyModule.isAllowed.selector);
        if (bit & policies != 0) return _POLICY_MODULE;
        uint256 emergencies =
            _bit(IEmergencyModule.proposeHold.selector) |
                _bit(IEmergencyModule.endHold.selector) |
                _bit(IEmergencyModule.imposeHold.selector) |
                _bit(IEmergencyModule.getHold.selector) |
                _bit(IEmergencyModule.withdraw.selector) |
                _bit(IEmergencyModule.close.selector) |
                _bit(IEmergencyModule.veto.selector) |
                _bit(IEmergencyModule.mayVetoAlone.selector) |
                _bit(IEmergencyModule.vetoShareOf.selector);
        if (bit & emergencies != 0) return _EMERGENCY_MODULE;
        uint256 nodes =
            _bit(INodeModule.addNode.selector) |
                _bit(INodeModule.addNodeUntil.selector) |
                _bit(INodeModule.updateNodeStatus.selector) |
                _bit(INodeModule.changeNodeAddress.selector) |
                _bit(INodeModule.releaseNode.selector) |
                _bit(INodeModule.proposeNodeRelease.selector) |
                _bit(INodeModule.startBlacklistedNodeRecovery.selector);
        if (bit & nodes != 0) return _NODE_MODULE;
        uint256 contracts =
            _bit(IAccessModule.registerContract.selector) |
                _bit(IAccessModule.setContractAccess.selector) |
                _bit(IAccessModule.setMethodAccess.selector) |
                _bit(IAccessModule.forgetDeployer.selector);
        if (bit & contracts != 0) return _ACCESS_MODULE;
        return address(0);
    }

    /// @dev Whether a function of a module only answers.
    function _asks(bytes4 selector) private pure returns (bool) {
        return
            selector == IBallotModule.getProposalHash.selector ||
            selector == IResolutionModule.getChanges.selector ||
            selector == IPolicyModule.getPolicy.selector ||
            selector == IPolicyModule.getProposedPolicy.selector ||
            selector == IBallotModule.getPoll.selector ||
            selector == IBallotModule.mayVoteOn.selector ||
            selector == IEmergencyModule.mayVetoAlone.selector ||
            selector == IEmergencyModule.vetoShareOf.selector ||
            selector == IPolicyModule.concerns.selector ||
            selector == IPolicyModule.isAbout.selector ||
            selector == IBallotModule.isProposer.selector ||
            selector == IBallotModule.activeProposerOf.selector ||
            selector == IBallotModule.hasVotesOfOthers.selector ||
            selector == IBallotModule.getTermIn.selector ||
            selector == IBallotModule.wouldPass.selector ||
            selector == IPolicyModule.mayActFor.selector ||
            selector == IPolicyModule.isAllowed.selector ||
            selector == IEmergencyModule.getHold.selector;
    }

    function _bit(bytes4 selector) private pure returns (uint256) {
        return 1 << uint8(uint32(selector) >> 22);
    }

    /// @dev The managers, in an order that never changes; a later implementation that works on more names them after
    ///      these.
    function _managers() internal view virtual returns (address[] memory managers) {
        managers = new address[](6);
        managers[0] = _orgManager();
        managers[1] = _roleManager();
        managers[2] = _accountManager();
        managers[3] = _voterManager();
        managers[4] = _nodeManager();
        managers[5] = _contractManager();
    }

    function _info(string memory decides, address module) private view returns (ModuleInfo memory) {
        return ModuleInfo({decides: decides, module: module, codeHash: module.codehash});
    }

    /// @dev Takes a module that says of itself what it is taken for. No answer, or another, is refused.
    function _pin(address module, string memory decides, Suite memory suite_) private {
        (, bytes memory answer) = module.staticcall(abi.encodeCall(IModule.describe, ()));
        if (keccak256(answer) != keccak256(abi.encode(decides, suite_))) revert ModuleNotAllowed(module);

        emit ModulePinned(module, module.codehash);
    }
}
