// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Clock} from "../libraries/Clock.sol";

/// @dev An account in one word:
///
///      | bits    | field                                                                |
///      | ------- | -------------------------------------------------------------------- |
///      | 0-6     | status (AccountStatus)                                               |
///      | 7       | 1 while it is held: until when stands beside the word (Held)         |
///      | 8-15    | kind of its role (RoleKind), or CUSTOM_BY_VOTE                       |
///      | 16-23   | 1 if its role made it an admin of its organisation when it was given |
///      | 24-47   | organisation                                                         |
///      | 48-71   | role                                                                 |
///      | 72-95   | the open proposal about it, or 0                                     |
///      | 96-119  | its place in the list of accounts, from 1 on; 0 if it is not listed  |
///      | 120-151 | generation of the role when it was given                             |
///      | 152-183 | when its role ends, in seconds since 1970; 0 if it does not          |
///      | 184-215 | epoch in which its role was given by hand, if that made it an admin  |
///      | 216-239 | ultimate parent of the organisation that last lost it by vote, or 0  |
///      | 240-255 | unused                                                               |
///
///      An account that is unassigned again keeps nothing but its place in the list, who lost it, and that it is held.
type Account is uint256;

using AccountFields for Account global;

library AccountFields {
    /// @dev The kind that an account has beside those of roles: a custom role makes it an admin, and was given by vote.
    uint256 internal constant CUSTOM_BY_VOTE = 3;

    /* WHERE EACH FIELD BEGINS */

    uint256 private constant STATUS = 0x7f;
    uint256 private constant HELD = 0x80;
    uint256 private constant KIND = 8;
    uint256 private constant ADMIN = 16;
    uint256 private constant ORG = 24;
    uint256 private constant ROLE = 48;
    uint256 private constant PROPOSAL = 72;
    uint256 private constant INDEX = 96;
    uint256 private constant GENERATION = 120;
    uint256 private constant ENDS_AT = 152;
    uint256 private constant EPOCH = 184;
    uint256 private constant LOST_BY = 216;

    /// @dev What an account keeps whatever becomes of it.
    uint256 private constant KEPT =
        HELD | (uint256(type(uint24).max) << INDEX) | (uint256(type(uint24).max) << LOST_BY);

    /* READING */

    function status(Account account) internal pure returns (uint256) {
        return Account.unwrap(account) & STATUS;
    }

    function held(Account account) internal pure returns (bool) {
        return Account.unwrap(account) & HELD != 0;
    }

    function kind(Account account) internal pure returns (uint256) {
        return uint8(Account.unwrap(account) >> KIND);
    }

    function admin(Account account) internal pure returns (bool) {
        return uint8(Account.unwrap(account) >> ADMIN) != 0;
    }

    function org(Account account) internal pure returns (uint256) {
        return uint24(Account.unwrap(account) >> ORG);
    }

    function role(Account account) internal pure returns (uint256) {
        return uint24(Account.unwrap(account) >> ROLE);
    }

    function proposal(Account account) internal pure returns (uint256) {
        return uint24(Account.unwrap(account) >> PROPOSAL);
    }

    function index(Account account) internal pure returns (uint256) {
        return uint24(Account.unwrap(account) >> INDEX);
    }

    function generation(Account account) internal pure returns (uint256) {
        return uint32(Account.unwrap(account) >> GENERATION);
    }

    function endsAt(Account account) internal pure returns (uint256) {
        return uint32(Account.unwrap(account) >> ENDS_AT);
    }

    /// @dev Whether its role has ended by itself.
    function hasEnded(Account account) internal view returns (bool) {
        uint256 end = endsAt(account);
        return end != 0 && Clock.nowSeconds() >= end;
    }

    function epoch(Account account) internal pure returns (uint256) {
        return uint32(Account.unwrap(account) >> EPOCH);
    }

    /// @dev Its admins, and those below, do not claim the account again by hand.
    function lostBy(Account account) internal pure returns (uint256) {
        return uint24(Account.unwrap(account) >> LOST_BY);
    }

    /* WRITING */

    /// @param former_ The account's record so far, of which its place in the list, who lost it and whether it is held stay.
    function create(
        uint256 status_,
        uint256 kind_,
        bool admin_,
        uint256 org_,
        uint256 role_,
        uint256 generation_,
        uint256 epoch_,
        uint256 proposal_,
        Account former_
    ) internal pure returns (Account) {
        return
            Account.wrap(
                status_ |
                    (kind_ << KIND) |
                    (admin_ ? 1 << ADMIN : 0) |
                    (org_ << ORG) |
                    (role_ << ROLE) |
                    (proposal_ << PROPOSAL) |
                    (generation_ << GENERATION) |
                    (epoch_ << EPOCH) |
                    (Account.unwrap(former_) & KEPT)
            );
    }

    function withStatus(Account account, uint256 status_) internal pure returns (Account) {
        return Account.wrap((Account.unwrap(account) & ~STATUS) | status_);
    }

    /// @param endsAt_ In seconds since 1970, of an account that has no end yet.
    function withEnd(Account account, uint256 endsAt_) internal pure returns (Account) {
        return Account.wrap(Account.unwrap(account) | (endsAt_ << ENDS_AT));
    }

    function withHeld(Account account, bool held_) internal pure returns (Account) {
        return Account.wrap(held_ ? Account.unwrap(account) | HELD : Account.unwrap(account) & ~HELD);
    }

    function withProposal(Account account, uint256 proposal_) internal pure returns (Account) {
        uint256 others = Account.unwrap(account) & ~(uint256(type(uint24).max) << PROPOSAL);
        return Account.wrap(others | (proposal_ << PROPOSAL));
    }

    function withIndex(Account account, uint256 index_) internal pure returns (Account) {
        uint256 others = Account.unwrap(account) & ~(uint256(type(uint24).max) << INDEX);
        return Account.wrap(others | (index_ << INDEX));
    }

    function withLostBy(Account account, uint256 ultimate) internal pure returns (Account) {
        uint256 others = Account.unwrap(account) & ~(uint256(type(uint24).max) << LOST_BY);
        return Account.wrap(others | (ultimate << LOST_BY));
    }

    /// @dev Unassigned again.
    function released(Account account) internal pure returns (Account) {
        return Account.wrap(Account.unwrap(account) & KEPT);
    }
}
