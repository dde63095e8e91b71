// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @dev A vote that its author has signed, for anybody to send. What is signed is an EIP-712 message: the domain
///      "Portcullis", version "1", with the chain's id and the interface's address, and the struct
///
///      Vote(Proposal proposal,bool support,uint256 deadline,uint256 term)
///
///      whose Proposal is what `getProposalHash` hashes.
struct SignedVote {
    /// @dev The proposal's number.
    uint256 id;
    /// @dev The hash of what it proposes.
    bytes32 hash;
    /// @dev True for, false against.
    bool support;
    /// @dev The last second in which it counts, since 1970.
    uint256 deadline;
    /// @dev The voter's term (`getTerm`): a voter who has left since it signed, and came back, is in another one.
    uint256 term;
    /// @dev The signature; `s` is the lower of the two that fit, `v` is 27 or 28.
    bytes32 r;
    bytes32 s;
    uint8 v;
}
