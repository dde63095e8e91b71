// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {INodeQueries} from "../interfaces/INodeQueries.sol";
import {AccessLevel} from "../libraries/AccessLevel.sol";
import {Clock} from "../libraries/Clock.sol";
import {EnodeId} from "../libraries/EnodeId.sol";
import {Host} from "../libraries/Host.sol";
import {AccountStatus, NodeStatus, Op, RoleKind, WellKnownIndex} from "../libraries/Codes.sol";
import {Account} from "../types/Account.sol";
import {Node} from "../types/Node.sol";
import {Org} from "../types/Org.sol";
import {Proposal} from "../types/Proposal.sol";
import {Role} from "../types/Role.sol";
import {ContractQueries} from "./ContractQueries.sol";

/// @title What nodes ask: who may send, who may connect, who is an admin, what is pending
/// @dev Nodes ask the first two for every transaction and every connection, so these never look at the caller and never
///      revert.
abstract contract NodeQueries is INodeQueries, ContractQueries {
    /* CHECKS */

    /// @inheritdoc INodeQueries
    function transactionAllowed(
        address sender,
        address target,
        uint256,
        uint256,
        uint256,
        bytes calldata payload
    ) external view returns (bool) {
        Account account = _account(sender);
        if (account.status() == AccountStatus.ACTIVE) {
            (Org org, Org ultimate) = _orgAt(account.org());
            bool held =
                (account.held() && _isAccountStillHeld(account)) || (ultimate.held() && _isOrgStillHeld(ultimate));
            bool active = _isActive(org, ultimate);
            bool votes = target == _interface();
            if (active && (!held || votes)) {
                Role role = _roleOf(account);
                bool allowed =
                    role.active() && AccessLevel.allows(role.access(), AccessLevel.typeOf(target, payload.length));
                if (allowed && _mayReach(account, ultimate, target, payload)) return true;
            }
            // Admins by vote still vote.
            if (votes && (held || !active) && account.kind() != RoleKind.CUSTOM) return true;
        }
        if (_isOpenToAll(account, target, payload)) return true;
        // A policy may let the guardian veto.
        return !_isBooted() || (target == _interface() && sender == _UPGRADABLE.getGuardian());
    }

    /// @inheritdoc INodeQueries
    function connectionAllowed(string calldata enodeId, string calldata ip, uint16) external view returns (bool) {
        (Node node, bool ipFits) = _peer(enodeId, Host.withoutBrackets(ip));
        return (ipFits && _mayConnect(node)) || !_isBooted();
    }

    /// @inheritdoc INodeQueries
    function peersAllowed(
        bytes32 sourceEnodeHigh,
        bytes32 sourceEnodeLow,
        bytes16 sourceEnodeIp,
        uint16 sourceEnodePort,
        bytes32 destinationEnodeHigh,
        bytes32 destinationEnodeLow,
        bytes16 destinationEnodeIp,
        uint16 destinationEnodePort
    ) external view returns (bool) {
        return
            (_isPeer(sourceEnodeHigh, sourceEnodeLow, sourceEnodeIp, sourceEnodePort) &&
                _isPeer(destinationEnodeHigh, destinationEnodeLow, destinationEnodeIp, destinationEnodePort)) ||
            !_isBooted();
    }

    /* ACCOUNTS */

    /// @inheritdoc INodeQueries
    function isNetworkAdmin(address account) external view returns (bool) {
        Account record = _account(account);
        return record.status() == AccountStatus.ACTIVE && record.kind() == RoleKind.NETWORK_ADMIN;
    }

    /// @inheritdoc INodeQueries
    function isOrgAdmin(address account, string calldata orgId) external view returns (bool) {
        (, , bool admin, , bool active, ) = _adminStanding(account, _account(account), orgId);
        return admin && active;
    }

    /// @inheritdoc INodeQueries
    function validateAccount(address account, string calldata orgId) external view returns (bool) {
        uint256 org = _account(account).org();
        if (org == 0) return true;
        (uint256 index, ) = _findOrg(orgId);
        return org == index;
    }

    /* THE NETWORK */

    /// @inheritdoc INodeQueries
    function getNetworkBootStatus() external view returns (bool) {
        return _isBooted();
    }

    /// @inheritdoc INodeQueries
    function getPolicyDetails() external view returns (string memory, string memory, string memory, bool) {
        (string memory networkAdmin, string memory orgAdmin) = _adminRoleIds();
        return (_orgId(WellKnownIndex.ADMIN_ORG), networkAdmin, orgAdmin, _isBooted());
    }

    /// @inheritdoc INodeQueries
    function getPendingOp(
        string calldata orgId
    ) external view returns (string memory, string memory, address, uint256) {
        (uint256 index, ) = _findOrg(orgId);
        if (index != WellKnownIndex.ADMIN_ORG) return ("", "", address(0), 0);
        Proposal proposal = _oldestOpenProposal(Op.OF_NODES);
        (address account, ) = _accountAt(proposal.account());
        return (_orgId(proposal.org()), _enodeId(proposal.node()), account, proposal.op());
    }

    /* INTERNAL */

    function _isPeer(bytes32 enodeHigh, bytes32 enodeLow, bytes16 ip, uint16 port) private view returns (bool) {
        string memory enodeId = EnodeId.write(uint256(enodeHigh), uint256(enodeLow));
        (Node node, bool addressFits) = _listeningPeer(enodeId, Host.write(ip), port);
        return addressFits && _mayConnect(node);
    }

    function _mayConnect(Node node) private view returns (bool) {
        if (node.held() && _isNodeStillHeld(node)) return false;
        if (node.ends() && _nodeEndOf(node.index()) <= Clock.nowSeconds()) return false;
        return node.status() == NodeStatus.APPROVED;
    }
}
