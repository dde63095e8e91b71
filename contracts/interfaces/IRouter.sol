// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title Which code decides what
/// @notice An implementation passes each function on to one of its modules. Here it shows how it is put together: which
///         contracts it works with, which modules it has, and which module a function belongs to. Auditors compare this
///         with the code they have reviewed, and the upgradable contract checks an implementation by it before it takes
///         over. Everyone may ask; nothing is refused.
interface IRouter {
    /// @dev `decides` says in words what the module decides; `module` is its address, `codeHash` the Keccak-256 of its
    ///      code.
    struct ModuleInfo {
        string decides;
        address module;
        bytes32 codeHash;
    }

    /// @notice At creation: the implementation runs the code of this module, and will never run another in its place.
    event ModulePinned(address indexed module, bytes32 codeHash);

    /// @dev At creation: there is no module at the address, or it decides something else than its place requires, or
    ///      was created for other contracts than this implementation.
    error ModuleNotAllowed(address module);

    /// @notice Returns which contracts this implementation was created for.
    /// @return upgradable The upgradable contract.
    /// @return permInterface The interface.
    /// @return managers The managers, in an order that never changes: organisations, roles, accounts, voters, nodes. Any
    ///         that a later implementation adds come after these.
    function suite() external view returns (address upgradable, address permInterface, address[] memory managers);

    /// @notice Lists the modules.
    /// @return What each of them decides, its address and the hash of its code.
    function getModules() external view returns (ModuleInfo[] memory);

    /// @notice Returns which module a function belongs to. The interface announces a call of a function that it does not
    ///         declare (Action) unless the answer is zero, and passes it on as a question, which can change nothing, if it
    ///         is.
    /// @param selector The function's selector.
    /// @return The module's address; the implementation's own for a function by which a later implementation changes
    ///         something itself. Zero for what the implementation only answers. Meaningful only for functions that exist:
    ///         for any other selector it may be zero, or a module that would refuse the call.
    function moduleOf(bytes4 selector) external view returns (address);
}
