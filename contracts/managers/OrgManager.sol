// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IOrgManager} from "../interfaces/IOrgManager.sol";
import {Fixed, OrgStatus} from "../libraries/Codes.sol";
import {Names} from "../libraries/Names.sol";
import {Text} from "../libraries/Text.sol";
import {Org, OrgFields} from "../types/Org.sol";
import {Managed} from "./Managed.sol";

/// @title OrgManager
contract OrgManager is IOrgManager, Managed {
    /* TYPES */

    struct Settings {
        uint24 count;
        uint32 breadth;
        uint8 depth;
    }

    /* CONSTANTS */

    uint256 private constant MAX_DEPTH = 32;

    /* STORAGE */

    Settings private _settings;
    mapping(uint256 index => Org) private _orgs; // index 0 is no organisation
    mapping(uint256 index => string) private _longNames; // of those whose name does not fit into the word
    mapping(bytes32 fullIdHash => uint256 index) private _indexOf;

    /* CONSTRUCTOR */

    constructor(address permUpgradable) Managed(permUpgradable) {}

    /* SEAM */

    /// @inheritdoc IOrgManager
    function setAdminOrgId(string calldata orgId) external onlyImplementation returns (bool) {
        if (_settings.count != 0) revert AlreadySetUp();
        Names.requireName(orgId);

        Org adminOrg = OrgFields.create({
            status_: OrgStatus.NONE,
            level_: 1,
            proposal_: 0,
            parent_: 0,
            ultimate_: Fixed.ADMIN_ORG,
            olderSibling_: 0
        });
        _orgs[Fixed.ADMIN_ORG] = _named(adminOrg, Fixed.ADMIN_ORG, orgId);

        return true;
    }

    /// @inheritdoc IOrgManager
    function setUp(uint256 breadth, uint256 depth) external onlyImplementation returns (bool) {
        if (_settings.count != 0) revert AlreadySetUp();
        if (breadth == 0 || breadth > type(uint32).max || depth == 0 || depth > MAX_DEPTH) {
            revert LimitsNotAllowed(breadth, depth);
        }

        Org adminOrg = _orgs[Fixed.ADMIN_ORG];
        string memory adminOrgId = _name(Fixed.ADMIN_ORG, adminOrg);
        _settings = Settings({count: 1, breadth: uint32(breadth), depth: uint8(depth)});
        _indexOf[keccak256(bytes(adminOrgId))] = Fixed.ADMIN_ORG;
        _orgs[Fixed.ADMIN_ORG] = adminOrg.withStatus(OrgStatus.PROPOSED, 0);

        emit OrgPendingApproval(adminOrgId, "", adminOrgId, 1, OrgStatus.PROPOSED);
        return true;
    }

    /// @inheritdoc IOrgManager
    function setBooted() external onlyImplementation returns (bool) {
        Org adminOrg = _orgs[Fixed.ADMIN_ORG];
        if (_isBooted(adminOrg)) revert AlreadyBooted();

        _orgs[Fixed.ADMIN_ORG] = adminOrg.withStatus(OrgStatus.APPROVED, 0);

        string memory adminOrgId = _name(Fixed.ADMIN_ORG, adminOrg);
        emit OrgApproved(adminOrgId, "", adminOrgId, 1, OrgStatus.APPROVED);
        return true;
    }

    /// @inheritdoc IOrgManager
    function propose(string calldata orgId, uint256 proposal) external onlyImplementation returns (bool) {
        Names.requireName(orgId);
        bytes32 key = keccak256(bytes(orgId));
        uint256 index = _indexOf[key];
        if (index == 0) index = _append(key);
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
        return true;
    }

    /// @inheritdoc IOrgManager
    function addSub(
        string calldata orgId,
        uint256 parent
    ) external onlyImplementation returns (uint256 index, string memory id) {
        Names.requireName(orgId);
        Org above = _orgs[parent];
        string memory parentId = _fullId(parent, above);
        Settings memory settings = _settings;
        if (above.level() >= settings.depth) revert OrgTooDeep(parentId, above.level(), settings.depth);
        if (above.subCount() >= settings.breadth) revert OrgTooBroad(parentId, above.subCount(), settings.breadth);
        id = string.concat(parentId, ".", orgId);
        bytes32 key = keccak256(bytes(id));
        if (_indexOf[key] != 0) revert OrgExists(id);

        index = _append(key);
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
    function setStatus(
        uint256 index,
        uint256 status,
        uint256 proposal
    ) external onlyImplementation returns (string memory id) {
        Org org = _orgs[index];
        _orgs[index] = org.withStatus(status, proposal);

        // Only organisations without parent change their status.
        id = _name(index, org);
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
        return _fullId(index, _orgs[index]);
    }

    /// @inheritdoc IOrgManager
    function isBooted() external view returns (bool) {
        return _isBooted(_orgs[Fixed.ADMIN_ORG]);
    }

    /// @inheritdoc IOrgManager
    function bootState() external view returns (string memory adminOrgId, bool isSetUp, bool booted) {
        Org adminOrg = _orgs[Fixed.ADMIN_ORG];
        return (_name(Fixed.ADMIN_ORG, adminOrg), adminOrg.status() != OrgStatus.NONE, _isBooted(adminOrg));
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
                fullId: _fullId(from + i + 1, org),
                parentId: _fullId(org.parent(), _orgs[org.parent()]),
                ultimateId: _nameAt(org.ultimate()),
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

    function _append(bytes32 key) private returns (uint256 index) {
        _settings.count = _next(_settings.count);
        index = _settings.count;
        _indexOf[key] = index;
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

    function _find(string calldata orgId) private view returns (uint256 index, Org org) {
        index = _indexOf[keccak256(bytes(orgId))];
        org = _orgs[index];
        if (org.status() == OrgStatus.NONE) index = 0;
    }

    /// @dev The admin organisation is only proposed until then, so nobody acts as its admin. Nothing takes its status away.
    function _isBooted(Org adminOrg) private pure returns (bool) {
        return adminOrg.status() == OrgStatus.APPROVED;
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
        id = _name(index, org);
        ultimateId = _nameAt(org.ultimate());
        if (org.parent() != 0) parentId = _fullId(org.parent(), _orgs[org.parent()]);
        return (id, parentId, ultimateId, org.level(), org.status());
    }
}
