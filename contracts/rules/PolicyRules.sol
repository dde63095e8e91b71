// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IPolicyModule} from "../interfaces/IPolicyModule.sol";
import {CodeStorage} from "../libraries/CodeStorage.sol";
import {AccountStatus, Counting, Op, OrgStatus, RuleKind, WellKnownIndex} from "../libraries/Codes.sol";
import {Names} from "../libraries/Names.sol";
import {VotingRule} from "../libraries/VotingRule.sol";
import {Account} from "../types/Account.sol";
import {Org} from "../types/Org.sol";
import {PayloadFields} from "../types/Payload.sol";
import {Policy, RoleWord, Terms, Veto, VetoWord} from "../types/Policy.sol";
import {SubjectFields} from "../types/Proposal.sol";
import {Rule, RuleFields} from "../types/Rule.sol";
import {Policies} from "./Policies.sol";
import {Proposing} from "./Proposing.sol";
import {RuleLimits} from "./RuleLimits.sol";

/// @title How operations are decided: proposed here, and read
/// @dev What can never be met is refused as far as the records say it: who could hold a role is not known here.
abstract contract PolicyRules is IPolicyModule, Proposing, Policies, RuleLimits {
    uint256 private constant MOST = 32;
    uint256 private constant LONGEST_DELAY = 30 days;

    /// @inheritdoc IPolicyModule
    function proposePolicy(uint256 op, Policy calldata policy) external returns (uint256 id) {
        address caller = _sender();
        _requireBooted();
        if (op == Op.NONE || op > Op.LAST || Op.decidedAs(op) != op) revert OperationUnknown(op);
        Terms memory terms = Terms({
            orgs: _indexesOf(policy.orgs),
            roles: policy.roles,
            delay: policy.delay,
            veto: policy.veto
        });
        _requireRoles(policy.roles);
        _requireFields(op, policy);
        _requireDelay(op, policy);
        uint256 counted = policy.kind == RuleKind.SELF ? Counting.ORGANISATIONS : policy.counted;
        Rule rule = RuleFields.create(policy.kind, policy.count, policy.outOf).withTerms(address(0), counted);
        // Who has no such policy does not pay for the count, and it is the proposal that begins it, not a vote.
        if (!rule.isOfNetworkAdmins() && terms.orgs.length == 0) _countVoices();
        if (!_allows(op, rule, terms)) revert RuleNotAllowed(op, policy.kind, policy.count, policy.outOf);
        bytes memory content;
        if (_isAsAtFirst(rule, terms)) rule = RuleFields.atFirst(op);
        else if (!rule.isOfNetworkAdmins() || terms.delay != 0) content = abi.encode(terms);
        if (_saysTheSame(_ruleOf(op), rule, content)) revert NothingChanges();

        if (content.length != 0) rule = rule.withTerms(CodeStorage.write(content), counted);
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
        return _allows(op, rule, _termsOf(rule));
    }

    /// @inheritdoc IPolicyModule
    function mayActFor(uint256 op, string calldata orgId, address account) external view returns (bool) {
        Rule rule = _ruleOf(op);
        Account record = _account(account);
        (, , , bool within, ) = _locateOrg(orgId, record.org());
        if (!rule.isSelf() || !within || record.status() != AccountStatus.ACTIVE) return false;
        if (record.held() && _isAccountStillHeld(record)) return false;
        return _holdsOne(_termsOf(rule).roles, record);
    }

    /* INTERNAL */

    function _describe(Rule rule) private view returns (Policy memory policy) {
        Terms memory terms = _termsOf(rule);
        string[] memory orgs = new string[](terms.orgs.length);
        for (uint256 i = 0; i < orgs.length; ++i) orgs[i] = _orgId(terms.orgs[i]);
        bool saysNothing = rule.isOfNetworkAdmins() && !rule.isSelf();
        return
            Policy({
                kind: rule.kind(),
                count: rule.count(),
                outOf: rule.outOf(),
                counted: rule.isSelf() ? Counting.ORGANISATIONS : rule.counted(),
                orgs: orgs,
                roles: saysNothing ? _only(RoleWord.NETWORK_ADMIN) : terms.roles,
                delay: terms.delay,
                veto: terms.veto
            });
    }

    /// @dev Whether organisations act alone by any of their admins.
    function _isAsAtFirst(Rule rule, Terms memory terms) private pure returns (bool) {
        return rule.isSelf() && terms.roles.length == 1 && _is(terms.roles[0], RoleWord.ANY_ADMIN);
    }

    /// @dev Whether a rule, with what is kept beside it, is the present one.
    function _saysTheSame(Rule present, Rule rule, bytes memory content) private view returns (bool) {
        if (!rule.withTerms(present.terms(), rule.counted()).equals(present)) return false;
        if (!present.hasTerms()) return content.length == 0;
        return keccak256(CodeStorage.read(present.terms())) == keccak256(content);
    }

    /// @dev Not longer than a proposal lives, and not without what it is for; an emergency measure waits for nothing.
    function _requireDelay(uint256 op, Policy calldata policy) private view {
        bool vetoed = policy.veto.by.length != 0 || policy.veto.count != 0 || policy.veto.outOf != 0;
        bool fits = policy.delay <= LONGEST_DELAY && (policy.delay != 0 || !vetoed);
        if (policy.kind == RuleKind.SELF || op == Op.EMERGENCY) fits = policy.delay == 0 && !vetoed;
        if (!fits) revert DelayNotAllowed(policy.delay);
        if (policy.veto.by.length > MOST) revert ListTooLong(policy.veto.by.length, MOST);
        for (uint256 i = 0; i < policy.veto.by.length; ++i) {
            string calldata by = policy.veto.by[i];
            bool isWord = _is(by, VetoWord.GUARDIAN) || _is(by, VetoWord.CONCERNED);
            if (!isWord && _requireTopLevel(by) == WellKnownIndex.ADMIN_ORG) revert AdminOrgNotAllowed(by);
            for (uint256 j = 0; j < i; ++j) {
                if (_is(policy.veto.by[j], by)) revert ListedTwice(by);
            }
        }
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
            uint256 org = _requireTopLevel(orgIds[i]);
            for (uint256 j = 0; j < i; ++j) {
                if (orgs[j] == org) revert ListedTwice(orgIds[i]);
            }
            orgs[i] = org;
        }
    }

    /// @dev An organisation without parent that has been approved.
    function _requireTopLevel(string calldata orgId) private view returns (uint256 org) {
        Org record;
        (org, record) = _requireOrg(orgId);
        if (record.parent() != 0) revert OrgNotTopLevel(orgId);
        if (record.status() == OrgStatus.PROPOSED) revert OrgNotActive(orgId);
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

    /// @dev Not what those who vote could never meet, nor what would lock the rules. Organisations are counted: nobody knows
    ///      how many accounts could vote, and an organisation could make as many as it likes.
    function _allows(uint256 op, Rule rule, Terms memory terms) private view returns (bool) {
        if (rule.kind() == RuleKind.FORBIDDEN || !_allowsVeto(op, terms.veto)) return false;
        if (rule.isSelf())
            return Op.isMadeByHand(op) && rule.count() == 0 && rule.outOf() == 0 && terms.orgs.length == 0;
        if (rule.isOfNetworkAdmins()) return _allowsOfNetworkAdmins(op, rule, terms);
        if (_listsOneUnheard(terms)) return false;
        uint256 electorate = _electorateOf(rule, terms);
        bool sound = VotingRule.isSound(rule.kind(), rule.count(), rule.outOf(), electorate);
        if (electorate == 0 || !sound) return false;
        if (op != Op.CHANGE_RULE && op != Op.REMOVE_ADMIN) return true;
        uint256 needed = VotingRule.threshold(rule.kind(), rule.count(), rule.outOf(), electorate);
        uint256 certain = _certainVoices(terms);
        // Whoever loses its keys would be needed for its own replacement.
        return op == Op.CHANGE_RULE ? needed < certain : needed <= certain;
    }

    /// @dev Nobody knows how many accounts of others could vote.
    function _allowsOfNetworkAdmins(uint256 op, Rule rule, Terms memory terms) private view returns (bool) {
        if (terms.orgs.length != 0 || terms.roles.length != 1 || !_is(terms.roles[0], RoleWord.NETWORK_ADMIN))
            return false;
        return VotingRule.isSound(rule.kind(), rule.count(), rule.outOf(), _electorate()) && !_locksRules(op, rule);
    }

    /// @dev Nobody alone stops a change of rules, or no veto could be taken away again. Of network admins it takes more than
    ///      one.
    function _allowsVeto(uint256 op, Veto memory veto) private pure returns (bool) {
        bool share = veto.count != 0 || veto.outOf != 0;
        if (share && !VotingRule.isSound(RuleKind.FRACTION, veto.count, veto.outOf, 0)) return false;
        return op != Op.CHANGE_RULE || veto.by.length == 0;
    }

    /// @dev What the voices weigh for which an account can speak whatever organisations' admins do, who may remove the
    ///      other roles.
    function _certainVoices(Terms memory terms) private view returns (uint256) {
        (bool networkAdmins, bool orgAdmins, ) = _voters(terms.roles);
        uint256 all = _voicesOf(terms.orgs);
        uint256 own = _isListed(terms.orgs, WellKnownIndex.ADMIN_ORG) ? _weighed(WellKnownIndex.ADMIN_ORG) : 0;
        return (networkAdmins ? own : 0) + (orgAdmins ? all - own : 0);
    }
}
