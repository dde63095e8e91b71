// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Policy} from "../types/Policy.sol";
import {Rule} from "../types/Rule.sol";
import {IRules} from "./IRules.sol";

/// @title Policies: who votes on an operation, what is counted, and how many votes are needed
/// @notice At first network admins vote on every operation, each has one vote, and a majority is needed; `proposeRule`
///         (ISettingModule) changes how many are needed. A policy also says who votes: accounts of which organisations,
///         with which roles. Then organisations are counted: each has one voice, by its weight, however many of its
///         accounts vote, and an account of a sub-organisation speaks for the organisation at the top. Those who vote by a
///         policy may also propose by it, if a vote has made them admins. What all functions have in common, such as the
///         usual refusals, is in IRules.
///
///         A vote counts while its account may vote: it is looked at again before it decides. If it counts no longer,
///         another account may speak for the organisation, or the same one again once it may.
interface IPolicyModule is IRules {
    /// @notice Proposes how an operation is decided. For network admins, and for whom the policy of operation 8 lets
    ///         propose. Emits VotingItemAdded, ProposalCreated. Reverts with NotBooted, OperationUnknown, OrgUnknown,
    ///         OrgNotTopLevel, OrgNotActive, NameNotAllowed, ListTooLong, ListedTwice, NothingChanges; and with
    ///         RuleNotAllowed where
    ///         - kind or numbers are none, or the operation would be forbidden, which is for `proposeRule`;
    ///         - accounts are counted: only of network admins is it known how many there are (`proposeRule`);
    ///         - more would be needed than all voices that anybody could speak for;
    ///         - it is the change of rules, and every voice would be needed, or only custom roles vote.
    ///         This is looked at again when the vote has passed. Where organisations or admins leave later, all who are left
    ///         suffice.
    /// @param op The operation, 1 to 24 (library Op).
    /// @param policy Its policy, with at most 32 organisations and 32 roles. Without organisations all approved ones without
    ///        parent vote; without roles any role does. Kind SELF is for the operations from 13 on: the organisation
    ///        concerned acts alone, by an account with one of the roles in it or above; it takes no organisations.
    /// @return id The proposal's number, from 1 on.
    function proposePolicy(uint256 op, Policy calldata policy) external returns (uint256 id);

    /* QUESTIONS (everyone; nothing is refused) */

    /// @notice Returns how an operation is decided.
    /// @param op The operation, 1 to 24 (library Op).
    /// @return policy Its policy. At first: a majority of those with the role "network admin", counted as accounts; for the
    ///         operations from 13 on SELF, by those with the role "any admin".
    function getPolicy(uint256 op) external view returns (Policy memory policy);

    /// @notice Returns what a proposal to change a rule or policy proposes.
    /// @param id The proposal's number, from 1 on.
    /// @return op The operation; 0 if the proposal is about something else.
    /// @return policy What its policy would be.
    function getProposedPolicy(uint256 id) external view returns (uint256 op, Policy memory policy);

    /// @notice Returns whether an account may do for an organisation, at once, what organisations' admins do alone at first:
    ///         the policy of the operation says that the organisation acts, and the account holds, in it or above, a role
    ///         that the policy names. Whether the organisation is active is another question.
    /// @param op The operation, 13 to 21 (library Op).
    /// @param orgId Full id of an organisation.
    /// @param account The account.
    /// @return Whether it may.
    function mayActFor(uint256 op, string calldata orgId, address account) external view returns (bool);

    /// @notice Returns whether a change of a resolution is about an organisation, or one below it.
    /// @param id The proposal's number, from 1 on.
    /// @param org Index of an organisation without parent, from 1 on.
    /// @return Whether it is; false if the proposal is no resolution.
    function concerns(uint256 id, uint256 org) external view returns (bool);

    /// @notice Returns whether a change is about an organisation, or one below it. Reverts without data if it has no
    ///         arguments.
    /// @param change As `proposeChanges` takes them.
    /// @param org Index of an organisation without parent, from 1 on.
    /// @return Whether it is.
    function isAbout(bytes calldata change, uint256 org) external view returns (bool);

    /// @notice Returns whether an operation may have a rule that says who votes, as organisations and admins are now.
    /// @param op The operation, 1 to 24 (library Op).
    /// @param rule The rule, in one word.
    /// @return Whether it may.
    function isAllowed(uint256 op, Rule rule) external view returns (bool);
}
