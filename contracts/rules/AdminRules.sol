// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IAccountModule} from "../interfaces/IAccountModule.sol";
import {AccountStatus, Op, RoleKind, WellKnownIndex} from "../libraries/Codes.sol";
import {Account} from "../types/Account.sol";
import {PayloadFields} from "../types/Payload.sol";
import {Subject, SubjectFields} from "../types/Proposal.sol";
import {Role} from "../types/Role.sol";
import {AdminEligibility} from "./AdminEligibility.sol";
import {Proposing} from "./Proposing.sol";

/// @title Network admins and organisation admins: proposed here, made and unmade by vote only
abstract contract AdminRules is IAccountModule, Proposing, AdminEligibility {
    /* PROPOSING */

    /// @inheritdoc IAccountModule
    function assignAdminRole(
        string calldata orgId,
        address account,
        string calldata roleId,
        address caller
    ) external onlyInterface(caller) {
        if (account == address(0)) revert ZeroAddress();
        (uint256 org, ) = _requireOrg(orgId);
        (uint256 roleIndex, Role role) = _requireRole(roleId, org, orgId);
        // The network admin role is for the admin organisation itself, not for the organisations below it.
        bool elsewhere = role.kind() == RoleKind.NETWORK_ADMIN && org != WellKnownIndex.ADMIN_ORG;
        if (role.kind() == RoleKind.CUSTOM || elsewhere) revert RoleNotAnAdminRole(roleId);
        Account record = _account(account);
        _requireUndisputed(record.proposal());
        _requireEligible(account, record, role.kind(), org, orgId);

        // An account that has a status keeps it until the vote has passed.
        if (record.status() != AccountStatus.NONE) {
            Subject subject = SubjectFields.create(org, 0, roleIndex, record.index());
            _setAccountProposal(account, _propose(caller, Op.ASSIGN_ADMIN, subject, account, PayloadFields.NONE));
        } else {
            record = _admin(AccountStatus.PROPOSED, org, roleIndex, _nextProposal(), 0);
            uint256 index = _recordAccount(account, record, orgId, roleId);
            Subject subject = SubjectFields.create(org, 0, roleIndex, index);
            _propose(caller, Op.ASSIGN_ADMIN, subject, account, PayloadFields.NONE);
        }
    }

    /// @inheritdoc IAccountModule
    function proposeAdminRemoval(string calldata orgId, address account) external returns (uint256 id) {
        address caller = _sender();
        (uint256 org, ) = _requireOrg(orgId);
        Account record = _requireAccount(account, org, orgId);
        _requireUndisputed(record.proposal());
        if (!_isAdmin(record)) revert AccountNotAdmin(account);
        if (_isLastNetworkAdmin(record)) revert LastNetworkAdmin(account);
        _requireBooted();

        Subject subject = SubjectFields.create(org, 0, record.role(), record.index());
        id = _propose(caller, Op.REMOVE_ADMIN, subject, account, PayloadFields.NONE);
        _setAccountProposal(account, id);
    }

    /* INTERNAL */

    /// @dev Who may become an admin of `org`: an unassigned account, or one of the organisation that is active or whose
    ///      role was revoked, and that is not an admin yet. A suspended organisation gets no new accounts.
    function _requireEligible(
        address account,
        Account record,
        uint256 roleKind,
        uint256 org,
        string calldata orgId
    ) private view {
        if (!_isOrgActive(org)) revert OrgNotActive(orgId);
        if (record.status() == AccountStatus.NONE) {
            if (roleKind != RoleKind.NETWORK_ADMIN) _requireNotGuardian(account);
            return;
        }
        _requireMember(account, record, org, orgId);
        _requireNoAdmin(account, record);
        if (!_mayBecomeAdmin(record)) _refuseAccountStatus(account, record.status(), 0);
    }
}
