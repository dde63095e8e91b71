// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @dev What is said of contracts in the whole network, in one word. While it is zero, the check of a transaction looks no
///      further:
///
///      | bits  | field                                                                     |
///      | ----- | ------------------------------------------------------------------------- |
///      | 0     | 1 if contracts that nobody has registered are closed                      |
///      | 1     | 1 if only organisations that are let may deploy                           |
///      | 2     | 1 if something was ever said of an organisation's deploying               |
///      | 3-7   | unused                                                                    |
///      | 8-31  | how many contracts are registered                                         |
type Inventory is uint256;

using InventoryFields for Inventory global;

library InventoryFields {
    /// @dev An index never needs the highest of 24 bits.
    uint256 internal constant MOST_CONTRACTS = type(uint24).max >> 1;

    uint256 private constant REGISTERED_ONLY = 1;
    uint256 private constant DEPLOYING_RESTRICTED = 2;
    uint256 private constant DEPLOYING_SAID = 4;
    uint256 private constant CONTRACTS = 8;

    /* READING */

    function saysNothing(Inventory inventory) internal pure returns (bool) {
        return Inventory.unwrap(inventory) == 0;
    }

    function registeredOnly(Inventory inventory) internal pure returns (bool) {
        return Inventory.unwrap(inventory) & REGISTERED_ONLY != 0;
    }

    function deployingRestricted(Inventory inventory) internal pure returns (bool) {
        return Inventory.unwrap(inventory) & DEPLOYING_RESTRICTED != 0;
    }

    function deployingSaid(Inventory inventory) internal pure returns (bool) {
        return Inventory.unwrap(inventory) & DEPLOYING_SAID != 0;
    }

    function contracts(Inventory inventory) internal pure returns (uint256) {
        return uint24(Inventory.unwrap(inventory) >> CONTRACTS);
    }

    /* WRITING */

    function withRegisteredOnly(Inventory inventory, bool only) internal pure returns (Inventory) {
        uint256 word = Inventory.unwrap(inventory);
        return Inventory.wrap(only ? word | REGISTERED_ONLY : word & ~REGISTERED_ONLY);
    }

    function withDeployingRestricted(Inventory inventory, bool restricted) internal pure returns (Inventory) {
        uint256 word = Inventory.unwrap(inventory);
        return Inventory.wrap(restricted ? word | DEPLOYING_RESTRICTED : word & ~DEPLOYING_RESTRICTED);
    }

    function withDeployingSaid(Inventory inventory) internal pure returns (Inventory) {
        return Inventory.wrap(Inventory.unwrap(inventory) | DEPLOYING_SAID);
    }

    function withOneContract(Inventory inventory) internal pure returns (Inventory) {
        return Inventory.wrap(Inventory.unwrap(inventory) + (1 << CONTRACTS));
    }
}
