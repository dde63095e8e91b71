// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IEmergencyModule} from "../interfaces/IEmergencyModule.sol";
import {Clock} from "../libraries/Clock.sol";
import {Op, OrgStatus, WellKnownIndex} from "../libraries/Codes.sol";
import {Account} from "../types/Account.sol";
import {Org} from "../types/Org.sol";
import {PayloadFields} from "../types/Payload.sol";
import {Proposal, SubjectFields} from "../types/Proposal.sol";
import {Proposing} from "./Proposing.sol";

/// @title What is suspended at once, and ends by itself
/// @dev No record is marked by an open proposal: otherwise any proposal about a subject would keep an emergency measure from
///      being proposed. A node that does not answer may stop the chain, and with it the time at which a measure ends: so one
///      is held at a time.
abstract contract Emergencies is IEmergencyModule, Proposing {
    /// @dev What a measure is about, by indexes; 0 for none. Nothing at all for admissions.
    struct Target {
        uint256 org;
        uint256 account;
        uint256 node;
    }

    uint256 private constant LONGEST = 7 days;

    /// @dev How long after a measure the next one about the same needs a resolution.
    uint256 private constant REST = 30 days;

    /// @inheritdoc IEmergencyModule
    function proposeHold(
        string calldata orgId,
        address account,
        string calldata enodeId,
        uint256 duration
    ) external returns (uint256 id) {
        address caller = _sender();
        _requireBooted();
        Target memory target = _targetNamed(orgId, account, enodeId);
        bool byResolution = _isTheNetwork(caller);
        if (duration > LONGEST) revert HoldTooLong(duration, LONGEST);
        if (duration == 0) {
            if (!_lasts(_untilOf(target))) revert NothingChanges();
        } else {
            _requireNotGuardian(account);
            if (target.node != 0 && target.org == WellKnownIndex.ADMIN_ORG)
                revert HoldNotAllowed(orgId, account, enodeId);
            if (!byResolution) _requireRested(target);
        }

        return
            _propose(
                caller,
                Op.EMERGENCY,
                SubjectFields.create(target.org, target.node, 0, target.account),
                account,
                PayloadFields.packHold(duration, byResolution)
            );
    }

    /// @inheritdoc IEmergencyModule
    function endHold(string calldata orgId, address account, string calldata enodeId) external {
        _sender();
        Target memory target = _targetNamed(orgId, account, enodeId);
        uint256 until = _untilOf(target);
        if (_lasts(until)) revert HoldLasts(until);
        if (!_isMarked(target)) revert NothingChanges();

        _hold(target, until, false);
    }

    /// @inheritdoc IEmergencyModule
    function imposeHold(uint256 id) external returns (bool done) {
        _requireSelf();
        Proposal proposal = _proposal(id);
        (uint256 duration, bool byResolution) = _payloadOf(id).unpackHold();
        Target memory target = Target({org: proposal.org(), account: proposal.account(), node: proposal.node()});
        // It may have come to another organisation since.
        target.org = _orgOf(target);
        if (duration == 0) done = _lasts(_untilOf(target));
        else done = !_isOfGovernment(target) && (byResolution || _isRested(target));
        if (done) _hold(target, Clock.nowSeconds() + duration, duration != 0);
    }

    /// @inheritdoc IEmergencyModule
    function getHold(
        string calldata orgId,
        address account,
        string calldata enodeId
    ) external view returns (uint256 until, bool lasts) {
        (uint256 org, ) = _findOrg(orgId);
        if (account != address(0)) until = _accountHeldUntil(_account(account).index());
        else if (bytes(enodeId).length != 0) until = _nodeHeldUntil(_node(enodeId).index());
        else if (bytes(orgId).length == 0) (until, ) = _admissionsStoppedUntil();
        else until = _orgHeldUntil(org);
        lasts = _lasts(until);
    }

    /* INTERNAL */

    function _targetNamed(
        string calldata orgId,
        address account,
        string calldata enodeId
    ) private view returns (Target memory target) {
        bool ofAccount = account != address(0);
        bool ofNode = bytes(enodeId).length != 0;
        bool ofNone = bytes(orgId).length == 0;
        if ((ofAccount && ofNode) || (ofNone && (ofAccount || ofNode))) revert HoldNotAllowed(orgId, account, enodeId);
        if (ofNone) return target;

        Org org;
        (target.org, org) = _requireOrg(orgId);
        if (ofAccount) target.account = _requireAccount(account, target.org, orgId).index();
        else if (ofNode) target.node = _requireOwnNode(target.org, orgId, enodeId).index();
        else if (target.org == WellKnownIndex.ADMIN_ORG) revert AdminOrgNotAllowed(orgId);
        else if (org.parent() != 0) revert OrgNotTopLevel(orgId);
        else if (org.status() == OrgStatus.PROPOSED) revert OrgNotActive(orgId);
    }

    /// @dev The organisation that a target is, or belongs to now.
    function _orgOf(Target memory target) private view returns (uint256) {
        if (target.node != 0) return _nodeBy(_enodeId(target.node)).org();
        if (target.account == 0) return target.org;
        (, Account record) = _accountAt(target.account);
        return record.org();
    }

    /// @dev Whether a target is the guardian, which repairs, or a node through which network admins send.
    function _isOfGovernment(Target memory target) private view returns (bool) {
        (address account, ) = _accountAt(target.account);
        if (account != address(0) && _UPGRADABLE.mayRepair(account)) return true;
        return target.node != 0 && target.org == WellKnownIndex.ADMIN_ORG;
    }

    function _requireRested(Target memory target) private view {
        (uint256 other, uint256 otherUntil) = _otherNodeHeld(target);
        if (other != 0) revert OtherNodeHeld(_enodeId(other), otherUntil);
        uint256 until = _lastHold(target);
        if (!_hasRested(until)) revert HeldLately(until);
    }

    function _isRested(Target memory target) private view returns (bool) {
        (uint256 other, ) = _otherNodeHeld(target);
        return other == 0 && _hasRested(_lastHold(target));
    }

    function _hasRested(uint256 until) private view returns (bool) {
        return until == 0 || Clock.nowSeconds() >= until + REST;
    }

    function _lasts(uint256 until) private view returns (bool) {
        return until > Clock.nowSeconds();
    }

    /// @dev A node that is held, if the target is another one; 0 for none.
    function _otherNodeHeld(Target memory target) private view returns (uint256 node, uint256 until) {
        if (target.node != 0) return _otherHeldNode(target.node);
    }

    /// @dev Until when the target was held last, or the organisation at the top that it belongs to.
    function _lastHold(Target memory target) private view returns (uint256 until) {
        until = _untilOf(target);
        if (target.account == 0 && target.node == 0) return until;
        (Org org, ) = _orgAt(target.org);
        uint256 ofOrg = _orgHeldUntil(org.ultimate());
        if (ofOrg > until) until = ofOrg;
    }

    function _untilOf(Target memory target) private view returns (uint256 until) {
        if (target.account != 0) return _accountHeldUntil(target.account);
        if (target.node != 0) return _nodeHeldUntil(target.node);
        if (target.org != 0) return _orgHeldUntil(target.org);
        (until, ) = _admissionsStoppedUntil();
    }

    /// @dev Whether its record says that it is held, or was.
    function _isMarked(Target memory target) private view returns (bool marked) {
        if (target.org == 0) {
            (, marked) = _admissionsStoppedUntil();
        } else if (target.node != 0) {
            marked = _nodeBy(_enodeId(target.node)).held();
        } else if (target.account != 0) {
            (, Account record) = _accountAt(target.account);
            marked = record.held();
        } else {
            (Org org, ) = _orgAt(target.org);
            marked = org.held();
        }
    }

    function _hold(Target memory target, uint256 until, bool held) private {
        if (target.account != 0) {
            (address account, ) = _accountAt(target.account);
            _holdAccount(account, _orgId(target.org), until, held);
        } else if (target.node != 0) {
            _holdNode(_enodeId(target.node), _orgId(target.org), until, held);
        } else if (target.org != 0) {
            _holdOrg(target.org, until, held);
        } else {
            _stopAdmissions(until, held);
            _noteStop(held);
        }
    }
}
