// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {ProposalState, RuleKind} from "./Codes.sol";

/// @dev One slot. `count` and `outOf` are 0 but for a count (`count` votes) and a fraction (`count` / `outOf`).
struct Rule {
    uint8 kind;
    uint32 count;
    uint32 outOf;
    /// @dev The open proposal to change this rule, or 0.
    uint32 proposal;
}

/// @title How votes are counted
library VotingRule {
    /// @notice How many votes for it a proposal needs when `electorate` accounts may vote.
    function threshold(Rule memory rule, uint256 electorate) internal pure returns (uint256) {
        if (rule.kind == RuleKind.MAJORITY) return electorate / 2 + 1;
        if (rule.kind == RuleKind.ALL) return electorate;
        if (rule.kind == RuleKind.ANY) return 1;
        if (rule.kind == RuleKind.COUNT) return rule.count < electorate ? rule.count : electorate;
        if (rule.kind == RuleKind.FRACTION) {
            return (electorate * rule.count + rule.outOf - 1) / rule.outOf;
        }
        return type(uint256).max;
    }

    /// @notice What the votes say: APPROVED, REJECTED when those who have not voted cannot change it, or OPEN.
    function outcome(
        Rule memory rule,
        uint256 votesFor,
        uint256 votesAgainst,
        uint256 electorate
    ) internal pure returns (uint8) {
        uint256 needed = threshold(rule, electorate);
        if (votesFor >= needed) return ProposalState.APPROVED;
        if (electorate - votesAgainst < needed) return ProposalState.REJECTED;
        return ProposalState.OPEN;
    }

    /// @notice Whether the rule can be met by `electorate` accounts and says nothing beside the point.
    function isSound(uint256 kind, uint256 count, uint256 outOf, uint256 electorate) internal pure returns (bool) {
        if (kind == RuleKind.COUNT) return count > 0 && count <= electorate && outOf == 0;
        if (kind == RuleKind.FRACTION) return count > 0 && count <= outOf && outOf <= type(uint32).max;
        return kind <= RuleKind.LAST && count == 0 && outOf == 0;
    }
}
