// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title What the rules refuse, and what their functions are given
/// @notice The functions of the modules are called at the interface's address, which adds the account that called it as a
///         last word to whatever it passes on. Where a function also names its `caller`, the two must agree, so no account
///         can speak for another. Each change emits Action at the interface; the other events are those of the managers.
///
///         Proposals: a function that proposes opens one, the approve functions vote for it, `vote` also against it. The
///         vote that decides carries it out in the same transaction, or ends the proposal as rejected when it can no
///         longer be done. Proposing is not voting, and nothing is proposed before the network has booted.
///
///         What organisations give may have an end, in seconds since 1970, also on networks that count in nanoseconds: from
///         then on the checks of nodes refuse it, without anybody's transaction and without an event. It keeps its status
///         and its place, and can be given another end. What a vote gives, the two admin roles and the nodes of the admin
///         organisation, has none. A suspension of an organisation may have one, and then it is active again.
///
///         Refusals: each function says what it refuses. What belongs to a whole group of functions is said here and not
///         repeated. Errors that are not declared here are those of the managers, of Names and of EnodeId.
///         - All that change something, except `setMigrationPolicy`: NotInterface, and CallerForged if they name their
///           `caller`; NoImplementation at the interface until the suite is linked. TooMany when a list is full: 8,388,607
///           records of a kind, 65,535 network admins at a time.
///         - Boot functions: NotBootOperator, AlreadyBooted.
///         - For admins of an organisation or above: OrgUnknown, NotOrgAdmin, OrgNotActive. An admin by vote may suspend,
///           deactivate, blacklist and remove roles while the organisation is suspended.
///         - All that propose: NotAVoter, ExpiryNotAllowed, TooManyProposals, RejectedLately; SubjectHasProposal,
///           except `addOrg`, whose subject is new, and changes of rules and settings, of which several may be proposed;
///           OperationForbidden, except `proposeRule`, whose rule can never be `forbidden`. NotBooted is named where it
///           can occur; elsewhere another refusal comes first until the network has booted.
///         - The approve functions: NothingToApprove, ProposalDiffers, NotAVoter, AlreadyVoted, ProposalExpired.
///         - All that add a node: EnodeIdNotAllowed, EnodeIdNotOnCurve, HostNotAllowed, HostNameNotAllowed,
///           PortNotAllowed, NodeExists.
///         - All that name a recorded node with its address: NodeUnknown, NodeOfOtherOrg, NodeAddressDiffers.
///         Functions that only read refuse nothing.
/// @dev Parameters, where a function does not say otherwise:
///      - `orgId`: full id of an organisation ("ORG1.SUB1"), but its short id alone ("SUB1") where one is added.
///      - An unassigned account has no status: it belongs to no organisation and is proposed for none.
///      - Names of organisations and roles (`roleId`): 1 to 64 characters of A-Z a-z 0-9 _ -
///      - `enodeId`: 128 lower-case hex digits.
///      - `ip`: an ip address that a peer can come from, IPv4 or IPv6, as nodes write it (library Host); or a host name of
///        1 to 253 characters, where the network allows host names.
///      - `port`: 1 to 65535. `raftPort`: 1 to 65535, or 0 for none; where a recorded node is named, 0 is any.
///      - `action` (library Action): 1 suspend or deactivate, 2 restore or activate, 3 blacklist (accounts and nodes
///        only).
///      - `access`: level 0 to 7 (library AccessLevel). `op`: operation 1 to 24 (library Op).
///      - `id`: number of a proposal, from 1 on. It expires 30 days after it was made; times are in seconds since 1970.
interface IRules {
    /* WHO CALLS */

    /// @dev Functions that change something are called through the interface.
    error NotInterface(address caller);
    /// @dev Only the upgradable contract calls `setMigrationPolicy`.
    error NotUpgradable(address caller);
    /// @dev Only the implementation calls itself.
    error NotImplementation(address caller);
    /// @dev `claimed` is the caller that the call names, `caller` the account that called the interface.
    error CallerForged(address claimed, address caller);
    /// @dev The caller is not an active account, with an admin role, of the organisation or of one above.
    error NotOrgAdmin(address caller, string orgId);
    /// @dev Only the accounts that the guardian named boot the network.
    error NotBootOperator(address caller);

