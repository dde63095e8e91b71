// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title An implementation that can be broken in every way that counts (for tests)
/// @dev It names a suite and answers yes to all questions, until a fault is set.
contract BrokenImplementation {
    enum Fault {
        NONE,
        REVERTS,
        ANSWERS_TWO,
        ANSWERS_NOTHING,
        ANSWERS_TOO_MUCH,
        BURNS_GAS
    }

    Fault private _fault;
    address private immutable _UPGRADABLE;
    address private immutable _INTERFACE;
    address[] private _managers;

    constructor(address upgradable, address permInterface, address[] memory managers) {
        _UPGRADABLE = upgradable;
        _INTERFACE = permInterface;
        _managers = managers;
    }

    // solhint-disable-next-line no-complex-fallback, payable-fallback
    fallback() external {
        uint256 fault = uint256(_fault);
        // Memory-safe: it writes to the two words of scratch space, and every way ends the call.
        assembly ("memory-safe") {
            mstore(0, add(1, eq(fault, 2)))
            mstore(0x20, 1)
            switch fault
            case 1 {
                revert(0, 0)
            }
            case 3 {
                return(0, 0)
            }
            case 4 {
                return(0, 0x40)
            }
            case 5 {
                invalid()
            }
            default {
                return(0, 0x20)
            }
        }
    }

    function setFault(Fault fault) external {
        _fault = fault;
    }

    // solhint-disable-next-line no-empty-blocks
    function setMigrationPolicy(string calldata, string calldata, string calldata, bool) external {}

    function suite() external view returns (address upgradable, address permInterface, address[] memory managers) {
        return (_UPGRADABLE, _INTERFACE, _managers);
    }

    function getPolicyDetails() external pure returns (string memory, string memory, string memory, bool) {
        return ("ADMINORG", "ADMIN", "ORGADMIN", true);
    }
}
