// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title The rules
/// @notice Called by the interface alone, which adds the account that called it as a last word to whatever it passes on.
///         Where a function also names its `caller`, the two must agree, so nobody can speak for another. The contract has
///         no storage: all that outlives a call is in the managers, and replacing it leaves nothing behind.
///
///         Proposals: a function that proposes opens one, the approve functions vote for it, `vote` also against it. The
///         vote that decides carries it out in the same transaction, or ends the proposal as rejected when it cannot be
///         done any more. Who proposes has not voted yet, and nobody proposes before the network has booted.
///
///         Refusals: each function says what it refuses. What belongs to a whole group of functions is said here and
///         not repeated. Errors that are not declared here are those of the managers, of Names and of EnodeId.
///         - All that change something, but for `setMigrationPolicy`: NotInterface, and CallerForged if they name their
///           `caller`; NoImplementation at the interface until the suite is linked. TooMany when a list is full: 16,777,215
///           records of a kind, 65,535 network admins at a time.
///         - Boot functions: NotBootOperator, AlreadyBooted.
///         - For admins of an organisation or above: OrgUnknown, NotOrgAdmin, OrgNotActive.
///         - All that propose: NotAVoter, ExpiryNotAllowed; SubjectHasProposal, but not `addOrg`, whose subject is new;
///           OperationForbidden, but not `proposeRule`, whose own rule cannot be that. NotBooted is said where it can come
///           out; elsewhere another refusal comes first until the network has booted.
///         - The approve functions: NothingToApprove, ProposalDiffers, NotAVoter, AlreadyVoted, ProposalExpired.
///         - All that add a node: EnodeIdNotAllowed, HostNotAllowed, PortNotAllowed, NodeExists.
///         - All that name a recorded node with its address: NodeUnknown, NodeOfOtherOrg, NodeAddressDiffers.
///         Functions that only read refuse nothing.
/// @dev Parameters, where a function does not say otherwise:
///      - `orgId`: full id of an organisation ("ORG1.SUB1"), but the name alone where one is added.
///      - Names of organisations and roles (`roleId`): 1 to 64 characters of A-Z a-z 0-9 _ -
///      - `enodeId`: 128 lower-case hex digits.
///      - `ip`: ip address or host name, 1 to 255 characters of A-Z a-z 0-9 _ - . : %
///      - `port`: 1 to 65535. `raftPort`: 1 to 65535, or 0 for none; where a recorded node is named, 0 is any.
///      - `action` (library Action): 1 suspend or deactivate, 2 restore or activate, 3 blacklist (no organisations).
///      - `access`: level 0 to 7 (library Access). `op`: operation 1 to 9 (library Op).
///      - `id`: number of a proposal, from 1 on. It expires 30 days after it was made; times are in seconds since 1970.
interface IPermissionsImplementation {
    /// @notice The boot has ended, or a new implementation has taken over: whether the network has booted.
    event PermissionsInitialized(bool networkBootStatus);

    /* WHO CALLS */

    /// @dev Whatever changes something is called through the interface.
    error NotInterface(address caller);
    error NotUpgradable(address caller);
    /// @dev `claimed` is what the call says, `caller` who called the interface.
    error CallerForged(address claimed, address caller);
    /// @dev The caller is no active account of the organisation, or of one above, with an admin role.
    error NotOrgAdmin(address caller, string orgId);
    error NotBootOperator(address caller);

    /* BOOT */

    error AlreadyBooted();
    /// @dev `init` comes first.
    error NotSetUp();
    error NotBooted();
    /// @dev `setPolicy` comes first.
    error PolicyMissing();
    error NoNetworkAdmin();

    /* RECORDS */

