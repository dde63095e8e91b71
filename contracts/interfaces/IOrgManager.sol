// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Org} from "../types/Org.sol";
import {ICounted} from "./ICounted.sol";
import {IHeld} from "./IHeld.sol";

/// @title Organisations and the tree they form
/// @notice An organisation has a full id: the ids of all levels from the top down, joined by dots ("ORG1.SUB1"). Its short
///         id is the last of them ("SUB1"). Questions give the full id; answers and events give the short id and the full
///         id of the parent ("ORG1"), which nodes join again. The ultimate parent is the organisation at the top ("ORG1").
///         Status 0 to 5 (library OrgStatus): 0 none, 1 proposed, 2 approved, 3 suspension proposed, 4 suspended,
///         5 restoration proposed. The admin organisation is always the first record.
/// @dev What index, place and page mean, and who may call which group: see IManaged.
interface IOrgManager is ICounted, IHeld {
    /// @dev A page's record. `status` as in OrgStatus, `level` 1 for an organisation without parent, `proposal` the open
    ///      proposal about it or 0, `heldUntil` until when it is held, in seconds since 1970, or 0. `endsAt` is when its
    ///      suspension ends, or ended where that has not been recorded, in seconds since 1970, or 0.
    struct OrgInfo {
        string fullId;
        string parentId;
        string ultimateId;
        uint256 level;
        uint256 status;
        uint256 proposal;
        uint256 heldUntil;
        uint256 endsAt;
    }

    /// @notice The status became 2: the organisation was approved, a sub-organisation added, the boot ended (admin
    ///         organisation), or a proposed suspension failed. `orgId` is the short id.
    event OrgApproved(string orgId, string parentId, string ultimateId, uint256 level, uint256 status);
    /// @notice The status became 1, 3 or 5, or 0 when a proposed organisation was not approved. `orgId` is the short id.
    event OrgPendingApproval(string orgId, string parentId, string ultimateId, uint256 level, uint256 status);
    /// @notice The status became 4: a proposed suspension passed, or a proposed restoration failed. `orgId` is the short
    ///         id.
    event OrgSuspended(string orgId, string parentId, string ultimateId, uint256 level);
    /// @notice The status became 2 because a proposed restoration passed. `orgId` is the short id.
    event OrgSuspensionRevoked(string orgId, string parentId, string ultimateId, uint256 level);

    /// @notice A suspension ends then, in seconds since 1970: from then on the organisation is active. `orgId` is the short
    ///         id.
    event OrgSuspensionEnds(string orgId, uint256 endsAt);
    /// @notice What the voice of an organisation without parent weighs where organisations are counted; 0 for what it
    ///         weighed at first, which is 1.
    event OrgWeightChanged(string orgId, uint256 weight);
    /// @notice An emergency measure holds the organisation until then, in seconds since 1970, or does so no longer.
    event OrgHeld(string orgId, uint256 until, bool held);
    /// @notice An emergency measure lets nobody in until then, in seconds since 1970, or does so no longer.
    event AdmissionsStopped(uint256 until, bool stopped);

    error OrgExists(string orgId);
    /// @dev 5 is the highest status: GoQuorum nodes know no other.
    error OrgStatusUnknown(uint256 status);

    /* READING */

    /// @notice Returns an organisation. All values are empty when there is none of this id, or it was proposed and not
    ///         approved.
    /// @param orgId Full id ("ORG1.SUB1").
    /// @return orgId_ Short id ("SUB1").
    /// @return parentId Full id of the parent ("ORG1"); empty for an organisation without parent.
    /// @return ultimateId Id of the ultimate parent; its own for an organisation without parent.
    /// @return level 1 for an organisation without parent, one more for each level below.
    /// @return status 0 to 5 (library OrgStatus).
    function getOrgDetails(
        string calldata orgId
    )
        external
        view
        returns (string memory orgId_, string memory parentId, string memory ultimateId, uint256 level, uint256 status);

    /// @notice Returns the organisation at a place in the list, also one that was proposed and not approved, whose
    ///         status is 0. All values are empty beyond the end.
    /// @param orgIndex 0-based place.
    /// @return orgId Short id ("SUB1").
    /// @return parentId Full id of the parent ("ORG1"); empty for an organisation without parent.
    /// @return ultimateId Id of the ultimate parent; its own for an organisation without parent.
    /// @return level 1 for an organisation without parent, one more for each level below.
    /// @return status 0 to 5 (library OrgStatus).
    function getOrgInfo(
        uint256 orgIndex
    )
        external
        view
        returns (string memory orgId, string memory parentId, string memory ultimateId, uint256 level, uint256 status);

