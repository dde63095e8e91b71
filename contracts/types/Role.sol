// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Account} from "./Account.sol";

/// @dev A role in one word:
///
///      | bits    | field                                                          |
///      | ------- | -------------------------------------------------------------- |
///      | 0       | active                                                         |
///      | 1       | makes its holder an admin of its organisation                  |
///      | 2       | voter (kept for the reference's getters; nothing depends on it)|
///      | 3-7     | unused                                                         |
///      | 8-15    | kind (RoleKind)                                                |
///      | 16-23   | access (AccessLevel)                                           |
///      | 24-47   | organisation                                                   |
///      | 48-79   | generation                                                     |
///      | 80-87   | length of the inline id; 0 if the id is stored beside the word |
///      | 88-247  | inline id: 20 characters                                       |
///      | 248-255 | unused                                                         |
///
///      The generation grows with each removal. An account holds a role of one generation, so adding a removed role again
///      does not give it back to its former holders.
type Role is uint256;

using RoleFields for Role global;

library RoleFields {
    /// @dev Longer ids do not fit into the word.
    uint256 internal constant INLINE_ID = 20;

    /* FLAGS */

    uint256 private constant ACTIVE = 1;
    uint256 private constant ADMIN = 2;
    uint256 private constant VOTER = 4;

    /* WHERE EACH FIELD BEGINS */

    uint256 private constant KIND = 8;
    uint256 private constant ACCESS = 16;
    uint256 private constant ORG = 24;
    uint256 private constant GENERATION = 48;
    uint256 private constant ID_LENGTH = 80;
    uint256 private constant ID = 88;

    /* READING */

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
        return uint8(Role.unwrap(role) >> KIND);
    }

    function access(Role role) internal pure returns (uint256) {
        return uint8(Role.unwrap(role) >> ACCESS);
    }

    function org(Role role) internal pure returns (uint256) {
        return uint24(Role.unwrap(role) >> ORG);
    }

    function generation(Role role) internal pure returns (uint256) {
        return uint32(Role.unwrap(role) >> GENERATION);
    }

    function idLength(Role role) internal pure returns (uint256) {
        return uint8(Role.unwrap(role) >> ID_LENGTH);
    }

    function inlineId(Role role) internal pure returns (bytes20) {
        return bytes20(uint160(Role.unwrap(role) >> ID));
    }

    /// @dev Whether an account to which it was given still holds it: it does not if the role has been removed since, nor
    ///      after the end that it was given until.
    function isHeldBy(Role role, Account account) internal view returns (bool) {
        return active(role) && generation(role) == account.generation() && !account.hasEnded();
    }

    /* WRITING */

    /// @dev Not active, and without an id.
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
                    (kind_ << KIND) |
                    (access_ << ACCESS) |
                    (org_ << ORG) |
                    (generation_ << GENERATION)
            );
    }

    function withId(Role role, bytes20 id, uint256 length) internal pure returns (Role) {
        return Role.wrap(Role.unwrap(role) | (length << ID_LENGTH) | (uint256(uint160(id)) << ID));
    }

    function activated(Role role) internal pure returns (Role) {
        return Role.wrap(Role.unwrap(role) | ACTIVE);
    }

    /// @dev Not active, and of the next generation.
    function removed(Role role) internal pure returns (Role) {
        return Role.wrap((Role.unwrap(role) & ~ACTIVE) + (1 << GENERATION));
    }
}
