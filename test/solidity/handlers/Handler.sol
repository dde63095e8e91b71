// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IEmergencyModule as Emergencies} from "../../../contracts/interfaces/IEmergencyModule.sol";
import {IAccountModule as Accounts} from "../../../contracts/interfaces/IAccountModule.sol";
import {IDecisionModule as Decisions} from "../../../contracts/interfaces/IDecisionModule.sol";
import {INodeManager} from "../../../contracts/interfaces/INodeManager.sol";
import {INodeModule as NodeRules} from "../../../contracts/interfaces/INodeModule.sol";
import {IPermissionsChecks as Checks} from "../../../contracts/interfaces/IPermissionsChecks.sol";
import {IPermissionsInterface as Door} from "../../../contracts/interfaces/IPermissionsInterface.sol";
import {IResolutionModule as Resolutions} from "../../../contracts/interfaces/IResolutionModule.sol";
import {ISettingModule as Settings} from "../../../contracts/interfaces/ISettingModule.sol";
import {IVoterManager} from "../../../contracts/interfaces/IVoterManager.sol";
import {Action, Op, OrgStatus, ProposalState, RuleKind} from "../../../contracts/libraries/Codes.sol";
import {Government} from "./Government.sol";

/// @title What people try on a booted network
/// @dev Nothing here reverts: a call that is refused is part of the life of a network.
contract Handler is Government {
    /* CONSTRUCTOR */

    constructor() {
        _deploy();
        _boot(_people(FIRST_ADMINS));
        _begin();
    }

    /* PROPOSING */

    function proposeOrg(uint256 who, uint256 org, uint256 node, uint256 account) external {
        _tryToPropose(
            Op.ADD_ORG,
            _someVoter(who),
            abi.encodeCall(Door.addOrg, (_newOrgId(org), _someNode(node), HOST, PORT, RAFT_PORT, _anybody(account)))
        );
    }

    function proposeOrgStatus(uint256 who, uint256 org, uint256 action) external {
        string memory orgId = _someOrg(org);
        if (action % 4 != 0) (, , orgId, , ) = _orgs.getOrgDetails(orgId);
        if (action % 4 != 0) action = _orgs.checkOrgStatus(orgId, OrgStatus.APPROVED) ? 1 : 2;
        _tryToPropose(
            action % 4 == Action.ACTIVATE ? Op.RESTORE_ORG : Op.SUSPEND_ORG,
            _someVoter(who),
            abi.encodeCall(Door.updateOrgStatus, (orgId, action % 4))
        );
    }

    function proposeAdmin(uint256 who, uint256 org, uint256 account, bool network) external {
        address candidate = _anybody(account);
        string memory orgId = network ? ADMIN_ORG : _orgOf(candidate, org);
        _tryToPropose(
            Op.ASSIGN_ADMIN,
            _someVoter(who),
            abi.encodeCall(Door.assignAdminRole, (orgId, candidate, network ? NETWORK_ADMIN : ORG_ADMIN))
        );
    }

    function proposeAdminRemoval(uint256 who, uint256 account) external {
        address admin = _someVoter(account);
        _tryToPropose(
            Op.REMOVE_ADMIN,
            _someVoter(who),
            abi.encodeCall(Accounts.proposeAdminRemoval, (_orgOf(admin, account), admin))
        );
    }

    function proposeOrgAdminRemoval(uint256 who, uint256 account) external {
        address admin = _anybody(account);
        _tryToPropose(
            Op.REMOVE_ADMIN,
            _someVoter(who),
            abi.encodeCall(Accounts.proposeAdminRemoval, (_orgOf(admin, account), admin))
        );
    }

    function proposeRule(uint256 who, uint256 op, uint256 kind, uint256 count, uint256 outOf) external {
        // A forbidden operation ends much of what could be tried after it, so it is rare.
        kind = kind % 8 == 0 ? kind % 7 : kind % RuleKind.FORBIDDEN;
        // What must always be refused, so it is tried often.
        if (op % 16 == 0) (op, kind) = (Op.CHANGE_RULE, RuleKind.FORBIDDEN);
        bool counts = kind == RuleKind.COUNT || kind == RuleKind.FRACTION;
        count =
            counts
                ? count % 6
                : count % 8 == 0
                    ? 1
                    : 0;
        outOf = kind == RuleKind.FRACTION ? outOf % 6 : 0;
        _tryToPropose(
            Op.CHANGE_RULE,
            _someVoter(who),
            abi.encodeCall(Settings.proposeRule, (op % (Op.LAST + 2), kind, count, outOf))
        );
    }

    function proposeSetting(uint256 who, uint256 setting, bool on) external {
        _tryToPropose(
            Op.CHANGE_SETTING,
            _someVoter(who),
            abi.encodeCall(Settings.proposeSetting, (1 + (setting % 2), on ? 1 : 0))
        );
    }

    /// @dev Mostly so low that it is soon reached.
    function proposeLimit(uint256 who, uint256 org, uint256 setting, uint256 limit) external {
        setting = FIRST_LIMIT + (setting % (LAST_LIMIT - FIRST_LIMIT + 1));
        bytes memory call_ =
            org % 3 == 0
                ? abi.encodeCall(Settings.proposeSetting, (setting, 8 + (limit % 12)))
                : abi.encodeCall(Settings.proposeLimit, (setting, _someOrg(org), limit % 12));
        _tryToPropose(Op.CHANGE_SETTING, _someVoter(who), call_);
    }

    /// @dev Proposes and takes back, until it is refused; seldom, since all of it stays on the list.
    function flood(uint256 who) external {
        if (who % 24 != 0) return;
        address voter = _someVoter(who / 24);
        (bool compared, ) = _nodes.getAddressRules();
        bytes memory call_ = abi.encodeCall(Settings.proposeSetting, (1, compared ? 0 : 1));
        _prepare();
        for (uint256 i = 0; i <= PROPOSALS_A_DAY; ++i) {
            if (!_as(voter, call_)) break;
            _as(voter, abi.encodeCall(Emergencies.withdraw, (_voters.getNumberOfProposals())));
        }
        _look(voter);
    }

    function proposeAccountRecovery(uint256 who, uint256 account) external {
        address lost = _lostAccount(account, true);
        _tryToPropose(
            Op.RECOVER_ACCOUNT,
            _someVoter(who),
            abi.encodeCall(Door.startBlacklistedAccountRecovery, (_orgOf(lost, account), lost))
        );
    }

    function proposeNodeRecovery(uint256 who, uint256 node) external {
        string memory enodeId = _lostNode(node, true);
        (string memory orgId, , string memory ip, uint16 port, uint16 raftPort, ) = _nodes.getNodeDetails(enodeId);
        _tryToPropose(
            Op.RECOVER_NODE,
            _someVoter(who),
            abi.encodeCall(Door.startBlacklistedNodeRecovery, (orgId, enodeId, ip, port, raftPort))
        );
    }

    function proposeAccountRelease(uint256 who, uint256 account) external {
        address member = _anybody(account);
        bytes memory call_ = abi.encodeCall(Accounts.proposeAccountRelease, (_orgOf(member, account), member));
        _tryToPropose(Op.RELEASE, _someVoter(who), call_);
    }

    function proposeNodeRelease(uint256 who, uint256 node) external {
        string memory enodeId = _someNode(node);
        (string memory orgId, , , , , ) = _nodes.getNodeDetails(enodeId);
        _tryToPropose(Op.RELEASE, _someVoter(who), abi.encodeCall(NodeRules.proposeNodeRelease, (orgId, enodeId)));
    }

    /// @dev A change of status, or a move, of the node with which the admin organisation began.
    function proposeNodeChange(uint256 who, uint256 change, uint16 port) external {
        INodeManager.NodeInfo memory node = _nodes.getNodePage(0, 1)[0];
        bytes memory call_ =
            change % 4 == 0
                ? abi.encodeCall(NodeRules.changeNodeAddress, (ADMIN_ORG, node.enodeId, "2001:db8::2", port, 0))
                : abi.encodeCall(
                    Door.updateNodeStatus,
                    (ADMIN_ORG, node.enodeId, node.ip, node.port, node.raftPort, change % 4)
                );
        _tryToPropose(Op.CHANGE_NODE, _someVoter(who), call_);
    }

    /// @dev A few changes in one, at most one of each kind, so that none builds on another, and often the last one alone.
    ///      `kinds` has a bit for each.
    function proposeChanges(uint256 who, uint256 kinds, uint256 about, uint256 account) external {
        kinds = kinds % 3 == 0 ? 8 : 1 + (kinds % 15);
        bytes[] memory changes = new bytes[]((kinds & 1) + ((kinds >> 1) & 1) + ((kinds >> 2) & 1) + (kinds >> 3));
        uint256 count = 0;
        for (uint256 kind = 0; kind < 4; ++kind) {
            if ((kinds >> kind) & 1 == 1) changes[count++] = _change(kind, about, account);
        }
        bool proposed = _tryToPropose(
            Op.RESOLVE,
            _someVoter(who),
            abi.encodeCall(Resolutions.proposeChanges, (changes))
        );
        if (proposed && who % 2 == 0) _rally(_voters.getNumberOfProposals(), ALL);
    }

    /* VOTING */

    function vote(uint256 who, uint256 proposal, bool support) external {
        _vote(_someVoter(who), _someProposal(proposal), support);
    }

    /// @dev Everybody votes until it has ended, and one more, so that proposals end. `voices` says who is for it.
    function rally(uint256 proposal, uint256 voices) external {
        _rally(_someProposal(proposal), voices);
    }

    /// @dev Votes through the function of the operation; with something else named it must be refused.
    function approve(uint256 who, uint256 proposal, uint256 slip) external {
        uint256 id = _someProposal(proposal);
        IVoterManager.ProposalInfo memory info = _voters.getProposal(id);
        // What is named may have another proposal by now, and the vote would be for that one.
        if (info.state != ProposalState.OPEN) return;
        bool wrong = slip % 4 == 0;
        bytes memory call_ = _approval(info, wrong);
        if (call_.length == 0) return;
        address voter = _someVoter(who);

        bool accepted = _tryToVote(id, voter, true, call_);
        _expect(!wrong || !accepted, "an approval that names something else was accepted");
    }

    function withdraw(uint256 who, uint256 proposal) external {
        uint256 id = _someProposal(proposal);
        address proposer = _voters.getProposal(id).proposer;
        address caller = who % 2 == 0 ? proposer : _someVoter(who);
        bool withdrawn = _try(caller, abi.encodeCall(Emergencies.withdraw, (id)));
        _expect(!withdrawn || caller == proposer, "somebody withdrew what another had proposed");
    }

    /// @dev What is over can be neither voted on nor taken back nor closed nor carried out, whoever tries.
    function revive(uint256 who, uint256 proposal) external {
        uint256 id = _closedProposal(proposal);
        if (id == 0) return;
        address proposer = _voters.getProposal(id).proposer;
        bool voted = _try(_someVoter(who), abi.encodeCall(Decisions.vote, (id, who % 2 == 0)));
        bool withdrawn = _try(proposer, abi.encodeCall(Emergencies.withdraw, (id)));
        bool closed = _try(_anybody(who), abi.encodeCall(Emergencies.close, (id)));
        bool done = _try(_anybody(who), abi.encodeCall(Resolutions.carryOut, (id)));
        _expect(!voted && !withdrawn && !closed && !done, "a closed proposal was acted on");
    }

    /// @dev What a closed proposal named is approved only if a proposal that is open names it, too.
    function approveClosed(uint256 who, uint256 proposal) external {
        uint256 id = _closedProposal(proposal);
        if (id == 0) return;
        IVoterManager.ProposalInfo memory info = _voters.getProposal(id);
        bytes memory call_ = _approval(info, false);
        if (call_.length == 0) return;
        uint256 another = _openLike(info);
        address voter = _someVoter(who);

        bool accepted = _tryToVote(another, voter, true, call_);
        _expect(another != 0 || !accepted, "a closed proposal was approved");
    }

    function close(uint256 who, uint256 proposal) external {
        uint256 id = _lateProposal(proposal);
        _poll(_voters.getProposal(id), address(0), false);
        _try(_anybody(who), abi.encodeCall(Emergencies.close, (id)));
    }

    function wait(uint256 time) external {
        _prepare();
        VM.warp(block.timestamp + _bound(time, 1 hours, 40 days));
        _look(address(0));
    }

    /* WHAT ORGANISATIONS DO */

    function addSubOrg(uint256 who, uint256 parent, uint256 name, uint256 node) external {
        string memory parentId = _someOrg(parent);
        string memory enodeId = node % 2 == 0 ? "" : _someNode(node);
        _tryAsAdmin(
            Op.ADD_SUB_ORG,
            _someAdminOf(parentId, who),
            parentId,
            abi.encodeCall(Door.addSubOrg, (parentId, _subOrgId(name), enodeId, HOST, PORT, RAFT_PORT))
        );
    }

    function addRole(uint256 who, uint256 org, uint256 role, uint256 access, bool admin) external {
        string memory orgId = _someOrg(org);
        _tryAsAdmin(
            Op.ADD_ROLE,
            _someAdminOf(orgId, who),
            orgId,
            abi.encodeCall(Door.addNewRole, (_someRole(role), orgId, access % 9, admin, admin))
        );
    }

    function removeRole(uint256 who, uint256 org, uint256 role) external {
        string memory orgId = _someOrg(org);
        string memory roleId = _someRole(role);
        bytes memory call_ = abi.encodeCall(Door.removeRole, (roleId, orgId));
        if (_tryAsTakingAdmin(Op.REMOVE_ROLE, _someAdminOf(orgId, who), orgId, call_)) _roleWasRemoved(roleId, orgId);
    }

    function assignRole(uint256 who, uint256 org, uint256 account, uint256 role) external {
        address member = _anybody(account);
        string memory orgId = _orgOf(member, org);
        string memory roleId = _someRole(role);
        bytes memory call_ = abi.encodeCall(Door.assignAccountRole, (member, orgId, roleId));
        _tryToAssign(_someAdminOf(orgId, who), member, orgId, roleId, 0, call_);
    }

    /// @dev Half of the time the role that the account has, which gets another end then.
    function assignRoleUntil(uint256 who, uint256 org, uint256 account, uint256 role, uint256 end) external {
        address member = _anybody(account);
        (, , string memory roleId, , ) = _accounts.getAccountDetails(member);
        string memory orgId = _orgOf(member, org);
        if (role % 2 == 0 || bytes(roleId).length == 0) roleId = _someRole(role / 2);
        address giver = _someAdminOf(orgId, who);
        _tryToAssignUntil(giver, member, orgId, roleId, _someEnd(end, roleEndsAt(giver)));
    }

    /// @dev Whoever is an admin until a time gives that on: for longer, which must be refused, and for as long.
    function deputise(uint256 who, uint256 org, uint256 account, uint256 end) external {
        string memory orgId = _someOrg(org);
        address admin = _someAdminOf(orgId, who);
        (address deputy, address other) = (_anybody(account), _anybody(_bound(account, 1, PEOPLE)));
        bytes memory call_ = abi.encodeCall(Door.addNewRole, ("MANAGER", orgId, 3, false, true));
        _tryAsAdmin(Op.ADD_ROLE, admin, orgId, call_);
        uint48 until = uint48(block.timestamp + _bound(end, 1 hours, 20 days));
        _tryToAssignUntil(admin, deputy, orgId, "MANAGER", until);
        _tryToAssignUntil(deputy, other, orgId, "MANAGER", until + 1);
        _tryToAssignUntil(deputy, other, orgId, "MANAGER", until);
    }

    function updateAccount(uint256 who, uint256 account, uint256 action) external {
        address member = _anybody(account);
        string memory orgId = _orgOf(member, account);
        bytes memory call_ = abi.encodeCall(Door.updateAccountStatus, (orgId, member, action % 5));
        _tryStatus(Op.SET_ACCOUNT_STATUS, _someAdminOf(orgId, who), orgId, action % 5, call_);
    }

    function releaseAccount(uint256 who, uint256 account) external {
        address member = _anybody(account);
        string memory orgId = _orgOf(member, account);
        bytes memory call_ = abi.encodeCall(Accounts.releaseAccount, (orgId, member));
        _tryAsTakingAdmin(Op.LET_GO, _someAdminOf(orgId, who), orgId, call_);
    }

    function releaseNode(uint256 who, uint256 node) external {
        string memory enodeId = _someNode(node);
        (string memory orgId, , , , , ) = _nodes.getNodeDetails(enodeId);
        bytes memory call_ = abi.encodeCall(NodeRules.releaseNode, (orgId, enodeId));
        _tryAsTakingAdmin(Op.LET_GO, _someAdminOf(orgId, who), orgId, call_);
    }

    function addNode(uint256 who, uint256 org, uint256 node) external {
        string memory orgId = _someOrg(org);
        _tryAsAdmin(
            Op.ADD_NODE,
            _someAdminOf(orgId, who),
            orgId,
            abi.encodeCall(Door.addNode, (orgId, _someNode(node), HOST, PORT, RAFT_PORT))
        );
    }

    /// @dev Half of the time one that an organisation has, which gets another end then.
    function addNodeUntil(uint256 who, uint256 org, uint256 node, uint256 end) external {
        string memory enodeId = _someNode(node);
        (string memory orgId, , string memory ip, uint16 port, uint16 raftPort, ) = _nodes.getNodeDetails(enodeId);
        if (org % 2 == 0 || bytes(orgId).length == 0) {
            (orgId, ip, port, raftPort) = (_someOrg(org / 2), HOST, PORT, RAFT_PORT);
        }
        uint48 until = _someEnd(end, 0);
        bytes memory call_ = abi.encodeCall(NodeRules.addNodeUntil, (orgId, enodeId, ip, port, raftPort, until));
        if (_tryAsAdmin(Op.ADD_NODE, _someAdminOf(orgId, who), orgId, call_)) _nodeLasts(enodeId, until);
    }

    function updateNode(uint256 who, uint256 node, uint256 action) external {
        string memory enodeId = _someNode(node);
        (string memory orgId, , string memory ip, uint16 port, uint16 raftPort, ) = _nodes.getNodeDetails(enodeId);
        bytes memory call_ = abi.encodeCall(Door.updateNodeStatus, (orgId, enodeId, ip, port, raftPort, action % 5));
        _tryStatus(Op.SET_NODE_STATUS, _someAdminOf(orgId, who), orgId, action % 5, call_);
    }

    /// @dev What takes a vote, an organisation's admin tries alone: to bring back what is blacklisted, or undo its recovery.
    function meddle(uint256 who, uint256 which, uint256 action, bool voted) external {
        action = 1 + (action % 3);
        address member = _lostAccount(which, !voted);
        string memory orgId = _orgOf(member, 0);
        bytes memory account_ = abi.encodeCall(Door.updateAccountStatus, (orgId, member, action));
        _tryStatus(Op.SET_ACCOUNT_STATUS, _someAdminOf(orgId, who), orgId, action, account_);

        string memory enodeId = _lostNode(which, !voted);
        (string memory owner, , string memory ip, uint16 port, uint16 raftPort, ) = _nodes.getNodeDetails(enodeId);
        bytes memory call_ = abi.encodeCall(Door.updateNodeStatus, (owner, enodeId, ip, port, raftPort, action));
        _tryStatus(Op.SET_NODE_STATUS, _someAdminOf(owner, who), owner, action, call_);
    }

    /// @dev Activating gives a right, the other actions take it away.
    function _tryStatus(uint256 op, address caller, string memory orgId, uint256 action, bytes memory call_) private {
        if (action == Action.ACTIVATE) _tryAsAdmin(op, caller, orgId, call_);
        else _tryAsTakingAdmin(op, caller, orgId, call_);
    }

    function moveNode(uint256 who, uint256 node, uint16 port) external {
        string memory enodeId = _someNode(node);
        (string memory orgId, , , , , ) = _nodes.getNodeDetails(enodeId);
        _tryAsAdmin(
            Op.MOVE_NODE,
            _someAdminOf(orgId, who),
            orgId,
            abi.encodeCall(NodeRules.changeNodeAddress, (orgId, enodeId, "2001:db8::1", port, port))
        );
    }

    /* WHAT NODES ASK */

    /// @dev Any word instead of any other of a question about somebody, or any bytes at all.
    function ask(uint256 who, uint256 place, uint256 word, bytes calldata arguments) external {
        bytes memory about = abi.encodeCall(Checks.transactionAllowed, (_anybody(who), address(1), 0, 0, 0, "ab"));
        bytes memory from = abi.encodeCall(Checks.connectionAllowed, (_someNode(who), HOST, PORT));
        _expect(_answersCleanly(about) && _answersCleanly(from), "a check failed");
        _expect(_answersCleanly(_withWord(about, place % 8, word)), "a check of a transaction failed");
        _expect(_answersCleanly(_withWord(from, place % 10, word)), "a check of a connection failed");
        bytes4 selector = place % 2 == 0 ? Checks.transactionAllowed.selector : Checks.connectionAllowed.selector;
        _expect(_answersCleanly(abi.encodePacked(selector, arguments)), "a check of any bytes failed");
    }

    /* INTERNAL */

    function _tryToAssignUntil(
        address giver,
        address member,
        string memory orgId,
        string memory roleId,
        uint48 until
    ) private {
        bytes memory call_ = abi.encodeCall(Accounts.assignAccountRoleUntil, (member, orgId, roleId, until));
        _tryToAssign(giver, member, orgId, roleId, until, call_);
    }

    function _tryToAssign(
        address giver,
        address member,
        string memory orgId,
        string memory roleId,
        uint256 until,
        bytes memory call_
    ) private {
        uint256 giversUntil = roleEndsAt(giver);
        if (!_tryAsAdmin(Op.ASSIGN_ROLE, giver, orgId, call_)) return;
        _expect(_roleWasGiven(member, orgId, roleId), "a role was given that the organisation does not have");
        _roleLasts(member, roleId, until, giversUntil);
        if (giversUntil != 0) _reach("role given by one whose own ends");
    }

    /// @dev Mostly within the time that passes here, and not later than the giver's; now and then the giver's, past or none.
    function _someEnd(uint256 seed, uint256 giversUntil) private view returns (uint48) {
        uint256 choice = seed % 8;
        if (choice == 0) return 0;
        if (choice == 1) return uint48(block.timestamp);
        if (choice == 2) return type(uint32).max;
        uint256 until = block.timestamp + _bound(seed / 8, 1 hours, 20 days);
        return uint48(choice > 3 && giversUntil != 0 && until > giversUntil ? giversUntil : until);
    }

    function _change(uint256 kind, uint256 about, uint256 account) private view returns (bytes memory) {
        if (kind == 0) {
            address member = _anybody(account);
            return abi.encodeCall(Door.updateAccountStatus, (_orgOf(member, account), member, 1 + (about % 3)));
        }
        if (kind == 1) {
            string memory orgId = _someOrg(about);
            bool approved = _orgs.checkOrgStatus(orgId, OrgStatus.APPROVED);
            return abi.encodeCall(Door.updateOrgStatus, (orgId, approved ? Action.SUSPEND : Action.ACTIVATE));
        }
        if (kind == 2) {
            uint256 rule = account % RuleKind.COUNT;
            if (about % 2 == 0) return abi.encodeCall(Settings.proposeRule, (1 + (about % Op.LET_GO), rule, 0, 0));
            (bool compared, ) = _nodes.getAddressRules();
            return abi.encodeCall(Settings.proposeSetting, (1, compared ? 0 : 1));
        }
        // What is forbidden at first would spoil all others.
        bool held = account % 2 == 0 && _rule[Op.EMERGENCY].kind() != RuleKind.FORBIDDEN;
        if (held) return _hold(_about, _which, about);
        address admin = _someVoter(about);
        return abi.encodeCall(Accounts.proposeAdminRemoval, (_orgOf(admin, about), admin));
    }

    /// @dev The approval that belongs to a proposal; empty when there is no function for the operation.
    function _approval(IVoterManager.ProposalInfo memory info, bool wrong) private view returns (bytes memory) {
        if (info.org == 0) return "";
        string memory orgId = _orgs.getOrgPage(info.org - 1, 1)[0].fullId;
        address account = wrong ? address(0xBAD) : _accountAt(info.account);
        uint256 action = (info.op == Op.SUSPEND_ORG) == wrong ? Action.ACTIVATE : Action.SUSPEND;
        INodeManager.NodeInfo memory node;
        if (info.node != 0) node = _nodes.getNodePage(info.node - 1, 1)[0];
        if (wrong && info.op == Op.RECOVER_NODE) node.port ^= 1;
        if (info.op == Op.ADD_ORG && !_same(node.orgId, orgId)) {
            (node.ip, node.port, node.raftPort) = _nodes.getProposedAddress(node.enodeId);
        }

        if (info.op == Op.ADD_ORG) {
            return abi.encodeCall(Door.approveOrg, (orgId, node.enodeId, node.ip, node.port, node.raftPort, account));
        }
        if (info.op == Op.SUSPEND_ORG || info.op == Op.RESTORE_ORG) {
            return abi.encodeCall(Door.approveOrgStatus, (orgId, action));
        }
        if (info.op == Op.ASSIGN_ADMIN) return abi.encodeCall(Door.approveAdminRole, (orgId, account));
        if (info.op == Op.RECOVER_ACCOUNT) {
            return abi.encodeCall(Door.approveBlacklistedAccountRecovery, (orgId, account));
        }
        if (info.op == Op.RECOVER_NODE) {
            return
                abi.encodeCall(
                    Door.approveBlacklistedNodeRecovery,
                    (orgId, node.enodeId, node.ip, node.port, node.raftPort)
                );
        }
        return "";
    }
}
