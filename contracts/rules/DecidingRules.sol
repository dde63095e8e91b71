// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {AccountStatus, Op, RoleKind} from "../libraries/Codes.sol";
import {Account} from "../types/Account.sol";
import {Org} from "../types/Org.sol";
import {Role} from "../types/Role.sol";
import {Rule} from "../types/Rule.sol";
import {Policies} from "./Policies.sol";

/// @title By which rules a proposal is decided
abstract contract DecidingRules is Policies {
    /// @dev A rule by which a proposal is decided, and the operation that has it.
    struct Deciding {
        uint256 op;
        Rule rule;
    }

    /// @dev The rules by which a proposal is decided: those of all its changes for a resolution. What organisations do alone
    ///      adds nothing to them.
    function _decidingOn(uint256 id) internal view returns (Deciding[] memory deciding) {
        uint256 own = _proposal(id).op();
        uint256 others = 0;
        if (own == Op.RESOLVE) (, others) = _payloadOf(id).unpackChanges();
        uint256 count = 1;
        for (uint256 op = 1; others >> op != 0; ++op) {
            if (others & (1 << op) == 0) continue;
            if (_ruleOf(op).isSelf()) others ^= 1 << op;
            else ++count;
        }

        deciding = new Deciding[](count);
        deciding[0] = Deciding({op: own, rule: _ruleOf(own)});
        for (uint256 op = Op.LAST; count > 1; --op) {
            if (others & (1 << op) != 0) deciding[--count] = Deciding({op: op, rule: _ruleOf(op)});
        }
    }

    /// @dev Whether a vote has made an account an admin in the tree of an organisation.
    function _isAdminByVote(Account record, uint256 org) internal view returns (bool) {
        if (record.status() != AccountStatus.ACTIVE || record.kind() == RoleKind.CUSTOM || !record.admin())
            return false;
        return Role.unwrap(_roleOf(record)) != 0 && _ultimateOf(record) == _topOf(org);
    }

    function _ultimateOf(Account record) internal view returns (uint256) {
        return _topOf(record.org());
    }

    function _topOf(uint256 org) internal view returns (uint256) {
        (Org record, ) = _orgAt(org);
        return record.ultimate();
    }
}
