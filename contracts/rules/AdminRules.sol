// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IPermissionsImplementation} from "../interfaces/IPermissionsImplementation.sol";
import {AccountStatus, Fixed, Op, RoleKind} from "../libraries/Codes.sol";
import {Account, AccountFields} from "../types/Account.sol";
import {Detail, DetailFields, Proposal} from "../types/Proposal.sol";
import {Role} from "../types/Role.sol";
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
        (uint256 org, ) = _requireOrg(orgId);
        (uint256 roleIndex, Role role) = _requireRole(roleId, org, orgId);
        if (role.kind() == RoleKind.CUSTOM) revert RoleNotAnAdminRole(roleId);
        // The network admin role is for the admin organisation itself, not for what lies below it.
        if (role.kind() == RoleKind.NETWORK_ADMIN && org != Fixed.ADMIN_ORG) revert RoleUnknown(roleId, orgId);
        Account record = _account(account);
        _requireUndisputed(record.proposal());
        _requireEligible(account, record, org);

        uint256 id = _propose(caller, Op.ASSIGN_ADMIN, org, 0, DetailFields.ofAccount(roleIndex, account));
        // An account that has a status keeps it until the vote has passed.
        if (record.status() != AccountStatus.NONE) {
            _setProposal(account, id);
        } else {
            _addAccount(account, _admin(AccountStatus.PROPOSED, org, roleIndex, id), orgId, roleId);
        }
    }

    /// @inheritdoc IPermissionsImplementation
    function approveAdminRole(string calldata orgId, address account, address caller) external as_(caller) {
        (uint256 org, ) = _requireOrg(orgId);

        uint256 id = _account(account).proposal();
        _approve(caller, id, Op.ASSIGN_ADMIN, org, 0, account);
    }

    /// @inheritdoc IPermissionsImplementation
    function proposeAdminRemoval(string calldata orgId, address account) external returns (uint256 id) {
        address caller = _sender();
        (uint256 org, ) = _requireOrg(orgId);
        Account record = _requireAccount(account, org, orgId);
        _requireUndisputed(record.proposal());
        _requireRemovable(account, record);

        id = _propose(caller, Op.REMOVE_ADMIN, org, 0, DetailFields.ofAccount(record.role(), account));
        _setProposal(account, id);
    }

    /* OUTCOMES */

    function _concludeAppointment(Proposal proposal, Detail detail, bool passed) internal {
        (uint256 org, uint256 role, address account) = (proposal.org(), detail.role(), detail.account());
        Account record = _account(account);
        string memory orgId = _orgId(org);
        if (!passed) {
            if (record.status() == AccountStatus.PROPOSED) _setAccountStatus(account, Account.wrap(0), orgId);
            else _setProposal(account, 0);
            return;
        }

        _requireEligible(account, record, org);
        _setAccountRole(account, _admin(AccountStatus.ACTIVE, org, role, 0), orgId, _ROLES.nameOf(role));
        if (role == Fixed.NETWORK_ADMIN_ROLE) {
            _addVoter(account);
        } else {
            address former = _ACCOUNTS.orgAdminOf(org);
            _setOrgAdmin(org, account);
            if (former != address(0)) _revoke(former, org, _account(former).proposal(), orgId);
        }
    }

    function _concludeDismissal(Proposal proposal, Detail detail, bool passed) internal {
        (uint256 org, address account) = (proposal.org(), detail.account());
        if (!passed) {
            _setProposal(account, 0);
            return;
        }

        _requireRemovable(account, _account(account));
        _revoke(account, org, 0, _orgId(org));
        if (detail.role() == Fixed.NETWORK_ADMIN_ROLE) _VOTERS.removeVoter(account);
        else _setOrgAdmin(org, address(0));
    }

    /* INTERNAL */

    function _setProposal(address account, uint256 proposal) private {
        _ACCOUNTS.setProposal(account, proposal);
    }

    /// @dev The account stays with its organisation, without a role.
    function _revoke(address account, uint256 org, uint256 proposal, string memory orgId) private {
        Account record = AccountFields.create({
            status_: AccountStatus.REVOKED,
            kind_: RoleKind.CUSTOM,
            admin_: false,
            org_: org,
            role_: 0,
            generation_: 0,
            proposal_: proposal
        });
        _setAccountRole(account, record, orgId, "");
    }

    /// @dev Who may become an admin of `org`: a free account, or one of the organisation that is active or whose role was
    ///      revoked, and that is no admin already. Nobody is added to a suspended organisation.
    function _requireEligible(address account, Account record, uint256 org) private view {
        if (!_isOrgActive(org)) revert OrgNotActive(_orgId(org));
        uint256 status = record.status();
        if (status == AccountStatus.NONE) return;
        if (record.org() != org) revert AccountOfOtherOrg(account, _orgId(org));
        // It can only be this proposal that marked it: there is one at a time.
        if (status == AccountStatus.PROPOSED) return;
        if (status != AccountStatus.ACTIVE && status != AccountStatus.REVOKED) {
            revert AccountStatusNotAllowed(account, status, 0);
        }
        if (record.kind() != RoleKind.CUSTOM) revert AccountIsAdmin(account);
    }

    /// @dev Who may be removed: an active admin, but never the last network admin.
    function _requireRemovable(address account, Account record) private view {
        uint256 kind = record.kind();
        if (record.status() != AccountStatus.ACTIVE || kind == RoleKind.CUSTOM) revert AccountNotAdmin(account);
        if (kind == RoleKind.NETWORK_ADMIN && _electorate() == 1) revert LastNetworkAdmin(account);
    }
}
