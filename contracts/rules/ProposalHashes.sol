// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IPolicyModule} from "../interfaces/IPolicyModule.sol";
import {CodeStorage} from "../libraries/CodeStorage.sol";
import {Op, ProposalState} from "../libraries/Codes.sol";
import {VoteMessage} from "../libraries/VoteMessage.sol";
import {Payload} from "../types/Payload.sol";
import {Policy} from "../types/Policy.sol";
import {Proposal} from "../types/Proposal.sol";
import {Rule} from "../types/Rule.sol";
import {RulesBase} from "./RulesBase.sol";

/// @title The hash of what a proposal would carry out
/// @dev It is made of names and values and not of places in lists, so that whoever shows a proposal can compute it from what
///      is shown. Nothing of it can change while the proposal is open: where a node listens is left out where it is not
///      what is voted on, since its organisation may move it.
abstract contract ProposalHashes is RulesBase {
    /// @dev What the hash says about a node: nothing where the proposal is about none.
    struct NamedNode {
        string enodeId;
        string host;
        uint16 port;
        uint16 raftPort;
    }

    function _proposalHash(uint256 id) internal view returns (bytes32) {
        Proposal proposal = _proposal(id);
        if (proposal.state() != ProposalState.OPEN) return bytes32(0);

        NamedNode memory node = _namedNode(id, proposal);
        (address account, ) = _accountAt(proposal.account());
        (string memory role, string memory roleOrg) = _namedRole(proposal.role());
        return
            keccak256(
                abi.encode(
                    VoteMessage.PROPOSAL_TYPE_HASH,
                    id,
                    proposal.op(),
                    keccak256(bytes(_orgId(proposal.org()))),
                    keccak256(bytes(node.enodeId)),
                    keccak256(bytes(node.host)),
                    node.port,
                    node.raftPort,
                    account,
                    keccak256(bytes(role)),
                    keccak256(bytes(roleOrg)),
                    _named(id, proposal.op(), _payloadOf(id))
                )
            );
    }

    /// @dev What is said about the payload: where it holds changes the hash of these, and of a rule that says who votes the
    ///      hash of the policy; not where they are kept.
    function _named(uint256 id, uint256 op, Payload payload) private view returns (uint256) {
        if (Op.holdsChanges(op)) {
            (address content, ) = payload.unpackChanges();
            return uint256(keccak256(CodeStorage.read(content)));
        }
        if (op != Op.CHANGE_RULE) return Payload.unwrap(payload);
        (, Rule rule) = payload.unpackRule();
        if (!rule.hasTerms()) return Payload.unwrap(payload);
        // The implementation, for which this code runs, passes it on to the module that answers it.
        (uint256 changed, Policy memory policy) = IPolicyModule(address(this)).getProposedPolicy(id);
        return uint256(keccak256(abi.encode(changed, policy)));
    }

    function _namedNode(uint256 id, Proposal proposal) private view returns (NamedNode memory node) {
        uint256 index = proposal.node();
        if (index == 0) return node;
        if (proposal.op() == Op.RELEASE || proposal.op() == Op.EMERGENCY) node.enodeId = _enodeId(index);
        else (node.enodeId, node.host, node.port, node.raftPort) = _nodeAsProposed(index, id);
    }

    function _namedRole(uint256 index) private view returns (string memory role, string memory org) {
        if (index == 0) return ("", "");
        return (_roleId(index), _orgId(_roleAt(index).org()));
    }
}
