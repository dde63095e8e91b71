// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Ballot} from "../types/Ballot.sol";
import {Choice} from "../types/Choice.sol";
import {Payload} from "../types/Payload.sol";
import {Proposal, Topic} from "../types/Proposal.sol";
import {Rule} from "../types/Rule.sol";
import {Seat, Tally, Voice} from "../types/Tally.sol";
import {VoteResults} from "../types/VoteResults.sol";
import {Voter} from "../types/Voter.sol";
import {IManaged} from "./IManaged.sol";

/// @title Voters, proposals, votes and the rules by which they are counted
/// @notice The voters are the network admins. Proposals are numbered from 1 on; several may be open, each about another
///         subject. What a proposal does when it passes is decided by the implementation. Times are in seconds since 1970.
///         Operations are 1 to 24 (library Op): 1 add an organisation, 2 suspend one, 3 restore one, 4 appoint an admin,
///         5 recover a node, 6 recover an account, 7 remove an admin, 8 change a voting rule, 9 change a setting, 10 change
///         a node of the admin organisation, 11 release an account or a node, 12 a resolution of several, 13 to 21 what
///         organisations' admins do alone at first, 22 an emergency measure, 23 suspend an organisation until a time, 24
///         who may call a contract. States (library ProposalState): 0 none, 1 open, 2 approved, 3 rejected, 4 withdrawn, 5 expired, 6 passed.
/// @dev What index, place and page mean, and who may call which group: see IManaged. The proposal with the number n is at
///      place n - 1.
interface IVoterManager is IManaged {
    /// @dev A page's record. `op` as in Op, `state` as in ProposalState, `electorate` as in Electorate, `payload` as in
    ///      types/Payload.sol or 0 where there is none. `org`, `node`, `role` and `account` are the indexes of records
    ///      from 1 on, 0 for none. `expiresAt` is in seconds since 1970. The votes are those that count now, or that
    ///      counted when it ended; a proposal closed after it expired keeps the count from its last vote.
    struct ProposalInfo {
        uint256 id;
        uint256 op;
        uint256 electorate;
        uint256 org;
        uint256 node;
        uint256 role;
        uint256 account;
        Payload payload;
        address proposer;
        uint256 votesFor;
        uint256 votesAgainst;
        uint256 expiresAt;
        uint256 state;
    }

    /// @dev A page's record. A former voter keeps its place in the list.
    struct VoterInfo {
        address account;
        bool active;
    }

    /// @dev The rule of an operation: `kind` as in RuleKind, `count` and `outOf` as in types/Rule.sol.
    struct RuleInfo {
        uint256 kind;
        uint256 count;
        uint256 outOf;
    }

    /// @notice This event and the next three are GoQuorum's; their `orgId` is always the admin organisation's id.
    event VoterAdded(string orgId, address account);
    event VoterDeleted(string orgId, address account);
    event VotingItemAdded(string orgId);
    event VoteProcessed(string orgId);
    /// @notice A proposal was opened. `org` and `node` are indexes of records, 0 for none.
    event ProposalCreated(
        uint256 indexed id,
        uint256 indexed op,
        address indexed proposer,
        uint256 org,
        uint256 node,
        address account,
        Payload payload
    );
    event VoteCast(uint256 indexed id, address indexed voter, bool support);
    /// @notice Who stopped what had passed: alone, or as the last of a share of the network admins.
    event ProposalVetoed(uint256 indexed id, address indexed account);
    /// @notice The proposal is no longer open: any ProposalState but open.
    event ProposalStateChanged(uint256 indexed id, uint256 state);
    /// @notice A resolution that was approved could not be carried out, and none of its changes was made. `refusal` is the
    ///         error ChangeRefused (IRules), encoded: which change was refused, and why.
    event ChangesRefused(uint256 indexed id, bytes refusal);
    event RuleChanged(uint256 indexed op, uint256 kind, uint256 count, uint256 outOf);

    error NotAVoter(address account);
    error AlreadyAVoter(address account);

    /* READING */

    /// @notice Returns a proposal.
    /// @param id Its number, from 1 on.
    /// @return The proposal; state 0 when there is none.
    function getProposal(uint256 id) external view returns (ProposalInfo memory);

    /// @notice Returns the number of proposals, ended ones too.
    /// @return How many there are, which is the number of the latest.
    function getNumberOfProposals() external view returns (uint256);

