// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IRules} from "./IRules.sol";

/// @title The boot, and the settings of the whole network
/// @notice How a network starts, and what applies to all of it. Boot operators, whom the guardian names, set up the admin
///         organisation once; until the boot has ended nothing is restricted. From then on the network admins decide by
///         vote how votes are counted, and what is set for the whole network. What all functions have in
///         common, such as who calls and the usual refusals, is in IRules.
interface ISettingModule is IRules {
    /// @notice The boot has ended, or a new implementation has taken over. `networkBootStatus` is whether the network
    ///         has booted. Emitted by the implementation.
    event PermissionsInitialized(bool networkBootStatus);

    /* BOOT (boot operators, until the network has booted) */

    /// @notice Names the admin organisation and the two admin roles. For boot operators; may be repeated until `init`.
    ///         Emits nothing but Action. Reverts with AlreadySetUp, NameNotAllowed, AdminRolesAlike.
    /// @param nwAdminOrg Id of the admin organisation: 1 to 64 characters of A-Z a-z 0-9 _ -
    /// @param nwAdminRole Name of the network admin role: 1 to 64 characters of A-Z a-z 0-9 _ -
    /// @param oAdminRole Name of the organisation admin role: 1 to 64 characters of A-Z a-z 0-9 _ -, another one.
    function setPolicy(string calldata nwAdminOrg, string calldata nwAdminRole, string calldata oAdminRole) external;

    /// @notice Creates the admin organisation and the network admin role, and fixes the limits of the tree for good.
    ///         For boot operators, once. Emits OrgPendingApproval, RoleCreated. Reverts with PolicyMissing,
    ///         AlreadySetUp, LimitsNotAllowed.
    /// @param breadth How many direct sub-organisations an organisation may have, 1 to 4294967295.
    /// @param depth How many levels there may be, 1 to 32.
    function init(uint256 breadth, uint256 depth) external;

    /// @notice Sets what else applies to the whole network from the beginning. For boot operators. Emits IpCheckChanged,
    ///         HostNamesChanged or LimitChanged. Reverts with NotSetUp, SettingUnknown, SettingNotAllowed, NothingChanges.
    /// @param setting See `proposeSetting`.
    /// @param value See `proposeSetting`.
    function setAtBoot(uint256 setting, uint256 value) external;

    /// @notice Adds an approved node of the admin organisation. For boot operators. Emits NodeApproved. Reverts with
    ///         NotSetUp, and what all functions that add a node refuse (IRules).
    /// @param enodeId The node's enode id, 128 lower-case hex digits.
    /// @param ip Its ip address or host name (library Host).
    /// @param port Its port, 1 to 65535.
    /// @param raftPort Its Raft port; 0 for none.
    function addAdminNode(string calldata enodeId, string calldata ip, uint16 port, uint16 raftPort) external;

    /// @notice Adds an active network admin. For boot operators. Emits AccountAccessModified, VoterAdded. Reverts with
    ///         NotSetUp, ZeroAddress, AccountInUse.
    /// @param account An unassigned account.
    function addAdminAccount(address account) external;

    /// @notice Ends the boot: from here on the rules decide. For boot operators, once. Emits OrgApproved,
    ///         PermissionsInitialized. Reverts with NoNetworkAdmin.
    /// @return Always true.
    function updateNetworkBootStatus() external returns (bool);

    /* UPGRADING */

    /// @notice Takes over from another implementation. The policy itself is in the managers, so what is given is not
    ///         looked at. For the upgradable contract. Emits PermissionsInitialized. Reverts with NotUpgradable.
    /// @param nwAdminOrg Id of the admin organisation.
    /// @param nwAdminRole Name of the network admin role.
    /// @param oAdminRole Name of the organisation admin role.
    /// @param networkBootStatus Whether the network has booted.
    function setMigrationPolicy(
        string calldata nwAdminOrg,
        string calldata nwAdminRole,
        string calldata oAdminRole,
        bool networkBootStatus
    ) external;

    /* SETTINGS */

    /// @notice Proposes how votes on an operation are counted. For network admins. Emits VotingItemAdded,
    ///         ProposalCreated. Reverts with NotBooted, OperationUnknown, RuleNotAllowed (another kind, other numbers,
    ///         the change of rules forbidden, or a rule by which one lost key would freeze the rules for ever: those for
    ///         the change of rules and for the removal of admins may not both need every network admin, and the first may
    ///         not while the second is forbidden), NothingChanges. This is looked at again when the vote has passed: a
    ///         rule that is no longer allowed is rejected. Of one or two network admins a majority is everybody, so there
    ///         only `all` and a whole fraction count as needing everybody. Where admins leave later, all who are left
    ///         suffice.
    /// @param op The operation, 1 to 11 (library Op).
    /// @param kind 0 more than half, 1 all, 2 any one, 3 a number of votes, 4 a fraction, 5 forbidden (library RuleKind).
    /// @param count For kind 3, how many votes are needed: 1 to the number of network admins. For kind 4, the numerator:
    ///        1 to `outOf`. Otherwise 0.
    /// @param outOf For kind 4, the denominator: `count` / `outOf` of the electorate is needed, `outOf` up to 4294967295.
    ///        Otherwise 0.
    /// @return id The proposal's number, from 1 on.
    function proposeRule(uint256 op, uint256 kind, uint256 count, uint256 outOf) external returns (uint256 id);

    /// @notice Proposes what is set for the whole network. For network admins. Emits VotingItemAdded, ProposalCreated.
    ///         Reverts with NotBooted, SettingUnknown, SettingNotAllowed, NothingChanges.
    /// @param setting 1 whether the ip that a node connects from is compared with its recorded one, 2 whether nodes may
    ///        be recorded with a host name; how many nodes (3), accounts (4), roles (5) and sub-organisations (6) each
    ///        organisation without parent may add, and how often it may move nodes on one day (7), with all below it; 9
    ///        whether contracts that nobody has registered are closed; 10 whether only those organisations may deploy that
    ///        are let (library Setting).
    /// @param value For 1, 2, 9 and 10, 1 yes or 0 no; a limit is 1 to 32767, or 0 for the first one again (library
    ///        LimitAtFirst).
    /// @return id The proposal's number, from 1 on.
    function proposeSetting(uint256 setting, uint256 value) external returns (uint256 id);

    /// @notice Proposes a limit for one organisation, what its voice weighs, or whether it may deploy. For network admins. Emits VotingItemAdded, ProposalCreated. Reverts
    ///         with OrgUnknown, OrgNotTopLevel, OrgNotActive, NotBooted, SettingUnknown, SettingNotAllowed, NothingChanges.
    /// @param setting 3 to 7, see `proposeSetting`; 8 what its voice weighs; 10 whether it may deploy.
    /// @param orgId Id of an organisation without parent.
    /// @param value 1 to 32767; 0 takes its own limit or weight away, and that of all holds again. For 10, as in Deploying.
    /// @return id The proposal's number, from 1 on.
    function proposeLimit(uint256 setting, string calldata orgId, uint256 value) external returns (uint256 id);

    /* FOR THE IMPLEMENTATION ITSELF */

    /// @notice Sets the rule or the setting that was voted on. Emits RuleChanged, or what `setAtBoot` emits, or
    ///         OrgWeightChanged. Reverts with NotImplementation.
    /// @param id The proposal's number, from 1 on.
    /// @return done Whether it could still be set: another vote may have set it, and a rule may lock all rules now.
    function applyChange(uint256 id) external returns (bool done);
}
