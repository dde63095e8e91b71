// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title The one address that nodes, tools and wallets call
/// @notice Passes every call on to the current implementation together with the account that made it. The implementation's
///         modules decide; what each function emits and refuses is described there, at the function of the same name
///         (IOrganisationModule, IAccountModule, IDecisionModule, ISettingModule; INodeQueries for questions). Functions
///         that this contract does not know are passed on all the same, so a later implementation can bring new ones: vote,
///         withdraw, close, proposeAdminRemoval, proposeRule, proposeSetting, proposeLimit, setAtBoot, changeNodeAddress,
///         releaseAccount, releaseNode, proposeAccountRelease and proposeNodeRelease already come that way, and questions
///         too, which leave no event. So do the two checks that nodes make (IPermissionsChecks), which are answered and
///         never refused.
///
///         What the implementation refuses, this contract refuses with the same error, and NoImplementation until the
///         suite is linked. A function that the implementation does not know is refused without an error. A question that
///         is asked before the suite is linked is answered with no data, except for the two checks, which say no.
interface IPermissionsInterface {
    /// @notice An account changed something with the function of this selector. What it changed is in the managers' events
    ///         of the same transaction.
    event Action(address indexed caller, bytes4 indexed selector);
    event ImplementationSet(address indexed implementation);

    error NotUpgradable(address caller);
    /// @dev At creation: the upgradable contract must be given.
    error ZeroAddress();
    /// @notice The guardian has not linked the suite yet.
    error NoImplementation();

    /* UPGRADING */

    /// @notice Points to another implementation. For the upgradable contract. Emits ImplementationSet. Reverts with
    ///         NotUpgradable.
    /// @param permImplementation The implementation's address.
    function setPermImplementation(address permImplementation) external;

    /// @notice Returns which implementation calls are passed on to.
    /// @return Its address; zero until the suite is linked.
    function getPermissionsImpl() external view returns (address);

    /// @notice Returns which contract may point to another implementation. Fixed at creation.
    /// @return The upgradable contract's address.
    function getPermUpgradable() external view returns (address);

    /* BOOT */

    /// @notice Names the admin organisation and the two admin roles. For boot operators, until `init`.
    /// @param nwAdminOrg Id of the admin organisation: 1 to 64 characters of A-Z a-z 0-9 _ -
    /// @param nwAdminRole Name of the network admin role: 1 to 64 characters of A-Z a-z 0-9 _ -
    /// @param oAdminRole Name of the organisation admin role: 1 to 64 characters of A-Z a-z 0-9 _ -, another one.
    function setPolicy(string calldata nwAdminOrg, string calldata nwAdminRole, string calldata oAdminRole) external;

    /// @notice Creates the admin organisation and the network admin role, and fixes the limits of the tree. For boot
    ///         operators, once.
    /// @param breadth How many direct sub-organisations an organisation may have, 1 to 4294967295.
    /// @param depth How many levels there may be, 1 to 32.
    function init(uint256 breadth, uint256 depth) external;

    /// @notice Adds an approved node of the admin organisation. For boot operators, until the network has booted.
    /// @param enodeId The node's enode id, 128 lower-case hex digits.
    /// @param ip Its ip address or host name (library Host).
    /// @param port Its port, 1 to 65535.
    /// @param raftPort Its Raft port; 0 for none.
    function addAdminNode(string calldata enodeId, string calldata ip, uint16 port, uint16 raftPort) external;

    /// @notice Adds an active network admin. For boot operators, until the network has booted.
    /// @param account An unassigned account.
    function addAdminAccount(address account) external;

    /// @notice Ends the boot: from here on the rules decide. For boot operators, once.
    /// @return Always true.
    function updateNetworkBootStatus() external returns (bool);

    /* ORGANISATIONS */

    /// @notice Proposes an organisation without parent, with its first node and its admin. For network admins.
    /// @param orgId The new organisation's id: 1 to 64 characters of A-Z a-z 0-9 _ -
    /// @param enodeId The node's enode id, 128 lower-case hex digits.
    /// @param ip Its ip address or host name (library Host).
    /// @param port Its port, 1 to 65535.
    /// @param raftPort Its Raft port; 0 for none.
    /// @param account Its admin: an unassigned account, or one of another organisation that no vote has made an admin.
    function addOrg(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        address account
    ) external;

