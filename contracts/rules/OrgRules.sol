// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IPermissionsImplementation} from "../interfaces/IPermissionsImplementation.sol";
import {AccountStatus, Action, Fixed, NodeStatus, Op, OrgStatus} from "../libraries/Codes.sol";
import {Account} from "../types/Account.sol";
import {Org} from "../types/Org.sol";
import {Proposal, Subject, SubjectFields} from "../types/Proposal.sol";
import {ProposalRules} from "./ProposalRules.sol";

/// @title Which organisations belong to the network
abstract contract OrgRules is ProposalRules {
    /* ORGANISATIONS WITHOUT PARENT */

    /// @inheritdoc IPermissionsImplementation
    function addOrg(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        address account,
        address caller
    ) external as_(caller) {
        (uint256 org, uint256 id) = _proposeOrg(caller, orgId, enodeId, account);

        _ORGS.propose(orgId, id);
        _addNode(enodeId, ip, port, raftPort, org, orgId, id);
    }

    /// @inheritdoc IPermissionsImplementation
    function approveOrg(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        address account,
        address caller
    ) external as_(caller) {
        (uint256 index, Org org) = _requireOrg(orgId);
        (uint256 node, ) = _requireNodeAt(index, orgId, enodeId, ip, port, raftPort);

        Subject named = SubjectFields.create(index, node, 0, _account(account).index());
        _approve(caller, org.proposal(), Op.ADD_ORG, named);
    }

    /// @inheritdoc IPermissionsImplementation
    function updateOrgStatus(string calldata orgId, uint256 action, address caller) external as_(caller) {
        (uint256 index, Org org) = _requireOrg(orgId);
        if (index == Fixed.ADMIN_ORG) revert AdminOrgNotAllowed(orgId);
        if (org.parent() != 0) revert OrgNotTopLevel(orgId);
        (uint256 op, uint256 from, uint256 to) = _orgTransition(action);
        _requireUndisputed(org.proposal());
        if (org.status() != from) revert OrgStatusNotAllowed(orgId, org.status(), action);

        uint256 id = _propose(caller, op, SubjectFields.create(index, 0, 0, 0), address(0), 0);
        _setOrgStatus(index, to, id);
    }

    /// @inheritdoc IPermissionsImplementation
    function approveOrgStatus(string calldata orgId, uint256 action, address caller) external as_(caller) {
        (uint256 index, Org org) = _requireOrg(orgId);
        (uint256 op, , ) = _orgTransition(action);

        _approve(caller, org.proposal(), op, SubjectFields.create(index, 0, 0, 0));
    }

    /* SUB-ORGANISATIONS */

    /// @inheritdoc IPermissionsImplementation
    function addSubOrg(
        string calldata pOrgId,
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        address caller
    ) external as_(caller) {
        uint256 parent = _requireOrgAdmin(caller, pOrgId);

        (uint256 org, string memory id) = _ORGS.addSub(orgId, parent);
        if (bytes(enodeId).length != 0) _addNode(enodeId, ip, port, raftPort, org, id, 0);
    }

    /* OUTCOMES */

    function _concludeAddOrg(Proposal proposal, bool passed) internal {
        (uint256 org, uint256 role) = (proposal.org(), proposal.role());
        (address account, Account record) = _accountAt(proposal.account());
        string memory orgId = _setOrgStatus(org, passed ? OrgStatus.APPROVED : OrgStatus.NONE, 0);
        if (passed) {
            string memory roleId = _ROLES.activateOrgAdmin(role, orgId);
            _setNodeStatus(proposal.node(), NodeStatus.APPROVED, 0, orgId);
            _setAccountRole(account, _admin(AccountStatus.ACTIVE, org, role, 0, record.index()), orgId, roleId);
            _setOrgAdmin(org, account);
        } else {
            _NODES.release(proposal.node());
            _setAccountStatus(account, record.released(), orgId);
        }
    }

    function _concludeOrgStatus(Proposal proposal, uint256 status) internal {
        _setOrgStatus(proposal.org(), status, 0);
    }

    /* INTERNAL */

    /// @dev Opens the proposal about the records that the organisation, its node and its admin are going to get, and marks
    ///      the admin.
    function _proposeOrg(
        address caller,
        string calldata orgId,
        string calldata enodeId,
        address account
    ) private returns (uint256 org, uint256 id) {
        Account record = _requireFree(account);
        org = _ORGS.nextOrg(orgId);
        uint256 role = _ROLES.prepareOrgAdmin(org);
        uint256 index = _indexOf(record);
        Subject subject = SubjectFields.create(org, _NODES.nextNode(enodeId), role, index);
        id = _propose(caller, Op.ADD_ORG, subject, account, 0);
        record = _admin(AccountStatus.PROPOSED, org, role, id, index);
        _addAccount(account, record, orgId, _ROLES.nameOf(role));
    }

    /// @dev What an action proposes: the operation, the status it starts from, and the one that shows it is proposed.
    function _orgTransition(uint256 action) private pure returns (uint256 op, uint256 from, uint256 to) {
        if (action == Action.SUSPEND) {
            return (Op.SUSPEND_ORG, OrgStatus.APPROVED, OrgStatus.SUSPENSION_PROPOSED);
        }
        if (action == Action.ACTIVATE) {
            return (Op.RESTORE_ORG, OrgStatus.SUSPENDED, OrgStatus.RESTORATION_PROPOSED);
        }
        revert ActionNotAllowed(action);
    }
}
