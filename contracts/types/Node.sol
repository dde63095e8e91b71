// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @dev A node in one word, but for its enode id:
///
///      | bits    | field                                                               |
///      | ------- | ------------------------------------------------------------------- |
///      | 0-7     | status (NodeStatus)                                                 |
///      | 8-15    | length of the inline ip; 0 if the ip is stored beside the word      |
///      | 16-31   | port                                                                |
///      | 32-47   | Raft port; 0 for none                                               |
///      | 48-71   | organisation; 0 if the node is free                                 |
///      | 72-95   | the open proposal about it, or 0; if it is free, the organisation   |
///      |         | that it was proposed for                                            |
///      | 96-119  | its place in the list of nodes, from 1 on; 0 if it is not listed    |
///      | 120-239 | inline ip: 15 characters, enough for any IPv4 address               |
///      | 240-255 | unused                                                              |
type Node is uint256;

using NodeFields for Node global;

library NodeFields {
    /// @dev Longer ips do not fit into the word.
    uint256 internal constant INLINE_IP = 15;

    /* WHERE EACH FIELD BEGINS */

    uint256 private constant IP_LENGTH = 8;
    uint256 private constant PORT = 16;
    uint256 private constant RAFT_PORT = 32;
    uint256 private constant ORG = 48;
    uint256 private constant PROPOSAL = 72;
    uint256 private constant INDEX = 96;
    uint256 private constant IP = 120;

    /* READING */

    function status(Node node) internal pure returns (uint256) {
        return uint8(Node.unwrap(node));
    }

    function ipLength(Node node) internal pure returns (uint256) {
        return uint8(Node.unwrap(node) >> IP_LENGTH);
    }

    function port(Node node) internal pure returns (uint16) {
        return uint16(Node.unwrap(node) >> PORT);
    }

    function raftPort(Node node) internal pure returns (uint16) {
        return uint16(Node.unwrap(node) >> RAFT_PORT);
    }

    function org(Node node) internal pure returns (uint256) {
        return uint24(Node.unwrap(node) >> ORG);
    }

    /// @dev The open proposal about a node that is not free, or 0.
    function proposal(Node node) internal pure returns (uint256) {
        return uint24(Node.unwrap(node) >> PROPOSAL);
    }

    /// @dev The organisation that a free node was proposed for; 0 if the node is not free.
    function formerOrg(Node node) internal pure returns (uint256) {
        return org(node) == 0 ? proposal(node) : 0;
    }

    function index(Node node) internal pure returns (uint256) {
        return uint24(Node.unwrap(node) >> INDEX);
    }

    function inlineIp(Node node) internal pure returns (bytes15) {
        return bytes15(uint120(Node.unwrap(node) >> IP));
    }

    /* WRITING */

    function create(
        uint256 index_,
        bytes15 ip,
        uint256 ipLength_,
        uint16 port_,
        uint16 raftPort_
    ) internal pure returns (Node) {
        return
            Node.wrap(
                (ipLength_ << IP_LENGTH) |
                    (uint256(port_) << PORT) |
                    (uint256(raftPort_) << RAFT_PORT) |
                    (index_ << INDEX) |
                    (uint256(uint120(ip)) << IP)
            );
    }

    function freed(Node node, uint256 status_) internal pure returns (Node) {
        return withStanding(node, status_, 0, org(node));
    }

    function withStanding(Node node, uint256 status_, uint256 org_, uint256 proposal_) internal pure returns (Node) {
        uint256 others = Node.unwrap(node) & ~(uint256(type(uint8).max) | (uint256(type(uint48).max) << ORG));
        return Node.wrap(others | status_ | (org_ << ORG) | (proposal_ << PROPOSAL));
    }
}
