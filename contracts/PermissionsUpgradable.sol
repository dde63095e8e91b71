// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IManaged} from "./interfaces/IManaged.sol";
import {INodeQueries} from "./interfaces/INodeQueries.sol";
import {IPermissionsInterface} from "./interfaces/IPermissionsInterface.sol";
import {IPermissionsUpgradable} from "./interfaces/IPermissionsUpgradable.sol";
import {IRouter} from "./interfaces/IRouter.sol";
import {ISettingModule} from "./interfaces/ISettingModule.sol";

/// @title PermissionsUpgradable
contract PermissionsUpgradable is IPermissionsUpgradable {
    /* CONSTANTS */

    uint256 private constant WORD = 32;
    uint256 private constant SUITE_HEAD = 4; // words that `suite` answers before the managers; the last is their number
    uint256 private constant FEWEST_MANAGERS = 5;
    uint256 private constant MOST_MANAGERS = 32;
    uint256 private constant LONGEST_POLICY = 13 * WORD; // three names of up to 64 characters and a flag

    /* STORAGE */

    address private _guardian;
    address private _proposedGuardian;
    address private _implementation;
    address private _interface;
    uint8 private _managerCount; // of the current implementation; in the same slot
    bytes11 private _managersHash; // first bytes of the hash of their addresses; in the same slot
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
        bytes memory suite = _suiteOf(permImpl, permInterface);
        _requireOurs(permImpl, suite, 0);

        _interface = permInterface;
        _pinManagers(suite);
        _point(permImpl, permInterface);

        emit SuiteLinked(permInterface, permImpl, msg.sender);
    }

    /// @inheritdoc IPermissionsUpgradable
    function confirmImplChange(address proposedImpl) external onlyGuardian {
        (address permInterface, uint256 count, bytes11 pinned) = (_interface, _managerCount, _managersHash);
        if (permInterface == address(0)) revert NotInitialised();
        address current = _implementation;
        if (proposedImpl == current) revert ImplementationUnchanged(proposedImpl);
        bytes memory suite = _suiteOf(proposedImpl, permInterface);
        if (_countOf(suite) < count || _hashOf(suite, count) != pinned) revert ImplementationOfOtherSuite(proposedImpl);
        if (_countOf(suite) > count) {
            _requireOurs(proposedImpl, suite, count);
            _pinManagers(suite);
        }

        _point(proposedImpl, permInterface);
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

    /// @dev From here on `implementation` is the current one, here and in the interface.
    function _point(address implementation, address permInterface) private {
        _implementation = implementation;
        IPermissionsInterface(permInterface).setPermImplementation(implementation);
    }

    /// @dev From here on every implementation works on these managers, in this order, and perhaps on more.
    function _pinManagers(bytes memory suite) private {
        uint256 count = _countOf(suite);
        _managerCount = uint8(count);
        _managersHash = _hashOf(suite, count);
    }

    /// @dev Gives the new implementation the policy that it reads from the managers itself; it announces the take-over. The
    ///      answer to the question is encoded as the arguments of the command are, so it is passed on as it came.
    function _handOver(address implementation) private {
        bytes memory question = abi.encodeCall(INodeQueries.getPolicyDetails, ());
        bytes memory policy = _ask(implementation, question, LONGEST_POLICY);
        bytes memory command = bytes.concat(ISettingModule.setMigrationPolicy.selector, policy);
        bool taken;
        // Memory-safe: it only reads the command. Whatever is answered is not copied.
        assembly ("memory-safe") {
            taken := call(gas(), implementation, 0, add(command, 0x20), mload(command), 0, 0)
        }
        if (policy.length == 0 || !taken) revert ImplementationDoesNotAnswer(implementation);
    }

    /// @dev Whether a contract, the interface or a manager, obeys this one.
    function _isOurs(address part) private view returns (bool) {
        return _namesThis(_ask(part, abi.encodeCall(IManaged.getPermUpgradable, ()), WORD));
    }

    /// @dev Refuses a suite of which a manager, from the 0-based place `first` on, does not obey this contract.
    function _requireOurs(address implementation, bytes memory suite, uint256 first) private view {
        for (uint256 i = first; i < _countOf(suite); ++i) {
            uint256 manager = _word(suite, SUITE_HEAD + i);
            if (manager > type(uint160).max || !_isOurs(address(uint160(manager)))) {
                revert ImplementationOfOtherSuite(implementation);
            }
        }
    }

    /// @dev What an implementation says it was created for: this contract, the interface and its managers, encoded as
    ///      IRouter.suite answers it. The interface passes the question on to the present implementation, and is none.
    function _suiteOf(address implementation, address permInterface) private view returns (bytes memory suite) {
        if (implementation.code.length == 0) revert NotAContract(implementation);
        suite = _ask(implementation, abi.encodeCall(IRouter.suite, ()), (SUITE_HEAD + MOST_MANAGERS) * WORD);
        bool isOurs =
            implementation != permInterface &&
                suite.length >= SUITE_HEAD * WORD &&
                _namesThis(suite) &&
                _word(suite, 1) == uint160(permInterface) &&
                _word(suite, 2) == 3 * WORD &&
                _countOf(suite) >= FEWEST_MANAGERS &&
                _countOf(suite) <= MOST_MANAGERS &&
                suite.length == (SUITE_HEAD + _countOf(suite)) * WORD;
        if (!isOurs) revert ImplementationOfOtherSuite(implementation);
    }

    function _countOf(bytes memory suite) private pure returns (uint256) {
        return _word(suite, SUITE_HEAD - 1);
    }

    /// @dev The first bytes of the hash of the first `count` managers of a suite that has at least as many.
    function _hashOf(bytes memory suite, uint256 count) private pure returns (bytes11 hash) {
        // Memory-safe: it only reads. `suite` holds a word for each of its managers (`_suiteOf`), and `count` is no more.
        // The compiler cuts the hash to 11 bytes where it is compared or stored.
        assembly ("memory-safe") {
            hash := keccak256(add(suite, mul(add(SUITE_HEAD, 1), WORD)), mul(count, WORD))
        }
    }

    function _word(bytes memory answer, uint256 index) private pure returns (uint256 word) {
        // Memory-safe: it only reads. The callers ask for words that the answer has.
        assembly ("memory-safe") {
            word := mload(add(add(answer, WORD), mul(index, WORD)))
        }
    }

    /// @dev Whether an answer begins with this contract's address.
    function _namesThis(bytes memory answer) private view returns (bool) {
        return answer.length >= WORD && bytes32(answer) == bytes32(uint256(uint160(address(this))));
    }

    /// @dev Asks what nodes ask before every transaction and connection, and refuses anything but yes or no.
    function _requireAnswers(address implementation) private view {
        bytes[3] memory questions = [
            abi.encodeCall(INodeQueries.transactionAllowed, (address(this), address(this), 0, 0, 0, "")),
            abi.encodeCall(INodeQueries.connectionAllowed, ("", "", 0)),
            abi.encodeCall(INodeQueries.getNetworkBootStatus, ())
        ];
        for (uint256 i = 0; i < questions.length; ++i) {
            bytes memory answer = _ask(implementation, questions[i], WORD);
            if (answer.length != WORD || uint256(bytes32(answer)) > 1) {
                revert ImplementationDoesNotAnswer(implementation);
            }
        }
    }

    /// @dev The answer of a contract; empty when it refuses, or answers more than `longest` bytes. A longer answer is not
    ///      copied: that could use up all gas, and leave no reason for the failure.
    function _ask(address target, bytes memory question, uint256 longest) private view returns (bytes memory answer) {
        answer = new bytes(longest);
        // Memory-safe: at most `longest` bytes are copied, to memory allocated for them; the length is only made smaller.
        assembly ("memory-safe") {
            let start := add(question, 0x20)
            let answered := staticcall(gas(), target, start, mload(question), add(answer, 0x20), longest)
            let length := returndatasize()
            mstore(answer, mul(length, and(answered, iszero(gt(length, longest)))))
        }
    }
}
