// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {ICounted} from "../../../contracts/interfaces/ICounted.sol";
import {IOrgManager} from "../../../contracts/interfaces/IOrgManager.sol";
import {IVoterManager} from "../../../contracts/interfaces/IVoterManager.sol";
import {Delays} from "./Delays.sol";

/// @title How much one organisation adds, and how much one network admin proposes
/// @dev Rule 20: what an admin adds by hand is counted, once, for the organisation at the top and for no other, and what
///      is voted is not. Rule 22: a proposer's day, and its wait after a rejection.
abstract contract Limits is Delays {
    /* CONSTANTS */

    uint256 internal constant FIRST_LIMIT = 3; // the settings 3 to 6: nodes, accounts, roles, sub-organisations
    uint256 internal constant LAST_LIMIT = 6;
    uint256 internal constant PROPOSALS_A_DAY = 32;
    uint256 private constant WAIT = 7 days;

    /* STORAGE */

    uint256 private _adding; // the index of the organisation without parent whose admin acts; 0 for none
    mapping(uint256 setting => uint256 records) private _recordsBefore;
    mapping(uint256 setting => mapping(uint256 org => uint256 added)) private _addedBefore;

    mapping(address proposer => mapping(uint256 day => uint256 count)) private _made;
    mapping(bytes32 topic => uint256 time) private _waitsUntil;

    /* RULE 20 */

    /// @dev Until the next look, an admin acts in this organisation.
    function _actsIn(string memory orgId) internal {
        (, , string memory top, , ) = _orgs.getOrgDetails(orgId);
        IOrgManager.OrgInfo[] memory page = _orgs.getOrgPage(0, ALL);
        for (uint256 i = 0; i < page.length; ++i) {
            if (_same(page[i].fullId, top)) _adding = i + 1;
        }
    }

    function _noteTallies() internal {
        for (uint256 setting = FIRST_LIMIT; setting <= LAST_LIMIT; ++setting) {
            _recordsBefore[setting] = _recordsOf(setting);
            ICounted.Use[] memory uses = _uses(setting);
            for (uint256 i = 0; i < uses.length; ++i) {
                _addedBefore[setting][i + 1] = uses[i].added;
            }
        }
    }

    function _lookAtTallies() internal {
        for (uint256 setting = FIRST_LIMIT; setting <= LAST_LIMIT; ++setting) {
            uint256 grown = _recordsOf(setting) - _recordsBefore[setting];
            uint256 forAll = _countedBy(setting).limitOf(0);
            ICounted.Use[] memory uses = _uses(setting);
            for (uint256 i = 0; i < uses.length; ++i) {
                uint256 before = _addedBefore[setting][i + 1];
                if (i + 1 != _adding) {
                    _expect(uses[i].added == before, "a record was counted for another organisation");
                    continue;
                }
                uint256 added = uses[i].added - before;
                // What was let go is no new record, and is counted when somebody claims it.
                _expect(added >= grown && added <= 1, "what an organisation adds is not what is counted");
                uint256 limit = uses[i].ownLimit != 0 ? uses[i].ownLimit : forAll;
                if (limit == 0) limit = _limitAtFirst(setting);
                _expect(added == 0 || uses[i].added <= limit, "an organisation added more than its limit");
            }
        }
        _adding = 0;
    }

    /* RULE 22 */

    function _lookAtProposer(IVoterManager.ProposalInfo memory info) internal {
        uint256 count = ++_made[info.proposer][block.timestamp / 1 days];
        _expect(count <= PROPOSALS_A_DAY, "somebody proposed more than is allowed on one day");
        _expect(_waitsUntil[_topicOf(info)] <= block.timestamp, "what was rejected was proposed again at once");
    }

    /// @dev Others have voted against what somebody had proposed.
    function _letWait(IVoterManager.ProposalInfo memory info) internal {
        _waitsUntil[_topicOf(info)] = block.timestamp + WAIT;
    }

    /* INTERNAL */

    function _topicOf(IVoterManager.ProposalInfo memory info) private pure returns (bytes32) {
        uint256 detail = info.payload.detailOf(info.op);
        return keccak256(abi.encode(info.proposer, info.op, info.org, info.node, info.role, info.account, detail));
    }

    function _uses(uint256 setting) private view returns (ICounted.Use[] memory) {
        return _countedBy(setting).getUsePage(0, _orgs.getNumberOfOrgs());
    }

    function _countedBy(uint256 setting) private view returns (ICounted) {
        address[4] memory managers = [address(_nodes), address(_accounts), address(_roles), address(_orgs)];
        return ICounted(managers[setting - FIRST_LIMIT]);
    }

    function _recordsOf(uint256 setting) private view returns (uint256) {
        if (setting == 3) return _nodes.getNumberOfNodes();
        if (setting == 4) return _accounts.getNumberOfAccounts();
        if (setting == 5) return _roles.getNumberOfRoles();
        return _orgs.getNumberOfOrgs();
    }

    /// @dev In the figures of the manual.
    function _limitAtFirst(uint256 setting) private pure returns (uint256) {
        return [uint256(50), 300, 100, 50][setting - FIRST_LIMIT];
    }
}
