// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @dev A node in one word, but for its enode id:
///
///      | bits    | field                                                               |
///      | ------- | ------------------------------------------------------------------- |
///      | 0-2     | status (NodeStatus)                                                 |
///      | 3       | 1 while it is held: until when stands beside the word (Held)        |
///      | 4-7     | length of the inline ip; 0 if the ip is stored beside the word      |
///      | 8-23    | port                                                                |
///      | 24-39   | Raft port; 0 for none                                               |
///      | 40-63   | organisation; 0 if the node is free                                 |
///      | 64-87   | the open proposal about it, or 0; if it is free, the organisation   |
///      |         | that it belonged to, or was proposed for                            |
///      | 88-111  | its place in the list of nodes, from 1 on; 0 if it is not listed    |
///      | 112-231 | inline ip: 15 characters, enough for any IPv4 address               |
///      | 232-254 | ultimate parent of the organisation that last lost it by vote, or 0 |
///      | 255     | 1 if it is admitted until a time, which stands beside the word      |
type Node is uint256;

using NodeFields for Node global;

library NodeFields {
    /// @dev Longer ips do not fit into the word.
    uint256 internal constant INLINE_IP = 15;

    /* WHERE EACH FIELD BEGINS */

    uint256 private constant IP_LENGTH = 4;
    uint256 private constant PORT = 8;
    uint256 private constant RAFT_PORT = 24;
    uint256 private constant ORG = 40;
    uint256 private constant PROPOSAL = 64;
    uint256 private constant INDEX = 88;
    uint256 private constant IP = 112;
    uint256 private constant LOST_BY = 232;
    uint256 private constant ENDS = 1 << 255;

    uint256 private constant STATUS = 0x7;
    uint256 private constant HELD = 0x8;
    uint256 private constant FOUR_BITS = 0xf;

    uint256 private constant LOST_BY_MASK = (uint256(1 << 23) - 1) << LOST_BY;

    /// @dev What a node keeps wherever it listens, beside its place in the list.
    uint256 private constant KEPT = HELD | LOST_BY_MASK | ENDS;

    /* READING */

    function status(Node node) internal pure returns (uint256) {
        return Node.unwrap(node) & STATUS;
    }

    function held(Node node) internal pure returns (bool) {
        return Node.unwrap(node) & HELD != 0;
    }

    function ipLength(Node node) internal pure returns (uint256) {
        return (Node.unwrap(node) >> IP_LENGTH) & FOUR_BITS;
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

    /// @dev The organisation that a free node belonged to, or was proposed for; 0 if the node is not free.
    function formerOrg(Node node) internal pure returns (uint256) {
        return org(node) == 0 ? proposal(node) : 0;
    }

    function index(Node node) internal pure returns (uint256) {
        return uint24(Node.unwrap(node) >> INDEX);
    }

    function inlineIp(Node node) internal pure returns (bytes15) {
        return bytes15(uint120(Node.unwrap(node) >> IP));
    }

    /// @dev Its admins, and those below, do not claim the node again by hand.
    function lostBy(Node node) internal pure returns (uint256) {
        return (Node.unwrap(node) & LOST_BY_MASK) >> LOST_BY;
    }

    function ends(Node node) internal pure returns (bool) {
        return Node.unwrap(node) & ENDS != 0;
    }

    /* WRITING */

    /// @dev Without standing: no status, organisation or proposal.
    /// @param former_ The node's record so far, of which who lost it, and whether it is held or ends, stay.
    function create(
        Node former_,
        uint256 index_,
        bytes15 ip,
        uint256 ipLength_,
        uint16 port_,
        uint16 raftPort_
    ) internal pure returns (Node) {
        return
            Node.wrap(
                (Node.unwrap(former_) & KEPT) |
                    (ipLength_ << IP_LENGTH) |
                    (uint256(port_) << PORT) |
                    (uint256(raftPort_) << RAFT_PORT) |
                    (index_ << INDEX) |
                    (uint256(uint120(ip)) << IP)
            );
    }

    function freed(Node node, uint256 status_) internal pure returns (Node) {
        return withEnd(withStanding(node, status_, 0, org(node)), false);
    }

    function withStanding(Node node, uint256 status_, uint256 org_, uint256 proposal_) internal pure returns (Node) {
        uint256 others = Node.unwrap(node) & ~(STATUS | (uint256(type(uint48).max) << ORG));
        return Node.wrap(others | status_ | (org_ << ORG) | (proposal_ << PROPOSAL));
    }

    function withHeld(Node node, bool held_) internal pure returns (Node) {
        return Node.wrap(held_ ? Node.unwrap(node) | HELD : Node.unwrap(node) & ~HELD);
    }

    function withLostBy(Node node, uint256 ultimate) internal pure returns (Node) {
        return Node.wrap((Node.unwrap(node) & ~LOST_BY_MASK) | (ultimate << LOST_BY));
    }

    function withEnd(Node node, bool ends_) internal pure returns (Node) {
        return Node.wrap(ends_ ? Node.unwrap(node) | ENDS : Node.unwrap(node) & ~ENDS);
    }
}
