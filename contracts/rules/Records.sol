// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {AccountStatus, Fixed, RoleKind} from "../libraries/Codes.sol";
import {Account, AccountFields} from "../types/Account.sol";
import {Node} from "../types/Node.sol";
import {Org} from "../types/Org.sol";
import {Role} from "../types/Role.sol";
import {Suite} from "./Suite.sol";

/// @title The records as the rules see them
/// @dev The compiler writes a call to another contract out wherever it stands. What several rules call is called here,
///      once, or the implementation would not fit a default chain.
abstract contract Records is Suite {
    /* RIGHTS */

    /// @dev The index of an organisation in which the caller may act as admin: it is active, and the caller too.
    function _requireOrgAdmin(address caller, string calldata orgId) internal view returns (uint256 org) {
        bool admin;
        bool active;
        (org, admin, active) = _adminStanding(caller, orgId);
        if (org == 0) revert OrgUnknown(orgId);
        if (!admin) revert NotOrgAdmin(caller, orgId);
        if (!active) revert OrgNotActive(orgId);
    }

    /// @dev Whether the account holds an admin role for the organisation from there or above, and whether it is active.
    function _adminStanding(
        address account,
        string calldata orgId
    ) internal view returns (uint256 org, bool admin, bool active) {
        Account record = _account(account);
        (org, admin, active) = _ORGS.locate(orgId, record.org());
        if (record.status() != AccountStatus.ACTIVE || !record.admin()) admin = false;
        // The two admin roles are never removed; others may have been since they were given.
        if (admin && record.kind() == RoleKind.CUSTOM) admin = Role.unwrap(_roleOf(record)) != 0;
    }

    /* ORGANISATIONS */

    /// @dev The record of an organisation that exists.
    function _requireOrg(string calldata orgId) internal view returns (uint256 index, Org org) {
        (index, org) = _ORGS.find(orgId);
        if (index == 0) revert OrgUnknown(orgId);
    }

    function _isOrgActive(uint256 org) internal view returns (bool) {
        return _ORGS.isActive(org);
    }

    function _orgId(uint256 org) internal view returns (string memory) {
        return _ORGS.fullId(org);
    }

    function _setOrgStatus(uint256 org, uint256 status, uint256 proposal) internal returns (string memory orgId) {
        return _ORGS.setStatus(org, status, proposal);
    }

    function _isBooted() internal view returns (bool) {
        return _ORGS.isBooted();
    }

    /* ROLES */

    /// @dev The role that an account holds in effect: an empty one when it was removed since it was given.
    function _roleOf(Account account) internal view returns (Role role) {
        role = _ROLES.roleAt(account.role());
        if (!role.isHeldBy(account)) role = Role.wrap(0);
    }

    /// @dev The nearest active role of that name, from the organisation upwards.
    function _requireRole(
        string calldata roleId,
        uint256 org,
        string calldata orgId
    ) internal view returns (uint256 index, Role role) {
        (index, role) = _ROLES.resolve(roleId, org);
        if (index == 0) revert RoleUnknown(roleId, orgId);
    }

    /* ACCOUNTS */

    function _account(address account) internal view returns (Account) {
        return _ACCOUNTS.accountOf(account);
    }

    /// @dev The record of an account of the organisation.
    function _requireAccount(
        address account,
        uint256 org,
        string calldata orgId
    ) internal view returns (Account record) {
        record = _account(account);
        _requireMember(account, record, org, orgId);
    }

    function _requireMember(address account, Account record, uint256 org, string calldata orgId) internal pure {
        if (record.org() != org) revert AccountOfOtherOrg(account, orgId);
    }

    /// @dev Admins, also proposed ones, are changed by vote only.
    function _requireNoAdmin(address account, Account record) internal pure {
        if (record.kind() != RoleKind.CUSTOM) revert AccountIsAdmin(account);
    }

    /// @dev An account that nobody has, and not the zero address.
    function _requireFree(address account) internal view returns (Account record) {
        if (account == address(0)) revert ZeroAddress();
        record = _account(account);
        if (record.status() != AccountStatus.NONE) revert AccountInUse(account, record.status());
    }

    function _refuseAccountStatus(address account, uint256 status, uint256 action) internal pure {
        revert AccountStatusNotAllowed(account, status, action);
    }

    /// @dev The account of an index, and its record.
    function _accountAt(uint256 index) internal view returns (address account, Account record) {
        account = _ACCOUNTS.addressAt(index);
        record = _account(account);
    }

    /// @dev The index that an account has or would get.
    function _indexOf(Account record) internal view returns (uint256 index) {
        index = record.index();
        if (index == 0) index = _ACCOUNTS.nextAccount();
    }

    /// @dev The two admin roles are never removed, so their generation is always the first.
    function _admin(
        uint256 status,
        uint256 org,
        uint256 role,
        uint256 proposal,
        uint256 index
    ) internal pure returns (Account) {
        return
            AccountFields.create({
                status_: status,
                kind_: role == Fixed.NETWORK_ADMIN_ROLE ? RoleKind.NETWORK_ADMIN : RoleKind.ORG_ADMIN,
                admin_: true,
                org_: org,
                role_: role,
                generation_: 0,
                proposal_: proposal,
                index_: index
            });
    }

    function _addAccount(address account, Account record, string memory orgId, string memory roleId) internal {
        _ACCOUNTS.add(account, record, orgId, roleId);
    }

    function _setAccountRole(address account, Account record, string memory orgId, string memory roleId) internal {
        _ACCOUNTS.setRole(account, record, orgId, roleId);
    }

    function _setAccountStatus(address account, Account record, string memory orgId) internal {
        _ACCOUNTS.setStatus(account, record, orgId);
    }

    function _setOrgAdmin(uint256 org, address account) internal {
        _ACCOUNTS.setOrgAdmin(org, account);
    }

    /* NODES AND VOTERS */

    /// @dev The record of a node of the organisation; `sameAddress` says whether it has the address given.
    function _requireNode(
        uint256 org,
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort
    ) internal view returns (uint256 index, Node node, bool sameAddress) {
        (index, node, sameAddress) = _NODES.find(enodeId, ip, port, raftPort);
        if (node.org() == 0) revert NodeUnknown(enodeId);
        if (node.org() != org) revert NodeOfOtherOrg(enodeId, orgId);
    }

    /// @dev The record of a node of the organisation at exactly this address.
    function _requireNodeAt(
        uint256 org,
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort
    ) internal view returns (uint256 index, Node node) {
        bool sameAddress;
        (index, node, sameAddress) = _requireNode(org, orgId, enodeId, ip, port, raftPort);
        if (!sameAddress) revert NodeAddressDiffers(enodeId, ip, port, raftPort);
    }

    function _addNode(
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        uint256 org,
        string memory orgId,
        uint256 proposal
    ) internal {
        _NODES.add(enodeId, ip, port, raftPort, org, orgId, proposal);
    }

    function _setNodeStatus(uint256 node, uint256 status, uint256 proposal, string memory orgId) internal {
        _NODES.setStatus(node, status, proposal, orgId);
    }

    function _electorate() internal view returns (uint256 admins) {
        (, admins) = _VOTERS.getNumberOfVoters();
    }

    function _addVoter(address account) internal {
        _VOTERS.addVoter(account);
    }
}
