// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Clock} from "../libraries/Clock.sol";
import {Payload} from "../types/Payload.sol";
import {Proposal} from "../types/Proposal.sol";
import {Voter} from "../types/Voter.sol";
import {RulesBase} from "./RulesBase.sol";

/// @title How one network admin is kept from holding the others up with proposals
/// @dev Both are for each proposer alone: what one may not propose now, any other network admin may.
abstract contract ProposerLimits is RulesBase {
    /// @dev How many proposals a network admin makes in a day: more than people vote on, and so few that others end them
    ///      with less trouble than they take. A day begins at midnight, UTC.
    uint256 private constant DAILY_PROPOSALS = 32;
    uint256 private constant DAY = 1 days;

    /// @dev How long a proposer waits with what the others have rejected: time enough to do what it stood in the way of.
    uint256 private constant WAIT = 7 days;

    function _today() internal view returns (uint256) {
        return Clock.nowSeconds() / DAY;
    }

    /// @dev Refuses one proposal too many of today, and what was rejected lately.
    /// @param count How many the proposer has made today, with this one.
    function _requireWithinLimits(
        address proposer,
        Voter voter,
        uint256 count,
        Proposal draft,
        Payload payload
    ) internal view {
        if (count > DAILY_PROPOSALS) revert TooManyProposals(proposer, DAILY_PROPOSALS, (_today() + 1) * DAY);
        if (voter.waitsUntil() <= Clock.nowSeconds()) return;
        uint256 until = _waitOf(draft.topicOf(voter.index(), payload.detailOf(draft.op())));
        if (until > Clock.nowSeconds()) revert RejectedLately(proposer, draft.op(), until);
    }

    /// @dev The proposer waits before it proposes again what others have voted against. Its own vote makes nobody wait:
    ///      where there is one network admin, no other could propose.
    function _letWait(uint256 id, Proposal proposal) internal {
        uint256 detail = _payloadOf(id).detailOf(proposal.op());
        _holdBack(id, proposal.topicOf(proposal.proposer(), detail), Clock.nowSeconds() + WAIT);
    }
}
