// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IAccessModule as Contracts} from "../../contracts/interfaces/IAccessModule.sol";
import {IAccountModule as Accounts} from "../../contracts/interfaces/IAccountModule.sol";
import {IDecisionModule as Decisions} from "../../contracts/interfaces/IDecisionModule.sol";
import {IEmergencyModule as Emergencies} from "../../contracts/interfaces/IEmergencyModule.sol";
import {IModule} from "../../contracts/interfaces/IModule.sol";
import {INodeQueries as Queries} from "../../contracts/interfaces/INodeQueries.sol";
import {IOrganisationModule as Organisations} from "../../contracts/interfaces/IOrganisationModule.sol";
import {IPermissionsChecks as Checks} from "../../contracts/interfaces/IPermissionsChecks.sol";
import {IPermissionsInterface as Door} from "../../contracts/interfaces/IPermissionsInterface.sol";
import {IPolicyModule as Policies} from "../../contracts/interfaces/IPolicyModule.sol";
import {IResolutionModule as Resolutions} from "../../contracts/interfaces/IResolutionModule.sol";
import {IRouter} from "../../contracts/interfaces/IRouter.sol";
import {IRules as Rules} from "../../contracts/interfaces/IRules.sol";
import {ISettingModule as Settings} from "../../contracts/interfaces/ISettingModule.sol";
import {IBallotModule as Ballots} from "../../contracts/interfaces/IBallotModule.sol";
import {INodeModule as NodeRules} from "../../contracts/interfaces/INodeModule.sol";
import {Policy, Veto} from "../../contracts/types/Policy.sol";
import {SignedVote} from "../../contracts/types/SignedVote.sol";

import {Suite} from "./Suite.sol";

