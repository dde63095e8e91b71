// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Role} from "../types/Role.sol";
import {ICounted} from "./ICounted.sol";

/// @title Roles: what the accounts that hold one may do
/// @notice A role belongs to the organisation that defined it, and can be held there and in the organisations below.
///         Where a name is looked up for an organisation, the nearest active role of that name counts, from the
///         organisation itself upwards; a removed role does not hide an active one of the same name further up. The
///         network admin role is always the first record. A name has 1 to 64 characters. Access levels are 0 to 7
///         (library AccessLevel): 0 read only, 1 transfer, 2 deploy, 3 full, 4 call, 5 transfer and call, 6 transfer
///         and deploy, 7 call and deploy.
/// @dev What index, place and page mean, and who may call which group: see IManaged.
interface IRoleManager is ICounted {
    /// @dev A page's record. `orgId` is the full id of the organisation that defined it, `access` its access level, `kind`
    ///      as in RoleKind; `generation` grows by 1 with each removal.
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

    /// @notice A role was added, or a removed one came back. `orgId` is the organisation's full id.
    event RoleCreated(string roleId, string orgId, uint256 access, bool voter, bool admin);
    /// @notice A role was removed. `orgId` is the organisation's full id.
    event RoleRevoked(string roleId, string orgId);

    error RoleExists(string roleId, string orgId);

    /* READING */

    /// @notice Returns a role of an organisation itself, active or not; what lies above is not searched. All values are
    ///         empty when there is no such organisation or role.
    /// @param roleId The role's name.
    /// @param orgId Full id of the organisation ("ORG1.SUB1").
    /// @return roleId_ The role's name.
    /// @return orgId_ Full id of the organisation that defined it.
    /// @return accessType Its access level, 0 to 7.
    /// @return voter Whether it is marked as a voter's. Nothing depends on it: the network admins vote.
    /// @return admin Whether it makes its holder an admin of the organisation.
    /// @return active False while it is prepared, and once it is removed.
    function getRoleDetails(
        string calldata roleId,
        string calldata orgId
    )
        external
        view
        returns (string memory roleId_, string memory orgId_, uint256 accessType, bool voter, bool admin, bool active);

    /// @notice Returns the role at a place in the list. All values are empty beyond the end.
    /// @param roleIndex 0-based place.
    /// @return roleId The role's name.
    /// @return orgId Full id of the organisation that defined it.
    /// @return accessType Its access level, 0 to 7.
    /// @return voter Whether it is marked as a voter's. Nothing depends on it: the network admins vote.
    /// @return admin Whether it makes its holder an admin of the organisation.
    /// @return active False while it is prepared, and once it is removed.
    function getRoleDetailsFromIndex(
        uint256 roleIndex
    )
        external
        view
        returns (string memory roleId, string memory orgId, uint256 accessType, bool voter, bool admin, bool active);

    /// @notice Returns the number of roles, removed ones too.
    /// @return How many places the list has.
    function getNumberOfRoles() external view returns (uint256);

    /// @notice Returns a page of the list, removed roles too.
    /// @param from 0-based place of the first.
    /// @param count How many at most.
    /// @return The records, oldest first.
    function getRolePage(uint256 from, uint256 count) external view returns (RoleInfo[] memory);

    /// @notice Returns whether an active role of this name counts for an organisation.
    /// @param roleId The role's name.
    /// @param orgId Full id of the organisation.
    /// @param ultimateId Ignored: the ultimate parent is found as an ancestor.
    /// @return Whether there is one.
    function roleExists(
        string calldata roleId,
        string calldata orgId,
        string calldata ultimateId
    ) external view returns (bool);

    /// @notice Returns whether the role that counts for an organisation makes its holder an admin.
    /// @param roleId The role's name.
    /// @param orgId Full id of the organisation.
    /// @param ultimateId Ignored: the ultimate parent is found as an ancestor.
    /// @return Whether it does; false when there is no such role.
    function isAdminRole(
        string calldata roleId,
        string calldata orgId,
        string calldata ultimateId
    ) external view returns (bool);

    /// @notice Returns whether the role that counts for an organisation is marked as a voter's. Nothing depends on it.
    /// @param roleId The role's name.
    /// @param orgId Full id of the organisation.
    /// @param ultimateId Ignored: the ultimate parent is found as an ancestor.
    /// @return Whether it is; false when there is no such role.
    function isVoterRole(
        string calldata roleId,
        string calldata orgId,
        string calldata ultimateId
    ) external view returns (bool);

    /// @notice Returns which access the role that counts for an organisation gives.
    /// @param roleId The role's name.
    /// @param orgId Full id of the organisation.
    /// @param ultimateId Ignored: the ultimate parent is found as an ancestor.
    /// @return The access level, 0 to 7; 0 (read only) when there is no such role.
    function roleAccess(
        string calldata roleId,
        string calldata orgId,
        string calldata ultimateId
    ) external view returns (uint256);

