// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IResolutionModule} from "../interfaces/IResolutionModule.sol";
import {Clock} from "../libraries/Clock.sol";
import {AccountStatus, Action, NodeStatus, Op, OrgStatus, RoleKind, WellKnownIndex} from "../libraries/Codes.sol";
import {Account, AccountFields} from "../types/Account.sol";
import {Node} from "../types/Node.sol";
import {Org} from "../types/Org.sol";
import {Role} from "../types/Role.sol";
import {RuleFields} from "../types/Rule.sol";
import {RulesBase} from "./RulesBase.sol";

/// @title How organisations, accounts and nodes stand, and what rules require of them
abstract contract Standing is RulesBase {
    /* THE NETWORK */

    /// @dev The admin organisation is only proposed until the boot ends, so no account acts as its admin. Afterwards
    ///      nothing takes its status away.
    function _isBooted() internal view returns (bool) {
        (Org adminOrg, ) = _orgAt(WellKnownIndex.ADMIN_ORG);
        return adminOrg.status() == OrgStatus.APPROVED;
    }

    /* ADMINS */

    /// @dev An active organisation for which the caller may do what it calls for.
    function _requireMayGive(address caller, string calldata orgId) internal returns (uint256 index, Org org) {
        (index, org, ) = _requireGiver(caller, orgId, false);
    }

    /// @dev The same, with the record of the caller, which may be entitled to it without being an admin.
    function _requireGiver(
        address caller,
        string calldata orgId,
        bool entitled
    ) internal returns (uint256 index, Org org, Account giver) {
        bool active;
        (index, org, active, , giver) = _requireMayAct(caller, orgId, entitled);
        if (!active) revert OrgNotActive(orgId);
    }

    /// @dev An organisation for which the caller may take away what it calls for: while it is suspended only who was made
    ///      admin by vote may, or the network itself.
    function _requireMayTake(address caller, string calldata orgId) internal returns (uint256 index, Org org) {
        return _requireTaker(caller, orgId, false);
    }

    /// @dev The same for a caller that may be entitled to it without being an admin.
    function _requireTaker(
        address caller,
        string calldata orgId,
        bool entitled
    ) internal returns (uint256 index, Org org) {
        bool active;
        bool byVote;
        (index, org, active, byVote, ) = _requireMayAct(caller, orgId, entitled);
        if (!active && !byVote) revert OrgNotActive(orgId);
    }

    /// @dev One of the two, as an action (Action) gives a right back or takes it away.
    function _requireMaySet(
        address caller,
        string calldata orgId,
        uint256 action
    ) internal returns (uint256 index, Org org) {
        return action == Action.ACTIVATE ? _requireMayGive(caller, orgId) : _requireMayTake(caller, orgId);
    }

    /// @dev An organisation for which the caller may act: as its admin, as a policy says, or as the network itself. If a
    ///      policy says that it is voted on, the call ends here, with a proposal. `byVote` says whether a vote is behind the
    ///      caller: the network's, or the one that made it an admin.
    function _requireMayAct(
        address caller,
        string calldata orgId,
        bool entitled
    ) private returns (uint256 index, Org org, bool active, bool byVote, Account actor) {
        bool may;
        bool byPolicy;
        actor = _account(caller);
        (index, org, may, byVote, active, byPolicy) = _adminStanding(caller, actor, orgId);
        if (index == 0) revert OrgUnknown(orgId);
        if (entitled) may = true;
        if (_isTheNetwork(caller)) (may, byVote) = (true, true);
        else if (byPolicy) may = _mayByPolicy(caller, orgId, may, byVote);
        if (!may) revert NotOrgAdmin(caller, orgId);
    }

    /// @dev Whether a policy says who does what admins do alone at first.
    function _hasPolicy(uint256 op) internal view returns (bool) {
        return !_ruleOf(op).equals(RuleFields.atFirst(op));
    }

    /// @dev What a policy decides is not undone by hand.
    function _requireByHand(uint256 op, address caller) internal view {
        if (!_isTheNetwork(caller) && _hasPolicy(op)) revert DecidedByPolicy(op);
    }

    /// @dev Whether an active account, of which this is the record, holds an admin role in the organisation or above,
    ///      whether by vote, whether the organisation is active, and whether policies say who does what admins do alone at
    ///      first.
    function _adminStanding(
        address account,
        Account record,
        string calldata orgId
    ) internal view returns (uint256 index, Org org, bool admin, bool byVote, bool active, bool byPolicy) {
        Org ultimate;
        (index, org, ultimate, admin, byPolicy) = _locateOrg(orgId, record.org());
        active = _isActive(org, ultimate);
        if (record.status() != AccountStatus.ACTIVE || !record.admin()) admin = false;
        // What the network has voted on is done all the same.
        if (ultimate.held() && !_isTheNetwork(account) && _isOrgStillHeld(ultimate)) active = false;
        if (record.held() && _isAccountStillHeld(record)) admin = false;
        byVote = record.kind() != RoleKind.CUSTOM;
        // The two admin roles are never removed; others may have been since they were given.
        bool mayHaveEnded = !byVote || record.kind() == AccountFields.CUSTOM_BY_VOTE;
        if (admin && mayHaveEnded) admin = Role.unwrap(_roleOf(record)) != 0;
        if (admin && !byVote) admin = record.epoch() == _epochOf(record.org());
    }

    /// @dev Whether the caller may do at once what the call asks for, where policies say who does what admins do alone at
    ///      first. If it is to be voted on, a proposal is opened, and the call ends.
    function _mayByPolicy(address caller, string calldata orgId, bool admin, bool byVote) private returns (bool) {
        // The implementation, for which this code runs, passes it on to the module that knows the policies.
        IResolutionModule own = IResolutionModule(address(this));
        (bool may, bool opened) = own.actByPolicy(caller, orgId, admin, byVote, msg.data);
        if (opened) {
            // What follows would do at once what is only proposed.
            assembly ("memory-safe") {
                return(0, 0)
            }
        }
        return may;
    }

    /* ORGANISATIONS */

    /// @dev The record of an organisation that exists.
    function _requireOrg(string calldata orgId) internal view returns (uint256 index, Org org) {
        (index, org) = _findOrg(orgId);
        if (index == 0) revert OrgUnknown(orgId);
    }

    function _isOrgActive(uint256 index) internal view returns (bool) {
        (Org org, Org ultimate) = _orgAt(index);
        return _isActive(org, ultimate);
    }

    /// @dev An organisation is active while it and its ultimate parent are, and again once the suspension of the latter has
    ///      ended; no other is ever suspended.
    function _isActive(Org org, Org ultimate) internal view returns (bool) {
        if (OrgStatus.isActive(org.status()) && OrgStatus.isActive(ultimate.status())) return true;
        return _isBack(ultimate);
    }

    /// @dev Whether the suspension of an organisation without parent has ended, and nobody has recorded that.
    function _isBack(Org org) internal view returns (bool) {
        return org.ends() && _hasSuspensionEnded(org.ultimate());
    }

    /// @dev The status of an organisation without parent as it is now, recorded or not.
    function _statusOf(Org org) internal view returns (uint256) {
        return _isBack(org) ? OrgStatus.APPROVED : org.status();
    }

    /* WHAT AN EMERGENCY MEASURE HOLDS */

    // The word of a record says whether it was held and that has not been recorded as ended: for others these are not asked.

    /// @dev Whoever is held, or whose organisation is, keeps its vote, so that nobody wins a vote by an emergency.
    function _isAccountStillHeld(Account account) internal view returns (bool) {
        return _accountHeldUntil(account.index()) > Clock.nowSeconds();
    }

    /// @dev `ultimate` is the record of an organisation without parent: all below it is held with it.
    function _isOrgStillHeld(Org ultimate) internal view returns (bool) {
        return _orgHeldUntil(ultimate.ultimate()) > Clock.nowSeconds();
    }

    function _isNodeStillHeld(Node node) internal view returns (bool) {
        return _nodeHeldUntil(node.index()) > Clock.nowSeconds();
    }

    /// @dev Until when what lets somebody in waits, in seconds since 1970; 0 if none of the operations does, or nothing
    ///      stops it. Bit n stands for the operation n.
    function _stoppedUntil(uint256 operations) internal view returns (uint256 until) {
        if (operations & Op.ADMITTING != 0) (until, ) = _admissionsStoppedUntil();
        if (until <= Clock.nowSeconds()) until = 0;
    }

    /// @dev Has what was approved wait while nobody is let in, if it lets anybody in; whether it does.
    function _waitsForStop(uint256 id, uint256 operations) internal returns (bool) {
        uint256 until = _stoppedUntil(operations);
        if (until != 0) _letPass(id, Clock.nowSeconds());
        return until != 0;
    }

    /* ROLES */

    /// @dev The role that an account holds in effect: an empty one if it has been removed since it was given, or has ended.
    function _roleOf(Account account) internal view returns (Role role) {
        role = _roleAt(account.role());
        if (!role.isHeldBy(account)) role = Role.wrap(0);
    }

    /// @dev The nearest active role of that name, from the organisation upwards.
    function _requireRole(
        string calldata roleId,
        uint256 org,
        string calldata orgId
    ) internal view returns (uint256 index, Role role) {
        (index, role) = _resolveRole(roleId, org);
        if (index == 0) revert RoleUnknown(roleId, orgId);
    }

    /* ACCOUNTS */

    /// @dev The record of an account of the organisation.
    function _requireAccount(
        address account,
        uint256 org,
        string calldata orgId
    ) internal view returns (Account record) {
        record = _account(account);
        _requireMember(account, record, org, orgId);
    }

    function _requireMember(address account, Account record, uint256 org, string calldata orgId) internal pure {
        if (record.org() != org) revert AccountOfOtherOrg(account, orgId);
    }

    /// @dev Admins, and proposed admins, are changed by vote only.
    function _requireNoAdmin(address account, Account record) internal pure {
        if (record.kind() != RoleKind.CUSTOM) revert AccountIsAdmin(account);
    }

    /// @dev An unassigned account, or one that an organisation has claimed by hand: a vote may take that from it. Not the
    ///      zero address.
    function _requireObtainable(address account) internal view returns (Account record) {
        if (account == address(0)) revert ZeroAddress();
        record = _account(account);
        if (record.kind() != RoleKind.CUSTOM) revert AccountInUse(account, record.status());
    }

    /// @dev The guardian and the proposed guardian are network admins or belong to no organisation. Nodes let an account of
    ///      an organisation send from that organisation's nodes alone, so the organisation's admin could silence the
    ///      guardian.
    function _requireNotGuardian(address account) internal view {
        if (_UPGRADABLE.mayRepair(account)) revert AccountIsGuardian(account);
    }

    function _refuseAccountStatus(address account, uint256 status, uint256 action) internal pure {
        revert AccountStatusNotAllowed(account, status, action);
    }

    /// @dev The record of an account with a role that makes it an admin by vote.
    /// @param roleKind The role's.
    /// @param generation The role's; 0 for the two admin roles, which are never removed.
    function _admin(
        uint256 status,
        uint256 org,
        uint256 role,
        uint256 roleKind,
        uint256 generation,
        uint256 proposal,
        Account former
    ) internal pure returns (Account) {
        return
            AccountFields.create({
                status_: status,
                kind_: roleKind == RoleKind.CUSTOM ? AccountFields.CUSTOM_BY_VOTE : roleKind,
                admin_: true,
                org_: org,
                role_: role,
                generation_: generation,
                epoch_: 0,
                proposal_: proposal,
                former_: former
            });
    }

    /* NODES */

    /// @dev The record of a node of the organisation; `sameAddress` says whether it has the address given.
    function _requireNode(
        uint256 org,
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort
    ) internal view returns (Node node, bool sameAddress) {
        (node, sameAddress) = _findNode(enodeId, ip, port, raftPort);
        _requireNodeOf(node, org, orgId, enodeId);
    }

    /// @dev The record of a node of the organisation, wherever it is.
    function _requireOwnNode(
        uint256 org,
        string calldata orgId,
        string calldata enodeId
    ) internal view returns (Node node) {
        node = _node(enodeId);
        _requireNodeOf(node, org, orgId, enodeId);
    }

    /// @dev Neither proposed nor blacklisted.
    function _requireInUse(string calldata enodeId, uint256 status) internal pure {
        bool inUse = status == NodeStatus.APPROVED || status == NodeStatus.DEACTIVATED;
        if (!inUse) _refuseNodeStatus(enodeId, status, 0);
    }

    function _refuseNodeStatus(string calldata enodeId, uint256 status, uint256 action) internal pure {
        revert NodeStatusNotAllowed(enodeId, status, action);
    }

    function _requireNodeOf(Node node, uint256 org, string calldata orgId, string calldata enodeId) internal pure {
        if (node.org() == 0) revert NodeUnknown(enodeId);
        if (node.org() != org) revert NodeOfOtherOrg(enodeId, orgId);
    }

    /// @dev The record of a node of the organisation at exactly this address.
    function _requireNodeAt(
        uint256 org,
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort
    ) internal view returns (Node node) {
        bool sameAddress;
        (node, sameAddress) = _requireNode(org, orgId, enodeId, ip, port, raftPort);
        if (!sameAddress) revert NodeAddressDiffers(enodeId, ip, port, raftPort);
    }
}
