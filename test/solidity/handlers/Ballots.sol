// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IVoterManager} from "../../../contracts/interfaces/IVoterManager.sol";
import {Op} from "../../../contracts/libraries/Codes.sol";
import {Electors} from "./Electors.sol";

/// @title The votes on each proposal, and whether they decide it
abstract contract Ballots is Electors {
    /* CONSTANTS */

    uint256 private constant FOR = 1;
    uint256 private constant AGAINST = 2;

    /* STORAGE */

    uint256 internal _electorate; // how many network admins there were before the call that is being looked at
    mapping(address voter => bool) internal _present;
    mapping(address voter => uint256) internal _terms; // grows when the voter leaves
    mapping(uint256 id => mapping(address voter => mapping(uint256 term => uint256 vote))) private _votes;

    /* WHAT HAPPENED */

    /// @dev A vote was accepted. `present` and `term` are those of its author before: it may have voted itself out.
    function _countVote(
        IVoterManager.ProposalInfo memory info,
        address voter,
        bool support,
        bool present,
        uint256 term
    ) internal {
        bool reported = present && _votes[info.id][voter][term] == 0;
        _expect(reported || _isByPolicy(info), "somebody voted twice");
        if (reported) _votes[info.id][voter][term] = support ? FOR : AGAINST;
        _countVoice(info, voter, support);
    }

    /// @dev A network admin is against what has passed, whatever it had voted.
    function _countAgainst(uint256 id, address voter) internal {
        _votes[id][voter][_terms[voter]] = AGAINST;
    }

    function _lookAtVoter(address account) internal {
        bool present = _voters.isVoter(account);
        if (_present[account] && !present) ++_terms[account];
        _present[account] = present;
    }

    /* WHAT SHOULD BE */

    /// @notice The votes of those who are network admins now, as counted here.
    function countedVotes(uint256 id) public view returns (uint256 votesFor, uint256 votesAgainst) {
        for (uint256 i = 0; i < PEOPLE; ++i) {
            uint256 vote = _voteOf(id, _person(i));
            if (vote == FOR) ++votesFor;
            if (vote == AGAINST) ++votesAgainst;
        }
    }

    /// @dev Whether the votes meet the rules of all operations of a proposal.
    function _isApproved(IVoterManager.ProposalInfo memory info) internal view returns (bool) {
        uint256 operations = _decidingOn(info);
        for (uint256 op = 1; operations >> op != 0; ++op) {
            if ((operations >> op) & 1 == 0) continue;
            bool met =
                _rule[op].isOfNetworkAdmins() ? _meets(_rule[op], info.votesFor, _electorate) : _isMet(info.id, op);
            if (!met) return false;
        }
        return true;
    }

    /// @dev Whether one of its rules can be met no more.
    function _isLost(IVoterManager.ProposalInfo memory info) internal view returns (bool) {
        uint256 operations = _decidingOn(info);
        for (uint256 op = 1; operations >> op != 0; ++op) {
            if ((operations >> op) & 1 == 0) continue;
            bool missed =
                _rule[op].isOfNetworkAdmins()
                    ? !_meets(_rule[op], _electorate - info.votesAgainst, _electorate)
                    : _isMissed(info.id, op);
            if (missed) return true;
        }
        return false;
    }

    /// @dev Whether no other network admin than its proposer has voted for a proposal, or a policy says who votes.
    function _isOnesOwn(IVoterManager.ProposalInfo memory info) internal view returns (bool) {
        (uint256 votesFor, ) = countedVotes(info.id);
        return _isByPolicy(info) || votesFor == (_voteOf(info.id, info.proposer) == FOR ? 1 : 0);
    }

    /// @dev Whether others than its proposer must have voted against it.
    /// @param caller Who cast the last vote, which is not counted yet.
    function _isOpposed(IVoterManager.ProposalInfo memory info, address caller) internal view returns (bool) {
        bool alone = caller == info.proposer || _voteOf(info.id, info.proposer) == AGAINST;
        return info.votesAgainst > (alone ? 1 : 0);
    }

    /// @dev Whether its proposer may propose such a thing no longer.
    function _isAbandoned(IVoterManager.ProposalInfo memory info) internal view returns (bool) {
        if (_mayPropose(info.op, info.proposer)) return false;
        Standing memory standing = _standingOf(info.proposer);
        if (!Op.isMadeByHand(info.op) || !standing.byVote) return true;
        return !_same(_topOf(standing.orgId), _topOf(_orgs.getOrgPage(info.org - 1, 1)[0].fullId));
    }

    /* INTERNAL */

    function _topOf(string memory orgId) internal view returns (string memory top) {
        (, , top, , ) = _orgs.getOrgDetails(orgId);
    }

    function _isByPolicy(IVoterManager.ProposalInfo memory info) private view returns (bool) {
        uint256 operations = _decidingOn(info);
        for (uint256 op = 1; operations >> op != 0; ++op) {
            if ((operations >> op) & 1 == 1 && !_rule[op].isOfNetworkAdmins()) return true;
        }
        return false;
    }

    function _voteOf(uint256 id, address voter) private view returns (uint256) {
        return _present[voter] ? _votes[id][voter][_terms[voter]] : 0;
    }
}
