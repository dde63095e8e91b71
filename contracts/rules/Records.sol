// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IAccountManager} from "../interfaces/IAccountManager.sol";
import {IRoleManager} from "../interfaces/IRoleManager.sol";
import {AccountStatus, RoleKind} from "../libraries/Codes.sol";
import {Suite} from "./Suite.sol";

/// @title The records as the rules see them
/// @dev The compiler writes a call to another contract out wherever it stands. What several rules call is called here,
///      once, or the implementation would not fit a default chain.
abstract contract Records is Suite {
    /* ORGANISATIONS */

    /// @dev The record of an organisation that exists.
    function _requireOrg(
        string calldata orgId
    ) internal view returns (uint256 org, uint256 status, uint256 parent, uint256 proposal) {
        (org, status, parent, proposal) = _ORGS.find(orgId);
        if (org == 0) revert OrgUnknown(orgId);
    }

    function _orgOf(string calldata orgId) internal view returns (uint256 org) {
        (org, , , ) = _requireOrg(orgId);
    }

    function _isOrgActive(uint256 org) internal view returns (bool) {
        return _ORGS.isActive(org);
    }

    function _setOrgStatus(uint256 org, uint256 status, uint256 proposal) internal {
        _ORGS.setStatus(org, status, proposal);
    }

    function _isBooted() internal view returns (bool) {
        return _ORGS.isBooted();
    }

    /* ROLES */

    function _role(uint256 role) internal view returns (IRoleManager.Role memory) {
        return _ROLES.roleAt(role);
    }

    /// @dev The role that an account holds in effect: an empty one when it was removed since it was given.
    function _roleOf(IAccountManager.Account memory account) internal view returns (IRoleManager.Role memory role) {
        role = _role(account.role);
        if (!role.active || role.generation != account.generation) delete role;
    }

    /// @dev The nearest active role of that name, from the organisation upwards.
    function _requireRole(
        string calldata roleId,
        uint256 org,
        string calldata orgId
    ) internal view returns (uint256 role, IRoleManager.Role memory record) {
        (role, record) = _ROLES.resolve(roleId, org);
        if (role == 0) revert RoleUnknown(roleId, orgId);
    }

    /* ACCOUNTS */

    function _account(address account) internal view returns (IAccountManager.Account memory) {
        return _ACCOUNTS.accountOf(account);
    }

    /// @dev The record of an account of the organisation.
    function _requireAccount(
        address account,
        uint256 org,
        string calldata orgId
    ) internal view returns (IAccountManager.Account memory record) {
        record = _account(account);
        if (record.org != org) revert AccountOfOtherOrg(account, orgId);
    }

    /// @dev An account that nobody has, and not the zero address.
    function _requireFree(address account) internal view {
        if (account == address(0)) revert ZeroAddress();
        uint256 status = _account(account).status;
        if (status != AccountStatus.NONE) revert AccountInUse(account, status);
    }

    /// @dev Whether the account holds an admin role, or is proposed for one.
    function _isAdmin(IAccountManager.Account memory record) internal view returns (bool) {
        return _role(record.role).kind != RoleKind.CUSTOM;
    }

    function _assign(address account, uint256 org, uint256 role, uint256 status, uint256 proposal) internal {
        _ACCOUNTS.assign(account, org, role, status, proposal);
    }

    function _setAccountStatus(address account, uint256 status, uint256 proposal) internal {
        _ACCOUNTS.setStatus(account, status, proposal);
    }

    function _releaseAccount(address account) internal {
        _ACCOUNTS.release(account);
    }

    function _setOrgAdmin(uint256 org, address account) internal {
        _ACCOUNTS.setOrgAdmin(org, account);
    }

    /* RIGHTS */

    /// @dev The record of an organisation in which the caller may act as admin: it is active, and the caller too.
    function _requireOrgAdmin(address caller, string calldata orgId) internal view returns (uint256 org) {
        org = _orgOf(orgId);
        (bool admin, bool active) = _adminStanding(caller, org);
        if (!admin) revert NotOrgAdmin(caller, orgId);
        if (!active) revert OrgNotActive(orgId);
    }

    /// @dev Whether the account holds an admin role for `org` from there or above, and whether `org` is active.
    function _adminStanding(address account, uint256 org) internal view returns (bool admin, bool active) {
        IAccountManager.Account memory record = _account(account);
        if (record.status != AccountStatus.ACTIVE || !_roleOf(record).admin) return (false, false);
        return _ORGS.standing(org, record.org);
    }

    /* NODES AND VOTERS */

    /// @dev The record of a node of the organisation; `sameHost` says whether it has the address given.
    function _requireNode(
        uint256 org,
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort
    ) internal view returns (uint256 node, uint256 status, uint256 proposal, bool sameHost) {
        uint256 owner;
        (node, owner, status, proposal, sameHost) = _NODES.find(enodeId, ip, port, raftPort);
        if (owner == 0) revert NodeUnknown(enodeId);
        if (owner != org) revert NodeOfOtherOrg(enodeId, orgId);
    }

    /// @dev The record of a node of the organisation at exactly this address.
    function _requireNodeAt(
        uint256 org,
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort
    ) internal view returns (uint256 node, uint256 status, uint256 proposal) {
        bool sameHost;
        (node, status, proposal, sameHost) = _requireNode(org, orgId, enodeId, ip, port, raftPort);
        if (!sameHost) revert NodeAddressDiffers(enodeId, ip, port, raftPort);
    }

    function _addNode(
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        uint256 org,
        uint256 status,
        uint256 proposal
    ) internal {
        _NODES.add(enodeId, ip, port, raftPort, org, status, proposal);
    }

    function _setNodeStatus(uint256 node, uint256 status, uint256 proposal) internal {
        _NODES.setStatus(node, status, proposal);
    }

    function _electorate() internal view returns (uint256 admins) {
        (, admins) = _VOTERS.getNumberOfVoters();
    }

    function _addVoter(address account) internal {
        _VOTERS.addVoter(account);
    }
}
