// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Clock} from "../libraries/Clock.sol";
import {Proposal} from "../types/Proposal.sol";

/// @title When a proposal ends by itself
abstract contract Lapsing {
    /// @dev For those that look daily, and for those that look on working days.
    uint256 private constant CARRYING_OUT = 7 days;

    function _hasExpired(Proposal proposal) internal view returns (bool) {
        return Clock.nowSeconds() >= proposal.expiresAt();
    }

    /// @dev Until when what has passed can be carried out, in seconds since 1970.
    function _lapsesAt(Proposal proposal) internal pure returns (uint256) {
        return proposal.expiresAt() + CARRYING_OUT;
    }
}