    /// @notice Returns a page of all proposals.
    /// @param from 0-based place of the first: its number less 1.
    /// @param count How many at most.
    /// @return The proposals, oldest first.
    function getProposalPage(uint256 from, uint256 count) external view returns (ProposalInfo[] memory);

    /// @notice Returns a page of the proposals that are open and have not expired.
    ///         A call looks at 8,192 proposals at most, so that it never costs more than a node allows. If it stops there,
    ///         the page ends with a record that has only the number of the last one looked at, and state 0.
    /// @param after_ Only proposals with a higher number are shown: 0 for the first page, then the number of the last
    ///        record of the page before.
    /// @param count How many at most.
    /// @return The proposals, oldest first.
    function getOpenProposals(uint256 after_, uint256 count) external view returns (ProposalInfo[] memory);

    /// @notice Returns how an account voted. The vote of an account that leaves the electorate while the proposal is
    ///         open counts no longer; its vote on a proposal that has ended stays what it was.
    /// @param id The proposal's number, from 1 on.
    /// @param voter The account.
    /// @return 0 not at all, 1 for, 2 against (library Vote).
    function getVote(uint256 id, address voter) external view returns (uint256);

    /// @notice Returns the term of a voter, which each of its signed votes names: its latest place in the log of departures.
    ///         Votes that it signed before it left count no longer, even if it comes back.
    /// @param voter The account.
    /// @return 0 until it first leaves the electorate, and another number after each time that it has left.
    function getTerm(address voter) external view returns (uint256);

    /// @notice Returns the number of voters.
    /// @return listed How many places the list has: voters, former voters, and others that have proposed.
    /// @return active How many may vote now.
    function getNumberOfVoters() external view returns (uint256 listed, uint256 active);

    /// @notice Returns a page of the list: voters, former voters, and others that have proposed.
    /// @param from 0-based place of the first.
    /// @param count How many at most.
    /// @return The records, in the order in which they first became voters or proposed.
    function getVoterPage(uint256 from, uint256 count) external view returns (VoterInfo[] memory);

    /// @notice Returns whether an account may vote now.
    /// @param account The account.
    /// @return Whether it may.
    function isVoter(address account) external view returns (bool);

    /// @notice Returns how the votes on an operation are counted.
    /// @param op The operation, 1 to 24 (library Op).
    /// @return The rule; where it was never changed the majority (kind 0), or for the operations from 13 on kind 6: the
    ///         organisation concerned acts alone.
    function getRule(uint256 op) external view returns (RuleInfo memory);

    /* ONLY IMPLEMENTATION */

    /// @notice Remembers the admin organisation's id, which the events of the reference carry. Can be called only
    ///         once. Emits nothing.
    /// @param adminOrgId Id of the admin organisation.
    /// @return Always true.
    function setUp(string calldata adminOrgId) external returns (bool);

    /// @notice Adds an account to the electorate. Emits VoterAdded. Reverts with AlreadyAVoter, TooMany.
    /// @param account The account.
    /// @return Always true.
    function addVoter(address account) external returns (bool);

    /// @notice Takes an account off the electorate; its votes on open proposals count no longer. Emits VoterDeleted.
    ///         Reverts with NotAVoter, TooMany.
    /// @param account The account.
    /// @return Always true.
    function removeVoter(address account) external returns (bool);

    /// @notice Records a proposal as open. Emits VotingItemAdded and ProposalCreated. Reverts with TooMany. Whether the
    ///         proposer may propose is left to the implementation.
    /// @param draft Its operation, subject, electorate and expiry.
    /// @param payload What a setting is to become; 0 for none.
    /// @param account For the event: the account that it is about, or zero.
    /// @param proposer For the record and for the event. The implementation itself is not recorded.
    /// @param period The period in which the proposer's proposals are counted, 16 bits; the counts of another one are
    ///        forgotten.
    /// @return id The number of the proposal: what `nextProposalNumber` answered before.
    /// @return voter The proposer's standing as a voter.
    /// @return rule The rule of the operation.
    /// @return count How many proposals the proposer has made in the period, with this one; 63 if more, 0 if it is the
    ///         implementation itself.
    function addProposal(
        Proposal draft,
        Payload payload,
        address account,
        address proposer,
        uint256 period
    ) external returns (uint256 id, Voter voter, Rule rule, uint256 count);

