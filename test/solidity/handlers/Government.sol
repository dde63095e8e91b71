// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IDecisionModule as Decisions} from "../../../contracts/interfaces/IDecisionModule.sol";
import {IEmergencyModule as Emergencies} from "../../../contracts/interfaces/IEmergencyModule.sol";
import {IOrganisationModule as Organisations} from "../../../contracts/interfaces/IOrganisationModule.sol";
import {IPolicyModule as Policies} from "../../../contracts/interfaces/IPolicyModule.sol";
import {IResolutionModule as Resolutions} from "../../../contracts/interfaces/IResolutionModule.sol";
import {ISettingModule as Settings} from "../../../contracts/interfaces/ISettingModule.sol";
import {Counting, Op, ProposalState, RuleKind, Setting} from "../../../contracts/libraries/Codes.sol";
import {Policy, Veto} from "../../../contracts/types/Policy.sol";
import {Watch} from "./Watch.sol";

/// @title What people try on who decides: policies, what waits, emergency measures, and the guardian
abstract contract Government is Watch {
    /* STORAGE */

    // What the last emergency measure was about.
    uint256 internal _about;
    uint256 internal _which;

    /* POLICIES */

    /// @dev Mostly voted on at once: nothing is decided by a policy that is only proposed.
    function proposePolicy(uint256 who, uint256 op, uint256 rule, uint256 lists, uint256 delay) external {
        bytes memory call_ = abi.encodeCall(Policies.proposePolicy, (op % (Op.LAST + 2), _policy(rule, lists, delay)));
        bool proposed = _tryToPropose(Op.CHANGE_RULE, _someVoter(who), call_);
        if (proposed && delay % 4 != 0) _rally(_voters.getNumberOfProposals(), ALL);
    }

    function proposeWeight(uint256 who, uint256 org, uint256 weight) external {
        bytes memory call_ = abi.encodeCall(Settings.proposeLimit, (Setting.WEIGHT, _someTop(org), weight % 5));
        bool proposed = _tryToPropose(Op.CHANGE_SETTING, _someVoter(who), call_);
        if (proposed && who % 2 == 0) _rally(_voters.getNumberOfProposals(), ALL);
    }

    /* WHAT HAS PASSED */

    /// @dev As soon as it may be, or whenever somebody tries.
    function carryOut(uint256 who, uint256 proposal, bool inTime) external {
        uint256 id = _passedProposal(proposal, false);
        if (id == 0) return;
        if (inTime) _waitUntil(_voters.getProposal(id).expiresAt);
        _try(_anybody(who), abi.encodeCall(Resolutions.carryOut, (id)));
    }

    function veto(uint256 who, uint256 proposal) external {
        _veto(_passedProposal(proposal, who % 8 != 0), who);
    }

    /// @dev A policy with a veto is set, a setting is decided by it, and somebody stops that.
    function dispute(uint256 who, uint256 delay, bool shared) external {
        Policy memory policy;
        policy.roles = _roleList(0);
        policy.delay = _bound(delay, 1 hours, 5 days);
        policy.veto = _vetoOf(shared ? 0 : 7);
        bytes memory call_ = abi.encodeCall(Policies.proposePolicy, (Op.CHANGE_SETTING, policy));
        if (!_tryToPropose(Op.CHANGE_RULE, _someVoter(who), call_)) return;
        _rally(_voters.getNumberOfProposals(), ALL);
        (bool compared, ) = _nodes.getAddressRules();
        call_ = abi.encodeCall(Settings.proposeSetting, (Setting.IP_CHECK, compared ? 0 : 1));
        if (!_tryToPropose(Op.CHANGE_SETTING, _someVoter(who), call_)) return;
        uint256 id = _voters.getNumberOfProposals();
        _rally(id, ALL);
        if (_voters.getProposal(id).state == ProposalState.PASSED) _veto(id, who);
    }

    /* EMERGENCIES */

    /// @dev The network allows measures first, unless it has. Half of them are about what the last one was about.
    function proposeHold(uint256 who, uint256 about, uint256 which, uint256 duration) external {
        if (_rule[Op.EMERGENCY].kind() == RuleKind.FORBIDDEN) {
            bytes memory rule = abi.encodeCall(Settings.proposeRule, (Op.EMERGENCY, RuleKind.COUNT, 1 + (who % 2), 0));
            if (!_tryToPropose(Op.CHANGE_RULE, _someVoter(who), rule)) return;
            _rally(_voters.getNumberOfProposals(), ALL);
        }
        if (duration % 2 == 1) (about, which) = (_about, _which);
        bool proposed = _tryToPropose(Op.EMERGENCY, _someVoter(who), _hold(about, which, duration));
        if (!proposed) return;
        (_about, _which) = (about, which);
        if (who % 4 != 0) _rally(_voters.getNumberOfProposals(), ALL);
    }

    /// @dev What is over may be noted by anybody, and nothing else.
    function endHold(uint256 who, uint256 about, uint256 which, bool inTime) external {
        if (who % 2 == 0) (about, which) = (_about, _which);
        (string memory orgId, address account, string memory enodeId) = _subject(about, which);
        (uint256 until, bool lasts) = Emergencies(address(_door)).getHold(orgId, account, enodeId);
        if (inTime && lasts) {
            _waitUntil(until);
            lasts = false;
        }
        bool ended = _try(_anybody(who), abi.encodeCall(Emergencies.endHold, (orgId, account, enodeId)));
        _expect(!ended || !lasts, "anybody ended what still lasts");
        if (ended) _reach("end of a hold noted");
    }

    /* SUSPENSIONS THAT END */

    /// @dev Two of three are voted on at once.
    function suspendUntil(uint256 who, uint256 org, uint256 length) external {
        uint48 until = uint48(block.timestamp + _bound(length, 1, 20 days));
        bytes memory call_ = abi.encodeCall(Organisations.suspendOrgUntil, (_someTop(org), until));
        bool proposed = _tryToPropose(Op.SUSPEND_ORG_UNTIL, _someVoter(who), call_);
        if (proposed && who % 3 != 0) _rally(_voters.getNumberOfProposals(), who % 2 == 0 ? ALL : who);
    }

    /// @dev What is over may be noted by anybody, and nothing else.
    function endSuspension(uint256 who, uint256 org, bool inTime) external {
        string memory orgId = _someTop(org);
        uint256 until = suspendedUntil(orgId);
        if (inTime) _waitUntil(until);
        bool ended = _try(_anybody(who), abi.encodeCall(Organisations.endSuspension, (orgId)));
        _expect(!ended || (until != 0 && until <= block.timestamp), "anybody ended a suspension");
        if (ended) _reach("end of a suspension noted");
    }

    /* THE GUARDIAN */

    /// @dev Seldom, and to anybody.
    function changeGuardian(uint256 who) external {
        if (who % 4 != 0) return;
        address next = _anybody(who / 4);
        VM.prank(_upgradable.getGuardian());
        (bool proposed, ) = address(_upgradable).call(abi.encodeCall(_upgradable.transferGuardian, (next)));
        if (!proposed || who % 8 != 0) return;
        VM.prank(next);
        _upgradable.acceptGuardian();
    }

    /* INTERNAL */

    function _vote(address voter, uint256 id, bool support) internal returns (bool) {
        return _tryToVote(id, voter, support, abi.encodeCall(Decisions.vote, (id, support)));
    }

    /// @dev Everybody votes until it has ended, and one more. `voices` says who is for it.
    function _rally(uint256 id, uint256 voices) internal {
        for (uint256 i = 0; i < PEOPLE; ++i) {
            bool open = _voters.getProposal(id).state == ProposalState.OPEN;
            _vote(_person(i), id, (voices >> i) & 1 == 1);
            if (!open) return;
        }
    }

    /// @dev To hold something, or to end that it is held; one time in sixteen for too long.
    function _hold(uint256 about, uint256 which, uint256 duration) internal view returns (bytes memory) {
        (string memory orgId, address account, string memory enodeId) = _subject(about, which);
        uint256 time = _bound(duration / 16, 1 hours, LONGEST_HOLD);
        if (duration % 16 == 0) time += LONGEST_HOLD;
        if (duration % 4 == 1) time = 0;
        return abi.encodeCall(Emergencies.proposeHold, (orgId, account, enodeId, time));
    }

    /* INTERNAL */

    /// @dev All network admins one after the other where a share of them may, who may alone, or anybody.
    function _veto(uint256 id, uint256 who) private {
        if (id == 0) return;
        if (who % 4 != 1 && Emergencies(address(_door)).vetoShareOf(id) != 0) {
            for (uint256 i = 0; i < PEOPLE; ++i) {
                if (_voters.isVoter(_person(i))) _tryToVeto(id, _person(i));
            }
        } else {
            _tryToVeto(id, who % 4 == 1 ? _anybody(who) : _someVetoer(id, who));
        }
    }

    function _someVetoer(uint256 id, uint256 seed) private view returns (address) {
        for (uint256 i = 0; i < PEOPLE; ++i) {
            address person = _anybody(_bound(seed, 0, PEOPLE) + i);
            if (Emergencies(address(_door)).mayVetoAlone(id, person)) return person;
        }
        return _upgradable.getGuardian();
    }

    function _waitUntil(uint256 time) private {
        if (time <= block.timestamp) return;
        _prepare();
        VM.warp(time);
        _look(address(0));
    }

    /// @dev An account, a node, an organisation, or admissions.
    function _subject(
        uint256 about,
        uint256 which
    ) private view returns (string memory orgId, address account, string memory enodeId) {
        if (about % 4 == 0) {
            account = _anybody(which);
            (, orgId, , , ) = _accounts.getAccountDetails(account);
        } else if (about % 4 == 1) {
            enodeId = _someNode(which);
            (orgId, , , , , ) = _nodes.getNodeDetails(enodeId);
        } else if (about % 4 == 2) {
            orgId = _someTop(which);
        }
    }

    /// @dev Mostly one that can be met: what is decided by nobody ends much of what could be tried after it.
    function _policy(uint256 rule, uint256 lists, uint256 delay) private view returns (Policy memory policy) {
        policy.kind = [
            RuleKind.MAJORITY,
            RuleKind.MAJORITY,
            RuleKind.ANY,
            RuleKind.COUNT,
            RuleKind.FRACTION,
            RuleKind.ALL,
            RuleKind.SELF,
            RuleKind.SELF
        ][rule % 8];
        if (policy.kind == RuleKind.COUNT) policy.count = 1 + ((rule / 8) % 3);
        if (policy.kind == RuleKind.FRACTION) (policy.count, policy.outOf) = (1 + ((rule / 8) % 2), 3);
        bool accounts = lists % 4 == 0;
        policy.counted = accounts ? Counting.ACCOUNTS : Counting.ORGANISATIONS;
        policy.orgs = new string[](0);
        if (policy.kind != RuleKind.SELF && !accounts && lists % 3 == 0) policy.orgs = _tops(lists);
        policy.roles = _roleList(accounts ? 0 : lists / 4);
        policy.veto.by = new string[](0);
        if (policy.kind == RuleKind.SELF || delay % 2 == 0) return policy;
        policy.delay = _bound(delay / 64, 1 hours, 5 days);
        if (delay % 8 != 1) policy.veto = _vetoOf(delay / 8);
    }

    /// @dev Who stops it: a share of the network admins, an organisation, the one concerned, or the guardian.
    function _vetoOf(uint256 choice) private view returns (Veto memory veto_) {
        bool shared = choice % 8 < 4;
        veto_.by = new string[](shared ? 0 : 1);
        if (shared) (veto_.count, veto_.outOf) = (1, 2 + (choice % 2));
        else if (choice % 8 < 6) veto_.by[0] = _someTop(choice / 8);
        else veto_.by[0] = choice % 8 == 6 ? BY_CONCERNED : BY_GUARDIAN;
    }

    /// @dev The admin organisation and another one, or this one alone.
    function _tops(uint256 choice) private view returns (string[] memory tops) {
        tops = new string[](1 + (choice % 2));
        tops[0] = _someTop(choice / 8);
        if (tops.length > 1) tops[1] = ADMIN_ORG;
    }

    function _roleList(uint256 choice) private pure returns (string[] memory roles) {
        roles = new string[](
            choice % 8 == 1
                ? 0
                : choice % 8 < 5 && choice != 0
                    ? 2
                    : 1
        );
        if (roles.length == 0) return roles;
        roles[0] = ["network admin", "any admin", "TRADER", "organisation admin"][choice % 4];
        if (roles.length > 1) roles[1] = choice % 4 == 3 ? "network admin" : "organisation admin";
    }
}
