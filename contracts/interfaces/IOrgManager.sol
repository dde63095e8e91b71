// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Org} from "../types/Org.sol";

/// @title Organisations and the tree they form
/// @notice An organisation is named by its full id: the ids of all levels, joined by dots ("ORG1.SUB1"). Answers and
///         events give the short id ("SUB1") and the full id of the parent ("ORG1"), which nodes join again.
///         The admin organisation is always the first record.
interface IOrgManager {
    /// @dev A page's record. `status` as in OrgStatus, `level` 1 for an organisation without parent, `proposal` the open
    ///      proposal about it or 0.
    struct OrgInfo {
        string fullId;
        string parentId;
        string ultimateId;
        uint256 level;
        uint256 status;
        uint256 proposal;
    }

    /// @notice The status became 2: the organisation was approved, a sub-organisation added, the boot ended (admin
    ///         organisation), or a proposed suspension failed.
    event OrgApproved(string orgId, string parentId, string ultimateId, uint256 level, uint256 status);
    /// @notice The status became 1, 3 or 5, or 0 when a proposed organisation was not approved.
    event OrgPendingApproval(string orgId, string parentId, string ultimateId, uint256 level, uint256 status);
    /// @notice The status became 4: a proposed suspension passed, or a proposed restoration failed.
    event OrgSuspended(string orgId, string parentId, string ultimateId, uint256 level);
    /// @notice The status became 2 because a proposed restoration passed.
    event OrgSuspensionRevoked(string orgId, string parentId, string ultimateId, uint256 level);

    error AlreadyBooted();
    error OrgExists(string orgId);
    /// @dev `level` is the parent's.
    error OrgTooDeep(string parentId, uint256 level, uint256 maxDepth);
    error OrgTooBroad(string parentId, uint256 subOrgs, uint256 maxBreadth);
    error LimitsNotAllowed(uint256 breadth, uint256 depth);
    error AlreadySetUp();

    /* READING */

    /// @notice The organisation with this full id: (short id, parent's full id, ultimate parent's id, level, status).
    ///         All empty when there is none.
    function getOrgDetails(
        string calldata orgId
    ) external view returns (string memory, string memory, string memory, uint256, uint256);

    /// @notice The same by 0-based place in the list. All empty beyond the end.
    function getOrgInfo(
        uint256 orgIndex
    ) external view returns (string memory, string memory, string memory, uint256, uint256);

    /// @notice 0-based places of the direct sub-organisations, oldest first.
    function getSubOrgIndexes(string calldata orgId) external view returns (uint256[] memory);

    function getNumberOfOrgs() external view returns (uint256);

    function getOrgPage(uint256 from, uint256 count) external view returns (OrgInfo[] memory);

    /// @notice How many direct sub-organisations one may have, and how many levels there may be.
    function getLimits() external view returns (uint256 breadth, uint256 depth);

    /// @notice Whether the organisation and its ultimate parent are in status 2 or 3.
    function checkOrgActive(string calldata orgId) external view returns (bool);

    function checkOrgStatus(string calldata orgId, uint256 orgStatus) external view returns (bool);

    /// @notice Whether the id is taken. The id of an organisation that was proposed and not approved is free again.
    function checkOrgExists(string calldata orgId) external view returns (bool);

    /* SEAM */

    /// @notice Names the admin organisation, as often as needed until `setUp`. Refuses AlreadySetUp and
    ///         NameNotAllowed.
    function setAdminOrgId(string calldata orgId) external returns (bool);

    /// @notice Records the admin organisation as proposed, which it is until `setBooted`. Breadth is 1 to 4294967295,
    ///         depth 1 to 32, else LimitsNotAllowed. Refuses AlreadySetUp.
    function setUp(uint256 breadth, uint256 depth) external returns (bool);

    /// @notice Approves the admin organisation: the network has booted. Refuses AlreadyBooted.
    function setBooted() external returns (bool);

    /// @notice Records an organisation without parent, at `nextOrg`, as proposed under `proposal`. Refuses OrgExists
    ///         and NameNotAllowed.
    function propose(string calldata orgId, uint256 proposal) external returns (bool);

    /// @notice Records an approved sub-organisation; answers its full id. Refuses OrgExists, OrgTooDeep,
    ///         OrgTooBroad and NameNotAllowed.
    function addSub(string calldata orgId, uint256 parent) external returns (uint256 index, string memory id);

    /// @notice Changes the status of an organisation without parent and announces it; answers its id. `proposal` 0 ends the
    ///         one that marked it.
    function setStatus(uint256 index, uint256 status, uint256 proposal) external returns (string memory id);

    /* FOR THE SUITE */

    /// @notice The index that an organisation proposed under this id would get: that of one that was not approved, or the
    ///         next free.
    function nextOrg(string calldata orgId) external view returns (uint256 index);

    /// @notice The record of a full id; `index` is 0 when there is none or when it was not approved.
    function find(string calldata orgId) external view returns (uint256 index, Org org);

    /// @notice As find, and whether the organisation is `ancestor` or lies below it, and whether it is active.
    function locate(
        string calldata orgId,
        uint256 ancestor
    ) external view returns (uint256 index, bool within, bool active);

    /// @notice Whether the organisation and its ultimate parent are in status 2 or 3.
    function isActive(uint256 index) external view returns (bool);

    function parentOf(uint256 index) external view returns (uint256 parent);

    /// @notice The full id of a record; empty when there is none.
    function fullId(uint256 index) external view returns (string memory);

    function isBooted() external view returns (bool);

    /// @notice How far the boot is: the admin organisation's id (empty until it is named), whether `setUp` has been done,
    ///         whether the network has booted.
    function bootState() external view returns (string memory adminOrgId, bool isSetUp, bool booted);
}
