// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IPolicyModule as Policies} from "../../../contracts/interfaces/IPolicyModule.sol";
import {IResolutionModule as Resolutions} from "../../../contracts/interfaces/IResolutionModule.sol";
import {ISettingModule as Settings} from "../../../contracts/interfaces/ISettingModule.sol";
import {IVoterManager} from "../../../contracts/interfaces/IVoterManager.sol";
import {Op} from "../../../contracts/libraries/Codes.sol";
import {Veto} from "../../../contracts/types/Policy.sol";
import {Ballots} from "./Ballots.sol";

/// @title What has passed and waits, and who may stop it
abstract contract Delays is Ballots {
    /* CONSTANTS */

    uint256 private constant CARRYING_OUT = 7 days;
    uint256 private constant FEWEST = 2; // a share of the network admins is not one of them alone
    string internal constant BY_GUARDIAN = "the guardian";
    string internal constant BY_CONCERNED = "the organisation concerned";

    /* STORAGE */

    uint256 internal _vetoed; // the proposal that the call being looked at vetoes
    bool internal _stopped; // whether nobody was let in before that call
    mapping(uint256 id => uint256 time) private _dueAt;

    /* WHAT HAPPENED */

    /// @dev The vote has approved a proposal, which waits.
    function _lookAtPassage(IVoterManager.ProposalInfo memory info) internal {
        uint256 delay = _delayOf(info);
        _expect(_isApproved(info), "a proposal passed without the votes");
        _expect(delay != 0 || (_stopped && _admits(info)), "what has passed waits for nothing");
        _expect(info.expiresAt == block.timestamp + delay, "what has passed waits for another time");
        _dueAt[info.id] = info.expiresAt;
        _reach(delay == 0 ? "waits for the end of a stop" : "waits");
    }

    /// @dev What has waited is carried out.
    function _lookAtEffect(IVoterManager.ProposalInfo memory info) internal {
        _expect(block.timestamp >= _dueAt[info.id], "what has passed took effect before it had waited");
        _expect(block.timestamp < _lapsesAt(info), "what has lapsed took effect");
        _reach("carried out after it has waited");
    }

    function _lookAtLapse(IVoterManager.ProposalInfo memory info) internal {
        _expect(block.timestamp >= _lapsesAt(info), "what has passed lapsed early");
        _reach("lapsed");
    }

    /// @dev What has passed was rejected after all: it was stopped, or could not be carried out.
    function _lookAtStop(IVoterManager.ProposalInfo memory info, bool mayFail) internal {
        bool waits = block.timestamp < _dueAt[info.id];
        if (_vetoed == info.id) _expect(waits, "what has waited was stopped");
        else _expect(mayFail && !waits, "what has passed was rejected without a veto");
    }

    /* WHAT SHOULD BE */

    /// @dev How long what is approved waits: as long as the longest of its policies says.
    function _delayOf(IVoterManager.ProposalInfo memory info) internal view returns (uint256 delay) {
        uint256 operations = _decidingOn(info);
        for (uint256 op = 1; operations >> op != 0; ++op) {
            if ((operations >> op) & 1 == 0) continue;
            uint256 one = _termsOf(_rule[op]).delay;
            if (one > delay) delay = one;
        }
    }

    /// @dev Whether a proposal, or any change in it, lets somebody in.
    function _admits(IVoterManager.ProposalInfo memory info) internal pure returns (bool) {
        uint256 operations = 0;
        if (Op.holdsChanges(info.op)) (, operations) = info.payload.unpackChanges();
        return (operations | (1 << info.op)) & Op.ADMITTING != 0;
    }

    /// @dev Whether an account may stop a proposal alone.
    function _mayVetoAlone(IVoterManager.ProposalInfo memory info, address account) internal view returns (bool) {
        uint256 operations = _decidingOn(info);
        for (uint256 op = 1; operations >> op != 0; ++op) {
            if ((operations >> op) & 1 == 0) continue;
            string[] memory by = _termsOf(_rule[op]).veto.by;
            for (uint256 i = 0; i < by.length; ++i) {
                if (_isVetoer(by[i], info, account)) return true;
            }
        }
        return false;
    }

    /// @dev How many network admins stop it together; 0 if they may not.
    function _vetoersOf(IVoterManager.ProposalInfo memory info) internal view returns (uint256 needed) {
        (, uint256 electorate) = _voters.getNumberOfVoters();
        uint256 operations = _decidingOn(info);
        for (uint256 op = 1; operations >> op != 0; ++op) {
            if ((operations >> op) & 1 == 0) continue;
            Veto memory veto = _termsOf(_rule[op]).veto;
            if (veto.count == 0) continue;
            uint256 one = FEWEST;
            while (one * veto.outOf < veto.count * electorate) {
                ++one;
            }
            if (needed == 0 || one < needed) needed = one;
        }
    }

    /* INTERNAL */

    /// @dev The time in which nobody is let in does not count for what lets somebody in, unless that lapsed long before.
    function _lapsesAt(IVoterManager.ProposalInfo memory info) private view returns (uint256) {
        uint256 from = _dueAt[info.id];
        uint256 resumed = _stoppedUntil();
        if (_admits(info) && resumed > from && resumed < from + 2 * CARRYING_OUT) from = resumed;
        return from + CARRYING_OUT;
    }

    function _isVetoer(
        string memory by,
        IVoterManager.ProposalInfo memory info,
        address account
    ) private view returns (bool) {
        if (_same(by, BY_GUARDIAN)) return account == _upgradable.getGuardian();
        Standing memory standing = _standingOf(account);
        string memory top = _topOf(standing.orgId);
        if (!standing.byVote || _same(top, ADMIN_ORG) || !_isOrgActive(standing.orgId)) return false;
        return _same(by, BY_CONCERNED) ? _concerns(info, top) : _same(by, top);
    }

    /// @dev Whether a proposal, or a change in it, is about an organisation or one below it.
    function _concerns(IVoterManager.ProposalInfo memory info, string memory top) private view returns (bool) {
        if (info.op != Op.RESOLVE)
            return info.org != 0 && _same(_topOf(_orgs.getOrgPage(info.org - 1, 1)[0].fullId), top);
        bytes[] memory changes = Resolutions(address(_door)).getChanges(info.id);
        for (uint256 i = 0; i < changes.length; ++i) {
            bytes4 selector = bytes4(changes[i]);
            bool ofNone =
                selector == Settings.proposeRule.selector ||
                    selector == Settings.proposeSetting.selector ||
                    selector == Policies.proposePolicy.selector;
            // Whatever else is tried here in a resolution names the organisation first.
            if (!ofNone && _same(_topOf(abi.decode(_arguments(changes[i]), (string))), top)) return true;
        }
        return false;
    }

    /// @dev What follows the selector of a call.
    function _arguments(bytes memory call_) internal pure returns (bytes memory arguments) {
        arguments = new bytes(call_.length - 4);
        for (uint256 i = 0; i < arguments.length; ++i) {
            arguments[i] = call_[i + 4];
        }
    }
}
