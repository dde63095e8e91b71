// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {SignedVote} from "../types/SignedVote.sol";

/// @title The message that a voter signs, by EIP-712
library VoteMessage {
    // The compiler hashes them; none is in the code.
    // solhint-disable gas-small-strings

    bytes32 internal constant PROPOSAL_TYPE_HASH = keccak256(
        "Proposal(uint256 id,uint256 operation,string organisation,string enodeId,string host,uint16 port,"
        "uint16 raftPort,address account,string role,string roleOrganisation,uint256 payload)"
    );

    bytes32 private constant DOMAIN_TYPE_HASH = keccak256(
        "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
    );
    bytes32 private constant NAME_HASH = keccak256("Portcullis");
    bytes32 private constant VERSION_HASH = keccak256("1");
    /// @dev The second type is spelled out again, so that the compiler computes the hash.
    bytes32 private constant VOTE_TYPE_HASH = keccak256(
        "Vote(Proposal proposal,bool support,uint256 deadline,uint256 term)"
        "Proposal(uint256 id,uint256 operation,string organisation,string enodeId,string host,uint16 port,"
        "uint16 raftPort,address account,string role,string roleOrganisation,uint256 payload)"
    );

    // solhint-enable gas-small-strings

    /// @dev Half the order of secp256k1: of the two signatures that fit a message, the one with the lower `s` counts.
    uint256 private constant MAX_S = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0;

    /// @dev Of a network: its chain and its interface. The chain's id is asked, since a fork may have another.
    function domainSeparator(address permInterface) internal view returns (bytes32) {
        return keccak256(abi.encode(DOMAIN_TYPE_HASH, NAME_HASH, VERSION_HASH, block.chainid, permInterface));
    }

    /// @dev Who signed a vote; zero if the signature is none. A hash, a deadline, a term or a network other than the signed
    ///      one makes another account of it, which is nobody's.
    function signerOf(SignedVote calldata vote, bytes32 domain) internal pure returns (address) {
        if (uint256(vote.s) > MAX_S) return address(0);

        bytes32 message = keccak256(abi.encode(VOTE_TYPE_HASH, vote.hash, vote.support, vote.deadline, vote.term));
        bytes32 digest = keccak256(abi.encodePacked(hex"1901", domain, message));
        return ecrecover(digest, vote.v, vote.r, vote.s);
    }
}
