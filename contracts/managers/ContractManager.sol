// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IContractManager} from "../interfaces/IContractManager.sol";
import {IOrgManager} from "../interfaces/IOrgManager.sol";
import {CodeStorage} from "../libraries/CodeStorage.sol";
import {Deploying, Opening} from "../libraries/Codes.sol";
import {Access, AccessFields} from "../types/Access.sol";
import {Inventory, InventoryFields} from "../types/Inventory.sol";
import {Managed} from "./Managed.sol";

/// @title ContractManager
contract ContractManager is IContractManager, Managed {
    /* CONSTANTS */

    IOrgManager private immutable _ORG_MANAGER;

    /* STORAGE */

    Inventory private _inventory;
    mapping(uint256 index => address) private _targets;
    mapping(address target => Access) private _wholes;
    mapping(address target => mapping(bytes4 method => Access)) private _parts;
    mapping(address target => bytes4[]) private _methods; // of which something was ever said
    mapping(address target => address) private _deployers;
    mapping(uint256 org => uint256) private _deploying; // of organisations without parent

    /* CONSTRUCTOR */

    constructor(address permUpgradable, address orgManager) Managed(permUpgradable) {
        if (orgManager == address(0)) revert ZeroAddress();
        _ORG_MANAGER = IOrgManager(orgManager);
    }

    /* ONLY IMPLEMENTATION */

    /// @inheritdoc IContractManager
    function register(
        address target,
        uint256 org,
        string calldata orgId,
        address deployer
    ) external onlyImplementation returns (bool) {
        Access whole = _wholes[target];
        if (whole.org() == 0) {
            _list(target);
            whole = AccessFields.create(Opening.MEMBERS, false, address(0));
        }
        _wholes[target] = whole.withOrg(org);
        _deployers[target] = deployer;

        emit ContractRegistered(target, orgId, deployer);
        return true;
    }

    /// @inheritdoc IContractManager
    function openContract(
        address target,
        string calldata orgId,
        uint256 opening,
        uint256[] calldata orgs,
        string[] calldata roles,
        bool byVote
    ) external onlyImplementation returns (bool) {
        _wholes[target] = _wholes[target].withOpeningOf(_access(opening, orgs, roles, byVote));

        emit ContractOpened(target, orgId, opening, _orgIds(orgs), roles, byVote);
        return true;
    }

    /// @inheritdoc IContractManager
    function openMethod(
        address target,
        bytes4 method,
        string calldata orgId,
        uint256 opening,
        uint256[] calldata orgs,
        string[] calldata roles,
        bool byVote
    ) external onlyImplementation returns (bool) {
        if (!_parts[target][method].methodSaid()) {
            _methods[target].push(method);
            _wholes[target] = _wholes[target].withMethodSaid();
        }
        _parts[target][method] = _access(opening, orgs, roles, byVote).withMethodSaid();

        emit MethodOpened(target, method, orgId, opening, _orgIds(orgs), roles, byVote);
        return true;
    }

    /// @inheritdoc IContractManager
    function forgetDeployer(address target, string calldata orgId) external onlyImplementation returns (bool) {
        emit DeployerForgotten(target, orgId, _deployers[target]);

        delete _deployers[target];
        return true;
    }

    /// @inheritdoc IContractManager
    function setRegisteredOnly(bool only) external onlyImplementation returns (bool) {
        _inventory = _inventory.withRegisteredOnly(only);

        emit RegisteredOnlyChanged(only);
        return true;
    }

    /// @inheritdoc IContractManager
    function setDeploying(
        uint256 org,
        string calldata orgId,
        uint256 deploying
    ) external onlyImplementation returns (bool) {
        if (org == 0) {
            _inventory = _inventory.withDeployingRestricted(deploying == Deploying.RESTRICTED);
        } else {
            _inventory = _inventory.withDeployingSaid();
            _deploying[org] = deploying;
        }

        emit DeployingChanged(orgId, deploying);
        return true;
    }

    /* FOR THE IMPLEMENTATION */

    /// @inheritdoc IContractManager
    function readInventory() external view returns (Inventory) {
        return _inventory;
    }

    /// @inheritdoc IContractManager
    function lookUpWords(address target, bytes4 method) external view returns (Access whole, Access part) {
        whole = _wholes[target];
        if (whole.methodSaid()) part = _parts[target][method];
    }

    /// @inheritdoc IContractManager
    function deployerOf(address target) external view returns (address) {
        return _deployers[target];
    }

    /// @inheritdoc IContractManager
    function deployingOf(uint256 org) external view returns (uint256) {
        if (org != 0) return _deploying[org];
        return _inventory.deployingRestricted() ? Deploying.RESTRICTED : Deploying.AS_NETWORK;
    }

    /* READING */

    /// @inheritdoc IContractManager
    function getNumberOfContracts() external view returns (uint256) {
        return _inventory.contracts();
    }

    /// @inheritdoc IContractManager
    function getContractPage(uint256 from, uint256 count) external view returns (ContractInfo[] memory page) {
        page = new ContractInfo[](_pageEnd(from, count, _inventory.contracts()) - from);
        for (uint256 i = 0; i < page.length; ++i) page[i] = _infoOf(_targets[from + i + 1]);
    }

    /// @inheritdoc IContractManager
    function getContract(address target) external view returns (ContractInfo memory) {
        return _infoOf(target);
    }

    /// @inheritdoc IContractManager
    function getMethodPage(
        address target,
        uint256 from,
        uint256 count
    ) external view returns (MethodInfo[] memory page) {
        bytes4[] storage methods = _methods[target];
        page = new MethodInfo[](_pageEnd(from, count, methods.length) - from);
        for (uint256 i = 0; i < page.length; ++i) {
            bytes4 method = methods[from + i];
            page[i] = MethodInfo({method: method, opened: _opened(_parts[target][method])});
        }
    }

    /* INTERNAL */

    function _list(address target) private {
        Inventory inventory = _inventory;
        if (inventory.contracts() == InventoryFields.MOST_CONTRACTS) revert TooMany();
        inventory = inventory.withOneContract();
        _inventory = inventory;
        _targets[inventory.contracts()] = target;
    }

    function _access(
        uint256 opening,
        uint256[] calldata orgs,
        string[] calldata roles,
        bool byVote
    ) private returns (Access) {
        address list = opening == Opening.LISTED ? CodeStorage.write(abi.encode(orgs, roles)) : address(0);
        return AccessFields.create(opening, byVote, list);
    }

    function _infoOf(address target) private view returns (ContractInfo memory) {
        Access whole = _wholes[target];
        return
            ContractInfo({
                target: target,
                orgId: whole.org() == 0 ? "" : _ORG_MANAGER.orgIdAt(whole.org()),
                deployer: _deployers[target],
                opened: _opened(whole),
                methods: _methods[target].length
            });
    }

    function _opened(Access access) private view returns (Opened memory opened) {
        opened.opening = access.opening();
        opened.byVote = access.byVote();
        if (access.list() == address(0)) return opened;
        uint256[] memory orgs;
        (orgs, opened.roles) = abi.decode(CodeStorage.read(access.list()), (uint256[], string[]));
        opened.orgs = _orgIds(orgs);
    }

    function _orgIds(uint256[] memory orgs) private view returns (string[] memory orgIds) {
        orgIds = new string[](orgs.length);
        for (uint256 i = 0; i < orgs.length; ++i) orgIds[i] = _ORG_MANAGER.orgIdAt(orgs[i]);
    }
}
