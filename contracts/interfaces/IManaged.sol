// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title What every manager promises
/// @notice Managers keep the records and answer questions about them; the implementation decides what is recorded. Their
///         functions come in three groups:
///         - READING: for everyone.
///         - ONLY IMPLEMENTATION: these change something. They revert with NotImplementation for every caller but the
///           current implementation. The implementation has already checked the arguments, so a manager reverts only as
///           documented for each function.
///         - FOR THE IMPLEMENTATION: questions that it asks while it decides. Anyone may ask them.
///
///         Two kinds of numbers name a record. An index counts from 1, 0 means none; the last two groups name
///         organisations, roles, nodes and accounts by it. A place is 0-based; the functions that GoQuorum nodes know, and
///         pages, use it. The record at place p has the index p + 1.
///
///         Pages: `from` is the place of the first record, `count` the highest number of records wanted. A page ends with
///         the list, and is empty beyond its end. Records are never deleted and never change place.
/// @dev Why the functions of the last two groups look as they do:
///      - One that changes something answers what it wrote, or `true`. Before a call whose answer is not decoded, the
///        compiler checks with EXTCODESIZE that there is code at the address: 700 gas on Istanbul. Where an answer is
///        decoded the check is left out, and an address without code still cannot pass for a manager: it returns no data,
///        so decoding its answer reverts.
///      - Their names, and the order of their parameters, are chosen for their selectors. The compiler (IR pipeline)
///        compares the selector of a call with those of the contract one after the other, in ascending order, at 22 gas
///        each. What is called most therefore has a low selector: `lookUpWithin` is 0x01806f22, `changeStatus` 0x016a0002.
interface IManaged {
    /// @dev Only the current implementation changes records.
    error NotImplementation(address caller);
    /// @dev At creation: the upgradable contract must be given.
    error ZeroAddress();
    /// @dev A list holds 8,388,607 records at most, that of proposals 16,777,215, and there are at most 65,535 voters at a
    ///      time. Any function that adds a record may revert with this error.
    error TooMany();

    /// @notice Returns which contract decides who the current implementation is. Fixed at creation.
    /// @return The upgradable contract's address.
    function getPermUpgradable() external view returns (address);
}
