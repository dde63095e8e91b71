// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title The rules
/// @notice Called by the interface alone, which adds the account that called it as a last word to whatever it passes on.
///         Where a function also names its `caller`, the two must agree, so nobody can speak for another. The contract has
///         no storage: all that outlives a call is in the managers, and replacing it leaves nothing behind.
///
///         Proposals: a function that proposes opens one, the approve functions vote for it, `vote` also against it. The
///         vote that decides carries it out in the same transaction, or ends the proposal as rejected when it cannot be
///         done any more. Who proposes has not voted yet, and nobody proposes before the network has booted.
interface IPermissionsImplementation {
    event PermissionsInitialized(bool networkBootStatus);

    /* WHO CALLS */

    error NotInterface(address caller);
    error NotUpgradable(address caller);
    error CallerForged(address claimed, address caller);
    error NotOrgAdmin(address caller, string orgId);
    error NotBootOperator(address caller);

    /* BOOT */

    error AlreadyBooted();
    error NotSetUp();
    error NotBooted();
    error PolicyMissing();
    error NoNetworkAdmin();

    /* RECORDS */

    error ZeroAddress();
    error ActionNotAllowed(uint256 action);
    error OrgUnknown(string orgId);
    error OrgNotActive(string orgId);
    error OrgNotTopLevel(string orgId);
    error OrgStatusNotAllowed(string orgId, uint256 status, uint256 action);
    error AdminOrgNotAllowed(string orgId);
    error RoleUnknown(string roleId, string orgId);
    error RoleNotAnAdminRole(string roleId);
    error AccessNotAllowed(uint256 access);
    error AdminRoleByVoteOnly(string roleId);
    error AccountIsAdmin(address account);
    error AccountNotAdmin(address account);
    error AccountInUse(address account, uint256 status);
    error AccountOfOtherOrg(address account, string orgId);
    error AccountStatusNotAllowed(address account, uint256 status, uint256 action);
    error AccountHasRole(address account, string roleId);
    error AccountWithoutRole(address account);
    error NodeUnknown(string enodeId);
    error NodeOfOtherOrg(string enodeId, string orgId);
    error NodeAddressDiffers(string enodeId, string ip, uint16 port, uint16 raftPort);
    error NodeStatusNotAllowed(string enodeId, uint256 status, uint256 action);

    /* PROPOSALS */

    error OperationForbidden(uint256 op);
    error OperationUnknown(uint256 op);
    error SubjectHasProposal(uint256 id);
    error NothingToApprove();
    error ProposalDiffers(uint256 id);
    error ProposalUndecided(uint256 id, uint256 votesFor, uint256 votesAgainst, uint256 electorate);
    error NotProposer(uint256 id, address caller);
    error LastNetworkAdmin(address account);
    error RuleNotAllowed(uint256 op, uint256 kind, uint256 count, uint256 outOf);
    error NothingChanges();

    /* BOOT (boot operators, until the network has booted) */

    /// @notice Names the admin organisation and the two admin roles; may be repeated until `init`.
    function setPolicy(string calldata nwAdminOrg, string calldata nwAdminRole, string calldata oAdminRole) external;

    /// @notice Creates the admin organisation and the network admin role, and fixes how many sub-organisations an
    ///         organisation may have (breadth, at least 1) and how many levels there may be (depth, 1 to 32). Once.
    function init(uint256 breadth, uint256 depth) external;

    /// @notice Adds an approved node of the admin organisation.
    function addAdminNode(string calldata enodeId, string calldata ip, uint16 port, uint16 raftPort) external;

    /// @notice Adds an active network admin.
    function addAdminAccount(address account) external;

    /// @notice Ends the boot: from here on the rules decide. At least one network admin is needed.
    function updateNetworkBootStatus() external returns (bool);

    /* ORGANISATIONS */

    /// @notice Proposes an organisation with its first node and its admin. Network admins.
    function addOrg(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        address account,
        address caller
    ) external;

    /// @notice Votes for the proposed organisation; everything named must be what was proposed. Network admins.
    function approveOrg(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        address account,
        address caller
    ) external;

    /// @notice Adds a sub-organisation, with a node unless the enode id is empty. Admins of the parent or above.
    function addSubOrg(
        string calldata pOrgId,
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        address caller
    ) external;

    /// @notice Proposes to suspend (action 1) or to restore (2) an organisation without parent, but never the admin
    ///         organisation. Network admins.
    function updateOrgStatus(string calldata orgId, uint256 action, address caller) external;

    /// @notice Votes for it. Network admins.
    function approveOrgStatus(string calldata orgId, uint256 action, address caller) external;

    /* ROLES */

    /// @notice Adds a role to an organisation, or brings a removed one back. Admins of the organisation or above.
    function addNewRole(
        string calldata roleId,
        string calldata orgId,
        uint256 access,
        bool voter,
        bool admin,
        address caller
    ) external;

