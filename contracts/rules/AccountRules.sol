// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IAccountManager} from "../interfaces/IAccountManager.sol";
import {IPermissionsImplementation} from "../interfaces/IPermissionsImplementation.sol";
import {IRoleManager} from "../interfaces/IRoleManager.sol";
import {IVoterManager} from "../interfaces/IVoterManager.sol";
import {AccountStatus, Action, Op, RoleKind} from "../libraries/Codes.sol";
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
        (uint256 role, IRoleManager.Role memory roleRecord) = _requireRole(roleId, org, orgId);
        if (roleRecord.kind != RoleKind.CUSTOM) revert AdminRoleByVoteOnly(roleId);
        IAccountManager.Account memory record = _account(account);
        uint256 status = record.status;

        if (status == AccountStatus.NONE) {
            status = AccountStatus.ACTIVE;
        } else {
            if (record.org != org) revert AccountOfOtherOrg(account, orgId);
            _requireNoAdmin(account, record);
            bool may =
                status == AccountStatus.ACTIVE || status == AccountStatus.SUSPENDED || status == AccountStatus.REVOKED;
            if (!may) revert AccountStatusNotAllowed(account, status, 0);
            if (record.role == role && record.generation == roleRecord.generation) {
                revert AccountHasRole(account, roleId);
            }
        }
        _assign(account, org, role, status, record.proposal);
    }

    /// @inheritdoc IPermissionsImplementation
    function updateAccountStatus(
        string calldata orgId,
        address account,
        uint256 action,
        address caller
    ) external as_(caller) {
        uint256 org = _requireOrgAdmin(caller, orgId);
        IAccountManager.Account memory record = _requireAccount(account, org, orgId);
        _requireNoAdmin(account, record);
        uint256 status = record.status;
        if (action == Action.ACTIVATE && record.role == 0) revert AccountWithoutRole(account);

        _setAccountStatus(account, _accountTransition(account, status, action), record.proposal);
    }

    /* RECOVERY */

    /// @inheritdoc IPermissionsImplementation
    function startBlacklistedAccountRecovery(
        string calldata orgId,
        address account,
        address caller
    ) external as_(caller) {
        uint256 org = _orgOf(orgId);
        IAccountManager.Account memory record = _requireAccount(account, org, orgId);
        _requireUndisputed(record.proposal);
        if (record.status != AccountStatus.BLACKLISTED) revert AccountStatusNotAllowed(account, record.status, 0);

        uint256 id = _propose(caller, _about(Op.RECOVER_ACCOUNT, org, 0, 0, account));
        _setAccountStatus(account, AccountStatus.RECOVERY_PROPOSED, id);
    }

    /// @inheritdoc IPermissionsImplementation
    function approveBlacklistedAccountRecovery(
        string calldata orgId,
        address account,
        address caller
    ) external as_(caller) {
        uint256 org = _orgOf(orgId);

        uint256 id = _account(account).proposal;
        _approve(caller, id, _about(Op.RECOVER_ACCOUNT, org, 0, 0, account));
    }

    /* OUTCOMES */

    function _concludeAccountRecovery(IVoterManager.Subject memory subject, bool passed) internal {
        uint256 status = passed ? AccountStatus.ACTIVE : AccountStatus.BLACKLISTED;
        _setAccountStatus(address(uint160(subject.payload)), status, 0);
    }

    /* INTERNAL */

    /// @dev Admins, also proposed ones, are changed by vote only.
    function _requireNoAdmin(address account, IAccountManager.Account memory record) private view {
        if (_isAdmin(record)) revert AccountIsAdmin(account);
    }

    function _accountTransition(address account, uint256 status, uint256 action) private pure returns (uint256) {
        if (action == Action.SUSPEND && status == AccountStatus.ACTIVE) return AccountStatus.SUSPENDED;
        if (action == Action.ACTIVATE && (status == AccountStatus.SUSPENDED || status == AccountStatus.REVOKED)) {
            return AccountStatus.ACTIVE;
        }
        if (
            action == Action.BLACKLIST &&
            (status == AccountStatus.ACTIVE || status == AccountStatus.SUSPENDED || status == AccountStatus.REVOKED)
        ) return AccountStatus.BLACKLISTED;
        if (action == 0 || action > Action.BLACKLIST) revert ActionNotAllowed(action);
        revert AccountStatusNotAllowed(account, status, action);
    }
}
