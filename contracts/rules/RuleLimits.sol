// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Op, RuleKind} from "../libraries/Codes.sol";
import {VotingRule} from "../libraries/VotingRule.sol";
import {Rule} from "../types/Rule.sol";
import {RulesBase} from "./RulesBase.sol";

/// @title Which rules can be set, and which would lock the rules
/// @dev Asked when a rule is proposed, and again when it would be set: another vote may have changed the other rule.
abstract contract RuleLimits is RulesBase {
    /// @dev Whether rules could never be changed again once the operation has this rule: because that is forbidden, or
    ///      because one network admin whose key is lost would be needed both for it and for its own removal.
    function _locksRules(uint256 op, Rule rule) internal view returns (bool) {
        if (op != Op.CHANGE_RULE && op != Op.REMOVE_ADMIN) return false;
        Rule changing = op == Op.CHANGE_RULE ? rule : _ruleOf(Op.CHANGE_RULE);
        Rule removing = op == Op.REMOVE_ADMIN ? rule : _ruleOf(Op.REMOVE_ADMIN);
        if (changing.kind() == RuleKind.FORBIDDEN) return true;
        // Where the rule says who votes, its policy sees to it (PolicyRules).
        if (!changing.isOfNetworkAdmins()) return false;
        uint256 electorate = _electorate();
        if (!_needsEverybody(changing, electorate)) return false;
        if (removing.kind() == RuleKind.FORBIDDEN) return true;
        // Where organisations are counted, each can speak by another account.
        return removing.isOfNetworkAdmins() && _needsEverybody(removing, electorate);
    }

    /// @dev Whether kind and numbers are a rule that so many voters can meet, or for what organisations' admins do alone at
    ///      first that they do so.
    function _isSound(
        uint256 op,
        uint256 kind,
        uint256 count,
        uint256 outOf,
        uint256 electorate
    ) internal pure returns (bool) {
        if (kind == RuleKind.SELF) return Op.isMadeByHand(op) && count == 0 && outOf == 0;
        return VotingRule.isSound(kind, count, outOf, electorate);
    }

    function _needsEverybody(Rule rule, uint256 electorate) private pure returns (bool) {
        return VotingRule.needsEverybody(rule.kind(), rule.count(), rule.outOf(), electorate);
    }
}
