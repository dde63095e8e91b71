// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title Bytes that are kept as the code of contracts, which costs a third of what storage costs
/// @dev What does not fit into one contract goes on in the next. The code of each is a STOP, so that nothing ever runs or
///      destroys it, the address of the next (20 bytes, zero for none), and a part of the bytes.
library CodeStorage {
    /// @dev Copies to memory what follows it, and returns that as the code of the new contract.
    bytes11 private constant CREATION = hex"600b5981380380925939f3";
    uint256 private constant CREATION_LENGTH = 11;
    /// @dev STOP and the address of the next.
    uint256 private constant HEAD = 21;
    /// @dev What fits beside the head into the code of one contract (EIP-170).
    uint256 private constant MOST = 24_576 - HEAD;

    /// @dev A contract could not be created, which takes gas alone.
    error StoringFailed();

    /// @param data Not empty.
    /// @return first The contract with the first part.
    function write(bytes memory data) internal returns (address first) {
        uint256 parts = (data.length + MOST - 1) / MOST;
        for (uint256 end = data.length; parts > 0; --parts) {
            uint256 from = (parts - 1) * MOST;
            first = _create(data, from, end - from, first);
            end = from;
        }
    }

    /// @param first What `write` has answered.
    function read(address first) internal view returns (bytes memory data) {
        uint256 length = 0;
        for (address part = first; part != address(0); part = _nextOf(part)) length += part.code.length - HEAD;

        data = new bytes(length);
        uint256 at = 0;
        for (address part = first; part != address(0); part = _nextOf(part)) {
            uint256 size = part.code.length - HEAD;
            // Memory-safe: the lengths of all parts make up that of the array.
            assembly ("memory-safe") {
                extcodecopy(part, add(add(data, 0x20), at), HEAD, size)
            }
            at += size;
        }
    }

    function _create(bytes memory data, uint256 from, uint256 length, address next) private returns (address part) {
        bytes memory creation = new bytes(CREATION_LENGTH + HEAD + length);
        bytes memory head = abi.encodePacked(CREATION, bytes1(0), next);
        // Memory-safe: head and part fit into the array; the identity precompile copies them.
        assembly ("memory-safe") {
            let to := add(creation, 0x20)
            mstore(to, mload(add(head, 0x20)))
            to := add(to, mload(head))
            let copied := staticcall(gas(), 4, add(add(data, 0x20), from), length, to, length)
            if copied {
                part := create(0, add(creation, 0x20), mload(creation))
            }
        }
        if (part == address(0)) revert StoringFailed();
    }

    function _nextOf(address part) private view returns (address next) {
        // Memory-safe: it uses scratch space.
        assembly ("memory-safe") {
            mstore(0, 0)
            extcodecopy(part, 12, 1, 20)
            next := mload(0)
        }
    }
}
