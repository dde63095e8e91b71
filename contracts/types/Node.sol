// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @dev A node in one word but for its enode id, lowest bits first: status 8 (NodeStatus), length of the inline ip 8,
///      port 16, Raft port 16, organisation 32, proposal 32, index from 1 on 24, inline ip 120, which is enough for any IPv4
///      address. A free node has no organisation, and in the place of the proposal the organisation that wanted it.
type Node is uint256;

using NodeFields for Node global;

library NodeFields {
    /// @dev Longer ips do not fit into the word.
    uint256 internal constant INLINE_IP = 15;

    function status(Node node) internal pure returns (uint256) {
        return uint8(Node.unwrap(node));
    }

    /// @dev 0 when the ip stands elsewhere.
    function ipLength(Node node) internal pure returns (uint256) {
        return uint8(Node.unwrap(node) >> 8);
    }

    function port(Node node) internal pure returns (uint16) {
        return uint16(Node.unwrap(node) >> 16);
    }

    function raftPort(Node node) internal pure returns (uint16) {
        return uint16(Node.unwrap(node) >> 32);
    }

    function org(Node node) internal pure returns (uint256) {
        return uint32(Node.unwrap(node) >> 48);
    }

    /// @dev The open proposal about it, or 0.
    function proposal(Node node) internal pure returns (uint256) {
        return uint32(Node.unwrap(node) >> 80);
    }

    /// @dev The organisation that it was proposed for, or 0 if it is not free.
    function formerOrg(Node node) internal pure returns (uint256) {
        return org(node) == 0 ? proposal(node) : 0;
    }

    /// @dev Its place in the list of nodes; 0 when it was never listed.
    function index(Node node) internal pure returns (uint256) {
        return uint24(Node.unwrap(node) >> 112);
    }

    function inlineIp(Node node) internal pure returns (bytes15) {
        return bytes15(uint120(Node.unwrap(node) >> 136));
    }

    function create(
        uint256 index_,
        bytes15 ip,
        uint256 ipLength_,
        uint16 port_,
        uint16 raftPort_
    ) internal pure returns (Node) {
        return
            Node.wrap(
                (ipLength_ << 8) |
                    (uint256(port_) << 16) |
                    (uint256(raftPort_) << 32) |
                    (index_ << 112) |
                    (uint256(uint120(ip)) << 136)
            );
    }

    function freed(Node node, uint256 status_) internal pure returns (Node) {
        return withStanding(node, status_, 0, org(node));
    }

    function withStanding(Node node, uint256 status_, uint256 org_, uint256 proposal_) internal pure returns (Node) {
        uint256 others = Node.unwrap(node) & ~(uint256(0xff) | (uint256(type(uint64).max) << 48));
        return Node.wrap(others | status_ | (org_ << 48) | (proposal_ << 80));
    }
}
