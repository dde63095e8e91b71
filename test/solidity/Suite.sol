// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IAccountManager} from "../../contracts/interfaces/IAccountManager.sol";
import {IContractManager} from "../../contracts/interfaces/IContractManager.sol";
import {INodeManager} from "../../contracts/interfaces/INodeManager.sol";
import {IOrgManager} from "../../contracts/interfaces/IOrgManager.sol";
import {IPermissionsChecks} from "../../contracts/interfaces/IPermissionsChecks.sol";
import {IPermissionsImplementation} from "../../contracts/interfaces/IPermissionsImplementation.sol";
import {IPermissionsInterface} from "../../contracts/interfaces/IPermissionsInterface.sol";
import {IPermissionsUpgradable} from "../../contracts/interfaces/IPermissionsUpgradable.sol";
import {IRoleManager} from "../../contracts/interfaces/IRoleManager.sol";
import {IVoterManager} from "../../contracts/interfaces/IVoterManager.sol";
import {OrgStatus} from "../../contracts/libraries/Codes.sol";
import {Suite as Addresses} from "../../contracts/types/Suite.sol";
import {Test} from "./Test.sol";

/// @title The nine contracts and their modules, deployed and booted
/// @dev They come from the compiled artifacts, so a test compiles against their interfaces alone.
abstract contract Suite is Test {
    /* CONSTANTS */

    address internal constant GUARDIAN = address(0x6A);
    /// @dev The field of secp256k1 (SEC 2, section 2.4.1).
    uint256 internal constant FIELD = 0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2f;
    string internal constant ADMIN_ORG = "CONSORTIUM";
    string internal constant NETWORK_ADMIN = "NWADMIN";
    string internal constant ORG_ADMIN = "OADMIN";
    string internal constant HOST = "10.0.0.1";
    uint16 internal constant PORT = 21000;
    uint16 internal constant RAFT_PORT = 50400;
    uint256 internal constant START = 1_700_000_000;
    uint256 internal constant ALL = type(uint256).max;
    uint256 internal constant PEOPLE = 12; // whom random tests choose from

    /* STORAGE */

    IPermissionsUpgradable internal _upgradable;
    IPermissionsInterface internal _door; // the interface, with the functions of the reference
    IPermissionsChecks internal _checks; // the same address, with what nodes ask
    IPermissionsImplementation internal _rules; // the implementation itself
    IOrgManager internal _orgs;
    IRoleManager internal _roles;
    IAccountManager internal _accounts;
    IVoterManager internal _voters;
    INodeManager internal _nodes;
    IContractManager internal _contracts;

    /* DEPLOYING */

    function _deploy() internal {
        VM.warp(START);
        _upgradable = IPermissionsUpgradable(_create("PermissionsUpgradable", abi.encode(GUARDIAN)));
        bytes memory upgradable = abi.encode(_upgradable);
        _door = IPermissionsInterface(_create("PermissionsInterface", upgradable));
        _checks = IPermissionsChecks(address(_door));
        _orgs = IOrgManager(_create("OrgManager", upgradable));
        _roles = IRoleManager(_create("RoleManager", upgradable));
        _accounts = IAccountManager(_create("AccountManager", upgradable));
        _voters = IVoterManager(_create("VoterManager", upgradable));
        _nodes = INodeManager(_create("NodeManager", upgradable));
        _contracts = IContractManager(_create("ContractManager", abi.encode(_upgradable, _orgs)));
        _rules = _createRules(_addresses());

        VM.prank(GUARDIAN);
        _upgradable.init(address(_door), address(_rules));
    }

    /// @dev Works on the contracts that another one deployed.
    function _join(Suite other) internal {
        address[9] memory suite = other.contracts();
        _upgradable = IPermissionsUpgradable(suite[0]);
        _door = IPermissionsInterface(suite[1]);
        _checks = IPermissionsChecks(address(_door));
        _rules = IPermissionsImplementation(suite[2]);
        _orgs = IOrgManager(suite[3]);
        _roles = IRoleManager(suite[4]);
        _accounts = IAccountManager(suite[5]);
        _voters = IVoterManager(suite[6]);
        _nodes = INodeManager(suite[7]);
        _contracts = IContractManager(suite[8]);
    }

    function contracts() external view returns (address[9] memory) {
        return
            [
                address(_upgradable),
                address(_door),
                address(_rules),
                address(_orgs),
                address(_roles),
                address(_accounts),
                address(_voters),
                address(_nodes),
                address(_contracts)
            ];
    }

    function _boot(address[] memory admins) internal {
        VM.startPrank(GUARDIAN);
        _door.setPolicy(ADMIN_ORG, NETWORK_ADMIN, ORG_ADMIN);
        _door.init(4, 4);
        _door.addAdminNode(_enode(0), HOST, PORT, RAFT_PORT);
        for (uint256 i = 0; i < admins.length; ++i) {
            _door.addAdminAccount(admins[i]);
        }
        _door.updateNetworkBootStatus();
        VM.stopPrank();
    }

    /* ACTING */

    /// @dev Calls the interface as somebody; whether it was accepted.
    function _as(address who, bytes memory call_) internal returns (bool accepted) {
        VM.prank(who);
        (accepted, ) = address(_door).call(call_);
    }

    /* ASKING */

    /// @dev Whether the interface answers a check in one clean word: what the implementation says, and no where that refuses
    ///      or says something else.
    function _answersCleanly(bytes memory question) internal view returns (bool) {
        (bool answered, bytes memory answer) = address(_rules).staticcall(question);
        return _answers(question, answered && keccak256(answer) == keccak256(abi.encode(true)));
    }

    function _answers(bytes memory question, bool yes) internal view returns (bool) {
        (bool answered, bytes memory answer) = address(_door).staticcall(question);
        return answered && keccak256(answer) == keccak256(abi.encode(yes));
    }

    /// @dev Call data with another word in the place of the one with that number.
    function _withWord(bytes memory call_, uint256 number, uint256 word) internal pure returns (bytes memory changed) {
        changed = bytes.concat(call_);
        uint256 at = 4 + 32 * number;
        assembly ("memory-safe") {
            mstore(add(add(changed, 0x20), at), word)
        }
    }

    /* READING */

    /// @dev The account with an index from 1 on; zero for index 0.
    function _accountAt(uint256 index) internal view returns (address) {
        return index == 0 ? address(0) : _accounts.getAccountPage(index - 1, 1)[0].account;
    }

    /// @dev Whether an organisation and its ultimate parent are active, from their statuses alone.
    function _isOrgActive(string memory orgId) internal view returns (bool) {
        (, , string memory ultimateId, , uint256 status) = _orgs.getOrgDetails(orgId);
        (, , , , uint256 ultimateStatus) = _orgs.getOrgDetails(ultimateId);
        return OrgStatus.isActive(status) && OrgStatus.isActive(ultimateStatus);
    }

    /* NAMES */

    function _person(uint256 number) internal pure returns (address) {
        return address(uint160(0xA000 + number));
    }

    /// @dev A list of the first `count` people.
    function _people(uint256 count) internal pure returns (address[] memory people) {
        people = new address[](count);
        for (uint256 i = 0; i < count; ++i) {
            people[i] = _person(i);
        }
    }

    function _enode(uint256 number) internal view returns (string memory) {
        (uint256 x, uint256 y) = _point(number);
        return _enodeId(x, y);
    }

    function _enodeId(uint256 x, uint256 y) internal pure returns (string memory) {
        return string(abi.encodePacked(_hex(bytes32(x)), _hex(bytes32(y))));
    }

    /// @dev A point of secp256k1 for each number: the first whose x is at or after the number's hash.
    function _point(uint256 number) internal view returns (uint256 x, uint256 y) {
        x = uint256(keccak256(abi.encode(number)));
        uint256 square;
        do {
            unchecked {
                ++x;
            }
            square = addmod(mulmod(x, mulmod(x, x, FIELD), FIELD), 7, FIELD);
            (, bytes memory power) = address(5).staticcall(abi.encode(32, 32, 32, square, (FIELD + 1) / 4, FIELD));
            y = abi.decode(power, (uint256));
        } while (x >= FIELD || mulmod(y, y, FIELD) != square);
        if (number % 2 == 1) y = FIELD - y;
    }

    function _hex(bytes32 word) internal pure returns (bytes memory text) {
        text = new bytes(64);
        for (uint256 i = 0; i < 32; ++i) {
            text[2 * i] = _digit(uint8(word[i]) >> 4);
            text[2 * i + 1] = _digit(uint8(word[i]) & 0x0f);
        }
    }

    function _digit(uint8 value) internal pure returns (bytes1) {
        return bytes1(value < 10 ? 48 + value : 87 + value);
    }

    function _same(string memory left, string memory right) internal pure returns (bool) {
        return keccak256(bytes(left)) == keccak256(bytes(right));
    }

    /* INTERNAL */

    function _addresses() internal view returns (Addresses memory) {
        return
            Addresses({
                upgradable: address(_upgradable),
                permInterface: address(_door),
                orgManager: address(_orgs),
                roleManager: address(_roles),
                accountManager: address(_accounts),
                voterManager: address(_voters),
                nodeManager: address(_nodes),
                contractManager: address(_contracts)
            });
    }

    /// @dev An implementation with modules of its own.
    function _createRules(Addresses memory suite) internal returns (IPermissionsImplementation) {
        bytes memory arguments = abi.encode(
            suite,
            _create("OrganisationModule", abi.encode(suite)),
            _create("AccountModule", abi.encode(suite)),
            _create("DecisionModule", abi.encode(suite)),
            _create("SettingModule", abi.encode(suite)),
            _create("BallotModule", abi.encode(suite)),
            _create("ResolutionModule", abi.encode(suite)),
            _create("PolicyModule", abi.encode(suite)),
            _create("EmergencyModule", abi.encode(suite)),
            _create("NodeModule", abi.encode(suite)),
            _create("AccessModule", abi.encode(suite))
        );
        return IPermissionsImplementation(_create("PermissionsImplementation", arguments));
    }

    function _create(string memory name, bytes memory arguments) internal returns (address created) {
        bytes memory code = abi.encodePacked(VM.getCode(string.concat(name, ".sol:", name)), arguments);
        assembly ("memory-safe") {
            created := create(0, add(code, 0x20), mload(code))
        }
        VM.assertTrue(created != address(0), name);
    }
}
