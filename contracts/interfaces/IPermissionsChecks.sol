// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title What nodes ask the interface for every transaction and every connection
/// @notice Neither reverts, whatever the call data is: a question that cannot be decoded is answered no, and so is one
///         that the implementation refuses or answers with nonsense.
interface IPermissionsChecks {
    /// @notice As the implementation says, but for one thing: the guardian, and who has been proposed as guardian, may
    ///         always send to the upgradable contract, so that a broken implementation can be repaired.
    function transactionAllowed(
        address sender,
        address target,
        uint256 value,
        uint256 gasPrice,
        uint256 gasLimit,
        bytes calldata payload
    ) external view returns (bool);

    /// @notice As the implementation says.
    function connectionAllowed(string calldata enodeId, string calldata ip, uint16 port) external view returns (bool);
}
