// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title The guardian's contract: which implementation is current
/// @notice Deployed first, never replaced. The guardian links the suite once, replaces the implementation, names the
///         accounts that may boot the network, and hands its office on in two steps.
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
    /// @notice The implementation reverts or answers nonsense where nodes would ask it, has too long a policy, or does not
    ///         take it over.
    error ImplementationDoesNotAnswer(address implementation);
    error ImplementationUnchanged(address implementation);

    /// @notice Links interface and implementation. Guardian only, once. The interface, the implementation and its five
    ///         managers must name this contract. Refuses NotGuardian, AlreadyInitialised, InterfaceOfOtherSuite,
    ///         NotAContract, ImplementationOfOtherSuite.
    function init(address permInterface, address permImpl) external;

    /// @notice Replaces the implementation. Guardian only. The new one must have code, name this contract and the same
    ///         managers, answer what nodes ask, and take the policy over; the old one need not answer anything. Refuses
    ///         NotGuardian, NotInitialised, ImplementationUnchanged, NotAContract, ImplementationOfOtherSuite,
    ///         ImplementationDoesNotAnswer.
    function confirmImplChange(address proposedImpl) external;

    /// @notice Proposes the next guardian; the zero address takes a proposal back. Guardian only. Refuses NotGuardian,
    ///         NothingChanges.
    function transferGuardian(address proposed) external;

    /// @notice Takes the office over. The former guardian is a boot operator no more, the new one is. The proposed guardian
    ///         only. Refuses NotProposedGuardian.
    function acceptGuardian() external;

    /// @notice Names or dismisses an account that may boot the network (a node's key or a tool's). Guardian only. The
    ///         guardian at deployment is one from the start. Refuses NotGuardian, ZeroAddress, NothingChanges.
    function setBootOperator(address operator, bool allowed) external;

    /// @notice The current implementation; zero until `init`.
    function getPermImpl() external view returns (address);

    /// @notice The interface; zero until `init`.
    function getPermInterface() external view returns (address);

    function getGuardian() external view returns (address);

    /// @notice Whether the account is the guardian or the proposed one. Their transactions to this contract are always
    ///         allowed.
    function mayRepair(address account) external view returns (bool);

    /// @notice The proposed guardian, or zero.
    function getProposedGuardian() external view returns (address);

    function isBootOperator(address account) external view returns (bool);
}
