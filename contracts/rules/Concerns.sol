// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IAccessModule} from "../interfaces/IAccessModule.sol";
import {IAccountModule} from "../interfaces/IAccountModule.sol";
import {IPermissionsInterface} from "../interfaces/IPermissionsInterface.sol";
import {IPolicyModule} from "../interfaces/IPolicyModule.sol";
import {ISettingModule} from "../interfaces/ISettingModule.sol";
import {CodeStorage} from "../libraries/CodeStorage.sol";
import {Op} from "../libraries/Codes.sol";
import {Access} from "../types/Access.sol";
import {Org} from "../types/Org.sol";
import {RulesBase} from "./RulesBase.sol";

/// @title Which organisations a resolution is about
abstract contract Concerns is IPolicyModule, RulesBase {
    /// @inheritdoc IPolicyModule
    function concerns(uint256 id, uint256 org) external view returns (bool) {
        if (_proposal(id).op() != Op.RESOLVE) return false;
        (address content, ) = _payloadOf(id).unpackChanges();
        bytes[] memory changes = abi.decode(CodeStorage.read(content), (bytes[]));
        for (uint256 i = 0; i < changes.length; ++i) {
            try IPolicyModule(address(this)).isAbout(changes[i], org) returns (bool about) {
                if (about) return true;
            } catch {
                // One without arguments is about nothing, and keeps nobody from stopping the others.
                continue;
            }
        }
        return false;
    }

    /// @inheritdoc IPolicyModule
    function isAbout(bytes calldata change, uint256 org) external view returns (bool) {
        return _topOrgIn(change) == org || _loserIn(change) == org;
    }

    /// @dev The organisation without parent from whose tree a change takes a contract; 0 for none.
    function _loserIn(bytes calldata change) private view returns (uint256) {
        if (bytes4(change) != IAccessModule.registerContract.selector) return 0;
        (, address target) = abi.decode(change[4:], (string, address));
        (Access whole, ) = _accessTo(target, 0);
        (Org org, ) = _orgAt(whole.org());
        return org.ultimate();
    }

    /// @dev The organisation without parent that a change is about, or in whose tree; 0 for none, and one that is not
    ///      there yet.
    function _topOrgIn(bytes calldata change) private view returns (uint256) {
        bytes4 selector = bytes4(change);
        string memory orgId;
        bool ofNone =
            selector == ISettingModule.proposeRule.selector ||
                selector == IPolicyModule.proposePolicy.selector ||
                selector == ISettingModule.proposeSetting.selector;
        if (ofNone) return 0;
        bool second =
            selector == IPermissionsInterface.addNewRole.selector ||
                selector == IPermissionsInterface.removeRole.selector;
        bool afterAccount =
            selector == IPermissionsInterface.assignAccountRole.selector ||
                selector == IAccountModule.assignAccountRoleUntil.selector;
        if (second) (, orgId) = abi.decode(change[4:], (string, string));
        else if (afterAccount) (, orgId) = abi.decode(change[4:], (address, string));
        else if (selector == ISettingModule.proposeLimit.selector)
            (, orgId) = abi.decode(change[4:], (uint256, string));
        else orgId = abi.decode(change[4:], (string));
        (, Org org) = _findOrgBy(keccak256(bytes(orgId)));
        return org.ultimate();
    }
}
