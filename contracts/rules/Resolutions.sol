// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IAccountModule} from "../interfaces/IAccountModule.sol";
import {IDecisionModule} from "../interfaces/IDecisionModule.sol";
import {IEmergencyModule} from "../interfaces/IEmergencyModule.sol";
import {INodeModule} from "../interfaces/INodeModule.sol";
import {IOrganisationModule} from "../interfaces/IOrganisationModule.sol";
import {IPermissionsInterface} from "../interfaces/IPermissionsInterface.sol";
import {IPolicyModule} from "../interfaces/IPolicyModule.sol";
import {IResolutionModule} from "../interfaces/IResolutionModule.sol";
import {ISettingModule} from "../interfaces/ISettingModule.sol";
import {Clock} from "../libraries/Clock.sol";
import {CodeStorage} from "../libraries/CodeStorage.sol";
import {Op, ProposalState, RuleKind} from "../libraries/Codes.sol";
import {Payload} from "../types/Payload.sol";
import {Proposal, SubjectFields} from "../types/Proposal.sol";
import {Changes} from "./Changes.sol";
import {OrgTransitions} from "./OrgTransitions.sol";
import {Proposing} from "./Proposing.sol";
import {Waiting} from "./Waiting.sol";

/// @title Several changes that are decided as one
/// @dev The implementation, for which this code runs, calls the interface as an account would, so each change meets the
///      rules that it would meet alone. It is the network then (`_isTheNetwork`).
abstract contract Resolutions is IResolutionModule, Proposing, Changes, OrgTransitions, Waiting {
    uint256 private constant MOST = 64;

    /// @dev Calls pass on 63 of 64 parts of their gas, and changes are some ten calls deep: if they run out of gas, less
    ///      than a fifth is left.
    uint256 private constant LEFT_OF_GAS = 4;

    /* PROPOSING */

    /// @inheritdoc IResolutionModule
    function proposeChanges(bytes[] calldata changes) external returns (uint256 id) {
        address caller = _sender();
        _requireBooted();
        if (changes.length == 0 || changes.length > MOST) revert NumberOfChangesNotAllowed(changes.length, MOST);
        uint256 operations = 0;
        for (uint256 i = 0; i < changes.length; ++i) {
            uint256 op = _operationOf(i, changes[i]);
            operations |= 1 << op;
            if (_addsNodeToo(changes[i])) operations |= 1 << Op.ADD_NODE;
        }
        _requireNoneForbidden(operations);

        Payload payload = _stored(changes, operations);
        return _propose(caller, Op.RESOLVE, SubjectFields.create(0, 0, 0, 0), address(0), payload);
    }

    /// @inheritdoc IResolutionModule
    function getChanges(uint256 id) external view returns (bytes[] memory changes) {
        if (!Op.holdsChanges(_proposal(id).op())) return changes;
        (address content, ) = _payloadOf(id).unpackChanges();
        return _decode(content);
    }

    /* CARRYING OUT */

    /// @inheritdoc IResolutionModule
    function carryOut(uint256 id) external {
        _sender();
        Proposal proposal = _recount(id).proposal;
        if (proposal.state() != ProposalState.PASSED) revert ProposalNotPassed(id, proposal.state());
        if (Clock.nowSeconds() < proposal.expiresAt()) revert ProposalWaits(id, proposal.expiresAt());
        if (Clock.nowSeconds() >= _lapsesAt(id, proposal)) revert ProposalExpired(id, _lapsesAt(id, proposal));
        uint256 operations = _operationsOf(id, proposal.op());
        _requireNoneForbidden(operations);
        _requireNotStopped(operations);

        if (!Op.holdsChanges(proposal.op())) {
            // The implementation, for which this code runs, passes it on to the module that decides.
            IDecisionModule(address(this)).end(id, ProposalState.APPROVED);
            return;
        }
        uint256 state = _carryOut(id);
        if (state == ProposalState.PASSED) revert GasTooLow();
        _setProposalState(id, state);
    }

    /// @inheritdoc IResolutionModule
    function carryOutNow(uint256 id) external returns (uint256 state) {
        _requireSelf();
        if (_waitsForStop(id, _operationsOf(id, Op.RESOLVE))) return ProposalState.PASSED;
        state = _carryOut(id);
        if (state == ProposalState.PASSED) _letPass(id, Clock.nowSeconds());
    }

    /// @inheritdoc IResolutionModule
    function makeChanges(bytes[] calldata changes, uint256 operations) external {
        _requireSelf();
        for (uint256 i = 0; i < changes.length; ++i) {
            uint256 next = _nextProposal();
            // solhint-disable-next-line avoid-low-level-calls
            (bool made, bytes memory refusal) = _interface().call(changes[i]);
            if (!made) revert ChangeRefused(i, refusal);
            if (_nextProposal() == next) continue;
            try this.approveAsResolved(next, operations) {
                continue;
            } catch (bytes memory reason) {
                revert ChangeRefused(i, reason);
            }
        }
    }

    /// @inheritdoc IResolutionModule
    function approveAsResolved(uint256 id, uint256 operations) external {
        _requireSelf();
        uint256 op = _proposal(id).op();
        if (operations & (1 << op) == 0) revert OperationNotVotedOn(op);
        // The implementation, for which this code runs, passes it on to the module that decides.
        uint256 state = IDecisionModule(address(this)).end(id, ProposalState.APPROVED);
        if (state != ProposalState.APPROVED) revert NothingChanges();
    }

    /* INTERNAL */

    function _carryOut(uint256 id) private returns (uint256 state) {
        (address content, uint256 operations) = _payloadOf(id).unpackChanges();
        bytes[] memory changes = _decode(content);
        uint256 offered = gasleft();
        try IResolutionModule(address(this)).makeChanges(changes, operations) {
            return ProposalState.APPROVED;
        } catch (bytes memory refusal) {
            if (gasleft() >= offered / LEFT_OF_GAS) {
                _reportRefusal(id, refusal);
                return ProposalState.REJECTED;
            }
        }
        if (offered <= block.gaslimit / 2) revert GasTooLow();
        return ProposalState.PASSED;
    }

    function _requireNoneForbidden(uint256 operations) private view {
        for (uint256 op = 1; operations >> op != 0; ++op) {
            if (operations & (1 << op) == 0) continue;
            if (_ruleOf(op).kind() == RuleKind.FORBIDDEN) revert OperationForbidden(op);
        }
    }

    function _decode(address content) private view returns (bytes[] memory changes) {
        return abi.decode(CodeStorage.read(content), (bytes[]));
    }

    /// @dev By which operation's rule a change is decided where it is not part of a resolution.
    function _operationOf(uint256 place, bytes calldata change) private view returns (uint256 op) {
        bytes4 selector = bytes4(change);
        op = _votedOperation(selector, change);
        if (op == Op.NONE) op = _operationByHand(selector);
        if (op == Op.NONE) revert ChangeNotAllowed(place);
    }

    function _votedOperation(bytes4 selector, bytes calldata change) private view returns (uint256 op) {
        if (selector == IPermissionsInterface.addOrg.selector) return Op.ADD_ORG;
        if (selector == IPermissionsInterface.updateOrgStatus.selector) {
            (, uint256 action) = abi.decode(change[4:], (string, uint256));
            (op, , ) = _orgTransition(action);
            return op;
        }
        if (selector == IOrganisationModule.suspendOrgUntil.selector) return Op.SUSPEND_ORG_UNTIL;
        if (selector == IPermissionsInterface.assignAdminRole.selector) return Op.ASSIGN_ADMIN;
        if (selector == IPermissionsInterface.startBlacklistedNodeRecovery.selector) return Op.RECOVER_NODE;
        if (selector == IPermissionsInterface.startBlacklistedAccountRecovery.selector) return Op.RECOVER_ACCOUNT;
        if (selector == IAccountModule.proposeAdminRemoval.selector) return Op.REMOVE_ADMIN;
        if (selector == IAccountModule.proposeAccountRelease.selector) return Op.RELEASE;
        if (selector == INodeModule.proposeNodeRelease.selector) return Op.RELEASE;
        if (selector == ISettingModule.proposeRule.selector) return Op.CHANGE_RULE;
        if (selector == IPolicyModule.proposePolicy.selector) return Op.CHANGE_RULE;
        if (selector == ISettingModule.proposeSetting.selector) return Op.CHANGE_SETTING;
        if (selector == ISettingModule.proposeLimit.selector) return Op.CHANGE_SETTING;
        if (selector == IEmergencyModule.proposeHold.selector) return Op.EMERGENCY;
        if (_changesNode(selector) && _isOfAdminOrg(change)) return Op.CHANGE_NODE;
    }

    /// @dev Whether a change, whose first argument is an organisation's id, names the admin organisation.
    function _isOfAdminOrg(bytes calldata change) private view returns (bool) {
        (string memory adminOrgId, ) = _adminOrg();
        return keccak256(bytes(abi.decode(change[4:], (string)))) == keccak256(bytes(adminOrgId));
    }
}
