// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IAccountManager} from "../../contracts/interfaces/IAccountManager.sol";
import {INodeManager} from "../../contracts/interfaces/INodeManager.sol";
import {IOrgManager} from "../../contracts/interfaces/IOrgManager.sol";
import {IVoterManager} from "../../contracts/interfaces/IVoterManager.sol";
import {AccountStatus, NodeStatus, Op, OrgStatus, ProposalState, RuleKind} from "../../contracts/libraries/Codes.sol";
import {Handler} from "./handlers/Handler.sol";
import {Suite} from "./Suite.sol";

/// @title What holds whatever people do
/// @dev One invariant with many parts: the runner makes a campaign of its own for each invariant function.
contract Invariants is Suite {
    uint256 private constant CALLS = 500;
    uint256 private constant NETWORKS = 16;

    Handler private _handler;

    function setUp() external {
        _handler = new Handler();
        _join(_handler);
        _target(address(_handler));
    }

    /* THE INVARIANT */

    function invariantTheNetworkIsSound() external view {
        _isSound(_handler);
    }

    /// @dev Random calls from a fixed seed reach every operation and every end, so the invariant is not empty.
    function testTheHandlerReachesEveryEnd() external {
        Handler[] memory networks = new Handler[](NETWORKS);
        for (uint256 i = 0; i < NETWORKS; ++i) {
            networks[i] = new Handler();
            _join(networks[i]);
            for (uint256 j = 0; j < CALLS; ++j) {
                bytes32 seed = keccak256(abi.encode("calls", i, j));
                _callHandler(networks[i], uint256(seed) % 62, seed);
                _probe(networks[i], seed);
                // The oldest proposal ends now and then, or most would stay open.
                if (uint8(seed[0]) < 64) networks[i].rally(0, uint8(seed[0]) < 32 ? ALL : 0);
            }
            _isSound(networks[i]);
            VM.assertGt(networks[i].accepted(), CALLS / 8, "accepted calls");
            VM.assertGt(networks[i].refused(), CALLS / 8, "refused calls");
        }

        uint256 withdrawn = 0;
        uint256 expired = 0;
        uint256 byHand = 0;
        for (uint256 op = 1; op <= Op.LAST; ++op) {
            withdrawn += _ended(networks, op, ProposalState.WITHDRAWN);
            expired += _ended(networks, op, ProposalState.EXPIRED);
            if (Op.isMadeByHand(op)) {
                byHand += _ended(networks, op, ProposalState.APPROVED);
                continue;
            }
            string memory number = string(abi.encodePacked(bytes1(uint8(48 + op / 10)), bytes1(uint8(48 + (op % 10)))));
            VM.assertGt(_ended(networks, op, ProposalState.APPROVED), 0, string.concat("approved ", number));
            VM.assertGt(_ended(networks, op, ProposalState.REJECTED), 0, string.concat("rejected ", number));
        }
        VM.assertGt(byHand, 0, "what admins do alone at first, by vote");
        VM.assertGt(withdrawn, 0, "withdrawn");
        VM.assertGt(expired, 0, "expired");
        _areReached(networks);
    }

    /// @dev What else has to happen, or what is said of it would be empty.
    function _areReached(Handler[] memory networks) private view {
        string[28] memory all = [
            "policy of organisations",
            "policy of network admins",
            "weight of a voice",
            "waits",
            "waits for the end of a stop",
            "carried out after it has waited",
            "lapsed",
            "vetoed alone",
            "opposed by a network admin",
            "vetoed by network admins",
            "account held",
            "organisation held",
            "node held",
            "admissions stopped",
            "hold ended by vote",
            "hold renewed",
            "end of a hold noted",
            "role until a time",
            "role until a time, by vote",
            "role given by one whose own ends",
            "role ended",
            "end of a role lifted",
            "node until a time",
            "node until a time, by vote",
            "node ended",
            "suspension until a time",
            "suspension ended",
            "end of a suspension noted"
        ];
        for (uint256 i = 0; i < all.length; ++i) {
            uint256 times = 0;
            for (uint256 j = 0; j < networks.length; ++j) {
                times += networks[j].reached(all[i]);
            }
            VM.assertGt(times, 0, all[i]);
        }
    }

    /* ITS PARTS */

    function _isSound(Handler handler) private view {
        VM.assertEq(handler.violation(), "", "a change that no rule allows");
        _votersAreTheNetworkAdmins();
        _adminOrgStaysApproved();
        _countsAreThoseOfTheLists();
        _orgsHaveTheirProposals();
        _accountsAreInOrder(handler);
        _nodesAreInOrder(handler);
        _openProposalsAreListed(handler);
        _voicesAreThoseOfTheOrgs();
        _rulesCanBeChanged(handler);
        _guardianMayRepair();
    }

    /// @dev Rules 2, 3 and 9: the list of voters, the role and the count are one and the same, and never empty.
    function _votersAreTheNetworkAdmins() private view {
        (uint256 listed, uint256 active) = _voters.getNumberOfVoters();
        IVoterManager.VoterInfo[] memory page = _voters.getVoterPage(0, ALL);
        uint256 count = 0;
        for (uint256 i = 0; i < page.length; ++i) {
            VM.assertTrue(page[i].active == _door.isNetworkAdmin(page[i].account), "a voter is a network admin");
            VM.assertTrue(page[i].active == _voters.isVoter(page[i].account), "a voter is one in all views");
            if (page[i].active) ++count;
        }
        uint256 admins = 0;
        for (uint256 i = 0; i < PEOPLE; ++i) {
            if (_door.isNetworkAdmin(_person(i))) ++admins;
        }

        VM.assertEq(listed, page.length, "voters listed");
        VM.assertEq(active, count, "voters counted");
        VM.assertEq(active, admins, "voters and network admins");
        VM.assertGt(admins, 0, "a network without admin");
    }

    /// @dev Rule 3: the admin organisation cannot be suspended.
    function _adminOrgStaysApproved() private view {
        VM.assertTrue(_orgs.checkOrgStatus(ADMIN_ORG, OrgStatus.APPROVED), "admin organisation");
    }

    /// @dev What a number counts is what the list holds, and every sub-organisation is in its parent's list, once.
    function _countsAreThoseOfTheLists() private view {
        IOrgManager.OrgInfo[] memory page = _orgs.getOrgPage(0, ALL);
        uint256 below = 0;
        uint256 listed = 0;
        for (uint256 i = 0; i < page.length; ++i) {
            if (page[i].level > 1) ++below;
            uint256[] memory subs = _orgs.getSubOrgIndexes(page[i].fullId);
            listed += subs.length;
            for (uint256 j = 0; j < subs.length; ++j) {
                VM.assertTrue(_same(page[subs[j]].parentId, page[i].fullId), "a sub-organisation of another");
                if (j > 0) VM.assertGt(subs[j], subs[j - 1], "a sub-organisation listed twice");
            }
        }

        VM.assertEq(listed, below, "sub-organisations");
        VM.assertEq(_orgs.getNumberOfOrgs(), page.length, "organisations");
        VM.assertEq(_roles.getNumberOfRoles(), _roles.getRolePage(0, ALL).length, "roles");
        VM.assertEq(_accounts.getNumberOfAccounts(), _accounts.getAccountPage(0, ALL).length, "accounts");
        VM.assertEq(_nodes.getNumberOfNodes(), _nodes.getNodePage(0, ALL).length, "nodes");
        VM.assertEq(_voters.getNumberOfProposals(), _voters.getProposalPage(0, ALL).length, "proposals");
    }

    /// @dev Rules 6 and 8: a status that shows a proposal has one, and no other has.
    function _orgsHaveTheirProposals() private view {
        IOrgManager.OrgInfo[] memory page = _orgs.getOrgPage(0, ALL);
        for (uint256 i = 0; i < page.length; ++i) {
            IOrgManager.OrgInfo memory info = page[i];
            VM.assertTrue(_fits(_openOp(info.proposal), info.status), "an organisation's proposal");
            if (info.proposal != 0) {
                VM.assertEq(_voters.getProposal(info.proposal).org, i + 1, "an organisation's own proposal");
            }

            (uint256 breadth, uint256 depth) = _orgs.getLimits();
            VM.assertLe(info.level, depth, "depth");
            if (info.status != OrgStatus.NONE) {
                VM.assertLe(_orgs.getSubOrgIndexes(info.fullId).length, breadth, "breadth");
            }
            if (info.level > 1) VM.assertTrue(_orgs.checkOrgExists(info.parentId), "a parent exists");
        }
    }

    /// @dev A suspension may end while its restoration or another end is proposed.
    function _fits(uint256 op, uint256 status) private pure returns (bool) {
        if (status == OrgStatus.PROPOSED) return op == Op.ADD_ORG;
        if (status == OrgStatus.SUSPENSION_PROPOSED) return op == Op.SUSPEND_ORG || op == Op.SUSPEND_ORG_UNTIL;
        if (status == OrgStatus.RESTORATION_PROPOSED) return op == Op.RESTORE_ORG;
        if (status == OrgStatus.SUSPENDED) return op == 0 || op == Op.SUSPEND_ORG_UNTIL;
        if (status == OrgStatus.APPROVED) return op == 0 || op == Op.RESTORE_ORG || op == Op.SUSPEND_ORG_UNTIL;
        return op == 0;
    }

    /// @dev Rules 1, 2, 6 and 14.
    function _accountsAreInOrder(Handler handler) private view {
        IAccountManager.AccountInfo[] memory page = _accounts.getAccountPage(0, ALL);
        for (uint256 i = 0; i < page.length; ++i) {
            IAccountManager.AccountInfo memory info = page[i];
            bool hasOrg = bytes(info.orgId).length != 0;
            VM.assertTrue(
                hasOrg == (info.status != AccountStatus.NONE),
                "an account with a status has an organisation"
            );
            if (hasOrg) VM.assertTrue(_orgs.checkOrgExists(info.orgId), "an account's organisation exists");
            _rightsAreEarned(info, handler);
            _lastsAsLongAsGiven(info, handler);
            _marksAreDue(info);
            if (info.status == AccountStatus.ACTIVE && _same(info.roleId, ORG_ADMIN)) _isTheOneAdmin(info, page);
        }
    }

    /// @dev Rule 1: who may send what, and act for which organisation, follows from the records.
    function _rightsAreEarned(IAccountManager.AccountInfo memory info, Handler handler) private view {
        address who = info.account;
        (bool transfers, bool deployments, bool calls) = handler.maySend(who);
        VM.assertTrue(_sends(who, address(1), "") == transfers, "a transfer without right, or refused");
        VM.assertTrue(_sends(who, address(0), "ab") == deployments, "a deployment without right, or refused");
        VM.assertTrue(_sends(who, address(1), "ab") == calls, "a call without right, or refused");
        VM.assertTrue(
            _door.isOrgAdmin(who, info.orgId) == handler.mayActIn(who, info.orgId),
            "an admin of its own organisation without right, or refused"
        );
        bool byVote = _same(info.roleId, NETWORK_ADMIN) || _same(info.roleId, ORG_ADMIN);
        bool votes = info.status == AccountStatus.ACTIVE && byVote;
        if (votes)
            VM.assertTrue(_sends(who, address(_door), "ab"), "who is held, or whose organisation is, still votes");
        // One other organisation at a time, since this runs after every call.
        uint256 other = (handler.accepted() + handler.refused()) % _orgs.getNumberOfOrgs();
        IOrgManager.OrgInfo memory org = _orgs.getOrgPage(other, 1)[0];
        bool exists = org.status != OrgStatus.NONE;
        VM.assertTrue(
            _door.isOrgAdmin(who, org.fullId) == (exists && handler.mayActIn(who, org.fullId)),
            "an admin without right, or refused"
        );
    }

    /// @dev A role ends when its giver said, and not later than the giver's own ended then.
    function _lastsAsLongAsGiven(IAccountManager.AccountInfo memory info, Handler handler) private view {
        VM.assertEq(info.endsAt, handler.roleEndsAt(info.account), "when a role ends");
        uint256 givers = handler.giversRoleEndedAt(info.account);
        VM.assertTrue(
            givers == 0 || (info.endsAt != 0 && info.endsAt <= givers),
            "a role lasts longer than its giver's"
        );
        bool over = info.endsAt != 0 && block.timestamp >= info.endsAt;
        VM.assertFalse(over && (info.effective || info.orgAdmin), "what has ended is shown as if it lasted");
    }

    /// @dev What shows a proposal has one that is open; an account with another status may be proposed for an admin role, or
    ///      for its release, too.
    function _marksAreDue(IAccountManager.AccountInfo memory info) private view {
        uint256 op = _openOp(info.proposal);
        if (info.status == AccountStatus.PROPOSED) {
            VM.assertTrue(op == Op.ADD_ORG || op == Op.ASSIGN_ADMIN, "a proposed account's proposal");
        } else if (info.status == AccountStatus.RECOVERY_PROPOSED) {
            VM.assertEq(op, Op.RECOVER_ACCOUNT, "a recovery's proposal");
        } else {
            bool ofAdmin = op == Op.ASSIGN_ADMIN || op == Op.REMOVE_ADMIN;
            VM.assertTrue(op == 0 || ofAdmin || op == Op.ADD_ORG || op == Op.RELEASE, "an account's proposal");
        }
        if (op != 0) {
            address about = _accountAt(_voters.getProposal(info.proposal).account);
            VM.assertTrue(about == info.account, "an account's own proposal");
        }
    }

    function _isTheOneAdmin(
        IAccountManager.AccountInfo memory info,
        IAccountManager.AccountInfo[] memory page
    ) private view {
        VM.assertTrue(_accounts.orgAdminExists(info.orgId), "an organisation knows its admin");
        for (uint256 i = 0; i < page.length; ++i) {
            bool other = page[i].account != info.account && page[i].status == AccountStatus.ACTIVE;
            bool both = other && _same(page[i].orgId, info.orgId) && _same(page[i].roleId, ORG_ADMIN);
            VM.assertFalse(both, "two holders of the organisation admin role");
        }
    }

    /// @dev Rules 4, 6 and 17.
    function _nodesAreInOrder(Handler handler) private view {
        INodeManager.NodeInfo[] memory page = _nodes.getNodePage(0, ALL);
        for (uint256 i = 0; i < page.length; ++i) {
            INodeManager.NodeInfo memory info = page[i];
            if (bytes(info.orgId).length != 0) {
                VM.assertTrue(_orgs.checkOrgExists(info.orgId), "a node's organisation exists");
            } else {
                VM.assertEq(info.status, NodeStatus.DEACTIVATED, "a free node is deactivated");
            }
            uint256 op = _openOp(info.proposal);
            VM.assertTrue(_nodeMayHave(op, info), "a node's proposal");
            if (op != 0) VM.assertEq(_voters.getProposal(info.proposal).node, i + 1, "a node's own proposal");

            bool connects = _checks.connectionAllowed(info.enodeId, info.ip, 1);
            bool stopped = handler.nodeHeldUntil(info.enodeId) != 0 || handler.hasNodeEnded(info.enodeId);
            bool may = info.status == NodeStatus.APPROVED && !stopped;
            VM.assertTrue(connects == may, "who is approved, neither held nor over, connects");
            VM.assertEq(info.endsAt, handler.nodeEndsAt(info.enodeId), "when a node ends");
            if (_same(info.orgId, ADMIN_ORG)) VM.assertEq(info.endsAt, 0, "a node of the admin organisation ends");
            (bool compared, ) = _nodes.getAddressRules();
            bool elsewhere = _checks.connectionAllowed(info.enodeId, "10.9.9.9", 1);
            VM.assertTrue(elsewhere == (connects && !compared), "the ip counts when it is compared");
        }
    }

    function _nodeMayHave(uint256 op, INodeManager.NodeInfo memory info) private view returns (bool) {
        (string memory ip, , ) = _nodes.getProposedAddress(info.enodeId);
        bool isWanted = bytes(ip).length != 0;
        if (info.status == NodeStatus.PROPOSED) return op == Op.ADD_ORG && !isWanted;
        if (info.status == NodeStatus.RECOVERY_PROPOSED) return op == Op.RECOVER_NODE && !isWanted;
        bool isGovernments = _same(info.orgId, ADMIN_ORG);
        if (op == Op.ADD_ORG) return isWanted && !isGovernments;
        if (op == Op.CHANGE_NODE) return isGovernments;
        return (op == 0 || op == Op.RELEASE) && !isWanted;
    }

    /// @dev Rules 7, 9 and 10: the open list is what is open, and the votes shown are those of present voters.
    function _openProposalsAreListed(Handler handler) private view {
        IVoterManager.ProposalInfo[] memory all = _voters.getProposalPage(0, ALL);
        IVoterManager.ProposalInfo[] memory open = _voters.getOpenProposals(0, ALL);
        (, uint256 electorate) = _voters.getNumberOfVoters();
        uint256 next = 0;
        for (uint256 i = 0; i < all.length; ++i) {
            VM.assertEq(all[i].id, i + 1, "proposals are numbered");
            bool waits = all[i].state == ProposalState.PASSED;
            if (all[i].state != ProposalState.OPEN && !waits) continue;
            VM.assertEq(_shownBySubject(all[i]), all[i].id, "a subject shows its one open proposal");
            if (waits) continue;
            if (block.timestamp < all[i].expiresAt) {
                VM.assertTrue(next < open.length && open[next].id == all[i].id, "the open list");
                ++next;
            }
            (uint256 votesFor, uint256 votesAgainst) = handler.countedVotes(all[i].id);
            VM.assertEq(all[i].votesFor, votesFor, "votes for");
            VM.assertEq(all[i].votesAgainst, votesAgainst, "votes against");
            VM.assertLe(votesFor + votesAgainst, electorate, "more votes than voters");
        }
        VM.assertEq(next, open.length, "nothing else is in the open list");
    }

    /// @dev Once they are counted, what all voices weigh is the sum of those of active organisations without parent.
    function _voicesAreThoseOfTheOrgs() private view {
        IOrgManager.OrgInfo[] memory page = _orgs.getOrgPage(0, ALL);
        uint256 sum = 0;
        for (uint256 i = 0; i < page.length; ++i) {
            if (page[i].level != 1 || !OrgStatus.isActive(page[i].status) || page[i].endsAt != 0) continue;
            uint256 weight = _orgs.ownWeightOf(i + 1);
            sum += weight == 0 ? 1 : weight;
        }
        uint256 voices = _orgs.voices();
        if (voices != 0) VM.assertEq(voices, sum, "voices");
    }

    /// @dev Whatever the policies say, and whoever is suspended.
    function _rulesCanBeChanged(Handler handler) private view {
        VM.assertTrue(_voters.getRule(Op.CHANGE_RULE).kind < RuleKind.FORBIDDEN, "the change of rules is forbidden");
        VM.assertTrue(handler.rulesCanBeChanged(), "nobody can change the rules");
    }

    /// @dev Whatever is held, the guardian replaces the implementation, and vetoes where a policy lets it.
    function _guardianMayRepair() private view {
        address guardian = _upgradable.getGuardian();
        VM.assertTrue(_sends(guardian, address(_upgradable), "ab"), "the guardian repairs");
        VM.assertTrue(_sends(guardian, address(_door), "ab"), "the guardian vetoes");
    }

    /// @dev Rule 8: the proposal that is shown where everything about the subject is, so there is no second one.
    function _shownBySubject(IVoterManager.ProposalInfo memory info) private view returns (uint256 proposal) {
        bool ofNone =
            info.op == Op.CHANGE_RULE ||
                info.op == Op.CHANGE_SETTING ||
                info.op == Op.EMERGENCY ||
                Op.holdsChanges(info.op);
        if (ofNone) return info.id; // of these, several may be open
        if (info.op == Op.RECOVER_NODE || info.op == Op.CHANGE_NODE || (info.op == Op.RELEASE && info.node != 0)) {
            proposal = _nodes.getNodePage(info.node - 1, 1)[0].proposal;
        } else if (info.op == Op.ADD_ORG || Op.decidedAs(info.op) == Op.SUSPEND_ORG || info.op == Op.RESTORE_ORG) {
            proposal = _orgs.getOrgPage(info.org - 1, 1)[0].proposal;
        } else {
            proposal = _accounts.getAccountPage(info.account - 1, 1)[0].proposal;
        }
    }

    /* INTERNAL */

    /// @dev The operation of a proposal that is open, or waits; 0 for none, and more than any for one that has ended.
    function _openOp(uint256 id) private view returns (uint256) {
        if (id == 0) return 0;
        IVoterManager.ProposalInfo memory info = _voters.getProposal(id);
        bool goesOn = info.state == ProposalState.OPEN || info.state == ProposalState.PASSED;
        return goesOn ? info.op : uint256(Op.LAST) + 1;
    }

    function _sends(address account, address target, bytes memory payload) private view returns (bool) {
        return _checks.transactionAllowed(account, target, 0, 0, 0, payload);
    }

    function _ended(Handler[] memory networks, uint256 op, uint256 state) private view returns (uint256 sum) {
        for (uint256 i = 0; i < networks.length; ++i) {
            sum += networks[i].ended(op, state);
        }
    }

    function _callHandler(Handler handler, uint256 choice, bytes32 seed) private {
        (uint256 a, uint256 b, uint256 c, uint256 d) = _four(seed);
        if (choice == 0) handler.proposeOrg(a, b, c, d);
        else if (choice == 1) handler.proposeOrgStatus(a, b, c);
        else if (choice == 2) handler.proposeAdmin(a, b, c, d % 2 == 0);
        else if (choice == 3 || choice == 27) handler.proposeAdminRemoval(a, b);
        else if (choice == 4) handler.proposeOrgAdminRemoval(a, b);
        else if (choice == 5) handler.proposeRule(a, b, c, d, a ^ b);
        else if (choice == 6) handler.proposeSetting(a, c, b % 2 == 0);
        else if (choice == 7) handler.proposeAccountRecovery(a, b);
        else if (choice == 8) handler.proposeNodeRecovery(a, b);
        else if (choice == 9) handler.vote(a, b, c % 2 == 0);
        else if (choice == 10) handler.rally(a, b);
        else if (choice == 11) handler.approve(a, b, c);
        else if (choice == 12) handler.withdraw(a, b);
        else if (choice == 13) handler.close(a, b);
        else if (choice == 14) handler.wait(a);
        else if (choice == 15) handler.addSubOrg(a, b, c, d);
        else if (choice == 16) handler.addRole(a, b, c, d, a % 2 == 0);
        else if (choice == 17) handler.removeRole(a, b, c);
        else if (choice == 18) handler.assignRole(a, b, c, d);
        else if (choice == 19) handler.updateAccount(a, b, c);
        else if (choice == 20) handler.addNode(a, b, c);
        else if (choice == 21) handler.updateNode(a, b, c);
        else if (choice == 22) handler.moveNode(a, b, uint16(c));
        else if (choice == 23) handler.proposeOrgStatus(a, b, c);
        else if (choice == 24) handler.assignRole(a, b, c, d);
        else if (choice == 25) handler.addRole(a, b, c, d, b % 2 == 0);
        else if (choice == 26) handler.updateAccount(a, b, 3);
        else if (choice == 28) handler.meddle(a, b, c, d % 2 == 0);
        else if (choice == 29) handler.releaseAccount(a, b);
        else if (choice == 30) handler.releaseNode(a, b);
        else if (choice == 31) handler.proposeAccountRelease(a, b);
        else if (choice == 32) handler.proposeNodeRelease(a, b);
        else if (choice == 33) handler.proposeNodeChange(a, c, uint16(d));
        else if (choice == 34) handler.proposeLimit(a, b, c, d);
        else if (choice == 35) handler.flood(a);
        else if (choice == 36 || choice == 37) handler.proposeChanges(a, b, c, d);
        else if (choice >= 39 && choice < 42) handler.proposePolicy(a, b, c, d, a ^ b);
        else if (choice == 42) handler.proposeWeight(a, b, c);
        else if (choice == 43 || choice == 44 || choice == 51) handler.carryOut(a, b, c % 4 != 0);
        else if (choice == 45 || choice == 52) handler.veto(a, b);
        else if (choice == 50) handler.dispute(a, b, c % 2 == 0);
        else if (choice == 46 || choice == 47) handler.proposeHold(a, b, c, d);
        else if (choice == 48) handler.endHold(a, b, c, d % 2 == 0);
        else if (choice == 49) handler.changeGuardian(a);
        else if (choice == 54 || choice == 55) handler.assignRoleUntil(a, b, c, d, a ^ b);
        else if (choice == 58) handler.deputise(a, b, c, d);
        else if (choice == 56 || choice == 57) handler.addNodeUntil(a, b, c, d);
        else if (choice == 59 || choice == 60) handler.suspendUntil(a, b, c);
        else if (choice == 61) handler.endSuspension(a, b, c % 3 != 0);
        else if (choice == 53) _contest(handler, a, b, c % 2 == 0 ? ALL : 0);
        else handler.rally(b, c % 2 == 0 ? ALL : 0);
    }

    /// @dev A suspension or restoration on which everybody votes: few organisations are suspended for long.
    function _contest(Handler handler, uint256 who, uint256 org, uint256 voices) private {
        handler.proposeOrgStatus(who, org, 1);
        uint256 open = _voters.getOpenProposals(0, ALL).length;
        // The newest of them.
        if (open != 0) handler.rally(4 * (open - 1), voices);
    }

    /// @dev What must be refused or answered, and changes nothing, now and then between the others.
    function _probe(Handler handler, bytes32 seed) private {
        (uint256 a, uint256 b, uint256 c, ) = _four(seed);
        uint8 choice = uint8(seed[1]);
        if (choice < 16) handler.revive(a, b);
        else if (choice < 48) handler.approveClosed(a, b);
        else if (choice < 64) handler.ask(a, b, c, abi.encode(a, b, c));
    }

    function _four(bytes32 seed) private pure returns (uint256 a, uint256 b, uint256 c, uint256 d) {
        a = uint256(keccak256(abi.encode(seed, 1)));
        b = uint256(keccak256(abi.encode(seed, 2)));
        c = uint256(keccak256(abi.encode(seed, 3)));
        d = uint256(keccak256(abi.encode(seed, 4)));
    }
}
