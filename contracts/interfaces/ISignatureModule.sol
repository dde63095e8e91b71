// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {SignedVote} from "../types/SignedVote.sol";
import {IRules} from "./IRules.sol";

/// @title Votes by signature
/// @notice Network admins sign what they vote on, and anybody sends their votes. What all functions have in common, such as
///         the usual refusals, is in IRules.
interface ISignatureModule is IRules {
    /// @notice Casts votes that network admins have signed, on one or several proposals. For everyone: each vote counts as
    ///         its signer's. Votes that cannot count are left out, and the others count all the same. An account that is a
    ///         contract cannot sign: it votes itself. Emits for each vote that counts what `vote` emits. Reverts with
    ///         TooManyVotes; with NoVoteCounts if none counts.
    /// @param votes At most 64. Those on one proposal that come one after the other count together, and then decide it if
    ///        they do; later ones are judged by what that has changed.
    /// @return results What became of each (library SignedVoteResult): 0 it counts, otherwise why it was left out.
    function voteBySignatures(SignedVote[] calldata votes) external returns (uint256[] memory results);

    /* QUESTIONS (everyone; nothing is refused) */

    /// @notice Returns the hash of what a proposal would carry out, which `voteByHash` and signed votes name: the EIP-712
    ///         hash of
    ///
    ///         Proposal(uint256 id,uint256 operation,string organisation,string enodeId,string host,uint16 port,
    ///         uint16 raftPort,address account,string role,string roleOrganisation,uint256 payload)
    ///
    ///         without the line break: the operation (library Op); the organisation's full id; the node's enode id, and the
    ///         address that the proposal proposes for it, otherwise the recorded one, or none for a release; the account;
    ///         the role, and the full id of the organisation that defines it; and what types/Payload.sol describes, for a
    ///         resolution the hash of its changes (ABI, `bytes[]`). What it is not about is empty or 0.
    /// @param id The proposal's number, from 1 on.
    /// @return The hash; 0 if the proposal is not open.
    function getProposalHash(uint256 id) external view returns (bytes32);
}
