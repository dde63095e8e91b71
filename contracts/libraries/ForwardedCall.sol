// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IAccessModule} from "../interfaces/IAccessModule.sol";
import {IAccountModule} from "../interfaces/IAccountModule.sol";
import {INodeModule} from "../interfaces/INodeModule.sol";
import {IOrganisationModule} from "../interfaces/IOrganisationModule.sol";
import {IPermissionsInterface} from "../interfaces/IPermissionsInterface.sol";

/// @title The calls of organisations' admins as the interface forwards them
/// @dev It attaches the caller as the last word, and gives it to the functions that GoQuorum knows as one more argument.
library ForwardedCall {
    /// @dev The call as it came to the interface.
    /// @param forwarded What the implementation was called with: all of it.
    function asMade(bytes calldata forwarded) internal pure returns (bytes memory) {
        bytes4 selector = bytes4(forwarded);
        bytes calldata args = forwarded[4:];
        if (selector == IOrganisationModule.addSubOrg.selector) return _addSubOrg(args);
        if (selector == INodeModule.addNode.selector) return _addNode(args);
        if (selector == INodeModule.updateNodeStatus.selector) return _updateNodeStatus(args);
        if (selector == IAccountModule.addNewRole.selector) return _addNewRole(args);
        if (selector == IAccountModule.removeRole.selector) return _removeRole(args);
        if (selector == IAccountModule.assignAccountRole.selector) return _assignAccountRole(args);
        if (selector == IAccountModule.updateAccountStatus.selector) return _updateAccountStatus(args);
        if (selector == INodeModule.addNodeUntil.selector) return _addNodeUntil(args);
        if (selector == IAccountModule.assignAccountRoleUntil.selector) return _assignAccountRoleUntil(args);
        if (selector == INodeModule.changeNodeAddress.selector) return _changeNodeAddress(args);
        if (selector == IAccountModule.releaseAccount.selector) return _releaseAccount(args);
        if (selector == IAccessModule.registerContract.selector) return _registerContract(args);
        if (selector == IAccessModule.setContractAccess.selector) return _setContractAccess(args);
        if (selector == IAccessModule.setMethodAccess.selector) return _setMethodAccess(args);
        if (selector == IAccessModule.forgetDeployer.selector) return _forgetDeployer(args);
        return _releaseNode(args);
    }

    function _addSubOrg(bytes calldata args) private pure returns (bytes memory) {
        (
            string memory above,
            string memory id,
            string memory enodeId,
            string memory ip,
            uint16 port,
            uint16 raftPort
        ) = abi.decode(args, (string, string, string, string, uint16, uint16));
        return abi.encodeCall(IPermissionsInterface.addSubOrg, (above, id, enodeId, ip, port, raftPort));
    }

    function _addNode(bytes calldata args) private pure returns (bytes memory) {
        (string memory org, string memory enodeId, string memory ip, uint16 port, uint16 raftPort) = abi.decode(
            args,
            (string, string, string, uint16, uint16)
        );
        return abi.encodeCall(IPermissionsInterface.addNode, (org, enodeId, ip, port, raftPort));
    }

    function _updateNodeStatus(bytes calldata args) private pure returns (bytes memory) {
        (string memory org, string memory enodeId, string memory ip, uint16 port, uint16 raftPort, uint256 action) = abi
            .decode(args, (string, string, string, uint16, uint16, uint256));
        return abi.encodeCall(IPermissionsInterface.updateNodeStatus, (org, enodeId, ip, port, raftPort, action));
    }

    function _addNodeUntil(bytes calldata args) private pure returns (bytes memory) {
        (string memory org, string memory enodeId, string memory ip, uint16 port, uint16 raftPort, uint48 until) = abi
            .decode(args, (string, string, string, uint16, uint16, uint48));
        return abi.encodeCall(INodeModule.addNodeUntil, (org, enodeId, ip, port, raftPort, until));
    }

    function _assignAccountRoleUntil(bytes calldata args) private pure returns (bytes memory) {
        (address account, string memory org, string memory role, uint48 until) = abi.decode(
            args,
            (address, string, string, uint48)
        );
        return abi.encodeCall(IAccountModule.assignAccountRoleUntil, (account, org, role, until));
    }

    function _changeNodeAddress(bytes calldata args) private pure returns (bytes memory) {
        (string memory org, string memory enodeId, string memory ip, uint16 port, uint16 raftPort) = abi.decode(
            args,
            (string, string, string, uint16, uint16)
        );
        return abi.encodeCall(INodeModule.changeNodeAddress, (org, enodeId, ip, port, raftPort));
    }

    function _releaseAccount(bytes calldata args) private pure returns (bytes memory) {
        (string memory org, address account) = abi.decode(args, (string, address));
        return abi.encodeCall(IAccountModule.releaseAccount, (org, account));
    }

    function _releaseNode(bytes calldata args) private pure returns (bytes memory) {
        (string memory org, string memory enodeId) = abi.decode(args, (string, string));
        return abi.encodeCall(INodeModule.releaseNode, (org, enodeId));
    }

    function _registerContract(bytes calldata args) private pure returns (bytes memory) {
        (string memory org, address target, uint56 nonce) = abi.decode(args, (string, address, uint56));
        return abi.encodeCall(IAccessModule.registerContract, (org, target, nonce));
    }

    function _setContractAccess(bytes calldata args) private pure returns (bytes memory) {
        (string memory org, address target, uint8 opening, string[] memory orgs, string[] memory roles) = abi.decode(
            args,
            (string, address, uint8, string[], string[])
        );
        return abi.encodeCall(IAccessModule.setContractAccess, (org, target, opening, orgs, roles));
    }

    function _setMethodAccess(bytes calldata args) private pure returns (bytes memory) {
        (
            string memory org,
            address target,
            bytes4 method,
            uint8 opening,
            string[] memory orgs,
            string[] memory roles
        ) = abi.decode(args, (string, address, bytes4, uint8, string[], string[]));
        return abi.encodeCall(IAccessModule.setMethodAccess, (org, target, method, opening, orgs, roles));
    }

    function _forgetDeployer(bytes calldata args) private pure returns (bytes memory) {
        (string memory org, address target) = abi.decode(args, (string, address));
        return abi.encodeCall(IAccessModule.forgetDeployer, (org, target));
    }

    function _addNewRole(bytes calldata args) private pure returns (bytes memory) {
        (string memory role, string memory org, uint256 access, bool voter, bool admin) = abi.decode(
            args,
            (string, string, uint256, bool, bool)
        );
        return abi.encodeCall(IPermissionsInterface.addNewRole, (role, org, access, voter, admin));
    }

    function _removeRole(bytes calldata args) private pure returns (bytes memory) {
        (string memory role, string memory org) = abi.decode(args, (string, string));
        return abi.encodeCall(IPermissionsInterface.removeRole, (role, org));
    }

    function _assignAccountRole(bytes calldata args) private pure returns (bytes memory) {
        (address account, string memory org, string memory role) = abi.decode(args, (address, string, string));
        return abi.encodeCall(IPermissionsInterface.assignAccountRole, (account, org, role));
    }

    function _updateAccountStatus(bytes calldata args) private pure returns (bytes memory) {
        (string memory org, address account, uint256 action) = abi.decode(args, (string, address, uint256));
        return abi.encodeCall(IPermissionsInterface.updateAccountStatus, (org, account, action));
    }
}
