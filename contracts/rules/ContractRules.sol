// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IAccessModule} from "../interfaces/IAccessModule.sol";
import {AccountStatus, Opening, OrgStatus} from "../libraries/Codes.sol";
import {CodeStorage} from "../libraries/CodeStorage.sol";
import {CreateAddress} from "../libraries/CreateAddress.sol";
import {Names} from "../libraries/Names.sol";
import {Access} from "../types/Access.sol";
import {Account} from "../types/Account.sol";
import {Org} from "../types/Org.sol";
import {Role} from "../types/Role.sol";
import {Standing} from "./Standing.sol";

/// @title Whose a contract is, and who says who may call it
/// @dev Only whoever deploys a contract can say whose it is: an admin who could, could close the contract of somebody else.
abstract contract ContractRules is IAccessModule, Standing {
    /// @dev A list is read for each transaction to the contract.
    uint256 private constant MOST = 32;

    /* WHOSE IT IS */

    /// @inheritdoc IAccessModule
    function registerContract(string calldata orgId, address target, uint56 nonce) external {
        address caller = _sender();
        bool deploys = CreateAddress.createdBy(caller, nonce) == target;
        (uint256 org, , ) = _requireGiver(caller, orgId, deploys && _isMember(caller, orgId));
        if (target == address(0)) revert ZeroAddress();
        (Access whole, ) = _accessTo(target, 0);
        if (_isTheNetwork(caller)) {
            if (whole.org() == org && !whole.byVote()) revert NothingChanges();
            _registerContract(target, org, orgId, address(0));
            return;
        }
        if (!deploys) revert NotDeployer(target, caller);
        if (whole.org() != 0) revert ContractInUse(target);

        _registerContract(target, org, orgId, caller);
    }

    /// @inheritdoc IAccessModule
    function forgetDeployer(string calldata orgId, address target) external {
        (uint256 org, ) = _requireMayTake(_sender(), orgId);
        _requireContractOf(target, org, orgId);
        if (_deployerOf(target) == address(0)) revert NothingChanges();

        _forgetDeployer(target, orgId);
    }

    /* WHO MAY CALL IT */

    /// @inheritdoc IAccessModule
    function setContractAccess(
        string calldata orgId,
        address target,
        uint8 opening,
        string[] calldata orgs,
        string[] calldata roles
    ) external {
        address caller = _sender();
        uint256 org = _requireMayOpen(caller, orgId, target, opening);
        Access whole = _requireContractOf(target, org, orgId);
        bool byVote = _isTheNetwork(caller);
        if (opening == Opening.UNSAID) revert OpeningNotAllowed(opening);
        if (whole.byVote() && !byVote) revert SetByVote(target, 0);
        uint256[] memory listed = _requireOpening(opening, orgs, roles, byVote);
        if (_saysTheSame(whole, opening, listed, roles, byVote)) revert NothingChanges();

        _openContract(target, orgId, opening, listed, roles, byVote);
    }

    /// @inheritdoc IAccessModule
    function setMethodAccess(
        string calldata orgId,
        address target,
        bytes4 method,
        uint8 opening,
        string[] calldata orgs,
        string[] calldata roles
    ) external {
        address caller = _sender();
        uint256 org = _requireMayOpen(caller, orgId, target, opening);
        Access whole = _requireContractOf(target, org, orgId);
        // Transactions with fewer than four bytes are not told from it.
        if (method == 0) revert MethodNotAllowed(method);
        (, Access part) = _accessTo(target, method);
        bool network = _isTheNetwork(caller);
        if (!network && whole.byVote()) revert SetByVote(target, 0);
        if (!network && part.byVote()) revert SetByVote(target, method);
        uint256[] memory listed = _requireOpening(opening, orgs, roles, network);
        bool byVote = network && opening != Opening.UNSAID;
        if (_saysTheSame(part, opening, listed, roles, byVote)) revert NothingChanges();

        _openMethod(target, method, orgId, opening, listed, roles, byVote);
    }

    /* INTERNAL */

    /// @dev Whoever may say who may call a contract: to close it is to take something away, the rest is to give.
    function _requireMayOpen(
        address caller,
        string calldata orgId,
        address target,
        uint256 opening
    ) private returns (uint256 org) {
        bool entitled = caller == _deployerOf(target) && _isMember(caller, orgId);
        if (opening == Opening.NOBODY) (org, ) = _requireTaker(caller, orgId, entitled);
        else (org, , ) = _requireGiver(caller, orgId, entitled);
    }

    /// @dev Whether an account is active, holds a role, and belongs to the organisation itself.
    function _isMember(address account, string calldata orgId) private view returns (bool) {
        Account record = _account(account);
        (uint256 org, ) = _findOrg(orgId);
        if (org == 0 || record.org() != org || record.status() != AccountStatus.ACTIVE) return false;
        if (record.held() && _isAccountStillHeld(record)) return false;
        return Role.unwrap(_roleOf(record)) != 0;
    }

    function _requireContractOf(
        address target,
        uint256 org,
        string calldata orgId
    ) private view returns (Access whole) {
        (whole, ) = _accessTo(target, 0);
        if (whole.org() != org) revert ContractOfOtherOrg(target, orgId);
    }

    /// @dev A list has something exactly where those are meant that are listed.
    /// @return listed The indexes of the organisations.
    function _requireOpening(
        uint256 opening,
        string[] calldata orgs,
        string[] calldata roles,
        bool network
    ) private view returns (uint256[] memory listed) {
        bool lists = orgs.length != 0 || roles.length != 0;
        bool allowed = opening <= Opening.LAST && lists == (opening == Opening.LISTED);
        if (!allowed || (opening == Opening.EVERYBODY && !network)) revert OpeningNotAllowed(opening);
        _requireRoles(roles);
        if (orgs.length > MOST) revert ListTooLong(orgs.length, MOST);
        listed = new uint256[](orgs.length);
        for (uint256 i = 0; i < orgs.length; ++i) {
            Org record;
            (listed[i], record) = _requireOrg(orgs[i]);
            if (record.status() == OrgStatus.PROPOSED) revert OrgNotActive(orgs[i]);
            for (uint256 j = 0; j < i; ++j) {
                if (listed[j] == listed[i]) revert ListedTwice(orgs[i]);
            }
        }
    }

    function _requireRoles(string[] calldata roles) private pure {
        if (roles.length > MOST) revert ListTooLong(roles.length, MOST);
        for (uint256 i = 0; i < roles.length; ++i) {
            Names.requireName(roles[i]);
            for (uint256 j = 0; j < i; ++j) {
                if (keccak256(bytes(roles[j])) == keccak256(bytes(roles[i]))) revert ListedTwice(roles[i]);
            }
        }
    }

    function _saysTheSame(
        Access access,
        uint256 opening,
        uint256[] memory orgs,
        string[] calldata roles,
        bool byVote
    ) private view returns (bool) {
        if (access.opening() != opening || access.byVote() != byVote) return false;
        if (access.list() == address(0)) return true;
        return keccak256(CodeStorage.read(access.list())) == keccak256(abi.encode(orgs, roles));
    }
}
