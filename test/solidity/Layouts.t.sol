// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Account, AccountFields} from "../../contracts/types/Account.sol";
import {Node, NodeFields} from "../../contracts/types/Node.sol";
import {Org, OrgFields} from "../../contracts/types/Org.sol";
import {Proposal, ProposalFields, Subject, SubjectFields} from "../../contracts/types/Proposal.sol";
import {Role, RoleFields} from "../../contracts/types/Role.sol";
import {Totals, Voter, VoterFields} from "../../contracts/types/Voter.sol";
import {Test} from "./Test.sol";

/// @title Where each field stands in the packed words
/// @dev Managers keep these words for ever and hand them to every implementation that comes, so a field never moves. The
///      words are written highest field first, each field in digits of its own.
contract Layouts is Test {
    function testAccount() external pure {
        Account word = Account.wrap(0xa0a1a2_b0b1b2b3_c0c1c2c3_d0d1d2d3_e0e1e2e3_01_f1_f0);

        VM.assertEq(word.status(), 0xf0, "status");
        VM.assertEq(word.kind(), 0xf1, "kind of its role");
        VM.assertTrue(word.admin(), "admin");
        VM.assertEq(word.org(), 0xe0e1e2e3, "organisation");
        VM.assertEq(word.role(), 0xd0d1d2d3, "role");
        VM.assertEq(word.generation(), 0xc0c1c2c3, "generation");
        VM.assertEq(word.proposal(), 0xb0b1b2b3, "proposal");
        VM.assertEq(word.index(), 0xa0a1a2, "index");

        Account made = AccountFields.create({
            status_: 0xf0,
            kind_: 0xf1,
            admin_: true,
            org_: 0xe0e1e2e3,
            role_: 0xd0d1d2d3,
            generation_: 0xc0c1c2c3,
            proposal_: 0xb0b1b2b3,
            index_: 0xa0a1a2
        });
        VM.assertEq(Account.unwrap(made), Account.unwrap(word), "the whole word");
    }

    function testNode() external pure {
        Node word = Node.wrap(0xa0a1a2a3a4a5a6a7a8a9aaabacadae_b0b1b2_c0c1c2c3_d0d1d2d3_e0e1_e2e3_0f_f0);

        VM.assertEq(word.status(), 0xf0, "status");
        VM.assertEq(word.ipLength(), 0x0f, "length of the ip");
        VM.assertEq(word.port(), 0xe2e3, "port");
        VM.assertEq(word.raftPort(), 0xe0e1, "Raft port");
        VM.assertEq(word.org(), 0xd0d1d2d3, "organisation");
        VM.assertEq(word.proposal(), 0xc0c1c2c3, "proposal");
        VM.assertEq(word.index(), 0xb0b1b2, "index");
        VM.assertEq(uint120(word.inlineIp()), 0xa0a1a2a3a4a5a6a7a8a9aaabacadae, "ip");

        Node made = NodeFields.create(0xb0b1b2, word.inlineIp(), 0x0f, 0xe2e3, 0xe0e1);
        made = made.withStanding(0xf0, 0xd0d1d2d3, 0xc0c1c2c3);
        VM.assertEq(Node.unwrap(made), Node.unwrap(word), "the whole word");
    }

    function testOrg() external pure {
        Org word = Org.wrap(0xa0a1a2a3a4a5a6a7a8a9aa_b0b1b2_c0c1c2_d0d1d2_e0e1e2_e3e4e5_f0f1f2_0b_f3_f4);

        VM.assertEq(word.status(), 0xf4, "status");
        VM.assertEq(word.level(), 0xf3, "level");
        VM.assertEq(word.nameLength(), 0x0b, "length of the name");
        VM.assertEq(word.proposal(), 0xf0f1f2, "proposal");
        VM.assertEq(word.parent(), 0xe3e4e5, "parent");
        VM.assertEq(word.ultimate(), 0xe0e1e2, "ultimate parent");
        VM.assertEq(word.subCount(), 0xd0d1d2, "number of sub-organisations");
        VM.assertEq(word.lastSub(), 0xc0c1c2, "youngest sub-organisation");
        VM.assertEq(word.olderSibling(), 0xb0b1b2, "next older sibling");
        VM.assertEq(uint88(word.inlineName()), 0xa0a1a2a3a4a5a6a7a8a9aa, "name");

        Org made = OrgFields.create({
            status_: 0xf4,
            level_: 0xf3,
            proposal_: 0xf0f1f2,
            parent_: 0xe3e4e5,
            ultimate_: 0xe0e1e2,
            olderSibling_: 0xb0b1b2
        });
        made = made.withName(word.inlineName(), 0x0b);
        uint256 subs = uint256(0xc0c1c2_d0d1d2) << 96;
        VM.assertEq(Org.unwrap(made) | subs, Org.unwrap(word), "the whole word");
    }

    function testProposal() external pure {
        Proposal word = Proposal.wrap(0xa0a1a2a3a_b0b1b2_b3b4b5_c0c1c2_c3c4c5_d0d1d2_d3d4d5_e0e1e2e3_e4e5_e6e7_f_f0);

        VM.assertEq(word.op(), 0xf0, "operation");
        VM.assertEq(word.state(), 0xf, "state");
        VM.assertEq(word.votesFor(), 0xe6e7, "votes for");
        VM.assertEq(word.votesAgainst(), 0xe4e5, "votes against");
        VM.assertEq(word.expiresAt(), 0xe0e1e2e3, "expiry");
        VM.assertEq(word.role(), 0xd3d4d5, "role");
        VM.assertEq(word.account(), 0xd0d1d2, "account");
        VM.assertEq(word.departuresSeen(), 0xc3c4c5, "departures");
        VM.assertEq(word.proposer(), 0xc0c1c2, "proposer");
        VM.assertEq(word.org(), 0xb3b4b5, "organisation");
        VM.assertEq(word.node(), 0xb0b1b2, "node");
        VM.assertEq(Proposal.unwrap(word) >> ProposalFields.VOTES, 0xa0a1a2a3a, "votes of the first voters");

        Subject subject = SubjectFields.create(0xb3b4b5, 0xb0b1b2, 0xd3d4d5, 0xd0d1d2);
        Proposal made = ProposalFields.create(0xf0, subject, 0xf, 0xe0e1e2e3, 0xc3c4c5, 0xc0c1c2);
        uint256 votes = (uint256(0xa0a1a2a3a) << 220) | (uint256(0xe4e5_e6e7) << 12);
        VM.assertEq(Proposal.unwrap(made) | votes, Proposal.unwrap(word), "the whole word");
    }

    function testRole() external pure {
        Role word = Role.wrap(0xa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3_14_c0c1c2c3_d0d1d2d3_e0_e1_05);

        VM.assertTrue(word.active() && !word.admin() && word.voter(), "active, admin, voter");
        VM.assertEq(word.kind(), 0xe1, "kind");
        VM.assertEq(word.access(), 0xe0, "access");
        VM.assertEq(word.org(), 0xd0d1d2d3, "organisation");
        VM.assertEq(word.generation(), 0xc0c1c2c3, "generation");
        VM.assertEq(word.idLength(), 0x14, "length of the id");

        Role made = RoleFields.create(0xe1, 0xe0, true, false, 0xd0d1d2d3, 0xc0c1c2c3);
        made = made.withId(word.inlineId(), 0x14).activated();
        VM.assertEq(Role.unwrap(made), Role.unwrap(word), "the whole word");
    }

    function testVoter() external pure {
        Voter word = Voter.wrap(0xa0a1a2_b0b1b2_01);

        VM.assertTrue(word.active(), "active");
        VM.assertEq(word.index(), 0xb0b1b2, "index");
        VM.assertEq(word.lastDeparture(), 0xa0a1a2, "latest departure");
        Voter made = VoterFields.create(true, 0xb0b1b2, 0xa0a1a2);
        VM.assertEq(Voter.unwrap(made), Voter.unwrap(word), "the whole word");
    }

    function testTotals() external pure {
        Totals word = Totals.wrap(0xa0a1a2_b0b1b2_c0c1c2_d0d1_e0e1e2);

        VM.assertEq(word.listed(), 0xe0e1e2, "voters, former ones too");
        VM.assertEq(word.active(), 0xd0d1, "voters now");
        VM.assertEq(word.proposals(), 0xc0c1c2, "proposals");
        VM.assertEq(word.departures(), 0xb0b1b2, "departures");
        VM.assertEq(word.oldestOpen(), 0xa0a1a2, "before it none is open");
    }
}