    /// @notice Removes a role: who holds it has no rights from it any more. Admins of the organisation or above.
    function removeRole(string calldata roleId, string calldata orgId, address caller) external;

    /* ACCOUNTS */

    /// @notice Gives an account a role of its organisation or of one above. A free account becomes active, one of the
    ///         organisation keeps its status. Admins of the organisation or above.
    function assignAccountRole(address account, string calldata orgId, string calldata roleId, address caller) external;

    /// @notice Suspends (1), activates (2) or blacklists (3) an account. Admins of the organisation or above.
    function updateAccountStatus(string calldata orgId, address account, uint256 action, address caller) external;

    /// @notice Proposes to lift a blacklisting. Network admins.
    function startBlacklistedAccountRecovery(string calldata orgId, address account, address caller) external;

    /// @notice Votes for it. Network admins.
    function approveBlacklistedAccountRecovery(string calldata orgId, address account, address caller) external;

    /* ADMINS */

    /// @notice Proposes a network admin or an organisation's admin. An organisation has one holder of the organisation
    ///         admin role: a new one takes the place of the old one. Network admins.
    function assignAdminRole(string calldata orgId, address account, string calldata roleId, address caller) external;

    /// @notice Votes for it. Network admins.
    function approveAdminRole(string calldata orgId, address account, address caller) external;

    /// @notice Proposes to take an admin role away. The last network admin stays. Network admins.
    function proposeAdminRemoval(string calldata orgId, address account) external returns (uint256 id);

    /* NODES */

    /// @notice Adds an approved node. Admins of the organisation or above.
    function addNode(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        address caller
    ) external;

    /// @notice Deactivates (1), activates (2) or blacklists (3) a node. Admins of the organisation or above.
    function updateNodeStatus(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        uint256 action,
        address caller
    ) external;

    /// @notice Changes where an approved or deactivated node listens. Admins of the organisation or above.
    function changeNodeAddress(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort
    ) external;

    /// @notice Proposes to lift a blacklisting. Network admins.
    function startBlacklistedNodeRecovery(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        address caller
    ) external;

    /// @notice Votes for it. Network admins.
    function approveBlacklistedNodeRecovery(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        address caller
    ) external;

    /* VOTING */

    /// @notice Votes for or against a proposal. Network admins, once each.
    function vote(uint256 id, bool support) external;

    /// @notice Ends a proposal of one's own. Its proposer, while still a network admin, until somebody else votes for it.
    function withdraw(uint256 id) external;

    /// @notice Ends a proposal that has expired, or that is decided because the electorate changed. Anyone.
    function close(uint256 id) external;

    /// @notice Proposes how votes on an operation are counted (RuleKind). Network admins.
    function proposeRule(uint256 op, uint256 kind, uint256 count, uint256 outOf) external returns (uint256 id);

    /// @notice Proposes whether a connection's ip is compared with the node's. Network admins.
    function proposeIpCheck(bool compared) external returns (uint256 id);

    /* WHAT NODES ASK */

    /// @notice Whether the account may send the transaction: it is active, its organisation too, and its role covers it.
    ///         Everybody may until the network has booted. Value, gas and gas price do not matter.
    function transactionAllowed(
        address sender,
        address target,
        uint256 value,
        uint256 gasPrice,
        uint256 gasLimit,
        bytes calldata payload
    ) external view returns (bool);

    /// @notice Whether the node may connect. Every node may until the network has booted.
    function connectionAllowed(string calldata enodeId, string calldata ip, uint16 port) external view returns (bool);

    function getNetworkBootStatus() external view returns (bool);

    /// @notice (admin organisation, network admin role, organisation admin role, booted)
    function getPolicyDetails() external view returns (string memory, string memory, string memory, bool);

    function isNetworkAdmin(address account) external view returns (bool);

    function isOrgAdmin(address account, string calldata orgId) external view returns (bool);

    /// @notice Whether the account is free or belongs to the organisation.
    function validateAccount(address account, string calldata orgId) external view returns (bool);

    /// @notice The oldest open proposal: (organisation, enode id, account, operation), all empty when there is none or when
    ///         the organisation is not the admin organisation.
    function getPendingOp(string calldata orgId) external view returns (string memory, string memory, address, uint256);

    /* UPGRADING */

    /// @notice Takes over and announces it. The policy itself is in the managers. The upgradable contract only.
    function setMigrationPolicy(
        string calldata nwAdminOrg,
        string calldata nwAdminRole,
        string calldata oAdminRole,
        bool networkBootStatus
    ) external;

    /// @notice The upgradable contract and the managers (organisations, roles, accounts, voters, nodes) it belongs to.
    function suite() external view returns (address upgradable, address[5] memory managers);
}
