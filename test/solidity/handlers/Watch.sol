// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IAccountManager} from "../../../contracts/interfaces/IAccountManager.sol";
import {INodeManager} from "../../../contracts/interfaces/INodeManager.sol";
import {IOrgManager} from "../../../contracts/interfaces/IOrgManager.sol";
import {IVoterManager} from "../../../contracts/interfaces/IVoterManager.sol";
import {
    AccountStatus,
    NodeStatus,
    Op,
    OrgStatus,
    ProposalState,
    RuleKind
} from "../../../contracts/libraries/Codes.sol";
import {Limits} from "./Limits.sol";

/// @title What may change from one call to the next
/// @dev Compares everything before and after each call with the state machines and with votes it counted itself. The
///      first thing that should not have happened is remembered as `violation`.
abstract contract Watch is Limits {
    /* STORAGE */

    mapping(uint256 op => mapping(uint256 state => uint256 count)) public ended;
    uint256 public accepted;
    uint256 public refused;

    mapping(bytes32 record => uint256 status) private _statusOf;
    mapping(bytes32 record => string orgId) private _ownerOf; // of accounts and nodes
    mapping(bytes32 record => bytes32 hash) private _placeOf; // of nodes: where they listen
    mapping(address account => string role) private _adminRole; // the admin role that it holds in effect
    mapping(uint256 id => uint256 state) private _stateOf;
    mapping(uint256 id => bytes32 hash) private _closedAs;

    mapping(address voter => bool) private _present;
    mapping(address voter => uint256) private _terms; // grows when the voter leaves
    mapping(uint256 id => mapping(address voter => mapping(uint256 term => uint256 vote))) private _votes;

    // What held before the call that is being looked at, and what it ended.
    uint256 private _electorate;
    mapping(uint256 op => IVoterManager.RuleInfo) private _rulesBefore;
    bytes32 private _policyBefore;
    bool private _comparedBefore;
    bool private _namesBefore;
    mapping(uint256 op => bool) private _passed;
    mapping(uint256 op => bool) private _failed;
    uint256 private _resolved; // the operations that a resolution brought about: bit n for n

    /* CALLS */

    function _begin() internal {
        _prepare();
        _look(address(0));
        violation = "";
    }

    function _try(address caller, bytes memory call_) internal returns (bool done) {
        _prepare();
        done = _as(caller, call_);
        if (done) ++accepted;
        else ++refused;
        _look(caller);
    }

    /// @dev What admins do alone at first. It is not done yet if it is put to the vote, which network admins may do as well.
    function _tryAtOnce(address caller, string memory orgId, bytes memory call_) private returns (bool done) {
        bool mayPropose = _isNetworkAdmin(caller) || mayTakeIn(caller, orgId);
        uint256 proposals = _voters.getNumberOfProposals();
        done = _try(caller, call_);
        if (_voters.getNumberOfProposals() == proposals) return done;
        _expect(mayPropose, "somebody who is no admin put something to the vote");
        return false;
    }

    /// @dev A call that only a network admin may make.
    function _tryAsVoter(address caller, bytes memory call_) internal returns (bool done) {
        bool may = _isNetworkAdmin(caller);
        done = _try(caller, call_);
        _expect(may || !done, "somebody acted as a network admin who is none");
    }

    /// @dev A call that only who is above or in an active organisation may make.
    function _tryAsAdmin(address caller, string memory orgId, bytes memory call_) internal returns (bool done) {
        bool may = mayActIn(caller, orgId);
        _actsIn(orgId);
        done = _tryAtOnce(caller, orgId, call_);
        _expect(may || !done, "somebody acted as an organisation's admin who is none");
    }

    /// @dev A call that only who is above or in an organisation may make, to take a right away.
    function _tryAsTakingAdmin(address caller, string memory orgId, bytes memory call_) internal returns (bool done) {
        bool may = mayTakeIn(caller, orgId);
        done = _tryAtOnce(caller, orgId, call_);
        _expect(may || !done, "somebody took a right away who is no admin");
    }

    function _countVote(uint256 id, address voter, bool support) internal {
        // Who voted was present; who left by this very vote left after it was counted.
        uint256 term = _present[voter] ? _terms[voter] : _terms[voter] - 1;
        _expect(_votes[id][voter][term] == 0, "somebody voted twice");
        _votes[id][voter][term] = support ? 1 : 2;
    }

    /* WHAT SHOULD BE */

    /// @notice The votes of those who are voters now, as counted here.
    function countedVotes(uint256 id) public view returns (uint256 votesFor, uint256 votesAgainst) {
        for (uint256 i = 0; i < PEOPLE; ++i) {
            address voter = _person(i);
            if (!_present[voter]) continue;
            uint256 vote_ = _votes[id][voter][_terms[voter]];
            if (vote_ == 1) ++votesFor;
            if (vote_ == 2) ++votesAgainst;
        }
    }

    /* BEFORE A CALL */

    function _prepare() internal {
        (, _electorate) = _voters.getNumberOfVoters();
        (_comparedBefore, _namesBefore) = _nodes.getAddressRules();
        _policyBefore = _policy();
        _noteTallies();
        _resolved = 0;
        for (uint256 op = 1; op <= Op.LAST; ++op) {
            _rulesBefore[op] = _voters.getRule(op);
            _passed[op] = false;
            _failed[op] = false;
        }
    }

    /* AFTER A CALL */

    function _look(address caller) internal {
        _lookAtProposals(caller);
        _lookAtOrgs();
        _lookAtAccounts();
        _lookAtNodes();
        _lookAtSettings();
        _lookAtTallies();
    }

    function _lookAtProposals(address caller) private {
        IVoterManager.ProposalInfo[] memory page = _voters.getProposalPage(0, ALL);
        for (uint256 i = 0; i < page.length; ++i) {
            IVoterManager.ProposalInfo memory info = page[i];
            uint256 before = _stateOf[info.id];
            if (before > ProposalState.OPEN) {
                _expect(_closedAs[info.id] == keccak256(abi.encode(info)), "a closed proposal changed");
                continue;
            }
            // What a resolution opens has no proposer, and has ended with it.
            if (before == ProposalState.NONE && info.proposer != address(0)) _lookAtProposer(info);
            if (info.state == ProposalState.OPEN) {
                if (before == ProposalState.NONE) {
                    _expect(info.proposer == caller, "a proposal names another proposer");
                    _expect(info.votesFor + info.votesAgainst == 0, "a new proposal has votes");
                    _expect(_rulesBefore[info.op].kind != RuleKind.FORBIDDEN, "a forbidden proposal was opened");
                }
            } else {
                _lookAtEnd(info, caller);
                _closedAs[info.id] = keccak256(abi.encode(info));
            }
            _stateOf[info.id] = info.state;
        }
    }

    /// @dev Whether a proposal ended as the votes and the time say.
    function _lookAtEnd(IVoterManager.ProposalInfo memory info, address caller) private {
        uint256 op = info.op;
        bool inTime = block.timestamp < info.expiresAt;
        ++ended[op][info.state];
        if (info.state == ProposalState.APPROVED) _passed[op] = true;
        else _failed[op] = true;

        if (info.state == ProposalState.APPROVED) {
            bool resolved = info.proposer == address(0) && (_resolved >> op) & 1 == 1;
            _expect(resolved || (inTime && _sufficesFor(info, info.votesFor)), "a proposal passed without the votes");
            if (op == Op.RESOLVE) (, _resolved) = info.payload.unpackChanges();
            if (Op.isMadeByHand(op)) _actsIn(_orgs.getOrgPage(info.org - 1, 1)[0].fullId);
        } else if (info.state == ProposalState.REJECTED) {
            bool lost = !_sufficesFor(info, _electorate - info.votesAgainst);
            // One that has the votes is rejected only if what it asks for has become impossible.
            bool mayFail =
                op == Op.ASSIGN_ADMIN ||
                    op == Op.REMOVE_ADMIN ||
                    op == Op.CHANGE_RULE ||
                    op == Op.CHANGE_SETTING ||
                    Op.holdsChanges(op);
            _expect(
                inTime && (lost || (mayFail && _sufficesFor(info, info.votesFor))),
                "a proposal was rejected that could still pass"
            );
            uint256 own = _votes[info.id][info.proposer][_terms[info.proposer]];
            _lookAtRejection(info, own == 2 || caller == info.proposer);
        } else if (info.state == ProposalState.WITHDRAWN) {
            (uint256 votesFor, ) = countedVotes(info.id);
            uint256 own = _votes[info.id][caller][_terms[caller]] == 1 ? 1 : 0;
            bool abandoned = inTime && !_present[info.proposer];
            _expect(
                abandoned || (caller == info.proposer && votesFor == own),
                "a proposal was withdrawn from the others"
            );
        } else {
            _expect(info.state == ProposalState.EXPIRED && !inTime, "a proposal expired early");
        }
    }

    function _lookAtOrgs() private {
        IOrgManager.OrgInfo[] memory page = _orgs.getOrgPage(0, ALL);
        for (uint256 i = 0; i < page.length; ++i) {
            bytes32 key = keccak256(abi.encode("org", page[i].fullId));
            (uint256 from, uint256 to) = (_statusOf[key], page[i].status);
            if (from == to) continue;
            _statusOf[key] = to;
            bool sub = page[i].level > 1;
            _expect(
                sub ? from == 0 && _isOrgActive(page[i].fullId) : _orgMay(from, to),
                "an organisation's status jumped"
            );
        }
    }

    function _lookAtAccounts() private {
        IAccountManager.AccountInfo[] memory page = _accounts.getAccountPage(0, ALL);
        for (uint256 i = 0; i < page.length; ++i) {
            IAccountManager.AccountInfo memory info = page[i];
            bytes32 key = keccak256(abi.encode("account", info.account));
            (uint256 from, uint256 to) = (_statusOf[key], info.status);
            _statusOf[key] = to;
            string memory former = _ownerOf[key];
            _ownerOf[key] = info.orgId;
            if (bytes(former).length != 0 && bytes(info.orgId).length != 0 && !_same(former, info.orgId)) {
                _expect(_passed[Op.ADD_ORG] || _passed[Op.ASSIGN_ADMIN], "an account was taken without a vote");
            }
            if (from != to) {
                bool votedOut = from == AccountStatus.REVOKED && _same(former, ADMIN_ORG);
                _expect(_accountMay(from, to, votedOut), "an account's status jumped");
                if (to == AccountStatus.REVOKED && from != AccountStatus.RECOVERY_PROPOSED) {
                    _adminWasDismissed(info.orgId);
                }
                if (from == 0)
                    _expect(to == AccountStatus.PROPOSED || _isOrgActive(info.orgId), "a suspended organisation grew");
            }
            _lookAtAdminRole(info);

            bool present = _voters.isVoter(info.account);
            if (_present[info.account] && !present) ++_terms[info.account];
            _present[info.account] = present;
        }
    }

    /// @dev The two admin roles come and go by vote only.
    function _lookAtAdminRole(IAccountManager.AccountInfo memory info) private {
        bool holds =
            info.status == AccountStatus.ACTIVE && (_same(info.roleId, NETWORK_ADMIN) || _same(info.roleId, ORG_ADMIN));
        string memory role = holds ? info.roleId : "";
        string memory before = _adminRole[info.account];
        if (_same(before, role)) return;
        _adminRole[info.account] = role;

        if (holds) _expect(_passed[Op.ASSIGN_ADMIN] || _passed[Op.ADD_ORG], "an admin was made without a vote");
        if (bytes(before).length != 0) {
            _expect(_passed[Op.REMOVE_ADMIN] || _passed[Op.ASSIGN_ADMIN], "an admin was unmade without a vote");
        }
    }

    function _lookAtNodes() private {
        INodeManager.NodeInfo[] memory page = _nodes.getNodePage(0, ALL);
        for (uint256 i = 0; i < page.length; ++i) {
            bytes32 key = keccak256(abi.encode("node", page[i].enodeId));
            (uint256 from, uint256 to) = (_statusOf[key], page[i].status);
            _lookAtOwner(key, page[i], from != to && to != NodeStatus.RECOVERY_PROPOSED);
            if (from == to) continue;
            _statusOf[key] = to;
            _expect(_nodeMay(from, to), "a node's status jumped");
            if (from == 0)
                _expect(to == NodeStatus.PROPOSED || _isOrgActive(page[i].orgId), "a suspended organisation grew");
        }
    }

    /// @dev Rules 22 and 23: nodes of the admin organisation change by vote, and so does the organisation of any node.
    function _lookAtOwner(bytes32 key, INodeManager.NodeInfo memory info, bool changed) private {
        string memory former = _ownerOf[key];
        bytes32 place = keccak256(abi.encode(info.ip, info.port, info.raftPort));
        bool moved = !_same(former, info.orgId);
        if (_same(former, ADMIN_ORG) && (changed || moved || place != _placeOf[key])) {
            bool voted = _passed[Op.CHANGE_NODE] || _passed[Op.RELEASE];
            bool recovers = _passed[Op.RECOVER_NODE] || _failed[Op.RECOVER_NODE];
            _expect(voted || recovers, "a node of the admin organisation changed without a vote");
        }
        if (moved && bytes(former).length != 0 && bytes(info.orgId).length != 0) {
            _expect(_passed[Op.ADD_ORG], "a node was taken without a vote");
        }
        (_ownerOf[key], _placeOf[key]) = (info.orgId, place);
    }

    /// @dev Settings change when the vote on them has passed, and the policy never does.
    function _lookAtSettings() private {
        (bool compared, bool names) = _nodes.getAddressRules();
        bool unchanged = compared == _comparedBefore && names == _namesBefore;
        _expect(unchanged || _passed[Op.CHANGE_SETTING], "a setting changed without a vote");
        _expect(_policy() == _policyBefore, "the policy changed");
        for (uint256 op = 1; op <= Op.LAST; ++op) {
            (IVoterManager.RuleInfo memory now_, IVoterManager.RuleInfo memory before) = (
                _voters.getRule(op),
                _rulesBefore[op]
            );
            bool same = now_.kind == before.kind && now_.count == before.count && now_.outOf == before.outOf;
            _expect(same || _passed[Op.CHANGE_RULE], "a voting rule changed without a vote");
        }
    }

    /* THE STATE MACHINES */

    function _orgMay(uint256 from, uint256 to) private view returns (bool) {
        if (from == OrgStatus.NONE) return to == OrgStatus.PROPOSED;
        if (from == OrgStatus.PROPOSED) return _ends(Op.ADD_ORG, to, OrgStatus.APPROVED, OrgStatus.NONE);
        if (_resolved != 0 && _orgMayByResolution(from, to)) return true;
        if (from == OrgStatus.APPROVED) return to == OrgStatus.SUSPENSION_PROPOSED;
        if (from == OrgStatus.SUSPENDED) return to == OrgStatus.RESTORATION_PROPOSED;
        if (from == OrgStatus.SUSPENSION_PROPOSED) {
            return _ends(Op.SUSPEND_ORG, to, OrgStatus.SUSPENDED, OrgStatus.APPROVED);
        }
        return _ends(Op.RESTORE_ORG, to, OrgStatus.APPROVED, OrgStatus.SUSPENDED);
    }

    /// @dev What is proposed in a resolution is decided with it.
    function _orgMayByResolution(uint256 from, uint256 to) private view returns (bool) {
        if (from == OrgStatus.APPROVED) return _passed[Op.SUSPEND_ORG] && to == OrgStatus.SUSPENDED;
        return from == OrgStatus.SUSPENDED && _passed[Op.RESTORE_ORG] && to == OrgStatus.APPROVED;
    }

    function _accountMay(uint256 from, uint256 to, bool votedOut) private view returns (bool) {
        if (from == AccountStatus.NONE) return to == AccountStatus.PROPOSED || to == AccountStatus.ACTIVE;
        if (from == AccountStatus.PROPOSED) {
            return
                _ends(Op.ADD_ORG, to, AccountStatus.ACTIVE, AccountStatus.NONE) ||
                _ends(Op.ASSIGN_ADMIN, to, AccountStatus.ACTIVE, AccountStatus.NONE);
        }
        if (from == AccountStatus.RECOVERY_PROPOSED) {
            return
                _ends(Op.RECOVER_ACCOUNT, to, AccountStatus.ACTIVE, AccountStatus.BLACKLISTED) ||
                _ends(Op.RECOVER_ACCOUNT, to, AccountStatus.REVOKED, AccountStatus.BLACKLISTED);
        }
        if (from == AccountStatus.BLACKLISTED) {
            return
                to == AccountStatus.RECOVERY_PROPOSED ||
                _ends(Op.ASSIGN_ADMIN, to, AccountStatus.ACTIVE, from) ||
                _ends(Op.ADD_ORG, to, AccountStatus.ACTIVE, from) ||
                _ends(Op.RELEASE, to, AccountStatus.NONE, from);
        }
        if (to == AccountStatus.NONE) return !votedOut || _passed[Op.RELEASE];
        if (from == AccountStatus.ACTIVE && to == AccountStatus.SUSPENDED) return true;
        if (to == AccountStatus.REVOKED) return _passed[Op.REMOVE_ADMIN] || _passed[Op.ASSIGN_ADMIN];
        return to == AccountStatus.ACTIVE || to == AccountStatus.BLACKLISTED;
    }

    function _nodeMay(uint256 from, uint256 to) private view returns (bool) {
        if (from == NodeStatus.NONE) return to == NodeStatus.PROPOSED || to == NodeStatus.APPROVED;
        if (from == NodeStatus.PROPOSED) return _ends(Op.ADD_ORG, to, NodeStatus.APPROVED, NodeStatus.DEACTIVATED);
        if (from == NodeStatus.APPROVED) return to == NodeStatus.DEACTIVATED || to == NodeStatus.BLACKLISTED;
        if (from == NodeStatus.DEACTIVATED) return to != NodeStatus.RECOVERY_PROPOSED;
        if (from == NodeStatus.BLACKLISTED) {
            return
                to == NodeStatus.RECOVERY_PROPOSED ||
                _ends(Op.ADD_ORG, to, NodeStatus.APPROVED, from) ||
                _ends(Op.RELEASE, to, NodeStatus.DEACTIVATED, from);
        }
        return _ends(Op.RECOVER_NODE, to, NodeStatus.APPROVED, NodeStatus.BLACKLISTED);
    }

    /// @dev Whether a proposal of the operation ended in this call, and left what belongs to how it ended.
    function _ends(uint256 op, uint256 to, uint256 ifPassed, uint256 ifFailed) private view returns (bool) {
        return (_passed[op] && to == ifPassed) || (_failed[op] && to == ifFailed);
    }

    /* INTERNAL */

    function _policy() private view returns (bytes32) {
        (string memory org, string memory networkAdmin, string memory orgAdmin, bool booted) = _rules
            .getPolicyDetails();
        return keccak256(abi.encode(org, networkAdmin, orgAdmin, booted));
    }

    function _isNetworkAdmin(address caller) private view returns (bool) {
        (, string memory orgId, string memory roleId, uint256 status, ) = _accounts.getAccountDetails(caller);
        return status == AccountStatus.ACTIVE && _same(orgId, ADMIN_ORG) && _same(roleId, NETWORK_ADMIN);
    }

    /// @dev Whether so many votes meet the rule of a proposal, and those of all operations in it.
    function _sufficesFor(IVoterManager.ProposalInfo memory info, uint256 votes) private view returns (bool suffices) {
        suffices = _suffices(_rulesBefore[info.op], votes);
        if (info.op != Op.RESOLVE) return suffices;
        (, uint256 operations) = info.payload.unpackChanges();
        for (uint256 op = 1; op <= Op.LAST; ++op) {
            bool alone = _rulesBefore[op].kind == RuleKind.SELF;
            if ((operations >> op) & 1 == 1 && !alone && !_suffices(_rulesBefore[op], votes)) return false;
        }
    }

    /// @dev The rule in the words of the design: majority is more than half.
    function _suffices(IVoterManager.RuleInfo memory rule, uint256 votes) private view returns (bool) {
        if (rule.kind == RuleKind.MAJORITY) return votes * 2 > _electorate;
        if (rule.kind == RuleKind.ALL) return votes == _electorate;
        if (rule.kind == RuleKind.ANY) return votes >= 1;
        if (rule.kind == RuleKind.COUNT) return votes >= rule.count || votes == _electorate;
        if (rule.kind == RuleKind.FRACTION) return votes * rule.outOf >= rule.count * _electorate;
        return false;
    }
}
