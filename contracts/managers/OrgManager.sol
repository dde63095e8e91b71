// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IOrgManager} from "../interfaces/IOrgManager.sol";
import {Fixed, OrgStatus} from "../libraries/Codes.sol";
import {Managed} from "./Managed.sol";

/// @title OrgManager
contract OrgManager is IOrgManager, Managed {
    /* TYPES */

    /// @dev One slot. Sub-organisations are a linked list that ends in the youngest, so adding one costs the same however
    ///      many there are.
    struct Org {
        uint32 parent;
        uint32 ultimate;
        uint32 subCount;
        uint32 lastSub;
        uint32 previousSibling;
        uint32 proposal;
        uint8 level;
        uint8 status;
        /// @dev The short id is this many characters at the end of the full id.
        uint8 shortLength;
    }

    struct Settings {
        uint32 count;
        uint32 breadth;
        uint8 depth;
        bool booted;
    }

    /* CONSTANTS */

    uint256 private constant MAX_DEPTH = 32;

    /* STORAGE */

    Settings private _settings;
    mapping(uint256 org => Org) private _orgs;
    mapping(uint256 org => string) private _fullIds; // stored once, also for the children's parent id
    mapping(bytes32 fullIdHash => uint256 org) private _orgOf;

    /* CONSTRUCTOR */

    constructor(address permUpgradable) Managed(permUpgradable) {}

    /* SEAM */

    /// @inheritdoc IOrgManager
    function setAdminOrgId(string calldata orgId) external onlyImplementation returns (bool) {
        if (_settings.count != 0) revert AlreadySetUp();

        _fullIds[Fixed.ADMIN_ORG] = orgId;

        return true;
    }

    /// @inheritdoc IOrgManager
    function setUp(uint256 breadth, uint256 depth) external onlyImplementation returns (uint256 org) {
        if (_settings.count != 0) revert AlreadySetUp();
        if (breadth == 0 || breadth > type(uint32).max || depth == 0 || depth > MAX_DEPTH) {
            revert LimitsNotAllowed(breadth, depth);
        }

        org = Fixed.ADMIN_ORG;
        bytes memory id = bytes(_fullIds[org]);
        _settings = Settings({count: 1, breadth: uint32(breadth), depth: uint8(depth), booted: false});
        _orgOf[keccak256(id)] = org;
        Org storage record = _orgs[org];
        record.ultimate = uint32(org);
        record.level = 1;
        record.status = OrgStatus.APPROVED;
        record.shortLength = uint8(id.length);

        emit OrgApproved(string(id), "", string(id), 1, OrgStatus.APPROVED);
    }

    /// @inheritdoc IOrgManager
    function setBooted() external onlyImplementation returns (bool) {
        _settings.booted = true;

        return true;
    }

    /// @inheritdoc IOrgManager
    function propose(string calldata orgId, uint256 proposal) external onlyImplementation returns (uint256 org) {
        bytes32 key = keccak256(bytes(orgId));
        org = _orgOf[key];
        if (org == 0) org = _append(key, orgId);
        Org storage record = _orgs[org];
        if (record.status != OrgStatus.NONE) revert OrgExists(orgId);

        record.ultimate = uint32(org);
        record.level = 1;
        record.shortLength = uint8(bytes(orgId).length);
        record.status = OrgStatus.PROPOSED;
        record.proposal = uint32(proposal);

        emit OrgPendingApproval(orgId, "", orgId, 1, OrgStatus.PROPOSED);
    }

    /// @inheritdoc IOrgManager
    function addSub(string calldata orgId, uint256 parent) external onlyImplementation returns (uint256 org) {
        Org memory above = _orgs[parent];
        string memory parentId = _fullIds[parent];
        Settings memory settings = _settings;
        if (above.level >= settings.depth) revert OrgTooDeep(parentId, above.level, settings.depth);
        if (above.subCount >= settings.breadth) revert OrgTooBroad(parentId, above.subCount, settings.breadth);
        string memory id = string.concat(parentId, ".", orgId);
        bytes32 key = keccak256(bytes(id));
        if (_orgOf[key] != 0) revert OrgExists(id);

        org = _append(key, id);
        _orgs[org] = Org({
            parent: uint32(parent),
            ultimate: above.ultimate,
            subCount: 0,
            lastSub: 0,
            previousSibling: above.lastSub,
            proposal: 0,
            level: above.level + 1,
            status: OrgStatus.APPROVED,
            shortLength: uint8(bytes(orgId).length)
        });
        Org storage parentRecord = _orgs[parent];
        parentRecord.subCount = above.subCount + 1;
        parentRecord.lastSub = uint32(org);

        string memory ultimateId = above.ultimate == parent ? parentId : _fullIds[above.ultimate];
        emit OrgApproved(orgId, parentId, ultimateId, above.level + 1, OrgStatus.APPROVED);
    }

    /// @inheritdoc IOrgManager
    function setStatus(uint256 org, uint256 status, uint256 proposal) external onlyImplementation returns (bool) {
        Org storage record = _orgs[org];
        uint256 before = record.status;
        record.status = uint8(status);
        record.proposal = uint32(proposal);

        (string memory id, string memory parentId, string memory ultimateId, uint256 level, ) = _details(org);
        if (status == OrgStatus.APPROVED && before == OrgStatus.RESTORATION_PROPOSED) {
            emit OrgSuspensionRevoked(id, parentId, ultimateId, level);
        } else if (status == OrgStatus.APPROVED) {
            emit OrgApproved(id, parentId, ultimateId, level, status);
        } else if (status == OrgStatus.SUSPENDED) {
            emit OrgSuspended(id, parentId, ultimateId, level);
        } else {
            emit OrgPendingApproval(id, parentId, ultimateId, level, status);
        }
        return true;
    }

    /* FOR THE SUITE */

    /// @inheritdoc IOrgManager
    function nextOrg(string calldata orgId) external view returns (uint256 org) {
        org = _orgOf[keccak256(bytes(orgId))];
        if (org == 0) org = uint256(_settings.count) + 1;
    }

    /// @inheritdoc IOrgManager
    function find(
        string calldata orgId
    ) external view returns (uint256 org, uint256 status, uint256 parent, uint256 proposal) {
        org = _find(orgId);
        Org storage record = _orgs[org];
        return (org, record.status, record.parent, record.proposal);
    }

    /// @inheritdoc IOrgManager
    function isActive(uint256 org) external view returns (bool) {
        return _isActive(org);
    }

    /// @inheritdoc IOrgManager
    function standing(uint256 org, uint256 ancestor) external view returns (bool within, bool active) {
        active = _isActive(org);
        while (org != 0 && org != ancestor) {
            org = _orgs[org].parent;
        }
        return (org != 0, active);
    }

    /// @inheritdoc IOrgManager
    function parentOf(uint256 org) external view returns (uint256) {
        return _orgs[org].parent;
    }

    /// @inheritdoc IOrgManager
    function fullId(uint256 org) external view returns (string memory) {
        return _fullIds[org];
    }

    /// @inheritdoc IOrgManager
    function isSetUp() external view returns (bool) {
        return _settings.count != 0;
    }

    /// @inheritdoc IOrgManager
    function isBooted() external view returns (bool) {
        return _settings.booted;
    }

    /* READING */

    /// @inheritdoc IOrgManager
    function getOrgDetails(
        string calldata orgId
    ) external view returns (string memory, string memory, string memory, uint256, uint256) {
        return _details(_find(orgId));
    }

    /// @inheritdoc IOrgManager
    function getOrgInfo(
        uint256 orgIndex
    ) external view returns (string memory, string memory, string memory, uint256, uint256) {
        return _details(orgIndex < _settings.count ? orgIndex + 1 : 0);
    }

    /// @inheritdoc IOrgManager
    function getSubOrgIndexes(string calldata orgId) external view returns (uint256[] memory indexes) {
        Org storage record = _orgs[_find(orgId)];
        uint256 sub = record.lastSub;
        indexes = new uint256[](record.subCount);
        for (uint256 i = indexes.length; i > 0; --i) {
            indexes[i - 1] = sub - 1;
            sub = _orgs[sub].previousSibling;
        }
    }

    /// @inheritdoc IOrgManager
    function getNumberOfOrgs() external view returns (uint256) {
        return _settings.count;
    }

    /// @inheritdoc IOrgManager
    function getOrgPage(uint256 from, uint256 count) external view returns (OrgInfo[] memory page) {
        page = new OrgInfo[](_pageEnd(from, count, _settings.count) - from);
        for (uint256 i = 0; i < page.length; ++i) {
            Org storage record = _orgs[from + i + 1];
            page[i] = OrgInfo({
                fullId: _fullIds[from + i + 1],
                parentId: _fullIds[record.parent],
                ultimateId: _fullIds[record.ultimate],
                level: record.level,
                status: record.status,
                proposal: record.proposal
            });
        }
    }

    /// @inheritdoc IOrgManager
    function getLimits() external view returns (uint256 breadth, uint256 depth) {
        return (_settings.breadth, _settings.depth);
    }

    /// @inheritdoc IOrgManager
    function checkOrgActive(string calldata orgId) external view returns (bool) {
        return _isActive(_find(orgId));
    }

    /// @inheritdoc IOrgManager
    function checkOrgStatus(string calldata orgId, uint256 orgStatus) external view returns (bool) {
        uint256 org = _find(orgId);
        return org != 0 && _orgs[org].status == orgStatus;
    }

    /// @inheritdoc IOrgManager
    function checkOrgExists(string calldata orgId) external view returns (bool) {
        return _find(orgId) != 0;
    }

    /* INTERNAL */

    function _append(bytes32 key, string memory id) private returns (uint256 org) {
        org = ++_settings.count;
        _orgOf[key] = org;
        _fullIds[org] = id;
    }

    function _find(string calldata orgId) private view returns (uint256 org) {
        org = _orgOf[keccak256(bytes(orgId))];
        if (_orgs[org].status == OrgStatus.NONE) org = 0;
    }

    function _isActive(uint256 org) private view returns (bool) {
        Org storage record = _orgs[org];
        if (!OrgStatus.isActive(record.status)) return false;
        return record.ultimate == org || OrgStatus.isActive(_orgs[record.ultimate].status);
    }

    function _details(
        uint256 org
    )
        private
        view
        returns (string memory id, string memory parentId, string memory ultimateId, uint256 level, uint256 status)
    {
        Org memory record = _orgs[org];
        id = _fullIds[org];
        ultimateId = record.ultimate == org ? id : _fullIds[record.ultimate];
        if (record.parent != 0) {
            parentId = _fullIds[record.parent];
            id = _suffix(id, record.shortLength);
        }
        return (id, parentId, ultimateId, record.level, record.status);
    }

    function _suffix(string memory text, uint256 length) private pure returns (string memory suffix) {
        bytes memory source = bytes(text);
        bytes memory target = new bytes(length);
        uint256 skipped = source.length - length;
        for (uint256 i = 0; i < length; ++i) {
            target[i] = source[skipped + i];
        }
        return string(target);
    }
}
