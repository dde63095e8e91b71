// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {ProposalState, RuleKind} from "../../contracts/libraries/Codes.sol";
import {VotingRule} from "../../contracts/libraries/VotingRule.sol";

/// @title What the counting of votes always does
/// @dev A list holds 24 bits of records, so an electorate is smaller than 2^24; it is never empty. `outOf` is above 0 also
///      where nothing is divided by it: with 0 the checker would take everything for proved.
contract VotingProofs {
    function majorityIsTheLeastNumberAboveHalf(uint32 count, uint32 outOf, uint24 electorate) external pure {
        require(outOf > 0 && electorate > 0);
        uint256 needed = VotingRule.threshold(RuleKind.MAJORITY, count, outOf, electorate);
        assert(needed * 2 > electorate);
        assert((needed - 1) * 2 <= electorate);
        assert(needed <= electorate);
    }

    function allAndAnyAreWhatTheySay(uint32 count, uint32 outOf, uint24 electorate) external pure {
        require(outOf > 0);
        assert(VotingRule.threshold(RuleKind.ALL, count, outOf, electorate) == electorate);
        assert(VotingRule.threshold(RuleKind.ANY, count, outOf, electorate) == 1);
    }

    function countCanBeMetThoughTheElectorateShrinks(
        uint32 count,
        uint32 outOf,
        uint24 before,
        uint24 electorate
    ) external pure {
        require(outOf > 0 && electorate > 0 && electorate <= before);
        require(VotingRule.isSound(RuleKind.COUNT, count, 0, before));
        uint256 needed = VotingRule.threshold(RuleKind.COUNT, count, outOf, electorate);
        assert(needed > 0 && needed <= electorate && needed <= count);
    }

    function fractionIsTheLeastNumberThatReachesIt(uint32 count, uint32 outOf, uint24 electorate) external pure {
        require(electorate > 0);
        require(VotingRule.isSound(RuleKind.FRACTION, count, outOf, electorate));
        uint256 needed = VotingRule.threshold(RuleKind.FRACTION, count, outOf, electorate);
        assert(needed * outOf >= uint256(electorate) * count);
        assert((needed - 1) * outOf < uint256(electorate) * count);
        assert(needed > 0);
        assert(needed <= electorate);
    }

    function forbiddenIsNeverMet(
        uint32 outOf,
        uint256 votesFor,
        uint256 votesAgainst,
        uint24 electorate
    ) external pure {
        require(outOf > 0 && votesFor <= electorate && votesAgainst <= electorate - votesFor);
        uint256 needed = VotingRule.threshold(RuleKind.FORBIDDEN, 0, outOf, electorate);
        assert(VotingRule.outcome(needed, votesFor, votesAgainst, electorate) == ProposalState.REJECTED);
    }

    function aRejectedProposalCannotPassAnyMore(
        uint8 kind,
        uint32 count,
        uint32 outOf,
        uint256 votesFor,
        uint256 votesAgainst,
        uint256 more,
        uint24 electorate
    ) external pure {
        require(outOf > 0);
        require(votesFor <= electorate && votesAgainst <= electorate - votesFor);
        require(more <= electorate - votesFor - votesAgainst);
        uint256 needed = VotingRule.threshold(kind, count, outOf, electorate);
        uint8 now_ = VotingRule.outcome(needed, votesFor, votesAgainst, electorate);
        uint8 later = VotingRule.outcome(needed, votesFor + more, votesAgainst, electorate);
        assert(now_ != ProposalState.REJECTED || later == ProposalState.REJECTED);
        assert(now_ != ProposalState.APPROVED || later == ProposalState.APPROVED);
    }

    function anOpenProposalCanGoEitherWay(
        uint8 kind,
        uint32 count,
        uint32 outOf,
        uint256 votesFor,
        uint256 votesAgainst,
        uint24 electorate
    ) external pure {
        require(outOf > 0);
        require(votesFor <= electorate && votesAgainst <= electorate - votesFor);
        uint256 needed = VotingRule.threshold(kind, count, outOf, electorate);
        require(VotingRule.outcome(needed, votesFor, votesAgainst, electorate) == ProposalState.OPEN);
        uint256 rest = electorate - votesFor - votesAgainst;
        assert(rest > 0);
        assert(VotingRule.outcome(needed, votesFor + rest, votesAgainst, electorate) == ProposalState.APPROVED);
        assert(VotingRule.outcome(needed, votesFor, votesAgainst + rest, electorate) == ProposalState.REJECTED);
    }

    function aSoundRuleHasNothingBesideThePoint(
        uint256 kind,
        uint256 count,
        uint256 outOf,
        uint24 electorate
    ) external pure {
        require(VotingRule.isSound(kind, count, outOf, electorate));
        assert(kind <= RuleKind.FORBIDDEN);
        assert(kind == RuleKind.COUNT || kind == RuleKind.FRACTION || count == 0);
        assert(kind == RuleKind.FRACTION || outOf == 0);
        assert(kind != RuleKind.COUNT || (count > 0 && count <= electorate));
        assert(kind != RuleKind.FRACTION || (outOf > 0 && count <= type(uint32).max));
    }

    function aRuleThatNeedsEverybodyCannotPassWithoutOne(
        uint8 kind,
        uint32 count,
        uint32 outOf,
        uint256 votesFor,
        uint24 electorate
    ) external pure {
        require(outOf > 0 && votesFor < electorate);
        require(VotingRule.isSound(kind, count, kind == RuleKind.FRACTION ? outOf : 0, electorate));
        require(VotingRule.needsEverybody(kind, count, outOf, electorate));
        uint256 needed = VotingRule.threshold(kind, count, outOf, electorate);
        assert(needed == electorate);
        assert(VotingRule.outcome(needed, votesFor, 0, electorate) != ProposalState.APPROVED);
    }

    function theMajorityNeverNeedsEverybody(uint32 count, uint32 outOf, uint24 electorate) external pure {
        require(outOf > 0);
        assert(!VotingRule.needsEverybody(RuleKind.MAJORITY, count, outOf, electorate));
    }
}
