// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IOrgManager} from "../interfaces/IOrgManager.sol";
import {Clock} from "../libraries/Clock.sol";
import {Op, OrgStatus, WellKnownIndex} from "../libraries/Codes.sol";
import {Text} from "../libraries/Text.sol";
import {Org, OrgFields} from "../types/Org.sol";
import {Counted} from "./Counted.sol";
import {Held} from "./Held.sol";
import {Managed} from "./Managed.sol";

/// @title OrgManager
/// @dev A suspension that ends does so without a transaction. Until somebody has recorded that, the stored word says that
///      the organisation is suspended, and so do the functions for the implementation; those for reading show it as active.
///      Voices follow the stored words, as their sum does.
contract OrgManager is IOrgManager, Counted, Held {
    /* TYPES */

    /// @dev `voices` is what the voices of all active organisations without parent weigh, once `counted` says that they
    ///      are counted; `weighed` says whether any weighs more or less than it did at first. `byPolicy` has a bit for each
    ///      operation that organisations' admins do alone at first, bit n for the operation n: whether its policy says
    ///      otherwise now; bit 0 says that admissions were stopped. `resumeAt` is until when nobody is let in, in seconds
    ///      since 1970.
    struct Settings {
        uint32 breadth;
        uint8 depth;
        uint48 voices;
        bool counted;
        bool weighed;
        uint32 byPolicy;
        uint40 resumeAt;
    }

    /* CONSTANTS */

    uint256 private constant WEIGHT_AT_FIRST = 1;

    /* STORAGE */

    Settings private _settings;
    mapping(uint256 index => Org) private _orgs; // index 0 is no organisation
    mapping(uint256 index => string) private _longNames; // of organisations whose name does not fit into the word
    mapping(bytes32 fullIdHash => uint256 index) private _indexOf;
    mapping(uint256 index => uint256) private _weights; // of organisations without parent; 0 is the first one
    mapping(uint256 index => uint256) private _endsAt; // of suspensions that end

    /* CONSTRUCTOR */

    constructor(address permUpgradable) Managed(permUpgradable) {}

    /* ONLY IMPLEMENTATION */

    /// @inheritdoc IOrgManager
    function setAdminOrgId(string calldata orgId) external onlyImplementation returns (bool) {
        Org org = OrgFields.create({
            status_: OrgStatus.NONE,
            level_: 1,
            proposal_: 0,
            parent_: 0,
            ultimate_: WellKnownIndex.ADMIN_ORG,
            olderSibling_: 0
        });
        _orgs[WellKnownIndex.ADMIN_ORG] = _named(org, WellKnownIndex.ADMIN_ORG, orgId);

        return true;
    }

    /// @inheritdoc IOrgManager
    function setUp(uint256 breadth, uint256 depth) external onlyImplementation returns (bool) {
        Org org = _orgs[WellKnownIndex.ADMIN_ORG];
        string memory adminOrgId = _name(WellKnownIndex.ADMIN_ORG, org);
        (_settings.breadth, _settings.depth) = (uint32(breadth), uint8(depth));
        _indexOf[keccak256(bytes(adminOrgId))] = _nextIndex();
        _orgs[WellKnownIndex.ADMIN_ORG] = org.withStatus(OrgStatus.PROPOSED, 0);

        emit OrgPendingApproval(adminOrgId, "", adminOrgId, 1, OrgStatus.PROPOSED);
        return true;
    }

    /// @inheritdoc IOrgManager
    function propose(string calldata orgId, uint256 proposal) external onlyImplementation returns (uint256 index) {
        bytes32 key = keccak256(bytes(orgId));
        index = _indexOf[key];
        if (index == 0) _indexOf[key] = index = _nextIndex();
        else if (_orgs[index].status() != OrgStatus.NONE) revert OrgExists(orgId);

        Org org = OrgFields.create({
            status_: OrgStatus.PROPOSED,
            level_: 1,
            proposal_: proposal,
            parent_: 0,
            ultimate_: index,
            olderSibling_: 0
        });
        _orgs[index] = _named(org, index, orgId);

        emit OrgPendingApproval(orgId, "", orgId, 1, OrgStatus.PROPOSED);
    }

    /// @inheritdoc IOrgManager
    function addSub(
        string calldata orgId,
        uint256 parent
    ) external onlyImplementation returns (uint256 index, string memory id, uint256 added, uint256 limit) {
        Org above = _orgs[parent];
        string memory parentId = _fullId(parent, above);
        id = string.concat(parentId, ".", orgId);
        bytes32 key = keccak256(bytes(id));
        if (_indexOf[key] != 0) revert OrgExists(id);

        (index, added, limit) = _count(true, above.ultimate());
        _indexOf[key] = index;
        Org org = OrgFields.create({
            status_: OrgStatus.APPROVED,
            level_: above.level() + 1,
            proposal_: 0,
            parent_: parent,
            ultimate_: above.ultimate(),
            olderSibling_: above.lastSub()
        });
        _orgs[index] = _named(org, index, orgId);
        _orgs[parent] = above.withSub(index);

        string memory ultimateId = above.ultimate() == parent ? parentId : _nameAt(above.ultimate());
        emit OrgApproved(orgId, parentId, ultimateId, above.level() + 1, OrgStatus.APPROVED);
    }

    /// @inheritdoc IOrgManager
    function recordOrgStatus(
        uint256 index,
        uint256 status,
        uint256 proposal
    ) external onlyImplementation returns (string memory id) {
        Org org = _orgs[index];
        bool active = OrgStatus.isActive(status);
        Org changed = org.withStatus(status, proposal);
        _orgs[index] = active ? changed.withEnd(false) : changed;
        if (org.parent() == 0 && active != OrgStatus.isActive(org.status())) _countVoice(index, active);

        (string memory name, string memory parentId, string memory ultimateId) = _names(index, org);
        id = org.parent() == 0 ? name : string.concat(parentId, ".", name);
        if (status == OrgStatus.APPROVED && org.status() == OrgStatus.RESTORATION_PROPOSED) {
            emit OrgSuspensionRevoked(name, parentId, ultimateId, org.level());
        } else if (status == OrgStatus.APPROVED) {
            emit OrgApproved(name, parentId, ultimateId, org.level(), status);
        } else if (status == OrgStatus.SUSPENDED) {
            emit OrgSuspended(name, parentId, ultimateId, org.level());
        } else if (status <= OrgStatus.RESTORATION_PROPOSED) {
            emit OrgPendingApproval(name, parentId, ultimateId, org.level(), status);
        } else {
            revert OrgStatusUnknown(status);
        }
    }

    /// @inheritdoc IOrgManager
    function setSuspensionEnd(uint256 index, uint256 endsAt) external onlyImplementation returns (bool) {
        Org org = _orgs[index];
        _orgs[index] = org.withEnd(true);
        _endsAt[index] = endsAt;

        emit OrgSuspensionEnds(_name(index, org), endsAt);
        return true;
    }

    /// @inheritdoc IOrgManager
    function setWeight(uint256 index, uint256 weight) external onlyImplementation returns (bool) {
        Org org = _orgs[index];
        bool active = OrgStatus.isActive(org.status());
        if (active) _countVoice(index, false);
        _settings.weighed = true;
        _weights[index] = weight;
        if (active) _countVoice(index, true);

        emit OrgWeightChanged(_name(index, org), weight);
        return true;
    }

    /// @inheritdoc IOrgManager
    function countVoices() external onlyImplementation returns (bool) {
        if (_settings.counted) return true;

        uint256 weight = 0;
        uint256 last = _records();
        for (uint256 index = WellKnownIndex.ADMIN_ORG; index <= last; ++index) {
            Org org = _orgs[index];
            if (org.parent() == 0 && OrgStatus.isActive(org.status())) weight += _weight(index);
        }
        (_settings.counted, _settings.voices) = (true, uint48(weight));
        return true;
    }

    /// @inheritdoc IOrgManager
    function setByPolicy(uint256 op, bool byPolicy) external onlyImplementation returns (bool) {
        _setByPolicy(op, byPolicy);
        return true;
    }

    /// @inheritdoc IOrgManager
    function recordHold(uint256 index, uint256 until, bool held) external onlyImplementation returns (bool) {
        Org org = _orgs[index];
        _orgs[index] = org.withHeld(held);
        _hold(index, until);

        emit OrgHeld(_name(index, org), until, held);
        return true;
    }

    /// @inheritdoc IOrgManager
    function recordStop(uint256 until, bool stopped) external onlyImplementation returns (bool) {
        _settings.resumeAt = uint40(until);
        _setByPolicy(Op.NONE, stopped);

        emit AdmissionsStopped(until, stopped);
        return true;
    }

    /* FOR THE IMPLEMENTATION */

    /// @inheritdoc IOrgManager
    function admissionsResumeAt() external view returns (uint256 until, bool stopped) {
        return (_settings.resumeAt, _settings.byPolicy & 1 != 0);
    }

    /// @inheritdoc IOrgManager
    function voices() external view returns (uint256) {
        return _settings.voices;
    }

    /// @inheritdoc IOrgManager
    function voicesOf(uint256[] calldata indexes) external view returns (uint256 weight) {
        for (uint256 i = 0; i < indexes.length; ++i) {
            if (OrgStatus.isActive(_orgs[indexes[i]].status())) weight += _weight(indexes[i]);
        }
    }

    /// @inheritdoc IOrgManager
    function ownWeightOf(uint256 index) external view returns (uint256) {
        return _weights[index];
    }

    /// @inheritdoc IOrgManager
    function suspensionEndOf(uint256 index) external view returns (uint256) {
        return _endsAt[index];
    }

    /// @inheritdoc IOrgManager
    function hasSuspensionEnded(uint256 index) external view returns (bool) {
        return _isBack(index, _orgs[index]);
    }

    /// @inheritdoc IOrgManager
    function getOrganisation(bytes32 key) external view returns (uint256 index, Org org) {
        return _find(key);
    }

    /// @inheritdoc IOrgManager
    function lookUpWithin(
        bytes32 key,
        uint256 ancestor
    ) external view returns (uint256 index, Org org, Org ultimate, bool within, bool byPolicy) {
        (index, org) = _find(key);
        ultimate = _ultimate(index, org);
        uint256 at = index;
        Org above = org;
        while (at != 0 && at != ancestor) {
            at = above.parent();
            if (at != 0 && at != ancestor) above = _orgs[at];
        }
        within = at != 0;
        byPolicy = _settings.byPolicy != 0;
    }

    /// @inheritdoc IOrgManager
    function getRecord(uint256 index) external view returns (Org org, Org ultimate) {
        org = _orgs[index];
        ultimate = _ultimate(index, org);
    }

    /// @inheritdoc IOrgManager
    function parentOf(uint256 index) external view returns (uint256) {
        return _orgs[index].parent();
    }

    /// @inheritdoc IOrgManager
    function orgIdAt(uint256 index) external view returns (string memory) {
        return _fullId(index, _orgs[index]);
    }

    /// @inheritdoc IOrgManager
    function adminOrg() external view returns (string memory orgId, Org org) {
        org = _orgs[WellKnownIndex.ADMIN_ORG];
        orgId = _name(WellKnownIndex.ADMIN_ORG, org);
    }

    /* READING */

    /// @inheritdoc IOrgManager
    function getOrgDetails(
        string calldata orgId
    ) external view returns (string memory, string memory, string memory, uint256, uint256) {
        (uint256 index, ) = _find(keccak256(bytes(orgId)));
        return _details(index);
    }

    /// @inheritdoc IOrgManager
    function getOrgInfo(
        uint256 orgIndex
    ) external view returns (string memory, string memory, string memory, uint256, uint256) {
        return _details(orgIndex < _records() ? orgIndex + 1 : 0);
    }

    /// @inheritdoc IOrgManager
    function getSubOrgIndexes(string calldata orgId) external view returns (uint256[] memory indexes) {
        (, Org org) = _find(keccak256(bytes(orgId)));
        uint256 sub = org.lastSub();
        indexes = new uint256[](org.subCount());
        for (uint256 i = indexes.length; i > 0; --i) {
            indexes[i - 1] = sub - 1;
            sub = _orgs[sub].olderSibling();
        }
    }

    /// @inheritdoc IOrgManager
    function getNumberOfOrgs() external view returns (uint256) {
        return _records();
    }

    /// @inheritdoc IOrgManager
    function getOrgPage(uint256 from, uint256 count) external view returns (OrgInfo[] memory page) {
        page = new OrgInfo[](_pageEnd(from, count, _records()) - from);
        for (uint256 i = 0; i < page.length; ++i) {
            Org org = _at(from + i + 1);
            page[i] = OrgInfo({
                fullId: _fullId(from + i + 1, org),
                parentId: _fullId(org.parent(), _orgs[org.parent()]),
                ultimateId: _nameAt(org.ultimate()),
                level: org.level(),
                status: org.status(),
                proposal: org.proposal(),
                heldUntil: org.held() ? _isHeldUntil(from + i + 1) : 0,
                endsAt: org.ends() ? _endsAt[from + i + 1] : 0
            });
        }
    }

    /// @inheritdoc IOrgManager
    function getLimits() external view returns (uint256 breadth, uint256 depth) {
        return (_settings.breadth, _settings.depth);
    }

    /// @inheritdoc IOrgManager
    function checkOrgActive(string calldata orgId) external view returns (bool) {
        (uint256 index, Org org) = _find(keccak256(bytes(orgId)));
        return OrgStatus.isActive(_at(index).status()) && OrgStatus.isActive(_at(org.ultimate()).status());
    }

    /// @inheritdoc IOrgManager
    function checkOrgStatus(string calldata orgId, uint256 orgStatus) external view returns (bool) {
        (uint256 index, ) = _find(keccak256(bytes(orgId)));
        return index != 0 && _at(index).status() == orgStatus;
    }

    /// @inheritdoc IOrgManager
    function checkOrgExists(string calldata orgId) external view returns (bool) {
        (uint256 index, ) = _find(keccak256(bytes(orgId)));
        return index != 0;
    }

    /* INTERNAL */

    function _setByPolicy(uint256 op, bool byPolicy) private {
        uint32 others = _settings.byPolicy & ~uint32(1 << op);
        _settings.byPolicy = byPolicy ? others | uint32(1 << op) : others;
    }

    /// @dev Counts the voice of an organisation without parent, or counts it no longer, where voices are counted.
    function _countVoice(uint256 index, bool active) private {
        if (!_settings.counted) return;
        uint256 weight = _weight(index);
        _settings.voices = uint48(active ? _settings.voices + weight : _settings.voices - weight);
    }

    function _weight(uint256 index) private view returns (uint256 weight) {
        if (_settings.weighed) weight = _weights[index];
        if (weight == 0) weight = WEIGHT_AT_FIRST;
    }

    /// @dev The record as it is shown: active once its suspension has ended.
    function _at(uint256 index) private view returns (Org org) {
        org = _orgs[index];
        if (_isBack(index, org)) org = org.withStatus(OrgStatus.APPROVED, org.proposal());
    }

    /// @dev Whether its suspension has ended, and nobody has recorded that.
    function _isBack(uint256 index, Org org) private view returns (bool) {
        return org.ends() && _endsAt[index] <= Clock.nowSeconds();
    }

    /// @dev The organisation with its name; a long name is stored beside it.
    function _named(Org org, uint256 index, string calldata name) private returns (Org) {
        uint256 length = bytes(name).length;
        if (length <= OrgFields.INLINE_NAME) return org.withName(bytes11(bytes(name)), length);
        _longNames[index] = name;
        return org;
    }

    function _name(uint256 index, Org org) private view returns (string memory) {
        uint256 length = org.nameLength();
        return length == 0 ? _longNames[index] : Text.prefix(org.inlineName(), length);
    }

    function _nameAt(uint256 index) private view returns (string memory) {
        return _name(index, _orgs[index]);
    }

    function _fullId(uint256 index, Org org) private view returns (string memory id) {
        id = _name(index, org);
        while (org.parent() != 0) {
            index = org.parent();
            org = _orgs[index];
            id = string.concat(_name(index, org), ".", id);
        }
    }

    function _find(bytes32 key) private view returns (uint256 index, Org org) {
        index = _indexOf[key];
        org = _orgs[index];
        if (org.status() == OrgStatus.NONE) index = 0;
    }

    /// @dev The record of an organisation's ultimate parent, which is itself if it has no parent.
    function _ultimate(uint256 index, Org org) private view returns (Org) {
        return org.ultimate() == index ? org : _orgs[org.ultimate()];
    }

    /// @dev The name, the parent's full id, and the ultimate parent's id.
    function _names(
        uint256 index,
        Org org
    ) private view returns (string memory name, string memory parentId, string memory ultimateId) {
        name = _name(index, org);
        if (org.parent() == 0) return (name, "", name);
        return (name, _fullId(org.parent(), _orgs[org.parent()]), _nameAt(org.ultimate()));
    }

    function _details(
        uint256 index
    )
        private
        view
        returns (string memory id, string memory parentId, string memory ultimateId, uint256 level, uint256 status)
    {
        Org org = _at(index);
        (id, parentId, ultimateId) = _names(index, org);
        return (id, parentId, ultimateId, org.level(), org.status());
    }
}
