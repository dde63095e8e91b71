// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IOrgManager} from "../interfaces/IOrgManager.sol";
import {Fixed, OrgStatus} from "../libraries/Codes.sol";
import {Names} from "../libraries/Names.sol";
import {Org, OrgFields} from "../types/Org.sol";
import {Managed} from "./Managed.sol";

/// @title OrgManager
contract OrgManager is IOrgManager, Managed {
    /* TYPES */

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
    mapping(uint256 index => Org) private _orgs; // index 0 is no organisation
    mapping(uint256 index => string) private _fullIds; // stored once, also for the children's parent id
    mapping(bytes32 fullIdHash => uint256 index) private _indexOf;

    /* CONSTRUCTOR */

    constructor(address permUpgradable) Managed(permUpgradable) {}

    /* SEAM */

    /// @inheritdoc IOrgManager
    function setAdminOrgId(string calldata orgId) external onlyImplementation returns (bool) {
        if (_settings.count != 0) revert AlreadySetUp();
        Names.requireName(orgId);

        _fullIds[Fixed.ADMIN_ORG] = orgId;

        return true;
    }

    /// @inheritdoc IOrgManager
    function setUp(uint256 breadth, uint256 depth) external onlyImplementation returns (bool) {
        if (_settings.count != 0) revert AlreadySetUp();
        if (breadth == 0 || breadth > type(uint32).max || depth == 0 || depth > MAX_DEPTH) {
            revert LimitsNotAllowed(breadth, depth);
        }

        string memory adminOrgId = _fullIds[Fixed.ADMIN_ORG];
        _settings = Settings({count: 1, breadth: uint32(breadth), depth: uint8(depth), booted: false});
        _indexOf[keccak256(bytes(adminOrgId))] = Fixed.ADMIN_ORG;
        _orgs[Fixed.ADMIN_ORG] = OrgFields.create({
            status_: OrgStatus.APPROVED,
            level_: 1,
            shortLength_: bytes(adminOrgId).length,
            proposal_: 0,
            parent_: 0,
            ultimate_: Fixed.ADMIN_ORG,
            olderSibling_: 0
        });

        emit OrgApproved(adminOrgId, "", adminOrgId, 1, OrgStatus.APPROVED);
        return true;
    }

    /// @inheritdoc IOrgManager
    function setBooted() external onlyImplementation returns (bool) {
        _settings.booted = true;

        return true;
    }

    /// @inheritdoc IOrgManager
    function propose(string calldata orgId, uint256 proposal) external onlyImplementation returns (bool) {
        Names.requireName(orgId);
        bytes32 key = keccak256(bytes(orgId));
        uint256 index = _indexOf[key];
        if (index == 0) index = _append(key, orgId);
        else if (_orgs[index].status() != OrgStatus.NONE) revert OrgExists(orgId);

        _orgs[index] = OrgFields.create({
            status_: OrgStatus.PROPOSED,
            level_: 1,
            shortLength_: bytes(orgId).length,
            proposal_: proposal,
            parent_: 0,
            ultimate_: index,
            olderSibling_: 0
        });

        emit OrgPendingApproval(orgId, "", orgId, 1, OrgStatus.PROPOSED);
        return true;
    }

    /// @inheritdoc IOrgManager
    function addSub(
        string calldata orgId,
        uint256 parent
    ) external onlyImplementation returns (uint256 index, string memory id) {
        Names.requireName(orgId);
        Org above = _orgs[parent];
        string memory parentId = _fullIds[parent];
        Settings memory settings = _settings;
        if (above.level() >= settings.depth) revert OrgTooDeep(parentId, above.level(), settings.depth);
        if (above.subCount() >= settings.breadth) revert OrgTooBroad(parentId, above.subCount(), settings.breadth);
        id = string.concat(parentId, ".", orgId);
        bytes32 key = keccak256(bytes(id));
        if (_indexOf[key] != 0) revert OrgExists(id);

        index = _append(key, id);
        _orgs[index] = OrgFields.create({
            status_: OrgStatus.APPROVED,
            level_: above.level() + 1,
            shortLength_: bytes(orgId).length,
            proposal_: 0,
            parent_: parent,
            ultimate_: above.ultimate(),
            olderSibling_: above.lastSub()
        });
        _orgs[parent] = above.withSub(index);

        string memory ultimateId = above.ultimate() == parent ? parentId : _fullIds[above.ultimate()];
        emit OrgApproved(orgId, parentId, ultimateId, above.level() + 1, OrgStatus.APPROVED);
    }

    /// @inheritdoc IOrgManager
    function setStatus(
        uint256 index,
        uint256 status,
        uint256 proposal
    ) external onlyImplementation returns (string memory id) {
        Org org = _orgs[index];
        _orgs[index] = org.withStatus(status, proposal);

        // Only organisations without parent change their status.
        id = _fullIds[index];
        if (status == OrgStatus.APPROVED && org.status() == OrgStatus.RESTORATION_PROPOSED) {
            emit OrgSuspensionRevoked(id, "", id, org.level());
        } else if (status == OrgStatus.APPROVED) {
            emit OrgApproved(id, "", id, org.level(), status);
        } else if (status == OrgStatus.SUSPENDED) {
            emit OrgSuspended(id, "", id, org.level());
        } else {
            emit OrgPendingApproval(id, "", id, org.level(), status);
        }
    }

    /* FOR THE SUITE */

    /// @inheritdoc IOrgManager
    function nextOrg(string calldata orgId) external view returns (uint256 index) {
        index = _indexOf[keccak256(bytes(orgId))];
        if (index == 0) index = uint256(_settings.count) + 1;
    }

    /// @inheritdoc IOrgManager
    function find(string calldata orgId) external view returns (uint256 index, Org org) {
        return _find(orgId);
    }

    /// @inheritdoc IOrgManager
    function locate(
        string calldata orgId,
        uint256 ancestor
    ) external view returns (uint256 index, bool within, bool active) {
        Org org;
        (index, org) = _find(orgId);
        active = _isActive(index, org);
        uint256 at = index;
        while (at != 0 && at != ancestor) {
            at = org.parent();
            if (at != 0 && at != ancestor) org = _orgs[at];
        }
        within = at != 0;
    }

    /// @inheritdoc IOrgManager
    function isActive(uint256 index) external view returns (bool) {
        return _isActive(index, _orgs[index]);
    }

    /// @inheritdoc IOrgManager
    function parentOf(uint256 index) external view returns (uint256) {
        return _orgs[index].parent();
    }

    /// @inheritdoc IOrgManager
    function fullId(uint256 index) external view returns (string memory) {
        return _fullIds[index];
    }

    /// @inheritdoc IOrgManager
    function isBooted() external view returns (bool) {
        return _settings.booted;
    }

    /// @inheritdoc IOrgManager
    function bootState() external view returns (string memory adminOrgId, bool isSetUp, bool booted) {
        Settings memory settings = _settings;
        return (_fullIds[Fixed.ADMIN_ORG], settings.count != 0, settings.booted);
    }

    /* READING */

    /// @inheritdoc IOrgManager
    function getOrgDetails(
        string calldata orgId
    ) external view returns (string memory, string memory, string memory, uint256, uint256) {
        (uint256 index, ) = _find(orgId);
        return _details(index);
    }

    /// @inheritdoc IOrgManager
    function getOrgInfo(
        uint256 orgIndex
    ) external view returns (string memory, string memory, string memory, uint256, uint256) {
        return _details(orgIndex < _settings.count ? orgIndex + 1 : 0);
    }

    /// @inheritdoc IOrgManager
    function getSubOrgIndexes(string calldata orgId) external view returns (uint256[] memory indexes) {
        (, Org org) = _find(orgId);
        uint256 sub = org.lastSub();
        indexes = new uint256[](org.subCount());
        for (uint256 i = indexes.length; i > 0; --i) {
            indexes[i - 1] = sub - 1;
            sub = _orgs[sub].olderSibling();
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
            Org org = _orgs[from + i + 1];
            page[i] = OrgInfo({
                fullId: _fullIds[from + i + 1],
                parentId: _fullIds[org.parent()],
                ultimateId: _fullIds[org.ultimate()],
                level: org.level(),
                status: org.status(),
                proposal: org.proposal()
            });
        }
    }

    /// @inheritdoc IOrgManager
    function getLimits() external view returns (uint256 breadth, uint256 depth) {
        return (_settings.breadth, _settings.depth);
    }

    /// @inheritdoc IOrgManager
    function checkOrgActive(string calldata orgId) external view returns (bool) {
        (uint256 index, Org org) = _find(orgId);
        return _isActive(index, org);
    }

    /// @inheritdoc IOrgManager
    function checkOrgStatus(string calldata orgId, uint256 orgStatus) external view returns (bool) {
        (uint256 index, Org org) = _find(orgId);
        return index != 0 && org.status() == orgStatus;
    }

    /// @inheritdoc IOrgManager
    function checkOrgExists(string calldata orgId) external view returns (bool) {
        (uint256 index, ) = _find(orgId);
        return index != 0;
    }

    /* INTERNAL */

    function _append(bytes32 key, string memory id) private returns (uint256 index) {
        index = ++_settings.count;
        _indexOf[key] = index;
        _fullIds[index] = id;
    }

    function _find(string calldata orgId) private view returns (uint256 index, Org org) {
        index = _indexOf[keccak256(bytes(orgId))];
        org = _orgs[index];
        if (org.status() == OrgStatus.NONE) index = 0;
    }

    function _isActive(uint256 index, Org org) private view returns (bool) {
        if (!OrgStatus.isActive(org.status())) return false;
        return org.ultimate() == index || OrgStatus.isActive(_orgs[org.ultimate()].status());
    }

    function _details(
        uint256 index
    )
        private
        view
        returns (string memory id, string memory parentId, string memory ultimateId, uint256 level, uint256 status)
    {
        Org org = _orgs[index];
        id = _fullIds[index];
        ultimateId = _fullIds[org.ultimate()];
        if (org.parent() != 0) {
            parentId = _fullIds[org.parent()];
            id = _suffix(id, org.shortLength());
        }
        return (id, parentId, ultimateId, org.level(), org.status());
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
