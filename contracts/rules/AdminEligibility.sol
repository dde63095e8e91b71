// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {AccountStatus, RoleKind} from "../libraries/Codes.sol";
import {Account} from "../types/Account.sol";
import {Standing} from "./Standing.sol";

/// @title Who may cease to be an admin: asked when it is proposed, and again when it is decided
abstract contract AdminEligibility is Standing {
    function _mayBeRemoved(Account record) internal pure returns (bool) {
        return record.status() == AccountStatus.ACTIVE || record.status() == AccountStatus.SUSPENDED;
    }

    function _isLastNetworkAdmin(Account record) internal view returns (bool) {
        return record.kind() == RoleKind.NETWORK_ADMIN && _electorate() == 1;
    }
}
