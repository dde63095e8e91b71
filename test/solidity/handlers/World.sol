// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IVoterManager} from "../../../contracts/interfaces/IVoterManager.sol";
import {AccountStatus, NodeStatus, ProposalState} from "../../../contracts/libraries/Codes.sol";
import {Suite} from "../Suite.sol";

/// @title Whom and what the handler chooses from
/// @dev Small pools, so that random calls meet: a dozen people and nodes, nine organisations, a few roles. A choice is
///      mostly one that can succeed, and sometimes any.
abstract contract World is Suite {
    /* CONSTANTS */

    uint256 internal constant FIRST_ADMINS = 2;
    uint256 internal constant NODES = 12;

    /* CHOOSING */

    function _anybody(uint256 seed) internal pure returns (address) {
        return _person(seed % PEOPLE);
    }

    /// @dev A network admin, or one time in eight anybody.
    function _someVoter(uint256 seed) internal view returns (address) {
        return seed % 8 == 7 ? _anybody(seed / 8) : _nextPerson(seed / 8, ADMIN_ORG, true);
    }

    /// @dev Who may act in the organisation, or one time in eight anybody.
    function _someAdminOf(string memory orgId, uint256 seed) internal view returns (address) {
        return seed % 8 == 7 ? _anybody(seed / 8) : _nextPerson(seed / 8, orgId, false);
    }

    function _newOrgId(uint256 seed) internal pure returns (string memory) {
        return string.concat("ORG", string(abi.encodePacked(bytes1(uint8(49 + (seed % 9))))));
    }

    function _subOrgId(uint256 seed) internal pure returns (string memory) {
        return seed % 2 == 0 ? "SUB1" : "SUB2";
    }

    /// @dev The full id of an organisation in the list.
    function _someOrg(uint256 seed) internal view returns (string memory) {
        return _orgs.getOrgPage(seed % _orgs.getNumberOfOrgs(), 1)[0].fullId;
    }

    function _someRole(uint256 seed) internal pure returns (string memory) {
        uint256 choice = seed % 8;
        if (choice == 6) return NETWORK_ADMIN;
        if (choice == 7) return ORG_ADMIN;
        return choice % 2 == 0 ? "TRADER" : "MANAGER";
    }

    /// @dev The organisation of an account, or one time in eight any.
    function _orgOf(address account, uint256 seed) internal view returns (string memory orgId) {
        (, orgId, , , ) = _accounts.getAccountDetails(account);
        if (seed % 8 == 7 || bytes(orgId).length == 0) return _someOrg(seed / 8);
    }

    /// @dev An organisation without parent.
    function _someTop(uint256 seed) internal view returns (string memory top) {
        (, , top, , ) = _orgs.getOrgDetails(_someOrg(seed));
        if (bytes(top).length == 0) return ADMIN_ORG;
    }

    function _someNode(uint256 seed) internal view returns (string memory) {
        return _enode(seed % NODES);
    }

    /// @dev An account that is blacklisted, or whose recovery is voted on; any when there is none.
    function _lostAccount(uint256 seed, bool forGood) internal view returns (address account) {
        uint256 status = forGood ? AccountStatus.BLACKLISTED : AccountStatus.RECOVERY_PROPOSED;
        for (uint256 i = 0; i < PEOPLE; ++i) {
            account = _anybody(_bound(seed, 0, PEOPLE) + i);
            if (_accounts.getAccountStatus(account) == status) return account;
        }
    }

    /// @dev A node that is blacklisted, or whose recovery is voted on; any when there is none.
    function _lostNode(uint256 seed, bool forGood) internal view returns (string memory enodeId) {
        uint256 wanted = forGood ? NodeStatus.BLACKLISTED : NodeStatus.RECOVERY_PROPOSED;
        for (uint256 i = 0; i < NODES; ++i) {
            enodeId = _someNode(_bound(seed, 0, NODES) + i);
            (, , , , , uint256 status) = _nodes.getNodeDetails(enodeId);
            if (status == wanted) return enodeId;
        }
    }

    /// @dev An open proposal, or one time in four any number.
    function _someProposal(uint256 seed) internal view returns (uint256) {
        IVoterManager.ProposalInfo[] memory open = _voters.getOpenProposals(0, ALL);
        if (seed % 4 == 3 || open.length == 0) return (seed / 4) % (_voters.getNumberOfProposals() + 2);
        return open[(seed / 4) % open.length].id;
    }

    /// @dev The first proposal that is open in its record, or waits, though its time is over; or one as above.
    function _lateProposal(uint256 seed) internal view returns (uint256) {
        IVoterManager.ProposalInfo[] memory page = _voters.getProposalPage(0, ALL);
        for (uint256 i = 0; i < page.length; ++i) {
            bool expired = page[i].state == ProposalState.OPEN && block.timestamp >= page[i].expiresAt;
            bool lapsed = page[i].state == ProposalState.PASSED && block.timestamp >= page[i].expiresAt + 7 days;
            if (expired || lapsed) return page[i].id;
        }
        return _someProposal(seed);
    }

    /// @dev A proposal that is over, the nearest from `seed` on; 0 when there is none.
    function _closedProposal(uint256 seed) internal view returns (uint256) {
        uint256 count = _voters.getNumberOfProposals();
        for (uint256 i = 0; i < count; ++i) {
            uint256 id = ((_bound(seed, 0, count - 1) + i) % count) + 1;
            uint256 state = _voters.getProposal(id).state;
            if (state > ProposalState.OPEN && state != ProposalState.PASSED) return id;
        }
        return 0;
    }

    /// @dev An open proposal for the same; 0 when there is none.
    function _openLike(IVoterManager.ProposalInfo memory info) internal view returns (uint256) {
        IVoterManager.ProposalInfo[] memory open = _voters.getOpenProposals(0, ALL);
        for (uint256 i = 0; i < open.length; ++i) {
            bool same = open[i].op == info.op && open[i].org == info.org && open[i].account == info.account;
            if (same && open[i].node == info.node) return open[i].id;
        }
        return 0;
    }

    /// @dev A proposal that has passed, the nearest from `seed` on; 0 when there is none.
    /// @param waits Whether it still has to wait.
    function _passedProposal(uint256 seed, bool waits) internal view returns (uint256) {
        IVoterManager.ProposalInfo[] memory page = _voters.getProposalPage(0, ALL);
        for (uint256 i = 0; i < page.length; ++i) {
            uint256 place = (_bound(seed, 0, page.length - 1) + i) % page.length;
            bool inTime = !waits || block.timestamp < page[place].expiresAt;
            if (page[place].state == ProposalState.PASSED && inTime) return page[place].id;
        }
        return 0;
    }

    /* INTERNAL */

    /// @dev The first of the people from `seed` on that is what is asked for.
    function _nextPerson(uint256 seed, string memory orgId, bool voter) private view returns (address) {
        for (uint256 i = 0; i < PEOPLE; ++i) {
            address person = _anybody(_bound(seed, 0, PEOPLE) + i);
            if (voter ? _door.isNetworkAdmin(person) : _door.isOrgAdmin(person, orgId)) return person;
        }
        return _anybody(seed);
    }
}
