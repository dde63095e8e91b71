// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IPolicyModule} from "../interfaces/IPolicyModule.sol";
import {CodeStorage} from "../libraries/CodeStorage.sol";
import {Counting, Op, OrgStatus, RuleKind, WellKnownIndex} from "../libraries/Codes.sol";
import {Names} from "../libraries/Names.sol";
import {VotingRule} from "../libraries/VotingRule.sol";
import {Org} from "../types/Org.sol";
import {PayloadFields} from "../types/Payload.sol";
import {Policy, RoleWord, Voters} from "../types/Policy.sol";
import {SubjectFields} from "../types/Proposal.sol";
import {Rule, RuleFields} from "../types/Rule.sol";
import {Policies} from "./Policies.sol";
import {Proposing} from "./Proposing.sol";
import {RuleLimits} from "./RuleLimits.sol";

/// @title How operations are decided: proposed here, and read
/// @dev What can never be met is refused as far as the records say it: who could hold a role is not known here.
abstract contract PolicyRules is IPolicyModule, Proposing, Policies, RuleLimits {
    uint256 private constant MOST = 32;

    /// @inheritdoc IPolicyModule
    function proposePolicy(uint256 op, Policy calldata policy) external returns (uint256 id) {
        address caller = _sender();
        _requireBooted();
        if (op == Op.NONE || op > Op.LAST) revert OperationUnknown(op);
        Voters memory voters = Voters({orgs: _indexesOf(policy.orgs), roles: policy.roles});
        _requireRoles(policy.roles);
        _requireFields(op, policy);
        Rule rule = RuleFields.create(policy.kind, policy.count, policy.outOf).withVoters(address(0), policy.counted);
        if (!_allows(op, rule, voters)) revert RuleNotAllowed(op, policy.kind, policy.count, policy.outOf);
        bytes memory content = abi.encode(voters.orgs, voters.roles);
        if (_saysTheSame(_ruleOf(op), rule, content)) revert NothingChanges();

        rule = rule.withVoters(CodeStorage.write(content), policy.counted);
        return
            _propose(
                caller,
                Op.CHANGE_RULE,
                SubjectFields.create(0, 0, 0, 0),
                address(0),
                PayloadFields.packRule(op, rule)
            );
    }

    /// @inheritdoc IPolicyModule
    function getPolicy(uint256 op) external view returns (Policy memory) {
        return _describe(_ruleOf(op));
    }

    /// @inheritdoc IPolicyModule
    function getProposedPolicy(uint256 id) external view returns (uint256 op, Policy memory policy) {
        if (_proposal(id).op() != Op.CHANGE_RULE) return (op, policy);
        Rule rule;
        (op, rule) = _payloadOf(id).unpackRule();
        policy = _describe(rule);
    }

    /// @inheritdoc IPolicyModule
    function isAllowed(uint256 op, Rule rule) external view returns (bool) {
        return _allows(op, rule, _votersOf(rule));
    }

    /* INTERNAL */

    function _describe(Rule rule) private view returns (Policy memory policy) {
        Voters memory voters = _votersOf(rule);
        string[] memory orgs = new string[](voters.orgs.length);
        for (uint256 i = 0; i < orgs.length; ++i) orgs[i] = _orgId(voters.orgs[i]);
        return
            Policy({
                kind: rule.kind(),
                count: rule.count(),
                outOf: rule.outOf(),
                counted: rule.counted(),
                orgs: orgs,
                roles: rule.isOfNetworkAdmins() && !rule.isSelf() ? _only(RoleWord.NETWORK_ADMIN) : voters.roles
            });
    }

    /// @dev Whether a rule that says who votes is the present one.
    function _saysTheSame(Rule present, Rule rule, bytes memory content) private view returns (bool) {
        if (present.voters() == address(0)) return false;
        if (!rule.withVoters(present.voters(), rule.counted()).equals(present)) return false;
        return keccak256(CodeStorage.read(present.voters())) == keccak256(content);
    }

    /// @dev Refuses numbers that do not fit into a rule.
    function _requireFields(uint256 op, Policy calldata policy) private pure {
        bool fits =
            policy.kind <= RuleKind.LAST &&
                policy.counted <= Counting.ORGANISATIONS &&
                policy.count <= type(uint32).max &&
                policy.outOf <= type(uint32).max;
        if (!fits) revert RuleNotAllowed(op, policy.kind, policy.count, policy.outOf);
    }

    /// @dev Organisations without parent that have been approved, each once.
    function _indexesOf(string[] calldata orgIds) private view returns (uint256[] memory orgs) {
        if (orgIds.length > MOST) revert ListTooLong(orgIds.length, MOST);
        orgs = new uint256[](orgIds.length);
        for (uint256 i = 0; i < orgs.length; ++i) {
            (uint256 org, Org record) = _requireOrg(orgIds[i]);
            if (record.parent() != 0) revert OrgNotTopLevel(orgIds[i]);
            if (record.status() == OrgStatus.PROPOSED) revert OrgNotActive(orgIds[i]);
            for (uint256 j = 0; j < i; ++j) {
                if (orgs[j] == org) revert ListedTwice(orgIds[i]);
            }
            orgs[i] = org;
        }
    }

    /// @dev Ids that a role can have, or words, each once.
    function _requireRoles(string[] calldata roles) private pure {
        if (roles.length > MOST) revert ListTooLong(roles.length, MOST);
        for (uint256 i = 0; i < roles.length; ++i) {
            if (!_isWord(roles[i])) Names.requireName(roles[i]);
            for (uint256 j = 0; j < i; ++j) {
                if (keccak256(bytes(roles[j])) == keccak256(bytes(roles[i]))) revert ListedTwice(roles[i]);
            }
        }
    }

    function _isWord(string memory role) private pure returns (bool) {
        return _is(role, RoleWord.NETWORK_ADMIN) || _is(role, RoleWord.ORG_ADMIN) || _is(role, RoleWord.ANY_ADMIN);
    }

    function _is(string memory role, string memory word) private pure returns (bool) {
        return keccak256(bytes(role)) == keccak256(bytes(word));
    }

    /// @dev Not what those who vote could never meet, nor what would lock the rules. Organisations are counted: nobody knows
    ///      how many accounts could vote, and an organisation could make as many as it likes.
    function _allows(uint256 op, Rule rule, Voters memory voters) private view returns (bool) {
        if (rule.kind() == RuleKind.FORBIDDEN || rule.counted() != Counting.ORGANISATIONS) return false;
        if (op == Op.CHANGE_RULE && !_lasting(voters.roles)) return false;
        (uint256 kind, uint256 count, uint256 outOf) = (rule.kind(), rule.count(), rule.outOf());
        uint256 electorate = _voicesOf(voters.orgs);
        if (!_isSound(op, kind, count, outOf, electorate)) return false;
        if (rule.isSelf()) return voters.orgs.length == 0;
        uint256 needed = VotingRule.threshold(kind, count, outOf, electorate);
        uint256 within = _withinReach(voters);
        // Whoever loses its keys would be needed for its own replacement.
        return needed <= within && (op != Op.CHANGE_RULE || needed < within);
    }

    /// @dev What the voices weigh that anybody could speak for: only accounts of the admin organisation are network admins,
    ///      and it has no organisation admin.
    function _withinReach(Voters memory voters) private view returns (uint256) {
        bool networkAdmins = voters.roles.length == 0;
        bool others = networkAdmins;
        for (uint256 i = 0; i < voters.roles.length; ++i) {
            if (!_is(voters.roles[i], RoleWord.ORG_ADMIN)) networkAdmins = true;
            if (!_is(voters.roles[i], RoleWord.NETWORK_ADMIN)) others = true;
        }
        uint256 all = _voicesOf(voters.orgs);
        if (networkAdmins && others) return all;
        uint256 own = 0;
        if (_isListed(voters.orgs, WellKnownIndex.ADMIN_ORG)) {
            uint256[] memory admin = new uint256[](1);
            admin[0] = WellKnownIndex.ADMIN_ORG;
            own = _voicesOf(admin);
        }
        return others ? all - own : own;
    }

    /// @dev Whether any of these roles is one that no organisation's admin takes from everybody.
    function _lasting(string[] memory roles) private pure returns (bool) {
        for (uint256 i = 0; i < roles.length; ++i) {
            if (_isWord(roles[i])) return true;
        }
        return roles.length == 0;
    }
}
