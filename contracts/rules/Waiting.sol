// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Op} from "../libraries/Codes.sol";
import {Proposal} from "../types/Proposal.sol";
import {Lapsing} from "./Lapsing.sol";
import {Standing} from "./Standing.sol";

/// @title Until when what has passed can be carried out
abstract contract Waiting is Standing, Lapsing {
    /// @dev For those that look daily, and for those that look on working days.
    uint256 private constant CARRYING_OUT = 7 days;

    /// @dev In seconds since 1970. The time in which nobody is let in does not count for what lets somebody in, unless
    ///      that has lapsed long before.
    function _lapsesAt(uint256 id, Proposal proposal) internal view returns (uint256) {
        uint256 from = proposal.expiresAt();
        if (_operationsOf(id, proposal.op()) & Op.ADMITTING != 0) {
            (uint256 resumed, ) = _admissionsStoppedUntil();
            if (resumed > from && resumed < from + 2 * CARRYING_OUT) from = resumed;
        }
        return from + CARRYING_OUT;
    }

    /// @dev The operation of a proposal, and those of its changes if it holds any: bit n stands for the operation n.
    function _operationsOf(uint256 id, uint256 op) internal view returns (uint256 operations) {
        if (Op.holdsChanges(op)) (, operations) = _payloadOf(id).unpackChanges();
        operations |= 1 << op;
    }
}
