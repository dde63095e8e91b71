// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IProposalQueries} from "../interfaces/IProposalQueries.sol";
import {ProposalState} from "../libraries/Codes.sol";
import {Proposal} from "../types/Proposal.sol";
import {ProposalHashes} from "./ProposalHashes.sol";

/// @title What voters ask: what they vote on
abstract contract ProposalQueries is IProposalQueries, ProposalHashes {
    /// @inheritdoc IProposalQueries
    function getProposalHash(uint256 id) external view returns (bytes32) {
        Proposal proposal = _proposal(id);
        return proposal.state() == ProposalState.OPEN ? _proposalHash(id, proposal) : bytes32(0);
    }
}
