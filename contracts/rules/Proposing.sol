// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IBallotModule} from "../interfaces/IBallotModule.sol";
import {Clock} from "../libraries/Clock.sol";
import {Electorate, RuleKind} from "../libraries/Codes.sol";
import {Payload} from "../types/Payload.sol";
import {Proposal, ProposalFields, Subject} from "../types/Proposal.sol";
import {Rule} from "../types/Rule.sol";
import {Voter} from "../types/Voter.sol";
import {ProposerLimits} from "./ProposerLimits.sol";
import {Standing} from "./Standing.sol";

/// @title How proposals are opened
/// @dev The network admins are the voters: appointments and removals change the two together. A rule can say that others
///      vote (Policies).
abstract contract Proposing is ProposerLimits, Standing {
    uint256 private constant LIFETIME = 30 days;

    /// @dev Opens a proposal.
    /// @param account The account that it is about, for the event; zero for none.
    function _propose(
        address proposer,
        uint256 op,
        Subject subject,
        address account,
        Payload payload
    ) internal returns (uint256 id) {
        return _propose(proposer, op, subject, account, payload, false);
    }

    /// @dev Opens a proposal.
    /// @param entitled Whether the proposer may propose it though it may not vote on it.
    function _propose(
        address proposer,
        uint256 op,
        Subject subject,
        address account,
        Payload payload,
        bool entitled
    ) internal returns (uint256 id) {
        uint256 expiresAt = Clock.nowSeconds() + LIFETIME;
        if (expiresAt > type(uint32).max) revert ExpiryNotAllowed(expiresAt);

        Voter voter;
        Rule rule;
        uint256 count;
        Proposal draft = ProposalFields.create(op, subject, Electorate.NETWORK_ADMINS, expiresAt);
        (id, voter, rule, count) = _recordProposal(draft, payload, account, proposer, _today());

        // The implementation, for which this code runs, passes it on to the module that knows who else may.
        bool may = entitled || voter.active() || _isTheNetwork(proposer);
        if (!may && !IBallotModule(address(this)).isProposer(op, proposer)) revert NotAVoter(proposer);
        if (rule.kind() == RuleKind.FORBIDDEN) revert OperationForbidden(op);
        _requireWithinLimits(proposer, voter, count, draft, payload);
    }

    /// @dev Until the boot has ended the electorate is not complete, and nothing may be proposed. Only operations that
    ///      could otherwise be proposed this early call this: until then there is only the admin organisation, which is
    ///      not active, and nothing is blacklisted, so every other proposal is refused because of its subject.
    function _requireBooted() internal view {
        if (!_isBooted()) revert NotBooted();
    }

    /// @dev One proposal at a time about one subject.
    function _requireUndisputed(uint256 proposal) internal pure {
        if (proposal != 0) revert SubjectHasProposal(proposal);
    }
}
