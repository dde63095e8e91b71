// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @dev Who may call a contract, or one method of it, in one word:
///
///      | bits    | field                                                              |
///      | ------- | ------------------------------------------------------------------ |
///      | 0-7     | opening (Opening); of a method 0 says nothing                      |
///      | 8       | 1 if a vote has set it                                             |
///      | 9       | 1 if something was ever said of a method of it, or of this method  |
///      | 10-23   | unused                                                             |
///      | 24-47   | the organisation that has the contract; in its word only           |
///      | 48-95   | unused                                                             |
///      | 96-255  | the contract whose code holds the list (library CodeStorage), or 0 |
type Access is uint256;

using AccessFields for Access global;

library AccessFields {
    uint256 private constant OPENING = 0xff;
    uint256 private constant BY_VOTE = 1 << 8;
    uint256 private constant METHOD_SAID = 1 << 9;
    uint256 private constant ORG = 24;
    uint256 private constant LIST = 96;

    /* READING */

    function opening(Access access) internal pure returns (uint256) {
        return Access.unwrap(access) & OPENING;
    }

    function byVote(Access access) internal pure returns (bool) {
        return Access.unwrap(access) & BY_VOTE != 0;
    }

    function methodSaid(Access access) internal pure returns (bool) {
        return Access.unwrap(access) & METHOD_SAID != 0;
    }

    function org(Access access) internal pure returns (uint256) {
        return uint24(Access.unwrap(access) >> ORG);
    }

    function list(Access access) internal pure returns (address) {
        return address(uint160(Access.unwrap(access) >> LIST));
    }

    /* WRITING */

    /// @param list_ Zero unless it is open to those that are listed.
    function create(uint256 opening_, bool byVote_, address list_) internal pure returns (Access) {
        return Access.wrap(opening_ | (byVote_ ? BY_VOTE : 0) | (uint256(uint160(list_)) << LIST));
    }

    /// @dev Of another organisation, which says from now on who may call it.
    function withOrg(Access access, uint256 org_) internal pure returns (Access) {
        uint256 others = Access.unwrap(access) & ~((uint256(type(uint24).max) << ORG) | BY_VOTE);
        return Access.wrap(others | (org_ << ORG));
    }

    function withMethodSaid(Access access) internal pure returns (Access) {
        return Access.wrap(Access.unwrap(access) | METHOD_SAID);
    }

    /// @dev Another opening of the same contract.
    function withOpeningOf(Access access, Access other) internal pure returns (Access) {
        uint256 kept = Access.unwrap(access) & (METHOD_SAID | (uint256(type(uint24).max) << ORG));
        return Access.wrap(kept | Access.unwrap(other));
    }
}
