// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title What nodes ask
/// @notice GoQuorum nodes ask before every transaction and every connection whether it is allowed; wallets and tools ask
///         here who is an admin and what is waiting for votes. The implementation answers these itself, whatever modules it
///         has. Everyone may ask; nothing is refused, and nothing changes.
interface INodeQueries {
    /// @notice Returns whether an account may send a transaction: the account, its organisation and the organisation's
    ///         ultimate parent are active, and the account's role covers this type of transaction. While its organisation
    ///         is suspended, an active account that was made an admin by vote may send to the interface alone, to take
    ///         rights away. Until the network has booted, everyone may send.
    /// @param sender The account that sends.
    /// @param target The account or contract that it sends to; zero for a deployment.
    /// @param value Ignored.
    /// @param gasPrice Ignored.
    /// @param gasLimit Ignored.
    /// @param payload The transaction's data. With data it is a call, without data a transfer.
    /// @return Whether it is allowed.
    function transactionAllowed(
        address sender,
        address target,
        uint256 value,
        uint256 gasPrice,
        uint256 gasLimit,
        bytes calldata payload
    ) external view returns (bool);

    /// @notice Returns whether a node may connect: it is approved, and comes from its ip if ips are compared. Until the
    ///         network has booted, every node may connect.
    /// @param enodeId 128 lower-case hex digits; any other text is the id of no node.
    /// @param ip The ip address or host name that it comes from; an IPv6 address also in brackets, as Besu asks.
    /// @param port Ignored: peers come from ephemeral ports.
    /// @return Whether it is allowed.
    function connectionAllowed(string calldata enodeId, string calldata ip, uint16 port) external view returns (bool);

    /// @notice Returns whether two nodes may connect: each is approved, and if ips are compared its ip and the port at
    ///         which it listens are the recorded ones. A node with a host name has no ip, so it may connect only where ips
    ///         are not compared. Until the network has booted, all nodes may connect.
    /// @param sourceEnodeHigh The first half of the enode id of the node that calls.
    /// @param sourceEnodeLow The second half.
    /// @param sourceEnodeIp Its ip address; IPv4 as ::ffff:0:0/96.
    /// @param sourceEnodePort The port at which it listens.
    /// @param destinationEnodeHigh The first half of the enode id of the node that is called.
    /// @param destinationEnodeLow The second half.
    /// @param destinationEnodeIp Its ip address; IPv4 as ::ffff:0:0/96.
    /// @param destinationEnodePort The port at which it listens.
    /// @return Whether both are allowed.
    function peersAllowed(
        bytes32 sourceEnodeHigh,
        bytes32 sourceEnodeLow,
        bytes16 sourceEnodeIp,
        uint16 sourceEnodePort,
        bytes32 destinationEnodeHigh,
        bytes32 destinationEnodeLow,
        bytes16 destinationEnodeIp,
        uint16 destinationEnodePort
    ) external view returns (bool);

    /// @notice Returns whether the boot has ended.
    /// @return True from then on, for ever.
    function getNetworkBootStatus() external view returns (bool);

    /// @notice Says what `setPolicy` named, and whether the boot has ended.
    /// @return nwAdminOrg Id of the admin organisation; empty until it is named.
    /// @return nwAdminRole Name of the network admin role; empty until it is named.
    /// @return oAdminRole Name of the organisation admin role; empty until it is named.
    /// @return networkBootStatus Whether the network has booted.
    function getPolicyDetails()
        external
        view
        returns (string memory nwAdminOrg, string memory nwAdminRole, string memory oAdminRole, bool networkBootStatus);

    /// @notice Returns whether an account is an active network admin.
    /// @param account The account.
    /// @return Whether it is.
    function isNetworkAdmin(address account) external view returns (bool);

    /// @notice Returns whether an account may act as an admin of an organisation now: the account is active and holds
    ///         an admin role there or in an organisation above, and the organisation and its ultimate parent are
    ///         active.
    /// @param account The account.
    /// @param orgId The organisation's full id ("ORG1.SUB1").
    /// @return Whether it may; false for an unknown organisation.
    function isOrgAdmin(address account, string calldata orgId) external view returns (bool);

    /// @notice Returns whether an account is unassigned or belongs to an organisation.
    /// @param account The account.
    /// @param orgId The organisation's full id ("ORG1.SUB1").
    /// @return True for an unassigned account, whatever `orgId` is, and for an account of the organisation itself.
    function validateAccount(address account, string calldata orgId) external view returns (bool);

    /// @notice Returns the oldest proposal of an operation that nodes know that is open and has not expired. Nodes' consoles
    ///         refuse to propose and to approve while another one is pending, so those that they could not decide are
    ///         passed over. IVoterManager shows all.
    /// @param orgId Full id of the admin organisation. For any other text the answer is empty.
    /// @return pendingOrgId Full id of the organisation that the proposal is about; empty if it is about none.
    /// @return enodeId Enode id of the node that it is about, 128 lower-case hex digits; empty if it is about none.
    /// @return account The account that it is about; zero if it is about none.
    /// @return op Its operation, 1 to 6 (library Op); 0 when none is open.
    function getPendingOp(
        string calldata orgId
    ) external view returns (string memory pendingOrgId, string memory enodeId, address account, uint256 op);
}
