// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IManaged} from "./interfaces/IManaged.sol";
import {IPermissionsImplementation} from "./interfaces/IPermissionsImplementation.sol";
import {IPermissionsInterface} from "./interfaces/IPermissionsInterface.sol";
import {IPermissionsUpgradable} from "./interfaces/IPermissionsUpgradable.sol";

/// @title PermissionsUpgradable
contract PermissionsUpgradable is IPermissionsUpgradable {
    /* CONSTANTS */

    uint256 private constant WORD = 32;
    uint256 private constant SUITE = 6 * WORD; // this contract and the five managers
    uint256 private constant LONGEST_POLICY = 13 * WORD; // three names of up to 64 characters and a flag

    /* STORAGE */

    address private _guardian;
    address private _proposedGuardian;
    address private _implementation;
    address private _interface;
    bytes12 private _suite; // begin of the hash of what belongs together, pinned by init; in the same slot
    mapping(address account => bool) private _bootOperators;

    /* MODIFIERS */

    modifier onlyGuardian() {
        if (msg.sender != _guardian) revert NotGuardian(msg.sender);
        _;
    }

    /* CONSTRUCTOR */

    constructor(address guardian) {
        if (guardian == address(0)) revert ZeroAddress();

        _guardian = guardian;
        _bootOperators[guardian] = true;

        emit GuardianChanged(address(0), guardian);
        emit BootOperatorChanged(guardian, true, msg.sender);
    }

    /* LINKING AND UPGRADING */

    /// @inheritdoc IPermissionsUpgradable
    function init(address permInterface, address permImpl) external onlyGuardian {
        if (_interface != address(0)) revert AlreadyInitialised();
        if (!_isOurs(permInterface)) revert InterfaceOfOtherSuite(permInterface);

        bytes memory suite = _suiteOf(permImpl);
        (, address[5] memory managers) = abi.decode(suite, (address, address[5]));
        for (uint256 i = 0; i < managers.length; ++i) {
            if (!_isOurs(managers[i])) revert ImplementationOfOtherSuite(permImpl);
        }

        _interface = permInterface;
        _suite = bytes12(keccak256(suite));
        _point(permImpl);

        emit SuiteLinked(permInterface, permImpl, msg.sender);
    }

    /// @inheritdoc IPermissionsUpgradable
    function confirmImplChange(address proposedImpl) external onlyGuardian {
        if (_interface == address(0)) revert NotInitialised();
        address current = _implementation;
        if (proposedImpl == current) revert ImplementationUnchanged(proposedImpl);
        if (bytes12(keccak256(_suiteOf(proposedImpl))) != _suite) revert ImplementationOfOtherSuite(proposedImpl);

        _point(proposedImpl);
        _requireAnswers(proposedImpl);
        _handOver(proposedImpl);

        emit ImplementationChanged(current, proposedImpl, msg.sender);
    }

    /* GUARDIAN AND BOOT OPERATORS */

    /// @inheritdoc IPermissionsUpgradable
    function transferGuardian(address proposed) external onlyGuardian {
        if (proposed == _proposedGuardian) revert NothingChanges();

        _proposedGuardian = proposed;

        emit GuardianProposed(msg.sender, proposed);
    }

    /// @inheritdoc IPermissionsUpgradable
    function acceptGuardian() external {
        if (msg.sender != _proposedGuardian) revert NotProposedGuardian(msg.sender, _proposedGuardian);

        address from = _guardian;
        _guardian = msg.sender;
        _proposedGuardian = address(0);
        _bootOperators[from] = false;
        _bootOperators[msg.sender] = true;

        emit GuardianChanged(from, msg.sender);
        emit BootOperatorChanged(from, false, msg.sender);
        emit BootOperatorChanged(msg.sender, true, msg.sender);
    }

    /// @inheritdoc IPermissionsUpgradable
    function setBootOperator(address operator, bool allowed) external onlyGuardian {
        if (operator == address(0)) revert ZeroAddress();
        if (_bootOperators[operator] == allowed) revert NothingChanges();

        _bootOperators[operator] = allowed;

        emit BootOperatorChanged(operator, allowed, msg.sender);
    }

    /* READING */

    /// @inheritdoc IPermissionsUpgradable
    function getPermImpl() external view returns (address) {
        return _implementation;
    }

    /// @inheritdoc IPermissionsUpgradable
    function getPermInterface() external view returns (address) {
        return _interface;
    }

    /// @inheritdoc IPermissionsUpgradable
    function getGuardian() external view returns (address) {
        return _guardian;
    }

    /// @inheritdoc IPermissionsUpgradable
    function getProposedGuardian() external view returns (address) {
        return _proposedGuardian;
    }

    /// @inheritdoc IPermissionsUpgradable
    function mayRepair(address account) external view returns (bool) {
        return account != address(0) && (account == _guardian || account == _proposedGuardian);
    }

    /// @inheritdoc IPermissionsUpgradable
    function isBootOperator(address account) external view returns (bool) {
        return _bootOperators[account];
    }

    /* INTERNAL */

    /// @dev From here on `implementation` is the one that writes, here and in the interface.
    function _point(address implementation) private {
        _implementation = implementation;
        IPermissionsInterface(_interface).setPermImplementation(implementation);
    }

    /// @dev Gives the new implementation the policy that it reads from the managers itself; it announces the take-over. What
    ///      it answers is encoded as what it is given.
    function _handOver(address implementation) private {
        bytes memory question = abi.encodeCall(IPermissionsImplementation.getPolicyDetails, ());
        bytes memory policy = _ask(implementation, question, LONGEST_POLICY);
        bytes memory command = bytes.concat(IPermissionsImplementation.setMigrationPolicy.selector, policy);
        bool taken;
        assembly ("memory-safe") {
            taken := call(gas(), implementation, 0, add(command, 0x20), mload(command), 0, 0) // whatever it answers
        }
        if (policy.length == 0 || !taken) revert ImplementationDoesNotAnswer(implementation);
    }

    /// @dev Whether the interface or a manager obeys this contract.
    function _isOurs(address part) private view returns (bool) {
        return _namesThis(_ask(part, abi.encodeCall(IManaged.getPermUpgradable, ()), WORD));
    }

    /// @dev What an implementation says it belongs to: the upgradable contract, which must be this one, and the managers to
    ///      which it writes.
    function _suiteOf(address implementation) private view returns (bytes memory suite) {
        if (implementation.code.length == 0) revert NotAContract(implementation);
        suite = _ask(implementation, abi.encodeCall(IPermissionsImplementation.suite, ()), SUITE);
        if (suite.length != SUITE || !_namesThis(suite)) revert ImplementationOfOtherSuite(implementation);
    }

    /// @dev Whether an answer begins with this contract's address.
    function _namesThis(bytes memory answer) private view returns (bool) {
        return answer.length >= WORD && bytes32(answer) == bytes32(uint256(uint160(address(this))));
    }

    /// @dev Asks what nodes ask before every transaction and connection.
    function _requireAnswers(address implementation) private view {
        IPermissionsImplementation impl = IPermissionsImplementation(implementation);
        bytes[3] memory questions = [
            abi.encodeCall(impl.transactionAllowed, (address(this), address(this), 0, 0, 0, "")),
            abi.encodeCall(impl.connectionAllowed, ("", "", 0)),
            abi.encodeCall(impl.getNetworkBootStatus, ())
        ];
        for (uint256 i = 0; i < questions.length; ++i) {
            bytes memory answer = _ask(implementation, questions[i], WORD);
            if (answer.length != WORD || uint256(bytes32(answer)) > 1) {
                revert ImplementationDoesNotAnswer(implementation);
            }
        }
    }

    /// @dev The answer of a contract; empty when it refuses, or answers more than it should. A longer one is not even
    ///      copied: that could use up all gas, and nobody would learn why.
    function _ask(address target, bytes memory question, uint256 longest) private view returns (bytes memory answer) {
        answer = new bytes(longest);
        assembly ("memory-safe") {
            let start := add(question, 0x20)
            let answered := staticcall(gas(), target, start, mload(question), add(answer, 0x20), longest)
            let length := returndatasize()
            mstore(answer, mul(length, and(answered, iszero(gt(length, longest)))))
        }
    }
}
