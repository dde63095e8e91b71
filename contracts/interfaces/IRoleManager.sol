// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Role} from "../types/Role.sol";

/// @title Roles: what the accounts that hold one may do
/// @notice A role belongs to the organisation that defined it and can be held there and in the subtree below. Where a name
///         is looked up for an organisation, the nearest active role of that name counts, from the organisation itself
///         upwards; one that was removed hides nothing. The network admin role is always the first record.
interface IRoleManager {
    /// @dev A page's record. `kind` as in RoleKind; `generation` grows with each removal.
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

    /// @notice Names the two admin roles. Refuses AdminRolesAlike and NameNotAllowed. That it is not called after `setUp` is
    ///         seen to elsewhere: `setPolicy` calls IOrgManager.setAdminOrgId first, which refuses AlreadySetUp.
    function setAdminRoleIds(string calldata networkAdmin, string calldata orgAdmin) external returns (bool);

    /// @notice Creates the network admin role in the admin organisation and remembers where organisations are.
    function setUp(address orgManager, string calldata adminOrgId) external returns (bool);

    /// @notice Creates a custom role, or brings a removed one back. Refuses RoleExists, RoleReserved
    ///         and NameNotAllowed.
    function add(
        string calldata roleId,
        uint256 org,
        string calldata orgId,
        uint256 access,
        bool voter,
        bool admin
    ) external returns (bool);

    /// @notice Prepares the organisation admin role of an organisation that is proposed; not active yet.
    function prepareOrgAdmin(uint256 org) external returns (uint256 index);

    /// @notice Brings it to life; answers its name.
    function activateOrgAdmin(uint256 index, string calldata orgId) external returns (string memory roleId);

    /// @notice Takes a role away from all who hold it.
    function remove(uint256 index, string calldata roleId, string calldata orgId) external returns (bool);

    /* FOR THE SUITE */

    function roleAt(uint256 index) external view returns (Role);

    /// @notice The name of a role; empty when there is none.
    function nameOf(uint256 index) external view returns (string memory);

    /// @notice The nearest active role of this name, from `org` upwards; index 0 when there is none.
    function resolve(string calldata roleId, uint256 org) external view returns (uint256 index, Role role);

    /// @notice The role of this name in `org` itself, active or not; index 0 when there is none.
    function find(string calldata roleId, uint256 org) external view returns (uint256 index, Role role);

    /// @notice The names of the network admin role and the organisation admin role.
    function adminRoleIds() external view returns (string memory networkAdmin, string memory orgAdmin);
}
