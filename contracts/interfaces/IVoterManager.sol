// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Rule} from "../libraries/VotingRule.sol";
import {Proposal, Subject} from "../types/Proposal.sol";

/// @title Voters, proposals, votes and the rules by which they are counted
/// @notice The voters are the network admins. Proposals are numbered from 1 on; several may be open, each about another
///         subject. What a proposal does when it passes is decided by the implementation.
interface IVoterManager {
    /// @dev A page's record. `org`, `node`, `role` and `account` are the indexes of records from 1 on, 0 for none.
    ///      `payload` is for CHANGE_RULE operation << 72 | kind << 64 | count << 32 | outOf, for CHANGE_IP_CHECK 0 or 1.
    ///      `expiresAt` in seconds since 1970. The votes are those that count now, or counted when it ended; one that was
    ///      ended after it had expired keeps what was counted at the vote before.
    struct ProposalInfo {
        uint256 id;
        uint256 op;
        uint256 org;
        uint256 node;
        uint256 role;
        uint256 account;
        uint256 payload;
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

    event VoterAdded(string orgId, address account);
    event VoterDeleted(string orgId, address account);
    event VotingItemAdded(string orgId);
    event VoteProcessed(string orgId);
    event ProposalCreated(
        uint256 indexed id,
        uint256 indexed op,
        address indexed proposer,
        uint256 org,
        uint256 node,
        address account,
        uint256 payload
    );
    event VoteCast(uint256 indexed id, address indexed voter, bool support);
    event ProposalClosed(uint256 indexed id, uint256 state);
    event RuleChanged(uint256 indexed op, uint256 kind, uint256 count, uint256 outOf);

    error NotAVoter(address account);
    error AlreadyAVoter(address account);
    error AlreadyVoted(uint256 id, address voter);
    error ProposalNotOpen(uint256 id, uint256 state);
    /// @dev In seconds since 1970, beyond the 32 bits that a proposal has for it.
    error ExpiryNotAllowed(uint256 expiresAt);
    error ProposalExpired(uint256 id, uint256 expiresAt);
    /// @dev Somebody else has voted for it, so its proposer cannot take it back.
    error ProposalHasVotes(uint256 id);

    /* READING */

    /// @notice The proposal; state 0 when there is none.
    function getProposal(uint256 id) external view returns (ProposalInfo memory);

    function getNumberOfProposals() external view returns (uint256);

    /// @notice All proposals, oldest first.
    function getProposalPage(uint256 from, uint256 count) external view returns (ProposalInfo[] memory);

    /// @notice The proposals that are open and have not expired, with an id above `after_`, oldest first: give the last id
    ///         of a page to get the next one.
    function getOpenProposals(uint256 after_, uint256 count) external view returns (ProposalInfo[] memory);

    /// @notice How an account voted: 0 not, 1 for, 2 against. The vote of one who leaves while the proposal is open does not
    ///         count any more; that on one that has ended stays what it was.
    function getVote(uint256 id, address voter) external view returns (uint256);

    function getNumberOfVoters() external view returns (uint256 listed, uint256 active);

    function getVoterPage(uint256 from, uint256 count) external view returns (VoterInfo[] memory);

    function isVoter(address account) external view returns (bool);

    function getRule(uint256 op) external view returns (Rule memory);

    /* SEAM */

    /// @notice Remembers the admin organisation's id, which all events of the reference carry.
    function setUp(string calldata adminOrgId) external returns (bool);

    /// @notice Adds an account to the electorate. Refuses AlreadyAVoter.
    function addVoter(address account) external returns (bool);

    /// @notice Takes an account off the electorate; its votes on open proposals count no more. Refuses NotAVoter.
    function removeVoter(address account) external returns (bool);

    /// @notice Opens a proposal for 30 days; answers its id and the kind of rule for its operation. `account` is for the
    ///         event. Refuses NotAVoter and ExpiryNotAllowed.
    function propose(
        uint256 op,
        Subject subject,
        address account,
        uint256 payload,
        address proposer
    ) external returns (uint256 id, uint256 ruleKind);

    /// @notice Records a vote and answers what the implementation needs to decide, with the votes that count now. Refuses
    ///         NotAVoter, AlreadyVoted, ProposalNotOpen, ProposalExpired.
    function castVote(
        uint256 id,
        address voter,
        bool support
    ) external returns (Proposal proposal, uint256 payload, Rule memory rule, uint256 electorate);

    /// @notice The same without a vote, for an open proposal. Refuses ProposalNotOpen. An expired one is not counted anew.
    function recount(
        uint256 id
    ) external returns (Proposal proposal, uint256 payload, Rule memory rule, uint256 electorate);

    /// @notice Ends an open proposal in the given state. Refuses ProposalNotOpen, and ProposalHasVotes when it is to be
    ///         withdrawn.
    function close(uint256 id, uint256 state) external returns (bool);

    /// @notice Sets the rule of an operation; the proposal linked to it ends.
    function setRule(uint256 op, uint256 kind, uint256 count, uint256 outOf) external returns (bool);

    /// @notice Links an open proposal to the rule of an operation, or unlinks it with 0.
    function setRuleProposal(uint256 op, uint256 id) external returns (bool);

    /* FOR THE SUITE */

    /// @notice The oldest open proposal that has not expired; operation 0 when there is none.
    function oldestOpen() external view returns (Proposal proposal);

    /// @notice The account of a voter's index, and whether it still is one.
    function accountOfVoter(uint256 index) external view returns (address account, bool active);
}
