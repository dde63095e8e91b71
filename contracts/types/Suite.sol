// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @dev The contracts whose addresses never change: what the implementation and its modules are created with.
struct Suite {
    address upgradable;
    address permInterface;
    address orgManager;
    address roleManager;
    address accountManager;
    address voterManager;
    address nodeManager;
    address contractManager;
}
