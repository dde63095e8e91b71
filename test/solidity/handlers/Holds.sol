// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IVoterManager} from "../../../contracts/interfaces/IVoterManager.sol";
import {Verdict} from "./Verdict.sol";
import {World} from "./World.sol";

/// @title What emergency measures hold, as the votes on them say
/// @dev Until when is remembered here, also when it is over, and not asked of the contracts.
abstract contract Holds is World, Verdict {
    /* CONSTANTS */

    uint256 internal constant LONGEST_HOLD = 7 days;
    uint256 private constant REST = 30 days;

    /* STORAGE */

    mapping(bytes32 target => uint256 until) private _until;
    bytes32[] private _nodesHeld;
    bool private _manyNodes; // a resolution has held a node beside another one

    /* WHAT HAPPENED */

    /// @dev A measure was taken, or ended before its time.
    function _lookAtHold(IVoterManager.ProposalInfo memory info) internal {
        (uint256 duration, ) = info.payload.unpackHold();
        (bytes32 target, bytes32 org) = _targetOf(info);
        if (duration == 0) {
            _expect(_lasts(target), "what was not held was held no longer");
            _until[target] = block.timestamp;
            _reach("hold ended by vote");
            return;
        }
        bool byResolution = info.proposer == address(0);
        bool rested = _isRested(target) && _isRested(org);
        if (byResolution && !rested) _reach("hold renewed");
        _expect(duration <= LONGEST_HOLD, "something is held for longer than seven days");
        _expect(byResolution || rested, "the same was held again too soon");
        if (info.account != 0) {
            _expect(!_upgradable.mayRepair(_accountAt(info.account)), "the guardian was held");
            _reach("account held");
        } else if (info.node != 0) {
            _lookAtNodeHold(target, info.node, byResolution);
        } else {
            _reach(info.org == 0 ? "admissions stopped" : "organisation held");
        }
        _until[target] = block.timestamp + duration;
    }

    /* WHAT SHOULD BE */

    /// @notice Until when a node is held; 0 if it is not.
    function nodeHeldUntil(string memory enodeId) public view returns (uint256) {
        return _lastingUntil(_ofNode(enodeId));
    }

    /// @dev The same for an account, whatever becomes of its organisation.
    function _accountHeldUntil(address account) internal view returns (uint256) {
        return _lastingUntil(_ofAccount(account));
    }

    /// @dev The same for an organisation, with which all below it is held.
    function _orgHeldUntil(string memory orgId) internal view returns (uint256) {
        (, , string memory top, , ) = _orgs.getOrgDetails(orgId);
        return _topHeldUntil(top);
    }

    /// @dev The same for an organisation without parent.
    function _topHeldUntil(string memory orgId) internal view returns (uint256) {
        return _lastingUntil(_ofOrg(orgId));
    }

    /// @dev Until when nobody is let in, or was last.
    function _stoppedUntil() internal view returns (uint256) {
        return _until[bytes32(0)];
    }

    function _isStopped() internal view returns (bool) {
        return _lasts(bytes32(0));
    }

    /* INTERNAL */

    function _lookAtNodeHold(bytes32 target, uint256 node, bool byResolution) private {
        _expect(
            !_same(_nodes.getNodePage(node - 1, 1)[0].orgId, ADMIN_ORG),
            "a node of the admin organisation was held"
        );
        bool other = false;
        for (uint256 i = 0; i < _nodesHeld.length; ++i) {
            if (_nodesHeld[i] != target && _lasts(_nodesHeld[i])) other = true;
        }
        if (other && byResolution) _manyNodes = true;
        _expect(!other || _manyNodes, "two nodes are held at once");
        _nodesHeld.push(target);
        _reach("node held");
    }

    /// @dev What a measure is about, and the organisation at the top that this belongs to.
    function _targetOf(IVoterManager.ProposalInfo memory info) private view returns (bytes32 target, bytes32 org) {
        string memory orgId;
        if (info.account != 0) {
            address account = _accountAt(info.account);
            target = _ofAccount(account);
            (, orgId, , , ) = _accounts.getAccountDetails(account);
        } else if (info.node != 0) {
            orgId = _nodes.getNodePage(info.node - 1, 1)[0].orgId;
            target = _ofNode(_nodes.getNodePage(info.node - 1, 1)[0].enodeId);
        } else if (info.org != 0) {
            orgId = _orgs.getOrgPage(info.org - 1, 1)[0].fullId;
            target = _ofOrg(orgId);
        } else {
            return (0, 0);
        }
        (, , orgId, , ) = _orgs.getOrgDetails(orgId);
        org = _ofOrg(orgId);
    }

    function _isRested(bytes32 target) private view returns (bool) {
        return _until[target] == 0 || block.timestamp >= _until[target] + REST;
    }

    function _lasts(bytes32 target) private view returns (bool) {
        return block.timestamp < _until[target];
    }

    function _lastingUntil(bytes32 target) private view returns (uint256) {
        return _lasts(target) ? _until[target] : 0;
    }

    function _ofAccount(address account) private pure returns (bytes32) {
        return keccak256(abi.encode("account", account));
    }

    function _ofNode(string memory enodeId) private pure returns (bytes32) {
        return keccak256(abi.encode("node", enodeId));
    }

    function _ofOrg(string memory orgId) private pure returns (bytes32) {
        return keccak256(abi.encode("org", orgId));
    }
}
