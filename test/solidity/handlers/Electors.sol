// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IOrgManager} from "../../../contracts/interfaces/IOrgManager.sol";
import {IVoterManager} from "../../../contracts/interfaces/IVoterManager.sol";
import {CodeStorage} from "../../../contracts/libraries/CodeStorage.sol";
import {Op, OrgStatus, RuleKind} from "../../../contracts/libraries/Codes.sol";
import {Terms} from "../../../contracts/types/Policy.sol";
import {Rule, RuleFields} from "../../../contracts/types/Rule.sol";
import {Rights} from "./Rights.sol";

/// @title Who votes and proposes by a policy, and whether the votes suffice
/// @dev An organisation has one voice, by any account that has voted and may still speak for it. That is as many as can
///      count: of two accounts that vote differently the contracts count the first, and here it may be either.
abstract contract Electors is Rights {
    /* TYPES */

    /// @dev What the votes by a policy weigh at most, and what all organisations that have a voice weigh.
    struct Poll {
        uint256 electorate;
        uint256 votesFor;
        uint256 votesAgainst;
    }

    /* CONSTANTS */

    string private constant ANY_NETWORK_ADMIN = "network admin";
    string private constant ANY_ORG_ADMIN = "organisation admin";
    string private constant ANY_ADMIN = "any admin";
    uint256 private constant FOR = 1;
    uint256 private constant AGAINST = 2;

    /* STORAGE */

    mapping(uint256 op => Rule) internal _rule; // what holds, and held before the call that is being looked at
    mapping(bytes32 voice => uint256 votes) private _voices; // bit 0: for, bit 1: against

    // By which policies the proposal that the next call votes on may pass, or fails: bit n for the operation n.
    uint256 private _polled;
    uint256 private _met;
    uint256 private _missed;

    /* VOTES */

    /// @dev Looks at the votes on a proposal where policies say who votes, before a call that may decide it.
    /// @param voter Who is about to vote; zero for nobody.
    function _poll(IVoterManager.ProposalInfo memory info, address voter, bool support) internal {
        (_polled, _met, _missed) = (info.id, 0, 0);
        uint256 operations = _decidingOn(info);
        for (uint256 op = 1; operations >> op != 0; ++op) {
            Rule rule = _rule[op];
            if ((operations >> op) & 1 == 0 || rule.isOfNetworkAdmins()) continue;
            Poll memory poll = _pollOf(info.id, op, voter, support);
            if (poll.electorate == 0) continue;
            if (_meets(rule, poll.votesFor, poll.electorate)) _met |= 1 << op;
            if (!_meets(rule, poll.electorate - poll.votesAgainst, poll.electorate)) _missed |= 1 << op;
        }
    }

    /// @dev Remembers a vote that counts, for the policies by which it does.
    function _countVoice(IVoterManager.ProposalInfo memory info, address voter, bool support) internal {
        uint256 operations = _decidingOn(info);
        for (uint256 op = 1; operations >> op != 0; ++op) {
            Rule rule = _rule[op];
            if ((operations >> op) & 1 == 0 || rule.isOfNetworkAdmins()) continue;
            string memory org = _speaksFor(_termsOf(rule), voter);
            if (bytes(org).length != 0) _voices[_voice(info.id, op, org, voter)] |= support ? FOR : AGAINST;
        }
    }

    /// @dev Whether an account may vote on a proposal.
    function _mayVote(IVoterManager.ProposalInfo memory info, address voter) internal view returns (bool) {
        uint256 operations = _decidingOn(info);
        for (uint256 op = 1; operations >> op != 0; ++op) {
            if ((operations >> op) & 1 == 1 && _isElector(op, voter)) return true;
        }
        return false;
    }

    /// @dev Whether an account may propose such a thing: a network admin, or one whom a vote has made an admin, where the
    ///      policy lets it vote.
    function _mayPropose(uint256 op, address account) internal view returns (bool) {
        if (_voters.isVoter(account)) return true;
        Rule rule = _rule[op];
        return !rule.isOfNetworkAdmins() && _standingOf(account).byVote && _isElector(op, account);
    }

    /// @dev Whether the votes may have met the policy of an operation, where one says who votes.
    function _isMet(uint256 id, uint256 op) internal view returns (bool) {
        return _polled == id && (_met >> op) & 1 == 1;
    }

    /// @dev Whether the votes still to come may not be enough for it.
    function _isMissed(uint256 id, uint256 op) internal view returns (bool) {
        return _polled == id && (_missed >> op) & 1 == 1;
    }

    /// @dev The operations by whose rules a proposal is decided: bit n for n. What organisations do alone adds nothing to a
    ///      resolution.
    function _decidingOn(IVoterManager.ProposalInfo memory info) internal view returns (uint256 operations) {
        if (info.op == Op.RESOLVE) (, operations) = info.payload.unpackChanges();
        for (uint256 op = Op.ADD_SUB_ORG; op <= Op.LET_GO; ++op) {
            if ((operations >> op) & 1 == 1 && _rule[op].isSelf()) operations ^= 1 << op;
        }
        operations |= 1 << info.op;
    }

    /* WHAT ORGANISATIONS DO ALONE */

    /// @dev Whether an account may do at once what organisations' admins do alone at first.
    /// @param takes Whether it takes a right away.
    function _mayDoAlone(uint256 op, address account, string memory orgId, bool takes) internal view returns (bool) {
        Rule rule = _rule[op];
        // Nodes of the admin organisation are voted on, whatever is said of others'.
        bool ofNetwork = (op == Op.SET_NODE_STATUS || op == Op.MOVE_NODE) && _same(orgId, ADMIN_ORG);
        if (ofNetwork || rule.equals(RuleFields.atFirst(op)))
            return takes ? mayTakeIn(account, orgId) : mayActIn(account, orgId);
        if (!rule.isSelf() || _accountHeldUntil(account) != 0) return false;
        Standing memory standing = _standingOf(account);
        if (!_isWithin(orgId, standing.orgId) || !_holdsOne(_termsOf(rule).roles, standing)) return false;
        return _mayGrow(orgId) || (takes && standing.byVote);
    }

    /* THE CHANGE OF RULES */

    /// @notice Whether the rules can be changed by those who could speak for the organisations that have a voice, or what
    ///         keeps them from it can be: what voices weigh, and which organisations are suspended.
    function rulesCanBeChanged() external view returns (bool) {
        if (_canBeMet(Op.CHANGE_RULE)) return true;
        return _canBeMet(Op.CHANGE_SETTING) || _canBeMet(Op.RESTORE_ORG);
    }

    /// @dev Whether a rule for the change of rules leaves somebody who changes them when the keys of any one are lost.
    function _isLasting(Rule rule) internal view returns (bool) {
        if (rule.kind() >= RuleKind.FORBIDDEN) return false;
        if (rule.isOfNetworkAdmins()) return true;
        Terms memory terms = _termsOf(rule);
        (uint256 electorate, uint256 within) = _withinReach(terms);
        bool lasting = terms.roles.length == 0;
        for (uint256 i = 0; i < terms.roles.length; ++i) {
            bool ofWord =
                _same(terms.roles[i], ANY_NETWORK_ADMIN) ||
                    _same(terms.roles[i], ANY_ORG_ADMIN) ||
                    _same(terms.roles[i], ANY_ADMIN);
            if (ofWord) lasting = true;
        }
        return lasting && within != 0 && _meets(rule, within - 1, electorate);
    }

    /* INTERNAL */

    /// @dev The rule in the words of the design: majority is more than half.
    function _meets(Rule rule, uint256 votes, uint256 electorate) internal pure returns (bool) {
        uint256 kind = rule.kind();
        if (kind == RuleKind.MAJORITY) return votes * 2 > electorate;
        if (kind == RuleKind.ALL) return votes == electorate;
        if (kind == RuleKind.ANY) return votes >= 1;
        if (kind == RuleKind.COUNT) return votes >= rule.count() || votes == electorate;
        if (kind == RuleKind.FRACTION) return votes * rule.outOf() >= rule.count() * electorate;
        return false;
    }

    /// @dev What a policy says beside its rule.
    function _termsOf(Rule rule) internal view returns (Terms memory terms) {
        if (rule.hasTerms()) return abi.decode(CodeStorage.read(rule.terms()), (Terms));
    }

    function _canBeMet(uint256 op) private view returns (bool) {
        Rule rule = _rule[op];
        if (rule.isOfNetworkAdmins()) return rule.kind() < RuleKind.FORBIDDEN;
        (uint256 electorate, uint256 within) = _withinReach(_termsOf(rule));
        return electorate != 0 && _meets(rule, within, electorate);
    }

    /// @dev Only accounts of the admin organisation are network admins, and it has no organisation admin.
    function _withinReach(Terms memory terms) private view returns (uint256 electorate, uint256 within) {
        bool own = terms.roles.length == 0;
        bool others = own;
        for (uint256 i = 0; i < terms.roles.length; ++i) {
            if (!_same(terms.roles[i], ANY_ORG_ADMIN)) own = true;
            if (!_same(terms.roles[i], ANY_NETWORK_ADMIN)) others = true;
        }
        IOrgManager.OrgInfo[] memory page = _orgs.getOrgPage(0, ALL);
        for (uint256 i = 0; i < page.length; ++i) {
            if (!_hasVoice(terms, page[i], i + 1)) continue;
            electorate += _weightOf(i + 1);
            if (i == 0 ? own : others) within += _weightOf(i + 1);
        }
    }

    function _pollOf(uint256 id, uint256 op, address voter, bool support) private view returns (Poll memory poll) {
        Terms memory terms = _termsOf(_rule[op]);
        IOrgManager.OrgInfo[] memory page = _orgs.getOrgPage(0, ALL);
        uint256[] memory votes = new uint256[](page.length);
        for (uint256 i = 0; i < PEOPLE; ++i) {
            string memory org = _speaksFor(terms, _person(i));
            if (bytes(org).length == 0) continue;
            uint256 cast = _voices[_voice(id, op, org, _person(i))];
            if (_person(i) == voter) cast |= support ? FOR : AGAINST;
            for (uint256 j = 0; j < page.length; ++j) {
                if (_same(page[j].fullId, org)) votes[j] |= cast;
            }
        }
        for (uint256 j = 0; j < page.length; ++j) {
            if (!_hasVoice(terms, page[j], j + 1)) continue;
            poll.electorate += _weightOf(j + 1);
            if (votes[j] & FOR != 0) poll.votesFor += _weightOf(j + 1);
            if (votes[j] & AGAINST != 0) poll.votesAgainst += _weightOf(j + 1);
        }
    }

    /// @dev Whether an account's vote counts for what is decided by the rule of an operation.
    function _isElector(uint256 op, address account) private view returns (bool) {
        Rule rule = _rule[op];
        if (rule.isOfNetworkAdmins()) return _voters.isVoter(account);
        return bytes(_speaksFor(_termsOf(rule), account)).length != 0;
    }

    /// @dev The organisation at the top that an account's vote counts for by a policy; empty if it does not count.
    function _speaksFor(Terms memory terms, address account) private view returns (string memory top) {
        Standing memory standing = _standingOf(account);
        if (!_holdsOne(terms.roles, standing) || !_isOrgActive(standing.orgId)) return "";
        (, , top, , ) = _orgs.getOrgDetails(standing.orgId);
        if (suspendedUntil(top) != 0) return "";
        if (terms.orgs.length == 0) return top;
        for (uint256 i = 0; i < terms.orgs.length; ++i) {
            if (_same(_orgs.getOrgPage(terms.orgs[i] - 1, 1)[0].fullId, top)) return top;
        }
        return "";
    }

    function _holdsOne(string[] memory roles, Standing memory standing) private pure returns (bool) {
        if (!standing.holds || standing.dismissed) return false;
        for (uint256 i = 0; i < roles.length; ++i) {
            if (_same(roles[i], standing.roleId)) return true;
            if (_same(roles[i], ANY_NETWORK_ADMIN) && _same(standing.roleId, NETWORK_ADMIN)) return true;
            if (_same(roles[i], ANY_ORG_ADMIN) && _same(standing.roleId, ORG_ADMIN)) return true;
            if (_same(roles[i], ANY_ADMIN) && standing.admin) return true;
        }
        return roles.length == 0;
    }

    function _hasVoice(
        Terms memory terms,
        IOrgManager.OrgInfo memory info,
        uint256 index
    ) private pure returns (bool listed) {
        // Where there is an end, and the organisation is active, nobody has recorded that it is so again.
        if (info.level != 1 || !OrgStatus.isActive(info.status) || info.endsAt != 0) return false;
        for (uint256 i = 0; i < terms.orgs.length; ++i) {
            if (terms.orgs[i] == index) return true;
        }
        if (terms.orgs.length != 0) return false;
        // The admin organisation has no organisation admin.
        return !_same(info.fullId, ADMIN_ORG) || !_isOfOrgAdmins(terms.roles);
    }

    function _isOfOrgAdmins(string[] memory roles) private pure returns (bool) {
        for (uint256 i = 0; i < roles.length; ++i) {
            if (!_same(roles[i], ANY_ORG_ADMIN) && !_same(roles[i], ORG_ADMIN)) return false;
        }
        return roles.length != 0;
    }

    /// @dev What the voice of an organisation weighs: 1 if no vote has said otherwise.
    function _weightOf(uint256 index) private view returns (uint256 weight) {
        weight = _orgs.ownWeightOf(index);
        if (weight == 0) weight = 1;
    }

    function _voice(uint256 id, uint256 op, string memory org, address account) private pure returns (bytes32) {
        return keccak256(abi.encode(id, op, org, account));
    }
}