    /* BOOT */

    /// @dev Boot functions are refused once the boot has ended.
    error AlreadyBooted();
    /// @dev `init` comes first.
    error NotSetUp();
    /// @dev Nothing is proposed before the boot has ended.
    error NotBooted();
    /// @dev `init` has been done.
    error AlreadySetUp();
    /// @dev `setPolicy` comes first.
    error PolicyMissing();
    /// @dev See `init`.
    error LimitsNotAllowed(uint256 breadth, uint256 depth);
    /// @dev The network admin role and the organisation admin role have different names.
    error AdminRolesAlike(string roleId);
    /// @dev The boot ends only when there is a network admin.
    error NoNetworkAdmin();

    /* RECORDS */

    /// @dev The zero address is no account.
    error ZeroAddress();
    /// @dev Organisations take 1 and 2, accounts and nodes 1 to 3.
    error ActionNotAllowed(uint256 action);
    /// @dev One that was proposed and not approved is unknown too.
    error OrgUnknown(string orgId);
    /// @dev It or its ultimate parent is in a status other than 2 and 3.
    error OrgNotActive(string orgId);
    /// @dev Only organisations without parent are suspended and restored.
    error OrgNotTopLevel(string orgId);
    /// @dev `level` is the parent's.
    error OrgTooDeep(string parentId, uint256 level, uint256 maxDepth);
    /// @dev `subOrgs` is how many direct sub-organisations the parent has.
    error OrgTooBroad(string parentId, uint256 subOrgs, uint256 maxBreadth);
    /// @dev With all below it, the ultimate parent of `orgId` has added as much as it may (library Setting).
    error LimitReached(string orgId, uint256 setting, uint256 limit);
    /// @dev `status` is the present one.
    error OrgStatusNotAllowed(string orgId, uint256 status, uint256 action);
    /// @dev The admin organisation is never suspended.
    error AdminOrgNotAllowed(string orgId);
    /// @dev No active role of that name in the organisation or above; for `removeRole`, in the organisation itself.
    error RoleUnknown(string roleId, string orgId);
    /// @dev A role that makes no admin, or the network admin role for another than the admin organisation.
    error RoleNotAnAdminRole(string roleId);
    /// @dev Levels are 0 to 7.
    error AccessNotAllowed(uint256 access);
    /// @dev It is the name of one of the two admin roles.
    error RoleReserved(string roleId);
    /// @dev The two admin roles are given by vote and never removed; in the admin organisation every role that makes an
    ///      admin is given by vote.
    error AdminRoleByVoteOnly(string roleId);
    /// @dev The guardian and the proposed guardian are network admins or belong to no organisation. This is checked where
    ///      an account joins an organisation, not where an account of an organisation is proposed as guardian.
    error AccountIsGuardian(address account);
    /// @dev It was made an admin by vote, or was unassigned and is proposed as one.
    error AccountIsAdmin(address account);
    /// @dev It is neither active nor suspended, or has no role that made it an admin.
    error AccountNotAdmin(address account);
    /// @dev A vote has made it an admin, or may; `status` is the present one.
    error AccountInUse(address account, uint256 status);
    /// @dev It belongs to another one or to none.
    error AccountOfOtherOrg(address account, string orgId);
    /// @dev `status` is the present one; `action` is 0 where the function has none.
    error AccountStatusNotAllowed(address account, uint256 status, uint256 action);
    /// @dev The account holds this role already.
    error AccountHasRole(address account, string roleId);
    /// @dev An end is in the future, and before the year 2106; in seconds since 1970, or 0 for none.
    error EndNotAllowed(uint256 until);
    /// @dev The giver's own role ends at `endsAt`, in seconds since 1970.
    error OutlivesGiver(address giver, uint256 endsAt);
    /// @dev It must be given a role before it can be activated.
    error AccountWithoutRole(address account);
    /// @dev A vote has taken it from this organisation, or from one above or below it, which gets it back by vote only.
    error AccountLostByVote(address account, string orgId);
    /// @dev It is no host name, and no ip address that a peer can come from, in canonical form (library Host).
    error HostNotAllowed(string host);
    /// @dev The network has not allowed host names (library Setting).
    error HostNameNotAllowed(string host);
    /// @dev Ports are 1 to 65535.
    error PortNotAllowed(uint256 port);
    /// @dev One whose proposal failed is unknown too.
    error NodeUnknown(string enodeId);
    /// @dev The node belongs to another organisation.
    error NodeOfOtherOrg(string enodeId, string orgId);
    /// @dev A vote has taken it from this organisation, or from one above or below it, which does not add it again by hand.
    error NodeLostByVote(string enodeId, string orgId);
    /// @dev The admin organisation's nodes are let go by vote on that alone.
    error NodeByVoteOnly(string enodeId);
    /// @dev The address is the one given, not the one recorded or proposed.
    error NodeAddressDiffers(string enodeId, string ip, uint16 port, uint16 raftPort);
    /// @dev `status` is the present one; `action` is 0 where the function has none.
    error NodeStatusNotAllowed(string enodeId, uint256 status, uint256 action);

