// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IRules} from "./IRules.sol";

/// @title Resolutions, several changes that are decided as one, and how proposals end that no vote ends
/// @notice A network admin proposes them, in their order. The vote is as strict as the strictest rule of all operations in
///         it, and of the operation RESOLVE. What all functions have in common, such as the usual refusals, is in IRules.
///
///         A change is the call data of a function of the interface, as an account would send it, so that it is made by the
///         same rules. It is made with the authority of the network: what an organisation's admin does alone may be part of
///         a resolution for any organisation, and what is decided by vote is approved at once.
///
///         The vote that decides carries the changes out. If one of them is refused, none is made, and the resolution ends
///         as rejected. A vote with too little gas for them is refused, unless it offers more than half of what fits a
///         block: then the resolution has passed (state 6), and anybody carries it out until 7 days after the proposal's
///         expiry.
interface IResolutionModule is IRules {
    /// @notice Proposes a resolution. For network admins. Emits VotingItemAdded and ProposalCreated (operation 12). Reverts
    ///         with NumberOfChangesNotAllowed, ChangeNotAllowed, NotBooted, and what all that propose refuse (IRules); with
    ///         OperationForbidden also for an operation in it.
    /// @param changes 1 to 64 calls of the interface: `addOrg`, `addSubOrg`, `updateOrgStatus`, `addNewRole`, `removeRole`,
    ///        `assignAccountRole`, `assignAdminRole`, `updateAccountStatus`, `startBlacklistedAccountRecovery`, `addNode`,
    ///        `updateNodeStatus`, `startBlacklistedNodeRecovery`, `changeNodeAddress`, `releaseAccount`, `releaseNode`,
    ///        `proposeAccountRelease`, `proposeNodeRelease`, `proposeAdminRemoval`, `proposeRule`, `proposePolicy`,
    ///        `proposeSetting`, `proposeLimit`, `proposeHold`.
    /// @return id The proposal's number.
    function proposeChanges(bytes[] calldata changes) external returns (uint256 id);

    /// @notice Carries out what has passed, once it has waited as long as its policies say, and until 7 days later. For
    ///         everyone. Emits what it changes, or ChangesRefused, and ProposalStateChanged. Reverts with ProposalNotPassed,
    ///         ProposalWaits, ProposalExpired, AdmissionsAreStopped, GasTooLow.
    /// @param id The proposal's number, from 1 on.
    function carryOut(uint256 id) external;

    /* HOW PROPOSALS END OTHERWISE */

    /* FOR THE IMPLEMENTATION ITSELF */

    /// @notice Decides by policy who does what organisations' admins do alone at first. If it is to be voted on, it opens a
    ///         proposal that holds the one call, and emits VotingItemAdded and ProposalCreated (operations 13 to 21).
    ///         Reverts with NotImplementation, OrgUnknown, and what all that propose refuse (IRules).
    /// @param caller Who would do it.
    /// @param orgId Full id of the organisation that it concerns.
    /// @param admin Whether the caller is an admin of it, or of one above.
    /// @param byVote Whether a vote has made it one: then it may propose what it may not do at once.
    /// @param forwarded The call, as the interface has forwarded it.
    /// @return may Whether the caller may do it at once.
    /// @return opened Whether a proposal was opened.
    function actByPolicy(
        address caller,
        string calldata orgId,
        bool admin,
        bool byVote,
        bytes calldata forwarded
    ) external returns (bool may, bool opened);

    /// @notice Carries out a resolution that has just been approved. Emits what its changes emit, or ChangesRefused. Reverts
    ///         with NotImplementation, GasTooLow.
    /// @param id The proposal's number, from 1 on.
    /// @return state What becomes of it (library ProposalState): 2 approved, 3 rejected, 6 passed.
    function carryOutNow(uint256 id) external returns (uint256 state);

    /// @notice Makes changes, all or none. Emits what they emit. Reverts with NotImplementation, ChangeRefused. Called by
    ///         `eth_call` from the implementation's own address, it tells beforehand whether changes would be refused.
    /// @param changes As `proposeChanges` takes them.
    /// @param operations Which operations have been voted on: bit n stands for the operation n (library Op).
    function makeChanges(bytes[] calldata changes, uint256 operations) external;

    /// @notice Approves a proposal that a resolution has opened, without a vote. Emits what the operation changes, and
    ///         ProposalStateChanged (state 2). Reverts with NotImplementation, OperationNotVotedOn, NothingChanges.
    /// @param id The proposal's number, from 1 on.
    /// @param operations Which operations have been voted on: bit n stands for the operation n (library Op).
    function approveAsResolved(uint256 id, uint256 operations) external;

    /* QUESTIONS (everyone; nothing is refused) */

    /// @notice Returns the changes of a resolution, also of one that has ended.
    /// @param id The proposal's number, from 1 on.
    /// @return changes As they were proposed; none if the proposal is no resolution.
    function getChanges(uint256 id) external view returns (bytes[] memory changes);
}
