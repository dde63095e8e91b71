// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {AccountStatus, RoleKind} from "../libraries/Codes.sol";
import {Account} from "../types/Account.sol";
import {Standing} from "./Standing.sol";

/// @title Who may become an admin, and who may cease to be one: asked when it is proposed, and again when it is decided
abstract contract AdminEligibility is Standing {
    /// @dev An account with the status PROPOSED has it because of the proposal that is being decided.
    function _mayBecomeAdmin(Account record) internal pure returns (bool) {
        uint256 status = record.status();
        return status == AccountStatus.ACTIVE || status == AccountStatus.REVOKED || status == AccountStatus.PROPOSED;
    }

    function _isAdmin(Account record) internal pure returns (bool) {
        return record.status() == AccountStatus.ACTIVE && record.kind() != RoleKind.CUSTOM;
    }

    function _isLastNetworkAdmin(Account record) internal view returns (bool) {
        return record.kind() == RoleKind.NETWORK_ADMIN && _electorate() == 1;
    }
}
