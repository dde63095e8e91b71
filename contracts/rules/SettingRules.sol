// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IPermissionsImplementation} from "../interfaces/IPermissionsImplementation.sol";
import {Op, RuleKind} from "../libraries/Codes.sol";
import {Rule, VotingRule} from "../libraries/VotingRule.sol";
import {SubjectFields} from "../types/Proposal.sol";
import {ProposalRules} from "./ProposalRules.sol";

/// @title What the network admins set for the whole network: how votes are counted, and whether ips are compared
abstract contract SettingRules is ProposalRules {
    /* PROPOSING */

    /// @inheritdoc IPermissionsImplementation
    function proposeRule(uint256 op, uint256 kind, uint256 count, uint256 outOf) external returns (uint256 id) {
        address caller = _sender();
        if (op == Op.NONE || op > Op.LAST) revert OperationUnknown(op);
        bool locksItself = op == Op.CHANGE_RULE && kind == RuleKind.FORBIDDEN;
        if (locksItself || !VotingRule.isSound(kind, count, outOf, _electorate())) {
            revert RuleNotAllowed(op, kind, count, outOf);
        }
        Rule memory rule = _VOTERS.getRule(op);
        if (rule.kind == kind && rule.count == count && rule.outOf == outOf) revert NothingChanges();

        uint256 payload = (op << 72) | (kind << 64) | (count << 32) | outOf;
        _requireUndisputed(rule.proposal);
        id = _proposeSetting(caller, Op.CHANGE_RULE, payload);
        _setRuleProposal(op, id);
    }

    /// @inheritdoc IPermissionsImplementation
    function proposeIpCheck(bool compared) external returns (uint256 id) {
        address caller = _sender();
        (bool current, uint256 proposal) = _ipCheck();
        if (compared == current) revert NothingChanges();

        _requireUndisputed(proposal);
        id = _proposeSetting(caller, Op.CHANGE_IP_CHECK, compared ? 1 : 0);
        _setIpCheck(current, id);
    }

    /* OUTCOMES */

    function _concludeRule(uint256 payload, bool passed) internal {
        uint256 op = uint8(payload >> 72);
        if (passed) _VOTERS.setRule(op, uint8(payload >> 64), uint32(payload >> 32), uint32(payload));
        else _setRuleProposal(op, 0);
    }

    function _concludeIpCheck(uint256 payload, bool passed) internal {
        (bool compared, ) = _ipCheck();
        if (passed) compared = payload == 1;
        _setIpCheck(compared, 0);
    }

    /* INTERNAL */

    function _proposeSetting(address caller, uint256 op, uint256 payload) private returns (uint256 id) {
        return _propose(caller, op, SubjectFields.create(0, 0, 0, 0), address(0), payload);
    }

    function _ipCheck() private view returns (bool compared, uint256 proposal) {
        return _NODES.getIpCheck();
    }

    function _setIpCheck(bool compared, uint256 proposal) private {
        _NODES.setIpCheck(compared, proposal);
    }

    function _setRuleProposal(uint256 op, uint256 id) private {
        _VOTERS.setRuleProposal(op, id);
    }
}
