// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IAccountModule} from "../interfaces/IAccountModule.sol";
import {AccountStatus, Action, Op, RoleKind, Setting, WellKnownIndex} from "../libraries/Codes.sol";
import {Account, AccountFields} from "../types/Account.sol";
import {Org} from "../types/Org.sol";
import {PayloadFields} from "../types/Payload.sol";
import {Subject, SubjectFields} from "../types/Proposal.sol";
import {Role} from "../types/Role.sol";
import {OrgLimits} from "./OrgLimits.sol";
import {Proposing} from "./Proposing.sol";

/// @title Accounts that are not admins: their role and their status
/// @dev Giving a role and changing a status are two things. A blacklisting ends by vote only.
abstract contract AccountRules is IAccountModule, Proposing, OrgLimits {
    /* ROLE AND STATUS */

    /// @inheritdoc IAccountModule
    function assignAccountRole(
        address account,
        string calldata orgId,
        string calldata roleId,
        address caller
    ) external onlyInterface(caller) {
        (uint256 org, Org orgRecord) = _requireMayGive(caller, orgId);
        if (account == address(0)) revert ZeroAddress();
        (uint256 roleIndex, Role role) = _requireRole(roleId, org, orgId);
        bool inAdminOrg = org == WellKnownIndex.ADMIN_ORG;
        if (role.kind() != RoleKind.CUSTOM || (inAdminOrg && role.admin())) revert AdminRoleByVoteOnly(roleId);
        // A policy may let accounts give roles that are no admins.
        bool isAdmin = _isTheNetwork(caller) || !role.admin() || _account(caller).admin();
        if (!isAdmin) revert NotOrgAdmin(caller, orgId);
        Account record = _account(account);
        uint256 epoch = role.admin() ? _epochOf(org) : 0;
        uint256 status = record.status();
        bool free = status == AccountStatus.NONE;
        if (free) _requireClaimable(account, record, orgRecord, orgId);
        else _requireAtHand(account, record, org, orgId);
        if (!free && record.role() == roleIndex && record.generation() == role.generation() && record.epoch() == epoch)
            revert AccountHasRole(account, roleId);

        record = AccountFields.create({
            status_: free ? AccountStatus.ACTIVE : status,
            kind_: RoleKind.CUSTOM,
            admin_: role.admin(),
            org_: org,
            role_: roleIndex,
            generation_: role.generation(),
            epoch_: epoch,
            proposal_: record.proposal(),
            former_: record
        });
        if (free) _addAccount(account, record, orgId, roleId, orgRecord.ultimate());
        else _setAccountRole(account, record, orgId, roleId);
    }

    /// @inheritdoc IAccountModule
    function updateAccountStatus(
        string calldata orgId,
        address account,
        uint256 action,
        address caller
    ) external onlyInterface(caller) {
        (uint256 org, ) = _requireMaySet(caller, orgId, action);
        Account record = _requireAccount(account, org, orgId);
        _requireNoAdmin(account, record);
        if (org == WellKnownIndex.ADMIN_ORG) _requireNotGuardian(account);
        uint256 status = _accountTransition(account, record.status(), action);
        if (action == Action.ACTIVATE && record.role() == 0) revert AccountWithoutRole(account);

        _setAccountStatus(account, record.withStatus(status), orgId);
    }

    /* RELEASE */

    /// @inheritdoc IAccountModule
    function releaseAccount(string calldata orgId, address account) external {
        address caller = _sender();
        (uint256 org, ) = _requireMayTake(caller, orgId);
        Account record = _account(account);
        _requireAtHand(account, record, org, orgId);
        _requireUndisputed(record.proposal());
        // Whoever could give it a role again would end its suspension.
        if (record.status() == AccountStatus.SUSPENDED) _requireByHand(Op.SET_ACCOUNT_STATUS, caller);

        _setAccountStatus(account, record.released(), orgId);
    }

    /// @inheritdoc IAccountModule
    function proposeAccountRelease(string calldata orgId, address account) external returns (uint256 id) {
        address caller = _sender();
        (uint256 org, ) = _requireOrg(orgId);
        Account record = _requireAccount(account, org, orgId);
        _requireNoAdmin(account, record);
        _requireUndisputed(record.proposal());

        Subject subject = SubjectFields.create(org, 0, 0, record.index());
        id = _propose(caller, Op.RELEASE, subject, account, PayloadFields.NONE);
        _setAccountProposal(account, id);
    }

    /* RECOVERY */

    /// @inheritdoc IAccountModule
    function startBlacklistedAccountRecovery(
        string calldata orgId,
        address account,
        address caller
    ) external onlyInterface(caller) {
        (uint256 org, ) = _requireOrg(orgId);
        Account record = _requireAccount(account, org, orgId);
        _requireUndisputed(record.proposal());
        uint256 status = record.status();
        if (status != AccountStatus.BLACKLISTED) _refuseAccountStatus(account, status, 0);

        Subject subject = SubjectFields.create(org, 0, 0, record.index());
        uint256 id = _propose(caller, Op.RECOVER_ACCOUNT, subject, account, PayloadFields.NONE);
        _setAccountStatus(account, record.withStatus(AccountStatus.RECOVERY_PROPOSED).withProposal(id), orgId);
    }

    /* INTERNAL */

    function _addAccount(
        address account,
        Account record,
        string calldata orgId,
        string calldata roleId,
        uint256 addedBy
    ) private {
        (, uint256 added, uint256 limit) = _recordAccount(account, record, orgId, roleId, addedBy);
        _requireWithinLimit(orgId, Setting.ACCOUNTS, added, limit);
    }

    /// @dev An unassigned account that no vote has taken from the organisation, or from one in the same tree.
    function _requireClaimable(address account, Account record, Org org, string calldata orgId) private view {
        _requireNotGuardian(account);
        if (record.lostBy() == org.ultimate()) revert AccountLostByVote(account, orgId);
    }

    /// @dev An account of the organisation to which its admins may give a role, or which they may let go: no admin, and
    ///      neither proposed nor blacklisted. Whom the network has voted out of its own organisation comes back, or goes, by
    ///      vote only.
    function _requireAtHand(address account, Account record, uint256 org, string calldata orgId) private pure {
        _requireMember(account, record, org, orgId);
        _requireNoAdmin(account, record);
        uint256 status = record.status();
        bool isVotedOut = status == AccountStatus.REVOKED && org == WellKnownIndex.ADMIN_ORG;
        if (!_isSettled(status) || isVotedOut) _refuseAccountStatus(account, status, 0);
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
