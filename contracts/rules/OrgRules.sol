// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IPermissionsImplementation} from "../interfaces/IPermissionsImplementation.sol";
import {IVoterManager} from "../interfaces/IVoterManager.sol";
import {AccountStatus, Action, Fixed, NodeStatus, Op, OrgStatus} from "../libraries/Codes.sol";
import {Names} from "../libraries/Names.sol";
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
        Names.requireName(orgId);
        _requireFree(account);

        uint256 org = _ORGS.nextOrg(orgId);
        uint256 role = _ROLES.prepareOrgAdmin(org);
        uint256 id = _propose(caller, _about(Op.ADD_ORG, org, _NODES.nextNode(enodeId), role, account));
        _ORGS.propose(orgId, id);
        _addNode(enodeId, ip, port, raftPort, org, NodeStatus.PROPOSED, id);
        _assign(account, org, role, AccountStatus.PROPOSED, id);
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
        (uint256 org, , , uint256 proposal) = _requireOrg(orgId);
        (uint256 node, , ) = _requireNodeAt(org, orgId, enodeId, ip, port, raftPort);

        _approve(caller, proposal, _about(Op.ADD_ORG, org, node, 0, account));
    }

    /// @inheritdoc IPermissionsImplementation
    function updateOrgStatus(string calldata orgId, uint256 action, address caller) external as_(caller) {
        (uint256 org, uint256 status, uint256 parent, uint256 proposal) = _requireOrg(orgId);
        if (org == Fixed.ADMIN_ORG) revert AdminOrgNotAllowed(orgId);
        if (parent != 0) revert OrgNotTopLevel(orgId);
        (uint8 op, uint256 from, uint256 to) = _orgTransition(action);
        _requireUndisputed(proposal);
        if (status != from) revert OrgStatusNotAllowed(orgId, status, action);

        uint256 id = _propose(caller, _about(op, org, 0, 0, address(0)));
        _setOrgStatus(org, to, id);
    }

    /// @inheritdoc IPermissionsImplementation
    function approveOrgStatus(string calldata orgId, uint256 action, address caller) external as_(caller) {
        (uint256 org, , , uint256 proposal) = _requireOrg(orgId);
        (uint8 op, , ) = _orgTransition(action);

        _approve(caller, proposal, _about(op, org, 0, 0, address(0)));
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
        Names.requireName(orgId);

        uint256 org = _ORGS.addSub(orgId, parent);
        if (bytes(enodeId).length != 0) _addNode(enodeId, ip, port, raftPort, org, NodeStatus.APPROVED, 0);
    }

    /* OUTCOMES */

    function _concludeAddOrg(IVoterManager.Subject memory subject, bool passed) internal {
        address account = address(uint160(subject.payload));
        _setOrgStatus(subject.org, passed ? OrgStatus.APPROVED : OrgStatus.NONE, 0);
        if (passed) {
            _ROLES.activate(subject.role);
            _setNodeStatus(subject.node, NodeStatus.APPROVED, 0);
            _assign(account, subject.org, subject.role, AccountStatus.ACTIVE, 0);
            _setOrgAdmin(subject.org, account);
        } else {
            _NODES.release(subject.node);
            _releaseAccount(account);
        }
    }

    function _concludeOrgStatus(IVoterManager.Subject memory subject, uint256 status) internal {
        _setOrgStatus(subject.org, status, 0);
    }

    /* INTERNAL */

    /// @dev What an action proposes: the operation, the status it starts from, and the one that shows it is proposed.
    function _orgTransition(uint256 action) private pure returns (uint8 op, uint256 from, uint256 to) {
        if (action == Action.SUSPEND) {
            return (Op.SUSPEND_ORG, OrgStatus.APPROVED, OrgStatus.SUSPENSION_PROPOSED);
        }
        if (action == Action.ACTIVATE) {
            return (Op.RESTORE_ORG, OrgStatus.SUSPENDED, OrgStatus.RESTORATION_PROPOSED);
        }
        revert ActionNotAllowed(action);
    }
}
