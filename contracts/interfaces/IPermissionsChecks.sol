// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title What nodes ask the interface for every transaction and every connection
/// @notice Neither function reverts, whatever the call data is: the answer is no where a question cannot be decoded, and
///         where the implementation refuses it or gives anything but a clean yes. Until the suite is linked, both say no.
///         Everyone may ask.
interface IPermissionsChecks {
    /// @notice Returns whether an account may send a transaction. The implementation decides (INodeQueries), with one
    ///         exception: the guardian and the proposed guardian may always send to the upgradable contract, so that a
    ///         broken implementation can be replaced.
    /// @param sender The account that sends.
    /// @param target The account or contract that it sends to; zero for a deployment.
    /// @param value In wei. Passed on; the rules do not look at it.
    /// @param gasPrice In wei. Passed on; the rules do not look at it.
    /// @param gasLimit In gas. Passed on; the rules do not look at it.
    /// @param payload The transaction's data.
    /// @return Whether it is allowed.
    function transactionAllowed(
        address sender,
        address target,
        uint256 value,
        uint256 gasPrice,
        uint256 gasLimit,
        bytes calldata payload
    ) external view returns (bool);

    /// @notice Returns whether a node may connect. The implementation decides (INodeQueries).
    /// @param enodeId 128 lower-case hex digits.
    /// @param ip The ip address or host name that the node comes from.
    /// @param port Passed on; the rules do not look at it.
    /// @return Whether it is allowed.
    function connectionAllowed(string calldata enodeId, string calldata ip, uint16 port) external view returns (bool);
}
