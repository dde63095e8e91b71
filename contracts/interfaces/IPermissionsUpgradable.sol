// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title The guardian's contract: which implementation is current
/// @notice Deployed first and never replaced. The guardian is one account: it links the suite once, replaces the
///         implementation, names the accounts that may boot the network, and can transfer its role in two steps. Anyone
///         may call the view functions.
interface IPermissionsUpgradable {
    event GuardianProposed(address indexed guardian, address indexed proposed);
    event GuardianChanged(address indexed from, address indexed to);
    event BootOperatorChanged(address indexed operator, bool allowed, address indexed by);
    event SuiteLinked(address indexed permInterface, address indexed implementation, address indexed by);
    event ImplementationChanged(address indexed from, address indexed to, address indexed by);

    error ZeroAddress();
    error NothingChanges();
    error NotGuardian(address caller);
    error NotProposedGuardian(address caller, address proposed);
    /// @notice Interface and implementation are linked already.
    error AlreadyInitialised();
    /// @notice They are not linked yet.
    error NotInitialised();
    /// @notice There is no code at the implementation's address.
    error NotAContract(address target);
    /// @notice The interface names another upgradable contract.
    error InterfaceOfOtherSuite(address permInterface);
    /// @notice The implementation names another upgradable contract or other managers, or none.
    error ImplementationOfOtherSuite(address implementation);
    /// @notice The implementation reverts or answers nonsense where nodes would ask it, answers too long a policy, or
    ///         refuses to take over.
    error ImplementationDoesNotAnswer(address implementation);
    error ImplementationUnchanged(address implementation);

    /* LINKING AND UPGRADING */

    /// @notice Links interface and implementation. For the guardian, once. The interface, the implementation and its
    ///         managers must name this contract. Emits SuiteLinked, and ImplementationSet at the interface.
    ///         Reverts with NotGuardian, AlreadyInitialised, InterfaceOfOtherSuite, NotAContract,
    ///         ImplementationOfOtherSuite.
    /// @param permInterface The interface's address.
    /// @param permImpl The implementation's address.
    function init(address permInterface, address permImpl) external;

    /// @notice Replaces the implementation. For the guardian. The new one must have code, name this contract, the
    ///         interface and, in the same order, the managers of the one before (more may follow, if they name this
    ///         contract), answer what nodes ask, and take the policy over; the old one need not answer anything. Emits
    ///         ImplementationChanged, ImplementationSet at the interface, and PermissionsInitialized at the new
    ///         implementation. Reverts with NotGuardian, NotInitialised, ImplementationUnchanged, NotAContract,
    ///         ImplementationOfOtherSuite, ImplementationDoesNotAnswer.
    /// @param proposedImpl The new implementation's address.
    function confirmImplChange(address proposedImpl) external;

    /* GUARDIAN AND BOOT OPERATORS */

    /// @notice Proposes the next guardian, in place of any proposed before. For the guardian. Emits GuardianProposed.
    ///         Reverts with NotGuardian, NothingChanges.
    /// @param proposed The account that may accept; zero takes a proposal back.
    function transferGuardian(address proposed) external;

    /// @notice Makes the caller the guardian. The former guardian is no longer a boot operator; the new one is. For the
    ///         proposed guardian. Emits GuardianChanged, and BootOperatorChanged for both. Reverts with
    ///         NotProposedGuardian.
    function acceptGuardian() external;

    /// @notice Names or dismisses an account that may boot the network (for example one held by a node, or one used by
    ///         a tool). The guardian at deployment is one from the start. For the guardian. Emits BootOperatorChanged.
    ///         Reverts with NotGuardian, ZeroAddress, NothingChanges.
    /// @param operator The account.
    /// @param allowed True names it, false dismisses it.
    function setBootOperator(address operator, bool allowed) external;

    /* READING */

    /// @notice Returns which implementation is current: the only one that may change records.
    /// @return Its address; zero until `init`.
    function getPermImpl() external view returns (address);

    /// @notice Says where the interface is.
    /// @return Its address; zero until `init`.
    function getPermInterface() external view returns (address);

    /// @notice Returns who the guardian is.
    /// @return The account, never zero.
    function getGuardian() external view returns (address);

    /// @notice Returns whether an account is the guardian or the proposed one. Their transactions to this contract are
    ///         always allowed, whatever the implementation says.
    /// @param account The account.
    /// @return Whether it is; false for the zero address.
    function mayRepair(address account) external view returns (bool);

    /// @notice Returns who is proposed as the next guardian.
    /// @return The account; zero when there is none.
    function getProposedGuardian() external view returns (address);

    /// @notice Returns whether an account may boot the network.
    /// @param account The account.
    /// @return Whether it may.
    function isBootOperator(address account) external view returns (bool);
}