    /* CONTRACTS */

    /// @dev The caller deploys no contract at that address with that nonce.
    error NotDeployer(address target, address caller);
    /// @dev It is registered; a vote alone makes it another organisation's.
    error ContractInUse(address target);
    /// @dev It is registered for another organisation, or for none.
    error ContractOfOtherOrg(address target, string orgId);
    /// @dev Openings are 1 to 4, and 0 of a method; 2 needs a list, and the others have none; a vote alone says 4 (library
    ///      Opening).
    error OpeningNotAllowed(uint256 opening);
    /// @dev No method: transactions without one are not told from it.
    error MethodNotAllowed(bytes4 method);
    /// @dev A vote has said who may call the contract, or the method if that is not zero, and another vote alone changes it.
    error SetByVote(address target, bytes4 method);

    /* PROPOSALS */

    /// @dev By its voting rule.
    error OperationForbidden(uint256 op);
    /// @dev Operations are 1 to 24 (library Op); 23 has no policy of its own.
    error OperationUnknown(uint256 op);
    /// @dev A policy says who does it, so it is not done as a part of something else, nor undone by hand.
    error DecidedByPolicy(uint256 op);
    /// @dev In seconds since 1970: what has passed waits until then.
    error ProposalWaits(uint256 id, uint256 until);
    /// @dev The policies of the proposal do not let the account stop it.
    error NotAVetoer(uint256 id, address account);
    /// @dev In seconds: longer than 30 days; without a veto's time; where nothing passes; or in an emergency.
    error DelayNotAllowed(uint256 delay);
    /// @dev Network admins propose and vote, unless a policy says who does (IPolicyModule).
    error NotAVoter(address account);
    /// @dev Each network admin votes once on a proposal; where organisations are counted, one account speaks for each.
    error AlreadyVoted(uint256 id, address voter);
    /// @dev `state` is the present one, 0 when there is no such proposal (library ProposalState).
    error ProposalNotOpen(uint256 id, uint256 state);
    /// @dev Nothing is to be carried out or stopped. `state` is the present one, 0 when there is no such proposal.
    error ProposalNotPassed(uint256 id, uint256 state);
    /// @dev It has waited until `until`, in seconds since 1970, and can be carried out.
    error VetoTooLate(uint256 id, uint256 until);
    /// @dev In seconds since 1970.
    error ProposalExpired(uint256 id, uint256 expiresAt);
    /// @dev Another account has voted for it, so its proposer cannot take it back.
    error ProposalHasVotes(uint256 id);
    /// @dev In seconds since 1970; it does not fit into the 32 bits that a proposal has for it.
    error ExpiryNotAllowed(uint256 expiresAt);
    /// @dev `limit` is how many proposals a network admin makes in a day, which begins at midnight, UTC. Possible again at
    ///      `possibleFrom`, in seconds since 1970.
    error TooManyProposals(address proposer, uint256 limit, uint256 possibleFrom);
    /// @dev The votes have rejected the same proposal of the same proposer less than 7 days ago, or it was withdrawn after
    ///      others had voted against it: the same operation about the same organisation, node, role and account, or the
    ///      same rule or setting. Possible again at `possibleFrom`, in seconds since 1970; for others at any time.
    error RejectedLately(address proposer, uint256 op, uint256 possibleFrom);
    /// @dev `id` is the open one. One that has expired counts until it is closed.
    error SubjectHasProposal(uint256 id);
    /// @dev No proposal is open about the organisation, account or node.
    error NothingToApprove();
    /// @dev The open proposal has a different operation or subject, or covers more than the call names; or its hash is
    ///      another.
    error ProposalDiffers(uint256 id);
    /// @dev None of the signed votes counts; `results` says why, for each in order (library SignedVoteResult).
    error NoVoteCounts(uint256[] results);
    /// @dev `most` signed votes are taken at a time.
    error TooManyVotes(uint256 given, uint256 most);
    /// @dev Nor has the proposal expired, and its proposer may still propose. The votes are those of network admins;
    ///      `electorate` is how many there are.
    error ProposalUndecided(uint256 id, uint256 votesFor, uint256 votesAgainst, uint256 electorate);
    /// @dev It has passed, and waits for being carried out until `lapsesAt`, in seconds since 1970; then it can be closed.
    error ProposalPassed(uint256 id, uint256 lapsesAt);
    /// @dev The caller is not the proposer, or is the proposer but no longer a network admin.
    error NotProposer(uint256 id, address caller);
    /// @dev The network always has a network admin.
    error LastNetworkAdmin(address account);
    /// @dev See `proposeRule` and `proposePolicy`.
    error RuleNotAllowed(uint256 op, uint256 kind, uint256 count, uint256 outOf);
    /// @dev A list of a policy has `most` entries at most.
    error ListTooLong(uint256 given, uint256 most);
    /// @dev An organisation or a role stands in the list of a policy twice.
    error ListedTwice(string entry);
    /// @dev Settings are 1 to 10 (library Setting).
    error SettingUnknown(uint256 setting);
    /// @dev See library Setting for the values that it can have.
    error SettingNotAllowed(uint256 setting, uint256 value);
    /// @dev The requested state is already in effect.
    error NothingChanges();