    /// @notice Records a vote if the account is a voter, the proposal is open, and the account has not voted; then emits
    ///         VoteProcessed and VoteCast. Whether the vote is valid is left to the implementation, which reverts
    ///         otherwise: this function refuses nothing.
    /// @param id The proposal's number, from 1 on.
    /// @param account The account that votes.
    /// @param support True for, false against.
    /// @return ballot What decides the proposal, with the vote if it was recorded.
    function registerVote(uint256 id, address account, bool support) external returns (Ballot memory ballot);

    /// @notice Records votes on one proposal, one after the other: those of network admins that are in the term in which
    ///         they chose and have not voted, if the proposal is open and has not expired. Emits VoteProcessed and VoteCast
    ///         for each, and refuses nothing. Nor does it look at what they decide: that is left to the implementation.
    /// @param id The proposal's number, from 1 on.
    /// @param choices Who votes, and how; 64 at most.
    /// @return results What became of each (library SignedVoteResult), in their order; 0 for none.
    function castVotes(uint256 id, Choice[] calldata choices) external returns (VoteResults results);

    /// @notice Takes the votes of accounts that have left the electorate off an open proposal. One that has expired is not
    ///         counted anew. Also skips up to 32 ended proposals before the oldest open one for good, as
    ///         `addProposal` does. Emits nothing.
    /// @param id The proposal's number, from 1 on.
    /// @return ballot What decides the proposal; its voter and former vote are empty.
    function recount(uint256 id) external returns (Ballot memory ballot);

    /// @notice Says that the vote has approved a proposal, which waits for being carried out. Emits ProposalStateChanged.
    /// @param id The proposal's number, from 1 on.
    /// @param from From when on it can be carried out, in seconds since 1970; it is its expiry from here on.
    /// @return Always true.
    function letPass(uint256 id, uint256 from) external returns (bool);

    /// @notice Records that a voter is against a proposal that has passed, whatever it had voted. Emits VoteProcessed and
    ///         VoteCast, if the account may vote and had not voted against it.
    /// @param id The proposal's number, from 1 on.
    /// @param account The voter.
    /// @return ballot The proposal with the votes that count now, and what the account had voted.
    function oppose(uint256 id, address account) external returns (Ballot memory ballot);

    /// @notice Emits ProposalVetoed.
    /// @param id The proposal's number, from 1 on.
    /// @param account Who stopped it.
    /// @return Always true.
    function reportVeto(uint256 id, address account) external returns (bool);

    /// @notice Notes whether admissions are stopped, so that a vote does not ask for it where they are not. Emits nothing.
    /// @param stopped Whether they are, or were without a record of their end.
    /// @return Always true.
    function noteStop(bool stopped) external returns (bool);

    /// @notice Sets the state of a proposal whose vote is over. Emits ProposalStateChanged.
    /// @param id The proposal's number, from 1 on.
    /// @param state The new state, 0 to 15; 7 to 15 are reserved (library ProposalState).
    /// @return Always true.
    function replaceState(uint256 id, uint256 state) external returns (bool);

    /// @notice Records a vote where a rule says who votes, in the place of the speaker's former one if it had one. Emits
    ///         nothing; whether the vote is valid, and the former one has been taken off, is left to the implementation.
    /// @param id The proposal's number, from 1 on.
    /// @param op The operation by whose rule it is counted, 1 to 24: a resolution is decided by several.
    /// @param voice The vote, in one word.
    /// @return tally The votes with it.
    function addVoice(uint256 id, uint256 op, Voice voice) external returns (Tally tally);

    /// @notice Says what a vote that has been recorded so weighs from now on. Emits nothing.
    /// @param id The proposal's number, from 1 on.
    /// @param op The operation by whose rule it is counted, 1 to 24.
    /// @param place The voice's place, from 1 on, which has a weight so far.
    /// @param weight 1 to 65,535; 0 to take it off, so that its speaker may have another voice.
    /// @return Always true.
    function weighVoice(uint256 id, uint256 op, uint256 place, uint256 weight) external returns (bool);

    /// @notice Remembers how many voices the count that is under way has looked at. Emits nothing.
    /// @param id The proposal's number, from 1 on.
    /// @param op The operation by whose rule they are counted, 1 to 24.
    /// @param checked How many, from the oldest on.
    /// @param since The block in which the count began, 40 bits.
    /// @return tally The votes.
    function setChecked(uint256 id, uint256 op, uint256 checked, uint256 since) external returns (Tally tally);

