// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IOrganisationModule} from "../interfaces/IOrganisationModule.sol";
import {AccountStatus, Action, Op, OrgStatus, RoleKind, Setting, WellKnownIndex} from "../libraries/Codes.sol";
import {Names} from "../libraries/Names.sol";
import {Account} from "../types/Account.sol";
import {Node} from "../types/Node.sol";
import {Org} from "../types/Org.sol";
import {PayloadFields} from "../types/Payload.sol";
import {Subject, SubjectFields} from "../types/Proposal.sol";
import {Ends} from "./Ends.sol";
import {NodeAddresses} from "./NodeAddresses.sol";
import {OrgTransitions} from "./OrgTransitions.sol";
import {Proposing} from "./Proposing.sol";

/// @title Which organisations belong to the network
abstract contract OrgRules is IOrganisationModule, Proposing, NodeAddresses, OrgTransitions, Ends {
    /* ORGANISATIONS WITHOUT PARENT */

    /// @inheritdoc IOrganisationModule
    function addOrg(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        address account,
        address caller
    ) external onlyInterface(caller) {
        Account former = _requireObtainable(account);
        _requireUndisputed(former.proposal());
        _requireNotGuardian(account);
        Names.requireName(orgId);

        // The records name the proposal, and the proposal names the records. What another organisation has claimed by hand
        // stays with it until the vote has passed.
        uint256 id = _nextProposal();
        uint256 org = _recordProposedOrg(orgId, id);
        (uint256 node, Node formerNode, , ) = _addNode(enodeId, ip, port, raftPort, org, orgId, id, 0);
        if (formerNode.org() == WellKnownIndex.ADMIN_ORG) revert NodeByVoteOnly(enodeId);
        if (formerNode.org() != 0) _requireUndisputed(formerNode.proposal());
        (uint256 role, string memory roleId) = _prepareOrgAdminRole(org);
        uint256 index = former.index();
        if (former.status() == AccountStatus.NONE) {
            Account record = _admin(AccountStatus.PROPOSED, org, role, RoleKind.ORG_ADMIN, 0, id, former);
            (index, , ) = _recordAccount(account, record, orgId, roleId, 0);
        } else {
            _setAccountProposal(account, id);
        }
        _requireBooted();
        _propose(caller, Op.ADD_ORG, SubjectFields.create(org, node, role, index), account, PayloadFields.NONE);
    }

    /// @inheritdoc IOrganisationModule
    function updateOrgStatus(string calldata orgId, uint256 action, address caller) external onlyInterface(caller) {
        (uint256 index, Org org) = _requireSuspendable(orgId);
        (uint256 op, uint256 from, uint256 to) = _orgTransition(action);
        _requireUndisputed(org.proposal());
        if (_statusOf(org) != from) revert OrgStatusNotAllowed(orgId, _statusOf(org), action);

        uint256 id = _propose(caller, op, SubjectFields.create(index, 0, 0, 0), address(0), PayloadFields.NONE);
        _setOrgStatus(index, to, id);
    }

    /// @inheritdoc IOrganisationModule
    function suspendOrgUntil(string calldata orgId, uint48 until) external returns (uint256 id) {
        address caller = _sender();
        (uint256 index, Org org) = _requireSuspendable(orgId);
        _requireUndisputed(org.proposal());
        uint256 status = _statusOf(org);
        bool suspended = status == OrgStatus.SUSPENDED;
        if (!suspended && status != OrgStatus.APPROVED) revert OrgStatusNotAllowed(orgId, status, Action.SUSPEND);
        if (until == 0) revert EndNotAllowed(until);
        _requireEnd(until);
        if (suspended && org.ends() && _suspensionEndOf(index) == until) revert NothingChanges();

        Subject subject = SubjectFields.create(index, 0, 0, 0);
        id = _propose(caller, Op.SUSPEND_ORG_UNTIL, subject, address(0), PayloadFields.packEnd(until));
        // What only is to end otherwise goes on meanwhile.
        _setOrgStatus(index, suspended ? OrgStatus.SUSPENDED : OrgStatus.SUSPENSION_PROPOSED, id);
    }

    /// @inheritdoc IOrganisationModule
    function endSuspension(string calldata orgId) external {
        _sender();
        (uint256 index, Org org) = _requireOrg(orgId);
        if (!org.ends()) revert NothingChanges();
        if (!_isBack(org)) revert SuspensionLasts(orgId, _suspensionEndOf(index));

        _setOrgStatus(index, OrgStatus.APPROVED, org.proposal());
    }

    /* SUB-ORGANISATIONS */

    /// @inheritdoc IOrganisationModule
    function addSubOrg(
        string calldata pOrgId,
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        address caller
    ) external onlyInterface(caller) {
        (uint256 parent, Org above) = _requireMayGive(caller, pOrgId);
        Names.requireName(orgId);
        _requireRoomBelow(above, pOrgId);

        (uint256 org, string memory id, uint256 added, uint256 limit) = _recordSubOrg(orgId, parent);
        _requireWithinLimit(pOrgId, Setting.SUB_ORGS, added, limit);
        if (bytes(enodeId).length != 0) _claimNode(enodeId, ip, port, raftPort, org, id, above.ultimate());
    }

    /* INTERNAL */

    /// @dev An organisation that a vote may suspend or restore.
    function _requireSuspendable(string calldata orgId) private view returns (uint256 index, Org org) {
        (index, org) = _requireOrg(orgId);
        if (index == WellKnownIndex.ADMIN_ORG) revert AdminOrgNotAllowed(orgId);
        if (org.parent() != 0) revert OrgNotTopLevel(orgId);
    }

    function _requireRoomBelow(Org parent, string calldata parentId) private view {
        (uint256 breadth, uint256 depth) = _treeLimits();
        if (parent.level() >= depth) revert OrgTooDeep(parentId, parent.level(), depth);
        if (parent.subCount() >= breadth) revert OrgTooBroad(parentId, parent.subCount(), breadth);
    }
}
