// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {AccountStatus, Deploying, Opening} from "../libraries/Codes.sol";
import {CodeStorage} from "../libraries/CodeStorage.sol";
import {Access} from "../types/Access.sol";
import {Account} from "../types/Account.sol";
import {Inventory} from "../types/Inventory.sol";
import {Org} from "../types/Org.sol";
import {Standing} from "./Standing.sol";

/// @title Which contracts, and which of their methods, an account may call, and whether it may deploy
/// @dev Asked for every transaction, so none of this looks at the caller or reverts.
abstract contract ContractQueries is Standing {
    /// @dev For a member whose role allows a transaction of that type.
    function _mayReach(
        Account account,
        Org ultimate,
        address target,
        bytes calldata payload
    ) internal view returns (bool) {
        if (_isGovernment(target)) return true;
        Inventory inventory = _inventory();
        if (inventory.saysNothing()) return true;
        if (target == address(0)) return _mayDeploy(inventory, ultimate);
        Access access = _accessBy(target, payload);
        uint256 opening = access.opening();
        if (opening == Opening.UNSAID) return !inventory.registeredOnly() || target.code.length == 0;
        if (opening == Opening.LISTED) return _isListed(account, access.list());
        return opening != Opening.NOBODY;
    }

    /// @dev For an account whose role allows nothing, or that has none. Whom its organisation or the network has shut out
    ///      may not call what strangers may.
    function _isOpenToAll(Account account, address target, bytes calldata payload) internal view returns (bool) {
        uint256 status = account.status();
        if (target == address(0) || status > AccountStatus.ACTIVE || _inventory().saysNothing()) return false;
        if (_accessBy(target, payload).opening() != Opening.EVERYBODY) return false;
        if (account.held() && _isAccountStillHeld(account)) return false;
        if (status != AccountStatus.ACTIVE) return true;
        (Org org, Org ultimate) = _orgAt(account.org());
        return _isActive(org, ultimate) && !(ultimate.held() && _isOrgStillHeld(ultimate));
    }

    /* INTERNAL */

    /// @dev Whoever could close these could close the way back.
    function _isGovernment(address target) private view returns (bool) {
        return target == _interface() || target == address(_UPGRADABLE);
    }

    /// @dev What is said of the method that is called, or else of the contract. A contract that is open to nobody is closed
    ///      with all its methods.
    function _accessBy(address target, bytes calldata payload) private view returns (Access access) {
        Access part;
        (access, part) = _accessTo(target, payload.length < 4 ? bytes4(0) : bytes4(payload));
        if (part.opening() != Opening.UNSAID && access.opening() != Opening.NOBODY) access = part;
    }

    function _mayDeploy(Inventory inventory, Org ultimate) private view returns (bool) {
        uint256 own = inventory.deployingSaid() ? _deployingOf(ultimate.ultimate()) : Deploying.AS_NETWORK;
        return own == Deploying.AS_NETWORK ? !inventory.deployingRestricted() : own == Deploying.FREE;
    }

    function _isListed(Account account, address list) private view returns (bool) {
        (uint256[] memory orgs, string[] memory roles) = abi.decode(CodeStorage.read(list), (uint256[], string[]));
        return _isOfOne(account.org(), orgs) && (roles.length == 0 || _isOneOf(_roleId(account.role()), roles));
    }

    /// @dev Whether an organisation is one of these, or below one of them; any is where there are none.
    function _isOfOne(uint256 org, uint256[] memory orgs) private view returns (bool) {
        if (orgs.length == 0) return true;
        while (org != 0) {
            for (uint256 i = 0; i < orgs.length; ++i) {
                if (orgs[i] == org) return true;
            }
            (Org record, ) = _orgAt(org);
            org = record.parent();
        }
        return false;
    }

    function _isOneOf(string memory role, string[] memory roles) private pure returns (bool) {
        bytes32 id = keccak256(bytes(role));
        for (uint256 i = 0; i < roles.length; ++i) {
            if (keccak256(bytes(roles[i])) == id) return true;
        }
        return false;
    }
}
