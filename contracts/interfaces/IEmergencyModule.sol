// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IRules} from "./IRules.sol";

/// @title Emergencies: what is suspended at once, and ends by itself; vetoes, and other endings of proposals
/// @notice An emergency measure holds an account, a node or an organisation without parent, with all below it; or it stops
///         admissions. It is a proposal (operation 22) like any other, decided by a policy of its own, and forbidden until
///         the network sets one. It only tightens, for at most 7 days, and only a resolution holds the same again in the 30
///         days after it. To keep a suspension the network votes on one as usual.
///
///         Who is held keeps its vote, and an admin by vote may send transactions to the interface: nobody wins a vote by an
///         emergency, and nobody keeps it from being ended by one. Otherwise:
///         - the transactions of a held account, or of the accounts of a held organisation, are refused, and so is what they
///           do as admins; in a held organisation admins by vote may still take away.
///         - a held node is refused by other nodes, and these drop it. One node is held at a time, and none of the admin
///           organisation.
///         - while admissions are stopped no organisation, sub-organisation or node is added, and no account is given a
///           role, by hand; what a vote approves of these waits until the stop ends.
///
///         A measure names its subject by `orgId` with `account` (the other is empty), with `enodeId` (the other is
///         zero), or alone; with nothing named it is about admissions. What all functions have in common, such as the
///         usual refusals, is in IRules.
interface IEmergencyModule is IRules {
    /// @notice Proposes a measure, or that one ends. Emits VotingItemAdded and ProposalCreated (operation 22). Reverts with
    ///         NotBooted, HoldNotAllowed, HoldTooLong, HeldLately, OtherNodeHeld, OrgUnknown, OrgNotTopLevel,
    ///         AdminOrgNotAllowed, AccountOfOtherOrg, AccountIsGuardian, NodeUnknown, NodeOfOtherOrg; with NothingChanges
    ///         where what is not held is to be held no longer; and what all that propose refuse (IRules).
    /// @param orgId Full id of an organisation; empty for admissions.
    /// @param account An account of it, or zero.
    /// @param enodeId A node of it, or empty.
    /// @param duration In seconds from the vote that decides, at most 7 days; 0 to end it.
    /// @return id The proposal's number.
    function proposeHold(
        string calldata orgId,
        address account,
        string calldata enodeId,
        uint256 duration
    ) external returns (uint256 id);

    /// @notice Records that what was held until now is held no longer, which for a node tells the other nodes to let it in
    ///         again; checks know it without. For everyone. Emits AccountHeld, NodeHeld (and NodeActivated), OrgHeld, or
    ///         AdmissionsStopped. Reverts with HoldLasts, NothingChanges, and with what `proposeHold` refuses of names.
    /// @param orgId Full id of an organisation; empty for admissions.
    /// @param account An account of it, or zero.
    /// @param enodeId A node of it, or empty.
    function endHold(string calldata orgId, address account, string calldata enodeId) external;

    /* FOR THE IMPLEMENTATION ITSELF */

    /// @notice Takes a measure that has been approved. Emits AccountHeld, NodeHeld, OrgHeld or AdmissionsStopped. Reverts
    ///         with NotImplementation.
    /// @param id The proposal's number, from 1 on.
    /// @return done Whether it could still be taken.
    function imposeHold(uint256 id) external returns (bool done);

    /* QUESTIONS (everyone; nothing is refused) */

    /// @notice Returns until when a subject is held, or was last.
    /// @param orgId Full id of an organisation; empty for admissions.
    /// @param account An account, or zero.
    /// @param enodeId A node, or empty.
    /// @return until In seconds since 1970; 0 if it never was.
    /// @return lasts Whether it is held now.
    function getHold(
        string calldata orgId,
        address account,
        string calldata enodeId
    ) external view returns (uint256 until, bool lasts);

    /* HOW PROPOSALS END THAT NO VOTE ENDS */

    /// @notice Takes back a proposal. For its proposer, while it may still propose such a thing, until another account votes
    ///         for it. Emits what its failure changes, and ProposalStateChanged (state 4). Reverts with ProposalNotOpen,
    ///         NotProposer, ProposalHasVotes.
    /// @param id The proposal's number, from 1 on.
    function withdraw(uint256 id) external;

    /// @notice Ends a proposal that has expired, that is decided because the electorate or the rule has changed, or whose
    ///         proposer may propose such a thing no longer. Where a policy says who votes all votes are looked at again; if
    ///         there are more than are counted at once, the count goes on with the next call. For everyone. Emits what its
    ///         outcome changes, and ProposalStateChanged (state 5 expired, 2 approved, 3 rejected, 4 withdrawn). Reverts
    ///         with ProposalNotOpen, ProposalUndecided; with ProposalPassed while a resolution that has passed can still
    ///         be carried out.
    /// @param id The proposal's number, from 1 on.
    function close(uint256 id) external;

    /// @notice Stops what has passed, while it waits. For whom a policy of the proposal names, alone; where it names a
    ///         share of the network admins, for each of them: it counts as a vote against it, and the last one that is
    ///         needed stops it. Emits VoteProcessed and VoteCast for a network admin who counts; what its failure
    ///         changes, ProposalVetoed and ProposalStateChanged (state 3) if it is stopped. Reverts with
    ///         ProposalNotPassed, VetoTooLate, NotAVetoer, AlreadyVoted.
    /// @param id The proposal's number, from 1 on.
    function veto(uint256 id) external;

    /* QUESTIONS ABOUT VETOES (everyone; nothing is refused) */

    /// @notice Returns whether an account may stop a proposal alone, by a policy of its operations, when it has passed and
    ///         waits: it is the guardian, or a vote has made it an admin of an active organisation that is listed, or in the
    ///         tree of one that the proposal is about.
    /// @param id The proposal's number, from 1 on.
    /// @param account The account.
    /// @return Whether it may.
    function mayVetoAlone(uint256 id, address account) external view returns (bool);

    /// @notice Returns how many network admins stop a proposal when it has passed and waits.
    /// @param id The proposal's number, from 1 on.
    /// @return needed How many must be against it, 2 or more; 0 if its policies name no share of them.
    function vetoShareOf(uint256 id) external view returns (uint256 needed);
}
