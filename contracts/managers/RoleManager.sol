// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IOrgManager} from "../interfaces/IOrgManager.sol";
import {IRoleManager} from "../interfaces/IRoleManager.sol";
import {Access} from "../libraries/Access.sol";
import {Fixed, RoleKind} from "../libraries/Codes.sol";
import {Managed} from "./Managed.sol";

/// @title RoleManager
contract RoleManager is IRoleManager, Managed {
    /* STORAGE */

    IOrgManager private _orgManager; // set once, by setUp
    uint32 private _count; // in the same slot
    string private _networkAdminId; // the ids of the two admin roles are kept here and not in each role
    string private _orgAdminId;
    mapping(uint256 role => Role) private _roles; // one slot each
    mapping(uint256 role => string) private _ids; // of custom roles
    mapping(bytes32 orgAndIdHash => uint256 role) private _roleOf;

    /* CONSTRUCTOR */

    constructor(address permUpgradable) Managed(permUpgradable) {}

    /* SEAM */

    /// @inheritdoc IRoleManager
    function setAdminRoleIds(
        string calldata networkAdmin,
        string calldata orgAdmin
    ) external onlyImplementation returns (bool) {
        if (keccak256(bytes(networkAdmin)) == keccak256(bytes(orgAdmin))) revert AdminRolesAlike(orgAdmin);

        _networkAdminId = networkAdmin;
        _orgAdminId = orgAdmin;

        return true;
    }

    /// @inheritdoc IRoleManager
    function setUp(address orgManager) external onlyImplementation returns (bool) {
        _orgManager = IOrgManager(orgManager);
        uint256 role = _append(_networkAdminId, Fixed.ADMIN_ORG);
        _roles[role] = Role({
            org: uint32(Fixed.ADMIN_ORG),
            access: Access.FULL,
            kind: RoleKind.NETWORK_ADMIN,
            voter: true,
            admin: true,
            active: true,
            generation: 0
        });

        _announce(role);
        return true;
    }

    /// @inheritdoc IRoleManager
    function add(
        string calldata roleId,
        uint256 org,
        uint256 access,
        bool voter,
        bool admin
    ) external onlyImplementation returns (uint256 role) {
        bytes32 idHash = keccak256(bytes(roleId));
        if (idHash == keccak256(bytes(_networkAdminId)) || idHash == keccak256(bytes(_orgAdminId))) {
            revert RoleReserved(roleId);
        }
        role = _roleOf[_key(roleId, org)];
        if (role == 0) {
            role = _append(roleId, org);
            _ids[role] = roleId;
        }
        Role memory record = _roles[role];
        string memory orgId = _orgManager.fullId(org);
        if (record.active) revert RoleExists(roleId, orgId);

        _roles[role] = Role({
            org: uint32(org),
            access: uint8(access),
            kind: RoleKind.CUSTOM,
            voter: voter,
            admin: admin,
            active: true,
            generation: record.generation
        });

        emit RoleCreated(roleId, orgId, access, voter, admin);
    }

    /// @inheritdoc IRoleManager
    function prepareOrgAdmin(uint256 org) external onlyImplementation returns (uint256 role) {
        string memory id = _orgAdminId;
        role = _roleOf[_key(id, org)];
        if (role == 0) {
            role = _append(id, org);
            _roles[role] = Role({
                org: uint32(org),
                access: Access.FULL,
                kind: RoleKind.ORG_ADMIN,
                voter: true,
                admin: true,
                active: false,
                generation: 0
            });
        }
    }

    /// @inheritdoc IRoleManager
    function activate(uint256 role) external onlyImplementation returns (bool) {
        _roles[role].active = true;

        _announce(role);
        return true;
    }

    /// @inheritdoc IRoleManager
    function remove(uint256 role) external onlyImplementation returns (bool) {
        Role storage record = _roles[role];
        record.active = false;
        ++record.generation;

        emit RoleRevoked(_idOf(role, record.kind), _orgManager.fullId(record.org));
        return true;
    }

    /* FOR THE SUITE */

    /// @inheritdoc IRoleManager
    function roleAt(uint256 role) external view returns (Role memory) {
        return _roles[role];
    }

    /// @inheritdoc IRoleManager
    function nameOf(uint256 role) external view returns (string memory) {
        return _idOf(role, _roles[role].kind);
    }

    /// @inheritdoc IRoleManager
    function label(uint256 role) external view returns (string memory roleId, bool admin, uint256 generation) {
        Role memory record = _roles[role];
        return (_idOf(role, record.kind), record.admin, record.generation);
    }

    /// @inheritdoc IRoleManager
    function resolve(string calldata roleId, uint256 org) external view returns (uint256 role, Role memory record) {
        return _resolve(roleId, org);
    }

    /// @inheritdoc IRoleManager
    function find(string calldata roleId, uint256 org) external view returns (uint256 role, Role memory record) {
        role = _roleOf[_key(roleId, org)];
        record = _roles[role];
    }

    /// @inheritdoc IRoleManager
    function adminRoleIds() external view returns (string memory networkAdmin, string memory orgAdmin) {
        return (_networkAdminId, _orgAdminId);
    }

    /* READING */

    /// @inheritdoc IRoleManager
    function getRoleDetails(
        string calldata roleId,
        string calldata orgId
    )
        external
        view
        returns (string memory roleId_, string memory orgId_, uint256 accessType, bool voter, bool admin, bool active)
    {
        return _details(_roleOf[_key(roleId, _org(orgId))]);
    }

    /// @inheritdoc IRoleManager
    function getRoleDetailsFromIndex(
        uint256 roleIndex
    )
        external
        view
        returns (string memory roleId, string memory orgId, uint256 accessType, bool voter, bool admin, bool active)
    {
        return _details(roleIndex < _count ? roleIndex + 1 : 0);
    }

    /// @inheritdoc IRoleManager
    function getNumberOfRoles() external view returns (uint256) {
        return _count;
    }

    /// @inheritdoc IRoleManager
    function getRolePage(uint256 from, uint256 count) external view returns (RoleInfo[] memory page) {
        page = new RoleInfo[](_pageEnd(from, count, _count) - from);
        for (uint256 i = 0; i < page.length; ++i) {
            Role memory record = _roles[from + i + 1];
            page[i] = RoleInfo({
                roleId: _idOf(from + i + 1, record.kind),
                orgId: _orgManager.fullId(record.org),
                access: record.access,
                voter: record.voter,
                admin: record.admin,
                active: record.active,
                kind: record.kind,
                generation: record.generation
            });
        }
    }

    /// @inheritdoc IRoleManager
    function roleExists(string calldata roleId, string calldata orgId, string calldata) external view returns (bool) {
        return _named(roleId, orgId).active;
    }

    /// @inheritdoc IRoleManager
    function isAdminRole(string calldata roleId, string calldata orgId, string calldata) external view returns (bool) {
        return _named(roleId, orgId).admin;
    }

    /// @inheritdoc IRoleManager
    function isVoterRole(string calldata roleId, string calldata orgId, string calldata) external view returns (bool) {
        return _named(roleId, orgId).voter;
    }

    /// @inheritdoc IRoleManager
    function roleAccess(
        string calldata roleId,
        string calldata orgId,
        string calldata
    ) external view returns (uint256) {
        return _named(roleId, orgId).access;
    }

    /// @inheritdoc IRoleManager
    function transactionAllowed(
        string calldata roleId,
        string calldata orgId,
        string calldata,
        uint256 transactionType
    ) external view returns (bool) {
        Role memory record = _named(roleId, orgId);
        return record.active && Access.allows(record.access, transactionType);
    }

    /* INTERNAL */

    function _key(string memory roleId, uint256 org) private pure returns (bytes32) {
        return keccak256(abi.encodePacked(roleId, org));
    }

    function _append(string memory roleId, uint256 org) private returns (uint256 role) {
        role = ++_count;
        _roleOf[_key(roleId, org)] = role;
    }

    function _announce(uint256 role) private {
        (string memory roleId, string memory orgId, uint256 access, bool voter, bool admin, ) = _details(role);
        emit RoleCreated(roleId, orgId, access, voter, admin);
    }

    function _idOf(uint256 role, uint256 kind) private view returns (string memory) {
        if (kind == RoleKind.NETWORK_ADMIN) return _networkAdminId;
        if (kind == RoleKind.ORG_ADMIN) return _orgAdminId;
        return _ids[role];
    }

    function _org(string calldata orgId) private view returns (uint256 org) {
        if (address(_orgManager) == address(0)) return 0;
        (org, , , ) = _orgManager.find(orgId);
    }

    function _resolve(string calldata roleId, uint256 org) private view returns (uint256 role, Role memory record) {
        while (org != 0) {
            role = _roleOf[_key(roleId, org)];
            record = _roles[role];
            if (record.active) return (role, record);
            org = _orgManager.parentOf(org);
        }
        delete record;
        return (0, record);
    }

    function _named(string calldata roleId, string calldata orgId) private view returns (Role memory record) {
        (, record) = _resolve(roleId, _org(orgId));
    }

    function _details(
        uint256 role
    )
        private
        view
        returns (string memory roleId, string memory orgId, uint256 accessType, bool voter, bool admin, bool active)
    {
        Role memory record = _roles[role];
        if (record.org == 0) return ("", "", 0, false, false, false);
        return (
            _idOf(role, record.kind),
            _orgManager.fullId(record.org),
            record.access,
            record.voter,
            record.admin,
            record.active
        );
    }
}