    error ZeroAddress();
    /// @dev Organisations know 1 and 2, accounts and nodes 1 to 3.
    error ActionNotAllowed(uint256 action);
    /// @dev One that was proposed and not approved is unknown too.
    error OrgUnknown(string orgId);
    /// @dev It or its ultimate parent is in a status other than 2 and 3.
    error OrgNotActive(string orgId);
    error OrgNotTopLevel(string orgId);
    /// @dev `status` is the present one.
    error OrgStatusNotAllowed(string orgId, uint256 status, uint256 action);
    /// @dev The admin organisation is never suspended.
    error AdminOrgNotAllowed(string orgId);
    /// @dev No active role of that name in the organisation or above; for `removeRole`, in the organisation itself.
    error RoleUnknown(string roleId, string orgId);
    /// @dev A custom role, or the network admin role for another than the admin organisation.
    error RoleNotAnAdminRole(string roleId);
    error AccessNotAllowed(uint256 access);
    /// @dev The two admin roles are given by vote and never removed.
    error AdminRoleByVoteOnly(string roleId);
    /// @dev It has one of the two admin roles, or was free and is proposed for one.
    error AccountIsAdmin(address account);
    /// @dev It is not active, or has neither of the two admin roles.
    error AccountNotAdmin(address account);
    /// @dev It belongs to an organisation, or is proposed for one; `status` is the present one.
    error AccountInUse(address account, uint256 status);
    /// @dev It belongs to another one or to none.
    error AccountOfOtherOrg(address account, string orgId);
    /// @dev `status` is the present one; `action` is 0 where the function has none.
    error AccountStatusNotAllowed(address account, uint256 status, uint256 action);
    error AccountHasRole(address account, string roleId);
    error AccountWithoutRole(address account);
    /// @dev One whose proposal failed is unknown too.
    error NodeUnknown(string enodeId);
    error NodeOfOtherOrg(string enodeId, string orgId);
    /// @dev The address is the one given, not the one recorded.
    error NodeAddressDiffers(string enodeId, string ip, uint16 port, uint16 raftPort);
    /// @dev `status` is the present one; `action` is 0 where the function has none.
    error NodeStatusNotAllowed(string enodeId, uint256 status, uint256 action);

    /* PROPOSALS */

    /// @dev By its voting rule.
    error OperationForbidden(uint256 op);
    error OperationUnknown(uint256 op);
    /// @dev `id` is the open one. One that has expired counts until somebody closes it.
    error SubjectHasProposal(uint256 id);
    /// @dev No proposal is open about the organisation, account or node.
    error NothingToApprove();
    /// @dev The open one is of another operation, or about more or something else than what is named.
    error ProposalDiffers(uint256 id);
    /// @dev It has not expired either. `electorate` is how many may vote.
    error ProposalUndecided(uint256 id, uint256 votesFor, uint256 votesAgainst, uint256 electorate);
    /// @dev Also its proposer, once that is no network admin any more.
    error NotProposer(uint256 id, address caller);
    error LastNetworkAdmin(address account);
    /// @dev See `proposeRule`.
    error RuleNotAllowed(uint256 op, uint256 kind, uint256 count, uint256 outOf);
    error NothingChanges();

    /* BOOT (boot operators, until the network has booted) */

    /// @notice Names the admin organisation and the two admin roles; may be repeated until `init`. Refuses AlreadySetUp,
    ///         NameNotAllowed, AdminRolesAlike.
    function setPolicy(string calldata nwAdminOrg, string calldata nwAdminRole, string calldata oAdminRole) external;

    /// @notice Creates the admin organisation and the network admin role, and fixes how many direct sub-organisations an
    ///         organisation may have (breadth, 1 to 4294967295) and how many levels there may be (depth, 1 to 32). Once.
    ///         Refuses PolicyMissing, AlreadySetUp, LimitsNotAllowed.
    function init(uint256 breadth, uint256 depth) external;

    /// @notice Adds an approved node of the admin organisation. Refuses NotSetUp.
    function addAdminNode(string calldata enodeId, string calldata ip, uint16 port, uint16 raftPort) external;

    /// @notice Adds an active network admin. Refuses NotSetUp, ZeroAddress, AccountInUse.
    function addAdminAccount(address account) external;

    /// @notice Ends the boot: from here on the rules decide. Answers true. Refuses NoNetworkAdmin.
    function updateNetworkBootStatus() external returns (bool);

    /* ORGANISATIONS */

    /// @notice Proposes an organisation without parent, with its first node and its admin: an account of nobody. Network
    ///         admins. Refuses NotBooted, NameNotAllowed, OrgExists, ZeroAddress, AccountInUse, AccountIsGuardian.
    function addOrg(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        address account,
        address caller
    ) external;

    /// @notice Votes for the proposed organisation; everything named must be what was proposed. Network admins. Refuses
    ///         OrgUnknown.
    function approveOrg(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        address account,
        address caller
    ) external;

