// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IAccountModule} from "../interfaces/IAccountModule.sol";
import {AccountStatus, Action, Op, WellKnownIndex} from "../libraries/Codes.sol";
import {Account} from "../types/Account.sol";
import {PayloadFields} from "../types/Payload.sol";
import {Subject, SubjectFields} from "../types/Proposal.sol";
import {AtHand} from "./AtHand.sol";
import {Proposing} from "./Proposing.sol";

/// @title Accounts that are not admins: their status, and how organisations let them go
/// @dev Giving a role and changing a status are two things. A blacklisting ends by vote only.
abstract contract AccountRules is IAccountModule, Proposing, AtHand {
    /* STATUS */

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