    /// @notice Votes for a proposed organisation; everything named must be what was proposed. For network admins, once
    ///         each.
    /// @param orgId The organisation's id.
    /// @param enodeId The node's enode id, 128 lower-case hex digits.
    /// @param ip Its recorded ip address or host name.
    /// @param port Its recorded port.
    /// @param raftPort Its recorded Raft port; 0 is any.
    /// @param account The proposed admin.
    function approveOrg(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        address account
    ) external;

    /// @notice Adds an approved sub-organisation, with a first node or without. For admins of the parent or above.
    /// @param pOrgId The parent's full id ("ORG1").
    /// @param orgId The new organisation's short id ("SUB1"): 1 to 64 characters of A-Z a-z 0-9 _ -
    /// @param enodeId Its first node, 128 lower-case hex digits; empty for none, and then ip and ports are not looked at.
    /// @param ip The node's ip address or host name (library Host).
    /// @param port The node's port, 1 to 65535.
    /// @param raftPort The node's Raft port; 0 for none.
    function addSubOrg(
        string calldata pOrgId,
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort
    ) external;

    /// @notice Proposes to suspend or to restore an organisation without parent. For network admins.
    /// @param orgId The organisation's id.
    /// @param action 1 suspend, 2 restore (library Action).
    function updateOrgStatus(string calldata orgId, uint256 action) external;

    /// @notice Votes for a proposed suspension or restoration. For network admins, once each.
    /// @param orgId The organisation's id.
    /// @param action The proposed one: 1 suspend, 2 restore (library Action).
    function approveOrgStatus(string calldata orgId, uint256 action) external;

    /* ROLES */

    /// @notice Adds a role to an organisation, or brings a removed one back. For admins of the organisation or above.
    /// @param roleId The role's name: 1 to 64 characters of A-Z a-z 0-9 _ -
    /// @param orgId The organisation's full id ("ORG1.SUB1").
    /// @param access What its holders may send: level 0 to 7 (library AccessLevel).
    /// @param voter Recorded and shown; nothing depends on it, since the network admins vote.
    /// @param admin Whether its holders are admins of their organisation and of all below.
    function addNewRole(string calldata roleId, string calldata orgId, uint256 access, bool voter, bool admin) external;

    /// @notice Removes a role that the organisation itself defined. For admins of the organisation or above.
    /// @param roleId The role's name.
    /// @param orgId Full id of the organisation that defined it ("ORG1.SUB1").
    function removeRole(string calldata roleId, string calldata orgId) external;

    /* ACCOUNTS AND ADMINS */

    /// @notice Gives an account a role of its organisation or of one above. For admins of the organisation or above.
    /// @param account An unassigned account, or one of the organisation that is no admin.
    /// @param orgId The organisation's full id ("ORG1.SUB1").
    /// @param roleId The role's name; the nearest active role of that name counts, from the organisation upwards.
    function assignAccountRole(address account, string calldata orgId, string calldata roleId) external;

    /// @notice Suspends, activates or blacklists an account. For admins of the organisation or above.
    /// @param orgId The organisation's full id ("ORG1.SUB1").
    /// @param account An account of the organisation that is no admin.
    /// @param action 1 suspend, 2 activate, 3 blacklist (library Action).
    function updateAccountStatus(string calldata orgId, address account, uint256 action) external;

    /// @notice Proposes to lift an account's blacklisting. For network admins.
    /// @param orgId The organisation's full id ("ORG1.SUB1").
    /// @param account A blacklisted account of the organisation.
    function startBlacklistedAccountRecovery(string calldata orgId, address account) external;

    /// @notice Votes for lifting an account's blacklisting. For network admins, once each.
    /// @param orgId The organisation's full id ("ORG1.SUB1").
    /// @param account The blacklisted account.
    function approveBlacklistedAccountRecovery(string calldata orgId, address account) external;

    /// @notice Proposes a network admin or an organisation's admin. For network admins.
    /// @param orgId The organisation's full id ("ORG1.SUB1").
    /// @param account An unassigned account, or one of any organisation that no vote has made an admin.
    /// @param roleId Name of the organisation admin role, of a custom role that makes an admin, or, for the admin
    ///        organisation, of the network admin role.
    function assignAdminRole(string calldata orgId, address account, string calldata roleId) external;

