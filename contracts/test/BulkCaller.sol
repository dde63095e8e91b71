// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title Makes many calls in one transaction (for benchmarks)
/// @dev Put in the place of the implementation, it fills the managers of a large network.
contract BulkCaller {
    function callAll(address target, bytes[] calldata calls) external {
        for (uint256 i = 0; i < calls.length; ++i) {
            // solhint-disable-next-line avoid-low-level-calls
            (bool succeeded, bytes memory answer) = target.call(calls[i]);
            if (!succeeded) {
                assembly ("memory-safe") {
                    revert(add(answer, 0x20), mload(answer))
                }
            }
        }
    }
}
