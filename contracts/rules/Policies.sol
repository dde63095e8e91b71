// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {AccountStatus, RoleKind, WellKnownIndex} from "../libraries/Codes.sol";
import {CodeStorage} from "../libraries/CodeStorage.sol";
import {Account} from "../types/Account.sol";
import {Org} from "../types/Org.sol";
import {RoleWord, Terms} from "../types/Policy.sol";
import {Role} from "../types/Role.sol";
import {Rule} from "../types/Rule.sol";
import {Standing} from "./Standing.sol";

/// @title What a rule means that says who votes
abstract contract Policies is Standing {
    bytes32 private constant _NETWORK_ADMIN = keccak256(bytes(RoleWord.NETWORK_ADMIN));
    bytes32 private constant _ORG_ADMIN = keccak256(bytes(RoleWord.ORG_ADMIN));
    bytes32 private constant _ANY_ADMIN = keccak256(bytes(RoleWord.ANY_ADMIN));

    /// @dev What a policy says beside its rule. An organisation acts alone by any of its admins at first.
    function _termsOf(Rule rule) internal view returns (Terms memory terms) {
        address content = rule.terms();
        if (content == address(0)) {
            if (rule.isSelf()) terms.roles = _only(RoleWord.ANY_ADMIN);
            return terms;
        }
        return abi.decode(CodeStorage.read(content), (Terms));
    }

    /// @dev What all votes together weigh. Where all organisations vote, and only their admins by vote may, the admin
    ///      organisation does not count: its own are network admins.
    function _electorateOf(Rule rule, Terms memory terms) internal view returns (uint256 weight) {
        if (rule.isOfNetworkAdmins()) return _electorate();
        weight = _voicesOf(terms.orgs);
        if (terms.orgs.length != 0) return weight;
        (bool networkAdmins, , bool others) = _voters(terms.roles);
        if (!networkAdmins && !others) weight -= _weighed(WellKnownIndex.ADMIN_ORG);
    }

    /// @dev Whether an organisation is listed of which no account could have the listed roles.
    function _listsOneUnheard(Terms memory terms) internal view returns (bool) {
        (bool networkAdmins, bool orgAdmins, bool others) = _voters(terms.roles);
        if (others || (networkAdmins && orgAdmins)) return false;
        bool adminOrg = _isListed(terms.orgs, WellKnownIndex.ADMIN_ORG);
        return orgAdmins ? terms.orgs.length != 0 && adminOrg : terms.orgs.length != 1 || !adminOrg;
    }

    /// @dev Whose accounts vote: those that a vote made network admins, or admins of another organisation, and those with
    ///      other roles. The words for the first two mean the same as the ids of their roles.
    function _voters(string[] memory roles) internal view returns (bool networkAdmins, bool orgAdmins, bool others) {
        if (roles.length == 0) return (true, true, true);
        (string memory networkAdmin, string memory orgAdmin) = _adminRoleIds();
        for (uint256 i = 0; i < roles.length; ++i) {
            bytes32 role = keccak256(bytes(roles[i]));
            if (role == _ANY_ADMIN) return (true, true, true);
            if (role == _NETWORK_ADMIN || role == keccak256(bytes(networkAdmin))) networkAdmins = true;
            else if (role == _ORG_ADMIN || role == keccak256(bytes(orgAdmin))) orgAdmins = true;
            else others = true;
        }
    }

    /// @dev For whom an account's vote counts.
    /// @param record The account's.
    /// @return speaker The organisation without parent; 0 if the vote counts for nobody.
    /// @return weight What the vote weighs.
    function _speakerFor(Terms memory terms, Account record) internal view returns (uint256 speaker, uint256 weight) {
        if (record.status() != AccountStatus.ACTIVE || !_holdsOne(terms.roles, record)) return (0, 0);
        (Org org, Org ultimate) = _orgAt(record.org());
        if (!_isActive(org, ultimate) || !_isListed(terms.orgs, org.ultimate())) return (0, 0);
        // That its suspension has ended is not recorded yet, and the electorate does not have it.
        if (ultimate.ends()) return (0, 0);

        speaker = org.ultimate();
        weight = _weighed(speaker);
    }

    /// @dev What the voice of an organisation without parent weighs.
    function _weighed(uint256 org) internal view returns (uint256 weight) {
        weight = _weightOf(org);
        if (weight == 0) weight = 1;
    }

    function _is(string memory text, string memory word) internal pure returns (bool) {
        return keccak256(bytes(text)) == keccak256(bytes(word));
    }

    function _only(string memory role) internal pure returns (string[] memory roles) {
        roles = new string[](1);
        roles[0] = role;
    }

    function _isListed(uint256[] memory orgs, uint256 org) internal pure returns (bool) {
        for (uint256 i = 0; i < orgs.length; ++i) {
            if (orgs[i] == org) return true;
        }
        return orgs.length == 0;
    }

    /// @dev Whether an account holds one of these roles in effect, or any where there are none.
    function _holdsOne(string[] memory roles, Account record) internal view returns (bool) {
        if (Role.unwrap(_roleOf(record)) == 0) return false;
        bool admin = record.admin();
        // Who was made an admin by hand is none in effect once a vote has dismissed an admin of its organisation.
        if (admin && record.kind() == RoleKind.CUSTOM && record.epoch() != _epochOf(record.org())) return false;
        if (roles.length == 0) return true;
        bytes32 id = keccak256(bytes(_roleId(record.role())));
        for (uint256 i = 0; i < roles.length; ++i) {
            bytes32 role = keccak256(bytes(roles[i]));
            if (role == _NETWORK_ADMIN && record.kind() == RoleKind.NETWORK_ADMIN) return true;
            if (role == _ORG_ADMIN && record.kind() == RoleKind.ORG_ADMIN) return true;
            if (role == _ANY_ADMIN && admin) return true;
            if (role == id) return true;
        }
        return false;
    }
}
