// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IAccountModule} from "../interfaces/IAccountModule.sol";
import {AccountStatus, Op, OrgStatus, RoleKind, WellKnownIndex} from "../libraries/Codes.sol";
import {Account} from "../types/Account.sol";
import {Org} from "../types/Org.sol";
import {Payload, PayloadFields} from "../types/Payload.sol";
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
        (uint256 org, Org orgRecord) = _requireOrg(orgId);
        (uint256 roleIndex, Role role) = _requireRole(roleId, org, orgId);
        // The network admin role is for the admin organisation itself, not for the organisations below it.
        bool elsewhere = role.kind() == RoleKind.NETWORK_ADMIN && org != WellKnownIndex.ADMIN_ORG;
        if (!role.admin() || elsewhere) revert RoleNotAnAdminRole(roleId);
        Account record = _account(account);
        _requireUndisputed(record.proposal());
        if (orgRecord.status() == OrgStatus.PROPOSED) revert OrgNotActive(orgId);
        _requireEligible(account, record, role.kind(), org, orgId);

        // A role that is removed and added again is another role: a vote for one is none for the other.
        Payload payload = PayloadFields.packGeneration(role.generation());
        // An account that has a status keeps it until the vote has passed.
        if (record.status() != AccountStatus.NONE) {
            Subject subject = SubjectFields.create(org, 0, roleIndex, record.index());
            _setAccountProposal(account, _propose(caller, Op.ASSIGN_ADMIN, subject, account, payload));
        } else {
            uint256 id = _nextProposal();
            record = _admin(AccountStatus.PROPOSED, org, roleIndex, role.kind(), role.generation(), id, record);
            (uint256 index, , ) = _recordAccount(account, record, orgId, roleId, 0);
            Subject subject = SubjectFields.create(org, 0, roleIndex, index);
            _propose(caller, Op.ASSIGN_ADMIN, subject, account, payload);
        }
    }

    /// @inheritdoc IAccountModule
    function proposeAdminRemoval(string calldata orgId, address account) external returns (uint256 id) {
        address caller = _sender();
        (uint256 org, ) = _requireOrg(orgId);
        Account record = _requireAccount(account, org, orgId);
        _requireUndisputed(record.proposal());
        if (!record.admin() || !_mayBeRemoved(record)) revert AccountNotAdmin(account);
        if (_isLastNetworkAdmin(record)) revert LastNetworkAdmin(account);
        _requireBooted();

        Subject subject = SubjectFields.create(org, 0, record.role(), record.index());
        id = _propose(caller, Op.REMOVE_ADMIN, subject, account, PayloadFields.NONE);
        _setAccountProposal(account, id);
    }

    /* INTERNAL */

    /// @dev Who may become an admin of `org`: an unassigned account, one that another organisation has claimed by hand, or
    ///      one of the organisation that is active or whose role was revoked, and that no vote has made an admin. The
    ///      organisation may be suspended: the network appoints whoever is to put it in order.
    function _requireEligible(
        address account,
        Account record,
        uint256 roleKind,
        uint256 org,
        string calldata orgId
    ) private view {
        uint256 status = record.status();
        bool claimedByOther = record.org() != org && record.kind() == RoleKind.CUSTOM;
        if (status == AccountStatus.NONE || claimedByOther) {
            if (roleKind != RoleKind.NETWORK_ADMIN) _requireNotGuardian(account);
            return;
        }
        _requireMember(account, record, org, orgId);
        _requireNoAdmin(account, record);
        if (status != AccountStatus.ACTIVE && status != AccountStatus.REVOKED) _refuseAccountStatus(account, status, 0);
    }
}