    /// @notice Votes for a proposed admin, unless a custom role would make it one: that takes `vote`. For network admins,
    ///         once each.
    /// @param orgId The organisation's full id ("ORG1.SUB1").
    /// @param account The proposed admin.
    function approveAdminRole(string calldata orgId, address account) external;

    /* NODES */

    /// @notice Adds an approved node, a new one or a free one. For admins of the organisation or above.
    /// @param orgId The organisation's full id ("ORG1.SUB1").
    /// @param enodeId The node's enode id, 128 lower-case hex digits.
    /// @param ip Its ip address or host name (library Host).
    /// @param port Its port, 1 to 65535.
    /// @param raftPort Its Raft port; 0 for none.
    function addNode(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort
    ) external;

    /// @notice Deactivates, activates or blacklists a node, or, for a node of the admin organisation, proposes that. For
    ///         admins of the organisation or above, in the admin organisation for network admins.
    /// @param orgId The organisation's full id ("ORG1.SUB1").
    /// @param enodeId The node's enode id, 128 lower-case hex digits.
    /// @param ip Its recorded ip address or host name.
    /// @param port Its recorded port.
    /// @param raftPort Its recorded Raft port; 0 is any.
    /// @param action 1 deactivate, 2 activate, 3 blacklist (library Action).
    function updateNodeStatus(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        uint256 action
    ) external;

    /// @notice Proposes to lift a node's blacklisting. For network admins.
    /// @param orgId The organisation's full id ("ORG1.SUB1").
    /// @param enodeId The node's enode id, 128 lower-case hex digits.
    /// @param ip Its recorded ip address or host name.
    /// @param port Its recorded port.
    /// @param raftPort Its recorded Raft port; 0 is any.
    function startBlacklistedNodeRecovery(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort
    ) external;

    /// @notice Votes for lifting a node's blacklisting. For network admins, once each.
    /// @param orgId The organisation's full id ("ORG1.SUB1").
    /// @param enodeId The node's enode id, 128 lower-case hex digits.
    /// @param ip Its recorded ip address or host name.
    /// @param port Its recorded port.
    /// @param raftPort Its recorded Raft port; 0 is any.
    function approveBlacklistedNodeRecovery(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort
    ) external;

    /* WHAT NODES ASK */

    /// @notice Returns whether the boot has ended.
    /// @return True from then on, for ever.
    function getNetworkBootStatus() external view returns (bool);

    /// @notice Returns whether an account is an active network admin.
    /// @param account The account.
    /// @return Whether it is.
    function isNetworkAdmin(address account) external view returns (bool);

    /// @notice Returns whether an account may act as an admin of an organisation now.
    /// @param account The account.
    /// @param orgId The organisation's full id ("ORG1.SUB1").
    /// @return Whether it may; false for an unknown organisation.
    function isOrgAdmin(address account, string calldata orgId) external view returns (bool);

    /// @notice Returns whether an account is unassigned or belongs to an organisation.
    /// @param account The account.
    /// @param orgId The organisation's full id ("ORG1.SUB1").
    /// @return True for an unassigned account, whatever `orgId` is, and for an account of the organisation itself.
    function validateAccount(address account, string calldata orgId) external view returns (bool);

    /// @notice Returns the oldest proposal of an operation that nodes know that is open and has not expired. Nodes' consoles
    ///         refuse to propose and to approve while another one is pending, so those that they could not decide are
    ///         passed over. IVoterManager shows all.
    /// @param orgId Full id of the admin organisation. For any other text the answer is empty.
    /// @return pendingOrgId Full id of the organisation that the proposal is about; empty if it is about none.
    /// @return enodeId Enode id of the node that it is about, 128 lower-case hex digits; empty if it is about none.
    /// @return account The account that it is about; zero if it is about none.
    /// @return op Its operation, 1 to 6 (library Op); 0 when none is open.
    function getPendingOp(
        string calldata orgId
    ) external view returns (string memory pendingOrgId, string memory enodeId, address account, uint256 op);
}
