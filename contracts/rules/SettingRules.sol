// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IPolicyModule} from "../interfaces/IPolicyModule.sol";
import {ISettingModule} from "../interfaces/ISettingModule.sol";
import {Op, OrgStatus} from "../libraries/Codes.sol";
import {Org} from "../types/Org.sol";
import {Payload, PayloadFields} from "../types/Payload.sol";
import {Proposal, SubjectFields} from "../types/Proposal.sol";
import {Rule, RuleFields} from "../types/Rule.sol";
import {Proposing} from "./Proposing.sol";
import {RuleLimits} from "./RuleLimits.sol";
import {Settings} from "./Settings.sol";

/// @title What the network admins set for the whole network: how votes are counted, and the settings
/// @dev Several proposals about the same rule or setting may be open: nobody keeps the others from proposing.
abstract contract SettingRules is ISettingModule, Proposing, RuleLimits, Settings {
    /// @inheritdoc ISettingModule
    function proposeRule(uint256 op, uint256 kind, uint256 count, uint256 outOf) external returns (uint256 id) {
        address caller = _sender();
        if (op == Op.NONE || op > Op.LAST || Op.decidedAs(op) != op) revert OperationUnknown(op);
        bool sound = _isSound(op, kind, count, outOf, _electorate());
        Rule rule = RuleFields.create(kind, count, outOf);
        if (!sound || _locksRules(op, rule)) revert RuleNotAllowed(op, kind, count, outOf);
        Rule present = _ruleOf(op);
        if (present.equals(RuleFields.create(kind, count, outOf))) revert NothingChanges();

        return _proposeChange(caller, Op.CHANGE_RULE, 0, PayloadFields.packRule(op, rule));
    }

    /// @inheritdoc ISettingModule
    function proposeSetting(uint256 setting, uint256 value) external returns (uint256 id) {
        return _proposeSetting(_sender(), setting, 0, value);
    }

    /// @inheritdoc ISettingModule
    function proposeLimit(uint256 setting, string calldata orgId, uint256 value) external returns (uint256 id) {
        address caller = _sender();
        (uint256 index, Org org) = _requireOrg(orgId);
        if (org.parent() != 0) revert OrgNotTopLevel(orgId);
        if (org.status() == OrgStatus.PROPOSED) revert OrgNotActive(orgId);

        return _proposeSetting(caller, setting, index, value);
    }

    /* FOR THE IMPLEMENTATION ITSELF */

    /// @inheritdoc ISettingModule
    function applyChange(uint256 id) external returns (bool done) {
        _requireSelf();
        Proposal proposal = _proposal(id);
        return proposal.op() == Op.CHANGE_RULE ? _changeRule(id) : _changeSetting(id, proposal.org());
    }

    /* INTERNAL */

    function _changeRule(uint256 id) private returns (bool) {
        (uint256 op, Rule rule) = _payloadOf(id).unpackRule();
        if (_ruleOf(op).equals(rule) || _locksRules(op, rule)) return false;
        // The implementation, for which this code runs, passes it on to the module that answers it.
        if (rule.hasTerms() && !IPolicyModule(address(this)).isAllowed(op, rule)) return false;

        _setRule(op, rule);
        if (Op.isMadeByHand(op)) _setByPolicy(op, !rule.equals(RuleFields.atFirst(op)));
        return true;
    }

    function _changeSetting(uint256 id, uint256 org) private returns (bool) {
        (uint256 setting, uint256 value) = _payloadOf(id).unpackSetting();
        if (_setting(setting, org) == value) return false;

        _set(setting, org, value);
        return true;
    }

    function _proposeSetting(address caller, uint256 setting, uint256 org, uint256 value) private returns (uint256 id) {
        _requireNewValue(setting, org, value);
        return _proposeChange(caller, Op.CHANGE_SETTING, org, PayloadFields.packSetting(setting, value));
    }

    function _proposeChange(address caller, uint256 op, uint256 org, Payload payload) private returns (uint256 id) {
        _requireBooted();
        return _propose(caller, op, SubjectFields.create(org, 0, 0, 0), address(0), payload);
    }
}
