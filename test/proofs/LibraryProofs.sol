// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {AccessLevel} from "../../contracts/libraries/AccessLevel.sol";
import {Clock} from "../../contracts/libraries/Clock.sol";

/// @title What the small libraries always do
contract LibraryProofs {
    function aMomentIsTheSameInEveryUnit(uint256 moment) external view {
        // From 1973 to 5138; before and after, the units cannot be told from each other.
        require(moment > 1e8 && moment <= 1e11);
        bool large = block.timestamp == moment * 1e6 || block.timestamp == moment * 1e9;
        require(large || block.timestamp == moment || block.timestamp == moment * 1e3);
        assert(Clock.nowSeconds() == moment);
    }

    function timeDoesNotOverflow(uint256 moment) external view {
        require(block.timestamp == moment);
        assert(Clock.nowSeconds() <= moment);
    }

    function aTransactionHasOneType(address target, uint256 length) external pure {
        uint256 kind = AccessLevel.typeOf(target, length);
        assert((kind == AccessLevel.DEPLOY) == (target == address(0)));
        assert((kind == AccessLevel.CALL) == (target != address(0) && length > 0));
        assert((kind == AccessLevel.TRANSFER) == (target != address(0) && length == 0));
    }
}