    /// @notice Adds a sub-organisation named `orgId` below `pOrgId`, with a node unless the enode id is empty; then ip and
    ///         ports are not looked at. Admins of the parent or above. Refuses NameNotAllowed, OrgExists, OrgTooDeep,
    ///         OrgTooBroad.
    function addSubOrg(
        string calldata pOrgId,
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        address caller
    ) external;

    /// @notice Proposes to suspend (action 1) or to restore (2) an organisation without parent, but never the admin
    ///         organisation. Network admins. Refuses OrgUnknown, AdminOrgNotAllowed, OrgNotTopLevel, ActionNotAllowed,
    ///         OrgStatusNotAllowed.
    function updateOrgStatus(string calldata orgId, uint256 action, address caller) external;

    /// @notice Votes for it; the action must be the proposed one. Network admins. Refuses OrgUnknown, ActionNotAllowed.
    function approveOrgStatus(string calldata orgId, uint256 action, address caller) external;

    /* ROLES */

    /// @notice Adds a role to an organisation, or brings a removed one back. Admins of the organisation or above. Refuses
    ///         AccessNotAllowed, NameNotAllowed, RoleReserved, RoleExists.
    function addNewRole(
        string calldata roleId,
        string calldata orgId,
        uint256 access,
        bool voter,
        bool admin,
        address caller
    ) external;

    /// @notice Removes a role of the organisation itself: who holds it has no rights from it any more. Admins of the
    ///         organisation or above. Refuses RoleUnknown, AdminRoleByVoteOnly.
    function removeRole(string calldata roleId, string calldata orgId, address caller) external;

    /* ACCOUNTS */

    /// @notice Gives an account a role of its organisation or of one above. A free account becomes active, one of the
    ///         organisation keeps its status. Admins of the organisation or above. Refuses ZeroAddress, RoleUnknown,
    ///         AdminRoleByVoteOnly, AccountOfOtherOrg, AccountIsAdmin, AccountStatusNotAllowed (blacklisted, also while its
    ///         recovery is proposed), AccountHasRole, AccountIsGuardian.
    function assignAccountRole(address account, string calldata orgId, string calldata roleId, address caller) external;

    /// @notice Suspends (1), activates (2) or blacklists (3) an account. Admins of the organisation or above. Refuses
    ///         AccountOfOtherOrg, AccountIsAdmin, AccountWithoutRole, ActionNotAllowed, AccountStatusNotAllowed.
    function updateAccountStatus(string calldata orgId, address account, uint256 action, address caller) external;

    /// @notice Proposes to lift an account's blacklisting. Network admins. Refuses OrgUnknown, AccountOfOtherOrg,
    ///         AccountStatusNotAllowed.
    function startBlacklistedAccountRecovery(string calldata orgId, address account, address caller) external;

    /// @notice Votes for it. Network admins. Refuses OrgUnknown.
    function approveBlacklistedAccountRecovery(string calldata orgId, address account, address caller) external;

    /* ADMINS */

    /// @notice Proposes a network admin or an organisation's admin. An organisation has one holder of the organisation
    ///         admin role: a new one takes the place of the old one. Network admins. Refuses ZeroAddress, OrgUnknown,
    ///         RoleUnknown, RoleNotAnAdminRole, OrgNotActive, AccountOfOtherOrg, AccountIsAdmin, AccountStatusNotAllowed
    ///         (neither free nor active nor revoked), AccountIsGuardian.
    function assignAdminRole(string calldata orgId, address account, string calldata roleId, address caller) external;

    /// @notice Votes for it. Network admins. Refuses OrgUnknown.
    function approveAdminRole(string calldata orgId, address account, address caller) external;

    /// @notice Proposes to take an admin role away. The last network admin stays. Network admins. Refuses NotBooted,
    ///         OrgUnknown, AccountOfOtherOrg, AccountNotAdmin, LastNetworkAdmin.
    function proposeAdminRemoval(string calldata orgId, address account) external returns (uint256 id);

    /* NODES */

    /// @notice Adds an approved node: a new one, or one that is of no organisation. Admins of the organisation or above.
    function addNode(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        address caller
    ) external;

    /// @notice Deactivates (1), activates (2) or blacklists (3) a node. Admins of the organisation or above. Refuses
    ///         ActionNotAllowed, NodeStatusNotAllowed.
    function updateNodeStatus(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        uint256 action,
        address caller
    ) external;

