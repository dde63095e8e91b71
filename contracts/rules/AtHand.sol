// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {AccountStatus, WellKnownIndex} from "../libraries/Codes.sol";
import {Account} from "../types/Account.sol";
import {Standing} from "./Standing.sol";

/// @title Which accounts an organisation's admins may give roles to, or let go
abstract contract AtHand is Standing {
    /// @dev An account of the organisation to which its admins may give a role, or which they may let go: no admin, and
    ///      neither proposed nor blacklisted. Whom the network has voted out of its own organisation comes back, or goes, by
    ///      vote only.
    function _requireAtHand(address account, Account record, uint256 org, string calldata orgId) internal pure {
        _requireMember(account, record, org, orgId);
        _requireNoAdmin(account, record);
        uint256 status = record.status();
        bool isVotedOut = status == AccountStatus.REVOKED && org == WellKnownIndex.ADMIN_ORG;
        if (!_isSettled(status) || isVotedOut) _refuseAccountStatus(account, status, 0);
    }

    /// @dev Neither proposed nor blacklisted.
    function _isSettled(uint256 status) internal pure returns (bool) {
        return status == AccountStatus.ACTIVE || status == AccountStatus.SUSPENDED || status == AccountStatus.REVOKED;
    }
}