    /// @notice Returns whether the role that counts for an organisation covers a type of transaction.
    /// @param roleId The role's name.
    /// @param orgId Full id of the organisation.
    /// @param ultimateId Ignored: the ultimate parent is found as an ancestor.
    /// @param transactionType 1 transfer, 2 deployment, 3 call.
    /// @return Whether it does; false for any other type, and when there is no such role.
    function transactionAllowed(
        string calldata roleId,
        string calldata orgId,
        string calldata ultimateId,
        uint256 transactionType
    ) external view returns (bool);

    /* ONLY IMPLEMENTATION */

    /// @notice Names the two admin roles. May be repeated until `setUp`. Emits nothing.
    /// @param networkAdmin Name of the network admin role.
    /// @param orgAdmin Name of the organisation admin role.
    /// @return Always true.
    function setAdminRoleIds(string calldata networkAdmin, string calldata orgAdmin) external returns (bool);

    /// @notice Creates the network admin role in the admin organisation, and remembers where organisations are.  Can be
    ///         called only once. Emits RoleCreated.
    /// @param orgManager Address of the manager of organisations.
    /// @param adminOrgId Id of the admin organisation, for the event.
    /// @return Always true.
    function setUp(address orgManager, string calldata adminOrgId) external returns (bool);

    /// @notice Creates a custom role and counts it, or brings a removed one back. Emits RoleCreated. Reverts with
    ///         RoleExists, TooMany.
    /// @param roleId Its name.
    /// @param org Index of the organisation that defines it, from 1 on.
    /// @param orgId Full id of that organisation, for the event.
    /// @param access Its access level, 0 to 7.
    /// @param voter Whether it is marked as a voter's. Nothing depends on it.
    /// @param admin Whether it makes its holder an admin of the organisation.
    /// @param addedBy Index of the organisation's ultimate parent.
    /// @return added How many the ultimate parent has added with this one, with all below it; 0 if it was brought back.
    /// @return limit How many it may add; 0 if no limit was set.
    function addCustomRole(
        string calldata roleId,
        uint256 org,
        string calldata orgId,
        uint256 access,
        bool voter,
        bool admin,
        uint256 addedBy
    ) external returns (uint256 added, uint256 limit);

    /// @notice Prepares the organisation admin role of an organisation that is proposed; it is not active yet. One that
    ///         was prepared before is used again. Emits nothing. Reverts with TooMany.
    /// @param org Index of the organisation, from 1 on.
    /// @return index The role's index.
    /// @return roleId Its name.
    function prepareOrgAdmin(uint256 org) external returns (uint256 index, string memory roleId);

    /// @notice Activates a prepared organisation admin role. Emits RoleCreated.
    /// @param orgId Full id of its organisation, for the event.
    /// @param index The role's index, from 1 on.
    /// @return roleId Its name.
    function activateAdminRole(string calldata orgId, uint256 index) external returns (string memory roleId);

    /// @notice Removes a role: none of its holders has rights from it, not even when it is added again. Emits RoleRevoked.
    /// @param index The role's index, from 1 on.
    /// @param roleId Its name, for the event.
    /// @param orgId Full id of its organisation, for the event.
    /// @return Always true.
    function remove(uint256 index, string calldata roleId, string calldata orgId) external returns (bool);

    /* FOR THE IMPLEMENTATION */

    /// @notice Returns a record.
    /// @param index The role's index, from 1 on.
    /// @return The record; empty when there is none.
    function getRecord(uint256 index) external view returns (Role);

    /// @notice Names a role.
    /// @param index The role's index, from 1 on.
    /// @return Its name; empty when there is none.
    function nameOf(uint256 index) external view returns (string memory);

    /// @notice Finds the nearest active role of a name, from an organisation upwards.
    /// @param org Index of the organisation, from 1 on.
    /// @param idHash Keccak-256 of the name.
    /// @return index The role's index; 0 when there is none.
    /// @return role The record; empty when there is none.
    function findRoleByName(uint256 org, bytes32 idHash) external view returns (uint256 index, Role role);

    /// @notice Finds the role of a name in an organisation itself, active or not.
    /// @param idHash Keccak-256 of the name.
    /// @param org Index of the organisation, from 1 on.
    /// @return index The role's index; 0 when there is none.
    /// @return role The record; empty when there is none.
    function find(bytes32 idHash, uint256 org) external view returns (uint256 index, Role role);

    /// @notice Names the two admin roles. Both are empty until they are named.
    /// @return networkAdmin Name of the network admin role.
    /// @return orgAdmin Name of the organisation admin role.
    function adminRoleIds() external view returns (string memory networkAdmin, string memory orgAdmin);

    /// @notice Says where organisations are.
    /// @return Address of the manager of organisations; zero until `setUp`.
    function getOrgManager() external view returns (address);
}
