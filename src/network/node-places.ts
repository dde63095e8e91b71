import { type Finding, finding } from "../errors/finding.js";
import { type Enode, hostAndPort } from "../model/enode.js";
import type { NodeRecord } from "../model/records.js";

/** A node that is to be listed somewhere, or is recorded already. */
type Placed = Enode & Partial<Pick<NodeRecord, "status">>;

/** Places at which nodes of one network cannot all be: at loopback while others are elsewhere, two at one address, and without a Raft
 *  port where most others have one. `where` names the list, and `about` the nodes that are looked at. */
export function placeFindings(where: string, nodes: readonly Placed[], about = nodes): Finding[] {
  return about.flatMap((node, index) => {
    const address = hostAndPort(node);
    const elsewhere = isLoopback(node.ip) ? nodes.find(({ ip }) => !isLoopback(ip)) : undefined;
    const others = about === nodes ? nodes.slice(index + 1) : nodes;
    const withRaft = nodeWithRaft(nodes.filter((each) => each.enodeId !== node.enodeId));
    const twin = others.find((each) => each.enodeId !== node.enodeId && hostAndPort(each) === address);
    const facts = { where, node: node.enodeId, address, status: node.status };
    return [
      ...(elsewhere === undefined
        ? []
        : [finding("NODE_AT_LOOPBACK", { ...facts, elsewhere: hostAndPort(elsewhere) })]),
      ...(twin === undefined ? [] : [finding("NODES_AT_ONE_ADDRESS", { ...facts, other: twin.enodeId })]),
      ...(node.raftPort !== 0 || withRaft === undefined
        ? []
        : [finding("RAFT_PORT_MISSING", { ...facts, other: hostAndPort(withRaft) })]),
    ];
  });
}

/** Whether an address leads each machine to itself. */
export function isLoopback(host: string): boolean {
  return /^127\.|^::1$|^(?:.*\.)?localhost$/i.test(host);
}

/** One of the nodes that have a Raft port, where most of them do. */
function nodeWithRaft(nodes: readonly Enode[]): Enode | undefined {
  const having = nodes.filter(({ raftPort }) => raftPort !== 0);
  return having.length > nodes.length / 2 ? having[0] : undefined;
}