    /// @notice Lists the direct sub-organisations of an organisation.
    /// @param orgId Full id.
    /// @return 0-based places, oldest first; empty for an unknown organisation.
    function getSubOrgIndexes(string calldata orgId) external view returns (uint256[] memory);

    /// @notice Returns the number of organisations, also those that were proposed and not approved.
    /// @return How many places the list has.
    function getNumberOfOrgs() external view returns (uint256);

    /// @notice Returns a page of the list, also organisations that were proposed and not approved.
    /// @param from 0-based place of the first.
    /// @param count How many at most.
    /// @return The records, oldest first.
    function getOrgPage(uint256 from, uint256 count) external view returns (OrgInfo[] memory);

    /// @notice Returns how large the tree may grow. Both are 0 until `setUp`.
    /// @return breadth How many direct sub-organisations an organisation may have.
    /// @return depth How many levels there may be.
    function getLimits() external view returns (uint256 breadth, uint256 depth);

    /// @notice Returns whether an organisation is active: it and its ultimate parent are in status 2 or 3.
    /// @param orgId Full id.
    /// @return Whether it is; false for an unknown organisation.
    function checkOrgActive(string calldata orgId) external view returns (bool);

    /// @notice Returns whether an organisation is in a status.
    /// @param orgId Full id.
    /// @param orgStatus 1 to 5 (library OrgStatus).
    /// @return Whether it is; false for an unknown organisation, also when 0 is asked for.
    function checkOrgStatus(string calldata orgId, uint256 orgStatus) external view returns (bool);

    /// @notice Returns whether an id is taken. The id of an organisation that was proposed and not approved is free
    ///         again.
    /// @param orgId Full id.
    /// @return Whether it is taken.
    function checkOrgExists(string calldata orgId) external view returns (bool);

    /* ONLY IMPLEMENTATION */

    /// @notice Names the admin organisation. May be repeated until `setUp`. Emits nothing.
    /// @param orgId Its id, 1 to 64 characters.
    /// @return Always true.
    function setAdminOrgId(string calldata orgId) external returns (bool);

    /// @notice Records the admin organisation as proposed, and the limits of the tree. Can be called only once. Emits
    ///         OrgPendingApproval.
    /// @param breadth How many direct sub-organisations an organisation may have, up to 4,294,967,295.
    /// @param depth How many levels there may be, up to 255.
    /// @return Always true.
    function setUp(uint256 breadth, uint256 depth) external returns (bool);

    /// @notice Records an organisation without parent as proposed: a new one, or again one that was not approved. Emits
    ///         OrgPendingApproval. Reverts with OrgExists, TooMany.
    /// @param orgId Its id, 1 to 64 characters.
    /// @param proposal The number of the proposal that is about to be opened for it.
    /// @return index The record's index, from 1 on.
    function propose(string calldata orgId, uint256 proposal) external returns (uint256 index);

    /// @notice Records an approved sub-organisation, and counts it. Emits OrgApproved. Reverts with OrgExists, TooMany.
    /// @param orgId Its short id, 1 to 64 characters.
    /// @param parent Index of the parent, from 1 on.
    /// @return index The record's index.
    /// @return id Its full id.
    /// @return added How many its ultimate parent has added with this one, with all below it.
    /// @return limit How many it may add; 0 if no limit was set.
    function addSub(
        string calldata orgId,
        uint256 parent
    ) external returns (uint256 index, string memory id, uint256 added, uint256 limit);

    /// @notice Changes an organisation's status. Emits OrgApproved, OrgPendingApproval, OrgSuspended or
    ///         OrgSuspensionRevoked. Reverts with OrgStatusUnknown.
    /// @param index The record's index, from 1 on.
    /// @param status The new status, 0 to 5 (library OrgStatus).
    /// @param proposal The open proposal about it from now on, or 0.
    /// @return id Its full id.
    function recordOrgStatus(uint256 index, uint256 status, uint256 proposal) external returns (string memory id);

    /// @notice Says when the suspension of an organisation ends. Until its status is changed to an active one, also when it
    ///         has ended. Emits OrgSuspensionEnds.
    /// @param index That of a suspended organisation.
    /// @param endsAt In seconds since 1970.
    /// @return Always true.
    function setSuspensionEnd(uint256 index, uint256 endsAt) external returns (bool);

    /// @notice Says what the voice of an organisation without parent weighs. Emits OrgWeightChanged.
    /// @param index The record's index, from 1 on.
    /// @param weight 1 to 32,767; 0 for what it weighed at first, which is 1.
    /// @return Always true.
    function setWeight(uint256 index, uint256 weight) external returns (bool);

