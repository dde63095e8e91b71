// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IAccountModule as Accounts} from "./interfaces/IAccountModule.sol";
import {IBesuChecks as BesuChecks} from "./interfaces/IBesuChecks.sol";
import {IDecisionModule as Decisions} from "./interfaces/IDecisionModule.sol";
import {INodeModule as Nodes} from "./interfaces/INodeModule.sol";
import {INodeQueries as Queries} from "./interfaces/INodeQueries.sol";
import {IOrganisationModule as Organisations} from "./interfaces/IOrganisationModule.sol";
import {IPermissionsChecks as Checks} from "./interfaces/IPermissionsChecks.sol";
import {IPermissionsInterface} from "./interfaces/IPermissionsInterface.sol";
import {IPermissionsUpgradable} from "./interfaces/IPermissionsUpgradable.sol";
import {IRouter} from "./interfaces/IRouter.sol";

/// @title PermissionsInterface
/// @dev Every change that is forwarded ends with one more word, the caller. The implementation believes this word and
///      nothing else, so an argument that names a caller cannot be forged, not even through the fallback.
contract PermissionsInterface is IPermissionsInterface {
    /* CONSTANTS */

    /// @dev Several times what it takes to look a function up; one that burns more leaves the rest for the call itself.
    uint256 private constant LOOK_UP_GAS = 30_000;

    /// @dev Besu takes anything else for a failure.
    uint256 private constant BESU_YES = type(uint256).max;
    uint256 private constant BESU_NO = type(uint256).max >> 1;

    IPermissionsUpgradable private immutable _UPGRADABLE;

    /* STORAGE */

    address private _implementation;

    /* CONSTRUCTOR */

    constructor(address permUpgradable) {
        if (permUpgradable == address(0)) revert ZeroAddress();
        _UPGRADABLE = IPermissionsUpgradable(permUpgradable);
    }

    /* FALLBACK */

    /// @dev The two checks come here too: a declared function decodes its arguments, and reverts when it cannot.
    // solhint-disable-next-line payable-fallback, no-complex-fallback
    fallback() external {
        if (msg.sig == Checks.connectionAllowed.selector) _returnBool(_queryBool());
        if (msg.sig == Checks.transactionAllowed.selector) _returnBool(_isRepair() || _queryBool());
        if (msg.sig == BesuChecks.connectionAllowed.selector) _returnWord(_arePeers() ? BESU_YES : BESU_NO);

        if (_onlyReads()) _forwardView();
        _forward();
        // Memory-safe: it writes over memory from 0 on, but ends the call. The answer is copied in its full length.
        assembly ("memory-safe") {
            returndatacopy(0, 0, returndatasize())
            return(0, returndatasize())
        }
    }

    /* UPGRADING */

    /// @inheritdoc IPermissionsInterface
    function setPermImplementation(address permImplementation) external {
        if (msg.sender != address(_UPGRADABLE)) revert NotUpgradable(msg.sender);

        _implementation = permImplementation;

        emit ImplementationSet(permImplementation);
    }

    /// @inheritdoc IPermissionsInterface
    function getPermissionsImpl() external view returns (address) {
        return _implementation;
    }

    /// @inheritdoc IPermissionsInterface
    function getPermUpgradable() external view returns (address) {
        return address(_UPGRADABLE);
    }

    /* BOOT */

    /// @inheritdoc IPermissionsInterface
    function setPolicy(string calldata, string calldata, string calldata) external {
        _forward();
    }

    /// @inheritdoc IPermissionsInterface
    function init(uint256, uint256) external {
        _forward();
    }

    /// @inheritdoc IPermissionsInterface
    function addAdminNode(string calldata, string calldata, uint16, uint16) external {
        _forward();
    }

    /// @inheritdoc IPermissionsInterface
    function addAdminAccount(address) external {
        _forward();
    }

    /// @inheritdoc IPermissionsInterface
    function updateNetworkBootStatus() external returns (bool) {
        _forward();
        return true;
    }

    /* ORGANISATIONS */

    /// @inheritdoc IPermissionsInterface
    function addOrg(string calldata, string calldata, string calldata, uint16, uint16, address) external {
        _forwardWithCaller(Organisations.addOrg.selector, 6, 0x7);
    }

    /// @inheritdoc IPermissionsInterface
    function approveOrg(string calldata, string calldata, string calldata, uint16, uint16, address) external {
        _forwardWithCaller(Decisions.approveOrg.selector, 6, 0x7);
    }

    /// @inheritdoc IPermissionsInterface
    function addSubOrg(string calldata, string calldata, string calldata, string calldata, uint16, uint16) external {
        _forwardWithCaller(Organisations.addSubOrg.selector, 6, 0xf);
    }

    /// @inheritdoc IPermissionsInterface
    function updateOrgStatus(string calldata, uint256) external {
        _forwardWithCaller(Organisations.updateOrgStatus.selector, 2, 0x1);
    }

    /// @inheritdoc IPermissionsInterface
    function approveOrgStatus(string calldata, uint256) external {
        _forwardWithCaller(Decisions.approveOrgStatus.selector, 2, 0x1);
    }

    /* ROLES */

    /// @inheritdoc IPermissionsInterface
    function addNewRole(string calldata, string calldata, uint256, bool, bool) external {
        _forwardWithCaller(Accounts.addNewRole.selector, 5, 0x3);
    }

    /// @inheritdoc IPermissionsInterface
    function removeRole(string calldata, string calldata) external {
        _forwardWithCaller(Accounts.removeRole.selector, 2, 0x3);
    }

    /* ACCOUNTS AND ADMINS */

    /// @inheritdoc IPermissionsInterface
    function assignAccountRole(address, string calldata, string calldata) external {
        _forwardWithCaller(Accounts.assignAccountRole.selector, 3, 0x6);
    }

    /// @inheritdoc IPermissionsInterface
    function updateAccountStatus(string calldata, address, uint256) external {
        _forwardWithCaller(Accounts.updateAccountStatus.selector, 3, 0x1);
    }

    /// @inheritdoc IPermissionsInterface
    function startBlacklistedAccountRecovery(string calldata, address) external {
        _forwardWithCaller(Accounts.startBlacklistedAccountRecovery.selector, 2, 0x1);
    }

    /// @inheritdoc IPermissionsInterface
    function approveBlacklistedAccountRecovery(string calldata, address) external {
        _forwardWithCaller(Decisions.approveBlacklistedAccountRecovery.selector, 2, 0x1);
    }

    /// @inheritdoc IPermissionsInterface
    function assignAdminRole(string calldata, address, string calldata) external {
        _forwardWithCaller(Accounts.assignAdminRole.selector, 3, 0x5);
    }

    /// @inheritdoc IPermissionsInterface
    function approveAdminRole(string calldata, address) external {
        _forwardWithCaller(Decisions.approveAdminRole.selector, 2, 0x1);
    }

    /* NODES */

    /// @inheritdoc IPermissionsInterface
    function addNode(string calldata, string calldata, string calldata, uint16, uint16) external {
        _forwardWithCaller(Nodes.addNode.selector, 5, 0x7);
    }

    /// @inheritdoc IPermissionsInterface
    function updateNodeStatus(string calldata, string calldata, string calldata, uint16, uint16, uint256) external {
        _forwardWithCaller(Nodes.updateNodeStatus.selector, 6, 0x7);
    }

    /// @inheritdoc IPermissionsInterface
    function startBlacklistedNodeRecovery(string calldata, string calldata, string calldata, uint16, uint16) external {
        _forwardWithCaller(Nodes.startBlacklistedNodeRecovery.selector, 5, 0x7);
    }

    /// @inheritdoc IPermissionsInterface
    function approveBlacklistedNodeRecovery(
        string calldata,
        string calldata,
        string calldata,
        uint16,
        uint16
    ) external {
        _forwardWithCaller(Decisions.approveBlacklistedNodeRecovery.selector, 5, 0x7);
    }

    /* WHAT NODES ASK */

    /// @inheritdoc IPermissionsInterface
    function getNetworkBootStatus() external view returns (bool) {
        _forwardView();
    }

    /// @inheritdoc IPermissionsInterface
    function isNetworkAdmin(address) external view returns (bool) {
        _forwardView();
    }

    /// @inheritdoc IPermissionsInterface
    function isOrgAdmin(address, string calldata) external view returns (bool) {
        _forwardView();
    }

    /// @inheritdoc IPermissionsInterface
    function validateAccount(address, string calldata) external view returns (bool) {
        _forwardView();
    }

    /// @inheritdoc IPermissionsInterface
    function getPendingOp(string calldata) external view returns (string memory, string memory, address, uint256) {
        _forwardView();
    }

    /* INTERNAL */

    /// @dev Forwards a change as it came, with the caller as its last word, and refuses what the implementation refuses.
    function _forward() private {
        address implementation = _announce();
        // Memory-safe: it writes from the free memory pointer on, which is allowed without allocating; only a refusal,
        // which ends the call, is written from 0 on. Call data and refusal are copied in their full length.
        assembly ("memory-safe") {
            let start := mload(0x40)
            calldatacopy(start, 0, calldatasize())
            mstore(add(start, calldatasize()), caller())
            if iszero(call(gas(), implementation, 0, start, add(calldatasize(), 0x20), 0, 0)) {
                returndatacopy(0, 0, returndatasize())
                revert(0, returndatasize())
            }
        }
    }

    /// @dev Forwards a change to the implementation's function of the same name, which takes the caller as one more
    ///      argument, after the others. Texts are encoded behind the arguments, so they move by a word; they are copied as
    ///      they are.
    /// @param selector The implementation's function.
    /// @param arguments How many this function takes.
    /// @param texts Which of them are texts: bit 0 is the first argument.
    function _forwardWithCaller(bytes4 selector, uint256 arguments, uint256 texts) private {
        address implementation = _announce();
        // Memory-safe: it writes from the free memory pointer on, which is allowed without allocating; only a refusal,
        // which ends the call, is written from 0 on. Decoding the arguments has made sure that the call data holds all of
        // them and that each text lies within it, so neither `tail` nor an offset less than 2^64 plus a word can overflow.
        assembly ("memory-safe") {
            let start := mload(0x40)
            let head := mul(arguments, 0x20)
            let from := add(start, 4)
            let behind := add(from, head)
            let tail := sub(calldatasize(), add(head, 4))

            mstore(start, selector)
            calldatacopy(from, 4, head)
            mstore(behind, caller())
            calldatacopy(add(behind, 0x20), add(head, 4), tail)
            mstore(add(behind, add(tail, 0x20)), caller())

            for {
                let at := from
            } texts {
                at := add(at, 0x20)
                texts := shr(1, texts)
            } {
                if and(texts, 1) {
                    let offset := mload(at)
                    // A text that lies among the arguments would become another one.
                    if lt(offset, head) {
                        revert(0, 0)
                    }
                    mstore(at, add(offset, 0x20))
                }
            }

            if iszero(call(gas(), implementation, 0, start, add(calldatasize(), 0x40), 0, 0)) {
                returndatacopy(0, 0, returndatasize())
                revert(0, returndatasize())
            }
        }
    }

    /// @dev Announces who changes something, and says where the rules are.
    function _announce() private returns (address implementation) {
        implementation = _implementation;
        if (implementation == address(0)) revert NoImplementation();

        emit Action(msg.sender, msg.sig);
    }

    /// @dev Whether the implementation says that the function called changes nothing: a single word that is 0. One that
    ///      does not say it clearly is called as for a change, since an announcement too many does less harm than a change
    ///      that nobody can make, or that nobody is told of.
    function _onlyReads() private view returns (bool reads) {
        address implementation = _implementation;
        bytes4 selector = IRouter.moduleOf.selector;
        bytes4 called = msg.sig;
        // Memory-safe: question and answer are in scratch space. What stands there counts only if the answer is a word.
        assembly ("memory-safe") {
            mstore(0, selector)
            mstore(4, called)
            let answered := staticcall(LOOK_UP_GAS, implementation, 0, 0x24, 0, 0x20)
            reads := and(answered, and(eq(returndatasize(), 0x20), iszero(mload(0))))
        }
    }

    /// @dev Forwards a question as it came, and gives the answer back as it comes.
    function _forwardView() private view {
        (bool answered, ) = _query();
        // Memory-safe: it writes over memory from 0 on, but both ways end the call. The answer is that of the call in
        // `_query`, copied in its full length.
        assembly ("memory-safe") {
            returndatacopy(0, 0, returndatasize())
            if answered {
                return(0, returndatasize())
            }
            revert(0, returndatasize())
        }
    }

    /// @dev Ends the call with the answer, since a fallback declares none.
    function _returnBool(bool answer) private pure {
        _returnWord(answer ? 1 : 0);
    }

    function _returnWord(uint256 answer) private pure {
        // Memory-safe: it writes to scratch space, and ends the call.
        assembly ("memory-safe") {
            mstore(0, answer)
            return(0, 0x20)
        }
    }

    /// @dev Whether an account that may repair sends to the upgradable contract. The call data is taken as it comes: what
    ///      lies beyond its end is zero, and a word that is too large is no account's address.
    function _isRepair() private view returns (bool) {
        uint256 sender;
        uint256 target;
        // Memory-safe: it uses no memory. Call data beyond its end reads as zero.
        assembly ("memory-safe") {
            sender := calldataload(0x04)
            target := calldataload(0x24)
        }
        if (target != uint160(address(_UPGRADABLE)) || sender > type(uint160).max) return false;
        return _UPGRADABLE.mayRepair(address(uint160(sender)));
    }

    /// @dev Forwards Besu's question, to which the implementation has a function of another name.
    function _arePeers() private view returns (bool) {
        bytes memory question = bytes.concat(Queries.peersAllowed.selector, msg.data[4:]);
        (bool answered, bytes memory answer) = _implementation.staticcall(question);
        return answered && answer.length == 32 && uint256(bytes32(answer)) == 1;
    }

    /// @dev Forwards a yes-or-no question.
    function _queryBool() private view returns (bool yes) {
        (, yes) = _query();
    }

    /// @dev Only a clean yes is a yes: a single word that is 1.
    function _query() private view returns (bool answered, bool yes) {
        address implementation = _implementation;
        // Memory-safe: it writes from the free memory pointer on, which is allowed without allocating, and one word of the
        // answer to scratch space. What stands there counts only if the answer has that length.
        assembly ("memory-safe") {
            let start := mload(0x40)
            calldatacopy(start, 0, calldatasize())
            answered := staticcall(gas(), implementation, start, calldatasize(), 0, 0x20)
            yes := and(answered, and(eq(returndatasize(), 0x20), eq(mload(0), 1)))
        }
    }
}
