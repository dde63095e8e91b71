// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IRules} from "./IRules.sol";

/// @title Who may call which contract, and which method of it
/// @notice A contract is registered for an organisation by the account that deployed it, or by a vote of the network. Then
///         the organisation's admins say who may call it and its methods, and so does the account that deployed it, while it
///         is a member of that organisation and nobody has made the network forget it; both are operation 24 (library Op), so
///         a policy may say otherwise. The network says so about any contract by a resolution (IResolutionModule), and what a
///         vote has set, another vote alone changes. What "open" means is told in IContractManager. The interface and the
///         guardian's contract are open whatever is said. Contracts that other contracts call are outside of what the check
///         of a transaction can see. What all functions have in common, such as who calls and the usual refusals, is in
///         IRules.
interface IAccessModule is IRules {
    /// @notice Registers a contract for an organisation, also one that is still to be deployed. For the account that deploys
    ///         it, which must be an active member of the organisation, or an admin of it or of one above it; by a vote for
    ///         any contract, also one of another organisation. Emits ContractRegistered. Reverts with ZeroAddress,
    ///         NotDeployer, ContractInUse.
    /// @param orgId The organisation's full id ("ORG1.SUB1").
    /// @param target The contract's address.
    /// @param nonce That of the transaction with which the caller deploys it; a vote may give any.
    function registerContract(string calldata orgId, address target, uint56 nonce) external;

    /// @notice Says who may call a contract. For admins of its organisation or above, and the account that deployed it. Emits
    ///         ContractOpened. Reverts with ContractOfOtherOrg, OpeningNotAllowed, SetByVote, ListTooLong, ListedTwice,
    ///         OrgUnknown, NameNotAllowed, NothingChanges.
    /// @param orgId Full id of its organisation ("ORG1.SUB1").
    /// @param target The contract's address.
    /// @param opening 1 all members that may call at all, 2 those listed, 3 nobody, 4 everybody, members or not, which only
    ///        a vote may say (library Opening).
    /// @param orgs Full ids of the organisations that may call, each with all below it; empty for all. Not with 1, 3 and 4.
    /// @param roles Ids of the roles that may call, in any organisation; empty for all. Not with 1, 3 and 4.
    function setContractAccess(
        string calldata orgId,
        address target,
        uint8 opening,
        string[] calldata orgs,
        string[] calldata roles
    ) external;

    /// @notice Says who may call a method of a contract, as `setContractAccess` does of the whole. Emits MethodOpened. Reverts
    ///         with MethodNotAllowed (0x00000000), and what `setContractAccess` refuses; with SetByVote also where a vote
    ///         has said who may call the contract.
    /// @param orgId Full id of the contract's organisation ("ORG1.SUB1").
    /// @param target The contract's address.
    /// @param method The method's selector.
    /// @param opening As in `setContractAccess`, or 0 for whom the contract is open to.
    /// @param orgs As in `setContractAccess`.
    /// @param roles As in `setContractAccess`.
    function setMethodAccess(
        string calldata orgId,
        address target,
        bytes4 method,
        uint8 opening,
        string[] calldata orgs,
        string[] calldata roles
    ) external;

    /// @notice Has the account that deployed a contract no longer say who may call it. For admins of the contract's
    ///         organisation or above. Emits DeployerForgotten. Reverts with ContractOfOtherOrg, NothingChanges.
    /// @param orgId Full id of the contract's organisation ("ORG1.SUB1").
    /// @param target The contract's address.
    function forgetDeployer(string calldata orgId, address target) external;
}