    /// @notice Begins to count the voices of organisations, if they are not counted yet: `voices` is right from here on.
    ///         What it costs grows with the number of organisations, and an organisation's status costs more to change from
    ///         here on. Emits nothing.
    /// @return Always true.
    function countVoices() external returns (bool);

    /// @notice Records whether a policy decides an operation that organisations' admins do alone at first. Emits nothing.
    /// @param op The operation, 13 to 31 (library Op).
    /// @param byPolicy Whether one does.
    /// @return Always true.
    function setByPolicy(uint256 op, bool byPolicy) external returns (bool);

    /// @notice Holds an organisation, or does so no longer. Emits OrgHeld.
    /// @param index That of an organisation without parent.
    /// @param until In seconds since 1970; it is kept when the organisation is held no longer.
    /// @param held Whether it is held.
    /// @return Always true.
    function recordHold(uint256 index, uint256 until, bool held) external returns (bool);

    /// @notice Sets until when nobody is let in. Emits AdmissionsStopped.
    /// @param until In seconds since 1970; it is kept when admissions are stopped no longer.
    /// @param stopped Whether they are stopped: what admins do by hand is looked at more closely then (`lookUpWithin`).
    /// @return Always true.
    function recordStop(uint256 until, bool stopped) external returns (bool);

    /* FOR THE IMPLEMENTATION */

    /// @notice Returns until when nobody is let in, or was last.
    /// @return until In seconds since 1970; 0 if it never was so.
    /// @return stopped Whether the record says that they are stopped: also when that is over, until it is recorded.
    function admissionsResumeAt() external view returns (uint256 until, bool stopped);

    /// @notice Returns what the voices of all active organisations without parent weigh together.
    /// @return The sum of their weights; 0 until they are counted (`countVoices`).
    function voices() external view returns (uint256);

    /// @notice Returns what the voices of some organisations without parent weigh together.
    /// @param indexes The records' indexes, each once.
    /// @return weight The sum of the weights of those that are active.
    function voicesOf(uint256[] calldata indexes) external view returns (uint256 weight);

    /// @notice Returns the weight that was set for an organisation.
    /// @param index The record's index, from 1 on.
    /// @return The weight; 0 if none was set, or the first one was set again.
    function ownWeightOf(uint256 index) external view returns (uint256);

    /// @notice Returns when the suspension of an organisation ends, or when the last one did that had an end.
    /// @param index The record's index, from 1 on.
    /// @return In seconds since 1970; 0 if there was none.
    function suspensionEndOf(uint256 index) external view returns (uint256);

    /// @notice Returns whether the suspension of an organisation has ended, and nobody has recorded that.
    /// @param index The record's index, from 1 on.
    /// @return Whether it has.
    function hasSuspensionEnded(uint256 index) external view returns (bool);

    /// @notice Finds an organisation.
    /// @param key Keccak-256 of its full id.
    /// @return index The record's index; 0 when there is none, or it was proposed and not approved.
    /// @return org The record. Its status is 0 where `index` is.
    function getOrganisation(bytes32 key) external view returns (uint256 index, Org org);

    /// @notice Finds an organisation as `getOrganisation` does, its ultimate parent, and whether it lies below another.
    /// @param key Keccak-256 of its full id.
    /// @param ancestor Index of the other organisation, from 1 on. Nothing lies below 0.
    /// @return index The record's index; 0 when there is none, or it was proposed and not approved.
    /// @return org The record. Its status is 0 where `index` is.
    /// @return ultimate The record of its ultimate parent; its own if it has no parent.
    /// @return within Whether it is `ancestor` or lies below it, at any depth.
    /// @return byPolicy Whether a policy decides anything that organisations' admins do alone at first.
    function lookUpWithin(
        bytes32 key,
        uint256 ancestor
    ) external view returns (uint256 index, Org org, Org ultimate, bool within, bool byPolicy);

    /// @notice Returns a record and that of its ultimate parent. Both are empty when there is none.
    /// @param index The record's index, from 1 on.
    /// @return org The record.
    /// @return ultimate The record of its ultimate parent; its own if it has no parent.
    function getRecord(uint256 index) external view returns (Org org, Org ultimate);

    /// @notice Names the parent of a record.
    /// @param index The record's index, from 1 on.
    /// @return parent Index of the parent; 0 when there is none.
    function parentOf(uint256 index) external view returns (uint256 parent);

    /// @notice Names a record.
    /// @param index The record's index, from 1 on.
    /// @return Its full id; empty when there is none, and for the admin organisation until it is named.
    function orgIdAt(uint256 index) external view returns (string memory);

    /// @notice Returns the admin organisation.
    /// @return orgId Its id; empty until it is named.
    /// @return org Its record, whose status is 0 until `setUp`.
    function adminOrg() external view returns (string memory orgId, Org org);
}
