// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @dev The cheatcodes that the tests use.
interface Vm {
    function assume(bool condition) external pure;

    function getCode(string calldata artifact) external view returns (bytes memory creationCode);

    function warp(uint256 timestamp) external;

    function prank(address sender) external;

    function startPrank(address sender) external;

    function stopPrank() external;

    function expectRevert(bytes calldata data) external;

    function assertTrue(bool condition, string calldata message) external pure;

    function assertFalse(bool condition, string calldata message) external pure;

    function assertEq(uint256 left, uint256 right, string calldata message) external pure;

    function assertEq(string calldata left, string calldata right, string calldata message) external pure;

    function assertLe(uint256 left, uint256 right, string calldata message) external pure;

    function assertGt(uint256 left, uint256 right, string calldata message) external pure;
}

/// @title What every Solidity test stands on
/// @dev The runner finds the cheatcodes at a fixed address, and asks a contract with invariants what to call.
abstract contract Test {
    /* CONSTANTS */

    Vm internal constant VM = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    /* STORAGE */

    address[] private _targets;

    /* INVARIANTS */

    /// @dev The contracts whose functions the runner calls between two checks of the invariants.
    function targetContracts() external view returns (address[] memory) {
        return _targets;
    }

    function _target(address handler) internal {
        _targets.push(handler);
    }

    /* INPUTS */

    /// @dev A value between `low` and `high`, both included.
    function _bound(uint256 value, uint256 low, uint256 high) internal pure returns (uint256) {
        return low + (value % (high - low + 1));
    }
}