/// @title Calls with any argument at all
contract CallsTest is Suite {
    address private constant ADMIN = address(0xA000);
    address private constant MEMBER = address(0xB001);
    address private constant SUSPENDED = address(0xB002);
    address private constant CANDIDATE = address(0xB003);

    function setUp() external {
        _deploy();
        _boot(_people(2));
        VM.startPrank(ADMIN);
        _door.addNewRole("CALLER", ADMIN_ORG, 4, false, false);
        _door.assignAccountRole(MEMBER, ADMIN_ORG, "CALLER");
        _door.assignAccountRole(SUSPENDED, ADMIN_ORG, "CALLER");
        _door.updateAccountStatus(ADMIN_ORG, SUSPENDED, 1);
        _door.addOrg("ORG1", _enode(1), HOST, PORT, RAFT_PORT, CANDIDATE);
        VM.stopPrank();
    }

    /* WHAT NODES ASK */

    /// @dev The interface takes a revert for a no, so the implementation is asked, too.
    function testFuzzTransactionAllowedNeverReverts(
        address sender,
        address target,
        uint256 value,
        uint256 gasPrice,
        uint256 gasLimit,
        bytes calldata payload
    ) external view {
        bool answer = _rules.transactionAllowed(sender, target, value, gasPrice, gasLimit, payload);

        VM.assertTrue(_checks.transactionAllowed(sender, target, value, gasPrice, gasLimit, payload) == answer, "door");
        VM.assertFalse(answer, "a stranger may nothing");
    }

    function testFuzzTransactionAllowedForEverybodyKnown(
        uint256 who,
        address target,
        uint256 value,
        bytes calldata payload
    ) external view {
        address[5] memory known = [ADMIN, MEMBER, SUSPENDED, CANDIDATE, address(0)];
        address sender = known[who % 5];

        bool answer = _rules.transactionAllowed(sender, target, value, 0, 0, payload);

        bool call_ = target != address(0) && payload.length > 0;
        VM.assertTrue(answer == (sender == ADMIN || (sender == MEMBER && call_)), "what the role covers");
        VM.assertTrue(_checks.transactionAllowed(sender, target, value, 0, 0, payload) == answer, "door");
    }

    function testFuzzGuardianAlwaysReachesItsContract(
        uint256 value,
        bytes calldata payload,
        address other
    ) external view {
        VM.assume(other != address(_upgradable));

        VM.assertTrue(
            _checks.transactionAllowed(GUARDIAN, address(_upgradable), value, 0, 0, payload),
            "the guardian can repair"
        );
        VM.assertFalse(_checks.transactionAllowed(GUARDIAN, other, value, 0, 0, payload), "and nothing else");
    }

    /// @dev The caller does not matter, and neither do bytes behind the arguments.
    function testFuzzTransactionAllowedWithTrailingBytes(address caller, bytes calldata trail) external {
        bytes memory question = abi.encodeCall(Checks.transactionAllowed, (MEMBER, address(1), 0, 0, 0, "ab"));

        VM.prank(caller);
        (bool answered, bytes memory answer) = address(_door).call(abi.encodePacked(question, trail));

        VM.assertTrue(answered && abi.decode(answer, (bool)), "trailing bytes");
    }

    function testFuzzConnectionAllowedNeverReverts(
        string calldata enodeId,
        string calldata ip,
        uint16 port
    ) external view {
        VM.assertFalse(_rules.connectionAllowed(enodeId, ip, port), "an unknown node");
        VM.assertFalse(_checks.connectionAllowed(enodeId, ip, port), "an unknown node, asked at the door");
    }

    function testFuzzConnectionAllowedOfKnownNode(string calldata ip, uint16 port) external view {
        VM.assertTrue(_rules.connectionAllowed(_enode(0), ip, port) == _same(ip, HOST), "the ip decides");
        VM.assertTrue(_rules.connectionAllowed(_enode(0), HOST, port), "the port does not");
        VM.assertFalse(_rules.connectionAllowed(_enode(1), HOST, port), "a proposed node");
    }

    /* WHAT ENDS */

    /// @dev Any end in the future that can be counted, or none; it is refused from that second on.
    function testFuzzRoleUntil(uint48 until, bool soon) external {
        if (soon) until %= 1 << 33;
        address account = address(0xB004);
        bool may = until == 0 || (until > START && until <= type(uint32).max);

        bytes memory call_ = abi.encodeCall(Accounts.assignAccountRoleUntil, (account, ADMIN_ORG, "CALLER", until));
        VM.assertTrue(_as(ADMIN, call_) == may, "what may be an end");

        if (may && until != 0) VM.warp(until - 1);
        VM.assertTrue(_checks.transactionAllowed(account, address(1), 0, 0, 0, "ab") == may, "before it");
        if (until > START) VM.warp(until);
        VM.assertTrue(_checks.transactionAllowed(account, address(1), 0, 0, 0, "ab") == (until == 0), "from then on");
    }

    /* WHAT IS NO QUESTION */

    function testFuzzChecksAnswerAnyBytes(bytes calldata arguments) external view {
        bytes4[2] memory checks = [Checks.transactionAllowed.selector, Checks.connectionAllowed.selector];
        for (uint256 i = 0; i < checks.length; ++i) {
            VM.assertTrue(_answersCleanly(abi.encodePacked(checks[i], arguments)), "any bytes");
        }
    }

    function testFuzzChecksAnswerWhatIsCutOff(uint256 length) external view {
        bytes[2] memory questions = _questions();
        for (uint256 i = 0; i < questions.length; ++i) {
            bytes memory part = _cut(questions[i], _bound(length, 4, questions[i].length - 1));
            VM.assertTrue(_answersCleanly(part), "cut off");
        }
    }

    /// @dev Any word instead of any other: offsets that point nowhere, lengths without end, addresses that are none.
    function testFuzzChecksAnswerWithAnyWord(uint256 place, uint256 word) external view {
        uint256[4] memory words = [word, type(uint256).max - (word % 256), 1 << (word % 256), word % 1024];
        bytes[2] memory questions = _questions();
        for (uint256 i = 0; i < questions.length; ++i) {
            uint256 number = _bound(place, 0, (questions[i].length - 4) / 32 - 1);
            for (uint256 j = 0; j < words.length; ++j) {
                VM.assertTrue(_answersCleanly(_withWord(questions[i], number, words[j])), "any word");
            }
        }
    }

    /// @dev Who may repair is found in two words. An address has twenty bytes: what has more in its word is another.
    function testFuzzGuardianHasNoNamesakes(uint96 more, uint256 word, uint256 length) external view {
        VM.assume(more != 0);
        uint256 high = uint256(more) << 160;
        bytes memory repair = abi.encodeCall(
            Checks.transactionAllowed,
            (GUARDIAN, address(_upgradable), 1, 0, 0, "ab")
        );

        VM.assertTrue(_answers(_withWord(repair, _bound(word, 2, 6), word), true), "the guardian, whatever follows");
        VM.assertTrue(
            _answers(_cut(repair, _bound(length, 68, repair.length)), true),
            "the guardian, cut off behind it"
        );
        VM.assertTrue(_answers(_cut(repair, _bound(length, 4, 67)), false), "the guardian, cut off before");
        VM.assertTrue(_answers(_withWord(repair, 0, high | uint160(GUARDIAN)), false), "a namesake of the guardian");
        VM.assertTrue(
            _answers(_withWord(repair, 1, high | uint160(address(_upgradable))), false),
            "a namesake of its contract"
        );
    }

    function testFuzzQuestionsOfAnyText(address account, string calldata text, uint256 number) external view {
        VM.assertFalse(_door.isOrgAdmin(account, text), "admin of nothing");
        _door.validateAccount(account, text);
        _door.isNetworkAdmin(account);
        _door.getPendingOp(text);
        _orgs.getOrgDetails(text);
        _orgs.getOrgInfo(number);
        _orgs.getSubOrgIndexes(text);
        _orgs.checkOrgActive(text);
        _orgs.checkOrgStatus(text, number);
        _orgs.checkOrgExists(text);
        _roles.getRoleDetails(text, text);
        _roles.getRoleDetailsFromIndex(number);
        _roles.roleExists(text, ADMIN_ORG, text);
        _roles.isAdminRole(text, text, text);
        _roles.isVoterRole(text, ADMIN_ORG, text);
        _roles.roleAccess(text, text, text);
        _roles.transactionAllowed(text, ADMIN_ORG, text, number);
        _accounts.getAccountDetails(account);
        _accounts.getAccountDetailsFromIndex(number);
        _accounts.orgAdminExists(text);
        _accounts.checkOrgAdmin(account, text, text);
        _nodes.getNodeDetails(text);
        _nodes.getNodeDetailsFromIndex(number);
        _voters.getProposal(number);
        _voters.getVote(number, account);
        _voters.isVoter(account);
        _voters.getRule(number);
    }

    /* PAGES */

    function testFuzzPages(uint256 from, uint256 count) external view {
        VM.assertEq(_orgs.getOrgPage(from, count).length, _length(from, count, 2), "organisations");
        VM.assertEq(_roles.getRolePage(from, count).length, _length(from, count, _roles.getNumberOfRoles()), "roles");
        VM.assertEq(_accounts.getAccountPage(from, count).length, _length(from, count, 5), "accounts");
        VM.assertEq(_nodes.getNodePage(from, count).length, _length(from, count, 2), "nodes");
        VM.assertEq(_voters.getVoterPage(from, count).length, _length(from, count, 2), "voters");
        VM.assertEq(_voters.getProposalPage(from, count).length, _length(from, count, 1), "proposals");
        uint256 open = _voters.getOpenProposals(_bound(from, 0, ALL - 2), count).length;
        VM.assertEq(open, _bound(from, 0, ALL - 2) == 0 && count > 0 ? 1 : 0, "open proposals");
    }

    function testFuzzPagesNearTheEnd(uint256 from, uint256 count) external view {
        from = _bound(from, 0, 6);
        count = _bound(count, 0, 6);

        VM.assertEq(_accounts.getAccountPage(from, count).length, _length(from, count, 5), "accounts");
        VM.assertEq(_orgs.getOrgPage(from, count).length, _length(from, count, 2), "organisations");
    }

    /* WHO CALLS */

    /// @dev The word that names the caller cannot be written by who calls, wherever it is put.
    function testFuzzForgedCaller(address caller, bytes calldata trail) external {
        VM.assume(caller != ADMIN && caller != _person(1) && caller != address(VM));
        bytes memory forged = abi.encodeCall(Organisations.updateOrgStatus, (ADMIN_ORG, 1, ADMIN));

        VM.assertFalse(_as(caller, abi.encodePacked(forged, trail)), "an argument");
        VM.assertFalse(_as(caller, abi.encodePacked(forged, abi.encode(ADMIN))), "a last word");
        VM.assertFalse(_vote(caller, abi.encode(ADMIN)), "a last word after a vote");
        VM.assertFalse(_vote(caller, abi.encodePacked(trail, uint256(uint160(ADMIN)))), "behind other bytes");
        VM.assertEq(_voters.getProposal(1).votesFor, 0, "no vote was counted");
    }

    function testFuzzForgedCallerIsNamed(address caller) external {
        VM.assume(caller != ADMIN && caller != address(VM));
        bytes memory forged = abi.encodeCall(Accounts.addNewRole, ("R", ADMIN_ORG, 3, true, true, ADMIN));

        VM.prank(caller);
        (bool accepted, bytes memory reason) = address(_door).call(forged);

        VM.assertFalse(accepted, "accepted");
        bytes memory expected = abi.encodeWithSelector(Rules.CallerForged.selector, ADMIN, caller);
        VM.assertTrue(keccak256(reason) == keccak256(expected), "the reason");
    }

    /// @dev Nobody but the interface reaches a rule, even with the right caller behind the call.
    function testFuzzImplementationIsClosed(address caller, uint256 which) external {
        VM.assume(caller != address(_door) && caller != address(VM));
        bytes[5] memory calls = [
            abi.encodeCall(Decisions.vote, (1, true)),
            abi.encodeCall(Accounts.addNewRole, ("R", ADMIN_ORG, 3, true, true, ADMIN)),
            abi.encodeCall(Emergencies.close, (1)),
            abi.encodeCall(Settings.proposeSetting, (1, 0)),
            abi.encodeCall(Resolutions.carryOut, (1))
        ];

        VM.prank(caller);
        (bool accepted, bytes memory reason) = address(_rules).call(
            abi.encodePacked(calls[which % 5], uint256(uint160(ADMIN)))
        );

        VM.assertFalse(accepted, "accepted");
        VM.assertTrue(
            keccak256(reason) == keccak256(abi.encodeWithSelector(Rules.NotInterface.selector, caller)),
            "the reason"
        );
    }

    /// @dev Nor at a module's own address, whoever calls and whatever stands behind the call; the interface calls no module.
    function testFuzzModulesAreClosed(address caller, uint256 which, bytes calldata trail) external {
        bytes[10] memory calls = [
            abi.encodeCall(Organisations.updateOrgStatus, (ADMIN_ORG, 1, ADMIN)),
            abi.encodeCall(Accounts.addNewRole, ("R", ADMIN_ORG, 3, true, true, ADMIN)),
            abi.encodeCall(Decisions.vote, (1, true)),
            abi.encodeCall(Settings.proposeSetting, (1, 0)),
            abi.encodeCall(Ballots.voteBySignatures, (new SignedVote[](0))),
            abi.encodeCall(Resolutions.proposeChanges, (new bytes[](1))),
            abi.encodeCall(
                Policies.proposePolicy,
                (1, Policy(0, 0, 0, 1, new string[](0), new string[](0), 0, Veto(new string[](0), 0, 0)))
            ),
            abi.encodeCall(Emergencies.proposeHold, (ADMIN_ORG, ADMIN, "", 1)),
            abi.encodeCall(NodeRules.changeNodeAddress, (ADMIN_ORG, _enode(0), "10.0.0.9", 1, 1)),
            abi.encodeCall(Contracts.forgetDeployer, (ADMIN_ORG, ADMIN))
        ];
        VM.assume(caller != address(_door) && caller != address(VM));
        IRouter.ModuleInfo[] memory modules = _rules.getModules();
        VM.assertEq(modules.length, calls.length, "modules");

        VM.prank(caller);
        (bool accepted, bytes memory reason) = modules[which % calls.length].module.call(
            abi.encodePacked(calls[which % calls.length], trail, uint256(uint160(ADMIN)))
        );

        VM.assertFalse(accepted, "accepted");
        VM.assertTrue(
            keccak256(reason) == keccak256(abi.encodeWithSelector(Rules.NotInterface.selector, caller)),
            "the reason"
        );
    }

    /// @dev What no module has is refused without a word, also where the table of functions points to one.
    function testFuzzUnknownFunctionIsRefused(bytes4 selector, bytes calldata arguments) external {
        VM.assume(!_isKnown(selector));

        VM.prank(address(_door));
        (bool accepted, bytes memory reason) = address(_rules).call(
            abi.encodePacked(selector, arguments, uint256(uint160(ADMIN)))
        );

        VM.assertFalse(accepted, "accepted");
        VM.assertEq(reason.length, 0, "a reason");
    }

    /// @dev Any call data from a stranger: refused, or nothing but an event of the interface came of it.
    function testFuzzStrangerChangesNothing(address caller, bytes4 selector, bytes calldata arguments) external {
        VM.assume(caller != GUARDIAN && caller != address(VM));
        VM.assume(caller != ADMIN && caller != _person(1));
        bytes32 before = _fingerprint();

        _as(caller, abi.encodePacked(selector, arguments));

        VM.assertTrue(_fingerprint() == before, "something changed");
    }

    /// @dev The same with every function that the interface has or passes on.
    function testFuzzStrangerCallsKnownFunctions(address caller, uint256 which, address account, uint256 n) external {
        VM.assume(caller != ADMIN && caller != _person(1) && caller != address(VM) && caller != GUARDIAN);
        bytes[12] memory calls = [
            abi.encodeCall(Decisions.vote, (n % 3, n % 2 == 0)),
            abi.encodeCall(Emergencies.withdraw, (n % 3)),
            abi.encodeCall(Emergencies.close, (n % 3)),
            abi.encodeCall(Settings.proposeSetting, (1, 0)),
            abi.encodeCall(Settings.proposeRule, (1, 2, 0, 0)),
            abi.encodeCall(Accounts.proposeAdminRemoval, (ADMIN_ORG, ADMIN)),
            abi.encodeCall(NodeRules.changeNodeAddress, (ADMIN_ORG, _enode(0), "10.0.0.9", 1, 1)),
            abi.encodeCall(Door.addOrg, ("ORG2", _enode(2), HOST, PORT, RAFT_PORT, account)),
            abi.encodeCall(Door.approveOrg, ("ORG1", _enode(1), HOST, PORT, RAFT_PORT, CANDIDATE)),
            abi.encodeCall(Door.assignAccountRole, (account, ADMIN_ORG, "CALLER")),
            abi.encodeCall(Door.updateAccountStatus, (ADMIN_ORG, MEMBER, 3)),
            abi.encodeCall(Door.addNode, (ADMIN_ORG, _enode(3), HOST, PORT, RAFT_PORT))
        ];
        bytes32 before = _fingerprint();

        VM.assertFalse(_as(caller, calls[which % 12]), "accepted");

        VM.assertTrue(_fingerprint() == before, "something changed");
    }

    function testFuzzBootIsOver(address account) external {
        VM.startPrank(GUARDIAN);

        VM.expectRevert(abi.encodeWithSelector(Rules.AlreadyBooted.selector));
        _door.addAdminAccount(account);
        VM.expectRevert(abi.encodeWithSelector(Rules.AlreadyBooted.selector));
        _door.init(1, 1);
        VM.expectRevert(abi.encodeWithSelector(Rules.AlreadyBooted.selector));
        _door.updateNetworkBootStatus();
    }

    /* INTERNAL */

    /// @dev One of each check, both answered yes.
    function _questions() private view returns (bytes[2] memory) {
        return
            [
                abi.encodeCall(Checks.transactionAllowed, (MEMBER, address(1), 1, 0, 0, "ab")),
                abi.encodeCall(Checks.connectionAllowed, (_enode(0), HOST, PORT))
            ];
    }

    function _cut(bytes memory whole, uint256 length) private pure returns (bytes memory part) {
        part = new bytes(length);
        for (uint256 i = 0; i < length; ++i) {
            part[i] = whole[i];
        }
    }

    function _vote(address caller, bytes memory trail) private returns (bool) {
        return _as(caller, abi.encodePacked(abi.encodeCall(Decisions.vote, (1, true)), trail));
    }

    /// @dev The functions of the implementation, from what it is made of.
    function _isKnown(bytes4 selector) private pure returns (bool) {
        bytes4[86] memory known = [
            Organisations.addOrg.selector,
            Organisations.updateOrgStatus.selector,
            Organisations.suspendOrgUntil.selector,
            Organisations.endSuspension.selector,
            Organisations.addSubOrg.selector,
            NodeRules.addNode.selector,
            NodeRules.addNodeUntil.selector,
            NodeRules.updateNodeStatus.selector,
            NodeRules.changeNodeAddress.selector,
            NodeRules.startBlacklistedNodeRecovery.selector,
            Accounts.addNewRole.selector,
            Accounts.removeRole.selector,
            Accounts.assignAccountRole.selector,
            Accounts.assignAccountRoleUntil.selector,
            Accounts.updateAccountStatus.selector,
            Accounts.startBlacklistedAccountRecovery.selector,
            Accounts.assignAdminRole.selector,
            Accounts.proposeAdminRemoval.selector,
            Accounts.releaseAccount.selector,
            Accounts.proposeAccountRelease.selector,
            NodeRules.releaseNode.selector,
            NodeRules.proposeNodeRelease.selector,
            Decisions.approveOrg.selector,
            Decisions.approveOrgStatus.selector,
            Decisions.approveAdminRole.selector,
            Decisions.approveBlacklistedAccountRecovery.selector,
            Decisions.approveBlacklistedNodeRecovery.selector,
            Decisions.vote.selector,
            Emergencies.withdraw.selector,
            Emergencies.close.selector,
            Decisions.voteByHash.selector,
            Decisions.decide.selector,
            Decisions.end.selector,
            Policies.proposePolicy.selector,
            Ballots.castVoice.selector,
            Ballots.decisionOf.selector,
            Policies.getPolicy.selector,
            Policies.getProposedPolicy.selector,
            Ballots.getPoll.selector,
            Ballots.mayVoteOn.selector,
            Ballots.isProposer.selector,
            Ballots.activeProposerOf.selector,
            Ballots.hasVotesOfOthers.selector,
            Ballots.getTermIn.selector,
            Ballots.wouldPass.selector,
            Policies.mayActFor.selector,
            Policies.concerns.selector,
            Policies.isAbout.selector,
            Emergencies.mayVetoAlone.selector,
            Emergencies.vetoShareOf.selector,
            Emergencies.veto.selector,
            Policies.isAllowed.selector,
            Resolutions.approveAsResolved.selector,
            Settings.setPolicy.selector,
            Settings.init.selector,
            Settings.addAdminNode.selector,
            Settings.addAdminAccount.selector,
            Settings.updateNetworkBootStatus.selector,
            Settings.setMigrationPolicy.selector,
            Settings.proposeRule.selector,
            Settings.proposeSetting.selector,
            Settings.proposeLimit.selector,
            Settings.setAtBoot.selector,
            Settings.applyChange.selector,
            Emergencies.proposeHold.selector,
            Emergencies.endHold.selector,
            Emergencies.imposeHold.selector,
            Emergencies.getHold.selector,
            Ballots.voteBySignatures.selector,
            Ballots.getProposalHash.selector,
            Resolutions.proposeChanges.selector,
            Resolutions.carryOut.selector,
            Resolutions.carryOutNow.selector,
            Resolutions.actByPolicy.selector,
            Resolutions.makeChanges.selector,
            Resolutions.getChanges.selector,
            IRouter.suite.selector,
            IRouter.getModules.selector,
            IRouter.moduleOf.selector,
            Queries.transactionAllowed.selector,
            Queries.connectionAllowed.selector,
            Queries.getNetworkBootStatus.selector,
            Queries.getPolicyDetails.selector,
            Queries.isNetworkAdmin.selector,
            Queries.isOrgAdmin.selector,
            Queries.validateAccount.selector
        ];
        for (uint256 i = 0; i < known.length; ++i) {
            if (known[i] == selector) return true;
        }
        return selector == Queries.getPendingOp.selector || selector == IModule.describe.selector;
    }

    function _length(uint256 from, uint256 count, uint256 total) private pure returns (uint256) {
        if (from >= total) return 0;
        return count < total - from ? count : total - from;
    }

    /// @dev All that the managers hold, in one hash.
    function _fingerprint() private view returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    keccak256(abi.encode(_orgs.getOrgPage(0, ALL), _roles.getRolePage(0, ALL))),
                    keccak256(abi.encode(_accounts.getAccountPage(0, ALL), _nodes.getNodePage(0, ALL))),
                    keccak256(abi.encode(_voters.getProposalPage(0, ALL), _voters.getVoterPage(0, ALL)))
                )
            );
    }
}
