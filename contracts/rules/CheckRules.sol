// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IPermissionsImplementation} from "../interfaces/IPermissionsImplementation.sol";
import {Access} from "../libraries/Access.sol";
import {AccountStatus, RoleKind} from "../libraries/Codes.sol";
import {Account} from "../types/Account.sol";
import {Role} from "../types/Role.sol";
import {Records} from "./Records.sol";

/// @title What nodes and people ask: who may send, who may connect, who is an admin
/// @dev Nodes ask the first two for every transaction and every connection. They look at nobody's caller.
abstract contract CheckRules is Records {
    /// @inheritdoc IPermissionsImplementation
    function transactionAllowed(
        address sender,
        address target,
        uint256,
        uint256,
        uint256,
        bytes calldata payload
    ) external view returns (bool) {
        Account account = _account(sender);
        if (account.status() == AccountStatus.ACTIVE && _isOrgActive(account.org())) {
            Role role = _roleOf(account);
            if (role.active() && Access.allows(role.access(), Access.typeOf(target, payload.length))) return true;
        }
        return !_isBooted();
    }

    /// @inheritdoc IPermissionsImplementation
    function connectionAllowed(string calldata enodeId, string calldata ip, uint16 port) external view returns (bool) {
        return _NODES.connectionAllowed(enodeId, ip, port) || !_isBooted();
    }

    /// @inheritdoc IPermissionsImplementation
    function isNetworkAdmin(address account) external view returns (bool) {
        Account record = _account(account);
        return record.status() == AccountStatus.ACTIVE && record.kind() == RoleKind.NETWORK_ADMIN;
    }

    /// @inheritdoc IPermissionsImplementation
    function isOrgAdmin(address account, string calldata orgId) external view returns (bool) {
        (, bool admin, bool active) = _adminStanding(account, orgId);
        return admin && active;
    }

    /// @inheritdoc IPermissionsImplementation
    function validateAccount(address account, string calldata orgId) external view returns (bool) {
        return _ACCOUNTS.validateAccount(account, orgId);
    }
}
