// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @dev An account in one word, lowest bits first: status 8 (AccountStatus), kind of its role 8 (RoleKind), whether the role
///      makes an organisation's admin 8, organisation 32, role 32, the role's generation when it was given 32, proposal 32,
///      place in the list of accounts from 1 on 24. One that is free again has no more than that.
type Account is uint256;

using AccountFields for Account global;

library AccountFields {
    function status(Account account) internal pure returns (uint256) {
        return uint8(Account.unwrap(account));
    }

    function kind(Account account) internal pure returns (uint256) {
        return uint8(Account.unwrap(account) >> 8);
    }

    function admin(Account account) internal pure returns (bool) {
        return uint8(Account.unwrap(account) >> 16) != 0;
    }

    function org(Account account) internal pure returns (uint256) {
        return uint32(Account.unwrap(account) >> 24);
    }

    function role(Account account) internal pure returns (uint256) {
        return uint32(Account.unwrap(account) >> 56);
    }

    function generation(Account account) internal pure returns (uint256) {
        return uint32(Account.unwrap(account) >> 88);
    }

    /// @dev The open proposal about it, or 0.
    function proposal(Account account) internal pure returns (uint256) {
        return uint32(Account.unwrap(account) >> 120);
    }

    /// @dev 0 when it was never listed.
    function index(Account account) internal pure returns (uint256) {
        return uint24(Account.unwrap(account) >> 152);
    }

    function create(
        uint256 status_,
        uint256 kind_,
        bool admin_,
        uint256 org_,
        uint256 role_,
        uint256 generation_,
        uint256 proposal_,
        uint256 index_
    ) internal pure returns (Account) {
        return
            Account.wrap(
                status_ |
                    (kind_ << 8) |
                    (admin_ ? 1 << 16 : 0) |
                    (org_ << 24) |
                    (role_ << 56) |
                    (generation_ << 88) |
                    (proposal_ << 120) |
                    (index_ << 152)
            );
    }

    function withStatus(Account account, uint256 status_) internal pure returns (Account) {
        return Account.wrap((Account.unwrap(account) & ~uint256(0xff)) | status_);
    }

    function withProposal(Account account, uint256 proposal_) internal pure returns (Account) {
        uint256 others = Account.unwrap(account) & ~(uint256(type(uint32).max) << 120);
        return Account.wrap(others | (proposal_ << 120));
    }

    function withIndex(Account account, uint256 index_) internal pure returns (Account) {
        return Account.wrap((Account.unwrap(account) & ~(uint256(type(uint24).max) << 152)) | (index_ << 152));
    }

    /// @dev Nobody's any more.
    function released(Account account) internal pure returns (Account) {
        return Account.wrap(index(account) << 152);
    }
}
