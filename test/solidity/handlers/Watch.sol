// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IAccountModule as Accounts} from "../../../contracts/interfaces/IAccountModule.sol";
import {IEmergencyModule as Emergencies} from "../../../contracts/interfaces/IEmergencyModule.sol";
import {IAccountManager} from "../../../contracts/interfaces/IAccountManager.sol";
import {INodeManager} from "../../../contracts/interfaces/INodeManager.sol";
import {INodeModule as NodeRules} from "../../../contracts/interfaces/INodeModule.sol";
import {IOrgManager} from "../../../contracts/interfaces/IOrgManager.sol";
import {IVoterManager} from "../../../contracts/interfaces/IVoterManager.sol";
import {IResolutionModule as Resolutions} from "../../../contracts/interfaces/IResolutionModule.sol";
import {
    AccountStatus,
    NodeStatus,
    Op,
    OrgStatus,
    ProposalState,
    RuleKind
} from "../../../contracts/libraries/Codes.sol";
import {Rule} from "../../../contracts/types/Rule.sol";
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
    mapping(uint256 id => uint256 time) private _expiresAt;
    mapping(uint256 id => bytes32 hash) private _closedAs;
    mapping(uint256 org => uint256 weight) private _weights;

    // What held before the call that is being looked at, and what it ended.
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

    /// @dev A call that proposes something, for whom the policy of the operation lets propose.
    function _tryToPropose(uint256 op, address caller, bytes memory call_) internal returns (bool done) {
        bool may = _mayPropose(op, caller);
        done = _try(caller, call_);
        _expect(may || !done, "somebody proposed who may not");
    }

    /// @dev A vote on a proposal; `id` is 0 if there is none that it could be for.
    function _tryToVote(uint256 id, address voter, bool support, bytes memory call_) internal returns (bool done) {
        IVoterManager.ProposalInfo memory info = _voters.getProposal(id);
        bool may = _mayVote(info, voter);
        (bool present, uint256 term) = (_present[voter], _terms[voter]);
        _poll(info, voter, support);
        done = _try(voter, call_);
        if (!done) return false;
        _expect(info.state == ProposalState.OPEN, "a vote counted on a proposal that was not open");
        _expect(may, "somebody voted who may not");
        _countVote(info, voter, support, present, term);
    }

    /// @dev A vote against what has passed: one that suffices alone, or that of a network admin.
    function _tryToVeto(uint256 id, address caller) internal {
        IVoterManager.ProposalInfo memory info = _voters.getProposal(id);
        bool alone = _mayVetoAlone(info, caller);
        uint256 needed = _vetoersOf(info);
        bool present = _present[caller];
        _vetoed = id;
        bool done = _try(caller, abi.encodeCall(Emergencies.veto, (id)));
        _vetoed = 0;
        if (!done) return;
        _expect(info.state == ProposalState.PASSED, "something was vetoed that had not passed");
        bool stopped = _voters.getProposal(id).state == ProposalState.REJECTED;
        if (alone) {
            _expect(stopped, "a veto did not stop what had passed");
            _reach("vetoed alone");
            return;
        }
        _expect(present && needed != 0, "somebody vetoed who may not");
        _countAgainst(id, caller);
        (, uint256 against) = countedVotes(id);
        _expect(stopped == (against >= needed), "a share of the network admins is counted wrongly");
        _reach(stopped ? "vetoed by network admins" : "opposed by a network admin");
    }

    /// @dev What admins do alone at first. It is not done yet if it is put to the vote, which who votes may do as well.
    function _tryAtOnce(
        uint256 op,
        address caller,
        string memory orgId,
        bytes memory call_
    ) private returns (bool done) {
        bool mayPropose =
            _mayPropose(op, caller) || _mayPropose(Op.CHANGE_NODE, caller) || _isAdminByVoteIn(caller, orgId);
        uint256 proposals = _voters.getNumberOfProposals();
        done = _try(caller, call_);
        if (_voters.getNumberOfProposals() == proposals) {
            _expect(!done || !_stopped || (Op.ADMITTING >> op) & 1 == 0, "somebody was let in while nobody is");
            return done;
        }
        _expect(mayPropose, "somebody put something to the vote who may not");
        return false;
    }

    /// @dev A call that only who is above or in an active organisation may make, unless a policy says otherwise.
    function _tryAsAdmin(
        uint256 op,
        address caller,
        string memory orgId,
        bytes memory call_
    ) internal returns (bool done) {
        bool may = _mayDoAlone(op, caller, orgId, false);
        _actsIn(orgId);
        done = _tryAtOnce(op, caller, orgId, call_);
        _expect(may || !done, "somebody acted as an organisation's admin who is none");
    }

    /// @dev A call that only who is above or in an organisation may make, to take a right away.
    function _tryAsTakingAdmin(
        uint256 op,
        address caller,
        string memory orgId,
        bytes memory call_
    ) internal returns (bool done) {
        bool may = _mayDoAlone(op, caller, orgId, true);
        done = _tryAtOnce(op, caller, orgId, call_);
        _expect(may || !done, "somebody took a right away who is no admin");
    }

    /* BEFORE A CALL */

    function _prepare() internal {
        (, _electorate) = _voters.getNumberOfVoters();
        (_comparedBefore, _namesBefore) = _nodes.getAddressRules();
        _policyBefore = _policy();
        _stopped = _isStopped();
        _noteTallies();
        _resolved = 0;
        for (uint256 op = 1; op <= Op.LAST; ++op) {
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
            bool waited = before == ProposalState.PASSED;
            if (before > ProposalState.OPEN && !waited) {
                _expect(_closedAs[info.id] == keccak256(abi.encode(info)), "a closed proposal changed");
                continue;
            }
            if (before == ProposalState.NONE) _lookAtBeginning(info, caller);
            if (info.state == before) continue;
            _stateOf[info.id] = info.state;
            if (info.state == ProposalState.PASSED) {
                _expect(!waited && block.timestamp < _expiresAt[info.id], "a proposal passed late");
                _lookAtPassage(info);
            } else if (info.state != ProposalState.OPEN) {
                _lookAtEnd(info, caller, waited);
                _closedAs[info.id] = keccak256(abi.encode(info));
            }
        }
    }

    function _lookAtBeginning(IVoterManager.ProposalInfo memory info, address caller) private {
        _expiresAt[info.id] = info.expiresAt;
        // What a resolution opens has no proposer, and has ended with it.
        if (info.proposer != address(0)) _lookAtProposer(info);
        if (info.state != ProposalState.OPEN) return;
        _expect(info.proposer == caller, "a proposal names another proposer");
        _expect(info.votesFor + info.votesAgainst == 0, "a new proposal has votes");
        _expect(_rule[info.op].kind() != RuleKind.FORBIDDEN, "a forbidden proposal was opened");
    }

    /// @dev Whether a proposal ended as the votes and the time say.
    function _lookAtEnd(IVoterManager.ProposalInfo memory info, address caller, bool waited) private {
        uint256 op = info.op;
        bool inTime = block.timestamp < _expiresAt[info.id];
        ++ended[op][info.state];
        if (info.state == ProposalState.APPROVED) _passed[op] = true;
        else _failed[op] = true;

        if (info.state == ProposalState.APPROVED) {
            bool resolved = info.proposer == address(0) && (_resolved >> op) & 1 == 1;
            if (waited) _lookAtEffect(info);
            else _expect(resolved || (inTime && _isApproved(info)), "a proposal passed without the votes");
            _expect(waited || resolved || _delayOf(info) == 0, "what is to wait took effect at once");
            _expect(!_stopped || !_admits(info), "somebody was let in by vote while nobody is");
            _lookAtApproval(info);
        } else if (info.state == ProposalState.REJECTED) {
            // One that has the votes is rejected only if what it asks for has become impossible.
            bool mayFail =
                op == Op.ASSIGN_ADMIN ||
                    op == Op.REMOVE_ADMIN ||
                    op == Op.CHANGE_RULE ||
                    op == Op.CHANGE_SETTING ||
                    op == Op.EMERGENCY ||
                    Op.holdsChanges(op);
            if (waited) {
                _lookAtStop(info, mayFail);
                if (_vetoed == info.id) _letWait(info);
                return;
            }
            bool lost = _isLost(info);
            _expect(
                inTime && (lost || (mayFail && _isApproved(info))),
                "a proposal was rejected that could still pass"
            );
            if (lost && _isOpposed(info, caller)) _letWait(info);
        } else if (info.state == ProposalState.WITHDRAWN) {
            bool own = caller == info.proposer && _isOnesOwn(info);
            _expect(!waited && (own || (inTime && _isAbandoned(info))), "a proposal was withdrawn from the others");
        } else {
            _expect(info.state == ProposalState.EXPIRED && (waited || !inTime), "a proposal expired early");
            if (waited) _lookAtLapse(info);
        }
    }

    /// @dev What a vote has changed that is remembered here.
    function _lookAtApproval(IVoterManager.ProposalInfo memory info) private {
        if (info.op == Op.RESOLVE) (, _resolved) = info.payload.unpackChanges();
        if (info.op == Op.EMERGENCY) _lookAtHold(info);
        if (!Op.isMadeByHand(info.op)) return;
        _actsIn(_orgs.getOrgPage(info.org - 1, 1)[0].fullId);
        bytes memory call_ = Resolutions(address(_door)).getChanges(info.id)[0];
        (bytes4 selector, bytes memory arguments) = (bytes4(call_), _arguments(call_));
        if (info.op == Op.REMOVE_ROLE) {
            (string memory roleId, string memory orgId) = abi.decode(arguments, (string, string));
            _roleWasRemoved(roleId, orgId);
        } else if (info.op == Op.ASSIGN_ROLE) {
            (address member, string memory orgId, string memory roleId) = abi.decode(
                arguments,
                (address, string, string)
            );
            _expect(_roleWasGiven(member, orgId, roleId), "a vote gave a role that the organisation does not have");
            uint256 until = 0;
            if (selector == Accounts.assignAccountRoleUntil.selector) {
                (, , , until) = abi.decode(arguments, (address, string, string, uint48));
                _reach("role until a time, by vote");
            }
            _roleLasts(member, roleId, until, 0);
        } else if (selector == NodeRules.addNodeUntil.selector) {
            (, string memory enodeId, , , , uint48 until) = abi.decode(
                arguments,
                (string, string, string, uint16, uint16, uint48)
            );
            _nodeLasts(enodeId, until);
            _reach("node until a time, by vote");
        }
    }

    function _lookAtOrgs() private {
        IOrgManager.OrgInfo[] memory page = _orgs.getOrgPage(0, ALL);
        for (uint256 i = 0; i < page.length; ++i) {
            bytes32 key = keccak256(abi.encode("org", page[i].fullId));
            uint256 held = page[i].level == 1 ? _topHeldUntil(page[i].fullId) : 0;
            _expect(page[i].heldUntil == held, "an organisation is held for another time");
            (uint256 from, uint256 to) = (_statusOf[key], page[i].status);
            if (_orgs.ownWeightOf(i + 1) != _weights[i + 1]) {
                _expect(_passed[Op.CHANGE_SETTING], "the weight of a voice changed without a vote");
                _weights[i + 1] = _orgs.ownWeightOf(i + 1);
                _reach("weight of a voice");
            }
            _statusOf[key] = to;
            if (_isBack(page[i].fullId, from)) {
                from = OrgStatus.APPROVED;
                _reach("suspension ended");
            }
            if (page[i].endsAt != suspendedUntil(page[i].fullId)) {
                bool lifted = page[i].endsAt == 0 && OrgStatus.isActive(to);
                _expect(lifted || _passed[Op.SUSPEND_ORG_UNTIL], "a suspension ends at another time");
                _suspensionLasts(page[i].fullId, page[i].endsAt);
            }
            if (from == to) continue;
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
            _expect(info.heldUntil == _accountHeldUntil(info.account), "an account is held for another time");
            if (to == AccountStatus.ACTIVE && _hasRoleEnded(info.account)) _reach("role ended");
            _lookAtAdminRole(info);
            _lookAtVoter(info.account);
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
            _expect(page[i].heldUntil == nodeHeldUntil(page[i].enodeId), "a node is held for another time");
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
        if (moved && bytes(former).length != 0) _nodeLeft(info.enodeId);
        if (info.status == NodeStatus.APPROVED && hasNodeEnded(info.enodeId)) _reach("node ended");
        (_ownerOf[key], _placeOf[key]) = (info.orgId, place);
    }

    /// @dev Settings change when the vote on them has passed, and the policy never does.
    function _lookAtSettings() private {
        (bool compared, bool names) = _nodes.getAddressRules();
        bool unchanged = compared == _comparedBefore && names == _namesBefore;
        _expect(unchanged || _passed[Op.CHANGE_SETTING], "a setting changed without a vote");
        _expect(_policy() == _policyBefore, "the policy changed");
        (uint256 resumed, ) = _orgs.admissionsResumeAt();
        _expect(resumed == _stoppedUntil(), "nobody is let in for another time");
        for (uint256 op = 1; op <= Op.LAST; ++op) {
            Rule rule = _voters.ruleOf(op);
            if (rule.equals(_rule[op])) continue;
            _expect(_passed[Op.CHANGE_RULE], "a voting rule changed without a vote");
            _rule[op] = rule;
            if (op == Op.CHANGE_RULE) _expect(_isLasting(rule), "the keys of one lock the rules");
            if (rule.hasTerms())
                _reach(rule.isOfNetworkAdmins() ? "policy of network admins" : "policy of organisations");
        }
    }

    /* THE STATE MACHINES */

    function _orgMay(uint256 from, uint256 to) private view returns (bool) {
        if (from == OrgStatus.NONE) return to == OrgStatus.PROPOSED;
        if (from == OrgStatus.PROPOSED) return _ends(Op.ADD_ORG, to, OrgStatus.APPROVED, OrgStatus.NONE);
        if (_resolved != 0 && _orgMayByResolution(from, to)) return true;
        if (from == OrgStatus.APPROVED) {
            // Its suspension ended while another end was proposed.
            bool again = _passed[Op.SUSPEND_ORG_UNTIL] && to == OrgStatus.SUSPENDED;
            return again || to == OrgStatus.SUSPENSION_PROPOSED;
        }
        if (from == OrgStatus.SUSPENDED) return to == OrgStatus.RESTORATION_PROPOSED;
        if (from == OrgStatus.SUSPENSION_PROPOSED) {
            return
                _ends(Op.SUSPEND_ORG, to, OrgStatus.SUSPENDED, OrgStatus.APPROVED) ||
                _ends(Op.SUSPEND_ORG_UNTIL, to, OrgStatus.SUSPENDED, OrgStatus.APPROVED);
        }
        return _ends(Op.RESTORE_ORG, to, OrgStatus.APPROVED, OrgStatus.SUSPENDED);
    }

    /// @dev What is proposed in a resolution is decided with it.
    function _orgMayByResolution(uint256 from, uint256 to) private view returns (bool) {
        bool suspends = _passed[Op.SUSPEND_ORG] || _passed[Op.SUSPEND_ORG_UNTIL];
        if (from == OrgStatus.APPROVED) return suspends && to == OrgStatus.SUSPENDED;
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
}
