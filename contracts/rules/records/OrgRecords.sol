// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IOrgManager} from "../../interfaces/IOrgManager.sol";
import {Org} from "../../types/Org.sol";

/// @title How the rules reach organisations
abstract contract OrgRecords {
    IOrgManager private immutable _ORGS;

    constructor(address orgManager) {
        _ORGS = IOrgManager(orgManager);
    }

    /* READING */

    function _orgManager() internal view returns (address) {
        return address(_ORGS);
    }

    function _findOrg(string calldata orgId) internal view returns (uint256 index, Org org) {
        return _findOrgBy(keccak256(bytes(orgId)));
    }

    /// @param key The hash of its full id.
    function _findOrgBy(bytes32 key) internal view returns (uint256 index, Org org) {
        return _ORGS.getOrganisation(key);
    }

    function _locateOrg(
        string calldata orgId,
        uint256 ancestor
    ) internal view returns (uint256 index, Org org, Org ultimate, bool within, bool byPolicy) {
        return _ORGS.lookUpWithin(keccak256(bytes(orgId)), ancestor);
    }

    function _orgAt(uint256 index) internal view returns (Org org, Org ultimate) {
        return _ORGS.getRecord(index);
    }

    function _orgId(uint256 index) internal view returns (string memory) {
        return _ORGS.orgIdAt(index);
    }

    function _adminOrg() internal view returns (string memory orgId, Org org) {
        return _ORGS.adminOrg();
    }

    function _treeLimits() internal view returns (uint256 breadth, uint256 depth) {
        return _ORGS.getLimits();
    }

    function _weightOf(uint256 org) internal view returns (uint256) {
        return _ORGS.ownWeightOf(org);
    }

    /// @dev What the voices of these organisations without parent weigh together, or those of all: where they are active.
    function _voicesOf(uint256[] memory orgs) internal view returns (uint256 weight) {
        return orgs.length == 0 ? _ORGS.voices() : _ORGS.voicesOf(orgs);
    }

    function _orgHeldUntil(uint256 index) internal view returns (uint256) {
        return _ORGS.heldUntil(index);
    }

    function _admissionsStoppedUntil() internal view returns (uint256 until, bool stopped) {
        return _ORGS.admissionsResumeAt();
    }

    function _suspensionEndOf(uint256 index) internal view returns (uint256) {
        return _ORGS.suspensionEndOf(index);
    }

    function _hasSuspensionEnded(uint256 index) internal view returns (bool) {
        return _ORGS.hasSuspensionEnded(index);
    }

    /* WRITING */

    function _setAdminOrgId(string calldata orgId) internal {
        _ORGS.setAdminOrgId(orgId);
    }

    function _setUpOrgs(uint256 breadth, uint256 depth) internal {
        _ORGS.setUp(breadth, depth);
    }

    function _recordProposedOrg(string calldata orgId, uint256 proposal) internal returns (uint256 index) {
        return _ORGS.propose(orgId, proposal);
    }

    function _recordSubOrg(
        string calldata orgId,
        uint256 parent
    ) internal returns (uint256 index, string memory fullId, uint256 added, uint256 limit) {
        return _ORGS.addSub(orgId, parent);
    }

    function _setWeight(uint256 org, uint256 weight) internal {
        _ORGS.setWeight(org, weight);
    }

    function _countVoices() internal {
        _ORGS.countVoices();
    }

    function _setByPolicy(uint256 op, bool byPolicy) internal {
        _ORGS.setByPolicy(op, byPolicy);
    }

    function _holdOrg(uint256 index, uint256 until, bool held) internal {
        _ORGS.recordHold(index, until, held);
    }

    function _stopAdmissions(uint256 until, bool stopped) internal {
        _ORGS.recordStop(until, stopped);
    }

    function _setSuspensionEnd(uint256 org, uint256 endsAt) internal {
        _ORGS.setSuspensionEnd(org, endsAt);
    }

    function _setOrgStatus(uint256 org, uint256 status, uint256 proposal) internal returns (string memory orgId) {
        return _ORGS.recordOrgStatus(org, status, proposal);
    }
}
