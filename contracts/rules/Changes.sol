// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IAccessModule} from "../interfaces/IAccessModule.sol";
import {IAccountModule} from "../interfaces/IAccountModule.sol";
import {INodeModule} from "../interfaces/INodeModule.sol";
import {IOrganisationModule} from "../interfaces/IOrganisationModule.sol";
import {IPermissionsInterface} from "../interfaces/IPermissionsInterface.sol";
import {CodeStorage} from "../libraries/CodeStorage.sol";
import {Op} from "../libraries/Codes.sol";
import {Payload, PayloadFields} from "../types/Payload.sol";
import {Standing} from "./Standing.sol";

/// @title The calls that a proposal can hold, of what organisations' admins do alone at first
abstract contract Changes is Standing {
    function _stored(bytes[] memory changes, uint256 operations) internal returns (Payload) {
        bytes memory content = abi.encode(changes);
        return PayloadFields.packChanges(CodeStorage.write(content), operations, keccak256(content));
    }

    /// @dev Refuses what lets somebody in while nobody is; bit n stands for the operation n.
    function _requireNotStopped(uint256 operations) internal view {
        uint256 until = _stoppedUntil(operations);
        if (until != 0) revert AdmissionsAreStopped(until);
    }

    function _operationByHand(bytes4 selector) internal pure returns (uint256) {
        if (selector == IPermissionsInterface.addSubOrg.selector) return Op.ADD_SUB_ORG;
        if (selector == IPermissionsInterface.addNewRole.selector) return Op.ADD_ROLE;
        if (selector == IPermissionsInterface.removeRole.selector) return Op.REMOVE_ROLE;
        if (selector == IPermissionsInterface.assignAccountRole.selector) return Op.ASSIGN_ROLE;
        if (selector == IAccountModule.assignAccountRoleUntil.selector) return Op.ASSIGN_ROLE;
        if (selector == IPermissionsInterface.updateAccountStatus.selector) return Op.SET_ACCOUNT_STATUS;
        if (selector == IPermissionsInterface.addNode.selector) return Op.ADD_NODE;
        if (selector == INodeModule.addNodeUntil.selector) return Op.ADD_NODE;
        if (selector == IPermissionsInterface.updateNodeStatus.selector) return Op.SET_NODE_STATUS;
        if (selector == INodeModule.changeNodeAddress.selector) return Op.MOVE_NODE;
        if (selector == IAccountModule.releaseAccount.selector) return Op.LET_GO;
        if (selector == INodeModule.releaseNode.selector) return Op.LET_GO;
        if (selector == IAccessModule.registerContract.selector) return Op.CONTRACT_ACCESS;
        if (selector == IAccessModule.setContractAccess.selector) return Op.CONTRACT_ACCESS;
        if (selector == IAccessModule.setMethodAccess.selector) return Op.CONTRACT_ACCESS;
        if (selector == IAccessModule.forgetDeployer.selector) return Op.CONTRACT_ACCESS;
        return Op.NONE;
    }

    /// @dev Whether a call, made or forwarded, adds a sub-organisation with a node.
    function _addsNodeToo(bytes calldata call_) internal pure returns (bool) {
        bytes4 selector = bytes4(call_);
        bool addsSubOrg =
            selector == IPermissionsInterface.addSubOrg.selector || selector == IOrganisationModule.addSubOrg.selector;
        if (!addsSubOrg) return false;
        (, , string memory enodeId) = abi.decode(call_[4:], (string, string, string));
        return bytes(enodeId).length != 0;
    }

    function _changesNode(bytes4 selector) internal pure returns (bool) {
        return
            selector == IPermissionsInterface.updateNodeStatus.selector ||
            selector == INodeModule.changeNodeAddress.selector;
    }
}
