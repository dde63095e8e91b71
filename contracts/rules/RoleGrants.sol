// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IAccountModule} from "../interfaces/IAccountModule.sol";
import {AccountStatus, RoleKind, Setting, WellKnownIndex} from "../libraries/Codes.sol";
import {Account, AccountFields} from "../types/Account.sol";
import {Org} from "../types/Org.sol";
import {Role} from "../types/Role.sol";
import {AtHand} from "./AtHand.sol";
import {Ends} from "./Ends.sol";
import {OrgLimits} from "./OrgLimits.sol";

/// @title How organisations give roles, and until when
abstract contract RoleGrants is IAccountModule, AtHand, OrgLimits, Ends {
    /// @inheritdoc IAccountModule
    function assignAccountRole(
        address account,
        string calldata orgId,
        string calldata roleId,
        address caller
    ) external onlyInterface(caller) {
        _assignRole(caller, account, orgId, roleId, 0);
    }

    /// @inheritdoc IAccountModule
    function assignAccountRoleUntil(
        address account,
        string calldata orgId,
        string calldata roleId,
        uint48 until
    ) external {
        _assignRole(_sender(), account, orgId, roleId, until);
    }

    /* INTERNAL */

    function _assignRole(
        address caller,
        address account,
        string calldata orgId,
        string calldata roleId,
        uint256 until
    ) private {
        (uint256 org, Org orgRecord, Account giver) = _requireGiver(caller, orgId, false);
        if (account == address(0)) revert ZeroAddress();
        _requireEnd(until);
        (uint256 roleIndex, Role role) = _requireRole(roleId, org, orgId);
        bool inAdminOrg = org == WellKnownIndex.ADMIN_ORG;
        if (role.kind() != RoleKind.CUSTOM || (inAdminOrg && role.admin())) revert AdminRoleByVoteOnly(roleId);
        // A policy may let accounts give roles that are no admins.
        bool isAdmin = _isTheNetwork(caller) || !role.admin() || giver.admin();
        if (!isAdmin) revert NotOrgAdmin(caller, orgId);
        // Nor to itself: otherwise no end would be one.
        bool outlives = giver.endsAt() != 0 && (until == 0 || until > giver.endsAt());
        if (outlives) revert OutlivesGiver(caller, giver.endsAt());
        Account record = _account(account);
        bool free = record.status() == AccountStatus.NONE;
        if (free) _requireClaimable(account, record, orgRecord, orgId);
        else _requireAtHand(account, record, org, orgId);

        Account given = AccountFields
            .create({
                status_: free ? AccountStatus.ACTIVE : record.status(),
                kind_: RoleKind.CUSTOM,
                admin_: role.admin(),
                org_: org,
                role_: roleIndex,
                generation_: role.generation(),
                epoch_: role.admin() ? _epochOf(org) : 0,
                proposal_: record.proposal(),
                former_: record
            })
            .withEnd(until);
        if (Account.unwrap(given) == Account.unwrap(record)) revert AccountHasRole(account, roleId);
        if (free) _addAccount(account, given, orgId, roleId, orgRecord.ultimate());
        else _setAccountRole(account, given, orgId, roleId);
    }

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
}
