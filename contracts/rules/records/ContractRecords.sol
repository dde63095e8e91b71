// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IContractManager} from "../../interfaces/IContractManager.sol";
import {Access} from "../../types/Access.sol";
import {Inventory} from "../../types/Inventory.sol";

/// @title How the rules reach contracts, and who may call them
abstract contract ContractRecords {
    IContractManager private immutable _CONTRACTS;

    constructor(address contractManager) {
        _CONTRACTS = IContractManager(contractManager);
    }

    /* READING */

    function _contractManager() internal view returns (address) {
        return address(_CONTRACTS);
    }

    /// @dev What is said of contracts in the whole network.
    function _inventory() internal view returns (Inventory) {
        return _CONTRACTS.readInventory();
    }

    function _accessTo(address target, bytes4 method) internal view returns (Access whole, Access part) {
        return _CONTRACTS.lookUpWords(target, method);
    }

    function _deployerOf(address target) internal view returns (address) {
        return _CONTRACTS.deployerOf(target);
    }

    function _deployingOf(uint256 org) internal view returns (uint256) {
        return _CONTRACTS.deployingOf(org);
    }

    /* WRITING */

    function _registerContract(address target, uint256 org, string calldata orgId, address deployer) internal {
        _CONTRACTS.register(target, org, orgId, deployer);
    }

    function _openContract(
        address target,
        string calldata orgId,
        uint256 opening,
        uint256[] memory orgs,
        string[] calldata roles,
        bool byVote
    ) internal {
        _CONTRACTS.openContract(target, orgId, opening, orgs, roles, byVote);
    }

    function _openMethod(
        address target,
        bytes4 method,
        string calldata orgId,
        uint256 opening,
        uint256[] memory orgs,
        string[] calldata roles,
        bool byVote
    ) internal {
        _CONTRACTS.openMethod(target, method, orgId, opening, orgs, roles, byVote);
    }

    function _forgetDeployer(address target, string calldata orgId) internal {
        _CONTRACTS.forgetDeployer(target, orgId);
    }

    function _setRegisteredOnly(bool only) internal {
        _CONTRACTS.setRegisteredOnly(only);
    }

    function _setDeploying(uint256 org, string memory orgId, uint256 deploying) internal {
        _CONTRACTS.setDeploying(org, orgId, deploying);
    }
}
