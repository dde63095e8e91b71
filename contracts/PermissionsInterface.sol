// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IPermissionsChecks as Checks} from "./interfaces/IPermissionsChecks.sol";
import {IPermissionsImplementation as Impl} from "./interfaces/IPermissionsImplementation.sol";
import {IPermissionsInterface} from "./interfaces/IPermissionsInterface.sol";
import {IPermissionsUpgradable} from "./interfaces/IPermissionsUpgradable.sol";

/// @title PermissionsInterface
/// @dev Whatever is passed on ends in one more word, the caller. The implementation believes this word and nothing else,
///      so an argument that names a caller cannot be forged, not even through the fallback.
contract PermissionsInterface is IPermissionsInterface {
    /* CONSTANTS */

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
        if (msg.sig == Checks.connectionAllowed.selector) _reply(_check());
        if (msg.sig == Checks.transactionAllowed.selector) _reply(_isRepair() || _check());

        _pass(msg.data);
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
        _pass(msg.data);
    }

    /// @inheritdoc IPermissionsInterface
    function init(uint256, uint256) external {
        _pass(msg.data);
    }

    /// @inheritdoc IPermissionsInterface
    function addAdminNode(string calldata, string calldata, uint16, uint16) external {
        _pass(msg.data);
    }

    /// @inheritdoc IPermissionsInterface
    function addAdminAccount(address) external {
        _pass(msg.data);
    }

    /// @inheritdoc IPermissionsInterface
    function updateNetworkBootStatus() external returns (bool) {
        _pass(msg.data);
        return true;
    }

    /* ORGANISATIONS */

    /// @inheritdoc IPermissionsInterface
    function addOrg(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        address account
    ) external {
        _pass(abi.encodeCall(Impl.addOrg, (orgId, enodeId, ip, port, raftPort, account, msg.sender)));
    }

    /// @inheritdoc IPermissionsInterface
    function approveOrg(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        address account
    ) external {
        _pass(abi.encodeCall(Impl.approveOrg, (orgId, enodeId, ip, port, raftPort, account, msg.sender)));
    }

    /// @inheritdoc IPermissionsInterface
    function addSubOrg(
        string calldata pOrgId,
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort
    ) external {
        _pass(abi.encodeCall(Impl.addSubOrg, (pOrgId, orgId, enodeId, ip, port, raftPort, msg.sender)));
    }

    /// @inheritdoc IPermissionsInterface
    function updateOrgStatus(string calldata orgId, uint256 action) external {
        _pass(abi.encodeCall(Impl.updateOrgStatus, (orgId, action, msg.sender)));
    }

    /// @inheritdoc IPermissionsInterface
    function approveOrgStatus(string calldata orgId, uint256 action) external {
        _pass(abi.encodeCall(Impl.approveOrgStatus, (orgId, action, msg.sender)));
    }

    /* ROLES */

    /// @inheritdoc IPermissionsInterface
    function addNewRole(
        string calldata roleId,
        string calldata orgId,
        uint256 access,
        bool voter,
        bool admin
    ) external {
        _pass(abi.encodeCall(Impl.addNewRole, (roleId, orgId, access, voter, admin, msg.sender)));
    }

    /// @inheritdoc IPermissionsInterface
    function removeRole(string calldata roleId, string calldata orgId) external {
        _pass(abi.encodeCall(Impl.removeRole, (roleId, orgId, msg.sender)));
    }

    /* ACCOUNTS AND ADMINS */

    /// @inheritdoc IPermissionsInterface
    function assignAccountRole(address account, string calldata orgId, string calldata roleId) external {
        _pass(abi.encodeCall(Impl.assignAccountRole, (account, orgId, roleId, msg.sender)));
    }

    /// @inheritdoc IPermissionsInterface
    function updateAccountStatus(string calldata orgId, address account, uint256 action) external {
        _pass(abi.encodeCall(Impl.updateAccountStatus, (orgId, account, action, msg.sender)));
    }

    /// @inheritdoc IPermissionsInterface
    function startBlacklistedAccountRecovery(string calldata orgId, address account) external {
        _pass(abi.encodeCall(Impl.startBlacklistedAccountRecovery, (orgId, account, msg.sender)));
    }

    /// @inheritdoc IPermissionsInterface
    function approveBlacklistedAccountRecovery(string calldata orgId, address account) external {
        _pass(abi.encodeCall(Impl.approveBlacklistedAccountRecovery, (orgId, account, msg.sender)));
    }

    /// @inheritdoc IPermissionsInterface
    function assignAdminRole(string calldata orgId, address account, string calldata roleId) external {
        _pass(abi.encodeCall(Impl.assignAdminRole, (orgId, account, roleId, msg.sender)));
    }

    /// @inheritdoc IPermissionsInterface
    function approveAdminRole(string calldata orgId, address account) external {
        _pass(abi.encodeCall(Impl.approveAdminRole, (orgId, account, msg.sender)));
    }

    /* NODES */

    /// @inheritdoc IPermissionsInterface
    function addNode(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort
    ) external {
        _pass(abi.encodeCall(Impl.addNode, (orgId, enodeId, ip, port, raftPort, msg.sender)));
    }

    /// @inheritdoc IPermissionsInterface
    function updateNodeStatus(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        uint256 action
    ) external {
        _pass(abi.encodeCall(Impl.updateNodeStatus, (orgId, enodeId, ip, port, raftPort, action, msg.sender)));
    }

    /// @inheritdoc IPermissionsInterface
    function startBlacklistedNodeRecovery(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort
    ) external {
        _pass(abi.encodeCall(Impl.startBlacklistedNodeRecovery, (orgId, enodeId, ip, port, raftPort, msg.sender)));
    }

    /// @inheritdoc IPermissionsInterface
    function approveBlacklistedNodeRecovery(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort
    ) external {
        _pass(abi.encodeCall(Impl.approveBlacklistedNodeRecovery, (orgId, enodeId, ip, port, raftPort, msg.sender)));
    }

    /* WHAT NODES ASK */

    /// @inheritdoc IPermissionsInterface
    function getNetworkBootStatus() external view returns (bool) {
        _answer();
    }

    /// @inheritdoc IPermissionsInterface
    function isNetworkAdmin(address) external view returns (bool) {
        _answer();
    }

    /// @inheritdoc IPermissionsInterface
    function isOrgAdmin(address, string calldata) external view returns (bool) {
        _answer();
    }

    /// @inheritdoc IPermissionsInterface
    function validateAccount(address, string calldata) external view returns (bool) {
        _answer();
    }

    /// @inheritdoc IPermissionsInterface
    function getPendingOp(string calldata) external view returns (string memory, string memory, address, uint256) {
        _answer();
    }

    /* INTERNAL */

    /// @dev Passes a change on, with the caller as its last word. What the implementation refuses, this refuses.
    function _pass(bytes memory call_) private {
        address implementation = _implementation;
        if (implementation == address(0)) revert NoImplementation();

        emit Action(msg.sender, msg.sig);

        assembly ("memory-safe") {
            let length := mload(call_)
            let start := add(call_, 0x20)
            mstore(add(start, length), caller())
            if iszero(call(gas(), implementation, 0, start, add(length, 0x20), 0, 0)) {
                returndatacopy(0, 0, returndatasize())
                revert(0, returndatasize())
            }
        }
    }

    /// @dev Passes a question on as it came and gives the answer back as it comes.
    function _answer() private view {
        (bool answered, ) = _ask();
        assembly ("memory-safe") {
            returndatacopy(0, 0, returndatasize())
            if answered {
                return(0, returndatasize())
            }
            revert(0, returndatasize())
        }
    }

    /// @dev Ends the call with the answer, since a fallback declares none.
    function _reply(bool answer) private pure {
        assembly ("memory-safe") {
            mstore(0, answer)
            return(0, 0x20)
        }
    }

    /// @dev Whether a transaction goes from who may repair to the upgradable contract. The call data is taken as it comes:
    ///      what lies beyond its end is zero, and a word that is too large for an address is nobody's.
    function _isRepair() private view returns (bool) {
        uint256 sender;
        uint256 target;
        assembly ("memory-safe") {
            sender := calldataload(0x04)
            target := calldataload(0x24)
        }
        if (target != uint160(address(_UPGRADABLE)) || sender > type(uint160).max) return false;
        return _UPGRADABLE.mayRepair(address(uint160(sender)));
    }

    /// @dev Passes a yes-or-no question on.
    function _check() private view returns (bool yes) {
        (, yes) = _ask();
    }

    /// @dev Only a clean yes is a yes: a single word that is 1.
    function _ask() private view returns (bool answered, bool yes) {
        address implementation = _implementation;
        assembly ("memory-safe") {
            let start := mload(0x40)
            calldatacopy(start, 0, calldatasize())
            answered := staticcall(gas(), implementation, start, calldatasize(), 0, 0x20)
            yes := and(answered, and(eq(returndatasize(), 0x20), eq(mload(0), 1)))
        }
    }
}
