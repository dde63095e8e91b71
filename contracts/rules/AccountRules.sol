// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IPermissionsImplementation} from "../interfaces/IPermissionsImplementation.sol";
import {AccountStatus, Action, Op, RoleKind} from "../libraries/Codes.sol";
import {Account, AccountFields} from "../types/Account.sol";
import {Proposal, Subject, SubjectFields} from "../types/Proposal.sol";
import {Role} from "../types/Role.sol";
import {ProposalRules} from "./ProposalRules.sol";

/// @title Accounts that are not admins: their role and their status
/// @dev Giving a role and changing a status are two things. A blacklisting ends by vote only.
abstract contract AccountRules is ProposalRules {
    /* ROLE AND STATUS */

    /// @inheritdoc IPermissionsImplementation
    function assignAccountRole(
        address account,
        string calldata orgId,
        string calldata roleId,
        address caller
    ) external as_(caller) {
        uint256 org = _requireOrgAdmin(caller, orgId);
        if (account == address(0)) revert ZeroAddress();
        (uint256 roleIndex, Role role) = _requireRole(roleId, org, orgId);
        if (role.kind() != RoleKind.CUSTOM) revert AdminRoleByVoteOnly(roleId);
        Account record = _account(account);
        uint256 status = record.status();
        bool free = status == AccountStatus.NONE;
        if (!free) _requireAssignable(account, record, org, orgId);
        if (!free && record.role() == roleIndex && record.generation() == role.generation()) {
            revert AccountHasRole(account, roleId);
        }

        record = AccountFields.create({
            status_: free ? AccountStatus.ACTIVE : status,
            kind_: RoleKind.CUSTOM,
            admin_: role.admin(),
            org_: org,
            role_: roleIndex,
            generation_: role.generation(),
            proposal_: record.proposal(),
            index_: record.index()
        });
        if (free) _addAccount(account, record, orgId, roleId);
        else _setAccountRole(account, record, orgId, roleId);
    }

    /// @inheritdoc IPermissionsImplementation
    function updateAccountStatus(
        string calldata orgId,
        address account,
        uint256 action,
        address caller
    ) external as_(caller) {
        uint256 org = _requireOrgAdmin(caller, orgId);
        Account record = _requireAccount(account, org, orgId);
        _requireNoAdmin(account, record);
        if (action == Action.ACTIVATE && record.role() == 0) revert AccountWithoutRole(account);
        uint256 status = _accountTransition(account, record.status(), action);

        _setAccountStatus(account, record.withStatus(status), orgId);
    }

    /* RECOVERY */

    /// @inheritdoc IPermissionsImplementation
    function startBlacklistedAccountRecovery(
        string calldata orgId,
        address account,
        address caller
    ) external as_(caller) {
        (uint256 org, ) = _requireOrg(orgId);
        Account record = _requireAccount(account, org, orgId);
        _requireUndisputed(record.proposal());
        uint256 status = record.status();
        if (status != AccountStatus.BLACKLISTED) _refuseAccountStatus(account, status, 0);

        uint256 id = _propose(caller, Op.RECOVER_ACCOUNT, SubjectFields.create(org, 0, 0, record.index()), account, 0);
        _setAccountStatus(account, record.withStatus(AccountStatus.RECOVERY_PROPOSED).withProposal(id), orgId);
    }

    /// @inheritdoc IPermissionsImplementation
    function approveBlacklistedAccountRecovery(
        string calldata orgId,
        address account,
        address caller
    ) external as_(caller) {
        (uint256 org, ) = _requireOrg(orgId);

        Account record = _account(account);
        Subject named = SubjectFields.create(org, 0, 0, record.index());
        _approve(caller, record.proposal(), Op.RECOVER_ACCOUNT, named);
    }

    /* OUTCOMES */

    function _concludeAccountRecovery(Proposal proposal, bool passed) internal {
        (address account, Account record) = _accountAt(proposal.account());
        uint256 status = AccountStatus.BLACKLISTED;
        if (passed) status = record.role() == 0 ? AccountStatus.REVOKED : AccountStatus.ACTIVE;
        _setAccountStatus(account, record.withStatus(status).withProposal(0), _orgId(proposal.org()));
    }

    /* INTERNAL */

    /// @dev An account of the organisation to which a role may be given: no admin, and neither proposed nor blacklisted.
    function _requireAssignable(address account, Account record, uint256 org, string calldata orgId) private pure {
        _requireMember(account, record, org, orgId);
        _requireNoAdmin(account, record);
        uint256 status = record.status();
        if (!_isSettled(status)) _refuseAccountStatus(account, status, 0);
    }

    /// @dev Neither proposed nor blacklisted.
    function _isSettled(uint256 status) private pure returns (bool) {
        return status == AccountStatus.ACTIVE || status == AccountStatus.SUSPENDED || status == AccountStatus.REVOKED;
    }

    function _accountTransition(address account, uint256 status, uint256 action) private pure returns (uint256) {
        if (action == Action.SUSPEND && status == AccountStatus.ACTIVE) return AccountStatus.SUSPENDED;
        if (action == Action.ACTIVATE && (status == AccountStatus.SUSPENDED || status == AccountStatus.REVOKED)) {
            return AccountStatus.ACTIVE;
        }
        if (action == Action.BLACKLIST && _isSettled(status)) return AccountStatus.BLACKLISTED;
        if (action == 0 || action > Action.BLACKLIST) revert ActionNotAllowed(action);
        _refuseAccountStatus(account, status, action);
    }
}
