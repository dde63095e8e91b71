// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IPermissionsImplementation} from "../interfaces/IPermissionsImplementation.sol";
import {AccountStatus, Fixed, Op, RoleKind} from "../libraries/Codes.sol";
import {Account, AccountFields} from "../types/Account.sol";
import {Proposal, Subject, SubjectFields} from "../types/Proposal.sol";
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
        // The network admin role is for the admin organisation itself, not for what lies below it.
        if (role.kind() == RoleKind.CUSTOM || (role.kind() == RoleKind.NETWORK_ADMIN && org != Fixed.ADMIN_ORG)) {
            revert RoleNotAnAdminRole(roleId);
        }
        Account record = _account(account);
        _requireUndisputed(record.proposal());
        _requireEligible(account, record, org, orgId);

        uint256 index = _indexOf(record);
        Subject subject = SubjectFields.create(org, 0, roleIndex, index);
        uint256 id = _propose(caller, Op.ASSIGN_ADMIN, subject, account, 0);
        // An account that has a status keeps it until the vote has passed.
        if (record.status() != AccountStatus.NONE) {
            _setProposal(account, id);
        } else {
            _addAccount(account, _admin(AccountStatus.PROPOSED, org, roleIndex, id, index), orgId, roleId);
        }
    }

    /// @inheritdoc IPermissionsImplementation
    function approveAdminRole(string calldata orgId, address account, address caller) external as_(caller) {
        (uint256 org, ) = _requireOrg(orgId);

        Account record = _account(account);
        Subject named = SubjectFields.create(org, 0, 0, record.index());
        _approve(caller, record.proposal(), Op.ASSIGN_ADMIN, named);
    }

    /// @inheritdoc IPermissionsImplementation
    function proposeAdminRemoval(string calldata orgId, address account) external returns (uint256 id) {
        address caller = _sender();
        (uint256 org, ) = _requireOrg(orgId);
        Account record = _requireAccount(account, org, orgId);
        _requireUndisputed(record.proposal());
        if (!_isAdmin(record)) revert AccountNotAdmin(account);
        if (_isLastNetworkAdmin(record)) revert LastNetworkAdmin(account);

        Subject subject = SubjectFields.create(org, 0, record.role(), record.index());
        id = _propose(caller, Op.REMOVE_ADMIN, subject, account, 0);
        _setProposal(account, id);
    }

    /* OUTCOMES */

    function _concludeAppointment(Proposal proposal, bool passed) internal returns (bool) {
        (uint256 org, uint256 role) = (proposal.org(), proposal.role());
        (address account, Account record) = _accountAt(proposal.account());
        string memory orgId = _orgId(org);
        if (!passed || !_mayBecomeAdmin(record) || !_isOrgActive(org)) {
            if (record.status() == AccountStatus.PROPOSED) _setAccountStatus(account, record.released(), orgId);
            else _setProposal(account, 0);
            return false;
        }

        _setAccountRole(
            account,
            _admin(AccountStatus.ACTIVE, org, role, 0, record.index()),
            orgId,
            _ROLES.nameOf(role)
        );
        if (role == Fixed.NETWORK_ADMIN_ROLE) {
            _addVoter(account);
        } else {
            address former = _ACCOUNTS.orgAdminOf(org);
            _setOrgAdmin(org, account);
            if (former != address(0)) _revoke(former, _account(former), orgId);
        }
        return true;
    }

    function _concludeDismissal(Proposal proposal, bool passed) internal returns (bool) {
        uint256 org = proposal.org();
        (address account, Account record) = _accountAt(proposal.account());
        if (!passed || !_isAdmin(record) || _isLastNetworkAdmin(record)) {
            _setProposal(account, 0);
            return false;
        }

        _revoke(account, record.withProposal(0), _orgId(org));
        if (proposal.role() == Fixed.NETWORK_ADMIN_ROLE) _VOTERS.removeVoter(account);
        else _setOrgAdmin(org, address(0));
        return true;
    }

    /* INTERNAL */

    function _setProposal(address account, uint256 proposal) private {
        _ACCOUNTS.setProposal(account, proposal);
    }

    /// @dev The account stays with its organisation, without a role.
    function _revoke(address account, Account record, string memory orgId) private {
        record = AccountFields.create({
            status_: AccountStatus.REVOKED,
            kind_: RoleKind.CUSTOM,
            admin_: false,
            org_: record.org(),
            role_: 0,
            generation_: 0,
            proposal_: record.proposal(),
            index_: record.index()
        });
        _setAccountRole(account, record, orgId, "");
    }

    /// @dev Who may become an admin of `org`: a free account, or one of the organisation that is active or whose role was
    ///      revoked, and that is no admin already. Nobody is added to a suspended organisation.
    function _requireEligible(address account, Account record, uint256 org, string calldata orgId) private view {
        if (!_isOrgActive(org)) revert OrgNotActive(orgId);
        if (record.status() == AccountStatus.NONE) return;
        _requireMember(account, record, org, orgId);
        _requireNoAdmin(account, record);
        if (!_mayBecomeAdmin(record)) _refuseAccountStatus(account, record.status(), 0);
    }

    /// @dev An account that is proposed is so by the one proposal about it.
    function _mayBecomeAdmin(Account record) private pure returns (bool) {
        uint256 status = record.status();
        return status == AccountStatus.ACTIVE || status == AccountStatus.REVOKED || status == AccountStatus.PROPOSED;
    }

    function _isAdmin(Account record) private pure returns (bool) {
        return record.status() == AccountStatus.ACTIVE && record.kind() != RoleKind.CUSTOM;
    }

    function _isLastNetworkAdmin(Account record) private view returns (bool) {
        return record.kind() == RoleKind.NETWORK_ADMIN && _electorate() == 1;
    }
}
