// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Account, AccountFields} from "../../contracts/types/Account.sol";
import {Node, NodeFields} from "../../contracts/types/Node.sol";
import {Org, OrgFields} from "../../contracts/types/Org.sol";
import {Payload, PayloadFields} from "../../contracts/types/Payload.sol";
import {Proposal, ProposalFields, Subject, SubjectFields} from "../../contracts/types/Proposal.sol";
import {Role, RoleFields} from "../../contracts/types/Role.sol";
import {Rule, RuleFields} from "../../contracts/types/Rule.sol";
import {Seat, Tally, Voice, VoiceFields} from "../../contracts/types/Tally.sol";
import {Totals, Voter} from "../../contracts/types/Voter.sol";
import {Test} from "./Test.sol";

/// @title Where each field stands in the packed words
/// @dev Managers keep these words for ever and hand them to every implementation that comes, so a field never moves. The
///      words are written highest field first, each field in digits of its own.
contract Layouts is Test {
    /* WHERE A FIELD STANDS */

    function testAccount() external pure {
        Account word = Account.wrap(0x808182_90919293_70717273_a0a1a2a3_b0b1b2_c0c1c2_d0d1d2_e0e1e2_01_f1_f0);

        VM.assertEq(word.status(), 0x70, "status");
        VM.assertTrue(word.held(), "held");
        VM.assertEq(word.kind(), 0xf1, "kind of its role");
        VM.assertTrue(word.admin(), "admin");
        VM.assertEq(word.org(), 0xe0e1e2, "organisation");
        VM.assertEq(word.role(), 0xd0d1d2, "role");
        VM.assertEq(word.proposal(), 0xc0c1c2, "proposal");
        VM.assertEq(word.index(), 0xb0b1b2, "index");
        VM.assertEq(word.generation(), 0xa0a1a2a3, "generation");
        VM.assertEq(word.endsAt(), 0x70717273, "end");
        VM.assertEq(word.epoch(), 0x90919293, "epoch");
        VM.assertEq(word.lostBy(), 0x808182, "who lost it");

        Account made = AccountFields.create({
            status_: 0x70,
            kind_: 0xf1,
            admin_: true,
            org_: 0xe0e1e2,
            role_: 0xd0d1d2,
            generation_: 0xa0a1a2a3,
            epoch_: 0x90919293,
            proposal_: 0xc0c1c2,
            former_: word
        });
        VM.assertEq(made.endsAt(), 0, "what is given anew has no end");
        VM.assertEq(Account.unwrap(made.withEnd(0x70717273)), Account.unwrap(word), "the whole word");
    }

    /// @dev An account that is unassigned again keeps its place, who lost it, and that it is held.
    function testReleasedAccount() external pure {
        Account word = Account.wrap(0x808182_90919293_70717273_a0a1a2a3_b0b1b2_c0c1c2_d0d1d2_e0e1e2_01_f1_f0);

        VM.assertEq(Account.unwrap(word.released()), (0x808182 << 216) | (0xb0b1b2 << 96) | 0x80, "the whole word");
        Account lost = word.released().withLostBy(0x838485);
        VM.assertEq(Account.unwrap(lost), (0x838485 << 216) | (0xb0b1b2 << 96) | 0x80, "lost to another");
    }

    function testNode() external pure {
        Node word = Node.wrap(0x909192_a0a1a2a3a4a5a6a7a8a9aaabacadae_b0b1b2_c0c1c2_d0d1d2_e0e1_e2e3_f_d);

        VM.assertEq(word.status(), 5, "status");
        VM.assertTrue(word.held(), "held");
        VM.assertEq(word.withHeld(false).status(), 5, "status of one that is not held");
        VM.assertTrue(!word.withHeld(false).held(), "not held");
        VM.assertEq(word.ipLength(), 0x0f, "length of the ip");
        VM.assertEq(word.port(), 0xe2e3, "port");
        VM.assertEq(word.raftPort(), 0xe0e1, "Raft port");
        VM.assertEq(word.org(), 0xd0d1d2, "organisation");
        VM.assertEq(word.proposal(), 0xc0c1c2, "proposal");
        VM.assertEq(word.index(), 0xb0b1b2, "index");
        VM.assertEq(uint120(word.inlineIp()), 0xa0a1a2a3a4a5a6a7a8a9aaabacadae, "ip");
        VM.assertEq(word.lostBy(), 0x109192, "who lost it");
        VM.assertTrue(word.ends(), "ends");
        VM.assertTrue(!word.withEnd(false).ends(), "does not end");
        VM.assertEq(word.withEnd(false).lostBy(), 0x109192, "who lost one that does not end");

        Node made = NodeFields.create(word, 0xb0b1b2, word.inlineIp(), 0x0f, 0xe2e3, 0xe0e1);
        made = made.withStanding(5, 0xd0d1d2, 0xc0c1c2);
        VM.assertEq(Node.unwrap(made), Node.unwrap(word), "the whole word");
    }

    /// @dev A free node remembers the organisation that had or wanted it where others have their proposal.
    function testFreeNode() external pure {
        Node word = Node.wrap(0x909192_a0a1a2a3a4a5a6a7a8a9aaabacadae_b0b1b2_c0c1c2_d0d1d2_e0e1_e2e3_f_d);
        Node free = Node.wrap(0x109192_a0a1a2a3a4a5a6a7a8a9aaabacadae_b0b1b2_d0d1d2_000000_e0e1_e2e3_f_b);
        Node lost = Node.wrap(0x139495_a0a1a2a3a4a5a6a7a8a9aaabacadae_b0b1b2_d0d1d2_000000_e0e1_e2e3_f_b);

        VM.assertEq(Node.unwrap(word.freed(3)), Node.unwrap(free), "the whole word");
        VM.assertEq(Node.unwrap(free.withLostBy(0x139495)), Node.unwrap(lost), "lost to another");
        VM.assertEq(word.formerOrg(), 0, "a node that has an organisation");
        VM.assertEq(free.formerOrg(), 0xd0d1d2, "the organisation that had or wanted it");
    }

    function testOrg() external pure {
        Org word = Org.wrap(0xa0a1a2a3a4a5a6a7a8a9aa_b0b1b2_c0c1c2_d0d1d2_e0e1e2_e3e4e5_f0f1f2_1b_f3_f4);

        VM.assertEq(word.status(), 0x74, "status");
        VM.assertTrue(word.held(), "held");
        VM.assertEq(word.level(), 0xf3, "level");
        VM.assertEq(word.nameLength(), 0x0b, "length of the name");
        VM.assertTrue(word.ends(), "ends");
        VM.assertTrue(!word.withEnd(false).ends(), "does not end");
        VM.assertEq(word.proposal(), 0xf0f1f2, "proposal");
        VM.assertEq(word.parent(), 0xe3e4e5, "parent");
        VM.assertEq(word.ultimate(), 0xe0e1e2, "ultimate parent");
        VM.assertEq(word.subCount(), 0xd0d1d2, "number of sub-organisations");
        VM.assertEq(word.lastSub(), 0xc0c1c2, "youngest sub-organisation");
        VM.assertEq(word.olderSibling(), 0xb0b1b2, "next older sibling");
        VM.assertEq(uint88(word.inlineName()), 0xa0a1a2a3a4a5a6a7a8a9aa, "name");

        Org made = OrgFields.create({
            status_: 0x74,
            level_: 0xf3,
            proposal_: 0xf0f1f2,
            parent_: 0xe3e4e5,
            ultimate_: 0xe0e1e2,
            olderSibling_: 0xb0b1b2
        });
        made = made.withName(word.inlineName(), 0x0b).withHeld(true).withEnd(true);
        uint256 subs = uint256(0xc0c1c2_d0d1d2) << 96;
        VM.assertEq(Org.unwrap(made) | subs, Org.unwrap(word), "the whole word");
    }

    function testProposal() external pure {
        Proposal word = Proposal.wrap(0xa0a1a2a3_b0b1b2_b3b4b5_c0c1c2_c3c4c5_d0d1d2_d3d4d5_e0e1e2e3_e4e5_e6e7_9_f_f0);

        VM.assertEq(word.op(), 0xf0, "operation");
        VM.assertEq(word.state(), 0xf, "state");
        VM.assertEq(word.electorate(), 0x9, "electorate");
        VM.assertEq(word.votesFor(), 0xe6e7, "votes for");
        VM.assertEq(word.votesAgainst(), 0xe4e5, "votes against");
        VM.assertEq(word.expiresAt(), 0xe0e1e2e3, "expiry");
        VM.assertEq(word.role(), 0xd3d4d5, "role");
        VM.assertEq(word.account(), 0xd0d1d2, "account");
        VM.assertEq(word.org(), 0xc3c4c5, "organisation");
        VM.assertEq(word.node(), 0xc0c1c2, "node");
        VM.assertEq(word.departuresSeen(), 0xb3b4b5, "departures");
        VM.assertEq(word.proposer(), 0xb0b1b2, "proposer");
        VM.assertEq(Proposal.unwrap(word) >> ProposalFields.INLINE_VOTES, 0xa0a1a2a3, "votes of the first voters");
        VM.assertEq(ProposalFields.INLINE_VOTES + 2 * ProposalFields.INLINE_VOTERS, 256, "and of no more");

        Subject subject = SubjectFields.create(0xc3c4c5, 0xc0c1c2, 0xd3d4d5, 0xd0d1d2);
        Proposal made = ProposalFields.create(0xf0, subject, 0x9, 0xe0e1e2e3).opened(0xf, 0xb0b1b2, 0xb3b4b5);
        uint256 votes = (uint256(0xa0a1a2a3) << 224) | (uint256(0xe4e5_e6e7) << 16);
        VM.assertEq(Proposal.unwrap(made) | votes, Proposal.unwrap(word), "the whole word");
    }

    function testPayloadOfRule() external pure {
        uint256 rest = 0xe0_f0f1f2f3f4f5f6f7f8f9fafbfcfdfefff0f1f2f3_a0a1a2a3_b0b1b2b3_c0;
        Payload word = Payload.wrap((0xd0 << 248) | rest);

        (uint256 op, Rule rule) = word.unpackRule();

        VM.assertEq(op, 0xd0, "the operation whose rule it is");
        VM.assertEq(rule.kind(), 0xc0, "kind");
        VM.assertEq(rule.count(), 0xb0b1b2b3, "first number");
        VM.assertEq(rule.outOf(), 0xa0a1a2a3, "second number");
        VM.assertEq(Rule.unwrap(rule), rest, "the whole rule");
        Payload made = PayloadFields.packRule(0xd0, rule);
        VM.assertEq(Payload.unwrap(made), Payload.unwrap(word), "the whole word");
    }

    function testPayloadOfSetting() external pure {
        Payload payload = PayloadFields.packSetting(2, 0xa1b2c3d4);
        VM.assertEq(Payload.unwrap(payload), (2 << 32) | 0xa1b2c3d4, "value in bits 0-31, setting in 32-39");
        (uint256 setting, uint256 value) = payload.unpackSetting();
        VM.assertEq(setting, 2, "setting");
        VM.assertEq(value, 0xa1b2c3d4, "value");
    }

    function testRole() external pure {
        Role word = Role.wrap(0xa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3_14_c0c1c2c3_d0d1d2_e0_e1_05);

        VM.assertTrue(word.active() && !word.admin() && word.voter(), "active, admin, voter");
        VM.assertEq(word.kind(), 0xe1, "kind");
        VM.assertEq(word.access(), 0xe0, "access");
        VM.assertEq(word.org(), 0xd0d1d2, "organisation");
        VM.assertEq(word.generation(), 0xc0c1c2c3, "generation");
        VM.assertEq(word.idLength(), 0x14, "length of the id");
        VM.assertEq(uint160(word.inlineId()), uint160(Role.unwrap(word) >> 88), "id");
        VM.assertTrue(Role.wrap(0x02).admin() && !Role.wrap(0x05).admin(), "admin is the second bit");

        Role made = RoleFields.create(0xe1, 0xe0, true, false, 0xd0d1d2, 0xc0c1c2c3);
        made = made.withId(word.inlineId(), 0x14).activated();
        VM.assertEq(Role.unwrap(made), Role.unwrap(word), "the whole word");
    }

    function testRule() external pure {
        Rule word = Rule.wrap(0xe0_f0f1f2f3f4f5f6f7f8f9fafbfcfdfefff0f1f2f3_c0c1c2c3_b0b1b2b3_a0);
        address voters = address(0xF0f1F2f3f4F5F6F7f8f9faFbfCFdFEfFf0F1F2F3);

        VM.assertEq(word.kind(), 0xa0, "kind");
        VM.assertEq(word.count(), 0xb0b1b2b3, "first number");
        VM.assertEq(word.outOf(), 0xc0c1c2c3, "second number");
        VM.assertTrue(word.terms() == voters, "who votes");
        VM.assertEq(word.counted(), 0xe0, "what is counted");
        VM.assertTrue(!word.isOfNetworkAdmins(), "others vote");
        Rule made = RuleFields.create(0xa0, 0xb0b1b2b3, 0xc0c1c2c3);
        VM.assertTrue(made.isOfNetworkAdmins(), "network admins vote");
        made = made.withTerms(voters, 0xe0);
        VM.assertEq(Rule.unwrap(made), Rule.unwrap(word), "the whole word");
    }

    function testTally() external pure {
        Tally word = Tally.wrap(0xe0e1e2e3e4_d0d1d2_c0c1c2_b0b1b2b3b4b5_a0a1a2a3a4a5);

        VM.assertEq(word.weightFor(), 0xa0a1a2a3a4a5, "for");
        VM.assertEq(word.weightAgainst(), 0xb0b1b2b3b4b5, "against");
        VM.assertEq(word.voices(), 0xc0c1c2, "voices");
        VM.assertEq(word.checked(), 0xd0d1d2, "looked at");
        VM.assertEq(word.since(), 0xe0e1e2e3e4, "since");

        Tally made = Tally.wrap(0).withChecked(2, 9).withOnePlace().withOnePlace();
        made = made.withVoiceChanged(Voice.wrap(0), VoiceFields.create(1, 2, 7, true));
        made = made.withVoiceChanged(Voice.wrap(0), VoiceFields.create(1, 2, 5, false));
        VM.assertEq(Tally.unwrap(made), (9 << 144) | (2 << 120) | (2 << 96) | (5 << 48) | 7, "two voices");
        made = made.withVoiceChanged(VoiceFields.create(1, 2, 7, true), VoiceFields.create(1, 2, 9, true)).withChecked(
            0,
            0
        );
        VM.assertEq(Tally.unwrap(made), (2 << 96) | (5 << 48) | 9, "one weighs more");
    }

    function testVoice() external pure {
        Voice word = Voice.wrap(0x01_c0c1_b0b1b2_a0a1a2);

        VM.assertEq(word.account(), 0xa0a1a2, "account");
        VM.assertEq(word.speaker(), 0xb0b1b2, "speaker");
        VM.assertEq(word.weight(), 0xc0c1, "weight");
        VM.assertTrue(word.support(), "for");
        Voice made = VoiceFields.create(0xa0a1a2, 0xb0b1b2, 0xc0c1, true);
        VM.assertEq(Voice.unwrap(made), Voice.unwrap(word), "the whole word");
        VM.assertTrue(!VoiceFields.create(0xa0a1a2, 0xb0b1b2, 0xc0c1, false).support(), "against");
        VM.assertEq(made.withWeight(3).weight(), 3, "another weight");
    }

    function testSeat() external pure {
        Seat word = Seat.wrap(0xb0b1b2_a0a1a2);

        VM.assertEq(word.place(), 0xa0a1a2, "place");
        VM.assertEq(word.takenOff(), 0xb0b1b2, "taken off");
        VM.assertEq(
            Seat.unwrap(Seat.wrap(0).withPlace(5).withOneTakenOff().withOneTakenOff()),
            (2 << 24) | 5,
            "free, twice"
        );
    }

    function testVoter() external pure {
        Voter word = Voter.wrap(0xc0c1c2c3_2a_d0d1_a0a1a2_b0b1b2_01);

        VM.assertTrue(word.active(), "active");
        VM.assertEq(word.index(), 0xb0b1b2, "index");
        VM.assertEq(word.lastDeparture(), 0xa0a1a2, "latest departure");
        VM.assertEq(word.waitsUntil(), 0xc0c1c2c3, "end of its waits");
        Voter made = Voter.wrap(0).departed(0xa0a1a2).withWait(0xc0c1c2c3).joined(0xb0b1b2);
        uint256 count = 0;
        for (uint256 i = 0; i < 0x2a; ++i) (made, count) = made.withOneProposal(0xd0d1);
        VM.assertEq(count, 0x2a, "proposals");
        VM.assertEq(Voter.unwrap(made), Voter.unwrap(word), "the whole word");
    }

    function testTotals() external pure {
        Totals word = Totals.wrap(0x8100_a0a1a2_b0b1b2_c0c1c2_d0d1_e0e1e2); // and no counts yet

        VM.assertEq(word.listed(), 0xe0e1e2, "voters, former ones too");
        VM.assertEq(word.active(), 0xd0d1, "voters now");
        VM.assertEq(word.proposals(), 0xc0c1c2, "proposals");
        VM.assertEq(word.departures(), 0xb0b1b2, "departures");
        VM.assertEq(word.oldestOpen(), 0xa0a1a2, "before it none is open");
        for (uint256 op = 0; op < 32; ++op) {
            VM.assertTrue(word.mayHaveRule(op) == (op == 8 || op == 15), "whose rule was set");
        }
        VM.assertTrue(word.mayHaveRule(32), "a rule that has no bit");
    }

    function testProposalsOfTheFirstVoters() external pure {
        uint256 first = 0x00_ffffffff_8100_a0a1a2_b0b1b2_c0c1c2_d0d1_e0e1e2;
        Totals totals = Totals.wrap(first);
        uint256 count = 0;
        for (uint256 i = 0; i < 70; ++i) {
            (totals, count) = totals.withOneProposalOf(16, 0xf0f1);
            VM.assertEq(count, i < 63 ? i + 1 : 63, "as many as can be counted");
        }
        (totals, count) = totals.withOneProposalOf(1, 0xf0f1);
        VM.assertEq(count, 1, "of another voter");
        uint256 kept = uint256(uint144(first)) | (uint256(0xf0f1) << 144);
        VM.assertEq(Totals.unwrap(totals), kept | (uint256(63) << 250) | (uint256(1) << 160), "the whole word");
        (totals, count) = totals.withOneProposalOf(2, 0xf0f2);
        VM.assertEq(count, 1, "in another period");
        kept = uint256(uint144(first)) | (uint256(0xf0f2) << 144);
        VM.assertEq(Totals.unwrap(totals), kept | (uint256(1) << 166), "all begin anew");
    }

    /* WHAT IS WRITTEN LEAVES THE REST */

    function testFuzzAccountIsWrittenInPart(uint256 word, uint8 status, uint24 other, uint32 end) external pure {
        Account account = Account.wrap(word);

        status %= 128;
        VM.assertEq(Account.unwrap(account.withStatus(status)), _with(word, 0, 7, status), "status");
        VM.assertEq(Account.unwrap(account.withHeld(other % 2 == 1)), _with(word, 7, 1, other % 2), "held");
        VM.assertEq(Account.unwrap(account.withProposal(other)), _with(word, 72, 24, other), "proposal");
        VM.assertEq(Account.unwrap(account.withIndex(other)), _with(word, 96, 24, other), "index");
        VM.assertEq(Account.unwrap(account.withLostBy(other)), _with(word, 216, 24, other), "who lost it");
        Account endless = Account.wrap(_with(word, 152, 32, 0));
        VM.assertEq(Account.unwrap(endless.withEnd(end)), _with(word, 152, 32, end), "end");
        uint256 kept = (uint256(uint24(word >> 96)) << 96) | (uint256(uint24(word >> 216)) << 216) | (word & 0x80);
        VM.assertEq(Account.unwrap(account.released()), kept, "free again");
    }

    function testFuzzNodeIsWrittenInPart(uint256 word, uint8 status, uint24 org, uint24 proposal) external pure {
        status %= 8;
        uint256 expected = _with(_with(_with(word, 0, 3, status), 40, 24, org), 64, 24, proposal);

        VM.assertEq(Node.unwrap(Node.wrap(word).withStanding(status, org, proposal)), expected, "standing");
        uint256 loser = org % (1 << 23);
        VM.assertEq(Node.unwrap(Node.wrap(word).withLostBy(loser)), _with(word, 232, 23, loser), "who lost it");
        VM.assertEq(Node.unwrap(Node.wrap(word).withEnd(org % 2 == 1)), _with(word, 255, 1, org % 2), "ends");
        VM.assertEq(Node.unwrap(Node.wrap(word).withHeld(org % 2 == 1)), _with(word, 3, 1, org % 2), "held");
    }

    function testFuzzOrgIsWrittenInPart(uint256 word, uint8 status, uint24 other) external pure {
        Org org = Org.wrap(word);

        status %= 128;
        uint256 expected = _with(_with(word, 0, 7, status), 24, 24, other);
        VM.assertEq(Org.unwrap(org.withStatus(status, other)), expected, "status");
        VM.assertEq(Org.unwrap(org.withHeld(other % 2 == 1)), _with(word, 7, 1, other % 2), "held");
        VM.assertEq(Org.unwrap(org.withEnd(other % 2 == 1)), _with(word, 20, 1, other % 2), "ends");
        VM.assume(org.subCount() != type(uint24).max);
        expected = _with(_with(word, 96, 24, org.subCount() + 1), 120, 24, other);
        VM.assertEq(Org.unwrap(org.withSub(other)), expected, "a sub-organisation more");
    }

    function testFuzzProposalIsWrittenInPart(uint256 word, uint8 state, uint24 departures) external pure {
        Proposal proposal = Proposal.wrap(word);

        VM.assertEq(Proposal.unwrap(proposal.withState(state % 16)), _with(word, 8, 4, state % 16), "state");
        uint256 expected = _with(word, 176, 24, departures);
        VM.assertEq(Proposal.unwrap(proposal.withDeparturesSeen(departures)), expected, "departures");
        (uint256 votesFor, uint256 votesAgainst) = (proposal.votesFor(), proposal.votesAgainst());
        if (votesFor < type(uint16).max) {
            VM.assertEq(Proposal.unwrap(proposal.counted(true)), _with(word, 16, 16, votesFor + 1), "one for");
        }
        if (votesAgainst < type(uint16).max) {
            VM.assertEq(Proposal.unwrap(proposal.counted(false)), _with(word, 32, 16, votesAgainst + 1), "against");
        }
        if (votesFor > 0) {
            VM.assertEq(Proposal.unwrap(proposal.discounted(true)), _with(word, 16, 16, votesFor - 1), "one for less");
        }
        if (votesAgainst > 0) {
            VM.assertEq(Proposal.unwrap(proposal.discounted(false)), _with(word, 32, 16, votesAgainst - 1), "less");
        }
    }

    /// @dev Organisation, node and account decide, and nothing else does.
    function testFuzzProposalIsAboutWhatIsNamed(uint256 word, uint24 org, uint24 node, uint24 account) external pure {
        Proposal proposal = Proposal.wrap(word);
        Subject named = SubjectFields.create(org, node, 0, account);

        bool same = proposal.org() == org && proposal.node() == node && proposal.account() == account;
        VM.assertTrue(proposal.isAbout(named) == same, "anything");
        named = SubjectFields.create(proposal.org(), proposal.node(), 0, proposal.account());
        VM.assertTrue(proposal.isAbout(named), "itself");
    }

    function testFuzzRoleIsWrittenInPart(uint256 word, uint32 generation) external pure {
        Role role = Role.wrap(word);

        VM.assertEq(Role.unwrap(role.activated()), word | 1, "active");
        generation = generation == type(uint32).max ? 0 : generation;
        uint256 of_ = _with(word, 48, 32, generation);
        uint256 expected = _with(of_, 48, 32, uint256(generation) + 1) & ~uint256(1);
        VM.assertEq(Role.unwrap(Role.wrap(of_).removed()), expected, "removed");
    }

    function testFuzzVoterIsWrittenInPart(uint256 word, uint24 number, uint16 period, uint32 until) external pure {
        Voter voter = Voter.wrap(word);

        VM.assertEq(Voter.unwrap(voter.joined(number)), _with(_with(word, 8, 24, number), 0, 8, 1), "joined");
        VM.assertEq(Voter.unwrap(voter.departed(number)), _with(_with(word, 32, 24, number), 0, 8, 0), "departed");
        VM.assertEq(Voter.unwrap(voter.withWait(until)), _with(word, 80, 32, until), "a wait");
        (Voter counted, uint256 count) = voter.withOneProposal(period);
        uint256 before = uint16(word >> 56) == period ? (word >> 72) & 63 : 0;
        VM.assertEq(count, before == 63 ? 63 : before + 1, "a proposal more");
        VM.assertEq(Voter.unwrap(counted), _with(_with(word, 56, 16, period), 72, 6, count), "counted");
    }

    function testFuzzTotalsAreWrittenInPart(uint256 word, uint24 id) external pure {
        Totals totals = Totals.wrap(word);
        VM.assume(totals.listed() < type(uint24).max && totals.proposals() < type(uint24).max);
        VM.assume(totals.departures() < type(uint24).max && totals.active() < type(uint16).max);

        VM.assertEq(Totals.unwrap(totals.withOldestOpen(id)), _with(word, 88, 24, id), "before it none is open");
        VM.assertEq(Totals.unwrap(totals.withOneListed()), _with(word, 0, 24, totals.listed() + 1), "a voter more");
        VM.assertEq(Totals.unwrap(totals.withOneActive()), _with(word, 24, 16, totals.active() + 1), "one now");
        uint256 expected = _with(word, 40, 24, totals.proposals() + 1);
        VM.assertEq(Totals.unwrap(totals.withOneProposal()), expected, "a proposal more");
        expected = _with(word, 112 + (id % 32), 1, 1);
        VM.assertEq(Totals.unwrap(totals.withRule(id % 32)), expected, "a rule is set");
        VM.assertEq(Totals.unwrap(totals.withRule(32 + uint256(id))), word, "one that has no bit");
        VM.assume(totals.active() > 0);
        expected = _with(_with(word, 64, 24, totals.departures() + 1), 24, 16, totals.active() - 1);
        VM.assertEq(Totals.unwrap(totals.withOneDeparture()), expected, "a voter less");
    }

    /* INTERNAL */

    /// @dev A word with another value in the `width` bits from `from` on.
    function _with(uint256 word, uint256 from, uint256 width, uint256 value) private pure returns (uint256) {
        return (word & ~(((1 << width) - 1) << from)) | (value << from);
    }
}
