// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title The one address that nodes, tools and wallets call
/// @notice Passes every call on to the current implementation together with the account that made it; the rules, and what
///         each function does, are described there (IPermissionsImplementation). Functions that this contract does not know
///         are passed on all the same, so a later implementation can bring new ones: vote, withdraw, close,
///         proposeAdminRemoval, proposeRule, proposeIpCheck and changeNodeAddress already come that way. So do the two
///         checks that nodes make (IPermissionsChecks), which are answered and never refused.
///
///         What the implementation refuses, this contract refuses with the same error, and NoImplementation until the
///         suite is linked. A function that the implementation does not know is refused without an error. What it is asked
///         until the suite is linked it answers with no data, but for the two checks, which say no.
interface IPermissionsInterface {
    /// @notice Somebody changed something: who, with which function. What, and to whom, stands in the managers' events of
    ///         the same transaction.
    event Action(address indexed caller, bytes4 indexed selector);
    event ImplementationSet(address indexed implementation);

    error NotUpgradable(address caller);
    /// @dev At creation: it obeys an upgradable contract from the start.
    error ZeroAddress();
    /// @notice The guardian has not linked the suite yet.
    error NoImplementation();

    /// @notice Points to another implementation. The upgradable contract only. Refuses NotUpgradable.
    function setPermImplementation(address permImplementation) external;

    function getPermissionsImpl() external view returns (address);

    function getPermUpgradable() external view returns (address);

    /* BOOT */

    function setPolicy(string calldata nwAdminOrg, string calldata nwAdminRole, string calldata oAdminRole) external;

    function init(uint256 breadth, uint256 depth) external;

    function addAdminNode(string calldata enodeId, string calldata ip, uint16 port, uint16 raftPort) external;

    function addAdminAccount(address account) external;

    function updateNetworkBootStatus() external returns (bool);

    /* ORGANISATIONS */

    function addOrg(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        address account
    ) external;

    function approveOrg(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        address account
    ) external;

    function addSubOrg(
        string calldata pOrgId,
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort
    ) external;

    function updateOrgStatus(string calldata orgId, uint256 action) external;

    function approveOrgStatus(string calldata orgId, uint256 action) external;

    /* ROLES */

    function addNewRole(string calldata roleId, string calldata orgId, uint256 access, bool voter, bool admin) external;

    function removeRole(string calldata roleId, string calldata orgId) external;

    /* ACCOUNTS AND ADMINS */

    function assignAccountRole(address account, string calldata orgId, string calldata roleId) external;

    function updateAccountStatus(string calldata orgId, address account, uint256 action) external;

    function startBlacklistedAccountRecovery(string calldata orgId, address account) external;

    function approveBlacklistedAccountRecovery(string calldata orgId, address account) external;

    function assignAdminRole(string calldata orgId, address account, string calldata roleId) external;

    function approveAdminRole(string calldata orgId, address account) external;

    /* NODES */

    function addNode(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort
    ) external;

    function updateNodeStatus(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        uint256 action
    ) external;

    function startBlacklistedNodeRecovery(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort
    ) external;

    function approveBlacklistedNodeRecovery(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort
    ) external;

    /* WHAT NODES ASK */

    function getNetworkBootStatus() external view returns (bool);

    function isNetworkAdmin(address account) external view returns (bool);

    function isOrgAdmin(address account, string calldata orgId) external view returns (bool);

    function validateAccount(address account, string calldata orgId) external view returns (bool);

    function getPendingOp(string calldata orgId) external view returns (string memory, string memory, address, uint256);
}
