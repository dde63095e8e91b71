// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Clock} from "../libraries/Clock.sol";
import {Proposal} from "../types/Proposal.sol";

/// @title When a proposal ends by itself
abstract contract Lapsing {
    function _hasExpired(Proposal proposal) internal view returns (bool) {
        return Clock.nowSeconds() >= proposal.expiresAt();
    }
}
