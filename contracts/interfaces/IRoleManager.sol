// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title Roles: what the accounts that hold one may do
/// @notice A role belongs to the organisation that defined it and can be held there and in the subtree below. Where a name
///         is looked up for an organisation, the nearest active role of that name counts, from the organisation itself
///         upwards; one that was removed hides nothing. The network admin role is always the first record.
interface IRoleManager {
    /// @dev `kind` as in RoleKind. `generation` grows with each removal: an account holds a role of one generation, so
    ///      adding a removed role again gives nobody back what the removal took.
    struct Role {
        uint32 org;
        uint8 access;
        uint8 kind;
        bool voter;
        bool admin;
        bool active;
        uint32 generation;
    }

    /// @dev A page's record.
    struct RoleInfo {
        string roleId;
        string orgId;
        uint256 access;
        bool voter;
        bool admin;
        bool active;
        uint256 kind;
        uint256 generation;
    }

    event RoleCreated(string roleId, string orgId, uint256 access, bool voter, bool admin);
    event RoleRevoked(string roleId, string orgId);

    error RoleExists(string roleId, string orgId);
    error RoleReserved(string roleId);
    error AdminRolesAlike(string roleId);

    /* READING */

    /// @notice (role id, organisation's full id, access level, voter, admin, active). Without an organisation or a role of
    ///         that name in the organisation itself: all empty.
    function getRoleDetails(
        string calldata roleId,
        string calldata orgId
    )
        external
        view
        returns (string memory roleId_, string memory orgId_, uint256 accessType, bool voter, bool admin, bool active);

    /// @notice The same by 0-based place in the list. All empty beyond the end.
    function getRoleDetailsFromIndex(
        uint256 roleIndex
    )
        external
        view
        returns (string memory roleId, string memory orgId, uint256 accessType, bool voter, bool admin, bool active);

    function getNumberOfRoles() external view returns (uint256);

    function getRolePage(uint256 from, uint256 count) external view returns (RoleInfo[] memory);

    /// @notice Whether an active role of this name counts for the organisation. The ultimate parent that the functions
    ///         below are also given adds nothing: it is an ancestor.
    function roleExists(
        string calldata roleId,
        string calldata orgId,
        string calldata ultimateId
    ) external view returns (bool);

    function isAdminRole(
        string calldata roleId,
        string calldata orgId,
        string calldata ultimateId
    ) external view returns (bool);

    function isVoterRole(
        string calldata roleId,
        string calldata orgId,
        string calldata ultimateId
    ) external view returns (bool);

    /// @notice The access level; 0 (read only) when there is no such role.
    function roleAccess(
        string calldata roleId,
        string calldata orgId,
        string calldata ultimateId
    ) external view returns (uint256);

    /// @notice Whether the role covers a type of transaction: 1 transfer, 2 deployment, 3 call.
    function transactionAllowed(
        string calldata roleId,
        string calldata orgId,
        string calldata ultimateId,
        uint256 transactionType
    ) external view returns (bool);

    /* SEAM */

    /// @notice Names the two admin roles, as often as needed until `setUp`. Refuses AdminRolesAlike.
    function setAdminRoleIds(string calldata networkAdmin, string calldata orgAdmin) external returns (bool);

    /// @notice Creates the network admin role in the admin organisation and remembers where organisations are.
    function setUp(address orgManager) external returns (bool);

    /// @notice Creates a custom role, or brings a removed one back. Refuses RoleExists and RoleReserved.
    function add(
        string calldata roleId,
        uint256 org,
        uint256 access,
        bool voter,
        bool admin
    ) external returns (uint256 role);

    /// @notice Prepares the organisation admin role of an organisation that is proposed; not active yet.
    function prepareOrgAdmin(uint256 org) external returns (uint256 role);

    /// @notice Brings a prepared role to life.
    function activate(uint256 role) external returns (bool);

    /// @notice Takes a role away from all who hold it.
    function remove(uint256 role) external returns (bool);

    /* FOR THE SUITE */

    function roleAt(uint256 role) external view returns (Role memory);

    /// @notice The name of a role; empty when there is none.
    function nameOf(uint256 role) external view returns (string memory);

    /// @notice What an account's record and events say of its role: name, whether it makes an admin, present generation.
    function label(uint256 role) external view returns (string memory roleId, bool admin, uint256 generation);

    /// @notice The nearest active role of this name, from `org` upwards; 0 when there is none.
    function resolve(string calldata roleId, uint256 org) external view returns (uint256 role, Role memory record);

    /// @notice The role of this name in `org` itself, active or not; 0 when there is none.
    function find(string calldata roleId, uint256 org) external view returns (uint256 role, Role memory record);

    /// @notice The names of the network admin role and the organisation admin role.
    function adminRoleIds() external view returns (string memory networkAdmin, string memory orgAdmin);
}
