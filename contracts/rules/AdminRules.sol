// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IAccountManager} from "../interfaces/IAccountManager.sol";
import {IPermissionsImplementation} from "../interfaces/IPermissionsImplementation.sol";
import {IRoleManager} from "../interfaces/IRoleManager.sol";
import {IVoterManager} from "../interfaces/IVoterManager.sol";
import {AccountStatus, Fixed, Op, RoleKind} from "../libraries/Codes.sol";
import {ProposalRules} from "./ProposalRules.sol";

/// @title Network admins and organisation admins: made and unmade by vote only
abstract contract AdminRules is ProposalRules {
    /* PROPOSING */

    /// @inheritdoc IPermissionsImplementation
    function assignAdminRole(
        string calldata orgId,
        address account,
        string calldata roleId,
        address caller
    ) external as_(caller) {
        if (account == address(0)) revert ZeroAddress();
        uint256 org = _orgOf(orgId);
        (uint256 role, IRoleManager.Role memory roleRecord) = _requireRole(roleId, org, orgId);
        if (roleRecord.kind == RoleKind.CUSTOM) revert RoleNotAnAdminRole(roleId);
        // The network admin role is for the admin organisation itself, not for what lies below it.
        if (roleRecord.kind == RoleKind.NETWORK_ADMIN && org != Fixed.ADMIN_ORG) revert RoleUnknown(roleId, orgId);
        IAccountManager.Account memory record = _account(account);
        _requireUndisputed(record.proposal);
        _requireEligible(account, record, org);

        uint256 id = _propose(caller, _about(Op.ASSIGN_ADMIN, org, 0, role, account));
        // An account that has a status keeps it until the vote has passed.
        if (record.status == AccountStatus.NONE) _assign(account, org, role, AccountStatus.PROPOSED, id);
        else _setProposal(account, id);
    }

    /// @inheritdoc IPermissionsImplementation
    function approveAdminRole(string calldata orgId, address account, address caller) external as_(caller) {
        uint256 org = _orgOf(orgId);

        uint256 id = _account(account).proposal;
        _approve(caller, id, _about(Op.ASSIGN_ADMIN, org, 0, 0, account));
    }

    /// @inheritdoc IPermissionsImplementation
    function proposeAdminRemoval(string calldata orgId, address account) external returns (uint256 id) {
        address caller = _sender();
        uint256 org = _orgOf(orgId);
        IAccountManager.Account memory record = _requireAccount(account, org, orgId);
        _requireUndisputed(record.proposal);
        _requireRemovable(account, record);

        id = _propose(caller, _about(Op.REMOVE_ADMIN, org, 0, record.role, account));
        _setProposal(account, id);
    }

    /* OUTCOMES */

    function _concludeAppointment(IVoterManager.Subject memory subject, bool passed) internal {
        address account = address(uint160(subject.payload));
        IAccountManager.Account memory record = _account(account);
        if (!passed) {
            if (record.status == AccountStatus.PROPOSED) _releaseAccount(account);
            else _setProposal(account, 0);
            return;
        }

        _requireEligible(account, record, subject.org);
        _assign(account, subject.org, subject.role, AccountStatus.ACTIVE, 0);
        if (subject.role == Fixed.NETWORK_ADMIN_ROLE) {
            _addVoter(account);
        } else {
            address former = _ACCOUNTS.orgAdminOf(subject.org);
            _setOrgAdmin(subject.org, account);
            if (former != address(0)) _revoke(former, _account(former).proposal);
        }
    }

    function _concludeDismissal(IVoterManager.Subject memory subject, bool passed) internal {
        address account = address(uint160(subject.payload));
        if (!passed) {
            _setProposal(account, 0);
            return;
        }

        _requireRemovable(account, _account(account));
        _revoke(account, 0);
        if (subject.role == Fixed.NETWORK_ADMIN_ROLE) _VOTERS.removeVoter(account);
        else _setOrgAdmin(subject.org, address(0));
    }

    /* INTERNAL */

    function _setProposal(address account, uint256 proposal) private {
        _ACCOUNTS.setProposal(account, proposal);
    }

    function _revoke(address account, uint256 proposal) private {
        _ACCOUNTS.revoke(account, proposal);
    }

    /// @dev Who may become an admin of `org`: a free account, or one of the organisation that is active or whose role was
    ///      revoked, and that is no admin already. Nobody is added to a suspended organisation.
    function _requireEligible(address account, IAccountManager.Account memory record, uint256 org) private view {
        if (!_isOrgActive(org)) revert OrgNotActive(_ORGS.fullId(org));
        uint256 status = record.status;
        if (status == AccountStatus.NONE) return;
        if (record.org != org) revert AccountOfOtherOrg(account, _ORGS.fullId(org));
        // It can only be this proposal that marked it: there is one at a time.
        if (status == AccountStatus.PROPOSED) return;
        if (status != AccountStatus.ACTIVE && status != AccountStatus.REVOKED) {
            revert AccountStatusNotAllowed(account, status, 0);
        }
        if (_isAdmin(record)) revert AccountIsAdmin(account);
    }

    /// @dev Who may be removed: an active admin, but never the last network admin.
    function _requireRemovable(address account, IAccountManager.Account memory record) private view {
        uint256 kind = _role(record.role).kind;
        if (record.status != AccountStatus.ACTIVE || kind == RoleKind.CUSTOM) revert AccountNotAdmin(account);
        if (kind != RoleKind.NETWORK_ADMIN) return;
        if (_electorate() == 1) revert LastNetworkAdmin(account);
    }
}