    /// @notice Tells of a vote that has been recorded so. Emits VoteProcessed and VoteCast.
    /// @param id The proposal's number, from 1 on.
    /// @param account The account that voted.
    /// @param support True for, false against.
    /// @return Always true.
    function reportVote(uint256 id, address account, bool support) external returns (bool);

    /// @notice Tells that the changes of a resolution were refused. Emits ChangesRefused.
    /// @param id The proposal's number, from 1 on.
    /// @param refusal The error, encoded.
    /// @return Always true.
    function reportRefusal(uint256 id, bytes calldata refusal) external returns (bool);

    /// @notice Remembers until when a proposer is not to propose something again; for its account, until when at least one
    ///         such wait lasts. Emits nothing: the proposal's end says it.
    /// @param id The proposal whose proposer is to wait.
    /// @param topic What it proposed.
    /// @param until In seconds since 1970.
    /// @return Always true.
    function holdBack(uint256 id, Topic topic, uint256 until) external returns (bool);

    /// @notice Sets the rule of an operation. Emits RuleChanged.
    /// @param op The operation, 1 to 255 (library Op).
    /// @param rule The rule, in one word.
    /// @return Always true.
    function setRule(uint256 op, Rule rule) external returns (bool);

    /* FOR THE IMPLEMENTATION */

    /// @notice Returns the oldest proposal of some operations that is open and has not expired. Looks at 8,192 proposals at
    ///         most, from the oldest that may be open: more of them within the life of one are what several network admins
    ///         would have to bring about together, and each proposal, withdrawal and closing skips 32 that have ended.
    /// @param operations Bit n stands for the operation n (library Op).
    /// @return proposal The proposal, in one word; empty (operation 0) when there is none, or none among these.
    function oldestOpen(uint256 operations) external view returns (Proposal proposal);

    /// @notice Returns which number the next proposal gets.
    /// @return id The number, from 1 on.
    function nextProposalNumber() external view returns (uint256 id);

    /// @notice Returns who made a proposal.
    /// @param id The proposal's number, from 1 on.
    /// @return account The proposer.
    /// @return voter Its standing as a voter now.
    /// @return vote How it voted on the proposal: 0 not at all, 1 for, 2 against (library Vote).
    function proposerOf(uint256 id) external view returns (address account, Voter voter, uint256 vote);

    /// @notice Returns a proposal.
    /// @param id Its number, from 1 on.
    /// @return The proposal, in one word, with the votes as they were when it was last touched; empty (operation 0) when
    ///         there is none.
    function proposalNo(uint256 id) external view returns (Proposal);

    /// @notice Says what a proposal would make of a setting.
    /// @param id The proposal's number, from 1 on.
    /// @return The payload, as in types/Payload.sol; 0 for a proposal without one.
    function payloadOf(uint256 id) external view returns (Payload);

    /// @notice Returns what has been voted where a rule says who votes.
    /// @param id The proposal's number, from 1 on.
    /// @param op The operation by whose rule it is counted, 1 to 24.
    /// @return The votes as they were when they were last counted, in one word.
    function tallyOf(uint256 id, uint256 op) external view returns (Tally);

    /// @notice Returns the vote of an organisation.
    /// @param id The proposal's number, from 1 on.
    /// @param op The operation by whose rule it is counted, 1 to 24.
    /// @param speaker Index of the organisation.
    /// @return seat Where its voice is.
    /// @return voice The voice; empty if there is none.
    function voiceOf(uint256 id, uint256 op, uint256 speaker) external view returns (Seat seat, Voice voice);

    /// @notice Returns a page of the votes, those too that have been taken off.
    /// @param id The proposal's number, from 1 on.
    /// @param op The operation by whose rule they are counted, 1 to 24.
    /// @param place 0-based place of the first.
    /// @param count How many at most.
    /// @return The voices, oldest first.
    function voicesFrom(uint256 id, uint256 op, uint256 place, uint256 count) external view returns (Voice[] memory);

    /// @notice Returns until when a proposer is not to propose something again.
    /// @param topic What, and which proposer.
    /// @return until In seconds since 1970; 0 if it never had to wait.
    function waitOf(Topic topic) external view returns (uint256 until);

    /// @notice Returns how the votes on an operation are counted.
    /// @param op The operation, 1 to 24 (library Op).
    /// @return The rule, in one word; where it was never changed 0, the majority, or SELF for what organisations' admins do
    ///         alone.
    function ruleOf(uint256 op) external view returns (Rule);
}
