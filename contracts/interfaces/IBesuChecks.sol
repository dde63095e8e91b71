// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title What Besu nodes ask the interface for every connection, besides IPermissionsChecks
/// @notice The node permissioning of the Enterprise Ethereum Alliance in its first version, which Besu asks until 25.5. Its
///         second version is `connectionAllowed` of IPermissionsChecks, asked for each node by itself; its account
///         permissioning is `transactionAllowed`.
/// @dev It is no part of the interface's own ABI, where a second function of one name would take the first one's.
interface IBesuChecks {
    /// @notice Returns whether two nodes may connect. The implementation decides (INodeQueries.peersAllowed). It does not
    ///         revert: the answer is no where IPermissionsChecks says no.
    /// @param sourceEnodeHigh The first half of the enode id of the node that calls.
    /// @param sourceEnodeLow The second half.
    /// @param sourceEnodeIp Its ip address; IPv4 as ::ffff:0:0/96.
    /// @param sourceEnodePort The port at which it listens.
    /// @param destinationEnodeHigh The first half of the enode id of the node that is called.
    /// @param destinationEnodeLow The second half.
    /// @param destinationEnodeIp Its ip address; IPv4 as ::ffff:0:0/96.
    /// @param destinationEnodePort The port at which it listens.
    /// @return All bits set if it is allowed, otherwise all but the highest.
    function connectionAllowed(
        bytes32 sourceEnodeHigh,
        bytes32 sourceEnodeLow,
        bytes16 sourceEnodeIp,
        uint16 sourceEnodePort,
        bytes32 destinationEnodeHigh,
        bytes32 destinationEnodeLow,
        bytes16 destinationEnodeIp,
        uint16 destinationEnodePort
    ) external view returns (bytes32);
}
