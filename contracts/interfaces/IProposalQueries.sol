// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title What voters ask
/// @notice The implementation answers it itself, whatever modules it has. Everyone may ask; nothing is refused, and nothing
///         changes.
interface IProposalQueries {
    /// @notice Returns the hash of what a proposal would carry out, which `voteByHash` and signed votes name: the EIP-712
    ///         hash of
    ///
    ///         Proposal(uint256 id,uint256 operation,string organisation,string enodeId,string host,uint16 port,
    ///         uint16 raftPort,address account,string role,string roleOrganisation,uint256 payload)
    ///
    ///         without the line break: the operation (library Op); the organisation's full id; the node's enode id, and the
    ///         address that the proposal proposes for it, otherwise the recorded one, or none for a release; the account;
    ///         the role, and the full id of the organisation that defines it; and what types/Payload.sol describes. What it
    ///         is not about is empty or 0.
    /// @param id The proposal's number, from 1 on.
    /// @return The hash; 0 if the proposal is not open.
    function getProposalHash(uint256 id) external view returns (bytes32);
}
