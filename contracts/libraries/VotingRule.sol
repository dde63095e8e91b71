// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {ProposalState, RuleKind} from "./Codes.sol";

/// @title How votes are counted
/// @dev A rule is its kind (RuleKind) and two numbers: `count` votes for COUNT, `count` of `outOf` for FRACTION; both are 0
///      for the other kinds. That all of this holds for every input is proved in test/proofs/VotingProofs.sol.
library VotingRule {
    /// @notice How many votes in favour a proposal needs when `electorate` accounts may vote; unreachably many if the
    ///         operation is forbidden or the kind of rule unknown.
    function threshold(uint256 kind, uint256 count, uint256 outOf, uint256 electorate) internal pure returns (uint256) {
        if (kind == RuleKind.MAJORITY) return electorate / 2 + 1;
        if (kind == RuleKind.ALL) return electorate;
        if (kind == RuleKind.ANY) return 1;
        if (kind == RuleKind.COUNT) return count < electorate ? count : electorate;
        if (kind == RuleKind.FRACTION) return (electorate * count + outOf - 1) / outOf;
        return type(uint256).max;
    }

    /// @notice What the votes say: APPROVED; REJECTED when the votes still to come cannot be enough; otherwise OPEN.
    function outcome(
        uint256 needed,
        uint256 votesFor,
        uint256 votesAgainst,
        uint256 electorate
    ) internal pure returns (uint8) {
        if (votesFor >= needed) return ProposalState.APPROVED;
        if (electorate - votesAgainst < needed) return ProposalState.REJECTED;
        return ProposalState.OPEN;
    }

    /// @notice Whether the rule needs the vote of every one of `electorate` accounts where a majority would do with fewer.
    ///         One that means all, whatever their number, does so among one or two as well: these lose nothing by the
    ///         majority, and may become more.
    function needsEverybody(
        uint256 kind,
        uint256 count,
        uint256 outOf,
        uint256 electorate
    ) internal pure returns (bool) {
        if (kind == RuleKind.ALL || (kind == RuleKind.FRACTION && count == outOf)) return true;
        return electorate > 2 && threshold(kind, count, outOf, electorate) == electorate;
    }

    /// @notice Whether `electorate` accounts can meet the rule, and both numbers are 0 where they are not used.
    function isSound(uint256 kind, uint256 count, uint256 outOf, uint256 electorate) internal pure returns (bool) {
        if (kind == RuleKind.COUNT) return count > 0 && count <= electorate && outOf == 0;
        if (kind == RuleKind.FRACTION) return count > 0 && count <= outOf && outOf <= type(uint32).max;
        return kind <= RuleKind.FORBIDDEN && count == 0 && outOf == 0;
    }
}
