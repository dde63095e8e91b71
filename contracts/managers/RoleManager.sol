// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IOrgManager} from "../interfaces/IOrgManager.sol";
import {IRoleManager} from "../interfaces/IRoleManager.sol";
import {AccessLevel} from "../libraries/AccessLevel.sol";
import {RoleKind, WellKnownIndex} from "../libraries/Codes.sol";
import {Text} from "../libraries/Text.sol";
import {Role, RoleFields} from "../types/Role.sol";
import {Counted} from "./Counted.sol";
import {Managed} from "./Managed.sol";

/// @title RoleManager
contract RoleManager is IRoleManager, Counted {
    /* STORAGE */

    IOrgManager private _orgManager; // set once, by setUp
    bytes private _adminIds; // of the two admin roles, once for all of them: length of the first, the first, the second
    mapping(uint256 index => Role) private _roles; // index 0 is no role
    mapping(uint256 index => string) private _longIds; // of custom roles whose id does not fit into the word
    mapping(bytes32 key => uint256 index) private _indexOf; // see _key

    /* CONSTRUCTOR */

    constructor(address permUpgradable) Managed(permUpgradable) {}

    /* ONLY IMPLEMENTATION */

    /// @inheritdoc IRoleManager
    function setAdminRoleIds(
        string calldata networkAdmin,
        string calldata orgAdmin
    ) external onlyImplementation returns (bool) {
        _adminIds = abi.encodePacked(uint8(bytes(networkAdmin).length), networkAdmin, orgAdmin);

        return true;
    }

    /// @inheritdoc IRoleManager
    function setUp(address orgManager, string calldata adminOrgId) external onlyImplementation returns (bool) {
        _orgManager = IOrgManager(orgManager);
        (string memory roleId, ) = _splitAdminIds();
        uint256 index = _nextIndex();
        _indexOf[_key(keccak256(bytes(roleId)), WellKnownIndex.ADMIN_ORG)] = index;
        _roles[index] = RoleFields
            .create({
                kind_: RoleKind.NETWORK_ADMIN,
                access_: AccessLevel.FULL,
                voter_: true,
                admin_: true,
                org_: WellKnownIndex.ADMIN_ORG,
                generation_: 0
            })
            .activated();

        emit RoleCreated(roleId, adminOrgId, AccessLevel.FULL, true, true);
        return true;
    }

    /// @inheritdoc IRoleManager
    function addCustomRole(
        string calldata roleId,
        uint256 org,
        string calldata orgId,
        uint256 access,
        bool voter,
        bool admin,
        uint256 addedBy
    ) external onlyImplementation returns (uint256 added, uint256 limit) {
        bytes32 key = _key(keccak256(bytes(roleId)), org);
        uint256 index = _indexOf[key];
        Role former = _roles[index];
        if (former.active()) revert RoleExists(roleId, orgId);

        if (index == 0) {
            (index, added, limit) = _count(true, addedBy);
            _indexOf[key] = index;
        }
        Role role = RoleFields.create({
            kind_: RoleKind.CUSTOM,
            access_: access,
            voter_: voter,
            admin_: admin,
            org_: org,
            generation_: former.generation()
        });
        uint256 length = bytes(roleId).length;
        if (length <= RoleFields.INLINE_ID) role = role.withId(bytes20(bytes(roleId)), length);
        else _longIds[index] = roleId;
        _roles[index] = role.activated();

        emit RoleCreated(roleId, orgId, access, voter, admin);
    }

    /// @inheritdoc IRoleManager
    function prepareOrgAdmin(uint256 org) external onlyImplementation returns (uint256 index, string memory roleId) {
        (, roleId) = _splitAdminIds();
        bytes32 key = _key(keccak256(bytes(roleId)), org);
        index = _indexOf[key];
        if (index != 0) return (index, roleId);

        _indexOf[key] = index = _nextIndex();
        _roles[index] = RoleFields.create({
            kind_: RoleKind.ORG_ADMIN,
            access_: AccessLevel.FULL,
            voter_: true,
            admin_: true,
            org_: org,
            generation_: 0
        });
    }

    /// @inheritdoc IRoleManager
    function activateAdminRole(
        string calldata orgId,
        uint256 index
    ) external onlyImplementation returns (string memory roleId) {
        _roles[index] = _roles[index].activated();

        (, roleId) = _splitAdminIds();
        emit RoleCreated(roleId, orgId, AccessLevel.FULL, true, true);
    }

    /// @inheritdoc IRoleManager
    function remove(
        uint256 index,
        string calldata roleId,
        string calldata orgId
    ) external onlyImplementation returns (bool) {
        _roles[index] = _roles[index].removed();

        emit RoleRevoked(roleId, orgId);
        return true;
    }

    /* FOR THE IMPLEMENTATION */

    /// @inheritdoc IRoleManager
    function getRecord(uint256 index) external view returns (Role) {
        return _roles[index];
    }

    /// @inheritdoc IRoleManager
    function nameOf(uint256 index) external view returns (string memory) {
        return _idOf(index, _roles[index]);
    }

    /// @inheritdoc IRoleManager
    function findRoleByName(uint256 org, bytes32 idHash) external view returns (uint256 index, Role role) {
        return _resolve(idHash, org);
    }

    /// @inheritdoc IRoleManager
    function find(bytes32 idHash, uint256 org) external view returns (uint256 index, Role role) {
        index = _indexOf[_key(idHash, org)];
        role = _roles[index];
    }

    /// @inheritdoc IRoleManager
    function adminRoleIds() external view returns (string memory networkAdmin, string memory orgAdmin) {
        return _splitAdminIds();
    }

    /// @inheritdoc IRoleManager
    function getOrgManager() external view returns (address) {
        return address(_orgManager);
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
        return _details(_indexOf[_key(keccak256(bytes(roleId)), _org(orgId))]);
    }

    /// @inheritdoc IRoleManager
    function getRoleDetailsFromIndex(
        uint256 roleIndex
    )
        external
        view
        returns (string memory roleId, string memory orgId, uint256 accessType, bool voter, bool admin, bool active)
    {
        return _details(roleIndex < _records() ? roleIndex + 1 : 0);
    }

    /// @inheritdoc IRoleManager
    function getNumberOfRoles() external view returns (uint256) {
        return _records();
    }

    /// @inheritdoc IRoleManager
    function getRolePage(uint256 from, uint256 count) external view returns (RoleInfo[] memory page) {
        page = new RoleInfo[](_pageEnd(from, count, _records()) - from);
        for (uint256 i = 0; i < page.length; ++i) {
            Role role = _roles[from + i + 1];
            page[i] = RoleInfo({
                roleId: _idOf(from + i + 1, role),
                orgId: _orgManager.orgIdAt(role.org()),
                access: role.access(),
                voter: role.voter(),
                admin: role.admin(),
                active: role.active(),
                kind: role.kind(),
                generation: role.generation()
            });
        }
    }

    /// @inheritdoc IRoleManager
    function roleExists(string calldata roleId, string calldata orgId, string calldata) external view returns (bool) {
        return _named(roleId, orgId).active();
    }

    /// @inheritdoc IRoleManager
    function isAdminRole(string calldata roleId, string calldata orgId, string calldata) external view returns (bool) {
        return _named(roleId, orgId).admin();
    }

    /// @inheritdoc IRoleManager
    function isVoterRole(string calldata roleId, string calldata orgId, string calldata) external view returns (bool) {
        return _named(roleId, orgId).voter();
    }

    /// @inheritdoc IRoleManager
    function roleAccess(
        string calldata roleId,
        string calldata orgId,
        string calldata
    ) external view returns (uint256) {
        return _named(roleId, orgId).access();
    }

    /// @inheritdoc IRoleManager
    function transactionAllowed(
        string calldata roleId,
        string calldata orgId,
        string calldata,
        uint256 transactionType
    ) external view returns (bool) {
        Role role = _named(roleId, orgId);
        return role.active() && AccessLevel.allows(role.access(), transactionType);
    }

    /* INTERNAL */

    /// @dev A name is unique within the organisation that defined the role.
    function _key(bytes32 idHash, uint256 org) private pure returns (bytes32) {
        return keccak256(abi.encode(idHash, org));
    }

    /// @dev Both empty until they are named.
    function _splitAdminIds() private view returns (string memory networkAdmin, string memory orgAdmin) {
        bytes memory ids = _adminIds;
        if (ids.length == 0) return ("", "");
        uint256 length = uint8(ids[0]);
        return (Text.slice(ids, 1, length), Text.slice(ids, 1 + length, ids.length - 1 - length));
    }

    function _idOf(uint256 index, Role role) private view returns (string memory) {
        if (role.kind() != RoleKind.CUSTOM) {
            (string memory networkAdmin, string memory orgAdmin) = _splitAdminIds();
            return role.kind() == RoleKind.NETWORK_ADMIN ? networkAdmin : orgAdmin;
        }
        uint256 length = role.idLength();
        return length == 0 ? _longIds[index] : Text.prefix(role.inlineId(), length);
    }

    function _org(string calldata orgId) private view returns (uint256 org) {
        if (address(_orgManager) != address(0)) (org, ) = _orgManager.getOrganisation(keccak256(bytes(orgId)));
    }

    function _resolve(bytes32 idHash, uint256 org) private view returns (uint256 index, Role role) {
        while (org != 0) {
            index = _indexOf[_key(idHash, org)];
            role = _roles[index];
            if (role.active()) return (index, role);
            org = _orgManager.parentOf(org);
        }
        return (0, Role.wrap(0));
    }

    function _named(string calldata roleId, string calldata orgId) private view returns (Role role) {
        (, role) = _resolve(keccak256(bytes(roleId)), _org(orgId));
    }

    function _details(
        uint256 index
    )
        private
        view
        returns (string memory roleId, string memory orgId, uint256 accessType, bool voter, bool admin, bool active)
    {
        Role role = _roles[index];
        if (role.org() == 0) return ("", "", 0, false, false, false);
        return (
            _idOf(index, role),
            _orgManager.orgIdAt(role.org()),
            role.access(),
            role.voter(),
            role.admin(),
            role.active()
        );
    }
}