    /* EMERGENCIES */

    /// @dev A measure is about an account, a node, an organisation, or admissions: not about two of them, nor about nodes of
    ///      the admin organisation, through which network admins send.
    error HoldNotAllowed(string orgId, address account, string enodeId);
    /// @dev In seconds; at most 7 days.
    error HoldTooLong(uint256 duration, uint256 most);
    /// @dev It was held until `until`, in seconds since 1970, or its organisation was, and only a resolution holds it again
    ///      in the 30 days after that.
    error HeldLately(uint256 until);
    /// @dev Another node is held until `until`, in seconds since 1970; only a resolution holds two at a time.
    error OtherNodeHeld(string enodeId, uint256 until);
    /// @dev Nobody is let in until then, in seconds since 1970.
    error AdmissionsAreStopped(uint256 until);
    /// @dev It is suspended until then, in seconds since 1970.
    error SuspensionLasts(string orgId, uint256 until);
    /// @dev It is held until then, in seconds since 1970.
    error HoldLasts(uint256 until);

    /* RESOLUTIONS */

    /// @dev A resolution has at least one change.
    error NumberOfChangesNotAllowed(uint256 given, uint256 most);
    /// @dev The change at this place, from 0 on, is none that a resolution makes (IResolutionModule).
    error ChangeNotAllowed(uint256 place);
    /// @dev The change at this place, from 0 on, was refused; `reason` is the error, encoded.
    error ChangeRefused(uint256 place, bytes reason);
    /// @dev A change opens a proposal of an operation whose rule the vote did not count.
    error OperationNotVotedOn(uint256 op);
    /// @dev The gas that was offered is too little for the changes of a resolution.
    error GasTooLow();
}
