// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @dev How a voter wants to vote.
struct Choice {
    /// @dev The term in which it chose (`getTerm`).
    uint256 term;
    /// @dev Zero for none, which counts nowhere.
    address voter;
    /// @dev True for, false against.
    bool support;
}
