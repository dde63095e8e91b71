// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title Makes many calls in one transaction (for benchmarks)
/// @dev In the place of the implementation it fills the managers of a large network.
contract BulkCaller {
    function callAll(address target, bytes[] calldata calls) external {
        for (uint256 i = 0; i < calls.length; ++i) {
            // solhint-disable-next-line avoid-low-level-calls
            (bool succeeded, bytes memory answer) = target.call(calls[i]);
            if (!succeeded) {
                // Memory-safe: it only reads, from the first byte of the answer to its last, and ends the call.
                assembly ("memory-safe") {
                    revert(add(answer, 0x20), mload(answer))
                }
            }
        }
    }
}
