// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IResolutionModule} from "../interfaces/IResolutionModule.sol";
import {IPolicyModule} from "../interfaces/IPolicyModule.sol";
import {Op, WellKnownIndex} from "../libraries/Codes.sol";
import {ForwardedCall} from "../libraries/ForwardedCall.sol";
import {Subject, SubjectFields} from "../types/Proposal.sol";
import {Rule, RuleFields} from "../types/Rule.sol";
import {Changes} from "./Changes.sol";
import {Proposing} from "./Proposing.sol";

/// @title Who does what organisations' admins do alone at first, where a policy says so
abstract contract ByPolicy is IResolutionModule, Proposing, Changes {
    /// @inheritdoc IResolutionModule
    function actByPolicy(
        address caller,
        string calldata orgId,
        bool admin,
        bool byVote,
        bytes calldata forwarded
    ) external returns (bool may, bool opened) {
        _requireSelf();
        bytes[] memory changes = new bytes[](1);
        changes[0] = ForwardedCall.asMade(forwarded);
        bytes4 selector = bytes4(changes[0]);
        uint256 op = _operationByHand(selector);
        Rule rule = _ruleOf(op);
        (uint256 org, ) = _requireOrg(orgId);
        // Changes of the admin organisation's nodes are always voted on (CHANGE_NODE).
        bool ofNetwork = org == WellKnownIndex.ADMIN_ORG && _changesNode(selector);
        // Who adds nodes is said for itself.
        if (_addsNodeToo(forwarded) && _hasPolicy(Op.ADD_NODE)) revert DecidedByPolicy(Op.ADD_NODE);
        bool atFirst = ofNetwork || rule.equals(RuleFields.atFirst(op));
        if (atFirst || rule.isSelf()) _requireNotStopped(1 << op);
        if (atFirst) return (admin, false);
        // The implementation, for which this code runs, passes it on to the module that answers it.
        if (rule.isSelf()) return (IPolicyModule(address(this)).mayActFor(op, orgId, caller), false);

        if (_gives(op) && !_isOrgActive(org)) revert OrgNotActive(orgId);
        Subject subject = SubjectFields.create(org, 0, 0, 0);
        _propose(caller, op, subject, address(0), _stored(changes, 1 << op), admin && byVote);
        return (false, true);
    }

    /// @dev Whether an organisation has more by it, which it may not have while it is suspended.
    function _gives(uint256 op) private pure returns (bool) {
        return
            op == Op.ADD_SUB_ORG ||
            op == Op.ADD_ROLE ||
            op == Op.ASSIGN_ROLE ||
            op == Op.ADD_NODE ||
            op == Op.MOVE_NODE;
    }
}
