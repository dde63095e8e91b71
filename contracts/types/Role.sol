// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Account} from "./Account.sol";

/// @dev A role in one word, lowest bits first: active 1, admin 1, voter 1, unused 5, kind 8 (RoleKind), access 8 (Access),
///      organisation 32, generation 32, length of the inline id 8, inline id 160. The generation grows with each removal:
///      an account holds a role of one generation, so adding a removed role again gives nobody back what was taken.
type Role is uint256;

using RoleFields for Role global;

library RoleFields {
    /// @dev Longer ids do not fit into the word.
    uint256 internal constant INLINE_ID = 20;

    uint256 private constant ACTIVE = 1;
    uint256 private constant ADMIN = 2;
    uint256 private constant VOTER = 4;

    function active(Role role) internal pure returns (bool) {
        return Role.unwrap(role) & ACTIVE != 0;
    }

    function admin(Role role) internal pure returns (bool) {
        return Role.unwrap(role) & ADMIN != 0;
    }

    function voter(Role role) internal pure returns (bool) {
        return Role.unwrap(role) & VOTER != 0;
    }

    function kind(Role role) internal pure returns (uint256) {
        return uint8(Role.unwrap(role) >> 8);
    }

    function access(Role role) internal pure returns (uint256) {
        return uint8(Role.unwrap(role) >> 16);
    }

    function org(Role role) internal pure returns (uint256) {
        return uint32(Role.unwrap(role) >> 24);
    }

    function generation(Role role) internal pure returns (uint256) {
        return uint32(Role.unwrap(role) >> 56);
    }

    /// @dev 0 when the id stands elsewhere.
    function idLength(Role role) internal pure returns (uint256) {
        return uint8(Role.unwrap(role) >> 88);
    }

    function inlineId(Role role) internal pure returns (bytes20) {
        return bytes20(uint160(Role.unwrap(role) >> 96));
    }

    /// @dev Whether an account to which it was given still holds it: not if it was removed since.
    function isHeldBy(Role role, Account account) internal pure returns (bool) {
        return active(role) && generation(role) == account.generation();
    }

    function create(
        uint256 kind_,
        uint256 access_,
        bool voter_,
        bool admin_,
        uint256 org_,
        uint256 generation_
    ) internal pure returns (Role) {
        return
            Role.wrap(
                (admin_ ? ADMIN : 0) |
                    (voter_ ? VOTER : 0) |
                    (kind_ << 8) |
                    (access_ << 16) |
                    (org_ << 24) |
                    (generation_ << 56)
            );
    }

    function withId(Role role, bytes20 id, uint256 length) internal pure returns (Role) {
        return Role.wrap(Role.unwrap(role) | (length << 88) | (uint256(uint160(id)) << 96));
    }

    function activated(Role role) internal pure returns (Role) {
        return Role.wrap(Role.unwrap(role) | ACTIVE);
    }

    /// @dev Not active, and of the next generation.
    function removed(Role role) internal pure returns (Role) {
        return Role.wrap((Role.unwrap(role) & ~ACTIVE) + (1 << 56));
    }
}