    /// @notice Changes where an approved or deactivated node listens: the address is the new one, `raftPort` 0 is none.
    ///         Admins of the organisation or above. Refuses NodeUnknown, NodeOfOtherOrg, NothingChanges,
    ///         NodeStatusNotAllowed, HostNotAllowed, PortNotAllowed.
    function changeNodeAddress(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort
    ) external;

    /// @notice Proposes to lift a node's blacklisting. Network admins. Refuses OrgUnknown, NodeStatusNotAllowed.
    function startBlacklistedNodeRecovery(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        address caller
    ) external;

    /// @notice Votes for it. Network admins. Refuses OrgUnknown.
    function approveBlacklistedNodeRecovery(
        string calldata orgId,
        string calldata enodeId,
        string calldata ip,
        uint16 port,
        uint16 raftPort,
        address caller
    ) external;

    /* VOTING */

    /// @notice Votes for or against a proposal. Network admins, once each. Refuses NotAVoter, ProposalNotOpen,
    ///         ProposalExpired, AlreadyVoted.
    function vote(uint256 id, bool support) external;

    /// @notice Ends a proposal of one's own. Its proposer, while still a network admin, until somebody else votes for it.
    ///         Refuses ProposalNotOpen, NotProposer, ProposalHasVotes.
    function withdraw(uint256 id) external;

    /// @notice Ends a proposal that has expired, or that is decided because the electorate or the rule changed. Anyone.
    ///         Refuses ProposalNotOpen, ProposalUndecided.
    function close(uint256 id) external;

    /// @notice Proposes how votes on an operation are counted. `kind` is 0 to 5 (library RuleKind). For kind 3 (count),
    ///         `count` is how many votes are needed, from 1 to the number of network admins. For kind 4 (fraction), `count`
    ///         / `outOf` is the part of the electorate that is needed, `count` from 1 to `outOf`, `outOf` up to 4294967295.
    ///         What is not used is 0. Network admins. Refuses NotBooted, OperationUnknown, RuleNotAllowed (another kind,
    ///         other numbers, or the change of rules forbidden), NothingChanges.
    function proposeRule(uint256 op, uint256 kind, uint256 count, uint256 outOf) external returns (uint256 id);

    /// @notice Proposes whether a connection's ip is compared with the node's. Network admins. Refuses NotBooted,
    ///         NothingChanges.
    function proposeIpCheck(bool compared) external returns (uint256 id);

    /* WHAT NODES ASK */

    /// @notice Whether the account may send the transaction: it is active, its organisation too, and its role covers it.
    ///         Everybody may until the network has booted. Value, gas and gas price do not matter.
    function transactionAllowed(
        address sender,
        address target,
        uint256 value,
        uint256 gasPrice,
        uint256 gasLimit,
        bytes calldata payload
    ) external view returns (bool);

    /// @notice Whether the node may connect. Every node may until the network has booted.
    function connectionAllowed(string calldata enodeId, string calldata ip, uint16 port) external view returns (bool);

    function getNetworkBootStatus() external view returns (bool);

    /// @notice (admin organisation, network admin role, organisation admin role, booted)
    function getPolicyDetails() external view returns (string memory, string memory, string memory, bool);

    function isNetworkAdmin(address account) external view returns (bool);

    /// @notice Whether the account may act as an admin of the organisation, which is active.
    function isOrgAdmin(address account, string calldata orgId) external view returns (bool);

    /// @notice Whether the account is free or belongs to the organisation.
    function validateAccount(address account, string calldata orgId) external view returns (bool);

    /// @notice The oldest open proposal: (organisation, enode id, account, operation), all empty when there is none or when
    ///         the organisation is not the admin organisation.
    function getPendingOp(string calldata orgId) external view returns (string memory, string memory, address, uint256);

    /* UPGRADING */

    /// @notice Takes over and announces it. The policy itself is in the managers. The upgradable contract only.
    ///         Refuses NotUpgradable.
    function setMigrationPolicy(
        string calldata nwAdminOrg,
        string calldata nwAdminRole,
        string calldata oAdminRole,
        bool networkBootStatus
    ) external;

    /// @notice The upgradable contract and the managers (organisations, roles, accounts, voters, nodes) it belongs to.
    function suite() external view returns (address upgradable, address[5] memory managers);
}
